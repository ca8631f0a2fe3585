// biome-ignore-all lint/performance/useDomNodeTextContent: what is drawn on the page is what is tested
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.js';
import { type RunningServer, startServer } from './server.js';
import { ask, open, settled, signedIn, signIn, type Visitor, visit } from './visitor.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(login: string, work: (page: Page, visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await signedIn(browser, server.url, login);
  try {
    await work(visitor.page, visitor);
  } finally {
    await visitor.close();
  }
}

const someCustomers = `{ customers(where: { partyType: { eq: PERSON } }, limit: 50) { items { id version phone } } }`;

describe('signing in', () => {
  it('says what is wrong, leads back to the page that was asked for, and ends', async () => {
    const visitor = await visit(browser, server.url);
    const { page } = visitor;
    await page.goto(`${server.url}/#/orders`);
    await page.fill('#login', 'kam');
    await page.fill('#password', 'wrong');
    await page.click('button[type=submit]');
    await page.getByText('登录名或密码不正确').waitFor();
    await signIn(page, 'kam');
    await page.getByRole('heading', { name: '订单', level: 1 }).waitFor();
    await page.locator('header button[aria-haspopup=menu]').last().click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForSelector('#login');
    await page.reload();
    await page.waitForSelector('#login');
    await visitor.close();
  });

  it('asks again when the session has ended, and keeps what was being written', async () => {
    await as('ops-cs', async (page, visitor) => {
      await open(page, server.url, '/customers/create');
      await page.getByLabel('名称').first().fill('未写完的客户');
      await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('未写完的客户'));
      await visitor.context.clearCookies();
      await page.getByRole('link', { name: '订单' }).click();
      await page.getByText('登录已失效').waitFor();
      await signIn(page, 'ops-cs');
      await open(page, server.url, '/customers/create');
      expect(await page.getByLabel('名称').first().inputValue()).toBe('未写完的客户');
      await page.getByRole('button', { name: '放弃这些内容' }).click();
      expect(await page.getByLabel('名称').first().inputValue()).toBe('');
    });
  });

  it('shows each role only what it may open', async () => {
    const menu = (page: Page) => page.locator('nav a').allInnerTexts();
    await as('sys-admin', async (page) => expect(await menu(page)).not.toContain('客户'));
    await as('store-staff', async (page) => {
      const entries = await menu(page);
      expect(entries).toContain('客户');
      expect(entries).not.toContain('授权');
      expect(entries.join()).not.toContain('GraphiQL');
    });
    await as('analyst', async (page) => expect((await menu(page)).join()).toContain('GraphiQL'));
  });
});

