import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import { plantCase } from '../departments/complaints/testing/plant-case.js';
import type { RecordRow } from '../records/encode.js';
import { house, houseStaff } from '../testing/small-house.js';
import type { Input, ValidAct } from './valid-acts.js';
import { casePeople } from './valid-complaint-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';
const at = '2026-01-06T02:00:00.000Z';
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const dayAfter = (days: number) => later(days).slice(0, 10);

const planted = async (world: World, state: ComplaintState = 'INVESTIGATING', more: RecordRow = {}) =>
  (
    await plantCase((kind, row) => world.plant(kind, row), state, casePeople, {
      deskId: staff('handler'),
      ...more,
    })
  ).id;
const seen = (id: string) => ({ id, expectedVersion: 1 });

/** An act on a case as it stands. */
const onCase = (as: string, input: Input, more: RecordRow = {}): ValidAct => ({
  as,
  input: async (world) => ({ ...seen(await planted(world, 'INVESTIGATING', more)), ...input }),
});

/** An act on a part of a case. */
const onPart = (
  as: string,
  kind: string,
  row: RecordRow,
  input: Input = {},
  more: RecordRow = {},
): ValidAct => ({
  as,
  input: async (world) => ({
    ...seen(await world.plant(kind, { complaintId: await planted(world, 'INVESTIGATING', more), ...row })),
    ...input,
  }),
});

const department = house.departments.customerService;
const task = { departmentId: department, request: '查运输记录', dueAt: later(2), state: 'OPEN', askedAt: at };
const request = {
  type: 'REFUND',
  amount: '100',
  reason: '退款',
  state: 'REQUESTED',
  requestedById: staff('handler'),
  requestedAt: at,
};
const measure = {
  measure: '加强检验',
  ownerId: staff('handler'),
  dueOn: '2026-01-10',
  checkOn: '2026-02-10',
};
const reason = '经核实';

const caseActs: Readonly<Record<string, ValidAct>> = {
  raiseSeverity: onCase('store-staff', { severity: 'SEVERE', triggers: ['GROUP'], reason }),
  lowerSeverity: onCase('hr-admin', { severity: 'GENERAL', reason }, { severity: 'MAJOR' }),
  recordFirstResponse: {
    ...onCase('ops-cs', { mode: 'ORAL', content: '已致歉' }),
    kind: 'CustomerReply',
  },
  recordProgressReply: {
    ...onCase('ops-cs', { mode: 'ORAL', content: '正在查' }),
    kind: 'CustomerReply',
  },
  addTrackingEntry: onCase('handler', { kind: 'TRACK', text: '已联系供应商' }),
  urgeComplaint: onCase('ops-cs', { text: '请尽快' }),
  superviseComplaint: onCase('hr-admin', { text: '请说明进展' }),
  acknowledgeTracking: onPart(
    'handler',
    'TrackingEntry',
    { kind: 'SUPERVISE', text: '请说明', byId: staff('hr-admin'), toId: staff('handler'), at },
    { text: '明日上报' },
  ),
  startWaiting: onCase('handler', { reason: '送检' }),
  endWaiting: onCase('handler', {}, { waitingSince: at }),
  extendDeadline: onCase('gm', { extendedTo: later(30), reason }),
  explainBreach: onCase('ops-cs', { breachReason: '等待检验' }, { breached: true }),
  acknowledgeEscalation: onPart('gm', 'Escalation', {
    rule: 'CLOSE',
    level: 1,
    toId: staff('gm'),
    at,
    done: false,
  }),
  requestAssistance: onCase('handler', {
    departmentId: department,
    request: '查运输记录',
    dueAt: later(2),
  }),
  acceptAssistance: onPart('ops-cs', 'DepartmentTask', task),
  answerAssistance: onPart('ops-cs', 'DepartmentTask', task, { answer: '无异常' }),
  returnAssistance: onPart('ops-cs', 'DepartmentTask', task, { answer: '不属本部门' }),
  cancelAssistance: onPart('handler', 'DepartmentTask', task, { reason }),
  copyCase: onCase('handler', { staffId: staff('ops') }),
  endCopy: onPart('handler', 'CaseParticipant', { staffId: staff('ops'), part: 'COPIED', since: at }),
  nameInvestigator: onCase('gm', { staffId: staff('handler'), reason }),
  requestCompensation: onCase('handler', { type: 'REFUND', amount: '100', reason }),
  approveCompensation: onPart('gm', 'CompensationRequest', request, { decision: '同意' }),
  declineCompensation: onPart('gm', 'CompensationRequest', request, { decision: '依据不足' }),
  executeCompensation: onPart(
    'finance',
    'CompensationRequest',
    { ...request, state: 'APPROVED' },
    { voucher: 'PZ-88' },
  ),
  addPreventiveAction: onCase('handler', {
    measure: '加强检验',
    ownerId: staff('handler'),
    dueOn: dayAfter(5),
    checkOn: dayAfter(60),
  }),
  completePreventiveAction: onPart('handler', 'PreventiveAction', measure, { doneNote: '已增检' }),
  checkPreventiveAction: onPart(
    'hr-admin',
    'PreventiveAction',
    { ...measure, doneAt: at },
    { effective: true, checkNote: '未再发生' },
  ),
  skipPreventiveAction: onCase('handler', { reason: '客户使用不当' }, { conclusion: 'CUSTOMER_FAULT' }),
  reviewSample: onCase(
    'hr-admin',
    { result: 'AGREE' },
    { state: 'CLOSED', procedure: 'SIMPLE', sampledAt: at },
  ),
  linkCase: {
    as: 'ops-cs',
    input: async (world) => ({
      id: await planted(world),
      otherId: await planted(world),
      basis: 'MANUAL',
    }),
  },
  unlinkCase: {
    as: 'ops-cs',
    input: async (world) =>
      seen(
        await world.plant('CaseLink', {
          complaintId: await planted(world),
          otherId: await planted(world),
          basis: 'MANUAL',
          at,
        }),
      ),
  },
  ruleOnEvidence: onCase('ops-cs', { matter: '是否人为', evidence: '照片', ruling: '非人为' }),
};

