import { label } from '../catalogue/labels.js';
import { endedStates } from '../complaints/vocabularies.js';
import { complaintTransitions } from '../complaints/workflow.js';
import type { KpiMoment, KpiRows, RowFilter } from './kpi.js';

export const all: RowFilter = { and: [] };
export const none = { isNull: true };
export const some = { isNull: false };

export const complaints = (
  time: string | null,
  where: (moment: KpiMoment) => RowFilter = () => all,
): KpiRows => ({
  kind: 'Complaint',
  time,
  where,
  complaint: null,
});
export const ofCase = (kind: string, time: string, where: RowFilter = all, timeType?: 'date'): KpiRows => ({
  kind,
  time,
  where: () => where,
  complaint: 'complaint',
  ...(timeType ? { timeType } : {}),
});

export const closed: RowFilter = { state: { eq: 'CLOSED' } };
/** Accepted, not withdrawn, and its seven days are over (E1.2, F8). */
export const due7 = ({ weekAgo }: KpiMoment): RowFilter => ({
  acceptedAt: some,
  state: { ne: 'WITHDRAWN' },
  receivedAt: { lte: weekAgo },
});
/** Open at the end of the period (or now, if that is earlier), its deadline passed. */
export const openAndLate = ({ to, now }: KpiMoment): RowFilter => {
  const at = to < now ? to : now;
  return {
    receivedAt: { lt: at },
    dueAt: { lt: at },
    or: [{ state: { notIn: endedStates } }, { closedAt: { gte: at } }],
  };
};
export const stepsOf = (...acts: readonly string[]): RowFilter => ({
  transition: { in: complaintTransitions.filter(({ act }) => acts.includes(act)).map(({ id }) => id) },
  recalledAt: none,
  daysInStep: some,
});

export const absent = (hans: string, hant: string, en: string) =>
  ({ is: 'absent', reason: label(hans, hant, en) }) as const;