describe('a list', () => {
  it('filters, sorts and pages by an address that a colleague can open', async () => {
    await as('ops-cs', async (page) => {
      const filter = encodeURIComponent(JSON.stringify({ grade: 'A', type: 'KEY_ACCOUNT' }));
      await open(page, server.url, `/customers?filter=${filter}&sort=name&order=ASC&page=1&perPage=25`);
      await page.getByText('等级：A 级').waitFor();
      await page.getByText('客户类型：终端大客户').waitFor();
      const grades = await page.locator('tbody tr td:nth-child(5)').allInnerTexts();
      expect(grades.length).toBeGreaterThan(0);
      expect(new Set(grades)).toEqual(new Set(['A 级']));
      expect(await page.locator('th[aria-sort=ascending]').innerText()).toBe('名称');
    });
  });

  it('counts ten thousand and more only when asked, and sums the whole list on the server', async () => {
    await as('gm', async (page) => {
      await open(page, server.url, '/orders');
      const counted = page.getByText(/共 10.000\+ 条/);
      await counted.waitFor();
      await page.getByRole('button', { name: '查准确数' }).click();
      await counted.waitFor({ state: 'detached' });
      const { totals } = await ask<{ totals: { sum: { total: string } }[] }>(
        page,
        '{ totals: ordersAggregate { sum { total } } }',
      );
      const shown = (await page.locator('tfoot').innerText()).replace(/[^\d.]/g, ' ');
      const whole = totals[0]?.sum.total.split('.')[0] ?? 'none';
      expect(shown.replace(/ (?=\d{3})/g, '')).toContain(whole.slice(0, -1));
    });
  });

  it('chooses columns, opens a row, and keeps a filter under a name', async () => {
    await as('ops-cs', async (page) => {
      await open(page, server.url, '/customers');
      await page.getByRole('button', { name: '列', exact: true }).click();
      await page.getByRole('checkbox', { name: '细分' }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('columnheader', { name: '细分' }).waitFor();
      await page.getByRole('search').getByLabel('等级', { exact: true }).selectOption('B');
      await page.getByText('等级：B 级').waitFor();
      await page.getByRole('button', { name: '已存筛选' }).click();
      await page.getByRole('button', { name: '保存当前筛选…' }).click();
      await page.getByLabel('名称').last().fill('B 级客户');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('筛选已保存').waitFor();
      await open(page, server.url, '/customers?filter=%7B%7D');
      await page.getByRole('button', { name: '已存筛选' }).click();
      await page.getByRole('button', { name: 'B 级客户', exact: true }).click();
      await page.getByText('等级：B 级').waitFor();
      await settled(page);
      await page.locator('tbody tr').first().click();
      await page.getByRole('heading', { name: '基本资料' }).waitFor();
    });
  });
});

describe('a customer file', () => {
  it('is created once, by Ctrl+Enter, never by the Enter of an input method', async () => {
    await as('ops-cs', async (page) => {
      const name = `测试客户${Date.now()}`;
      await open(page, server.url, '/customers/create');
      const field = page.getByLabel('名称').first();
      await field.fill(name);
      await field.evaluate((input) => {
        const composing = { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
        input.dispatchEvent(new KeyboardEvent('keydown', composing));
      });
      await page.waitForTimeout(300);
      expect(page.url()).toContain('/customers/create');
      await field.press('Control+Enter');
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      const { customers } = await ask<{ customers: { totalCount: number } }>(
        page,
        'query Q($name: String!) { customers(where: { name: { eq: $name } }, limit: 1) { totalCount } }',
        { name },
      );
      expect(customers.totalCount).toBe(1);
    });
  });

  it('says beside the field what is wrong', async () => {
    await as('ops-cs', async (page) => {
      await open(page, server.url, '/customers/create');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('必填').first().waitFor();
      await page.getByLabel('名称').first().fill('甲'.repeat(200));
      await page.getByText('最多 120 个字').waitFor();
    });
  });

  it('keeps what was typed when somebody else was quicker', async () => {
    await as('ops-cs', async (page) => {
      const { customers } = await ask<{ customers: { items: { id: string; version: number }[] } }>(
        page,
        someCustomers,
      );
      const [file] = customers.items;
      if (!file) throw new Error('The demo has no customer with a phone.');
      await open(page, server.url, `/customers/${file.id}`);
      await page.getByLabel('备注').fill('我写的备注');
      await ask(
        page,
        'mutation M($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }',
        {
          input: { id: file.id, expectedVersion: file.version, remark: '对方写的', shortName: '新简称' },
        },
      );
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已被他人修改').waitFor();
      expect(await page.getByLabel('备注').inputValue()).toBe('我写的备注');
      expect(await page.getByLabel('简称').inputValue()).toBe('新简称');
      await page.getByText('对方：对方写的').waitFor();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('heading', { name: '基本资料' }).waitFor();
      await page.getByText('我写的备注').waitFor();
    });
  });

  it('shows a masked number for a reason that it already knows, and lists the look', async () => {
    await as('ops-cs', async (page) => {
      const { customers } = await ask<{ customers: { items: { id: string; phone: string | null }[] } }>(
        page,
        someCustomers,
      );
      const file = customers.items.find((each) => each.phone?.includes('*'));
      await open(page, server.url, `/customers/${file?.id}/show`);
      const profile = page.getByRole('region', { name: '基本资料' });
      expect(await profile.innerText()).toMatch(/\d{3,4}-?\*+\d{2,4}/);
      await profile.getByRole('button', { name: '查看完整号码' }).first().click();
      const reason = page.getByLabel('理由');
      expect(await reason.inputValue()).not.toBe('');
      await page.getByRole('button', { name: '查看', exact: true }).click();
      await page.waitForFunction(() => /\b1\d{10}\b|\b0\d{2,3}-?\d{7,8}\b/.test(document.body.innerText));
      await page.getByRole('region', { name: '查看完整号码记录' }).getByText('电话').first().waitFor();
    });
  });
});

describe('the top bar', () => {
  it('finds customers by name and orders by number; / brings the cursor there', async () => {
    await as('gm', async (page) => {
      const { orders } = await ask<{ orders: { items: { id: string; orderNo: string }[] } }>(
        page,
        '{ orders(limit: 1) { items { id orderNo } } }',
      );
      const [wanted] = orders.items;
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('搜索');
      await page.keyboard.type(wanted?.orderNo ?? '');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: wanted?.orderNo ?? '' }).waitFor();
    });
  });

  it('changes language and theme in place', async () => {
    await as('gm', async (page) => {
      await open(page, server.url, '/customers');
      await page.getByRole('button', { name: '语言' }).click();
      await page.getByRole('menuitem', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Switch to dark' }).click();
      await page.reload();
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    });
  });
});

describe('an export', () => {
  it('is made by the server from the filtered list and fetched by its maker', async () => {
    await as('gm', async (page) => {
      await open(page, server.url, `/products?filter=${encodeURIComponent('{"active":true}')}`);
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByLabel('格式').selectOption('CSV');
      await page.getByLabel('用途').fill('核对产品目录');
      await page.getByRole('button', { name: '开始导出' }).click();
      const link = page.getByRole('link', { name: '下载文件' });
      await link.waitFor();
      const download = page.waitForEvent('download');
      await link.click();
      expect(await (await download).path()).toBeTruthy();
    });
  });
});

describe('administration', () => {
  it('gives a role only after a second person has agreed', async () => {
    await as('sys-admin', async (page) => {
      await open(page, server.url, '/roleGrants');
      await page.getByRole('button', { name: '授予角色' }).click();
      await page.getByRole('combobox', { name: '员工' }).last().fill('杨芳');
      await page.getByRole('option', { name: '杨芳' }).first().click();
      await page.getByRole('dialog').getByLabel('角色').selectOption({ label: '财务' });
      await page.getByRole('dialog').getByLabel('理由').fill('兼任');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByText('待第二人批准').waitFor();
      const pending = page.locator('tbody tr', { hasText: '待批准' }).filter({ hasText: '杨芳' });
      await pending.first().waitFor();
      expect(await pending.first().getByRole('button', { name: '批准' }).count()).toBe(0);
    });
    await as('gm', async (page) => {
      const row = page.locator('tbody tr', { hasText: '杨芳' }).filter({ hasText: '财务' });
      await row.first().waitFor();
      await open(page, server.url, `/roleGrants?filter=${encodeURIComponent('{"state":"PENDING"}')}`);
      await page
        .locator('tbody tr', { hasText: '杨芳' })
        .getByRole('button', { name: '批准' })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
      await page.getByText('已批准').first().waitFor();
    });
  });
});

/** A case of the store that waits for the ruling of its supervisor. */
async function freshCase(): Promise<{ readonly id: string; readonly version: number }> {
  let file = { id: '', version: 0 };
  const about = 'complaint { id version }';
  await as('store-staff', async (page) => {
    const registered = await ask<{ act: { complaint: typeof file } }>(
      page,
      `mutation M($input: RegisterComplaintInput!) { act: registerComplaint(input: $input) { ${about} } }`,
      {
        input: {
          anonymous: true,
          category: 'QUALITY_DEFECT',
          severity: 'GENERAL',
          channel: 'STORE',
          subject: '椅子断裂',
          description: '坐下时椅脚断裂，要求换货',
          demands: [{ type: 'EXCHANGE' }],
        },
      },
    );
    const { id, version } = registered.act.complaint;
    const assessed = await ask<{ act: { complaint: typeof file } }>(
      page,
      `mutation M($input: AssessComplaintInput!) { act: assessComplaint(input: $input) { ${about} } }`,
      { input: { id, expectedVersion: version, result: 'HOLDS', reason: '属实' } },
    );
    file = assessed.act.complaint;
  });
  return file;
}

describe('a case that somebody else changed meanwhile', () => {
  it('is told with what changed, and nothing that was typed is lost', async () => {
    const file = await freshCase();
    await as('store-sup', async (page) => {
      await open(page, server.url, `/complaints/${file.id}/show`);
      await page.getByRole('button', { name: '裁定受理' }).first().click();
      const form = page.getByRole('dialog');
      await form.getByRole('radio', { name: '受理', exact: true }).check();
      await form.getByRole('textbox', { name: '理由' }).fill('属实，写到一半');
      await as('hr-admin', async (office) => {
        await ask(
          office,
          'mutation M($input: RaiseSeverityInput!) { raiseSeverity(input: $input) { complaint { id } } }',
          {
            input: { id: file.id, expectedVersion: file.version, severity: 'MAJOR', reason: '客户多次来电' },
          },
        );
      });
      await form.locator('button[type=submit]').click();
      await form.getByText('此案已有变动').waitFor();
      await form.getByText('→ 较大').waitFor();
      expect(await form.getByRole('textbox', { name: '理由' }).inputValue()).toBe('属实，写到一半');
      expect(await form.getByRole('radio', { name: '受理', exact: true }).isChecked()).toBe(true);
      await form.locator('button[type=submit]').click();
      await form.waitFor({ state: 'detached' });
      const { complaint } = await ask<{ complaint: { state: string } }>(
        page,
        `{ complaint(id: "${file.id}") { state } }`,
      );
      expect(complaint.state).not.toBe('PENDING_RULING');
    });
  });
});

describe('the monthly table', () => {
  it('is taken out as a workbook, in the template that was made of its own sample', async () => {
    await as('hr-admin', async (page) => {
      await open(page, server.url, '/complaint-monthly');
      await page.getByRole('button', { name: 'Excel' }).click();
      const form = page.getByRole('dialog');
      const saved = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          form.getByRole('button', { name, exact: true }).click(),
        ]);
        return download;
      };
      const sample = await saved('下载标有位置的样本');
      expect(sample.suggestedFilename()).toBe('complaints-template.xlsx');
      await form.locator('input[type=file]').setInputFiles(await sample.path());
      await form.getByText('已采用模板').waitFor();
      expect((await saved('下载')).suggestedFilename()).toMatch(/^complaints-\d{4}-\d{2}\.xlsx$/);
    });
  });
});
