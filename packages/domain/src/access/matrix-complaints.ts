import { handlingRoles } from './handling-roles.js';
import type { Cell, Matrix } from './matrix.js';
import { permissionRows } from './matrix.js';
import type { Permission } from './permission.js';
import { type Role, role } from './roles.js';

/** Whoever meets the customer first may register (D1.2 #1 "any recipient"; practice, HR-admin head 5). */
const register: Cell = { cell: 'C:*', basis: 'practice' };

/** The three departments that can be the handling department (B4 "OPS / LOGISTICS / TECH"). */
const handlingDepartment = {
  complaintCard: 'C:* R:c',
  investigationReport: 'CRU:c',
  hrOpinion: 'R:c',
  gmDecision: 'R:c',
  handlingOpinion: 'CRU:c',
  compensation: 'T:c',
} as const satisfies Matrix['OPS'];

/**
 * Dossier B4, complaints. Where a cell sets a condition ("U until ruled", "to limit", "early phase"),
 * the workflow's guard holds it; the row says who may at all.
 */
const matrix: Matrix = {
  STORE_STAFF: {
    complaintCard: 'CRU:s',
    storeAssessment: 'T:s',
    investigationReport: 'R:s',
    handlingOpinion: 'R:s',
    notAcceptedReply: 'T:s',
  },
  STORE_SUP: {
    complaintCard: 'CRU:s',
    acceptanceRuling: 'A:s',
    investigationReport: 'R:s',
    handlingOpinion: 'R:s',
    notAcceptedReply: 'T:s',
    compensation: 'R:s',
    complaintMonthlyReport: 'R:s',
  },
  OPS_CS: {
    complaintCard: 'CRU:*',
    storeAssessment: { cell: 'T:*', basis: 'D1.2' },
    acceptanceRuling: 'A:*',
    departmentAssignment: 'C:*',
    investigationReport: 'R:*',
    hrOpinion: 'R:*',
    gmDecision: 'R:*',
    handlingOpinion: 'R:*',
    customerReply: 'T:*',
    notAcceptedReply: 'T:*',
    compensation: 'RT:*',
    complaintMonthlyReport: 'R:*',
    supervision: 'T:*',
  },
  HR_ADMIN: {
    complaintCard: ['R:*', register],
    acceptanceRuling: 'R:*',
    departmentAssignment: 'T:*',
    investigationReport: 'R:*',
    hrOpinion: 'RT:*',
    gmDecision: 'C:*',
    handlingOpinion: 'R:*',
    customerReply: 'R:*',
    compensation: 'R:*',
    complaintMonthlyReport: 'CRUT:*',
    supervision: 'T:*',
  },
  HANDLER: {
    complaintCard: ['R:c', register],
    investigationReport: 'CRU:c',
    hrOpinion: 'R:c',
    gmDecision: 'R:c',
    handlingOpinion: 'CRU:c',
    compensation: 'CT:c',
  },
  HANDLER_SUP: {
    complaintCard: ['R:d', register],
    investigationReport: 'R:d',
    supervisorReview: 'A:d',
    hrOpinion: 'R:d',
    gmDecision: 'R:d',
    handlingOpinion: 'RA:d',
    compensation: 'A:d',
  },
  GM: {
    complaintCard: ['R:*', register],
    acceptanceRuling: 'A:*',
    departmentAssignment: 'A:*',
    investigationReport: 'R:*',
    hrOpinion: 'R:*',
    gmDecision: 'RA:*',
    handlingOpinion: 'R:*',
    customerReply: 'R:*',
    compensation: 'RA:*',
    complaintMonthlyReport: 'RA:*',
    supervision: 'T:*',
  },
  KAM: {
    complaintCard: 'CRU:o',
    investigationReport: { cell: 'CRU:c', basis: 'B4 (EARLY)' },
    handlingOpinion: { cell: 'CRU:c', basis: 'B4 (EARLY)' },
    customerReply: 'C:o',
    compensation: 'C:o',
    complaintMonthlyReport: 'R:o',
    supervision: 'T:o',
  },
  OPS: handlingDepartment,
  LOGISTICS: handlingDepartment,
  TECH: handlingDepartment,
  RM: { complaintCard: 'C:* R:o', investigationReport: 'CRU:c', complaintMonthlyReport: 'R:o' },
  RISK_MGR: { complaintCard: 'C:* R:c' },
  CREDIT_REVIEWER: { complaintCard: register },
  DEPT_HEAD: {
    complaintCard: ['R:d', register],
    investigationReport: 'R:d',
    supervisorReview: 'A:d',
    hrOpinion: 'R:d',
    gmDecision: 'R:d',
    handlingOpinion: 'RA:d',
    compensation: 'A:d',
    complaintMonthlyReport: 'R:d',
  },
  ANALYST: {
    complaintCard: 'R:*',
    investigationReport: 'R:*',
    compensation: 'R:*',
    complaintMonthlyReport: 'R:*',
  },
};

