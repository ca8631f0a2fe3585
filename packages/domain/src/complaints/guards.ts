import { dutyGuards } from '../access/separation-of-duties.js';
import type { FactName, GuardFacts } from './case-facts.js';
import { isOurFault } from './fault.js';
import type { GuardMessageKey } from './guard-messages.js';
import type { ComplaintGuard } from './transition.js';

/** A rule that stands before a transition: which facts it reads, after which article, and what it says. */
export interface CaseGuard {
  readonly reads: readonly FactName[];
  readonly article: string;
  readonly message: GuardMessageKey;
  /** It chooses between branches of the same act; the refusal is another guard's. */
  readonly routes?: true;
  readonly holds: (facts: GuardFacts) => boolean;
}

const day = (left: number | null, most: number): boolean => left !== null && left <= most;
const meets = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((id) => other.includes(id));
const cents = (amount: string | null): bigint => {
  const [whole = '0', part = ''] = (amount ?? '0').split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
};
const told: readonly (string | null)[] = [null, 'EXPLAIN', 'APOLOGY', 'NONE'];
const somethingToDo = (facts: GuardFacts): boolean =>
  !told.includes(facts.remedy) || cents(facts.opinionAmount) > 0n || facts.unexecutedCompensations > 0;
const switchedOn = (facts: GuardFacts): boolean =>
  facts.situation === 'A_QUALITY' || facts.settings.situations.includes(facts.situation);

/** Author and reviewer, complained person and case: B7 as the register of duties has it, for each name on the step. */
const duty = (guard: 'authorIsNotReviewer' | 'complainedPersonStaysOut') => dutyGuards[guard];
const eachName = (facts: GuardFacts, holds: (staffId: string) => boolean): boolean =>
  facts.actorIds.every(holds);
const as = (facts: GuardFacts, staffId: string) => ({
  staffId,
  roles: facts.actorRoles,
  departmentId: null,
  via: 'session' as const,
});
const notAmong = (authors: readonly string[]) => (facts: GuardFacts) =>
  eachName(facts, (id) =>
    authors.every((authorId) => duty('authorIsNotReviewer').holds({ actor: as(facts, id), authorId })),
  );

/** Who wrote what is judged in a state: the report, the opinion, or both before the general manager. */
function judgedAuthors({ state, reportAuthorIds, opinionAuthorIds }: GuardFacts): readonly string[] {
  if (state === 'REPORT_REVIEW' || state === 'HR_REVIEW') return reportAuthorIds;
  return state === 'GM_REVIEW' ? [...reportAuthorIds, ...opinionAuthorIds] : opinionAuthorIds;
}

