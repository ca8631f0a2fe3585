import { role } from '../access/roles.js';
import {
  bool,
  date,
  dateTime,
  daysBetween,
  decimal,
  integer,
  json,
  oneOf,
  text,
  toOne,
} from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { type Label, label } from '../catalogue/labels.js';
import {
  compensationState,
  compensationType,
  linkBasis,
  taskState,
  trackingKind,
} from './document-vocabularies.js';
import { complaintState } from './vocabularies.js';

const ofCase = (inverse: string, inverseLabel: Label) =>
  toOne('Complaint', label('案件', '案件', 'Case'), { required: true, inverse, inverseLabel });
const person = (hans: string, hant: string, en: string) => toOne('Staff', label(hans, hant, en));

/** One step of a case: who brought it from where to where, and in whose name (B7.7). Written by the product only. */
export const caseStep = kind('CaseStep', {
  plural: 'caseSteps',
  table: 'case_step',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('办理步骤', '辦理步驟', 'Step'),
  title: 'action',
  defaultOrder: [{ field: 'id', direction: 'ASC' }],
  fields: {
    complaint: ofCase('steps', label('办理过程', '辦理過程', 'Steps')),
    action: text(label('操作', '操作', 'Act'), { max: 60 }),
    transition: text(label('流转编号', '流轉編號', 'Transition'), {
      max: 20,
      note: label('办法流程表中的编号', '辦法流程表中的編號', 'Its number in the table of transitions'),
    }),
    from: oneOf(label('原状态', '原狀態', 'From'), complaintState, { optional: true }),
    to: oneOf(label('新状态', '新狀態', 'To'), complaintState),
    by: person('办理人', '辦理人', 'By'),
    onBehalfOf: person('代理', '代理', 'On behalf of'),
    department: toOne('Department', label('办理部门', '辦理部門', 'Department')),
    at: dateTime(label('时间', '時間', 'At')),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 2000 }),
    dueAt: dateTime(label('本步期限', '本步期限', 'Due at'), { optional: true }),
    late: bool(label('逾时限', '逾時限', 'Late')),
    conflictOverride: bool(label('回避豁免', '迴避豁免', 'Conflict overridden')),
    concerns: person('所涉人员', '所涉人員', 'Concerning'),
    seenAt: dateTime(label('下一人打开时间', '下一人開啟時間', 'Opened by the next'), { optional: true }),
    recalledAt: dateTime(label('撤回时间', '撤回時間', 'Recalled at'), { optional: true }),
    priorValues: json(label('办理前的案件', '辦理前的案件', 'The case before'), {
      optional: true,
      system: true,
      note: label(
        '本步所改各项原来的值，撤回时据以恢复',
        '本步所改各項原來的值，撤回時據以恢復',
        'What of the case the step changed, as it was before; taken back, it is so again',
      ),
    }),
    since: dateTime(label('进入原状态的时间', '進入原狀態的時間', 'In the state before since'), {
      optional: true,
      system: true,
    }),
    daysInStep: daysBetween(
      label('本步天数', '本步天數', 'Days in the step'),
      'since',
      'at',
      label(
        '案件在原状态停留的天数（E1.10）',
        '案件在原狀態停留的天數（E1.10）',
        'How long the case lay in the state before (E1.10)',
      ),
    ),
  },
});

/** Tracking, soothing, urging and notes on a case (R1.5, R4.25). */
export const trackingEntry = kind('TrackingEntry', {
  plural: 'trackingEntries',
  table: 'tracking_entry',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('跟踪记录', '追蹤紀錄', 'Tracking entry'),
  title: 'kind',
  defaultOrder: [{ field: 'at', direction: 'ASC' }],
  fields: {
    complaint: ofCase('trackingEntries', label('跟踪记录', '追蹤紀錄', 'Tracking entries')),
    kind: oneOf(label('类型', '類型', 'Kind'), trackingKind),
    text: text(label('内容', '內容', 'Text'), { max: 4000 }),
    by: person('记录人', '記錄人', 'By'),
    to: person('对象', '對象', 'To'),
    at: dateTime(label('时间', '時間', 'At')),
    acknowledgedAt: dateTime(label('回应时间', '回應時間', 'Acknowledged at'), { optional: true }),
  },
});

/** Help asked of another department 协办, with its own deadline (F14). */
export const departmentTask = kind('DepartmentTask', {
  plural: 'departmentTasks',
  table: 'department_task',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('协办事项', '協辦事項', 'Assistance'),
  title: 'request',
  fields: {
    complaint: ofCase('departmentTasks', label('协办事项', '協辦事項', 'Assistance')),
    department: toOne('Department', label('协办部门', '協辦部門', 'Assisting department'), {
      required: true,
    }),
    assignee: person('协办人', '協辦人', 'Assignee'),
    request: text(label('协办内容', '協辦內容', 'What is asked'), { max: 2000 }),
    dueAt: dateTime(label('期限', '期限', 'Due at')),
    state: oneOf(label('状态', '狀態', 'State'), taskState),
    askedBy: person('提出人', '提出人', 'Asked by'),
    askedAt: dateTime(label('提出时间', '提出時間', 'Asked at')),
    answer: text(label('回复', '回覆', 'Answer'), { optional: true, max: 8000 }),
    answeredBy: person('回复人', '回覆人', 'Answered by'),
    answeredAt: dateTime(label('回复时间', '回覆時間', 'Answered at'), { optional: true }),
  },
});

