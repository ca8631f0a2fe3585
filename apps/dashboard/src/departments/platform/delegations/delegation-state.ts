import type { Standing } from '../../../ui/StateMark';

export type DelegationState = 'running' | 'coming' | 'over';

/** Whether a delegation holds, is to come, or is over: by its end or because somebody ended it. */
export function delegationState(row: Readonly<Record<string, unknown>>, now: number): DelegationState {
  const at = (name: string) => Date.parse(String(row[name] ?? ''));
  if (row.endedAt || at('endsAt') <= now) return 'over';
  return at('startsAt') > now ? 'coming' : 'running';
}

export const delegationStanding: Readonly<Record<DelegationState, Standing>> = {
  running: 'onTrack',
  coming: 'waiting',
  over: 'done',
};
