import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { ask, open, settled, signedIn, type Visitor, widths } from './visitor.js';

/** Where a picture of each step is put, to be looked at; none are taken without it. */
const pictures = process.env.KEHU_E2E_PICTURES;
let taken = 0;

/** A picture of the window as it stands, or of the whole page. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  taken += 1;
  const no = String(taken).padStart(2, '0');
  await page.screenshot({ path: join(pictures, `${no}-${name}.png`), fullPage: whole });
}

export interface Colleague {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
}

/** The people of a house at their desks, each in a window of their own that stays open. */
export interface CaseOffice {
  /** Every colleague by sign-in. */
  readonly people: ReadonlyMap<string, Colleague>;
  /** Name of the person with this sign-in. */
  name(login: string): string;
  at(login: string, size?: keyof typeof widths): Promise<Page>;
  /** Everything that went wrong in any window. */
  problems(): string[];
  close(): Promise<void>;
}

/**
 * Opens the office. Where two people share a post and only one of them has a sign-in, the other is sent
 * on leave first, so that the work comes to whom the test can be.
 */
export async function openOffice(browser: Browser, url: string): Promise<CaseOffice> {
  const windows = new Map<string, Visitor>();
  const administrator = await signedIn(browser, url, 'sys-admin');
  const { staffMembers } = await ask<{
    staffMembers: { items: (Colleague & { version: number; jobTitle: string | null })[] };
  }>(administrator.page, '{ staffMembers(limit: 200) { items { id login displayName version jobTitle } } }');
  const people = new Map(staffMembers.items.map((each) => [each.login, each]));
  for (const post of ['人事专员', '客服经理']) {
    const double = staffMembers.items.find((each) => each.jobTitle === post);
    if (double)
      await ask(
        administrator.page,
        'mutation M($input: SetStaffStatusInput!) { setStaffStatus(input: $input) { __typename } }',
        { input: { id: double.id, expectedVersion: double.version, status: 'LEAVE' } },
      );
  }
  await administrator.close();
  return {
    people,
    name: (login) => people.get(login)?.displayName ?? `nobody is ${login}`,
    at: async (login, size = 'desk') => {
      const known = windows.get(login) ?? (await signedIn(browser, url, login, { size }));
      windows.set(login, known);
      await known.page.setViewportSize(widths[size]);
      return known.page;
    },
    problems: () =>
      [...windows].flatMap(([login, { problems }]) => problems.map((each) => `${login}: ${each}`)),
    close: async () => {
      for (const window of windows.values()) await window.close();
    },
  };
}

/** A page of the dashboard, read anew: windows stay open while others work on the case. */
async function afresh(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/#${path}`);
  await page.reload();
}

/** The first page, read anew, with the row of a case in 我的待办. */
export async function workOn(page: Page, url: string, no: string): Promise<Locator> {
  await afresh(page, url, '/');
  const work = page.getByRole('region', { name: '我的待办' });
  await work.waitFor();
  return work.getByRole('listitem').filter({ hasText: no });
}

/** Fills the form of an act that is open and hands it in. */
export async function handIn(
  page: Page,
  act: string,
  fill: (form: Locator) => Promise<void>,
  shot: string,
): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: act, exact: true }).waitFor();
  await fill(form);
  await picture(page, shot);
  await form.getByRole('button', { name: act, exact: true }).click();
  await page.getByText(`已办理：${act}`).waitFor();
}

/** Does the act that waits for a person in 我的待办 with one click, and reads what is said afterwards. */
export async function doNext(
  page: Page,
  url: string,
  no: string,
  act: string,
  fill: (form: Locator) => Promise<void>,
  shot: string,
): Promise<void> {
  const row = await workOn(page, url, no);
  // What belongs to no case that the person sees is opened on its own page, with its form.
  await row
    .getByRole('button', { name: act, exact: true })
    .or(row.getByRole('link', { name: act, exact: true }))
    .first()
    .click();
  await handIn(page, act, fill, shot);
}

/** Does one of the other acts on the page of the case. */
export async function doOnCase(
  page: Page,
  url: string,
  id: string,
  act: string,
  fill: (form: Locator) => Promise<void>,
  shot: string,
): Promise<void> {
  await (await buttonOnCase(page, url, id, act)).click();
  await handIn(page, act, fill, shot);
}

/** The button of an act on the page of the case, open or closed; those that are folded away are unfolded. */
export async function buttonOnCase(page: Page, url: string, id: string, act: string): Promise<Locator> {
  await afresh(page, url, `/complaints/${id}/show`);
  const expected = page.getByRole('region', { name: '现在应办' });
  const button = expected.locator('button', { hasText: act }).first();
  const more = expected.getByRole('button', { name: '其他办理', expanded: false });
  await more.or(button).first().waitFor();
  if ((await more.count()) > 0) await more.click();
  return button;
}

/** Chooses one record in a field that looks records up. */
export async function choose(form: Locator, field: string, title: string): Promise<void> {
  await form.getByRole('combobox', { name: field }).fill(title);
  await form.page().getByRole('option', { name: title, exact: true }).first().click();
}

/** A picture of one point, as a telephone would send one. */
export const photo = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
});

/** A moment some days from now, as a field for date and time takes it; noon is inside every house's hours. */
export function daysOn(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00`;
}

/** Registers a complaint of a new customer by telephone; answers the case. */
export async function register(
  page: Page,
  url: string,
  matter: {
    name: string;
    phone: string;
    what: string;
    category: string;
    demand: string;
    files?: { name: string; mimeType: string; buffer: Buffer }[];
  },
): Promise<{ id: string; no: string }> {
  await open(page, url, '/complaints/create');
  await page.getByRole('button', { name: '新客户' }).click();
  await page.getByLabel('投诉人姓名').fill(matter.name);
  await page.getByLabel('电话').fill(matter.phone);
  await page.getByLabel('客户怎么说').fill(matter.what);
  await page.getByLabel('投诉类别').selectOption({ label: matter.category });
  await page.getByRole('button', { name: matter.demand, exact: true }).click();
  await page.getByLabel('渠道').selectOption({ label: '电话' });
  if (matter.files) {
    await page.locator('input[type=file]').setInputFiles(matter.files);
    for (const file of matter.files) await page.getByRole('button', { name: `移除 ${file.name}` }).waitFor();
  }
  await picture(page, 'register', true);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.waitForURL(/complaints\/\d+\/show/);
  await settled(page);
  const [, id = ''] = /complaints\/(\d+)\/show/.exec(page.url()) ?? [];
  const { complaint } = await ask<{ complaint: { id: string; no: string } }>(
    page,
    'query Q($id: ID!) { complaint(id: $id) { id no } }',
    { id },
  );
  return complaint;
}
