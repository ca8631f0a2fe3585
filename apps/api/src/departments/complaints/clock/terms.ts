import type { ClockTerms } from '@kehu/domain/complaints/due';
import type { HandlingProcedureKind, Severity } from '@kehu/domain/complaints/vocabularies';
import { type ComplaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { settingOverrides } from './settings.js';

/** What a case keeps in `Complaint.settings`: from when its clock runs, and under which settings. */
export interface KeptSettings {
  /** ISO: first receipt, or the reopening. */
  readonly clockFrom: string;
  /** ISO: the organisation's settings of this instant hold for the whole case. */
  readonly asOf: string;
}

const isKept = (value: unknown): value is KeptSettings =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as KeptSettings).clockFrom === 'string' &&
  typeof (value as KeptSettings).asOf === 'string';

/** What the case kept; null before its clock has begun. */
export function keptSettings(complaint: RecordRow): KeptSettings | null {
  return isKept(complaint.settings) ? complaint.settings : null;
}

/** Under what the deadlines of a case are counted. A case without a clock of its own yet: from its receipt, as settings stand now. */
export async function termsOf(work: Work, complaint: RecordRow): Promise<ClockTerms> {
  const kept = keptSettings(complaint);
  return {
    overrides: await settingOverrides(work),
    severity: complaint.severity as Severity,
    clockFrom: kept ? new Date(kept.clockFrom) : instant(complaint.receivedAt),
    settingsAsOf: kept ? new Date(kept.asOf) : work.now,
    zone: work.context.organisation.zone,
  };
}

/** A time of a row, which is ISO text or a Date. */
export function instant(value: unknown): Date {
  return new Date(value as string | Date);
}

/** The same where it may be empty. */
export function instantOrNull(value: unknown): Date | null {
  return value === null || value === undefined ? null : instant(value);
}

export const stateOf = (complaint: RecordRow): ComplaintState => complaint.state as ComplaintState;
export const procedureOf = (complaint: RecordRow): HandlingProcedureKind =>
  complaint.procedure as HandlingProcedureKind;
export const isEnded = (complaint: RecordRow): boolean => endedStates.includes(stateOf(complaint));
