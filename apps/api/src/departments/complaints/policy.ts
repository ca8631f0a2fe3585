import type { Actor } from '@kehu/domain/access/actor';
import type { Action, Scope } from '@kehu/domain/access/permission';
import type { Where } from '@kehu/query/arguments';
import {
  everything,
  type KindRules,
  nothing,
  type ScopeFilter,
  wholeHouse,
} from '../../access/department-policy.js';
import { inTheFile, onTheCard, worksOn } from './relations.js';

/**
 * The cases that a scope reaches (dossier B2, B4): own = registered by the actor or about the actor's own
 * customers; store = the store that the case concerns; department = handled or assisted by the actor's
 * department or one below it; region = of stores in the actor's regions; assigned = what the actor's own
 * part in the case opens, which is more to read than to act on (`relations.ts`).
 */
export const complaintsOf: ScopeFilter = (scope, actor, action) =>
  casesOf(scope, actor, action === 'READ' || action === 'COUNT' ? onTheCard(actor) : worksOn(actor, action));

function casesOf(scope: Scope, actor: Actor, assigned: Where): Where {
  const people = { in: actor.teamIds };
  switch (scope) {
    case 'ALL':
      return everything;
    case 'OWN':
      return {
        or: [
          { receivedBy: { id: { eq: actor.staffId } } },
          { customer: { owner: { id: { eq: actor.staffId } } } },
        ],
      };
    case 'TEAM':
      return { or: [{ receivedBy: { id: people } }, { customer: { owner: { id: people } } }] };
    case 'STORE':
      return actor.storeId === null ? nothing : { store: { id: { eq: actor.storeId } } };
    case 'DEPARTMENT':
      return {
        or: [
          { handlingDepartment: { id: { in: actor.departmentIds } } },
          { departmentTasks: { some: { department: { id: { in: actor.departmentIds } } } } },
        ],
      };
    case 'REGION':
      return { store: { region: { id: { in: actor.regionIds } } } };
    case 'ASSIGNED':
      return assigned;
  }
}

/** Documents of the file: reading them by one's part in the case asks for more of a part than the card does. */
const documentsOf =
  (path: readonly string[]): ScopeFilter =>
  (scope: Scope, actor: Actor, action: Action) => {
    const assigned = action === 'READ' || action === 'COUNT' ? inTheFile(actor) : worksOn(actor, action);
    return within(path, casesOf(scope, actor, assigned));
  };

/** A filter of the case as one of what hangs on it; "all" and "none" stay what they are. */
function within(path: readonly string[], where: Where): Where {
  if (where === everything || where === nothing) return where;
  return path.reduceRight<Where>((inner, relation) => ({ [relation]: inner }), where);
}

/**
 * Cases that stay closed to an actor whatever his rights: one about himself until the customer has been
 * answered, so that he does not learn who complained (practice 13; he reads it without the complainant by
 * `complaintsAboutMe`), and for HR and administration one about itself (F12).
 */
export function closedTo(actor: Actor): readonly Where[] {
  const aboutMe: Where = {
    not: {
      complainedStaff: { id: { eq: actor.staffId } },
      shielded: { eq: true },
      repliedAt: { isNull: true },
    },
  };
  const manages = actor.roles.includes('GM') || !actor.roles.includes('HR_ADMIN');
  return manages ? [aboutMe] : [aboutMe, { not: { complainedDepartment: { kind: { eq: 'HR_ADMIN' } } } }];
}

const parts = [
  'ComplaintDemand',
  'ComplaintTrigger',
  'ComplaintIntake',
  'CaseParticipant',
  'StoreAssessment',
  'AcceptanceRuling',
  'EvidenceRuling',
  'AssignmentOrder',
  'CardCopy',
  'CaseStep',
  'TrackingEntry',
  'DepartmentTask',
  'PreventiveAction',
  'CaseLink',
  'Attachment',
  'DeadlineEntry',
  'MissingEntry',
  'Escalation',
];

const documents = [
  'InvestigationReport',
  'SupervisorReview',
  'HrOpinion',
  'GmDecision',
  'HandlingOpinion',
  'CompensationRequest',
];
const partsOfReport = ['InvestigationItem', 'ResponsiblePerson'];

/** Documents follow their case; whoever explained a refusal to the customer reads that reply (R4.7). */
export const complaintsRules: readonly KindRules[] = [
  { kind: 'Complaint', scopes: complaintsOf, restrictions: closedTo },
  ...parts.map((kind) => ({ kind })),
  ...documents.map((kind) => ({ kind, scopes: documentsOf(['complaint']) })),
  ...partsOfReport.map((kind) => ({ kind, scopes: documentsOf(['report', 'complaint']) })),
  {
    kind: 'CustomerReply',
    alsoUnder: [{ subject: 'notAcceptedReply', where: { kind: { eq: 'NOT_ACCEPTED' } } }],
  },
  { kind: 'ComplaintMonthlyReport', scopes: wholeHouse },
  { kind: 'MonthlyReportCase' },
  { kind: 'MonthlyReportCorrection' },
  { kind: 'HandlingProcedure', scopes: wholeHouse },
  { kind: 'ComplaintSetting', scopes: wholeHouse },
  { kind: 'SalesRule', scopes: wholeHouse },
  { kind: 'ApprovalLimit', scopes: wholeHouse },
  { kind: 'PolicyVersion', scopes: wholeHouse },
  { kind: 'PolicyArticle' },
  { kind: 'PolicyInterpretation', scopes: wholeHouse },
];
