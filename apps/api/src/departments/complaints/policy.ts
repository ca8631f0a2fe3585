import type { Actor } from '@kehu/domain/access/actor';
import type { Scope } from '@kehu/domain/access/permission';
import type { Where } from '@kehu/query/arguments';
import { everything, type KindRules, nothing, wholeHouse } from '../../access/department-policy.js';

/**
 * The cases that a scope reaches (dossier B2, B4): own = registered by the actor or about the actor's own
 * customers; store = the store that the case concerns; department = handled or assisted by the actor's
 * department or one below it; region = of stores in the actor's regions; assigned = the actor handles it,
 * takes part in it, or it lies with his department and nobody was named.
 */
export function complaintsOf(scope: Scope, actor: Actor): Where {
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
      return assignedTo(actor);
  }
}

function assignedTo(actor: Actor): Where {
  const mine: Where[] = [
    { handler: { id: { eq: actor.staffId } } },
    { participants: { some: { staff: { id: { eq: actor.staffId } }, until: { isNull: true } } } },
    { departmentTasks: { some: { assignee: { id: { eq: actor.staffId } } } } },
  ];
  if (actor.departmentId !== null) {
    const department = { id: { eq: actor.departmentId } };
    mine.push({ handler: { id: { isNull: true } }, handlingDepartment: department });
    mine.push({ departmentTasks: { some: { department, assignee: { id: { isNull: true } } } } });
  }
  // Finance pays what was approved, and sees the case for that (practice, settings 1).
  if (actor.roles.includes('FINANCE')) {
    mine.push({ compensations: { some: { state: { in: ['APPROVED', 'EXECUTED'] } } } });
  }
  return { or: mine };
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
  'InvestigationReport',
  'InvestigationItem',
  'ResponsiblePerson',
  'SupervisorReview',
  'HrOpinion',
  'GmDecision',
  'HandlingOpinion',
  'CardCopy',
  'CaseStep',
  'TrackingEntry',
  'DepartmentTask',
  'CompensationRequest',
  'PreventiveAction',
  'CaseLink',
  'Attachment',
  'DeadlineEntry',
  'MissingEntry',
  'Escalation',
];

/** Documents follow their case; whoever explained a refusal to the customer reads that reply (R4.7). */
export const complaintsRules: readonly KindRules[] = [
  { kind: 'Complaint', scopes: complaintsOf, restrictions: closedTo },
  ...parts.map((kind) => ({ kind })),
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
