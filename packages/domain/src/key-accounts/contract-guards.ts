import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { ContractGuard } from './contract-workflow.js';
import type { ContractState } from './vocabularies.js';

/** What is true of a contract, and of whoever asks. */
export interface ContractFacts {
  readonly state: ContractState;
  readonly target: ContractState;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  /** Who answers for it and who submitted it. */
  readonly authorIds: readonly string[];
  readonly papers: number;
  /** Within what a department head approves alone. */
  readonly withinLimit: boolean;
  /** A renewal of it is under way or in force. */
  readonly renewed: boolean;
  readonly reasonGiven: boolean;
}

export const contractGuardMessages = {
  'contractGuard.authorDoesNotReview': label(
    '拟稿人、提交人不得审批。',
    '擬稿人、提交人不得審批。',
    'Whoever drafted or submitted it does not approve it.',
  ),
  'contractGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
  'contractGuard.papersOnFile': label(
    '须先上传合同文本。',
    '須先上傳合約文本。',
    'The papers of the contract must be on file.',
  ),
  'contractGuard.limit': label(
    '超过部门负责人的审批限额，须报总经理。',
    '超過部門主管的核准限額，須報總經理。',
    'It is over the limit of the department head; the general manager decides.',
  ),
  'contractGuard.notYetRenewed': label('已有续签合同。', '已有續約合約。', 'A renewal of it exists already.'),
} as const;

type Message = keyof typeof contractGuardMessages;

/** Every guard that the table of contracts names (R3.1, B7). */
export const contractGuards: Readonly<Record<ContractGuard, Guard<ContractFacts, Message>>> = {
  authorDoesNotReview: {
    article: 'B7.1',
    message: 'contractGuard.authorDoesNotReview',
    holds: ({ actorIds, authorIds }) => actorIds.every((id) => !authorIds.includes(id)),
  },
  reasonGiven: {
    article: 'R3.1',
    message: 'contractGuard.reasonGiven',
    asksInput: true,
    holds: ({ reasonGiven }) => reasonGiven,
  },
  papersOnFile: {
    article: 'R3.1',
    message: 'contractGuard.papersOnFile',
    asksInput: true,
    holds: ({ papers }) => papers > 0,
  },
  withinLimit: {
    article: 'R3.1',
    message: 'contractGuard.limit',
    routes: true,
    holds: ({ withinLimit }) => withinLimit,
  },
  overLimit: {
    article: 'R3.1',
    message: 'contractGuard.limit',
    routes: true,
    holds: ({ withinLimit }) => !withinLimit,
  },
  notYetRenewed: {
    article: 'R3.1',
    message: 'contractGuard.notYetRenewed',
    holds: ({ renewed }) => !renewed,
  },
};
