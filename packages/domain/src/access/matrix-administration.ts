import type { Cell, Matrix } from './matrix.js';
import { permissionRows } from './matrix.js';
import type { Permission } from './permission.js';
import { type Role, role } from './roles.js';
import type { SubjectName } from './subjects.js';

/** An import run without the values of its bad rows, which may be anybody's phone or name. */
const runsWithoutValues: readonly string[] = [
  'ImportRun.*',
  'ImportRowError.run',
  'ImportRowError.file',
  'ImportRowError.rowNo',
  'ImportRowError.columnName',
  'ImportRowError.reason',
];

/**
 * The audit trail without what was changed from what to what: names and remarks of customers stand
 * there, and the privacy officer sees no customer content.
 */
const trailWithoutContent: readonly string[] = [
  'at',
  'actor',
  'actorVia',
  'onBehalfOf',
  'action',
  'entity',
  'entityId',
  'wholeEntity',
  'wholeId',
  'sequence',
  'ip',
  'reason',
  'requestId',
  'mac',
].map((field) => `AuditEntry.${field}`);

/** What everybody at work has: the house itself, and what is one's own. */
const everybody: Readonly<Partial<Record<SubjectName, Cell>>> = {
  organisation: 'R:*',
  staff: 'R:*',
  organisationSettings: 'R:*',
  codeList: 'R:*',
  roleGrant: 'R:o',
  apiToken: 'CRU:o',
  savedView: 'CRU:o',
  exportLog: 'R:o',
  importRun: 'R:o',
  audit: 'R:o',
  personalDataAccess: 'R:o',
  assignedTask: 'RT:o',
  delegation: 'CRU:o',
  notification: 'RU:o',
  personalChannel: 'RU:o',
};

/** Leaders give tasks 交办 (R2.10) and see those of their people. */
const leader: Readonly<Partial<Record<SubjectName, Cell>>> = { assignedTask: 'C:* R:t' };

/**
 * Administration. The system administrator keeps accounts, roles and code lists, sees no customer
 * content and approves no business (dossier B1); a role grant is approved by a second person (B7.5):
 * another administrator, the general manager or HR and administration. The privacy officer reads the
 * logs of reveals, exports and access of all, and no customer content (architecture, Access).
 * Ad-hoc queries: analysts for their work, the general manager, and the administrator for the schema
 * alone (nothing that he may read holds customers).
 */
const particular: Matrix = {
  SYS_ADMIN: {
    organisation: 'CRU:*',
    staff: 'CRUI:*',
    roleGrant: 'CRUA:*',
    apiToken: 'RU:*',
    organisationSettings: 'RU:*',
    codeList: 'CRU:*',
    importRun: { cell: 'R:*', onlyFields: runsWithoutValues },
    administrationAudit: 'R:*',
    adHocQuery: 'T:*',
    accessReview: 'R:*',
    messageDelivery: 'RUT:*',
    personalChannel: 'RU:*',
  },
  PRIVACY_OFFICER: {
    roleGrant: 'R:*',
    exportLog: 'R:*',
    audit: { cell: 'R:*', onlyFields: trailWithoutContent },
    personalDataAccess: 'R:*',
    consent: 'CRU:*',
    dataSubjectRequest: 'CRUT:*',
    accessReview: 'R:*',
  },
  HR_ADMIN: {
    assignedTask: 'C:* R:*',
    delegation: 'R:*',
    organisation: 'CRU:*',
    staff: 'CRUI:* V:*',
    roleGrant: 'RA:*',
    personalDataAccess: 'R:*',
    accessReview: 'R:*',
  },
  GM: {
    messageDelivery: 'R:*',
    assignedTask: 'C:* R:*',
    delegation: 'R:*',
    staff: 'R:* V:*',
    roleGrant: 'RA:*',
    importRun: 'R:*',
    exportLog: 'R:*',
    audit: 'R:*',
    personalDataAccess: 'R:*',
    adHocQuery: 'T:*',
    accessReview: 'R:*',
  },
  DEPT_HEAD: {
    ...leader,
    staff: 'V:d',
    roleGrant: 'R:d',
    exportLog: 'R:d',
    audit: 'R:d',
    personalDataAccess: 'R:d',
    accessReview: 'R:d',
  },
  AREA_MANAGER: { ...leader, staff: 'V:g', audit: 'R:g', personalDataAccess: 'R:g' },
  STORE_SUP: { ...leader, staff: 'V:s', audit: 'R:s', personalDataAccess: 'R:s' },
  OPS_CS: { staff: 'V:*' },
  HANDLER_SUP: leader,
  OPS: { importRun: 'R:*' },
  ANALYST: { adHocQuery: 'T:*' },
};

const forAll: Matrix = Object.fromEntries(role.codes.map((code: Role) => [code, everybody]));

const ownRows = permissionRows('B1', particular);

/** Rows for everybody say nothing new to whoever has the same for all records anyway. */
const commonRows = permissionRows('product', forAll).filter(
  (common) =>
    !ownRows.some(
      (own) =>
        own.role === common.role &&
        own.subject === common.subject &&
        own.action === common.action &&
        own.scope === 'ALL' &&
        !own.onlyFields,
    ),
);

export const administrationPermissions: readonly Permission[] = [...ownRows, ...commonRows];
