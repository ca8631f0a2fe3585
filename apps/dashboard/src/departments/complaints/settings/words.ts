import type { Label, Language } from '@kehu/domain/catalogue/labels';
import type { SettingDefault } from '@kehu/domain/complaints/setting';
import {
  type AnySettingKey,
  complaintSettings,
  defaultOf,
  type SettingOverride,
  settingAt,
  settingNamed,
} from '@kehu/domain/complaints/settings-defaults';
import { kpiTargets, noTarget, type TargetKey } from '@kehu/domain/complaints/settings-targets';
import { type Severity, severity } from '@kehu/domain/complaints/vocabularies';
import { complaintKpis } from '@kehu/domain/kpi/complaint-kpis';
import { kpiUnit } from '@kehu/domain/kpi/kpi';
import { codeInWords } from '../../../app/own-labels';
import { filled, type Values } from '../../../app/texts';
import { decimal, quantity } from '../../../ui/figures';
import { settingTexts } from './texts';

/** A value that was set, as the page reads it. */
export interface SetValue extends SettingOverride {
  readonly id: string;
  readonly by?: { readonly displayName?: string | null } | null;
  readonly reason?: string | null;
}

/** A part of the page, and its groups of settings. */
export interface SettingGroup {
  readonly title: keyof typeof settingTexts;
  readonly keys: readonly AnySettingKey[];
}

const every = Object.keys(complaintSettings) as AnySettingKey[];
const named = (...starts: readonly string[]) =>
  every.filter((key) => starts.some((start) => key === start || key.startsWith(`${start}.`)));

/** Every setting stands in one group. */
export const settingGroups = {
  limits: [
    { title: 'clock', keys: named('close', 'firstResponse', 'tracking') },
    { title: 'steps', keys: named('limit', 'step') },
    { title: 'reminders', keys: named('warn', 'weekly', 'monthly') },
    { title: 'messages', keys: named('messages') },
  ],
  rules: [
    { title: 'acceptance', keys: named('ruling', 'situation', 'assign', 'withdraw') },
    { title: 'ways', keys: named('procedure', 'severe', 'recurrence') },
    { title: 'decision', keys: named('gm', 'reply', 'reopen', 'complained', 'prevention') },
  ],
  targets: [{ title: 'figures', keys: Object.keys(kpiTargets) as TargetKey[] }],
} as const satisfies Readonly<Record<string, readonly SettingGroup[]>>;

/** The setting of a key that is known to exist. */
export function settingOf(key: AnySettingKey): SettingDefault {
  const setting = settingNamed(key);
  if (!setting) throw new Error(`There is no setting ${key}.`);
  return setting;
}

/** What a target is counted in, or how a count is counted: beside the input and behind the value. */
export function unitWords(key: AnySettingKey, language: Language): string {
  const say = (name: keyof typeof settingTexts) => settingTexts[name][language];
  switch (settingOf(key).unit) {
    case 'MINUTES':
      return say('minutes');
    case 'HOURS':
      return say('hours');
    case 'DAYS':
      return say('days');
    case 'COUNT':
      return say(key === 'procedure.simpleSample' ? 'ofHundred' : 'times');
    case 'MONEY':
      return say('yuan');
    case 'TARGET': {
      const kpi = complaintKpis.find(({ code }) => `kpi.${code}` === key);
      if (!kpi) return '';
      return kpi.unit === 'MONEY' ? say('yuan') : kpiUnit.labels[kpi.unit][language];
    }
    default:
      return '';
  }
}

/** A value in words: `D+3` → 收到后第 3 天 24:00 前. */
export function valueWords(key: AnySettingKey, value: string, language: Language): string {
  const setting = settingOf(key);
  const say = (name: keyof typeof settingTexts, values?: Values) =>
    filled((settingTexts[name] as Label)[language], values);
  const limit = /^(?:(\d+)([mh])|D\+(\d+))$/.exec(value);
  switch (setting.unit) {
    case 'LIMIT':
      if (!limit) return value;
      if (limit[3] === '0') return say('byEndToday');
      if (limit[3]) return say('byEndOfDay', { n: limit[3] });
      return say(limit[2] === 'm' ? 'withinMinutes' : 'withinHours', { n: limit[1] ?? '' });
    case 'MINUTES':
      return say('withinMinutes', { n: value });
    case 'HOURS':
      return key === 'tracking.hours' && value === '0' ? say('notAsked') : say('withinHours', { n: value });
    case 'DAYS':
      return say('withinDays', { n: value });
    case 'COUNT':
      return say(key === 'procedure.simpleSample' ? 'nOfHundred' : 'nTimes', { n: value });
    case 'MONEY':
      return value === '' ? say('noMoney') : say('money', { n: decimal(value, 2) });
    case 'SWITCH':
      return say(value === 'on' ? 'on' : 'off');
    case 'CHOICE':
      return setting.choices?.[value]?.[language] ?? value;
    case 'TARGET':
      if (value === noTarget) return say('noTarget');
      if (isYesNo(key)) return say(Number(value) > 0 ? 'yes' : 'no');
      return joined(quantity(value), unitWords(key, language));
    case 'TIME':
      return value;
  }
}

/** A figure that is kept or not, such as a table sent in time. */
export const isYesNo = (key: AnySettingKey): boolean =>
  complaintKpis.some(({ code, unit }) => `kpi.${code}` === key && unit === 'YES_NO');

const joined = (number: string, unit: string) => (unit === '%' ? `${number}%` : `${number} ${unit}`);

/** The values of a setting by severity, those that are alike put together; one for all where all are. */
export function bySeverity(
  valueAt: (severity: Severity) => string,
): readonly { readonly severities: readonly Severity[]; readonly value: string }[] {
  const found = new Map<string, Severity[]>();
  for (const code of severity.codes) {
    const value = valueAt(code);
    found.set(value, [...(found.get(value) ?? []), code]);
  }
  return [...found].map(([value, severities]) => ({ value, severities }));
}

/** Those values in one line: `一般、较大 24 小时；严重 2 小时`. */
export function severityWords(
  key: AnySettingKey,
  valueAt: (severity: Severity) => string,
  language: Language,
): string {
  const groups = bySeverity(valueAt);
  const comma = language === 'en' ? ', ' : '、';
  return groups
    .map(({ severities, value }) => {
      const words = valueWords(key, value, language);
      if (groups.length === 1) return words;
      const names = severities.map((code) => codeInWords(severity, code, language)).join(comma);
      return `${names}${language === 'en' ? ': ' : '：'}${words}`;
    })
    .join(language === 'en' ? '; ' : '；');
}

/** What held before a value was set, for whom it was set. */
export function valueBefore(rows: readonly SetValue[], row: SetValue): string {
  const place = rows.indexOf(row);
  const at = new Date(row.effectiveFrom);
  const earlier = rows.filter(
    (each, where) => each.key === row.key && new Date(each.effectiveFrom) <= at && where < place,
  );
  const key = row.key as AnySettingKey;
  if (row.severity) return settingAt(earlier, key, row.severity, at).value;
  return earlier.findLast((each) => each.severity === null)?.value ?? defaultOf(key, null);
}

/** What was set and is not yet in force, the nearest first. */
export function comingValues(rows: readonly SetValue[], key: AnySettingKey, now: Date): readonly SetValue[] {
  return rows.filter((row) => row.key === key && new Date(row.effectiveFrom) > now);
}
