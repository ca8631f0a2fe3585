import type { Action, Scope } from '@kehu/domain/access/permission';
import { permits } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { assignedAccounts, followingCustomers, followingRegions, plainRules } from './account-tags.js';

/**
 * How a planted row lies to the person of a role: his own, a subordinate's, of his store, of a
 * department below his, of a region below his, a case that he handles, one that he was copied on, was
 * asked to assist with, or was given a task from; of nobody he has to do with, or another person's own;
 * or a case about himself (for HR and administration, about its department too),
 * which no right opens.
 */
export const tags = [
  'OWN',
  'TEAM',
  'STORE',
  'DEPARTMENT',
  'REGION',
  'ASSIGNED',
  'COPIED',
  'ASSISTING',
  'TASKED',
  'OTHER',
  'FOREIGN',
  'CONFLICT',
] as const;
export type Tag = (typeof tags)[number];

/** What no right reaches, not even one of the whole house (B7.2, F12). */
const reachable: readonly Tag[] = tags.filter((tag) => tag !== 'CONFLICT');

type Reach = Readonly<Record<Exclude<Scope, 'ALL' | 'ASSIGNED'>, readonly Tag[]>>;

/** Customers and what belongs to them: the owner's, the store's, the department's, the region's. */
const asCustomer: Reach = {
  OWN: ['OWN'],
  TEAM: ['OWN', 'TEAM'],
  STORE: ['STORE'],
  DEPARTMENT: ['DEPARTMENT'],
  REGION: ['REGION'],
};

/** The register of a store or department that was visited; a department's includes the store above it. */
const asVisit: Reach = { ...asCustomer, DEPARTMENT: ['STORE', 'DEPARTMENT'] };

/** What hangs on a person is reached through that person's place, so one's own lies in one's own store. */
const asPerson: Reach = {
  OWN: ['OWN'],
  TEAM: ['OWN', 'TEAM'],
  STORE: ['OWN', 'STORE'],
  DEPARTMENT: ['OWN', 'STORE', 'DEPARTMENT'],
  REGION: ['OWN', 'REGION'],
};

/** Tasks and delegations are reached through the two people that they are between. */
const asBetween: Reach = { OWN: ['OWN'], TEAM: ['OWN', 'TEAM'], STORE: [], DEPARTMENT: [], REGION: [] };

/** What is somebody's and of a region of its own: its region shows it whosoever it is. */
const asRegional: Reach = { ...asPerson, REGION: ['REGION'] };

/** Parts of a case, which are seen exactly where the case is. */
const partsOfCases = [
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
  'CustomerReply',
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
const cases: ReadonlySet<string> = new Set(['Complaint', ...partsOfCases]);

/** Rights under which a kind is read beside its own column of the matrices. */
const alsoUnder: Readonly<Record<string, string>> = { CustomerReply: 'notAcceptedReply' };

/** Written down here by hand, apart from the departments' policies that it is held against. */
export const reachOf: Readonly<Record<string, Reach>> = {
  Customer: asCustomer,
  Contact: asCustomer,
  CustomerAddress: asCustomer,
  CustomerTag: asCustomer,
  CustomerHistory: asCustomer,
  PersonProfile: asCustomer,
  OrganisationProfile: asCustomer,
  ...Object.fromEntries(followingCustomers.map((kind) => [kind, asCustomer])),
  ...Object.fromEntries(followingRegions.map((kind) => [kind, asRegional])),
  DealerPolicy: asPerson,
  ImprovementProposal: asPerson,
  VisitorRegistration: asVisit,
  Staff: asPerson,
  RoleGrant: asPerson,
  ApiToken: asPerson,
  AuditEntry: asPerson,
  PersonalDataReveal: asPerson,
  PersonalDataView: asPerson,
  ImportRun: asPerson,
  ImportRowError: asPerson,
  ExportRun: asPerson,
  SavedView: asPerson,
  // A case is the registering person's and the owner's of its customer, its store's, its handling department's.
  Complaint: asCustomer,
  ...Object.fromEntries(partsOfCases.map((kind) => [kind, asCustomer])),
  AssignedTask: asBetween,
  Delegation: asBetween,
  Notification: asPerson,
  PersonalChannel: asPerson,
};

/** The file of a case, read by whoever handles it or was copied; every other part lies on its card. */
const file: ReadonlySet<string> = new Set([
  'InvestigationReport',
  'InvestigationItem',
  'ResponsiblePerson',
  'SupervisorReview',
  'HrOpinion',
  'GmDecision',
  'HandlingOpinion',
  'CompensationRequest',
]);

/** What is assigned to a role: to logistics the order that waits for shipping, which is one of another's. */
function assignedTo(role: Role, kind: Kind, action: Action): readonly Tag[] {
  if (cases.has(kind.name)) {
    if (action !== 'READ') return ['ASSIGNED'];
    // Whoever registered a case is in it.
    return file.has(kind.name)
      ? ['ASSIGNED', 'COPIED']
      : ['ASSIGNED', 'COPIED', 'ASSISTING', 'TASKED', 'OWN'];
  }
  return role === 'LOGISTICS' && ['Order', 'OrderLine'].includes(kind.name) ? ['OTHER'] : [];
}

/** Whether a right under "these fields only" names anything of a kind. */
function opensKind(kind: Kind, onlyFields: readonly string[] | undefined): boolean {
  return !onlyFields || onlyFields.some((field) => field.startsWith(`${kind.name}.`));
}

/** The rights under which a role reads a kind. */
export function readRights(role: Role, kind: Kind) {
  const other = alsoUnder[kind.name];
  return [
    ...permits([role], kind.subject, 'READ'),
    ...(other === undefined ? [] : permits([role], other, 'READ')),
  ];
}

/**
 * The tags whose rows a role reaches by the matrices; null when no cell opens the kind at all. What no
 * reach is written for belongs to the whole house.
 */
export function expectedTags(
  role: Role,
  kind: Kind,
  action: Action,
  subject: string = kind.subject,
): ReadonlySet<Tag> | null {
  const held =
    action === 'READ' && subject === kind.subject ? readRights(role, kind) : permits([role], subject, action);
  const cells = held.filter((cell) => action !== 'READ' || opensKind(kind, cell.onlyFields));
  if (cells.length === 0) return null;
  const found = new Set<Tag>();
  for (const { scope } of cells) {
    const reached =
      scope === 'ALL' || plainRules.has(kind.name)
        ? reachable
        : scope === 'ASSIGNED'
          ? assignedTo(role, kind, action)
          : (reachOf[kind.name]?.[scope] ?? []);
    for (const tag of reached) found.add(tag);
    if (scope === 'ASSIGNED') for (const tag of assignedAccounts(role, kind)) found.add(tag);
  }
  return found;
}

/** Tags in words for the sheet: `OWN STORE`, `all`, `–`. */
export function tagText(found: ReadonlySet<Tag>, planted: readonly Tag[]): string {
  const there = tags.filter((tag) => planted.includes(tag));
  const reached = there.filter((tag) => found.has(tag));
  if (reached.length === 0) return 'none';
  if (reached.length === there.length) return 'all';
  const conflict = there.includes('CONFLICT') && !reached.includes('CONFLICT');
  return conflict && reached.length === there.length - 1 ? 'all but CONFLICT' : reached.join(' ');
}
