import { type Label, label } from '../catalogue/labels.js';
import type { Actor } from './actor.js';
import type { Role } from './roles.js';

/** Who did what before on the thing at hand; null where nobody did. */
export interface DutyFacts {
  /** Who asks to act now. */
  readonly actor: Pick<Actor, 'staffId' | 'roles' | 'departmentId' | 'via'>;
  /** Who acts in whose name (delegation, B7.7); the same rules hold for both. */
  readonly onBehalfOfId?: string | null;
  /** Who wrote what is reviewed now. */
  readonly authorId?: string | null;
  /** The person complained about, and the department when its own manager is. */
  readonly complainedStaffId?: string | null;
  readonly complainedDepartmentId?: string | null;
  readonly managerComplainedAbout?: boolean;
  /** Whose rights a grant changes, and who granted it. */
  readonly granteeId?: string | null;
  readonly grantedById?: string | null;
  /** The relationship manager of the credit application. */
  readonly applicationOwnerId?: string | null;
  /** Whether the reply is the store's own after it did not accept. */
  readonly notAcceptedReply?: boolean;
  /** Why the act is done, where a reason is asked. */
  readonly reason?: string | null;
}

/** One rule of B7: data that names it, and a predicate that says whether the act may go on. */
export interface DutyGuard {
  readonly id: string;
  readonly basis: string;
  readonly label: Label;
  /** Key of the message for whoever is refused. */
  readonly message: string;
  readonly holds: (facts: DutyFacts) => boolean;
}

const isOneOf = (facts: DutyFacts, staffId: string | null | undefined): boolean =>
  staffId != null && (facts.actor.staffId === staffId || facts.onBehalfOfId === staffId);

const hasRole = (facts: DutyFacts, ...roles: Role[]): boolean =>
  facts.actor.roles.some((role) => roles.includes(role));

/** Rules of separation of duties (dossier B7). Each answers true when nothing stands against the act. */
export const dutyGuards = {
  authorIsNotReviewer: {
    id: 'authorIsNotReviewer',
    basis: 'B7.1',
    label: label('编写人不得审核', '編寫人不得審核', 'The author does not review'),
    message: 'access.authorReviews',
    holds: (facts) => !isOneOf(facts, facts.authorId),
  },
  complainedPersonStaysOut: {
    id: 'complainedPersonStaysOut',
    basis: 'B7.2',
    label: label(
      '被投诉人及其所在部门（被投诉人为部门负责人时）不得裁定、调查、审核',
      '被投訴人及其所在部門（被投訴人為部門負責人時）不得裁定、調查、審核',
      'The person complained about, and the own staff of a manager complained about, neither rule nor investigate nor review',
    ),
    message: 'access.complainedPerson',
    holds: (facts) =>
      !isOneOf(facts, facts.complainedStaffId) &&
      !(
        facts.managerComplainedAbout === true &&
        facts.complainedDepartmentId != null &&
        facts.actor.departmentId === facts.complainedDepartmentId
      ),
  },
  replyByCustomerService: {
    id: 'replyByCustomerService',
    basis: 'B7.3, R4.14, R4.7',
    label: label(
      '由营运部客服答复客户；不受理的由门店答复',
      '由營運部客服答覆客戶；不受理的由門市答覆',
      'Customer service replies; the store replies when it did not accept',
    ),
    message: 'access.replyByCustomerService',
    holds: (facts) =>
      hasRole(facts, 'OPS_CS') ||
      (facts.notAcceptedReply === true && hasRole(facts, 'STORE_STAFF', 'STORE_SUP', 'AREA_MANAGER')),
  },
  relationshipManagerDoesNotDecide: {
    id: 'relationshipManagerDoesNotDecide',
    basis: 'B7.4',
    label: label(
      '客户经理签署报告但不参与审批',
      '客戶經理簽署報告但不參與審批',
      'The relationship manager signs the report and never decides',
    ),
    message: 'access.ownApplication',
    holds: (facts) => !isOneOf(facts, facts.applicationOwnerId) && !hasRole(facts, 'RM'),
  },
  noGrantToOneself: {
    id: 'noGrantToOneself',
    basis: 'B7.5',
    label: label('不得给自己授权', '不得給自己授權', 'Nobody grants a role to himself'),
    message: 'access.grantToSelf',
    holds: (facts) => facts.actor.via === 'operator' || !isOneOf(facts, facts.granteeId),
  },
  secondPersonApproves: {
    id: 'secondPersonApproves',
    basis: 'B7.5',
    label: label(
      '授权须由第二人批准；自行批准一律无效',
      '授權須由第二人核准；自行核准一律無效',
      'A second person approves a grant; nobody approves his own',
    ),
    message: 'access.selfApproval',
    // The operator's tool counts as a person of its own, so that an organisation with one administrator is not locked out.
    holds: (facts) =>
      facts.actor.via === 'operator' ||
      (!isOneOf(facts, facts.granteeId) && !isOneOf(facts, facts.grantedById)),
  },
  overrideWithReason: {
    id: 'overrideWithReason',
    basis: 'B7.6',
    label: label('改变裁定或指派须写明理由', '改變裁定或指派須寫明理由', 'An override needs a reason'),
    message: 'access.overrideReason',
    holds: (facts) => (facts.reason ?? '').trim() !== '',
  },
} satisfies Record<string, DutyGuard>;

export type DutyGuardName = keyof typeof dutyGuards;

/** The guards that stand against the act, in their order; none when it may go on. */
export function brokenGuards(names: readonly DutyGuardName[], facts: DutyFacts): readonly DutyGuard[] {
  const guards: Readonly<Record<DutyGuardName, DutyGuard>> = dutyGuards;
  return names.map((name) => guards[name]).filter((guard) => !guard.holds(facts));
}
