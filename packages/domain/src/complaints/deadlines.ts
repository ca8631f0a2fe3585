import { type Label, label } from '../catalogue/labels.js';
import type { DeadlineLimit } from './limits.js';
import type { SettingKey } from './settings-defaults.js';
import type { ComplaintState, HandlingProcedureKind } from './vocabularies.js';

/** Who is told when a deadline comes near or passes. */
export type Told =
  /** Whoever has the case on the desk; the department's people when nobody is named. */
  | 'DESK'
  | 'DESK_SUPERVISOR'
  /** The customer-service person who leads the case (R4.25). */
  | 'OWNER'
  | 'HANDLING_SUPERVISOR'
  | 'HR_ADMIN'
  | 'GM';

/** What a deadline is counted from. */
export type DeadlineStart =
  /** First receipt by anybody in the company (F5), or the reopening of a closed case. */
  | 'RECEIPT'
  /** Entry into the state. */
  | 'STATE'
  /** The end of the case's own deadline; the setting says how much earlier. */
  | 'BEFORE_DUE'
  /** The last entry of the same kind. */
  | 'LAST_ENTRY';

/** One deadline of a case: what is due, from when, by which article, and what happens when it passes. */
export interface DeadlineRule {
  readonly label: Label;
  /** The setting that says how long. */
  readonly setting: SettingKey;
  readonly from: DeadlineStart;
  readonly article: string;
  readonly tells: readonly Told[];
  /** Level of the escalation that is written; null for none. Level 1 goes to HR and administration, 2 to the general manager. */
  readonly escalates: 1 | 2 | null;
  /** The silence is put on record: an entry of what should have come and did not. */
  readonly missing: boolean;
  /** Setting of the hours after which it is said again, until it is done. */
  readonly repeats: SettingKey | null;
}

const step = (
  limit: DeadlineLimit,
  name: Label,
  article: string,
  parts: Partial<DeadlineRule> = {},
): DeadlineRule => ({
  label: name,
  setting: `limit.${limit}`,
  from: 'RECEIPT',
  article,
  tells: ['DESK', 'DESK_SUPERVISOR'],
  escalates: null,
  missing: false,
  repeats: 'step.repeatHours',
  ...parts,
});

/** The steps of a case (D1.2): passed, the person whose desk it is on and the supervisor are told daily until done. */
export const stepRules: Readonly<Record<DeadlineLimit, DeadlineRule>> = {
  ASSESS: step('ASSESS', label('门店核实', '門市核實', 'Assessment'), 'R4.7'),
  RULE: step('RULE', label('裁定受理', '裁定受理', 'Ruling'), 'R4.7', { missing: true }),
  EXPLAIN: step('EXPLAIN', label('不受理说明', '不受理說明', 'Explanation of the refusal'), 'R4.7', {
    from: 'STATE',
    missing: true,
  }),
  ASSIGN: step('ASSIGN', label('指定受理部门', '指定受理部門', 'Assignment'), 'R4.9'),
  TAKE: step('TAKE', label('接收任务', '接收任務', 'Taking the case'), 'R4.10', { from: 'STATE' }),
  REPORT: step('REPORT', label('调查报告', '調查報告', 'Investigation report'), 'R4.11'),
  REVIEW_REPORT: step('REVIEW_REPORT', label('报告审核', '報告審核', 'Review of the report'), 'R4.11'),
  HR_OPINION: step('HR_OPINION', label('行政人事部意见', '行政人事部意見', 'HR opinion'), 'R4.12'),
  GM_DECISION: step('GM_DECISION', label('总经理批阅', '總經理批閱', 'Decision'), 'R4.12'),
  OPINION: step('OPINION', label('处理意见', '處理意見', 'Handling opinion'), 'R4.13'),
  REVIEW_OPINION: step('REVIEW_OPINION', label('意见审核', '意見審核', 'Review of the opinion'), 'R4.13'),
  REPLY: step('REPLY', label('答复客户', '答覆客戶', 'Reply to the customer'), 'R4.14', { missing: true }),
};

/** The deadlines that run beside the steps (D1.3, D1.4). */
export type CaseMoment =
  | 'CLOSE'
  | 'AT_RISK'
  | 'ESCALATE'
  | 'FIRST_RESPONSE_TARGET'
  | 'FIRST_RESPONSE'
  | 'TRACKING';

