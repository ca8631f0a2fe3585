// biome-ignore-all lint/performance/useDomNodeTextContent: what is drawn on the page is what is tested
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';
export type Theme = 'light' | 'dark';

/** Milliseconds for anything on a page; two cores may be busy with other tests. */
const patience = 15_000;

export const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Somebody in front of a browser, and everything that went wrong while looking. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, requests to elsewhere, answers of 5xx. */
  readonly problems: string[];
  close(): Promise<void>;
}

/** Opens a browser window on the sign-in screen. */
export async function visit(
  browser: Browser,
  url: string,
  options: { language?: Language; theme?: Theme; size?: keyof typeof widths } = {},
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: widths[options.size ?? 'desk'], locale: 'zh-CN' });
  const first = { locale: options.language ?? 'zh-Hans', theme: options.theme ?? 'light' };
  await context.addInitScript((choices) => {
    for (const [key, value] of Object.entries(choices))
      if (!localStorage.getItem(`RaStore.${key}`))
        localStorage.setItem(`RaStore.${key}`, JSON.stringify(value));
  }, first);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${url}/`) && !/^(data|blob):/.test(address))
      problems.push(`elsewhere: ${address}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(`${url}/`);
  await page.waitForSelector('#login');
  return { page, context, problems, close: () => context.close() };
}

/** Opens a window and signs in with one of the demo's roles. */
export async function signedIn(
  browser: Browser,
  url: string,
  login: string,
  options: Parameters<typeof visit>[2] = {},
): Promise<Visitor> {
  const visitor = await visit(browser, url, options);
  await signIn(visitor.page, login);
  return visitor;
}

export async function signIn(page: Page, login: string, password = demoPassword): Promise<void> {
  await page.fill('#login', login);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('#content');
}

export const demoPassword = process.env.KEHU_DEMO_PASSWORD ?? 'kehu-demo';

/** Goes to a page of the dashboard and waits until nothing loads any more. */
export async function open(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/#${path}`);
  await settled(page);
}

/** Until the answers are there and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]') && document.querySelector('h1') !== null,
  );
}

/** Until a change of size or theme is drawn and whatever it asked for is there. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]') && document.querySelector('h1') !== null,
  );
}

/** What an accessibility check finds, as lines that say where. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`),
  );
}

/** Texts that no reader should meet: keys, unfilled values, raw codes, programmers' words. */
export async function unsaidTexts(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  const patterns = [
    /\b(?:ra|resources)\.[a-z_]+\.[\w.]+/g,
    /%\{\w+\}/g,
    /\[object \w+\]|\bundefined\b|\bNaN\b/g,
    /\b[A-Z]{2,}_[A-Z_]{2,}\b/g,
  ];
  return patterns.flatMap((pattern) => text.match(pattern) ?? []);
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Asks the API as the signed-in person, from the page. */
export function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  return page.evaluate(
    async ([text, values]) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: text, variables: values }),
      });
      const answer = (await response.json()) as { data?: unknown; errors?: unknown };
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    [query, variables] as const,
  ) as Promise<Data>;
}
