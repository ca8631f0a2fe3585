const hour = 3_600_000;

/** A case as the test that kills servers keeps it outside the database: what was done to it and when. */
export interface ExpectedCase {
  readonly id: string;
  readonly severe: boolean;
  /** On the hour, so that what is counted from it falls on hours too. */
  readonly receivedAt: number;
  /** When its row was written: the tracking of a severe case counts from then. */
  readonly openedAt: number;
  state: 'REGISTERED' | 'PENDING_RULING' | 'WITHDRAWN';
  /** When the present step is said to be late next; null: no more. */
  stepDue: number;
  readonly trackedAt: number[];
  nextTracking: number | null;
  /** How often each effect must stand in the database: `PASSED CLOSE`, `MISSING TRACKING` … */
  readonly effects: Map<string, number>;
}

/** A case just registered. */
export function expectCase(id: string, severe: boolean, receivedAt: number, openedAt: number): ExpectedCase {
  return {
    id,
    severe,
    receivedAt,
    openedAt,
    state: 'REGISTERED',
    stepDue: receivedAt + 4 * hour,
    trackedAt: [],
    nextTracking: severe ? openedAt + 24 * hour : null,
    effects: new Map(),
  };
}

function add(one: ExpectedCase, ...effects: readonly string[]): void {
  for (const effect of effects) one.effects.set(effect, (one.effects.get(effect) ?? 0) + 1);
}

/** Everything that falls due after `from` and by `to` (milliseconds) while the case stands as it is. */
export function letPass(one: ExpectedCase, from: number, to: number): void {
  if (one.state === 'WITHDRAWN') return;
  const falls = (hours: number) => {
    const at = one.receivedAt + hours * hour;
    return at > from && at <= to;
  };
  if (falls(120)) add(one, 'WARNED CLOSE AT_RISK');
  if (falls(144)) add(one, 'WARNED CLOSE ESCALATE', 'ESCALATION ESCALATE 1');
  if (falls(168)) add(one, 'PASSED CLOSE CLOSE', 'ESCALATION CLOSE 2', 'TOLD clock.breached gm');
  if (falls(one.severe ? 2 : 24)) {
    add(one, 'PASSED FIRST_RESPONSE FIRST_RESPONSE', 'MISSING FIRST_RESPONSE');
    if (one.severe) add(one, 'ESCALATION FIRST_RESPONSE 2');
  }
  passStep(one, to);
  for (; one.nextTracking !== null && one.nextTracking <= to; one.nextTracking += 24 * hour)
    add(one, 'PASSED TRACKING TRACKING', 'MISSING TRACKING');
}

/** A step past its limit is said once when it passes, and then at the first of its daily times that no earlier saying covered. */
function passStep(one: ExpectedCase, to: number): void {
  if (one.stepDue > to) return;
  const limit = one.state === 'REGISTERED' ? 'ASSESS' : 'RULE';
  const first = one.stepDue === one.receivedAt + (limit === 'ASSESS' ? 4 : 24) * hour;
  add(one, `${first ? 'PASSED' : 'WARNED'} ${limit} STEP`);
  if (first && limit === 'RULE') add(one, 'MISSING RULE');
  while (one.stepDue <= to) one.stepDue += 24 * hour;
}

/** The case was assessed: its ruling is due 24 hours after the receipt. */
export function assessed(one: ExpectedCase): void {
  one.state = 'PENDING_RULING';
  one.stepDue = one.receivedAt + 24 * hour;
}

/** A tracking entry was made: the next is due a day later. */
export function tracked(one: ExpectedCase, at: number): void {
  one.trackedAt.push(at);
  if (one.nextTracking !== null) one.nextTracking = Math.max(one.nextTracking, at + 24 * hour);
}
