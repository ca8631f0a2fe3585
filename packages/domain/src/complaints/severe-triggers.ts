import type { CodeOf } from '../catalogue/vocabulary.js';
import { fold } from '../text/fold.js';
import { severeTrigger } from './vocabularies.js';

export type SevereTrigger = CodeOf<typeof severeTrigger>;

/** What is known of a case when its severity is weighed. */
export interface SeverityFacts {
  readonly channels: readonly string[];
  /** Subject and description together. */
  readonly text: string;
  readonly requestedAmount: number | null;
  /** From which amount a loss counts as large; null where the organisation set none. */
  readonly largeLoss: number | null;
  /** Cases of the same customer that are not solved, this one left out. */
  readonly unsolvedOfCustomer: number;
  /** Whether somebody who heads a department or store is complained about. */
  readonly aboutHead: boolean;
}

interface TriggerRule {
  readonly trigger: SevereTrigger;
  /** Channels that say it by themselves. */
  readonly channels?: readonly string[];
  /** Words of the complaint that suggest it, in any script. */
  readonly words?: readonly string[];
  readonly holds?: (facts: SeverityFacts) => boolean;
}

/**
 * What suggests that a case is severe (dossier D1.3). A suggestion only: a person decides, and says why.
 * The third unsolved case of one customer is this one and two before it.
 */
export const severeTriggerRules: readonly TriggerRule[] = [
  {
    trigger: 'INJURY_SAFETY',
    words: [
      '受伤',
      '伤人',
      '烫伤',
      '割伤',
      '骨折',
      '住院',
      '中毒',
      '过敏',
      '触电',
      '起火',
      '爆炸',
      '漏电',
      'injur',
      'hospital',
    ],
  },
  {
    trigger: 'MEDIA_REGULATOR',
    channels: ['MEDIA', 'HOTLINE_12315', 'HOTLINE_12345', 'CONSUMER_ASSOCIATION'],
    words: ['曝光', '记者', '电视台', '市场监管', '工商局', '起诉', '律师', '法院', '热搜'],
  },
  { trigger: 'GROUP', words: ['集体', '联名', '多位客户', '多名客户', '业主群', '维权群', '群体'] },
  { trigger: 'THIRD_TIME', holds: ({ unsolvedOfCustomer }) => unsolvedOfCustomer >= 2 },
  {
    trigger: 'LARGE_LOSS',
    holds: ({ requestedAmount, largeLoss }) =>
      requestedAmount !== null && largeLoss !== null && requestedAmount >= largeLoss,
  },
  { trigger: 'MANAGER_MISCONDUCT', holds: ({ aboutHead }) => aboutHead },
];

/** The triggers that the facts of a case suggest, in the order of the rules. */
export function suggestedTriggers(facts: SeverityFacts): SevereTrigger[] {
  const text = fold(facts.text);
  return severeTriggerRules
    .filter(
      ({ channels, words, holds }) =>
        (channels ?? []).some((channel) => facts.channels.includes(channel)) ||
        (words ?? []).some((word) => text.includes(fold(word))) ||
        (holds?.(facts) ?? false),
    )
    .map(({ trigger }) => trigger);
}
