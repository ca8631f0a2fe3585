import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { VisitGuard } from './visit-workflow.js';
import type { VisitState } from './vocabularies.js';

/** What is true of a visit, and of whoever asks. */
export interface VisitFacts {
  readonly state: VisitState;
  readonly target: VisitState;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  readonly visitorId: string;
  /** The time at which it is said to have taken place has passed. */
  readonly tookPlace: boolean;
  readonly reasonGiven: boolean;
}

export const visitGuardMessages = {
  'visitGuard.visitorOnly': label(
    '由拜访人本人登记。',
    '由拜訪人本人登記。',
    'Only the visitor records his visit.',
  ),
  'visitGuard.notBeforeItTookPlace': label(
    '拜访尚未进行，不能报告。',
    '拜訪尚未進行，不能報告。',
    'It has not taken place yet.',
  ),
  'visitGuard.reviewerIsAnother': label(
    '本人不得审阅自己的报告。',
    '本人不得審閱自己的報告。',
    'Nobody reviews his own report.',
  ),
  'visitGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
} as const;

type Message = keyof typeof visitGuardMessages;

/** Every guard that the table of visits names (R3.1, B7). */
export const visitGuards: Readonly<Record<VisitGuard, Guard<VisitFacts, Message>>> = {
  visitorOnly: {
    article: 'R3.1',
    message: 'visitGuard.visitorOnly',
    holds: ({ actorIds, visitorId }) => actorIds.includes(visitorId),
  },
  notBeforeItTookPlace: {
    article: 'R3.1',
    message: 'visitGuard.notBeforeItTookPlace',
    asksInput: true,
    holds: ({ tookPlace }) => tookPlace,
  },
  reviewerIsAnother: {
    article: 'B7.1',
    message: 'visitGuard.reviewerIsAnother',
    holds: ({ actorIds, visitorId }) => !actorIds.includes(visitorId),
  },
  reasonGiven: {
    article: 'R3.1',
    message: 'visitGuard.reasonGiven',
    asksInput: true,
    holds: ({ reasonGiven }) => reasonGiven,
  },
};
