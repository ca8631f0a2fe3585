import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { ApprovalGuard } from './approval-workflows.js';

/** What is true of a dealer rule, a proposal or an expense, and of whoever asks. */
export interface ApprovalFacts {
  readonly state: string;
  readonly target: string;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  /** Who wrote it, proposed it, or applied for it. */
  readonly authorIds: readonly string[];
  readonly papers: number;
  readonly effectiveDateGiven: boolean;
  /** What is settled does not exceed what was approved. */
  readonly withinApproval: boolean;
  readonly effectGiven: boolean;
  readonly reasonGiven: boolean;
}

export const approvalGuardMessages = {
  'approvalGuard.authorDoesNotReview': label(
    '本人提出的，不得自己审批。',
    '本人提出的，不得自己審批。',
    'Nobody decides what he wrote or applied for himself.',
  ),
  'approvalGuard.reasonGiven': label('须填写理由。', '須填寫理由。', 'A reason is needed.'),
  'approvalGuard.papersOnFile': label('须先上传票据。', '須先上傳單據。', 'The bill must be on file.'),
  'approvalGuard.effectiveDateGiven': label(
    '须填写生效日期。',
    '須填寫生效日期。',
    'The date from which it holds is needed.',
  ),
  'approvalGuard.withinApproval': label(
    '核销金额不得超过批准金额；超支须说明原因并重新审批。',
    '核銷金額不得超過核准金額；超支須說明原因並重新審批。',
    'No more is settled than was approved; for more, apply again with the reason.',
  ),
  'approvalGuard.effectGiven': label('须填写实施效果。', '須填寫實施成效。', 'Say what the effect was.'),
} as const;

type Message = keyof typeof approvalGuardMessages;

/** Every guard of the approvals of this department; `article` is that of the reasons which their table asks for. */
export function approvalGuards(
  article: string,
): Readonly<Record<ApprovalGuard, Guard<ApprovalFacts, Message>>> {
  return {
    authorDoesNotReview: {
      article: 'B7.1',
      message: 'approvalGuard.authorDoesNotReview',
      holds: ({ actorIds, authorIds }) => actorIds.every((id) => !authorIds.includes(id)),
    },
    reasonGiven: {
      article,
      message: 'approvalGuard.reasonGiven',
      asksInput: true,
      holds: ({ reasonGiven }) => reasonGiven,
    },
    papersOnFile: {
      article: 'R3.4',
      message: 'approvalGuard.papersOnFile',
      asksInput: true,
      holds: ({ papers }) => papers > 0,
    },
    effectiveDateGiven: {
      article: 'R3.7',
      message: 'approvalGuard.effectiveDateGiven',
      asksInput: true,
      holds: ({ effectiveDateGiven }) => effectiveDateGiven,
    },
    settlementWithinApproval: {
      article: 'R3.4',
      message: 'approvalGuard.withinApproval',
      asksInput: true,
      holds: ({ withinApproval }) => withinApproval,
    },
    effectGiven: {
      article: 'R3.3',
      message: 'approvalGuard.effectGiven',
      asksInput: true,
      holds: ({ effectGiven }) => effectGiven,
    },
  };
}
