import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue/catalogue.js';
import type { Kind } from '../catalogue/kind.js';
import { languages } from '../catalogue/labels.js';
import { action } from './permission.js';
import {
  permissionId,
  permissionRegister,
  permissions,
  permissionsOf,
  permits,
  widestScope,
} from './permissions.js';
import { limitsOf } from './role-limits.js';
import { role } from './roles.js';
import { permissionSheet } from './sheet.js';
import { type SubjectName, subjectLabel, subjects } from './subjects.js';

/**
 * Every right of every role, as it was reviewed: letters of dossier B2 (V reveal, N count only,
 * I import), after the colon the scope (o own, c assigned cases, s store, d department, g region,
 * * all), then `d` de-identified, `p` plain, `f` only some fields; masked is not marked. A role that is
 * not named has nothing. A change here is a change of rights.
 */
const reviewed: Record<SubjectName, string> = {
  customerFile:
    'STORE_STAFF CRU:s V:o | STORE_SUP RUV:s | OPS_CS CRUVI:* | HR_ADMIN R:* V:c | HANDLER R:c | HANDLER_SUP R:c | GM RV:* | KAM CRUV:o | OPS R:* | LOGISTICS RV:cf | TECH R:cf | RM CRUV:o | CREDIT_REVIEWER RV:c | RISK_MGR RV:g | DEPT_HEAD RUV:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER RUV:g',
  businessContact: 'STORE_STAFF R:op | STORE_SUP R:op | OPS_CS R:op | KAM R:op | RM R:op | AREA_MANAGER R:op',
  businessSecret:
    'GM R:* | KAM R:o | RM R:o | CREDIT_REVIEWER R:c | RISK_MGR R:g | DEPT_HEAD R:d | FINANCE R:* | AREA_MANAGER R:g',
  customerGrade:
    'STORE_STAFF R:s | STORE_SUP RU:s | OPS_CS RU:* | HR_ADMIN R:* | GM R:* | KAM RU:o | RM RU:o | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER RU:g',
  ownerTransfer:
    'STORE_SUP RA:s | OPS_CS C:* | HR_ADMIN R:* | GM RA:* | KAM C:o | RM C:o | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER RA:g',
  customerPool:
    'STORE_STAFF T:s | STORE_SUP RA:s | OPS_CS C:* | HR_ADMIN R:* | GM RA:* | KAM CT:o | RM C:o | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER RA:g',
  visitorRegister:
    'STORE_STAFF CRU:s V:o | STORE_SUP RUV:s | OPS_CS CRUV:* | HR_ADMIN R:* | GM R:* | KAM CRU:o | OPS R:* | RM CR:o | DEPT_HEAD R:d | ANALYST N:*d | AREA_MANAGER RUV:g',
  interaction:
    'STORE_STAFF CRU:s | STORE_SUP RUA:s | OPS_CS CRU:* | HR_ADMIN R:* | GM R:* | KAM CRU:o | RM CRU:o | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER RUA:g',
  feedbackTicket:
    'STORE_STAFF CRU:s | STORE_SUP RUA:s | OPS_CS CRU:* | HR_ADMIN R:* | GM R:* | KAM CRU:o | RM CRU:o | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER RUA:g',
  departmentTask: 'HANDLER RU:c | HANDLER_SUP RU:d | OPS RU:c | LOGISTICS RU:c | TECH RU:c',
  followUpVisit:
    'STORE_STAFF CRU:o | STORE_SUP RUT:s | OPS_CS CRU:* | HR_ADMIN R:* | GM R:* | KAM CRU:o | RM CRU:o | CREDIT_REVIEWER R:c | RISK_MGR R:g | DEPT_HEAD RT:d | ANALYST R:*d | AREA_MANAGER RT:g',
  satisfactionSurvey:
    'STORE_STAFF C:s | STORE_SUP R:s | OPS_CS CR:* | HR_ADMIN R:* | GM R:* | KAM CR:o | RM CR:o | DEPT_HEAD R:d | ANALYST R:*d | AREA_MANAGER R:g',
  training:
    'STORE_STAFF R:* | STORE_SUP R:s | OPS_CS R:* | HR_ADMIN RA:* | HANDLER R:* | HANDLER_SUP CR:d | GM R:* | KAM R:* | OPS R:* | LOGISTICS R:* | TECH R:* | RM R:* | CREDIT_REVIEWER R:* | RISK_MGR R:* | DEPT_HEAD CRU:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER R:*',
  trainingRecord:
    'STORE_STAFF R:o | STORE_SUP R:s | OPS_CS R:o | HR_ADMIN R:* | HANDLER R:o | HANDLER_SUP R:d | GM R:* | KAM R:o | OPS R:o | LOGISTICS R:o | TECH R:o | RM R:o | CREDIT_REVIEWER R:o | RISK_MGR R:o | DEPT_HEAD R:d | ANALYST R:od | FINANCE R:o | AREA_MANAGER R:g',
  serviceSettings: 'SYS_ADMIN CRU:*',
  complaintCard:
    'STORE_STAFF CRU:s R:c | STORE_SUP CRU:s R:c | OPS_CS CRU:* | HR_ADMIN CR:* | HANDLER C:* R:c | HANDLER_SUP C:* R:d R:c | GM CR:* | KAM R:c CRU:o | OPS C:* R:c | LOGISTICS C:* R:c | TECH C:* R:c | RM C:* R:c R:o | CREDIT_REVIEWER C:* R:c | RISK_MGR C:* R:c | DEPT_HEAD C:* R:d R:c | ANALYST R:*d | FINANCE C:* R:c | AREA_MANAGER CRU:g R:c',
  storeAssessment: 'STORE_STAFF T:s | OPS_CS T:*',
  acceptanceRuling: 'STORE_SUP RA:s | OPS_CS RA:* | HR_ADMIN R:* | GM RA:* | AREA_MANAGER RA:g',
  departmentAssignment: 'OPS_CS C:* | HR_ADMIN T:* | GM RA:*',
  investigationReport:
    'STORE_STAFF R:s CRU:c | STORE_SUP R:s CRU:c | OPS_CS R:* CU:c | HR_ADMIN R:* | HANDLER CRU:c | HANDLER_SUP R:d CRU:c | GM R:* | KAM CRU:c | OPS CRU:c | LOGISTICS CRU:c | TECH CRU:c | RM CRU:c | CREDIT_REVIEWER CRU:c | RISK_MGR CRU:c | DEPT_HEAD R:d CRU:c | ANALYST R:*d | FINANCE CRU:c | AREA_MANAGER R:g CRU:c',
  supervisorReview: 'HANDLER_SUP RA:d | DEPT_HEAD RA:d',
  hrOpinion:
    'STORE_STAFF R:c | STORE_SUP R:c | OPS_CS R:* | HR_ADMIN RT:* | HANDLER R:c | HANDLER_SUP R:d R:c | GM R:* | KAM R:c | OPS R:c | LOGISTICS R:c | TECH R:c | RM R:c | CREDIT_REVIEWER R:c | RISK_MGR R:c | DEPT_HEAD R:d R:c | FINANCE R:c | AREA_MANAGER R:c',
  gmDecision:
    'STORE_STAFF R:c | STORE_SUP R:c | OPS_CS R:* | HR_ADMIN C:* | HANDLER R:c | HANDLER_SUP R:d R:c | GM RA:* | KAM R:c | OPS R:c | LOGISTICS R:c | TECH R:c | RM R:c | CREDIT_REVIEWER R:c | RISK_MGR R:c | DEPT_HEAD R:d R:c | FINANCE R:c | AREA_MANAGER R:c',
  handlingOpinion:
    'STORE_STAFF R:s CRU:c | STORE_SUP R:s CRU:c | OPS_CS R:* CU:c | HR_ADMIN R:* | HANDLER CRU:c | HANDLER_SUP RA:d CRU:c | GM R:* | KAM CRU:c | OPS CRU:c | LOGISTICS CRU:c | TECH CRU:c | RM CRU:c | CREDIT_REVIEWER CRU:c | RISK_MGR CRU:c | DEPT_HEAD RA:d CRU:c | FINANCE CRU:c | AREA_MANAGER R:g CRU:c',
  customerReply: 'OPS_CS RT:* | HR_ADMIN R:* | GM R:* | KAM CR:o',
  notAcceptedReply: 'STORE_STAFF RT:s | STORE_SUP RT:s | OPS_CS T:* | AREA_MANAGER RT:g',
  compensation:
    'STORE_STAFF CRT:c | STORE_SUP R:s CRT:c | OPS_CS RT:* C:c | HR_ADMIN R:* | HANDLER CRT:c | HANDLER_SUP RA:d CRT:c | GM RA:* | KAM CRT:c CR:o | OPS CRT:c | LOGISTICS CRT:c | TECH CRT:c | RM CRT:c | CREDIT_REVIEWER CRT:c | RISK_MGR CRT:c | DEPT_HEAD RA:d CRT:c | ANALYST R:*d | FINANCE RT:* C:c | AREA_MANAGER R:g CRT:c',
  complaintMonthlyReport:
    'STORE_SUP R:s | OPS_CS R:* | HR_ADMIN CRUT:* | GM RA:* | KAM R:o | RM R:o | DEPT_HEAD R:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER R:g',
  supervision: 'OPS_CS T:* | HR_ADMIN T:* | GM T:* | KAM T:o | AREA_MANAGER T:g',
  complaintSettings:
    'STORE_STAFF R:* | STORE_SUP R:* | OPS_CS R:* | HR_ADMIN CRU:* | HANDLER R:* | HANDLER_SUP R:* | GM CRU:* | KAM R:* | OPS R:* | LOGISTICS R:* | TECH R:* | RM R:* | CREDIT_REVIEWER R:* | RISK_MGR R:* | DEPT_HEAD R:* | ANALYST R:*d | SYS_ADMIN R:* | PRIVACY_OFFICER R:* | FINANCE R:* | AREA_MANAGER R:*',
  policyText:
    'STORE_STAFF CR:* | STORE_SUP CR:* | OPS_CS CR:* | HR_ADMIN CRU:* | HANDLER CR:* | HANDLER_SUP CR:* | GM CR:* | KAM CR:* | OPS CR:* | LOGISTICS CR:* | TECH CR:* | RM CR:* | CREDIT_REVIEWER CR:* | RISK_MGR CR:* | DEPT_HEAD CR:* | ANALYST CR:*d | SYS_ADMIN R:* | PRIVACY_OFFICER CR:* | FINANCE CR:* | AREA_MANAGER CR:*',
  prospect: 'GM R:* | RM CRU:o | DEPT_HEAD R:d | ANALYST R:*d',
  creditApplication: 'GM R:* | RM CRU:o | CREDIT_REVIEWER R:c | RISK_MGR R:g | DEPT_HEAD R:d | ANALYST R:*d',
  preliminaryReview: 'GM R:* | RM RT:o | CREDIT_REVIEWER R:c | RISK_MGR R:g | DEPT_HEAD R:d',
  creditInvestigation: 'GM R:* | RM CRUT:o | CREDIT_REVIEWER RA:c | RISK_MGR R:g | DEPT_HEAD R:d',
  creditDecision: 'GM RA:* | CREDIT_REVIEWER RA:c | RISK_MGR R:g | DEPT_HEAD R:d',
  creditRefusal: 'GM RA:* | DEPT_HEAD RA:d',
  creditCommittee: 'CREDIT_REVIEWER T:c | RISK_MGR T:g',
  creditOpinion: 'GM R:* | RISK_MGR CRT:g',
  loan: 'GM R:* | RM R:o | CREDIT_REVIEWER R:c | RISK_MGR R:g | DEPT_HEAD R:d | ANALYST R:*d',
  postLoanCheck: 'GM R:* | RM CRU:o | CREDIT_REVIEWER R:c | RISK_MGR RA:g | DEPT_HEAD R:d | ANALYST R:*d',
  collection: 'GM R:* | RM CRU:o | RISK_MGR RUT:g | DEPT_HEAD R:d | ANALYST R:*d',
  classification: 'GM R:* | RM CR:o | RISK_MGR RA:g | DEPT_HEAD R:d | ANALYST R:*d',
  npaHandover: 'GM R:* | RM CRU:o | RISK_MGR RAT:g | DEPT_HEAD RA:d | ANALYST R:*d',
  kpiTarget: 'GM RA:* | RM R:o | DEPT_HEAD CRU:d | ANALYST R:*d',
  kpiScore: 'GM R:* | RM R:o | DEPT_HEAD R:d | ANALYST R:*d',
  keyAccount:
    'OPS_CS R:* | GM R:* | KAM CRU:o | OPS R:* | LOGISTICS R:c | TECH R:c | DEPT_HEAD RU:d | ANALYST R:*d | AREA_MANAGER RU:g',
  solicitation: 'GM RA:* | KAM CRU:o | OPS R:* | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER RA:g',
  contract: 'GM RA:* | KAM CRU:o | OPS R:* | DEPT_HEAD RA:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER R:g',
  order:
    'STORE_STAFF R:s | STORE_SUP R:s | OPS_CS R:* | HR_ADMIN R:* | HANDLER R:c | HANDLER_SUP R:c | GM R:* | KAM CRU:o | OPS CRUI:* | LOGISTICS R:c | TECH R:c | RM R:o | DEPT_HEAD R:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER R:g',
  orderComment: 'KAM C:o',
  phaseHandover: 'GM R:* | KAM CR:o | OPS RA:* | DEPT_HEAD RA:d | AREA_MANAGER R:g',
  product:
    'STORE_STAFF R:* | STORE_SUP R:* | OPS_CS R:* | HR_ADMIN R:* | HANDLER R:* | HANDLER_SUP R:* | GM R:* | KAM R:* | OPS CRUI:* | LOGISTICS R:* | TECH R:* | RM R:* | DEPT_HEAD R:* | ANALYST R:*d | FINANCE R:* | AREA_MANAGER R:*',
  shipment:
    'OPS_CS R:* | GM R:* | KAM RU:o | OPS RU:* | LOGISTICS CRUT:* | DEPT_HEAD R:d | ANALYST R:*d | AREA_MANAGER R:g',
  afterSales:
    'OPS_CS CRU:* | GM R:* | KAM CRUT:o | OPS CRU:* | LOGISTICS R:c | TECH RU:c | DEPT_HEAD R:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER R:g',
  techSupport:
    'OPS_CS CR:* | GM R:* | KAM CRT:o | OPS CR:* | TECH RUT:c | DEPT_HEAD R:d | ANALYST R:*d | AREA_MANAGER R:g',
  salesPlan: 'GM RA:* | KAM CRU:o | OPS R:* | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER CRU:g',
  dealerRules:
    'OPS_CS R:* | GM RA:* | KAM R:* C:o | OPS R:* | DEPT_HEAD RA:d | ANALYST R:*d | AREA_MANAGER R:*',
  resourceCost:
    'GM RA:* | KAM CRU:o | OPS R:* | DEPT_HEAD RA:d | ANALYST R:*d | FINANCE R:* | AREA_MANAGER RA:g',
  proposal:
    'OPS_CS C:* R:o | GM RA:* | KAM C:* R:o | OPS C:* R:o | LOGISTICS C:* R:o | TECH C:* R:o | DEPT_HEAD RA:d | ANALYST R:*d | FINANCE C:* R:o | AREA_MANAGER C:* R:g',
  payment: 'GM R:* | KAM R:o | OPS R:* | DEPT_HEAD R:d | ANALYST R:*d | FINANCE CRU:* | AREA_MANAGER R:g',
  invoice: 'GM R:* | KAM R:o | OPS R:* | DEPT_HEAD R:d | ANALYST R:*d | FINANCE CRU:* | AREA_MANAGER R:g',
  creditRelease: 'GM R:* | KAM C:o | OPS C:* | DEPT_HEAD R:d | FINANCE RA:*',
  expense: 'GM RA:* | KAM CRU:o | DEPT_HEAD RA:d | ANALYST R:*d | FINANCE RA:* | AREA_MANAGER RA:g',
  assignedTask:
    'STORE_STAFF RT:o | STORE_SUP C:* R:t RT:o | OPS_CS RT:o | HR_ADMIN CR:* T:o | HANDLER RT:o | HANDLER_SUP C:* R:t RT:o | GM CR:* T:o | KAM RT:o | OPS RT:o | LOGISTICS RT:o | TECH RT:o | RM RT:o | CREDIT_REVIEWER RT:o | RISK_MGR RT:o | DEPT_HEAD C:* R:t RT:o | ANALYST RT:od | SYS_ADMIN RT:o | PRIVACY_OFFICER RT:o | FINANCE RT:o | AREA_MANAGER C:* R:t RT:o',
  delegation:
    'STORE_STAFF CRU:o | STORE_SUP CRU:o | OPS_CS CRU:o | HR_ADMIN R:* CU:o | HANDLER CRU:o | HANDLER_SUP CRU:o | GM R:* CU:o | KAM CRU:o | OPS CRU:o | LOGISTICS CRU:o | TECH CRU:o | RM CRU:o | CREDIT_REVIEWER CRU:o | RISK_MGR CRU:o | DEPT_HEAD CRU:o | ANALYST CRU:od | SYS_ADMIN CRU:o | PRIVACY_OFFICER CRU:o | FINANCE CRU:o | AREA_MANAGER CRU:o',
  notification:
    'STORE_STAFF RU:o | STORE_SUP RU:o | OPS_CS RU:o | HR_ADMIN RU:o | HANDLER RU:o | HANDLER_SUP RU:o | GM RU:o | KAM RU:o | OPS RU:o | LOGISTICS RU:o | TECH RU:o | RM RU:o | CREDIT_REVIEWER RU:o | RISK_MGR RU:o | DEPT_HEAD RU:o | ANALYST RU:od | SYS_ADMIN RU:o | PRIVACY_OFFICER RU:o | FINANCE RU:o | AREA_MANAGER RU:o',
  personalChannel:
    'STORE_STAFF RU:o | STORE_SUP RU:o | OPS_CS RU:o | HR_ADMIN RU:o | HANDLER RU:o | HANDLER_SUP RU:o | GM RU:o | KAM RU:o | OPS RU:o | LOGISTICS RU:o | TECH RU:o | RM RU:o | CREDIT_REVIEWER RU:o | RISK_MGR RU:o | DEPT_HEAD RU:o | ANALYST RU:od | SYS_ADMIN RU:* | PRIVACY_OFFICER RU:o | FINANCE RU:o | AREA_MANAGER RU:o',
  messageDelivery: 'GM R:* | SYS_ADMIN RUT:*',
  organisation:
    'STORE_STAFF R:* | STORE_SUP R:* | OPS_CS R:* | HR_ADMIN CRU:* | HANDLER R:* | HANDLER_SUP R:* | GM R:* | KAM R:* | OPS R:* | LOGISTICS R:* | TECH R:* | RM R:* | CREDIT_REVIEWER R:* | RISK_MGR R:* | DEPT_HEAD R:* | ANALYST R:*d | SYS_ADMIN CRU:* | PRIVACY_OFFICER R:* | FINANCE R:* | AREA_MANAGER R:*',
  staff:
    'STORE_STAFF R:* | STORE_SUP R:* V:s | OPS_CS RV:* | HR_ADMIN CRUVI:* | HANDLER R:* | HANDLER_SUP R:* | GM RV:* | KAM R:* | OPS R:* | LOGISTICS R:* | TECH R:* | RM R:* | CREDIT_REVIEWER R:* | RISK_MGR R:* | DEPT_HEAD R:* V:d | ANALYST R:*d | SYS_ADMIN CRUI:* | PRIVACY_OFFICER R:* | FINANCE R:* | AREA_MANAGER R:* V:g',
  roleGrant:
    'STORE_STAFF R:o | STORE_SUP R:o | OPS_CS R:o | HR_ADMIN RA:* | HANDLER R:o | HANDLER_SUP R:o | GM RA:* | KAM R:o | OPS R:o | LOGISTICS R:o | TECH R:o | RM R:o | CREDIT_REVIEWER R:o | RISK_MGR R:o | DEPT_HEAD R:d R:o | ANALYST R:od | SYS_ADMIN CRUA:* | PRIVACY_OFFICER R:* | FINANCE R:o | AREA_MANAGER R:o',
  apiToken:
    'STORE_STAFF CRU:o | STORE_SUP CRU:o | OPS_CS CRU:o | HR_ADMIN CRU:o | HANDLER CRU:o | HANDLER_SUP CRU:o | GM CRU:o | KAM CRU:o | OPS CRU:o | LOGISTICS CRU:o | TECH CRU:o | RM CRU:o | CREDIT_REVIEWER CRU:o | RISK_MGR CRU:o | DEPT_HEAD CRU:o | ANALYST CRU:od | SYS_ADMIN RU:* C:o | PRIVACY_OFFICER CRU:o | FINANCE CRU:o | AREA_MANAGER CRU:o',
  savedView:
    'STORE_STAFF CRU:o | STORE_SUP CRU:o | OPS_CS CRU:o | HR_ADMIN CRU:o | HANDLER CRU:o | HANDLER_SUP CRU:o | GM CRU:o | KAM CRU:o | OPS CRU:o | LOGISTICS CRU:o | TECH CRU:o | RM CRU:o | CREDIT_REVIEWER CRU:o | RISK_MGR CRU:o | DEPT_HEAD CRU:o | ANALYST CRU:od | SYS_ADMIN CRU:o | PRIVACY_OFFICER CRU:o | FINANCE CRU:o | AREA_MANAGER CRU:o',
  organisationSettings:
    'STORE_STAFF R:* | STORE_SUP R:* | OPS_CS R:* | HR_ADMIN R:* | HANDLER R:* | HANDLER_SUP R:* | GM R:* | KAM R:* | OPS R:* | LOGISTICS R:* | TECH R:* | RM R:* | CREDIT_REVIEWER R:* | RISK_MGR R:* | DEPT_HEAD R:* | ANALYST R:*d | SYS_ADMIN RU:* | PRIVACY_OFFICER R:* | FINANCE R:* | AREA_MANAGER R:*',
  codeList:
    'STORE_STAFF R:* | STORE_SUP R:* | OPS_CS R:* | HR_ADMIN R:* | HANDLER R:* | HANDLER_SUP R:* | GM R:* | KAM R:* | OPS R:* | LOGISTICS R:* | TECH R:* | RM R:* | CREDIT_REVIEWER R:* | RISK_MGR R:* | DEPT_HEAD R:* | ANALYST R:*d | SYS_ADMIN CRU:* | PRIVACY_OFFICER R:* | FINANCE R:* | AREA_MANAGER R:*',
  importRun:
    'STORE_STAFF R:o | STORE_SUP R:o | OPS_CS R:o | HR_ADMIN R:o | HANDLER R:o | HANDLER_SUP R:o | GM R:* | KAM R:o | OPS R:* | LOGISTICS R:o | TECH R:o | RM R:o | CREDIT_REVIEWER R:o | RISK_MGR R:o | DEPT_HEAD R:o | ANALYST R:od | SYS_ADMIN R:*f R:o | PRIVACY_OFFICER R:o | FINANCE R:o | AREA_MANAGER R:o',
  exportLog:
    'STORE_STAFF R:o | STORE_SUP R:o | OPS_CS R:o | HR_ADMIN R:o | HANDLER R:o | HANDLER_SUP R:o | GM R:* | KAM R:o | OPS R:o | LOGISTICS R:o | TECH R:o | RM R:o | CREDIT_REVIEWER R:o | RISK_MGR R:o | DEPT_HEAD R:d R:o | ANALYST R:od | SYS_ADMIN R:o | PRIVACY_OFFICER R:* | FINANCE R:o | AREA_MANAGER R:o',
  audit:
    'STORE_STAFF R:o | STORE_SUP R:s R:o | OPS_CS R:o | HR_ADMIN R:o | HANDLER R:o | HANDLER_SUP R:o | GM R:* | KAM R:o | OPS R:o | LOGISTICS R:o | TECH R:o | RM R:o | CREDIT_REVIEWER R:o | RISK_MGR R:o | DEPT_HEAD R:d R:o | ANALYST R:od | SYS_ADMIN R:o | PRIVACY_OFFICER R:*f R:o | FINANCE R:o | AREA_MANAGER R:g R:o',
  administrationAudit: 'SYS_ADMIN R:*',
  personalDataAccess:
    'STORE_STAFF R:o | STORE_SUP R:s R:o | OPS_CS R:o | HR_ADMIN R:* | HANDLER R:o | HANDLER_SUP R:o | GM R:* | KAM R:o | OPS R:o | LOGISTICS R:o | TECH R:o | RM R:o | CREDIT_REVIEWER R:o | RISK_MGR R:o | DEPT_HEAD R:d R:o | ANALYST R:od | SYS_ADMIN R:o | PRIVACY_OFFICER R:* | FINANCE R:o | AREA_MANAGER R:g R:o',
  consent: 'PRIVACY_OFFICER CRU:*',
  dataSubjectRequest: 'PRIVACY_OFFICER CRUT:*',
  adHocQuery: 'GM T:* | ANALYST T:*d | SYS_ADMIN T:*',
  accessReview: 'HR_ADMIN R:* | GM R:* | DEPT_HEAD R:d | SYS_ADMIN R:* | PRIVACY_OFFICER R:*',
};

