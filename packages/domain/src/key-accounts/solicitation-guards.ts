import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { SolicitationGuard } from './solicitation-workflow.js';
import type { SolicitationStage } from './vocabularies.js';

/** What is true of a solicitation, and of whoever asks. */
export interface SolicitationFacts {
  readonly stage: SolicitationStage;
  readonly target: SolicitationStage;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  /** Somebody else registered the same customer, or one of the same name, and is still protected. */
  readonly protectedForAnother: boolean;
  /** Visits of this solicitation that took place. */
  readonly visits: number;
  readonly amountGiven: boolean;
  readonly customerOnFile: boolean;
  readonly contractActive: boolean;
  readonly lostReasonGiven: boolean;
  /** The last day on which a lost one can be taken up again; null while it is not lost. */
  readonly reopenUntil: string | null;
}

export const solicitationGuardMessages = {
  'solicitationGuard.protected': label(
    '该客户已由他人报备，保护期内不得开发。',
    '該客戶已由他人報備，保護期內不得開發。',
    'Somebody else registered this prospect; it is protected for the time being.',
  ),
  'solicitationGuard.visitOnRecord': label(
    '须先登记一次已进行的拜访。',
    '須先登記一次已進行的拜訪。',
    'A visit that took place must be on record first.',
  ),
  'solicitationGuard.amountGiven': label(
    '须给出预计金额。',
    '須給出預計金額。',
    'An expected amount is needed.',
  ),
  'solicitationGuard.customerOnFile': label(
    '须先为该客户建档并关联。',
    '須先為該客戶建檔並關聯。',
    'The customer must be on file and named here first.',
  ),
  'solicitationGuard.contractActive': label(
    '须有今日有效的合同。',
    '須有今日有效的合約。',
    'A contract in force today is needed.',
  ),
  'solicitationGuard.lostReasonGiven': label(
    '须选择未成交原因。',
    '須選擇未成交原因。',
    'Say why it was lost.',
  ),
  'solicitationGuard.withinReopening': label(
    '已过重新开发的期限，请另行报备。',
    '已過重新開發的期限，請另行報備。',
    'It was lost too long ago; open a new one.',
  ),
} as const;

type Message = keyof typeof solicitationGuardMessages;

/** Every guard that the table of solicitations names (R3.1). */
export const solicitationGuards: Readonly<Record<SolicitationGuard, Guard<SolicitationFacts, Message>>> = {
  notProtectedForAnother: {
    article: 'R3.1',
    message: 'solicitationGuard.protected',
    holds: ({ protectedForAnother }) => !protectedForAnother,
  },
  visitOnRecord: {
    article: 'R3.1',
    message: 'solicitationGuard.visitOnRecord',
    holds: ({ visits }) => visits > 0,
  },
  amountGiven: {
    article: 'R3.1',
    message: 'solicitationGuard.amountGiven',
    asksInput: true,
    holds: ({ amountGiven }) => amountGiven,
  },
  customerOnFile: {
    article: 'R3.1',
    message: 'solicitationGuard.customerOnFile',
    holds: ({ customerOnFile }) => customerOnFile,
  },
  contractActive: {
    article: 'R3.1',
    message: 'solicitationGuard.contractActive',
    holds: ({ contractActive }) => contractActive,
  },
  lostReasonGiven: {
    article: 'R3.1',
    message: 'solicitationGuard.lostReasonGiven',
    asksInput: true,
    holds: ({ lostReasonGiven }) => lostReasonGiven,
  },
  withinReopening: {
    article: 'R3.1',
    message: 'solicitationGuard.withinReopening',
    holds: ({ reopenUntil, today }) => reopenUntil !== null && today <= reopenUntil,
  },
};
