import type { GuardSettings } from '@kehu/domain/complaints/case-facts';
import { type SettingKey, settingAt } from '@kehu/domain/complaints/settings-defaults';
import type { ComplaintSituation, Severity } from '@kehu/domain/complaints/vocabularies';
import type { FactSource } from '../../../records/source.js';
import { settingOverrides } from '../clock/settings.js';

/** A setting of the department as it holds now for a severity. */
export type SettingReader = (key: SettingKey, severity: Severity) => string;

/** Every setting that the organisation made, read once. */
export async function readSettings(source: FactSource): Promise<SettingReader> {
  const overrides = await settingOverrides(source);
  return (key, severity) => settingAt(overrides, key, severity, source.now).value;
}

/** What the guards ask of the settings. */
export function guardSettings(read: SettingReader, severity: Severity): GuardSettings {
  const on = (key: SettingKey) => read(key, severity) === 'on';
  const number = (key: SettingKey) => Number(read(key, severity));
  const situations: ComplaintSituation[] = [];
  if (on('situation.B_CONTRACT')) situations.push('B_CONTRACT');
  if (on('situation.C_DISPATCH')) situations.push('C_DISPATCH');
  return {
    situations,
    simpleProcedure: on('procedure.SIMPLE'),
    rulingBy: read('ruling.by', severity) === 'AREA_MANAGER' ? 'AREA_MANAGER' : 'STORE_SUP',
    overrideDays: number('ruling.overrideDays'),
    reopenDays: number('reopen.days'),
    rejectionRounds: number('reply.rejectionsToGm'),
    refusalsAllowed: number('assign.mostRefusals'),
    lateWithdrawal: on('withdraw.afterAssignment'),
    batchReview: on('gm.batchReview'),
    batchAmount: read('gm.batchAmount', severity) || '0',
  };
}
