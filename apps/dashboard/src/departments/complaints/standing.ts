import { endedStates } from '@kehu/domain/complaints/vocabularies';
import type { Standing } from '../../ui/StateMark';

type CaseLike = Readonly<Record<string, unknown>>;

/** Whether nothing more is due on the case. */
export function isEnded(record: CaseLike): boolean {
  return (endedStates as readonly unknown[]).includes(record.state);
}

/** Where a case stands: ended, waiting for the customer or a laboratory, or what its strict clock says. */
export function standingOf(record: CaseLike): Standing {
  if (isEnded(record)) return 'done';
  if (record.slaStatus === 'BREACHED' || record.breached === true) return 'breached';
  if (record.waitingSince) return 'waiting';
  return record.slaStatus === 'AT_RISK' ? 'atRisk' : 'onTrack';
}

/** Where the present step stands, by its own limit; null when it has none. */
export function stepStanding(dueAt: unknown, now: number): Standing | null {
  const due = typeof dueAt === 'string' ? Date.parse(dueAt) : Number.NaN;
  if (Number.isNaN(due)) return null;
  if (due <= now) return 'breached';
  return due - now < 4 * 3_600_000 ? 'atRisk' : 'onTrack';
}
