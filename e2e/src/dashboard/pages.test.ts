// biome-ignore-all lint/performance/useDomNodeTextContent: what is drawn on the page is what is tested
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.js';
import { type RunningServer, startServer } from './server.js';
import {
  accessibilityProblems,
  ask,
  drawn,
  type Language,
  open,
  overflow,
  signedIn,
  unsaidTexts,
  type Visitor,
  visit,
  widths,
} from './visitor.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What must hold on every page, at both widths and in both themes. */
async function expectGood({ page }: Visitor, path: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    const current = await page.evaluate(() => document.documentElement.dataset.theme);
    if (current !== theme) {
      await page.setViewportSize(widths.desk);
      await page.getByRole('button', { name: /切换为[浅深]色/ }).click();
    }
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
}

/** A case that has everything that a case can have, for its page and all that is printed of it. */
const wholeCase =
  '{ list: complaints(where: { state: { eq: CLOSED }, reports: { some: {} }, replies: { some: {} }, rulings: { some: {} }, preventiveActions: { some: {} } }, orderBy: [{ receivedAt: DESC }], limit: 1) { items { id } } }';

/**
 * The pages of a role; `:customers`, `:orders` … stand for the first record that the person may see,
 * `:case` for a closed one with all its documents.
 */
const walks: Readonly<Record<string, readonly string[]>> = {
  gm: [
    '/',
    '/customers',
    '/customers/:customers/show',
    '/orders',
    '/orders/:orders/show',
    '/orderLines',
    '/products',
    '/products/:products/show',
    '/visitorRegistrations',
    '/importRuns',
    '/exportRuns',
    '/personalDataReveals',
  ],
  'ops-cs': [
    '/',
    '/customers/create',
    '/customers/:customers',
    '/customers/:customers/show',
    '/customers/:customers/print',
    '/imports',
  ],
  logistics: ['/', '/orders', '/orders/:orders/show'],
  'sys-admin': [
    '/',
    '/staffMembers',
    '/staffMembers/:staffMembers/show',
    '/departments',
    '/regions',
    '/roleGrants',
    '/apiTokens',
    '/codeListEntries',
    '/organisation',
    '/auditEntries',
    '/permissions',
  ],
  'hr-admin': [
    '/',
    '/complaints',
    '/complaints/:case/show',
    '/complaints/:case/print/card',
    '/complaints/:case/print/dossier',
    '/case-board',
    '/case-board?view=table',
    '/case-oversight',
    '/complaint-figures',
    '/complaint-monthly',
    '/complaint-monthly/print',
    '/regulations',
    '/complaint-settings',
  ],
  handler: ['/', '/complaints/:complaints/show'],
  analyst: ['/', '/customers', '/customers/:customers/show', '/orders'],
  'store-staff': ['/', '/customers', '/visitorRegistrations', '/complaints/create', '/about-me'],
  'privacy-officer': ['/', '/auditEntries', '/personalDataReveals', '/exportRuns'],
};

describe.each(Object.entries(walks))('as %s', (login, paths) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await signedIn(browser, server.url, login);
  });
  afterAll(() => visitor?.close());

  it.each(paths)('%s is accessible, fits, and says everything', async (path) => {
    const [, plural] = /:(\w+)/.exec(path) ?? [];
    let address = path;
    if (plural) {
      const { list } = await ask<{ list: { items: { id: string }[] } }>(
        visitor.page,
        plural === 'case' ? wholeCase : `{ list: ${plural}(limit: 1) { items { id } } }`,
      );
      address = path.replace(`:${plural}`, list.items[0]?.id ?? '');
    }
    await open(visitor.page, server.url, address);
    await expectGood(visitor, path);
  });

  it('met no error and no other host on the way', () => {
    expect(visitor.problems).toEqual([]);
  });
});

describe('the sign-in screen', () => {
  it.each(['light', 'dark'] as const)('is accessible in %s, at both widths', async (theme) => {
    const visitor = await visit(browser, server.url, { theme });
    for (const size of ['desk', 'phone'] as const) {
      await visitor.page.setViewportSize(widths[size]);
      expect(await accessibilityProblems(visitor.page)).toEqual([]);
      expect(await overflow(visitor.page)).toBe(0);
    }
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });

  it('changes its language in place', async () => {
    const { page, close } = await visit(browser, server.url);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: '繁體中文' }).click();
    await page.getByRole('heading', { name: '登入' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    await close();
  });
});

describe.each(['zh-Hans', 'zh-Hant', 'en'] satisfies Language[])('in %s', (language) => {
  it('no page shows a key, a hole or a code', async () => {
    const visitor = await signedIn(browser, server.url, 'gm', { language });
    for (const path of [
      '/',
      '/customers',
      '/orders',
      '/visitorRegistrations',
      '/exportRuns',
      '/permissions',
      '/roleGrants',
      '/auditEntries',
    ]) {
      await open(visitor.page, server.url, path);
      expect(await unsaidTexts(visitor.page), path).toEqual([]);
      if (language === 'en') {
        const chrome = await visitor.page.locator('header, nav, thead, h1, h2, label').allInnerTexts();
        expect(chrome.join(' ').replace(/\p{Script=Han}{2,4}$/gmu, ''), path).not.toMatch(/[客订导权操]/);
      }
    }
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });

  it('neither does what is uploaded, printed or shipped', async () => {
    for (const [login, paths] of [
      ['ops-cs', ['/imports', '/customers/:customers/print']],
      ['logistics', ['/']],
    ] as const) {
      const visitor = await signedIn(browser, server.url, login, { language });
      const { customers } = await ask<{ customers: { items: { id: string }[] } }>(
        visitor.page,
        '{ customers(limit: 1) { items { id } } }',
      );
      for (const path of paths) {
        await open(visitor.page, server.url, path.replace(':customers', customers.items[0]?.id ?? ''));
        expect(await unsaidTexts(visitor.page), path).toEqual([]);
        const heads = (
          await visitor.page.locator('#content').locator('h2, h3, th, label').allInnerTexts()
        ).join(' ');
        if (language === 'en') expect(heads, path).not.toMatch(/[客订导权操]/);
        if (language === 'zh-Hant') expect(heads, path).not.toMatch(/[户订单导资档]/);
      }
      expect(visitor.problems).toEqual([]);
      await visitor.close();
    }
  });
});

describe('GraphiQL', () => {
  it('is served by the product itself and answers with the session of the browser', async () => {
    const visitor = await signedIn(browser, server.url, 'analyst');
    const { page } = visitor;
    // Until editor and schema are there, the button does nothing.
    const schema = page.waitForResponse((answer) =>
      Boolean(answer.request().postData()?.includes('IntrospectionQuery')),
    );
    await page.goto(`${server.url}/graphiql`);
    await (await schema).finished();
    await page
      .locator('.graphiql-query-editor .CodeMirror-line')
      .getByText('ordersAggregate')
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.waitForFunction(() =>
      document.querySelector('.result-window')?.textContent?.includes('ordersAggregate'),
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });
});
