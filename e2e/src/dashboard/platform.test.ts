// biome-ignore-all lint/performance/useDomNodeTextContent: what is drawn on the page is what is tested
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.js';
import { type RunningServer, startServer } from './server.js';
import {
  accessibilityProblems,
  ask,
  drawn,
  open,
  overflow,
  settled,
  signedIn,
  signIn,
  unsaidTexts,
  type Visitor,
  visit,
  widths,
} from './visitor.js';

let server: RunningServer;
let browser: Browser;
const windows = new Map<string, Visitor>();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  for (const visitor of windows.values()) await visitor.close();
  await browser?.close();
  await server?.stop();
});

/** The window of a person, which stays open; what reaches it comes without a reload. */
async function at(login: string): Promise<Page> {
  const known = windows.get(login) ?? (await signedIn(browser, server.url, login));
  windows.set(login, known);
  return known.page;
}

const stamp = Date.now().toString(36);
const nameOf = async (login: string): Promise<string> => {
  const { me } = await ask<{ me: { displayName: string } }>(await at(login), '{ me { displayName } }');
  return me.displayName;
};
/** A time so many days ahead as people type it. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 11).concat('18:00');
const bell = (page: Page) => page.getByRole('button', { name: /^通知/ });
const unread = async (page: Page): Promise<number> => {
  const { notifications } = await ask<{ notifications: { totalCount: number } }>(
    page,
    '{ notifications(where: { readAt: { isNull: true } }, limit: 1) { totalCount } }',
  );
  return notifications.totalCount;
};

describe('a task', () => {
  const title = `核对赔付台账${stamp}`;
  let address = '';

  it('is given on a page, and rings the bell of whoever gets it without a reload', async () => {
    const assignee = await at('kam');
    await open(assignee, server.url, '/notifications');
    const giver = await at('gm');
    await open(giver, server.url, '/assignedTasks');
    await giver.getByRole('link', { name: '交办', exact: true }).click();
    await giver.getByRole('textbox', { name: '事项' }).fill(title);
    await giver.getByRole('combobox', { name: '承办人' }).fill(await nameOf('kam'));
    await giver
      .getByRole('option', { name: await nameOf('kam'), exact: true })
      .first()
      .click();
    await giver.getByLabel('期限').fill(inDays(3));
    expect(await accessibilityProblems(giver)).toEqual([]);
    await giver.getByRole('button', { name: '交办', exact: true }).click();
    await giver.getByRole('heading', { name: title }).waitFor();
    address = new URL(giver.url()).hash.slice(1);

    await assignee.getByRole('link', { name: `交办：${title}` }).waitFor();
    await assignee.getByRole('button', { name: /^通知，未读/ }).waitFor();
  });

  it('is opened from the bell, which marks the message as read, and is taken on', async () => {
    const page = await at('kam');
    const before = await unread(page);
    await bell(page).click();
    const panel = page.getByRole('dialog', { name: '通知' });
    await panel.getByRole('link', { name: `交办：${title}` }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel.getByRole('link', { name: `交办：${title}` }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    await panel.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '接收交办' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '接收交办' }).click();
    await page.getByText('已办理：接收交办').waitFor();
    expect(await unread(page)).toBeLessThan(before);
  });

  it('shows the giver each step as it happens, and is returned and accepted', async () => {
    const giver = await at('gm');
    const assignee = await at('kam');
    await giver.getByText('已接收').first().waitFor();
    const reports = async (words: string) => {
      await assignee.getByRole('button', { name: '报告完成' }).click();
      const dialog = assignee.getByRole('dialog');
      await dialog.getByLabel('办理结果').fill(words);
      await dialog.getByRole('button', { name: '报告完成' }).click();
      await assignee.getByText('已办理：报告完成').waitFor();
    };
    await reports('已核对，差两笔。');
    await giver.getByText('待验收').first().waitFor();
    await giver.getByRole('button', { name: '退回重办' }).click();
    await giver.getByRole('dialog').getByLabel('验收意见').fill('请说明差的两笔。');
    await giver.getByRole('dialog').getByRole('button', { name: '退回重办' }).click();
    await assignee.getByText('已退回').first().waitFor();
    await reports('两笔系重复登记，已更正。');
    await giver.getByText('待验收').first().waitFor();
    await giver.getByRole('button', { name: '验收', exact: true }).click();
    await giver.getByRole('dialog').getByRole('button', { name: '验收', exact: true }).click();
    await giver.getByText('已确认').first().waitFor();
    await assignee.getByText('已确认').first().waitFor();
  });

  it('keeps what is typed in a form while somebody else changes it, and says so', async () => {
    const giver = await at('gm');
    const assignee = await at('kam');
    const { me } = await ask<{ me: { id: string } }>(assignee, '{ me { id } }');
    const { assignTask } = await ask<{ assignTask: { assignedTask: { id: string; version: number } } }>(
      giver,
      'mutation M($input: AssignTaskInput!) { assignTask(input: $input) { assignedTask { id version } } }',
      { input: { title: `整理${stamp}`, assigneeId: me.id, dueAt: `${inDays(2)}:00+08:00` } },
    );
    const { id, version } = assignTask.assignedTask;
    await open(giver, server.url, `/assignedTasks/${id}/show`);
    await giver.getByRole('button', { name: '取消交办' }).click();
    const dialog = giver.getByRole('dialog');
    await dialog.getByLabel('理由').fill('改由他人办理');
    await ask(
      assignee,
      'mutation M($input: AcceptTaskInput!) { acceptTask(input: $input) { assignedTask { id } } }',
      { input: { id, expectedVersion: version } },
    );
    await giver.locator('#content').getByText('已接收').first().waitFor({ state: 'attached' });
    expect(await dialog.getByLabel('理由').inputValue()).toBe('改由他人办理');
    await dialog.getByRole('button', { name: '取消交办' }).click();
    await dialog.getByText('您填写的内容都还在').waitFor();
    await dialog.getByRole('button', { name: '取消交办' }).click();
    await giver.getByText('已取消').first().waitFor();
  });

  it('stands in the lists of both, and leads nowhere for others', async () => {
    const giver = await at('gm');
    await open(giver, server.url, '/assignedTasks/given');
    await giver.getByRole('link', { name: title }).waitFor();
    const other = await at('logistics');
    await open(other, server.url, address);
    await other.getByText('没有这条记录，或您不可查看。').waitFor();
  });

  it('comes from a figure with its text', async () => {
    const page = await at('gm');
    await open(page, server.url, '/complaint-figures');
    await page
      .getByRole('link', { name: /^就“.+”交办$/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '交办新事项' }).waitFor();
    expect(await page.getByLabel('事项').inputValue()).toMatch(/^查明并改进：.+/);
    expect(await page.getByLabel('来自的指标').inputValue()).not.toBe('');
  });

  it('comes from a case', async () => {
    const page = await at('gm');
    const { complaints } = await ask<{ complaints: { items: { id: string; no: string }[] } }>(
      page,
      '{ complaints(where: { state: { eq: INVESTIGATING } }, limit: 1) { items { id no } } }',
    );
    const [found] = complaints.items;
    await open(page, server.url, `/complaints/${found?.id}/show`);
    await page.getByRole('region', { name: '协办与交办' }).getByRole('button', { name: '交办' }).click();
    expect(await page.getByRole('dialog').getByLabel('事项').inputValue()).toBe(`${found?.no}：`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('the bell', () => {
  it('is worked by the keyboard, and everything is read at once', async () => {
    const page = await at('kam');
    await open(page, server.url, '/notifications');
    await bell(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '通知' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '通知' }).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-haspopup') === 'dialog');
    const all = page.getByRole('button', { name: '全部标为已读' });
    if (await all.isEnabled()) await all.click();
    await page.getByText('没有未读通知。').waitFor();
    expect(await unread(page)).toBe(0);
    await page.getByLabel('范围').selectOption('all');
    await page.getByLabel('关于').selectOption('AssignedTask');
    await page
      .getByRole('list', { name: '通知' })
      .getByRole('link', { name: new RegExp(stamp) })
      .first()
      .waitFor();
    expect(page.url()).toContain('filter=');
  });

  it('keeps no connection once the person has signed out', async () => {
    const visitor = await visit(browser, server.url);
    const { page } = visitor;
    const opening = page.waitForRequest((request) => request.url().endsWith('/events'));
    await signIn(page, 'finance');
    const opened = await opening;
    const over = new Promise<void>((resolve) => {
      const ended = (request: Request) => request === opened && resolve();
      page.on('requestfinished', ended);
      page.on('requestfailed', ended);
    });
    await page.getByRole('button', { name: await visitorName(page) }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForSelector('#login');
    await over;
    await visitor.close();
  });
});

const visitorName = async (page: Page): Promise<string> =>
  (await ask<{ me: { displayName: string } }>(page, '{ me { displayName } }')).me.displayName;

describe('a delegation', () => {
  it('is given from the menu of the person, seen by the deputy, and ended early', async () => {
    const page = await at('ops-cs');
    await page.getByRole('button', { name: await nameOf('ops-cs') }).click();
    await page.getByRole('menuitem', { name: '委托代理' }).click();
    await page.getByRole('heading', { name: '委托代理', exact: true }).waitFor();
    const deputy = await nameOf('handler');
    await page.getByRole('button', { name: '委托代理' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '代理人' }).fill(deputy);
    await page.getByRole('option', { name: deputy, exact: true }).first().click();
    await dialog.getByLabel('结束').fill(inDays(2));
    await dialog.getByLabel('理由').fill('年休');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: '委托代理' }).click();
    const given = page.getByRole('region', { name: '我委托他人' });
    await given.getByText('代理中').first().waitFor();

    const other = await at('handler');
    await open(other, server.url, '/delegations');
    const held = other.getByRole('region', { name: '委托给我' });
    await held
      .getByText(await nameOf('ops-cs'))
      .first()
      .waitFor();

    await given.getByRole('button', { name: '提前结束' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提前结束' }).click();
    await given.getByText('已结束').first().waitFor();
    await held.getByText('已结束').first().waitFor();
  });
});

describe('on the page of a case', () => {
  /** The first open case of a filter that the person sees. */
  const caseWith = async (page: Page, where: string): Promise<string> => {
    const { complaints } = await ask<{ complaints: { items: { id: string }[] } }>(
      page,
      `{ complaints(where: { state: { in: [ACCEPTED, INVESTIGATING, OPINION_DRAFT, HR_REVIEW] }, ${where} }, limit: 1) { items { id } } }`,
    );
    const [found] = complaints.items;
    if (!found) throw new Error(`There is no case with ${where}.`);
    return found.id;
  };
  const confirm = async (page: Page, act: string) => {
    await page.getByRole('dialog').getByRole('button', { name: act }).click();
    await page.getByText(`已办理：${act}`).waitFor();
  };

  it('an escalation is acknowledged by whom it went to, and offered to nobody else', async () => {
    const page = await at('hr-admin');
    const { me } = await ask<{ me: { id: string } }>(page, '{ me { id } }');
    const id = await caseWith(
      page,
      `escalations: { some: { to: { id: { eq: "${me.id}" } }, acknowledgedAt: { isNull: true } } }`,
    );
    // Customer service leads the case and is never whom an escalation goes to.
    const other = await at('ops-cs');
    await open(other, server.url, `/complaints/${id}/show`);
    // To others it stands closed, with the reason, or not at all.
    expect(await other.getByRole('button', { name: '知悉升级', disabled: false }).count()).toBe(0);
    await open(page, server.url, `/complaints/${id}/show`);
    const buttons = page.getByRole('button', { name: '知悉升级' });
    const before = await buttons.count();
    await buttons.first().click();
    await confirm(page, '知悉升级');
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('button')].filter((each) => each.textContent === '知悉升级').length <
        count,
      before,
    );
  });

  it('a copy ends, and a link between cases is taken back', async () => {
    const page = await at('gm');
    const id = await caseWith(
      page,
      'links: { some: {} }, participants: { none: { part: { eq: COPIED }, until: { isNull: true } } }',
    );
    const { staffMembers } = await ask<{ staffMembers: { items: { id: string }[] } }>(
      page,
      '{ staffMembers(where: { login: { eq: "ops-cs" } }, limit: 1) { items { id } } }',
    );
    await ask(
      page,
      'mutation M($input: CopyCaseInput!) { copyCase(input: $input) { caseParticipant { id } } }',
      { input: { id, staffId: staffMembers.items[0]?.id } },
    );
    await open(page, server.url, `/complaints/${id}/show`);
    const ends = page.getByRole('button', { name: '取消抄送' });
    await ends.first().click();
    await confirm(page, '取消抄送');
    await ends.first().waitFor({ state: 'detached' });
    const unlinks = page.getByRole('button', { name: '取消关联' });
    const links = await unlinks.count();
    await unlinks.first().click();
    await confirm(page, '取消关联');
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('button')].filter((each) => each.textContent === '取消关联').length ===
        count - 1,
      links,
    );
  });
});

