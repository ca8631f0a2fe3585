import type { Role } from '@kehu/domain/access/roles';
import type { Put } from './planted.js';
import type { Tag } from './tags.js';

const at = '2026-01-05T02:00:00.000Z';
const due = '2026-01-12T02:00:00.000Z';

/** Where a case lies: who took it, whose customer it is about, which store, who handles it. */
export interface CasePlace {
  readonly receivedById?: string;
  readonly customerId?: string;
  readonly storeId?: string | null;
  readonly handlingDepartmentId?: string | null;
  readonly handlerId?: string | null;
  /** Whom the case is about; shielded from that person until the customer has been answered. */
  readonly complainedStaffId?: string | null;
  readonly complainedDepartmentId?: string | null;
  readonly shielded?: boolean;
}

/** Somebody and some department that a case may name without bringing it near to anybody. */
export interface Strangers {
  readonly stranger: string;
  readonly farDepartment: string;
}

/** A case with one of each of its parts; the parts must be seen exactly where the case is. */
export function plantCase(
  put: Put,
  of: Role | null,
  tag: Tag,
  place: CasePlace,
  house: Strangers,
  more = '',
): string {
  const key = `${of ?? 'HOUSE'}-${tag}${more}`;
  const { stranger, farDepartment: departmentId } = house;
  const complaintId = put('Complaint', of, tag, {
    ...place,
    no: `TS-${key}`,
    state: 'INVESTIGATING',
    procedure: 'STANDARD',
    severity: 'GENERAL',
    category: 'QUALITY_DEFECT',
    situation: 'A_QUALITY',
    channel: 'PHONE',
    subject: `投诉${key}`,
    description: `椅子坏了${key}`,
    anonymous: false,
    complainantName: `赵投诉${key}`,
    complainantPhone: '13912345678',
    representedBy: `钱代理${key}`,
    keyAccount: false,
    aboutHead: false,
    receivedAt: at,
    dueAt: due,
    slaStatus: 'ON_TRACK',
    breached: false,
    disputed: false,
    rejections: 0,
    returns: 0,
    refusals: 0,
    reopenCount: 0,
    recurrence: false,
    stateSince: at,
    waitedSeconds: 0,
    policyVersion: '1',
    procedureVersion: 1,
  });
  const part = (kind: string, row: Parameters<Put>[3]) => put(kind, of, tag, { complaintId, ...row });
  part('ComplaintDemand', { type: 'RETURN' });
  part('ComplaintTrigger', { type: 'GROUP', at });
  part('ComplaintIntake', { channel: 'PHONE', receivedAt: at });
  part('CaseParticipant', { staffId: stranger, part: 'COPIED', since: at });
  part('StoreAssessment', { result: 'HOLDS', reason: '属实', byId: stranger, at });
  part('AcceptanceRuling', { decision: 'ACCEPT', reason: '属实', override: false, byId: stranger, at });
  part('EvidenceRuling', { matter: '数量', evidence: '照片', ruling: '属实', byId: stranger, at });
  part('AssignmentOrder', { departmentId, instruction: '请调查', byId: stranger, at });
  const reportId = part('InvestigationReport', {
    reportVersion: 1,
    cause: '装配',
    course: '经过',
    conclusion: 'OUR_FAULT',
    conclusionText: '我方责任',
    countermeasures: '更换',
    preventiveMeasures: '复检',
    authorId: stranger,
  });
  put('InvestigationItem', of, tag, { reportId, head: 'SCOPE', finding: '属实' });
  put('ResponsiblePerson', of, tag, { reportId, externalName: `孙外人${key}`, responsibility: 'DIRECT' });
  part('SupervisorReview', { step: 'REPORT', result: 'AGREE', byId: stranger, at });
  part('HrOpinion', { result: 'AGREE', opinion: '同意', byId: stranger, at });
  part('GmDecision', { result: 'AGREE', decision: '同意', byId: stranger, at });
  part('HandlingOpinion', { opinionVersion: 1, remedy: 'EXCHANGE', detail: '换货', authorId: stranger });
  // Of this kind, so that whoever explains refusals sees it under that right alone.
  part('CustomerReply', {
    kind: 'NOT_ACCEPTED',
    mode: 'ORAL',
    content: '说明',
    byId: stranger,
    at,
    talkedTo: `李接听${key}`,
    phone: '13912345678',
  });
  part('CardCopy', { copy: 'NOTICE', departmentId, sentAt: at });
  part('CaseStep', {
    action: 'registerComplaint',
    transition: '1',
    to: 'REGISTERED',
    at,
    late: false,
    conflictOverride: false,
  });
  part('TrackingEntry', { kind: 'TRACK', text: '已联系', byId: stranger, at });
  part('DepartmentTask', {
    departmentId,
    assigneeId: stranger,
    request: '协助检验',
    dueAt: due,
    state: 'OPEN',
    askedById: stranger,
    askedAt: at,
  });
  part('CompensationRequest', {
    type: 'REFUND',
    amount: '100.00',
    reason: '退款',
    state: 'REQUESTED',
    requestedById: stranger,
    requestedAt: at,
  });
  part('PreventiveAction', {
    measure: '复检',
    ownerId: stranger,
    dueOn: '2026-02-01',
    checkOn: '2026-05-01',
  });
  part('CaseLink', { otherId: complaintId, basis: 'MANUAL', byId: stranger, at });
  part('Attachment', {
    fileName: 'a.png',
    mime: 'image/png',
    size: 1,
    sha256: '0'.repeat(64),
    personal: false,
    original: false,
    uploadedById: stranger,
    uploadedAt: at,
  });
  part('DeadlineEntry', {
    rule: 'CLOSE',
    article: 'R4.26',
    ruleVersion: 1,
    event: 'STARTED',
    dueAt: due,
    at,
  });
  part('MissingEntry', { rule: 'TRACKING', article: 'R1.5', ownerId: stranger, dueAt: due });
  part('Escalation', { rule: 'T-24', level: 1, toId: stranger, at, done: false });
  return complaintId;
}

