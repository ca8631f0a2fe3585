import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { PlanGuard } from './plan-workflow.js';
import type { PlanState } from './sales-plan.js';

/** What is true of a sales plan, and of whoever asks. */
export interface PlanFacts {
  readonly state: PlanState;
  readonly target: PlanState;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  readonly authorIds: readonly string[];
  readonly lines: number;
  readonly hasParent: boolean;
  readonly parentApproved: boolean;
  /** With its sisters this plan lies within the parent's sums and tolerance; as soon as all sisters stand, exactly so. */
  readonly sumsToParent: boolean;
  /** Another approved plan of the same period, region and owner, that this one does not replace. */
  readonly anotherApproved: boolean;
  readonly from: string;
  readonly to: string;
  readonly reasonGiven: boolean;
}

export const planGuardMessages = {
  'planGuard.hasLines': label('计划没有明细。', '計畫沒有明細。', 'The plan has no lines.'),
  'planGuard.sumsToParent': label(
    '分解之和超出上级计划的允差。',
    '分解之和超出上級計畫的允差。',
    'The parts do not sum to the parent plan within its tolerance.',
  ),
  'planGuard.parentApproved': label(
    '上级计划尚未批准。',
    '上級計畫尚未核准。',
    'The parent plan is not approved yet.',
  ),
  'planGuard.onlyOneApproved': label(
    '同一期间与范围已有批准的计划；请修订该计划。',
    '同一期間與範圍已有核准的計畫；請修訂該計畫。',
    'There is an approved plan of this period and scope; revise that one.',
  ),
  'planGuard.authorDoesNotReview': label(
    '编制人不得审批。',
    '編製人不得審批。',
    'Whoever drafted it does not approve it.',
  ),
  'planGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
  'planGuard.periodBegun': label('期间尚未开始。', '期間尚未開始。', 'The period has not begun.'),
  'planGuard.periodOver': label('期间尚未结束。', '期間尚未結束。', 'The period is not over.'),
} as const;

type Message = keyof typeof planGuardMessages;

/** Every guard that the table of sales plans names (dossier D4, B7). */
export const planGuards: Readonly<Record<PlanGuard, Guard<PlanFacts, Message>>> = {
  hasLines: { article: 'D4', message: 'planGuard.hasLines', holds: ({ lines }) => lines > 0 },
  sumsToParent: {
    article: 'D4',
    message: 'planGuard.sumsToParent',
    holds: ({ hasParent, sumsToParent }) => !hasParent || sumsToParent,
  },
  parentApproved: {
    article: 'D4',
    message: 'planGuard.parentApproved',
    holds: ({ hasParent, parentApproved }) => !hasParent || parentApproved,
  },
  onlyOneApproved: {
    article: 'D4',
    message: 'planGuard.onlyOneApproved',
    holds: ({ anotherApproved }) => !anotherApproved,
  },
  authorDoesNotReview: {
    article: 'B7.1',
    message: 'planGuard.authorDoesNotReview',
    holds: ({ actorIds, authorIds }) => actorIds.every((id) => !authorIds.includes(id)),
  },
  reasonGiven: {
    article: 'D4',
    message: 'planGuard.reasonGiven',
    asksInput: true,
    holds: ({ reasonGiven }) => reasonGiven,
  },
  periodBegun: { article: 'D4', message: 'planGuard.periodBegun', holds: ({ today, from }) => today >= from },
  periodOver: { article: 'D4', message: 'planGuard.periodOver', holds: ({ today, to }) => today > to },
};
