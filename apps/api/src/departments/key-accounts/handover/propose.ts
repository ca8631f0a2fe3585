import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { HandoverFacts } from '@kehu/domain/key-accounts/handover-guards';
import { holdersOf } from '../../../access/role-holders.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, forbidden, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import type { RecordFacts } from '../../../workflow/machine.js';
import { numberOfDay, requireLeader, tell } from '../accounts/house-rules.js';
import { handoverFacts } from './facts.js';
import { completeList } from './list.js';
import { handoverMachine } from './machine.js';
import { moveAccount } from './move.js';

export type ProposeInput = ActInput & Readonly<Record<string, unknown>>;

async function factsOfDraft(work: Work, draft: RecordRow): Promise<RecordFacts<HandoverFacts>> {
  const facts = (await handoverFacts(sourceOf(work), [draft])).get(String(draft.id));
  if (!facts) throw new Error('The facts of a draft were not read.');
  return facts;
}

/**
 * The manager proposes to hand an account over (R3.2): the list of everything open is made at once, for
 * operations to tick. One hand-over of an account at a time.
 */
export const proposeHandover: Command<ProposeInput, { readonly id: string; readonly told: readonly Told[] }> =
  {
    name: 'proposeHandover',
    permission: { subject: 'phaseHandover', action: 'CREATE' },
    targets: ({ keyAccountId }) => [{ kind: 'KeyAccount', id: String(keyAccountId), expectedVersion: null }],
    async run(work, { keyAccountId: given, reason: why }) {
      const keyAccountId = String(given);
      const account = (await work.load('KeyAccount', keyAccountId)) ?? {};
      const { reason } = checkRow(
        kindNamed('PhaseHandover'),
        { reason: why },
        { fields: ['reason'], partial: false },
      );
      const handover: RecordRow = {
        keyAccountId,
        toPhase: 'REGULAR',
        state: 'PROPOSED',
        reason,
        fromManagerId: work.actor.staffId,
        proposedAt: work.now.toISOString(),
        itemCount: 0,
      };
      const facts = await factsOfDraft(work, { ...handover, id: '0' });
      await clear(work, handoverMachine, null, 'proposeHandover', null, facts);
      const no = await numberOfDay(work, 'YJ', 'handover');
      const id = await work.insert('PhaseHandover', { ...handover, no });
      await completeList(work, id, String(account.customerId), 'EARLY');
      const told = await tell(work, {
        to: await holdersOf(work, ['OPS']),
        message: 'handover.proposed',
        kind: 'PhaseHandover',
        recordId: id,
        no,
        weight: 'TODO',
      });
      return { id, told };
    },
  };

const listing = {
  by: ['KAM', 'OPS'],
  rights: [
    { subject: 'phaseHandover', action: 'CREATE' },
    { subject: 'phaseHandover', action: 'APPROVE' },
  ],
} as const;
const receiving = { by: ['OPS'], rights: [{ subject: 'phaseHandover', action: 'APPROVE' }] } as const;

async function proposed(
  work: Work,
  id: string,
  opened: typeof listing | typeof receiving,
): Promise<RecordRow> {
  const handover = (await work.load('PhaseHandover', id)) ?? {};
  await requireLeader(work, kindNamed('PhaseHandover'), opened, handover);
  if (handover.state !== 'PROPOSED') throw ruleViolation('handover.notProposed', 'R3.2');
  return handover;
}

/** Adds to the list what came in after it was made; giver and receiver may. */
export const refreshHandover: Command<StepInput, StepOutcome> = {
  name: 'refreshHandover',
  permission: null,
  targets: ({ id, expectedVersion }) => [{ kind: 'PhaseHandover', id: String(id), expectedVersion }],
  async run(work, { id: given }) {
    const id = String(given);
    const handover = await proposed(work, id, listing);
    const account = (await work.peek('KeyAccount', String(handover.keyAccountId))) ?? {};
    await completeList(work, id, String(account.customerId), 'EARLY');
    return { id, told: [] };
  },
};

/** The receiver ticks items of the list, several at once, or takes the tick back, with a remark. */
export const tickHandoverItem: Command<ProposeInput, { readonly id: string }> = {
  name: 'tickHandoverItem',
  permission: { subject: 'phaseHandover', action: 'APPROVE' },
  targets: ({ handoverId }) => [{ kind: 'PhaseHandover', id: String(handoverId), expectedVersion: null }],
  async run(work, { handoverId: given, itemIds, received, remark }) {
    const handoverId = String(given);
    const handover = await proposed(work, handoverId, receiving);
    if (String(handover.fromManagerId) === work.actor.staffId) throw forbidden();
    const ids = Array.isArray(itemIds) ? [...new Set(itemIds.map(String))] : [];
    if (ids.length === 0) throw badInput({ path: 'itemIds', message: 'input.required' });
    const row = checkRow(
      kindNamed('HandoverItem'),
      { received: received ?? true, ...(remark === undefined ? {} : { remark }) },
      { fields: ['received', 'remark'], partial: true },
    );
    const own = new Set((await work.find('HandoverItem', { handoverId })).map(({ id }) => String(id)));
    const at = ids.findIndex((id) => !own.has(id));
    if (at >= 0) throw badInput({ path: `itemIds.${at}`, message: 'input.noSuchRecord' });
    for (const id of ids.sort((a, b) => Number(a) - Number(b))) await work.update('HandoverItem', id, row);
    await work.touch('PhaseHandover', handoverId);
    return { id: handoverId };
  },
};

const headAlone = { by: ['DEPT_HEAD'], rights: [{ subject: 'phaseHandover', action: 'APPROVE' }] } as const;

/** Back to the early phase: by the department head alone, with a reason; kept as a hand-over with its list (D5). */
export const returnAccountToEarly: Command<StepInput, StepOutcome> = {
  name: 'returnAccountToEarly',
  permission: { subject: 'phaseHandover', action: 'APPROVE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'KeyAccount', id: String(id), expectedVersion }],
  async run(work, { id: given, reason: why }) {
    const keyAccountId = String(given);
    const account = (await work.load('KeyAccount', keyAccountId)) ?? {};
    await requireLeader(work, kindNamed('KeyAccount'), headAlone, account);
    const reason = cleanReason(why, 'reason');
    work.reason(reason);
    const at = work.now.toISOString();
    const handover: RecordRow = {
      keyAccountId,
      toPhase: 'EARLY',
      state: 'APPROVED',
      reason,
      fromManagerId: work.actor.staffId,
      toStaffId: account.managerId ?? null,
      proposedAt: at,
      approvedById: work.actor.staffId,
      approvedAt: at,
      effectiveAt: at,
      itemCount: 0,
    };
    const facts = await factsOfDraft(work, { ...handover, id: '0' });
    await clear(work, handoverMachine, null, 'returnAccountToEarly', null, facts, { reasonGiven: true });
    const no = await numberOfDay(work, 'YJ', 'handover');
    const handoverId = await work.insert('PhaseHandover', { ...handover, no });
    await moveAccount(work, handoverId, keyAccountId, 'REGULAR', 'EARLY');
    const told = await tell(work, {
      to: [account.managerId],
      message: 'handover.effective',
      kind: 'PhaseHandover',
      recordId: handoverId,
      no,
      weight: 'TODO',
    });
    return { id: keyAccountId, told };
  },
};