export const momentRules: Readonly<Record<CaseMoment, DeadlineRule>> = {
  CLOSE: {
    label: label('结案', '結案', 'Closing'),
    setting: 'close.hours',
    from: 'RECEIPT',
    article: 'R4.26',
    tells: ['OWNER', 'HR_ADMIN', 'GM'],
    escalates: 2,
    missing: false,
    repeats: null,
  },
  AT_RISK: {
    label: label('临期提醒', '臨期提醒', 'At risk'),
    setting: 'warn.atRiskHours',
    from: 'BEFORE_DUE',
    article: 'R4.26',
    tells: ['OWNER', 'HANDLING_SUPERVISOR', 'HR_ADMIN'],
    escalates: null,
    missing: false,
    repeats: null,
  },
  ESCALATE: {
    label: label('升级督办', '升級督辦', 'Escalation'),
    setting: 'warn.escalateHours',
    from: 'BEFORE_DUE',
    article: 'R4.25',
    tells: ['HR_ADMIN'],
    escalates: 1,
    missing: false,
    repeats: null,
  },
  FIRST_RESPONSE_TARGET: {
    label: label('首次响应目标', '首次回應目標', 'Target of the first response'),
    setting: 'firstResponse.target',
    from: 'RECEIPT',
    article: 'R1.5',
    tells: ['OWNER', 'DESK'],
    escalates: null,
    missing: false,
    repeats: null,
  },
  FIRST_RESPONSE: {
    label: label('首次响应', '首次回應', 'First response'),
    setting: 'firstResponse.limit',
    from: 'RECEIPT',
    article: 'R1.2',
    tells: ['OWNER', 'DESK', 'HR_ADMIN'],
    escalates: null,
    missing: true,
    repeats: null,
  },
  TRACKING: {
    label: label('每日跟踪', '每日追蹤', 'Daily tracking'),
    setting: 'tracking.hours',
    from: 'LAST_ENTRY',
    article: 'R1.5',
    tells: ['OWNER', 'DESK'],
    escalates: null,
    missing: true,
    repeats: 'tracking.hours',
  },
};

/** Deadlines of what hangs on a case, and of the house itself. */
export const otherDeadlines = {
  ASSISTANCE: { label: label('协办', '協辦', 'Assistance'), article: 'R4.9' },
  ASSIGNED_TASK: { label: label('交办事项', '交辦事項', 'Assigned task'), article: 'R2.10' },
  UNDERTAKING: {
    label: label('对客户的承诺', '對客戶的承諾', 'Undertaking to the customer'),
    article: 'R4.25',
  },
  PREVENTION_DONE: { label: label('预防措施完成', '預防措施完成', 'Preventive action'), article: 'R4.4' },
  PREVENTION_CHECK: {
    label: label('预防措施效果检查', '預防措施效果檢查', 'Check of a preventive action'),
    article: 'R4.4',
  },
  WAITING: { label: label('等待（净时限）', '等待（淨時限）', 'Waiting (net clock)'), article: 'R4.26' },
  MONTHLY_TABLE: { label: label('投诉统计表', '投訴統計表', 'Monthly complaint table'), article: 'R4.27' },
  WEEKLY_LIST: {
    label: label('超期未结周报', '超期未結週報', 'Weekly list of breached cases'),
    article: 'R4.26',
  },
} as const satisfies Record<string, { readonly label: Label; readonly article: string }>;

export type DeadlineName = DeadlineLimit | CaseMoment | keyof typeof otherDeadlines;

/** A deadline's name for people; a name that the ledger holds from an older release stands as it is. */
export function deadlineLabel(name: string): Label {
  const rules: Readonly<Record<string, { readonly label: Label }>> = {
    ...stepRules,
    ...momentRules,
    ...otherDeadlines,
  };
  return (Object.hasOwn(rules, name) ? rules[name]?.label : undefined) ?? label(name, name, name);
}

const limitOfState: Readonly<Record<ComplaintState, DeadlineLimit | null>> = {
  REGISTERED: 'ASSESS',
  PENDING_RULING: 'RULE',
  NOT_ACCEPTED: 'EXPLAIN',
  ACCEPTED: 'ASSIGN',
  ASSIGNED: 'TAKE',
  INVESTIGATING: 'REPORT',
  REPORT_REVIEW: 'REVIEW_REPORT',
  HR_REVIEW: 'HR_OPINION',
  GM_REVIEW: 'GM_DECISION',
  OPINION_DRAFT: 'OPINION',
  OPINION_REVIEW: 'REVIEW_OPINION',
  REPLY_PENDING: 'REPLY',
  // Carrying out the remedy stands under the case's own deadline.
  EXECUTING: null,
  CLOSED: null,
  CLOSED_NOT_ACCEPTED: null,
  WITHDRAWN: null,
};

/** The limit under which a case stands in a state; null where only the case's own deadline runs, or none. */
export function limitIn(state: ComplaintState, procedure: HandlingProcedureKind): DeadlineLimit | null {
  // The simple procedure needs no assessment: what is registered waits for the ruling (R1.5).
  return procedure === 'SIMPLE' && state === 'REGISTERED' ? 'RULE' : limitOfState[state];
}
