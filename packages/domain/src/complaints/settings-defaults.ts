import { type KeyAccountSetting, keyAccountSettings } from '../key-accounts/settings.js';
import type { SettingDefault, SettingUnit } from './setting.js';
import { clockSettings } from './settings-clock.js';
import { stepLimits } from './settings-limits.js';
import { messageSettings } from './settings-messages.js';
import { pipelineSettings } from './settings-pipeline.js';
import { kpiTargets, type TargetKey } from './settings-targets.js';
import { type Severity, severity } from './vocabularies.js';

/** Every setting of the complaint department with its default 参数设置. */
export const complaintSettings = {
  ...stepLimits,
  ...clockSettings,
  ...pipelineSettings,
  ...messageSettings,
} as const satisfies Record<string, SettingDefault>;

/** A setting that the pipeline and its clock ask for. */
export type SettingKey = keyof typeof complaintSettings;
/** Any setting, the targets of the figures (`kpi.E1.2`) and the rules of the key accounts included. */
export type AnySettingKey = SettingKey | TargetKey | KeyAccountSetting;

/** The setting of this name, or undefined. */
export function settingNamed(key: string): SettingDefault | undefined {
  if (Object.hasOwn(complaintSettings, key)) return complaintSettings[key as SettingKey];
  if (Object.hasOwn(keyAccountSettings, key)) return keyAccountSettings[key as KeyAccountSetting];
  return Object.hasOwn(kpiTargets, key) ? kpiTargets[key as TargetKey] : undefined;
}

/** Whether a text names a setting. */
export function isSettingKey(key: string): key is AnySettingKey {
  return settingNamed(key) !== undefined;
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
  key: AnySettingKey,
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
  return { value: defaultOf(key, forSeverity), version: 0 };
}

/** The value of the product for a severity; null: for all that have none of their own. */
export function defaultOf(key: AnySettingKey, forSeverity: Severity | null): string {
  const setting = settingNamed(key);
  return (forSeverity && setting?.bySeverity?.[forSeverity]) ?? setting?.value ?? '';
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
  TARGET: /^(?:-|\d{1,9}(?:\.\d{1,4})?)$/,
};

/** Whether a text is a value that the setting can take. */
export function isSettingValue(key: AnySettingKey, value: string): boolean {
  const setting = settingNamed(key);
  if (!setting) return false;
  if (setting.unit === 'CHOICE') return Object.hasOwn(setting.choices ?? {}, value);
  return forms[setting.unit].test(value);
}

/** Whether every default is a value that its setting can take; for the check at the start. */
export function settingProblems(): string[] {
  const every = { ...complaintSettings, ...kpiTargets } as Readonly<Record<string, SettingDefault>>;
  return Object.entries(every).flatMap(([key, { value, bySeverity }]) => {
    const values = [value, ...severity.codes.flatMap((code) => bySeverity?.[code] ?? [])];
    return values
      .filter((each) => !isSettingValue(key as AnySettingKey, each))
      .map((each) => `${key}: "${each}" is no value.`);
  });
}
