import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { addDays } from '@kehu/domain/text/dates';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { logStep, type StepInput, type StepOutcome } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import {
  numberOfDay,
  requireHolder,
  requireLeader,
  requireRegion,
  ruleValue,
  tell,
  today,
} from '../accounts/house-rules.js';
import { solicitationFacts } from './facts.js';
import { solicitationMachine } from './machine.js';

/** What people write into a solicitation. */
export const solicitationFields = [
  'prospect',
  'customer',
  'leadSource',
  'need',
  'expectedAmount',
  'expectedOn',
] as const;

export type OpenInput = ActInput & Readonly<Record<string, unknown>>;

/** Registering and taking up again wait for each other, so that a prospect is never protected for two. */
export async function oneAtATime(work: Work): Promise<void> {
  await work.nextNumber('solicitation protection');
}

/** Until when a prospect that is registered now is protected; null: not at all. */
export async function protectedUntil(work: Work): Promise<string | null> {
  const days = Number(await ruleValue(work, 'solicitation.protectionDays', work.now));
  return days > 0 ? addDays(today(work), days) : null;
}

async function requireCustomer(work: Work, row: RecordRow): Promise<void> {
  if (row.customerId != null && !(await work.sees('Customer', String(row.customerId))))
    throw badInput({ path: 'customerId', message: 'input.noSuchRecord' });
}

/**
 * Registers a prospect 报备 (R3.1): it is protected for so many days as the setting says, and refused while
 * it is protected for somebody else or a colleague's key account. The name of a customer on file is filled in.
 */
export const openSolicitation: Command<OpenInput, { readonly id: string }> = {
  name: 'openSolicitation',
  permission: { subject: 'solicitation', action: 'CREATE' },
  async run(work, { idempotencyKey: _, regionId, ...input }) {
    const { row, problems } = checkFields(kindNamed('Solicitation'), input, {
      fields: solicitationFields,
      partial: true,
    });
    if (row.prospect == null && row.customerId == null && problems.length === 0)
      problems.push({ path: 'prospect', message: 'input.required' });
    if (problems.length > 0) throw badInput(...problems);
    await requireCustomer(work, row);
    const customer = row.customerId == null ? null : await work.peek('Customer', String(row.customerId));
    const own = (await work.peek('Staff', work.actor.staffId))?.regionId;
    const region = regionId ?? customer?.regionId ?? own;
    if (region == null) throw badInput({ path: 'regionId', message: 'input.required' });
    await oneAtATime(work);
    const solicitation: RecordRow = {
      ...row,
      prospect: row.prospect ?? customer?.name,
      regionId: await requireRegion(work, region),
      ownerId: work.actor.staffId,
      stage: 'LEAD',
      stageSince: work.now.toISOString(),
      cost: '0',
      protectedUntil: await protectedUntil(work),
    };
    const draft = { ...solicitation, id: '0' };
    const facts = (await solicitationFacts(sourceOf(work), [draft])).get('0');
    if (!facts) throw new Error('The facts of a draft were not read.');
    const cleared = await clear(work, solicitationMachine, null, 'openSolicitation', null, facts);
    if (!(await work.reaches({ subject: 'solicitation', action: 'CREATE' }, 'Solicitation', draft)))
      throw ruleViolation('rule.outsideOwnScope', null);
    const no = await numberOfDay(work, 'ZS', 'solicitation');
    const id = await work.insert('Solicitation', { ...solicitation, no });
    await logStep(work, solicitationMachine, id, null, cleared, null);
    return { id };
  },
};

/** Changes an open solicitation; another name or customer is asked as a new one would be. */
export const updateSolicitation: Command<StepInput, StepOutcome> = {
  name: 'updateSolicitation',
  permission: { subject: 'solicitation', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Solicitation', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, ...input }) {
    const before = (await work.load('Solicitation', String(id))) ?? {};
    if (before.stage === 'SIGNED' || before.stage === 'LOST')
      throw ruleViolation('solicitation.ended', 'R3.1');
    const { row, problems } = checkFields(kindNamed('Solicitation'), input, {
      fields: solicitationFields,
      partial: true,
    });
    if (problems.length > 0) throw badInput(...problems);
    await requireCustomer(work, row);
    if (row.prospect !== undefined || row.customerId !== undefined) {
      await oneAtATime(work);
      const facts = (await solicitationFacts(sourceOf(work), [{ ...before, ...row }])).get(String(id));
      if (facts?.protectedForAnother) throw ruleViolation('solicitationGuard.protected', 'R3.1');
    }
    await work.update('Solicitation', String(id), row);
    return { id: String(id), told: [] };
  },
};

const assigning = {
  by: ['DEPT_HEAD', 'AREA_MANAGER', 'GM'],
  rights: [{ subject: 'solicitation', action: 'APPROVE' }],
} as const;

/** The company gives a lead to a manager and a region (R3.1 在公司安排下); the log keeps who had it from when. */
export const assignSolicitation: Command<StepInput, StepOutcome> = {
  name: 'assignSolicitation',
  permission: { subject: 'solicitation', action: 'APPROVE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Solicitation', id: String(id), expectedVersion }],
  async run(work, { id: given, ownerId, regionId, reason: why }) {
    const id = String(given);
    const row = (await work.load('Solicitation', id)) ?? {};
    const { actor, principal } = await requireLeader(work, kindNamed('Solicitation'), assigning, row);
    if (row.stage === 'SIGNED' || row.stage === 'LOST') throw ruleViolation('solicitation.ended', 'R3.1');
    const reason = cleanReason(why, 'reason');
    const owner = await requireHolder(work, ownerId, 'ownerId', ['KAM']);
    work.reason(reason);
    await work.update('Solicitation', id, {
      ownerId: owner,
      ...(regionId == null ? {} : { regionId: await requireRegion(work, regionId) }),
    });
    await work.insert('SolicitationStep', {
      solicitationId: id,
      transition: '-',
      act: 'assignSolicitation',
      fromStage: row.stage,
      toStage: row.stage,
      note: reason,
      ownerId: owner,
      byId: actor.staffId,
      onBehalfOfId: principal?.staffId ?? null,
      at: work.now.toISOString(),
    });
    const told = await tell(work, {
      to: [owner],
      message: 'solicitation.assigned',
      kind: 'Solicitation',
      recordId: id,
      no: String(row.no),
      weight: 'TODO',
    });
    return { id, told };
  },
};