/**
 * Finance pays and confirms compensation; the area manager rules where a store has nobody else (practice 1).
 * HR and administration keep the text of the regulation and its settings (R4.28); whoever replies reads replies.
 */
const added: Matrix = {
  STORE_STAFF: { notAcceptedReply: 'R:s' },
  STORE_SUP: { notAcceptedReply: 'R:s' },
  OPS_CS: { customerReply: 'R:*' },
  KAM: { customerReply: 'R:o', compensation: 'R:o' },
  HR_ADMIN: { complaintSettings: 'CRU:*', policyText: 'CRU:*' },
  GM: { complaintSettings: 'CRU:*', policyText: 'CR:*' },
  FINANCE: {
    complaintCard: ['R:c', register],
    compensation: 'RT:*',
    complaintMonthlyReport: 'R:*',
  },
  AREA_MANAGER: {
    complaintCard: 'CRU:g',
    acceptanceRuling: { cell: 'A:g', basis: 'practice 1' },
    investigationReport: 'R:g',
    handlingOpinion: 'R:g',
    notAcceptedReply: 'RT:g',
    compensation: 'R:g',
    complaintMonthlyReport: 'R:g',
    supervision: 'T:g',
  },
};

/**
 * Whoever is assigned as handler does the work of one, whatever the role (D1.2 nos. 8, 10, 17): the
 * report and the handling opinion, what both refer to, and the compensation that the case needs.
 */
const asHandler = {
  investigationReport: 'CRU:c',
  hrOpinion: 'R:c',
  gmDecision: 'R:c',
  handlingOpinion: 'CRU:c',
  compensation: 'CRT:c',
} as const satisfies Matrix['OPS'];

/** Whoever was copied, asked to assist or given a task reads that case's card: everybody who may register one. */
const inCase = { complaintCard: 'R:c' } as const satisfies Matrix['OPS'];

const byPart: Matrix = Object.fromEntries(handlingRoles.map((code) => [code, { ...inCase, ...asHandler }]));

/** A right that is given twice, or that one to everything contains, is one right. */
function onceEach(rows: readonly Permission[]): Permission[] {
  const key = ({ role: holder, subject, action }: Permission, scope: string) =>
    [holder, subject, action, scope].join(' ');
  const known = new Set<string>();
  return rows.filter((row) => {
    if (known.has(key(row, row.scope)) || known.has(key(row, 'ALL'))) return false;
    known.add(key(row, row.scope));
    return true;
  });
}

/** Everybody in the house reads the regulation and the settings that bind him, and may ask what an article means. */
const forAll: Matrix = Object.fromEntries(
  role.codes
    .filter((code) => code !== 'HR_ADMIN' && code !== 'GM')
    .map((code: Role) => [
      code,
      { complaintSettings: 'R:*', policyText: code === 'SYS_ADMIN' ? 'R:*' : 'CR:*' },
    ]),
);

export const complaintPermissions: readonly Permission[] = onceEach([
  ...permissionRows('B4', matrix),
  ...permissionRows('product', added),
  ...permissionRows('D1', byPart),
  ...permissionRows('product', forAll),
]);
