import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { byTheCompany } from './assign.js';
import { requireLeader } from './house-rules.js';

const right = { subject: 'keyAccount', action: 'UPDATE' } as const;

/** What people write into an account; phase, manager and state have acts of their own. */
export const accountFields = ['kind', 'annualPotential'] as const;

export const updateKeyAccount: Command<StepInput, StepOutcome> = {
  name: 'updateKeyAccount',
  permission: right,
  targets: ({ id, expectedVersion }) => [{ kind: 'KeyAccount', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, ...input }) {
    const account = (await work.load('KeyAccount', String(id))) ?? {};
    if (account.state === 'ENDED') throw ruleViolation('account.ended', 'R3.1');
    const row = checkRow(kindNamed('KeyAccount'), input, { fields: accountFields, partial: true });
    await work.update('KeyAccount', String(id), row);
    return { id: String(id), told: [] };
  },
};

/** The company pauses an account, resumes it or ends it, with a reason; ended only when no order is open. */
function standing(
  name: 'pauseKeyAccount' | 'resumeKeyAccount' | 'endKeyAccount',
  from: readonly string[],
  to: 'PAUSED' | 'ACTIVE' | 'ENDED',
): Command<StepInput, StepOutcome> {
  return {
    name,
    permission: right,
    targets: ({ id, expectedVersion }) => [{ kind: 'KeyAccount', id: String(id), expectedVersion }],
    async run(work, { id: given, reason: why }) {
      const id = String(given);
      const account = (await work.load('KeyAccount', id)) ?? {};
      await requireLeader(work, kindNamed('KeyAccount'), byTheCompany, account);
      if (!from.includes(String(account.state)))
        throw ruleViolation(account.state === 'ENDED' ? 'account.ended' : 'account.sameState', 'R3.1');
      const reason = cleanReason(why, 'reason');
      if (to === 'ENDED') {
        // With the customer locked no order can come in meanwhile.
        await work.load('Customer', String(account.customerId));
        const [open] = await work.rows<{ n: string }>(
          "SELECT COUNT(*) AS n FROM sales_order WHERE customer_id = ? AND state NOT IN ('COMPLETED', 'CANCELLED')",
          [String(account.customerId)],
        );
        if (Number(open?.n) > 0) throw ruleViolation('account.openOrders', 'R3.1');
      }
      work.reason(reason);
      await work.update('KeyAccount', id, { state: to, stateReason: reason });
      return { id, told: [] };
    },
  };
}

export const pauseKeyAccount = standing('pauseKeyAccount', ['ACTIVE'], 'PAUSED');
export const resumeKeyAccount = standing('resumeKeyAccount', ['PAUSED'], 'ACTIVE');
export const endKeyAccount = standing('endKeyAccount', ['ACTIVE', 'PAUSED'], 'ENDED');

export type DecisionMakerInput = ActInput & Readonly<Record<string, unknown>>;

/** Puts a contact of the customer into the account's decision chain, or changes his part in it; each once. */
export const saveDecisionMaker: Command<DecisionMakerInput, { readonly id: string }> = {
  name: 'saveDecisionMaker',
  permission: right,
  targets: ({ keyAccountId }) => [{ kind: 'KeyAccount', id: String(keyAccountId), expectedVersion: null }],
  async run(work, { idempotencyKey: _, keyAccountId: given, ...input }) {
    const keyAccountId = String(given);
    const account = (await work.load('KeyAccount', keyAccountId)) ?? {};
    const row = checkRow(kindNamed('DecisionMaker'), input, {
      fields: ['contact', 'role', 'favourable', 'note'],
      partial: true,
    });
    if (row.contactId == null) throw badInput({ path: 'contactId', message: 'input.required' });
    const contact = await work.peek('Contact', String(row.contactId));
    if (!contact || String(contact.customerId) !== String(account.customerId))
      throw badInput({ path: 'contactId', message: 'account.contactOfAnother' });
    const [known] = await work.find('DecisionMaker', { keyAccountId, contactId: String(row.contactId) });
    if (known) await work.update('DecisionMaker', String(known.id), row);
    else if (row.role == null) throw badInput({ path: 'role', message: 'input.required' });
    else await work.insert('DecisionMaker', { ...row, keyAccountId });
    await work.touch('KeyAccount', keyAccountId);
    return { id: keyAccountId };
  },
};

export const removeDecisionMaker: Command<StepInput, { readonly id: string }> = {
  name: 'removeDecisionMaker',
  permission: right,
  targets: ({ id, expectedVersion }) => [{ kind: 'DecisionMaker', id: String(id), expectedVersion }],
  async run(work, { id }) {
    const row = (await work.load('DecisionMaker', String(id))) ?? {};
    await work.remove('DecisionMaker', String(id));
    await work.touch('KeyAccount', String(row.keyAccountId));
    return { id: String(row.keyAccountId) };
  },
};
