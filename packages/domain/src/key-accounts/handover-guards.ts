import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { HandoverGuard } from './handover-workflow.js';
import type { HandoverState, ResponsibilityPhase } from './vocabularies.js';

/** What is true of a hand-over, and of whoever asks. */
export interface HandoverFacts {
  readonly state: HandoverState;
  readonly target: HandoverState;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  readonly phase: ResponsibilityPhase;
  /** Another hand-over of the account waits. */
  readonly anotherOpen: boolean;
  /** Who hands over, and who received: neither approves, and the first does not receive. */
  readonly authorIds: readonly string[];
  /** Items that are not ticked. */
  readonly notReceived: number;
  /** Open orders, cases and contracts of the account that the list does not name. */
  readonly unlisted: number;
  readonly reasonGiven: boolean;
}

export const handoverGuardMessages = {
  'handoverGuard.accountInEarlyPhase': label(
    '该大客户不在前期，无须移交。',
    '該大客戶不在前期，無須移交。',
    'The account is not in its early phase.',
  ),
  'handoverGuard.noOtherHandover': label(
    '该大客户已有移交在办。',
    '該大客戶已有移交在辦。',
    'Another hand-over of the account is under way.',
  ),
  'handoverGuard.authorDoesNotReview': label(
    '移交人不得接收，移交人、接收人不得批准。',
    '移交人不得接收，移交人、接收人不得核准。',
    'Whoever hands over does not receive; neither of the two approves.',
  ),
  'handoverGuard.everythingReceived': label(
    '清单尚有未勾选的事项。',
    '清單尚有未勾選的事項。',
    'Not every item of the list is ticked.',
  ),
  'handoverGuard.listComplete': label(
    '提出之后又有新的单据，请先更新清单。',
    '提出之後又有新的單據，請先更新清單。',
    'There are records newer than the list; bring it up to date first.',
  ),
  'handoverGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
} as const;

type Message = keyof typeof handoverGuardMessages;

/** Every guard that the table of hand-overs names (D5, B7). */
export const handoverGuards: Readonly<Record<HandoverGuard, Guard<HandoverFacts, Message>>> = {
  accountInEarlyPhase: {
    article: 'R3.2',
    message: 'handoverGuard.accountInEarlyPhase',
    holds: ({ phase }) => phase === 'EARLY',
  },
  noOtherHandover: {
    article: 'R3.2',
    message: 'handoverGuard.noOtherHandover',
    holds: ({ anotherOpen }) => !anotherOpen,
  },
  authorDoesNotReview: {
    article: 'B7.1',
    message: 'handoverGuard.authorDoesNotReview',
    holds: ({ actorIds, authorIds }) => actorIds.every((id) => !authorIds.includes(id)),
  },
  everythingReceived: {
    article: 'R3.2',
    message: 'handoverGuard.everythingReceived',
    holds: ({ notReceived }) => notReceived === 0,
  },
  listComplete: {
    article: 'R3.2',
    message: 'handoverGuard.listComplete',
    holds: ({ unlisted }) => unlisted === 0,
  },
  reasonGiven: {
    article: 'R3.2',
    message: 'handoverGuard.reasonGiven',
    asksInput: true,
    holds: ({ reasonGiven }) => reasonGiven,
  },
};
