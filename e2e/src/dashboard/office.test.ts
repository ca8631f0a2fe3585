// biome-ignore-all lint/performance/useDomNodeTextContent: what is drawn on the page is what is tested
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.js';
import { type RunningServer, startServer } from './server.js';
import { accessibilityProblems, ask, open, settled, signedIn } from './visitor.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(login: string, work: (page: Page) => Promise<void>): Promise<void> {
  const visitor = await signedIn(browser, server.url, login);
  try {
    await work(visitor.page);
  } finally {
    await visitor.close();
  }
}

const stamp = Date.now().toString(36);

describe('an import by upload', () => {
  const header = '编号,名称,简称,客户类型,个人或单位,细分,电话,省份,城市,备注,联系人,联系人职务,联系人电话';
  const good = `${header}\n${stamp},导入测试${stamp},,经销商,单位,外来细分,021-55501234,上海,上海,,,,\n`;
  const bad = `${good}${stamp}b,错误客户,,没有这种类型,个人,,,,,,,,\n`;
  const file = (content: string, name = '客户名单.csv') => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  const found = async (page: Page) =>
    (
      await ask<{ customers: { totalCount: number } }>(
        page,
        'query Q($name: String!) { customers(where: { name: { eq: $name } }, limit: 1) { totalCount } }',
        { name: `导入测试${stamp}` },
      )
    ).customers.totalCount;

  it('is tried first, says which rows are bad, and then imports', async () => {
    await as('ops-cs', async (page) => {
      await open(page, server.url, '/imports');
      await page.getByLabel('导入方案').selectOption('customers');
      await page.setInputFiles('input[type=file]', file(bad));
      await page.getByRole('button', { name: '试运行' }).click();
      await page.getByText('有错误行，没有写入任何内容').waitFor();
      const rows = page.getByRole('table', { name: '错误行' });
      await rows.getByText('客户类型', { exact: true }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await found(page)).toBe(0);

      await open(page, server.url, '/imports');
      await page.getByLabel('导入方案').selectOption('customers');
      await page.setInputFiles('input[type=file]', file(good));
      await page.getByLabel('只试运行，不写入').uncheck();
      await page.getByRole('button', { name: '导入', exact: true }).click();
      await page.getByText('导入完成。').waitFor();
      expect(await found(page)).toBe(1);
    });
  });

  it('says what is wrong with a file that cannot be used, and stays on the page', async () => {
    await as('ops-cs', async (page) => {
      await open(page, server.url, '/imports');
      await page.getByLabel('导入方案').selectOption('customers');
      await page.setInputFiles('input[type=file]', file('%PDF-1.7', '合同.csv'));
      await page.getByRole('button', { name: '试运行' }).click();
      await page.getByRole('alert').getByText('PDF').waitFor();
      expect(page.url()).toContain('/imports');
    });
  });

  it('is offered to nobody without the right', async () => {
    await as('gm', async (page) => {
      expect(await page.locator('nav a').allInnerTexts()).not.toContain('导入数据');
    });
  });

  it('leaves values that are on no list as they came: in the form, and in filters', async () => {
    await as('ops-cs', async (page) => {
      const { customers } = await ask<{ customers: { items: { id: string }[] } }>(
        page,
        'query Q($name: String!) { customers(where: { name: { eq: $name } }, limit: 1) { items { id } } }',
        { name: `导入测试${stamp}` },
      );
      await open(page, server.url, `/customers/${customers.items[0]?.id}`);
      const segment = page.getByLabel('细分');
      await page.waitForFunction(() => document.querySelector('select[name=segment]') !== null);
      expect(await segment.inputValue()).toBe('外来细分');
      expect((await segment.locator('option').allInnerTexts()).length).toBeGreaterThan(4);
      await open(page, server.url, '/customers');
      await page.getByRole('button', { name: '更多筛选' }).click();
      await page.getByRole('combobox', { name: '细分' }).fill('外来细分');
      await page.keyboard.press('Enter');
      await page.getByText('细分：外来细分').waitFor();
      await page.locator('tbody').getByText(`导入测试${stamp}`).waitFor();
    });
  });
});

