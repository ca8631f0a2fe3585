import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../commands/command.js';
import { badInput, ruleViolation } from '../../commands/errors.js';
import { checkFields } from '../../commands/validate.js';
import { notify, type Told } from '../../notify/notify.js';
import { storedInstant } from '../../records/decode.js';

export type DelegateInput = ActInput & Readonly<Record<string, unknown>>;
export type EndDelegationInput = ActInput & { readonly id: string; readonly expectedVersion: number };
export interface DelegationOutcome {
  readonly id: string;
  readonly told: readonly Told[];
}

export const delegationFields = ['to', 'startsAt', 'endsAt', 'reason'] as const;

/**
 * Somebody stands in for oneself until a set end (B7.7, F10). Never oneself, never two deputies at the
 * same time, never in a circle: whoever already acts in the deputy's name would act in his own.
 */
export const delegate: Command<DelegateInput, DelegationOutcome> = {
  name: 'delegate',
  permission: { subject: 'delegation', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const given = { ...input, startsAt: input.startsAt ?? work.now.toISOString() };
    const { row, problems } = checkFields(kindNamed('Delegation'), given, {
      fields: delegationFields,
      partial: false,
    });
    const from = work.actor.staffId;
    const to = row.toId == null ? null : String(row.toId);
    if (to === null && !problems.some(({ path }) => path === 'toId'))
      problems.push({ path: 'toId', message: 'input.required' });
    if (to === from) problems.push({ path: 'toId', message: 'rule.notOneself' });
    const starts = new Date(String(row.startsAt));
    const ends = new Date(String(row.endsAt));
    if (ends <= starts) problems.push({ path: 'endsAt', message: 'rule.endBeforeStart' });
    else if (ends <= work.now) problems.push({ path: 'endsAt', message: 'input.past' });
    if (problems.length > 0 || to === null) throw badInput(...problems);
    await requireDeputy(work, from, to);
    await requireFree(work, from, to, starts, ends);
    const id = await work.insert('Delegation', {
      ...row,
      // What has passed cannot be delegated any more.
      startsAt: (starts < work.now ? work.now : starts).toISOString(),
      fromId: from,
    });
    return { id, told: await tell(work, id, to, 'note.delegated', ends.toISOString()) };
  },
};

/** Both are locked in one order, so that two delegations at once see each other. */
async function requireDeputy(work: Work, from: string, to: string): Promise<void> {
  for (const id of [from, to].sort((a, b) => Number(a) - Number(b))) await work.load('Staff', id);
  const deputy = await work.load('Staff', to);
  if (!deputy) throw badInput({ path: 'toId', message: 'input.noSuchRecord' });
  if (deputy.status === 'LEFT') throw badInput({ path: 'toId', message: 'rule.staffNotActive' });
  if (deputy.login == null) throw badInput({ path: 'toId', message: 'rule.loginNeeded' });
}

async function requireFree(work: Work, from: string, to: string, starts: Date, ends: Date): Promise<void> {
  const rows = await work.rows<{ from_id: string; to_id: string }>(
    `SELECT from_id, to_id FROM delegation
     WHERE starts_at < ? AND ends_at > ? AND (ended_at IS NULL OR ended_at > ?)`,
    [storedInstant(ends), storedInstant(starts), storedInstant(starts)],
  );
  const given = new Map<string, string[]>();
  for (const { from_id, to_id } of rows)
    given.set(String(from_id), [...(given.get(String(from_id)) ?? []), String(to_id)]);
  if (given.has(from)) throw ruleViolation('rule.delegationOverlaps', 'B7.7');
  const reached = new Set([to]);
  // A set grows while it is walked; a circle in it ends by itself.
  for (const person of reached) for (const next of given.get(person) ?? []) reached.add(next);
  if (reached.has(from)) throw ruleViolation('rule.delegationCircle', 'B7.7');
}

/** Ends a delegation before its end: by whoever gave it, or by the deputy who lays it down. */
export const endDelegation: Command<EndDelegationInput, DelegationOutcome> = {
  name: 'endDelegation',
  permission: { subject: 'delegation', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Delegation', id: String(id), expectedVersion }],
  async run(work, { id }) {
    const row = (await work.load('Delegation', id)) ?? {};
    if (row.endedAt != null || new Date(String(row.endsAt)) <= work.now)
      throw ruleViolation('rule.delegationEnded', 'B7.7');
    await work.update('Delegation', id, { endedAt: work.now.toISOString() });
    const other = row.fromId === work.actor.staffId ? row.toId : row.fromId;
    return { id, told: await tell(work, id, String(other), 'note.delegationEnded', null) };
  },
};

function tell(
  work: Work,
  id: string,
  to: string,
  message: 'note.delegated' | 'note.delegationEnded',
  until: string | null,
): Promise<Told[]> {
  const { zone } = work.context.organisation;
  const shown =
    until === null ? null : new Date(until).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
  return notify(work, {
    to: [to],
    message,
    content: shown === null ? {} : { until: shown },
    weight: 'INFO',
    kind: 'Delegation',
    recordId: id,
    recordNo: null,
    dueAt: until,
  });
}
