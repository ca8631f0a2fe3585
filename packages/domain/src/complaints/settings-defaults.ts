import { type Label, label } from '../catalogue/labels.js';
import type { DeadlineLimit } from './limits.js';
import { type Severity, severity } from './vocabularies.js';

/** How the value of a setting is written. */
export type SettingUnit =
  /** `30m`, `4h`, or `D+3`: until the end of the third day after the receipt. */
  | 'LIMIT'
  /** A whole number of the unit. */
  | 'MINUTES'
  | 'HOURS'
  | 'DAYS'
  | 'COUNT'
  /** An amount in the organisation's currency, two decimals; empty: none set. */
  | 'MONEY'
  /** `on` or `off`. */
  | 'SWITCH'
  /** One of `choices`. */
  | 'CHOICE'
  /** A time of day, `08:30`. */
  | 'TIME';

/** A setting of the complaint department 参数 with the value that holds until the organisation sets another. */
export interface SettingDefault {
  readonly unit: SettingUnit;
  readonly value: string;
  /** Where a severity begins with another value. */
  readonly bySeverity?: Partial<Readonly<Record<Severity, string>>>;
  readonly choices?: Readonly<Record<string, Label>>;
  /** The article that sets it, or `product default`. */
  readonly basis: string;
  readonly label: Label;
}

const step = (value: string, basis: string, name: Label): SettingDefault => ({
  unit: 'LIMIT',
  value,
  basis,
  label: name,
});
const product = 'product default';

/** Limits of the steps (dossier D1.2, column "Limit"); the keys are `limit.` and the name in the workflow table. */
const stepLimits = {
  'limit.ASSESS': step('4h', 'D1.2', label('门店核实时限', '門市核實時限', 'Time for the assessment')),
  'limit.RULE': step('24h', 'D1.2', label('裁定时限', '裁定時限', 'Time for the ruling')),
  'limit.EXPLAIN': step(
    '24h',
    'D1.2',
    label('不受理说明时限', '不受理說明時限', 'Time to explain a refusal'),
  ),
  'limit.ASSIGN': step(
    'D+1',
    'D1.2',
    label('指定受理部门时限', '指定受理部門時限', 'Time for the assignment'),
  ),
  'limit.TAKE': step('4h', 'D1.2', label('接收任务时限', '接收任務時限', 'Time to take the case')),
  'limit.REPORT': step(
    'D+3',
    'D1.2',
    label('调查报告时限', '調查報告時限', 'Time for the investigation report'),
  ),
  'limit.REVIEW_REPORT': step(
    'D+4',
    'D1.2',
    label('报告审核时限', '報告審核時限', 'Time to review the report'),
  ),
  'limit.HR_OPINION': step(
    'D+4',
    'D1.2',
    label('行政人事部审核时限', '行政人事部審核時限', 'Time for the HR opinion'),
  ),
  'limit.GM_DECISION': step(
    'D+5',
    'D1.2',
    label('总经理批阅时限', '總經理批閱時限', 'Time for the decision'),
  ),
  'limit.OPINION': step(
    'D+5',
    'D1.2',
    label('处理意见时限', '處理意見時限', 'Time for the handling opinion'),
  ),
  'limit.REVIEW_OPINION': step(
    'D+6',
    'D1.2',
    label('意见审核时限', '意見審核時限', 'Time to review the opinion'),
  ),
  'limit.REPLY': step('D+6', 'D1.2', label('答复客户时限', '答覆客戶時限', 'Time for the reply')),
} as const satisfies Record<`limit.${DeadlineLimit}`, SettingDefault>;