describe('selected customers', () => {
  it('are tagged after a preview, and untagged again', async () => {
    await as('dept-head', async (page) => {
      const tag = `回访${stamp}`;
      const tagged = async () =>
        (
          await ask<{ customerTags: { totalCount: number } }>(
            page,
            'query Q($tag: String!) { customerTags(where: { tag: { eq: $tag } }, limit: 1) { totalCount } }',
            { tag },
          )
        ).customerTags.totalCount;
      await open(page, server.url, '/customers');
      const boxes = page.locator('tbody').getByRole('checkbox');
      for (const place of [0, 1, 2]) await boxes.nth(place).check();
      const bar = page.getByRole('region', { name: '已选 3 条' });
      await bar.getByRole('button', { name: '加标签' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('标签').fill(tag);
      await dialog.getByText('将改变 3 条').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await dialog.getByRole('button', { name: '加标签' }).click();
      await dialog.getByText('已办理 3 条').waitFor();
      expect(await tagged()).toBe(3);
      await dialog.getByRole('button', { name: '撤回这 3 条' }).click();
      await dialog.getByText('已撤回 3 条').waitFor();
      expect(await tagged()).toBe(0);
      await dialog.getByRole('button', { name: '关闭' }).click();
      await settled(page);
      expect(await page.locator('tbody input:checked').count()).toBe(0);
    });
  });

  it('are given to another owner, and back to whoever had them', async () => {
    await as('dept-head', async (page) => {
      const owners = async () =>
        (
          await ask<{ customers: { items: { owner: { displayName: string } | null }[] } }>(
            page,
            '{ customers(where: { owner: { id: { isNull: false } } }, orderBy: [{ customerNo: ASC }], limit: 2) { items { owner { displayName } } } }',
          )
        ).customers.items.map((each) => each.owner?.displayName);
      const before = await owners();
      const { staffMembers } = await ask<{ staffMembers: { items: { displayName: string }[] } }>(
        page,
        '{ staffMembers(where: { status: { eq: ACTIVE }, ownedCustomers: { some: {} } }, limit: 50) { items { displayName } } }',
      );
      const next = staffMembers.items.find((each) => !before.includes(each.displayName))?.displayName ?? '';
      const filter = encodeURIComponent('{"where":{"owner":{"id":{"isNull":false}}}}');
      await open(page, server.url, `/customers?filter=${filter}&sort=customerNo&order=ASC&page=1&perPage=25`);
      const boxes = page.locator('tbody').getByRole('checkbox');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByRole('button', { name: '指定负责人' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: '负责人' }).fill(next);
      await page.getByRole('option', { name: next, exact: true }).first().click();
      await dialog.getByLabel('理由').fill('部门调整');
      await dialog.getByText('将改变 2 条').waitFor();
      await dialog.getByRole('button', { name: '指定负责人' }).click();
      await dialog.getByText('已办理 2 条').waitFor();
      expect(await owners()).toEqual([next, next]);
      await dialog.getByRole('button', { name: '撤回这 2 条' }).click();
      await dialog.getByText('已撤回 2 条').waitFor();
      expect(await owners()).toEqual(before);
    });
  });

  it('that somebody changed meanwhile are told, stay selected, and hinder no other', async () => {
    await as('dept-head', async (page) => {
      await open(page, server.url, '/customers');
      const boxes = page.locator('tbody').getByRole('checkbox');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByRole('button', { name: '加标签' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('标签').fill(`同时${stamp}`);
      await dialog.getByText('将改变 2 条').waitFor();
      const { customers } = await ask<{ customers: { items: { id: string; version: number }[] } }>(
        page,
        '{ customers(orderBy: [{ customerNo: DESC }], limit: 1) { items { id version } } }',
      );
      const [first] = customers.items;
      await ask(
        page,
        'mutation M($input: TagCustomerInput!) { tagCustomer(input: $input) { customer { id } } }',
        { input: { customerId: first?.id, expectedVersion: first?.version, tag: `别人${stamp}` } },
      );
      await dialog.getByRole('button', { name: '加标签' }).click();
      await dialog.getByText('已办理 1 条').waitFor();
      await dialog.getByText('1 条没有办成').waitFor();
      await dialog.getByRole('button', { name: '关闭' }).click();
      await settled(page);
      expect(await page.locator('tbody input:checked').count()).toBe(1);
    });
  });
});

describe('a printed customer file', () => {
  it('is whole sheets of A4, numbered, masked as it is read', async () => {
    await as('ops-cs', async (page) => {
      const { personProfiles } = await ask<{
        personProfiles: { items: { birthDate: string | null; customer: { id: string } }[] };
      }>(page, '{ personProfiles(limit: 50) { items { birthDate customer { id } } } }');
      const profile = personProfiles.items.find((each) => each.birthDate?.includes('*'));
      await open(page, server.url, `/customers/${profile?.customer.id}/show`);
      await page
        .getByText(profile?.birthDate ?? 'none')
        .first()
        .waitFor();
      await page.getByRole('link', { name: '打印' }).click();
      await page.locator('.kehu-sheets').waitFor();
      const sheets = page.locator('.kehu-sheets .kehu-sheet');
      const count = await sheets.count();
      expect(count).toBeGreaterThan(0);
      const texts = await sheets.allInnerTexts();
      for (const [index, text] of texts.entries())
        expect(text).toContain(`第 ${index + 1} 页　共 ${count} 页`);
      expect(texts.join('')).toContain(profile?.birthDate ?? 'none');
      expect(texts.join('')).not.toMatch(/\b1[3-9]\d{9}\b/);
      const cut = await sheets.evaluateAll((all) =>
        all.filter((sheet) => {
          const body = sheet.querySelector('.kehu-sheet-body');
          return body !== null && body.scrollHeight > body.clientHeight + 1;
        }),
      );
      expect(cut).toEqual([]);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(count);
    });
  });
});

describe('the first page of logistics', () => {
  it('holds the orders that are with it and no others', async () => {
    await as('logistics', async (page) => {
      await open(page, server.url, '/');
      await page.getByRole('heading', { name: '待发货的订单' }).waitFor();
      const { groups } = await ask<{ groups: { key: { state: string } }[] }>(
        page,
        '{ groups: ordersAggregate(groupBy: [{ state: VALUE }]) { key { state } } }',
      );
      expect(groups.map((each) => each.key.state).sort()).toEqual(['PARTLY_SHIPPED', 'READY', 'SHIPPED']);
      await page.getByRole('table', { name: '待发货的订单' }).getByRole('link').first().click();
      await page.getByRole('heading', { name: '订单资料' }).waitFor();
    });
  });
});