/** Every guard that the table of transitions names. */
export const complaintGuards: Readonly<Record<ComplaintGuard, CaseGuard>> = {
  complainedStaysOut: {
    reads: [
      'actorIds',
      'actorRoles',
      'actorDepartmentIds',
      'complainedStaffId',
      'complainedUnitIds',
      'overriddenIds',
    ],
    article: 'B7.2',
    message: 'guard.complainedStaysOut',
    holds: (facts) =>
      facts.actorIds.every((id) => facts.overriddenIds.includes(id)) ||
      (eachName(facts, (id) =>
        duty('complainedPersonStaysOut').holds({
          actor: as(facts, id),
          complainedStaffId: facts.complainedStaffId,
        }),
      ) &&
        !meets(facts.actorDepartmentIds, facts.complainedUnitIds)),
  },
  superiorRules: {
    reads: ['actorRoles', 'storeId', 'deskDepartmentId', 'settings'],
    article: 'R4.7',
    message: 'guard.superiorRules',
    holds: ({ actorRoles, storeId, deskDepartmentId, settings }) => {
      if (storeId === null) return true;
      const wentUp = deskDepartmentId !== storeId;
      return actorRoles.some(
        (role) =>
          (role !== 'OPS_CS' || wentUp) && (role !== 'STORE_SUP' || settings.rulingBy === 'STORE_SUP'),
      );
    },
  },
  assessorDoesNotRule: {
    reads: ['actorIds', 'actorRoles', 'assessorIds'],
    article: 'B7.1',
    message: 'guard.assessorDoesNotRule',
    holds: (facts) => notAmong(facts.assessorIds)(facts),
  },
  rulerDoesNotOverride: {
    reads: ['actorIds', 'actorRoles', 'rulerIds'],
    article: 'B7.1',
    message: 'guard.rulerDoesNotOverride',
    holds: (facts) => notAmong(facts.rulerIds)(facts),
  },
  authorDoesNotReview: {
    reads: ['state', 'actorIds', 'actorRoles', 'reportAuthorIds', 'opinionAuthorIds'],
    article: 'B7.1',
    message: 'guard.authorDoesNotReview',
    holds: (facts) => notAmong(judgedAuthors(facts))(facts),
  },
  severeRefusalNeedsConsent: {
    reads: ['severity', 'actorRoles', 'refusalConsented'],
    article: 'R4.7',
    message: 'guard.severeRefusalNeedsConsent',
    holds: (facts) =>
      facts.severity !== 'SEVERE' || facts.refusalConsented || facts.actorRoles.includes('OPS_CS'),
  },
  withinOverrideDays: {
    reads: ['daysSinceRuling', 'settings'],
    article: 'R4.5',
    message: 'guard.withinOverrideDays',
    holds: ({ daysSinceRuling, settings }) => day(daysSinceRuling, settings.overrideDays),
  },
  departmentNotComplainedAbout: {
    reads: ['complainedUnitIds', 'givenDepartmentId', 'givenDepartmentActive'],
    article: 'R4.9',
    message: 'guard.departmentNotComplainedAbout',
    holds: ({ complainedUnitIds, givenDepartmentId, givenDepartmentActive }) =>
      givenDepartmentId == null ||
      (givenDepartmentActive !== false && !complainedUnitIds.includes(givenDepartmentId)),
  },
  situationQuality: {
    reads: ['situation', 'settings'],
    article: 'R4.8',
    message: 'guard.situationQuality',
    holds: (facts) => facts.situation === 'A_QUALITY' || !switchedOn(facts),
  },
  situationDispute: {
    reads: ['situation', 'settings'],
    article: 'R4.8',
    message: 'guard.situationDispute',
    holds: (facts) => facts.situation === 'B_CONTRACT' && switchedOn(facts),
  },
  situationDispatch: {
    reads: ['situation', 'settings'],
    article: 'R4.8',
    message: 'guard.situationDispatch',
    holds: (facts) => facts.situation === 'C_DISPATCH' && switchedOn(facts),
  },
  operationsOrLogisticsHandles: {
    reads: ['givenDepartmentId', 'givenDepartmentKind'],
    article: 'R4.8',
    message: 'guard.operationsOrLogisticsHandles',
    holds: ({ givenDepartmentId, givenDepartmentKind }) =>
      givenDepartmentId == null || givenDepartmentKind === 'OPS' || givenDepartmentKind === 'LOGISTICS',
  },
  refusedAtMostOnce: {
    reads: ['refusals', 'settings'],
    article: 'R4.9',
    message: 'guard.refusedAtMostOnce',
    holds: ({ refusals, settings }) => refusals < settings.refusalsAllowed,
  },
  originalAttached: {
    reads: ['attachments', 'givenOriginal'],
    article: 'R4.11',
    message: 'guard.originalAttached',
    // The act may bring the original itself: while only its button is drawn, nothing is missing yet.
    holds: ({ attachments, givenOriginal }) => givenOriginal !== false || attachments > 0,
  },
  reportExists: {
    reads: ['documents'],
    article: 'R4.12',
    message: 'guard.reportExists',
    routes: true,
    holds: ({ documents }) => documents.includes('InvestigationReport'),
  },
  disputePath: {
    reads: ['documents', 'handlingDepartmentId'],
    article: 'R4.8',
    message: 'guard.disputePath',
    routes: true,
    holds: ({ documents, handlingDepartmentId }) =>
      handlingDepartmentId === null &&
      documents.includes('HandlingOpinion') &&
      !documents.includes('InvestigationReport'),
  },
  opinionRefersToHr: {
    reads: ['situation', 'documents', 'hrComplainedAbout'],
    article: 'R4.13',
    message: 'guard.opinionRefersToHr',
    holds: ({ documents, hrComplainedAbout }) =>
      hrComplainedAbout || !documents.includes('InvestigationReport') || documents.includes('HrOpinion'),
  },
  compensationSettled: {
    reads: ['opinionAmount', 'approvedCompensation', 'pendingCompensations', 'actorLimit'],
    article: 'R4.18',
    message: 'guard.compensationSettled',
    holds: ({ opinionAmount, approvedCompensation, pendingCompensations, actorLimit }) =>
      pendingCompensations === 0 &&
      (cents(opinionAmount) === 0n ||
        cents(approvedCompensation) >= cents(opinionAmount) ||
        (actorLimit !== null && cents(actorLimit) >= cents(opinionAmount))),
  },
  noOpenAssistance: {
    reads: ['openAssistance'],
    article: 'R1.2',
    message: 'guard.noOpenAssistance',
    holds: ({ openAssistance }) => openAssistance === 0,
  },
  preventiveActionRecorded: {
    reads: ['conclusion', 'preventiveActions'],
    article: 'R4.4',
    message: 'guard.preventiveActionRecorded',
    holds: ({ conclusion, preventiveActions }) => !isOurFault(conclusion) || preventiveActions > 0,
  },
  // Where the fault is not ours no measure is asked for, but why there is none is said (practice, settings 6).
  noPreventionExplained: {
    reads: ['conclusion', 'preventiveActions', 'noPreventionReason', 'givenNoPreventionReason'],
    article: 'R4.4',
    message: 'guard.noPreventionExplained',
    holds: ({ conclusion, preventiveActions, noPreventionReason, givenNoPreventionReason }) =>
      conclusion === null ||
      isOurFault(conclusion) ||
      preventiveActions > 0 ||
      noPreventionReason ||
      givenNoPreventionReason !== false,
  },
  breachReasonGiven: {
    reads: ['overdue', 'breachReason', 'givenBreachReason'],
    article: 'R4.26',
    message: 'guard.breachReasonGiven',
    holds: ({ overdue, breachReason, givenBreachReason }) =>
      !overdue || breachReason || givenBreachReason !== false,
  },
  nothingToExecute: {
    reads: ['remedy', 'opinionAmount', 'unexecutedCompensations'],
    article: 'F7',
    message: 'guard.nothingToExecute',
    holds: (facts) => !somethingToDo(facts),
  },
  remedyToExecute: {
    reads: ['remedy', 'opinionAmount', 'unexecutedCompensations'],
    article: 'F7',
    message: 'guard.remedyToExecute',
    holds: somethingToDo,
  },
  roundsLeft: {
    reads: ['rejections', 'settings'],
    article: 'F6',
    message: 'guard.roundsLeft',
    holds: ({ rejections, settings }) => rejections + 1 < settings.rejectionRounds,
  },
  afterTwoRejections: {
    reads: ['rejections', 'settings'],
    article: 'F6',
    message: 'guard.afterTwoRejections',
    holds: ({ rejections, settings }) => rejections + 1 >= settings.rejectionRounds,
  },
  proofOfRemedy: {
    reads: ['unexecutedCompensations', 'givenProof', 'givenUndertaking'],
    article: 'F7',
    message: 'guard.proofOfRemedy',
    holds: ({ unexecutedCompensations, givenProof, givenUndertaking }) =>
      givenUndertaking !== false || (unexecutedCompensations === 0 && givenProof !== false),
  },
  withinReopenDays: {
    reads: ['daysSinceClosing', 'settings'],
    article: 'R4.26',
    message: 'guard.withinReopenDays',
    holds: ({ daysSinceClosing, settings }) => day(daysSinceClosing, settings.reopenDays),
  },
  lateWithdrawalOn: {
    reads: ['settings'],
    article: 'R4.2',
    message: 'guard.lateWithdrawalOn',
    holds: ({ settings }) => settings.lateWithdrawal,
  },
  statementOnFile: {
    reads: ['givenStatement'],
    article: 'R4.2',
    message: 'guard.statementOnFile',
    holds: ({ givenStatement }) => givenStatement !== false,
  },
  simpleProcedureOn: {
    reads: ['settings'],
    article: 'R1.5',
    message: 'guard.simpleProcedureOn',
    holds: ({ settings }) => settings.simpleProcedure,
  },
  anonymousCase: {
    reads: ['anonymous'],
    article: 'F13',
    message: 'guard.anonymousCase',
    holds: ({ anonymous }) => anonymous,
  },
  notAnonymous: {
    reads: ['anonymous'],
    article: 'F13',
    message: 'guard.notAnonymous',
    holds: ({ anonymous }) => !anonymous,
  },
  batchReviewOn: {
    reads: ['requestedAmount', 'settings'],
    article: 'F11',
    message: 'guard.batchReviewOn',
    holds: ({ requestedAmount, settings }) =>
      settings.batchReview && cents(requestedAmount) <= cents(settings.batchAmount),
  },
  keyAccountEarly: {
    reads: ['actorRoles', 'actorIds', 'keyAccount', 'customerOwnerId'],
    article: 'R3.5',
    message: 'guard.keyAccountEarly',
    holds: ({ actorRoles, actorIds, keyAccount, customerOwnerId }) =>
      actorRoles.some((role) => role !== 'KAM') ||
      (keyAccount && customerOwnerId !== null && actorIds.includes(customerOwnerId)),
  },
  notKeyAccountReviewer: {
    reads: ['keyAccount', 'customerOwnerId', 'actorIds'],
    article: 'R3.5',
    message: 'guard.notKeyAccountReviewer',
    holds: ({ keyAccount, customerOwnerId, actorIds }) =>
      !keyAccount || customerOwnerId === null || !actorIds.includes(customerOwnerId),
  },
  hrComplainedAbout: {
    reads: ['hrComplainedAbout'],
    article: 'F12',
    message: 'guard.hrComplainedAbout',
    routes: true,
    holds: ({ hrComplainedAbout }) => hrComplainedAbout,
  },
  hrNotComplainedAbout: {
    reads: ['hrComplainedAbout'],
    article: 'F12',
    message: 'guard.hrNotComplainedAbout',
    routes: true,
    holds: ({ hrComplainedAbout }) => !hrComplainedAbout,
  },
};

/** The guards of a transition that stand against it, in their order; none when it may go on. */
export function brokenCaseGuards(names: readonly ComplaintGuard[], facts: GuardFacts): readonly CaseGuard[] {
  return names.map((name) => complaintGuards[name]).filter((guard) => !guard.holds(facts));
}
