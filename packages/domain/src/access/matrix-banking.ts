import type { Matrix } from './matrix.js';
import { permissionRows } from './matrix.js';
import type { Permission } from './permission.js';

/**
 * Dossier B5, banking. The decision stands outside the marketing line (practice 4): a committee votes,
 * the head of department is no member and may refuse what it passed, never pass what it refused;
 * the general manager (branch head) decides above the department's limit.
 */
const matrix: Matrix = {
  RM: {
    prospect: 'CRU:o',
    creditApplication: 'CRU:o',
    preliminaryReview: 'RT:o',
    creditInvestigation: 'CRUT:o',
    loan: 'R:o',
    postLoanCheck: 'CRU:o',
    collection: 'CRU:o',
    classification: 'CR:o',
    npaHandover: 'CRU:o',
    kpiTarget: 'R:o',
    kpiScore: 'R:o',
  },
  CREDIT_REVIEWER: {
    creditApplication: 'R:c',
    preliminaryReview: 'R:c',
    creditInvestigation: 'RA:c',
    creditDecision: 'RA:c',
    creditCommittee: { cell: 'T:c', basis: 'practice 4' },
    loan: 'R:c',
    postLoanCheck: 'R:c',
  },
  RISK_MGR: {
    creditApplication: 'R:g',
    preliminaryReview: 'R:g',
    creditInvestigation: 'R:g',
    creditDecision: { cell: 'R:g', basis: 'B5 (opinion)' },
    creditOpinion: 'CRT:g',
    creditCommittee: { cell: 'T:g', basis: 'practice 4' },
    loan: 'R:g',
    postLoanCheck: 'RA:g',
    collection: 'RUT:g',
    classification: 'RA:g',
    npaHandover: 'RAT:g',
  },
  DEPT_HEAD: {
    prospect: 'R:d',
    creditApplication: 'R:d',
    preliminaryReview: 'R:d',
    creditInvestigation: 'R:d',
    creditDecision: 'R:d',
    creditRefusal: { cell: 'A:d', basis: 'practice 4' },
    loan: 'R:d',
    postLoanCheck: 'R:d',
    collection: 'R:d',
    classification: 'R:d',
    npaHandover: 'RA:d',
    kpiTarget: 'CRU:d',
    kpiScore: 'R:d',
  },
  GM: {
    prospect: 'R:*',
    creditApplication: 'R:*',
    preliminaryReview: 'R:*',
    creditInvestigation: 'R:*',
    creditDecision: 'RA:*',
    creditRefusal: 'A:*',
    creditOpinion: 'R:*',
    loan: 'R:*',
    postLoanCheck: 'R:*',
    collection: 'R:*',
    classification: 'R:*',
    npaHandover: 'R:*',
    kpiTarget: 'RA:*',
    kpiScore: 'R:*',
  },
  ANALYST: {
    prospect: 'R:*',
    creditApplication: 'R:*',
    loan: 'R:*',
    postLoanCheck: 'R:*',
    collection: 'R:*',
    classification: 'R:*',
    npaHandover: 'R:*',
    kpiTarget: 'R:*',
    kpiScore: 'R:*',
  },
};

export const bankingPermissions: readonly Permission[] = permissionRows('B5', matrix);