/** The pages of the desk by whom they are looked at. */
const walks: readonly (readonly [string, string])[] = [
  ['gm', '/assignedTasks'],
  ['gm', '/assignedTasks/all'],
  ['gm', '/assignedTasks/create'],
  ['gm', '/delegations'],
  ['hr-admin', '/notifications'],
  ['hr-admin', '/my-channels'],
  ['sys-admin', '/messageDeliveries'],
  ['sys-admin', '/personalChannels'],
];

describe('the pages of the desk', () => {
  it.each(walks)('for %s: %s is accessible, fits, and says everything', async (login, path) => {
    const page = await at(login);
    await open(page, server.url, path);
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize(widths.desk);
      const current = await page.evaluate(() => document.documentElement.dataset.theme);
      if (current !== theme) await page.getByRole('button', { name: /切换为[浅深]色/ }).click();
      for (const size of ['desk', 'phone'] as const) {
        await page.setViewportSize(widths[size]);
        await drawn(page);
        const where = `${path} ${theme} ${size}`;
        expect(await accessibilityProblems(page), where).toEqual([]);
        expect(await overflow(page), `${where} is wider than the window`).toBe(0);
        expect(await unsaidTexts(page), where).toEqual([]);
      }
    }
    await page.setViewportSize(widths.desk);
  });

  it.each(['zh-Hant', 'en'] as const)('show neither keys nor holes in %s', async (language) => {
    const visitor = await signedIn(browser, server.url, 'gm', { language });
    for (const path of [
      '/assignedTasks',
      '/notifications',
      '/delegations',
      '/my-channels',
      '/messageDeliveries',
    ]) {
      await open(visitor.page, server.url, path);
      expect(await unsaidTexts(visitor.page), path).toEqual([]);
      if (language === 'en')
        expect(
          (await visitor.page.locator('nav, thead, h1, h2, label').allInnerTexts()).join(' '),
          path,
        ).not.toMatch(/[交办通知委托权限]/);
    }
    await settled(visitor.page);
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });

  it('met no error and no other host on the way', () => {
    for (const [login, { problems }] of windows) expect(problems, login).toEqual([]);
  });
});
