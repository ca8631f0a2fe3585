import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import type { RecordRow } from '../../../records/encode.js';
import { wholeReport } from './case-house.js';

type Plant = (kind: string, row: RecordRow) => Promise<string>;

/** Who stands behind the documents of a planted case. */
export interface CasePeople {
  readonly store: string;
  readonly department: string;
  readonly assessor: string;
  readonly ruler: string;
  readonly handler: string;
  readonly owner: string;
  readonly executor: string;
}

let last = 0;
const at = '2026-01-06T02:00:00.000Z';

/** Everything of a case in a state: with all documents that it would hold, so that only people and state decide. */
export async function plantCase(
  plant: Plant,
  state: ComplaintState,
  people: CasePeople,
  more: RecordRow = {},
): Promise<{ readonly id: string; readonly original: string; readonly opinion: string }> {
  last += 1;
  const now = new Date().toISOString();
  const ended = ['CLOSED', 'CLOSED_NOT_ACCEPTED', 'WITHDRAWN'].includes(state);
  const assigned = !['REGISTERED', 'PENDING_RULING', 'NOT_ACCEPTED', 'ACCEPTED'].includes(state);
  const id = await plant('Complaint', {
    no: `QA-${process.pid}-${last}`,
    state,
    procedure: 'STANDARD',
    severity: 'GENERAL',
    category: 'QUALITY_DEFECT',
    situation: 'A_QUALITY',
    channel: 'STORE',
    subject: '椅子断裂',
    description: '坐下时断裂',
    anonymous: false,
    complainantName: '王小明',
    complainantPhone: '13912340000',
    keyAccount: false,
    storeId: people.store,
    aboutHead: false,
    receivedById: people.assessor,
    receivedAt: now,
    dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    slaStatus: 'ON_TRACK',
    disputed: false,
    rejections: 0,
    returns: 0,
    refusals: 0,
    reopenCount: 0,
    recurrence: false,
    waitedSeconds: 0,
    policyVersion: 'R4-1',
    procedureVersion: 1,
    breached: false,
    stateSince: now,
    ownerId: people.owner,
    deskDepartmentId: state === 'PENDING_RULING' ? people.store : null,
    ruledAt: state === 'REGISTERED' || state === 'PENDING_RULING' ? null : now,
    closedAt: ended ? now : null,
    settings: { clockFrom: now, asOf: now },
    ...(assigned ? { handlingDepartmentId: people.department, handlerId: people.handler } : {}),
    ...more,
  });
  const complaintId = id;
  const by = (byId: string) => ({ complaintId, byId, at });
  const original = await plant('Attachment', {
    complaintId,
    fileName: '投诉信.pdf',
    mime: 'application/pdf',
    size: 1,
    sha256: 'a'.repeat(64),
    personal: true,
    original: true,
    uploadedAt: at,
  });
  if (state !== 'REGISTERED') {
    await plant('StoreAssessment', { ...by(people.assessor), result: 'HOLDS', reason: '属实' });
    if (state !== 'PENDING_RULING')
      await plant('AcceptanceRuling', {
        ...by(people.ruler),
        decision: state === 'NOT_ACCEPTED' ? 'NOT_ACCEPT' : 'ACCEPT',
        reason: '成立',
        override: false,
      });
  }
  let opinion = '';
  if (assigned) {
    await plant('AssignmentOrder', {
      ...by(people.owner),
      departmentId: people.department,
      handlerId: people.handler,
      instruction: '查明',
    });
    const { items: _items, responsiblePersons: _persons, ...report } = wholeReport(original);
    await plant('InvestigationReport', {
      ...report,
      complaintId,
      reportVersion: 1,
      authorId: people.handler,
      signedAt: at,
    });
    await plant('SupervisorReview', { ...by(people.owner), step: 'REPORT', result: 'AGREE' });
    opinion = await plant('HrOpinion', { ...by(people.owner), result: 'AGREE', opinion: '同意' });
    await plant('HandlingOpinion', {
      complaintId,
      opinionVersion: 1,
      basisId: opinion,
      remedy: state === 'EXECUTING' ? 'EXCHANGE' : 'EXPLAIN',
      detail: '说明',
      executorId: people.executor,
      authorId: people.handler,
      signedAt: at,
    });
  }
  if (state === 'EXECUTING')
    await plant('CustomerReply', { ...by(people.owner), kind: 'FINAL', mode: 'WRITTEN', content: '答复' });
  return { id, original, opinion };
}

const oral = { mode: 'ORAL', content: '已说明', talkedTo: '王小明' };

/** A valid input of each act of the table, beside the case and its version. */
export function actInput(act: string, people: CasePeople, original: string): Record<string, unknown> {
  const order = { departmentId: people.department, handlerId: people.handler, instruction: '查明原因' };
  const inputs: Readonly<Record<string, Record<string, unknown>>> = {
    assessComplaint: { result: 'HOLDS', reason: '属实' },
    ruleOnComplaint: { decision: 'ACCEPT', reason: '成立' },
    explainNonAcceptance: oral,
    overrideRuling: { reason: '应受理' },
    assignComplaint: order,
    submitContractDispute: { remedy: 'EXPLAIN', detail: '按合同' },
    assignDispatchCase: order,
    acceptAssignment: {},
    refuseAssignment: { reason: '不属本部门' },
    submitInvestigationReport: wholeReport(original),
    saveInvestigationReport: { cause: '焊接不牢' },
    reviewInvestigationReport: { result: 'AGREE' },
    giveHrOpinion: { result: 'AGREE', opinion: '拟同意' },
    decideComplaint: { result: 'AGREE', decision: '同意' },
    submitHandlingOpinion: { remedy: 'EXPLAIN', detail: '说明' },
    reviewHandlingOpinion: { result: 'AGREE' },
    replyToCustomer: { outcome: 'CLOSE', ...oral, noPreventionReason: '供应商责任' },
    closeComplaint: { proof: '换货单 88', noPreventionReason: '供应商责任' },
    reopenComplaint: { reason: '新的事实' },
    withdrawComplaint: { statement: '客户来电撤回' },
    closeAnonymousComplaint: { reason: '无从答复', noPreventionReason: '供应商责任' },
  };
  return inputs[act] ?? {};
}