/** Moments of the clock (dossier D1.3, D1.4). */
const moments = {
  'close.hours': {
    unit: 'HOURS',
    value: '168',
    basis: 'R4.26',
    label: label(
      '结案期限（小时，自收到起）',
      '結案期限（小時，自收到起）',
      'Time to close (hours from receipt)',
    ),
  },
  'warn.atRiskHours': {
    unit: 'HOURS',
    value: '48',
    basis: 'D1.4',
    label: label('临期提醒（到期前小时）', '臨期提醒（到期前小時）', 'At risk (hours before the deadline)'),
  },
  'warn.escalateHours': {
    unit: 'HOURS',
    value: '24',
    basis: 'D1.4',
    label: label(
      '升级提醒（到期前小时）',
      '升級提醒（到期前小時）',
      'Escalation (hours before the deadline)',
    ),
  },
  'firstResponse.target': {
    unit: 'LIMIT',
    value: '8h',
    bySeverity: { SEVERE: '30m' },
    basis: 'D1.3',
    label: label('首次响应目标', '首次回應目標', 'Target of the first response'),
  },
  'firstResponse.limit': {
    unit: 'LIMIT',
    value: '24h',
    bySeverity: { SEVERE: '2h' },
    basis: 'R1.2',
    label: label('首次响应时限', '首次回應時限', 'Limit of the first response'),
  },
  'tracking.hours': {
    unit: 'HOURS',
    value: '0',
    bySeverity: { SEVERE: '24' },
    basis: 'R1.5',
    label: label(
      '跟踪记录间隔（小时，0 为不要求）',
      '追蹤紀錄間隔（小時，0 為不要求）',
      'Hours between tracking entries (0: none asked)',
    ),
  },
  'step.repeatHours': {
    unit: 'HOURS',
    value: '24',
    basis: 'D1.4',
    label: label(
      '本步到期后重复提醒（小时）',
      '本步到期後重複提醒（小時）',
      'Reminder of a passed step (every so many hours)',
    ),
  },
  'step.leastHours': {
    unit: 'HOURS',
    value: '4',
    basis: product,
    label: label(
      '到手时已过时限的，至少给予（小时）',
      '到手時已過時限的，至少給予（小時）',
      'Least time for a step that comes late (hours)',
    ),
  },
  'weekly.weekday': {
    unit: 'COUNT',
    value: '1',
    basis: 'D1.4',
    label: label(
      '超期未结周报（星期几，1 为周一）',
      '超期未結週報（星期幾，1 為週一）',
      'Weekly list of breached cases (weekday, Monday is 1)',
    ),
  },
  'weekly.time': {
    unit: 'TIME',
    value: '09:00',
    basis: product,
    label: label('超期未结周报时间', '超期未結週報時間', 'Time of the weekly list'),
  },
  'monthly.remindTime': {
    unit: 'TIME',
    value: '09:00',
    basis: product,
    label: label('统计表提醒时间', '統計表提醒時間', 'Time of the reminders of the monthly table'),
  },
} as const satisfies Record<string, SettingDefault>;

/** Rules of the pipeline that an organisation may set otherwise. */
const pipeline = {
  'situation.B_CONTRACT': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'R4.8',
    label: label('合同纠纷情形', '合約糾紛情形', 'Situation B, contract disputes'),
  },
  'situation.C_DISPATCH': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'R4.8',
    label: label('发货手续情形', '出貨手續情形', 'Situation C, dispatch formalities'),
  },
  'procedure.SIMPLE': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'R1.5',
    label: label('简易程序', '簡易程序', 'Simple procedure'),
  },
  'procedure.simpleLimit': {
    unit: 'MONEY',
    value: '200.00',
    basis: product,
    label: label('当场解决的赔偿限额', '當場解決的賠償限額', "Store's limit for settling on the spot"),
  },
  'procedure.simpleSample': {
    unit: 'COUNT',
    value: '10',
    basis: product,
    label: label(
      '简易程序抽查比例（每百件）',
      '簡易程序抽查比例（每百件）',
      'Simple cases sampled (of a hundred)',
    ),
  },
  'ruling.by': {
    unit: 'CHOICE',
    value: 'STORE_SUP',
    choices: {
      STORE_SUP: label('店长', '店長', 'Store supervisor'),
      AREA_MANAGER: label('区域督导', '區域督導', 'Area manager'),
    },
    basis: 'R4.7',
    label: label('裁定受理的上级主管', '裁定受理的上級主管', 'Who rules on acceptance'),
  },
  'ruling.overrideDays': {
    unit: 'DAYS',
    value: '7',
    basis: 'D1.2',
    label: label('改裁期限（天）', '改裁期限（天）', 'Days to override a refusal'),
  },
  'assign.mostRefusals': {
    unit: 'COUNT',
    value: '1',
    basis: 'D1.2',
    label: label('最多退派次数', '最多退派次數', 'How often an assignment may be refused'),
  },
  'gm.batchReview': {
    unit: 'SWITCH',
    value: 'off',
    basis: 'F11',
    label: label('限额以下不逐件报总经理', '限額以下不逐件報總經理', 'Small cases skip the general manager'),
  },
  'gm.batchAmount': {
    unit: 'MONEY',
    value: '500.00',
    basis: 'F11',
    label: label('不逐件报总经理的限额', '不逐件報總經理的限額', 'Up to which amount they skip him'),
  },
  'reply.rejectionsToGm': {
    unit: 'COUNT',
    value: '2',
    basis: 'D1.2',
    label: label(
      '客户拒绝几次后报总经理',
      '客戶拒絕幾次後報總經理',
      'Rejections after which the general manager decides',
    ),
  },
  'reopen.days': {
    unit: 'DAYS',
    value: '30',
    basis: 'D1.2',
    label: label('可重新立案的天数', '可重新立案的天數', 'Days in which a case may be reopened'),
  },
  'withdraw.afterAssignment': {
    unit: 'SWITCH',
    value: 'off',
    basis: 'D1.2',
    label: label('指派后客户可撤回', '指派後客戶可撤回', 'Withdrawal after the assignment'),
  },
  'complained.reads': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'practice',
    label: label(
      '被投诉人可阅读（隐去投诉人）',
      '被投訴人可閱讀（隱去投訴人）',
      'The person complained about may read (without the complainant)',
    ),
  },
  'prevention.checkDays': {
    unit: 'DAYS',
    value: '90',
    basis: product,
    label: label(
      '预防措施完成后多少天检查效果',
      '預防措施完成後多少天檢查效果',
      'Days after which a measure is checked',
    ),
  },
  'recurrence.days': {
    unit: 'DAYS',
    value: '90',
    basis: 'R4.1',
    label: label(
      '再次发生与相似案件的天数',
      '再次發生與相似案件的天數',
      'Days that count as recurrence or as similar',
    ),
  },
  'severe.lossAmount': {
    unit: 'MONEY',
    value: '10000.00',
    basis: 'D1.3',
    label: label(
      '建议定为严重的损失金额',
      '建議定為嚴重的損失金額',
      'Loss above which a case is suggested as severe',
    ),
  },
} as const satisfies Record<string, SettingDefault>;

