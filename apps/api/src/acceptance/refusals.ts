import { expect } from 'vitest';
import type { Answered, AnsweredError } from '../testing/client.js';

export const readers = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Reader = (typeof readers)[number];

/** How the header of a reader's browser begins. */
export const accepting: Readonly<Record<Reader, string>> = {
  'zh-Hans': 'zh-CN,zh;q=0.9',
  'zh-Hant': 'zh-TW,zh;q=0.9',
  en: 'en-GB,en;q=0.9',
};

const chinese = /\p{Script=Han}/u;
/** Characters that only one of the two scripts has, of those that messages are made of. */
const hansOnly = /[这个没记录为误时须请错权现间输码数见长发与进应页图当]/u;
const hantOnly = /[這個沒記錄為誤時須請錯權現間輸碼數見長發與進應頁圖當]/u;
const innards =
  /\bat \w+ \(|SELECT |INSERT |node_modules|\.(ts|js):\d|\bER_[A-Z]+|mysql|mariadb|stack|undefined|\[object/i;

/** What is wrong with a refusal: its code, its paths, its language, what it lets out. Empty when nothing is. */
export function faultsOf(
  answered: Answered,
  wanted: { readonly codes: readonly string[]; readonly field?: string; readonly reader: Reader },
): string[] {
  const [error] = answered.errors;
  if (!error) return [`was accepted: ${answered.text.slice(0, 200)}`];
  const faults: string[] = [];
  const { code, fields } = error.extensions;
  if (!wanted.codes.includes(code)) faults.push(`${code} instead of ${wanted.codes.join(' or ')}`);
  if (code === 'BAD_USER_INPUT' && wanted.field !== undefined) {
    const paths = (fields ?? []).map(({ path }) => path);
    if (!paths.some((path) => path.split('.').includes(wanted.field ?? '')))
      faults.push(`fields [${paths}] without ${wanted.field}`);
  }
  for (const text of textsOf(error)) {
    if (text.trim() === '') faults.push('an empty message');
    if (wanted.reader === 'en' ? chinese.test(text) : !chinese.test(text) || foreign(text, wanted.reader))
      faults.push(`not in ${wanted.reader}: ${text}`);
  }
  if (innards.test(answered.text)) faults.push(`innards: ${answered.text.slice(0, 300)}`);
  const values = answered.data && Object.values(answered.data as object);
  if (values?.some((value: unknown) => value !== null)) faults.push('data beside the error');
  return faults;
}

function textsOf(error: AnsweredError): string[] {
  return [error.message, ...(error.extensions.fields ?? []).map(({ message }) => message)];
}

/** Han characters that the reader's script does not use. */
function foreign(text: string, reader: Reader): boolean {
  return reader === 'zh-Hans' ? hantOnly.test(text) : hansOnly.test(text) && !hantOnly.test(text);
}

/** Fails with every fault at once, each with what was tried. */
export function expectNoFaults(faults: readonly string[]): void {
  expect(faults.slice(0, 40), `${faults.length} faults`).toEqual([]);
}