/** A rule of sale to which a discount or compensation refers (R4.18). */
export const salesRule = kind('SalesRule', {
  plural: 'salesRules',
  table: 'sales_rule',
  department: 'complaints',
  subject: 'complaintSettings',
  label: label('销售处理规定', '銷售處理規定', 'Sales rule'),
  title: 'code',
  fields: {
    code: text(label('编号', '編號', 'Code'), { max: 40 }),
    name: text(label('名称', '名稱', 'Name'), { max: 120 }),
    text: text(label('内容', '內容', 'Text'), { optional: true, max: 4000 }),
    active: bool(label('启用', '啟用', 'Active')),
  },
});

/** Up to which amount a role approves (R4.18, F16: none means everything goes to the general manager). */
export const approvalLimit = kind('ApprovalLimit', {
  plural: 'approvalLimits',
  table: 'approval_limit',
  department: 'complaints',
  subject: 'complaintSettings',
  label: label('审批限额', '核准限額', 'Approval limit'),
  title: 'role',
  fields: {
    role: oneOf(label('角色', '角色', 'Role'), role),
    type: oneOf(label('类型', '類型', 'Type'), compensationType, { optional: true }),
    maxAmount: decimal(label('最高金额', '最高金額', 'Up to'), { money: true, scale: 2, min: 0 }),
    effectiveFrom: date(label('生效日期', '生效日期', 'Effective from')),
  },
});

/** A discount or compensation asked for a case (R4.18). */
export const compensationRequest = kind('CompensationRequest', {
  plural: 'compensationRequests',
  table: 'compensation_request',
  department: 'complaints',
  subject: 'compensation',
  partOf: 'complaint',
  label: label('赔偿申请', '賠償申請', 'Compensation request'),
  title: 'type',
  fields: {
    complaint: ofCase('compensations', label('折价与赔偿', '折價與賠償', 'Compensation')),
    type: oneOf(label('类型', '類型', 'Type'), compensationType),
    amount: decimal(label('金额', '金額', 'Amount'), { money: true, scale: 2, min: 0 }),
    rule: toOne('SalesRule', label('依据规定', '依據規定', 'Rule')),
    reason: text(label('理由', '理由', 'Reason'), { max: 2000 }),
    state: oneOf(label('状态', '狀態', 'State'), compensationState),
    requestedBy: person('申请人', '申請人', 'Requested by'),
    requestedAt: dateTime(label('申请时间', '申請時間', 'Requested at')),
    decidedBy: person('审批人', '審批人', 'Decided by'),
    decidedAt: dateTime(label('审批时间', '審批時間', 'Decided at'), { optional: true }),
    decision: text(label('审批意见', '審批意見', 'Decision'), { optional: true, max: 2000 }),
    executedBy: person('执行人', '執行人', 'Executed by'),
    executedAt: dateTime(label('执行时间', '執行時間', 'Executed at'), { optional: true }),
    voucher: text(label('凭证号', '憑證號', 'Voucher'), { optional: true, max: 80 }),
  },
});

/** A measure against recurrence (R4.4), checked for its effect at a set date. */
export const preventiveAction = kind('PreventiveAction', {
  plural: 'preventiveActions',
  table: 'preventive_action',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('预防措施', '預防措施', 'Preventive action'),
  title: 'measure',
  fields: {
    complaint: ofCase('preventiveActions', label('预防措施', '預防措施', 'Preventive actions')),
    measure: text(label('措施', '措施', 'Measure'), { max: 2000 }),
    owner: person('责任人', '責任人', 'Owner'),
    dueOn: date(label('完成期限', '完成期限', 'Due on')),
    doneAt: dateTime(label('完成时间', '完成時間', 'Done at'), { optional: true }),
    doneNote: text(label('完成情况', '完成情況', 'How it was done'), { optional: true, max: 2000 }),
    checkOn: date(label('检查效果日期', '檢查效果日期', 'Effect to be checked on')),
    checkedAt: dateTime(label('检查时间', '檢查時間', 'Checked at'), { optional: true }),
    checkedBy: person('检查人', '檢查人', 'Checked by'),
    effective: bool(label('有效', '有效', 'Effective'), { optional: true }),
    before: integer(label('措施前件数', '措施前件數', 'Cases before'), { optional: true, min: 0 }),
    after: integer(label('措施后件数', '措施後件數', 'Cases after'), { optional: true, min: 0 }),
    checkNote: text(label('检查意见', '檢查意見', 'Finding of the check'), { optional: true, max: 2000 }),
  },
});

/** Two cases of the same matter (R4.1, E1.6). */
export const caseLink = kind('CaseLink', {
  plural: 'caseLinks',
  table: 'case_link',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('关联案件', '關聯案件', 'Linked case'),
  title: 'basis',
  fields: {
    complaint: ofCase('links', label('关联案件', '關聯案件', 'Linked cases')),
    other: toOne('Complaint', label('另一案件', '另一案件', 'Other case'), { required: true }),
    basis: oneOf(label('依据', '依據', 'Basis'), linkBasis),
    by: person('关联人', '關聯人', 'By'),
    at: dateTime(label('时间', '時間', 'At')),
  },
});
