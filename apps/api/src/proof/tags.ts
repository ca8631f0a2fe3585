import type { Action, Scope } from '@kehu/domain/access/permission';
import { permits } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import type { Kind } from '@kehu/domain/catalogue/kind';

/**
 * How a planted row lies to the person of a role: his own, a subordinate's, of his store, of a
 * department below his, of a region below his, of nobody he has to do with, or another person's own.
 */
export const tags = ['OWN', 'TEAM', 'STORE', 'DEPARTMENT', 'REGION', 'OTHER', 'FOREIGN'] as const;
export type Tag = (typeof tags)[number];

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

/** Written down here by hand, apart from the departments' policies that it is held against. */
export const reachOf: Readonly<Record<string, Reach>> = {
  Customer: asCustomer,
  Contact: asCustomer,
  CustomerAddress: asCustomer,
  CustomerTag: asCustomer,
  CustomerHistory: asCustomer,
  PersonProfile: asCustomer,
  OrganisationProfile: asCustomer,
  Order: asCustomer,
  OrderLine: asCustomer,
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
};

/** What is assigned to a role: to logistics the order that waits for shipping, which is one of another's. */
function assignedTo(role: Role, kind: Kind): readonly Tag[] {
  return role === 'LOGISTICS' && ['Order', 'OrderLine'].includes(kind.name) ? ['OTHER'] : [];
}

/** Whether a right under "these fields only" names anything of a kind. */
function opensKind(kind: Kind, onlyFields: readonly string[] | undefined): boolean {
  return !onlyFields || onlyFields.some((field) => field.startsWith(`${kind.name}.`));
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
  const cells = permits([role], subject, action).filter(
    (cell) => action !== 'READ' || opensKind(kind, cell.onlyFields),
  );
  if (cells.length === 0) return null;
  const found = new Set<Tag>();
  for (const { scope } of cells) {
    const reached =
      scope === 'ALL'
        ? tags
        : scope === 'ASSIGNED'
          ? assignedTo(role, kind)
          : (reachOf[kind.name]?.[scope] ?? []);
    for (const tag of reached) found.add(tag);
  }
  return found;
}

/** Tags in words for the sheet: `OWN STORE`, `all`, `–`. */
export function tagText(found: ReadonlySet<Tag>, planted: readonly Tag[]): string {
  const there = tags.filter((tag) => planted.includes(tag));
  const reached = there.filter((tag) => found.has(tag));
  if (reached.length === 0) return 'none';
  return reached.length === there.length ? 'all' : reached.join(' ');
}