const ruleActs: Readonly<Record<string, ValidAct>> = {
  saveApprovalLimit: {
    as: 'hr-admin',
    input: async (world) => ({
      role: 'HANDLER_SUP',
      maxAmount: String(500 + world.next()),
      effectiveFrom: dayAfter(2),
      reason,
    }),
  },
  saveSalesRule: {
    as: 'hr-admin',
    kind: 'SalesRule',
    back: 'salesRule { FIELD }',
    input: async (world) => ({ code: `SR-${world.next()}`, name: '退换货规定' }),
  },
  setComplaintSetting: {
    as: 'hr-admin',
    input: async (world) => ({ key: 'reopen.days', value: String(30 + world.next()), reason }),
  },
  saveHandlingProcedure: {
    as: 'hr-admin',
    input: async (world) => ({
      severity: 'MAJOR',
      procedure: 'STANDARD',
      effectiveFrom: dayAfter(2),
      note: `调整${world.next()}`,
    }),
  },
  publishPolicyVersion: {
    as: 'hr-admin',
    input: async (world) => ({
      regulation: 'R4',
      code: `V-${world.next()}`,
      effectiveFrom: dayAfter(2),
      articles: [{ article: 'R4.19', text: '本公司规定' }],
    }),
  },
  askInterpretation: {
    as: 'store-staff',
    input: async (world) => ({ article: 'R4.26', question: `如何起算${world.next()}` }),
  },
  answerInterpretation: {
    as: 'hr-admin',
    input: async (world) => ({
      ...seen(
        await world.plant('PolicyInterpretation', {
          article: 'R4.26',
          question: '如何起算',
          askedById: staff('store-staff'),
          askedAt: at,
        }),
      ),
      answer: '自收到起',
    }),
  },
};

const given = (world: World, state: string, more: RecordRow = {}) =>
  world.plant('AssignedTask', {
    title: `事项${world.next()}`,
    assignerId: staff('store-sup'),
    assigneeId: staff('store-staff'),
    assignedAt: at,
    dueAt: later(5),
    state,
    undertaking: false,
    ...more,
  });
const foreignTask = (world: World) =>
  given(world, 'OPEN', { assignerId: staff('gm'), assigneeId: staff('kam') });
const onTask = (as: string, state: string, input: Input = {}): ValidAct => ({
  as,
  input: async (world) => ({ ...seen(await given(world, state)), ...input }),
  foreign: foreignTask,
});

const deskActs: Readonly<Record<string, ValidAct>> = {
  assignTask: {
    as: 'store-sup',
    kind: 'AssignedTask',
    back: 'assignedTask { FIELD }',
    input: async (world) => ({
      title: `事项${world.next()}`,
      assigneeId: staff('store-staff'),
      dueAt: later(5),
    }),
  },
  acceptTask: onTask('store-staff', 'OPEN'),
  completeTask: onTask('store-staff', 'ACCEPTED', { result: '已办' }),
  confirmTask: onTask('store-sup', 'DONE'),
  returnTask: onTask('store-sup', 'DONE', { verdict: '不完整' }),
  cancelTask: onTask('store-sup', 'OPEN', { reason }),
  delegate: {
    as: 'store-staff-b',
    // Each example has a time of its own, since nobody has two deputies at once.
    input: async (world) => {
      const start = 10 + Number(world.next()) * 3;
      return { toId: staff('ops'), startsAt: later(start), endsAt: later(start + 1), reason: '休假' };
    },
  },
  endDelegation: {
    as: 'dept-head',
    input: async (world) =>
      seen(
        await world.plant('Delegation', {
          fromId: staff('dept-head'),
          toId: staff('kam'),
          startsAt: later(5000),
          endsAt: later(5001),
          reason: '休假',
        }),
      ),
    foreign: (world) =>
      world.plant('Delegation', {
        fromId: staff('gm'),
        toId: staff('kam'),
        startsAt: later(6000),
        endsAt: later(6001),
        reason: '休假',
      }),
  },
};

/** Valid examples of the acts beside the pipeline, of the department's rules, and of the desk. */
export const collaborationActs: Readonly<Record<string, ValidAct>> = {
  ...caseActs,
  ...ruleActs,
  ...deskActs,
};
