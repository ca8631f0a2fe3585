import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import { answersFor } from './accountability.js';
import type { AfterSalesState, TechSupportState } from './after-sales.js';
import type { AfterSalesGuard } from './after-sales-workflow.js';
import type { TechSupportGuard } from './tech-support-workflow.js';
import type { ResponsibilityPhase } from './vocabularies.js';

interface Asker {
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  readonly today: string;
  readonly reasonGiven: boolean;
}

/** What is true of an after-sales case, and of whoever asks. */
export interface AfterSalesFacts extends Asker {
  readonly target: AfterSalesState;
  readonly state: AfterSalesState;
  readonly phase: ResponsibilityPhase | null;
  readonly hasDiagnosis: boolean;
  readonly hasResult: boolean;
  /** What comes back is no more than was shipped and not yet returned. */
  readonly withinShipped: boolean;
  readonly openSupport: number;
  /** The complaint that grew out of a dispute has ended, or there is none. */
  readonly complaintEnded: boolean;
}

/** What is true of a request for technical support, and of whoever asks. */
export interface TechSupportFacts extends Asker {
  readonly target: TechSupportState;
  readonly state: TechSupportState;
  readonly engineerId: string | null;
  readonly hasEngineer: boolean;
  readonly hasSolution: boolean;
  readonly hasSignature: boolean;
}

export const serviceGuardMessages = {
  'serviceGuard.accountable': label(
    '前期由大客户经理负责售后，移交后由营运部负责。',
    '前期由大客戶經理負責售後，移交後由營運部負責。',
    'After-sales is the account manager’s in the early phase, operations’ afterwards.',
  ),
  'serviceGuard.diagnosisGiven': label('须先写明诊断。', '須先寫明診斷。', 'A diagnosis is needed first.'),
  'serviceGuard.resultGiven': label(
    '须写明处理结果。',
    '須寫明處理結果。',
    'The result must be written down.',
  ),
  'serviceGuard.returnWithinShipped': label(
    '退换数量超过已发未退的数量。',
    '退換數量超過已出未退的數量。',
    'More would come back than was shipped and not yet returned.',
  ),
  'serviceGuard.supportSettled': label(
    '还有未结的技术支持单。',
    '還有未結的技術支援單。',
    'A request for technical support is still open.',
  ),
  'serviceGuard.complaintSettled': label(
    '争议转成的投诉尚未结案。',
    '爭議轉成的投訴尚未結案。',
    'The complaint about the dispute is still open.',
  ),
  'serviceGuard.engineerGiven': label('须指定工程师。', '須指定工程師。', 'An engineer must be named.'),
  'serviceGuard.assignedEngineer': label(
    '由被派的工程师办理。',
    '由被派的工程師辦理。',
    'Only the engineer assigned does this.',
  ),
  'serviceGuard.solutionGiven': label(
    '须写明解决方案。',
    '須寫明解決方案。',
    'The solution must be written down.',
  ),
  'serviceGuard.signatureGiven': label(
    '须有客户签字人。',
    '須有客戶簽字人。',
    'Whoever signed for the customer must be named.',
  ),
  'serviceGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
} as const;

type Message = keyof typeof serviceGuardMessages;
const reasonGiven = {
  article: 'D5',
  message: 'serviceGuard.reasonGiven',
  asksInput: true,
  holds: ({ reasonGiven: given }: Pick<Asker, 'reasonGiven'>) => given,
} as const;

/** Every guard that the table of after-sales cases names (R3.5, D5). */
export const afterSalesGuards: Readonly<Record<AfterSalesGuard, Guard<AfterSalesFacts, Message>>> = {
  accountable: {
    article: 'R3.5',
    message: 'serviceGuard.accountable',
    holds: ({ phase, actorRoles }) => answersFor('AFTER_SALES', phase, actorRoles),
  },
  diagnosisGiven: {
    article: 'D5',
    message: 'serviceGuard.diagnosisGiven',
    asksInput: true,
    holds: ({ hasDiagnosis }) => hasDiagnosis,
  },
  returnWithinShipped: {
    article: 'D5',
    message: 'serviceGuard.returnWithinShipped',
    asksInput: true,
    holds: ({ withinShipped }) => withinShipped,
  },
  resultGiven: {
    article: 'D5',
    message: 'serviceGuard.resultGiven',
    asksInput: true,
    holds: ({ hasResult }) => hasResult,
  },
  supportSettled: {
    article: 'R3.6',
    message: 'serviceGuard.supportSettled',
    holds: ({ openSupport }) => openSupport === 0,
  },
  reasonGiven,
  complaintSettled: {
    article: 'D5',
    message: 'serviceGuard.complaintSettled',
    holds: ({ complaintEnded }) => complaintEnded,
  },
};

/** Every guard that the table of technical support names (R3.6, D5). */
export const techSupportGuards: Readonly<Record<TechSupportGuard, Guard<TechSupportFacts, Message>>> = {
  engineerGiven: {
    article: 'R3.6',
    message: 'serviceGuard.engineerGiven',
    asksInput: true,
    holds: ({ hasEngineer }) => hasEngineer,
  },
  assignedEngineer: {
    article: 'R3.6',
    message: 'serviceGuard.assignedEngineer',
    holds: ({ engineerId, actorIds }) => engineerId !== null && actorIds.includes(engineerId),
  },
  solutionGiven: {
    article: 'R3.6',
    message: 'serviceGuard.solutionGiven',
    asksInput: true,
    holds: ({ hasSolution }) => hasSolution,
  },
  signatureGiven: {
    article: 'R3.6',
    message: 'serviceGuard.signatureGiven',
    asksInput: true,
    holds: ({ hasSignature }) => hasSignature,
  },
  reasonGiven,
};