describe('the permission register', () => {
  it('gives exactly what was reviewed, role by role and subject by subject', () => {
    const found = Object.fromEntries(
      permissionSheet(permissions).map(({ subject, cells }) => [
        subject,
        [...cells]
          .filter(([, cell]) => cell !== '–')
          .map(([holder, cell]) => `${holder} ${cell}`)
          .join(' | '),
      ]),
    );
    expect(found).toEqual(reviewed);
  });

  it('decides every role × subject × action, and refuses what has no row', () => {
    let given = 0;
    let refused = 0;
    for (const holder of role.codes) {
      for (const subject of Object.keys(subjects)) {
        for (const act of action.codes) {
          const rows = permits([holder], subject, act);
          if (rows.length === 0) refused++;
          else given++;
          for (const row of rows) expect([row.role, row.subject, row.action]).toEqual([holder, subject, act]);
        }
      }
    }
    expect(given + refused).toBe(role.codes.length * Object.keys(subjects).length * action.codes.length);
    expect(given).toBe(new Set(permissions.map((row) => `${row.role} ${row.subject} ${row.action}`)).size);
    expect(permits(['SYS_ADMIN', 'PRIVACY_OFFICER'], 'customerFile', 'READ')).toEqual([]);
    expect(permits(role.codes, 'noSuchSubject', 'READ')).toEqual([]);
    expect(permits([], 'organisation', 'READ')).toEqual([]);
  });

  it('names only subjects that exist, and every kind of record names one', () => {
    for (const row of permissions) expect(Object.hasOwn(subjects, row.subject)).toBe(true);
    for (const kind of catalogue) expect(Object.hasOwn(subjects, kind.subject)).toBe(true);
  });

  it('lets every kind of record be read by somebody', () => {
    for (const kind of catalogue) expect(permits(role.codes, kind.subject, 'READ').length).toBeGreaterThan(0);
  });

  it('restricts a grant to fields that exist', () => {
    const kinds = new Map<string, Kind>(catalogue.map((kind) => [kind.name, kind]));
    const named = permissions.flatMap((row) => row.onlyFields ?? []);
    expect(named.length).toBeGreaterThan(0);
    for (const path of named) {
      const [kindName = '', field = ''] = path.split('.');
      const kind = kinds.get(kindName);
      expect(kind, path).toBeDefined();
      if (field !== '*') expect(Object.hasOwn(kind?.fields ?? {}, field), path).toBe(true);
    }
  });

  it('masks identifiers for everybody but the owner of business contacts, and names for analysts', () => {
    for (const row of permissions) {
      if (row.role === 'ANALYST') expect(row.disclosure).toBe('DEIDENTIFIED');
      else if (row.subject !== 'businessContact') expect(row.disclosure).toBe('MASKED');
      else expect([row.disclosure, row.scope]).toEqual(['PLAIN', 'OWN']);
    }
  });

  it('keeps the administrator and the privacy officer away from customers and business', () => {
    const held = new Set(permissionsOf(['SYS_ADMIN', 'PRIVACY_OFFICER']).map((row) => row.subject));
    for (const subject of ['customerFile', 'order', 'product', 'complaintCard', 'loan', 'visitorRegister']) {
      expect(held.has(subject)).toBe(false);
    }
  });

  it('adds up the rows of several roles', () => {
    const both = permissionsOf(['KAM', 'STORE_SUP']);
    expect(both.length).toBe(permissionsOf(['KAM']).length + permissionsOf(['STORE_SUP']).length);
    expect(widestScope(permits(['KAM', 'STORE_SUP'], 'order', 'READ'))).toBe('STORE');
    expect(widestScope([])).toBeNull();
  });

  it('widens the key-account manager by the setting, and nobody and nothing else', () => {
    const region = permissionRegister({ keyAccountScope: 'REGION' });
    expect(widestScope(permits(['KAM'], 'customerFile', 'READ', region))).toBe('REGION');
    expect(widestScope(permits(['KAM'], 'apiToken', 'READ', region))).toBe('OWN');
    expect(widestScope(permits(['KAM'], 'businessContact', 'READ', region))).toBe('OWN');
    const changed = region.filter((row, index) => row !== permissions[index]);
    expect(changed.length).toBeGreaterThan(0);
    expect(new Set(changed.map((row) => row.role))).toEqual(new Set(['KAM']));
  });

  it('names each row by an id of its own', () => {
    const ids = permissions.map(permissionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a label in three languages for each subject', () => {
    for (const subject of Object.keys(subjects)) {
      for (const language of languages) expect(subjectLabel(subject)[language]).not.toBe('');
    }
    expect(subjectLabel('unknown').en).toBe('unknown');
  });
});

describe('limits of a role', () => {
  it('are larger for whoever writes ad-hoc queries, and absent for nobody', () => {
    expect(limitsOf(['STORE_STAFF'])).toMatchObject({ statementSeconds: 2, pageSize: 200, depth: 10 });
    expect(limitsOf(['ANALYST'])).toMatchObject({ statementSeconds: 20, depth: 15, longAtOnce: 2 });
    expect(limitsOf([])).toEqual(limitsOf(['STORE_STAFF']));
    for (const holder of role.codes) {
      for (const limit of Object.values(limitsOf([holder]))) expect(limit).toBeGreaterThan(0);
    }
  });

  it('are of several roles the most generous', () => {
    expect(limitsOf(['STORE_SUP', 'ANALYST'])).toEqual(limitsOf(['ANALYST', 'STORE_SUP']));
    expect(limitsOf(['STORE_SUP', 'ANALYST']).cost).toBe(limitsOf(['ANALYST']).cost);
  });
});
