import { type Label, label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

/** Where the text of an article comes from. */
export const articleStatus = vocabulary('ArticleStatus', {
  KEPT: label('原文', '原文', 'As handed down'),
  RECOVERED: label('据同一文本补全', '據同一文本補全', 'Recovered from the same text elsewhere'),
  REBUILT: label('据通行文本补写', '據通行文本補寫', 'Rebuilt from common texts of the kind'),
  LOST: label('佚失', '佚失', 'Lost'),
});
export type ArticleStatus = (typeof articleStatus)['codes'][number];

/** One article of a regulation, its text mended where it was worn. */
export interface Article {
  /** `R4.26`. */
  readonly code: string;
  readonly regulation: string;
  readonly number: number;
  readonly title: Label;
  /** Null: lost; there is room for the company's own. */
  readonly text: Label | null;
  readonly status: ArticleStatus;
  /** What was mended, or where the text comes from. */
  readonly note: Label | null;
}

type Words = readonly [hans: string, hant: string, en: string];
const words = ([hans, hant, en]: Words): Label => label(hans, hant, en);

export function article(
  code: string,
  title: Words,
  text: Words | null,
  status: ArticleStatus = 'KEPT',
  note: Words | null = null,
): Article {
  const [, regulation = '', number = ''] = /^R(\d)\.(\d+)$/.exec(code) ?? [];
  return {
    code,
    regulation,
    number: Number(number),
    title: words(title),
    text: text && words(text),
    status,
    note: note && words(note),
  };
}

export const recovered: Words = [
  '原文缺此条，据同一办法的另一文本补全。',
  '原文缺此條，據同一辦法的另一文本補全。',
  'Missing in the source; recovered from another copy of the same regulation.',
];
export const rebuilt: Words = [
  '原文缺此条，据同类办法的通行文本补写，公司可另定。',
  '原文缺此條，據同類辦法的通行文本補寫，公司可另定。',
  'Missing in the source; rebuilt from common texts of the kind. The company may set its own.',
];
export const lost: Words = [
  '原文缺此条，未能找到，不作推测；公司可在此填写自己的条文。',
  '原文缺此條，未能找到，不作推測；公司可在此填寫自己的條文。',
  'Missing in the source and not found; nothing is guessed. The company may enter its own text here.',
];
/** Wording that was smoothed where the copy reads badly; which words the original had is not certain. */
export const copyEdited: Words = [
  '文字经通用校订，未与原件逐字核对。',
  '文字經通用校訂，未與原件逐字核對。',
  'The wording was copy-edited in general; it was not compared with the original word by word.',
];

/** A slip of copying that was mended. */
export const mended = (hans: string, hant: string, en: string): Words => [
  `已改正转载中的错字：${hans}。`,
  `已改正轉載中的錯字：${hant}。`,
  `Slips of copying mended: ${en}.`,
];