/** What of complaints is the whole house's: rules, texts, a monthly table. */
export function plantComplaintRules(put: Put, house: Strangers): void {
  const wide = (kind: string, row: Parameters<Put>[3]) => put(kind, null, 'OTHER', row);
  const complaintId = plantCase(put, null, 'OTHER', {}, house);
  wide('SalesRule', { code: 'S-1', name: '退货规定', active: true });
  wide('ApprovalLimit', { role: 'HANDLER_SUP', maxAmount: '500.00', effectiveFrom: '2026-01-01' });
  wide('HandlingProcedure', {
    procedureVersion: 1,
    severity: 'GENERAL',
    procedure: 'STANDARD',
    effectiveFrom: '2026-01-01',
  });
  wide('ComplaintSetting', { key: 'proof', value: '1', effectiveFrom: at });
  const policyVersionId = wide('PolicyVersion', { regulation: 'R4', code: '1', effectiveFrom: '2026-01-01' });
  wide('PolicyArticle', { policyVersionId, article: 'R4.19', text: '本公司条文' });
  wide('PolicyInterpretation', { article: 'R4.26', question: '从何时起算', askedAt: at });
  const reportId = wide('ComplaintMonthlyReport', {
    period: '2026-01',
    state: 'DRAFT',
    snapshot: {},
    draftedAt: at,
    dueAt: due,
    late: false,
  });
  wide('MonthlyReportCorrection', { reportId, number: 1, cell: '1.1', after: '2', reason: '漏计', at });
  wide('MonthlyReportCase', {
    reportId,
    complaintId,
    complaintNo: 'TS-1',
    state: 'CLOSED',
    cells: [],
    facts: {},
  });
  wide('MessageDelivery', {
    channel: 'EMAIL',
    messageId: 'proof-1',
    digest: false,
    content: {},
    notBefore: at,
    state: 'WAITING',
    attempts: 0,
  });
}

/** Cases in which a person has a part beside handling them: a copy, a request to assist, a task from it. */
export function plantParts(put: Put, of: Role, staffId: string, house: Strangers): void {
  const { stranger, farDepartment } = house;
  const complaintId = (tag: Tag) => plantCase(put, of, tag, { receivedById: stranger }, house);
  put('CaseParticipant', of, 'COPIED', {
    complaintId: complaintId('COPIED'),
    staffId,
    part: 'COPIED',
    since: at,
  });
  put('DepartmentTask', of, 'ASSISTING', {
    complaintId: complaintId('ASSISTING'),
    departmentId: farDepartment,
    assigneeId: staffId,
    request: '协助查验',
    dueAt: due,
    state: 'ACCEPTED',
    askedById: stranger,
    askedAt: at,
  });
  // The task is the person's own; what it opens is the case.
  put('AssignedTask', of, 'OWN', {
    title: `交办案件${of}`,
    complaintId: complaintId('TASKED'),
    assignerId: stranger,
    assigneeId: staffId,
    assignedAt: at,
    dueAt: due,
    state: 'OPEN',
    undertaking: false,
  });
}

/** What lies on a person's desk: a task, a message, a delegation that has ended and changes nobody's rights. */
export function plantDesk(put: Put, of: Role, tag: Tag, staffId: string, stranger: string): void {
  put('PersonalChannel', of, tag, {
    staffId,
    channel: 'WECOM_APP',
    level: 'ALL',
    address: `account-${of}-${tag}`,
  });
  put('AssignedTask', of, tag, {
    title: `交办${of}${tag}`,
    assignerId: stranger,
    assigneeId: staffId,
    assignedAt: at,
    dueAt: due,
    state: 'OPEN',
    undertaking: false,
  });
  put('Delegation', of, tag, {
    fromId: staffId,
    toId: stranger,
    startsAt: '2025-01-01T00:00:00.000Z',
    endsAt: '2025-01-02T00:00:00.000Z',
    reason: '休假',
  });
  put('Notification', of, tag, { toId: staffId, message: 'proof', weight: 'INFO', at });
}