/** Every setting of the complaint department with its default 参数设置. */
export const complaintSettings = { ...stepLimits, ...moments, ...pipeline } as const satisfies Record<
  string,
  SettingDefault
>;

export type SettingKey = keyof typeof complaintSettings;

/** Whether a text names a setting. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(complaintSettings, key);
}

/** A value that the organisation set: for one severity or for all, from an instant on. */
export interface SettingOverride {
  readonly key: string;
  readonly severity: Severity | null;
  readonly value: string;
  /** ISO instant. */
  readonly effectiveFrom: string;
}

/** A value in force, and where it comes from: the how-manieth value of this setting, or 0 for the default. */
export interface EffectiveSetting {
  readonly value: string;
  readonly version: number;
}

/**
 * The value of a setting for a severity at an instant. What the organisation set for the severity goes
 * before what it set for all; the latest of them that is in force counts. The version counts the
 * organisation's values of this setting in the order in which they came into force.
 */
export function settingAt(
  overrides: readonly SettingOverride[],
  key: SettingKey,
  forSeverity: Severity,
  at: Date,
): EffectiveSetting {
  const inForce = overrides
    .filter((row) => row.key === key && new Date(row.effectiveFrom) <= at)
    .map((row, place) => ({ ...row, place }))
    .sort((a, b) => Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom) || a.place - b.place);
  const own = inForce.findLast((row) => row.severity === forSeverity);
  const chosen = own ?? inForce.findLast((row) => row.severity === null);
  if (chosen) return { value: chosen.value, version: inForce.indexOf(chosen) + 1 };
  const standard: SettingDefault = complaintSettings[key];
  return { value: standard.bySeverity?.[forSeverity] ?? standard.value, version: 0 };
}

const forms: Readonly<Record<Exclude<SettingUnit, 'CHOICE'>, RegExp>> = {
  LIMIT: /^(?:[1-9]\d{0,3}[mh]|D\+(?:0|[1-9]\d?))$/,
  MINUTES: /^\d{1,5}$/,
  HOURS: /^\d{1,4}$/,
  DAYS: /^\d{1,4}$/,
  COUNT: /^\d{1,4}$/,
  MONEY: /^(?:\d{1,12}(?:\.\d{1,2})?)?$/,
  SWITCH: /^(?:on|off)$/,
  TIME: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
};

/** Whether a text is a value that the setting can take. */
export function isSettingValue(key: SettingKey, value: string): boolean {
  const setting: SettingDefault = complaintSettings[key];
  if (setting.unit === 'CHOICE') return Object.hasOwn(setting.choices ?? {}, value);
  return forms[setting.unit].test(value);
}

/** Whether every default is a value that its setting can take; for the check at the start. */
export function settingProblems(): string[] {
  return (Object.keys(complaintSettings) as SettingKey[]).flatMap((key) => {
    const { value, bySeverity }: SettingDefault = complaintSettings[key];
    const values = [value, ...severity.codes.flatMap((code) => bySeverity?.[code] ?? [])];
    return values
      .filter((each) => !isSettingValue(key, each))
      .map((each) => `${key}: "${each}" is no value.`);
  });
}
