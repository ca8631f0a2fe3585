import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ApprovalFacts } from '@kehu/domain/key-accounts/approval-guards';
import type { ApprovalGuard } from '@kehu/domain/key-accounts/approval-workflows';
import type { DealerRuleState } from '@kehu/domain/key-accounts/dealer';
import { holdersOf } from '../../../access/role-holders.js';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import { checkRow } from '../../../commands/validate.js';
import type { Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import type { StepInput, StepOutcome, WorkflowAct } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { hasReason, reasonOf } from '../../../workflow/step-input.js';
import { tell } from '../accounts/house-rules.js';
import { decisionFields, decisionOf, headsOf, nothingYet } from '../approving.js';
import { dealerRuleMachine } from './machine.js';

type RuleAct = WorkflowAct<DealerRuleState, ApprovalGuard, ApprovalFacts>;

export const ruleFields = ['title', 'text', 'effectiveOn'] as const;
const create = { subject: 'dealerRules', action: 'CREATE' } as const;

export type DraftRuleInput = ActInput & Readonly<Record<string, unknown>>;

/** Drafts a dealer rule (R3.7); of a code that there is, its next version. */
export const draftDealerRule: Command<DraftRuleInput, { readonly id: string }> = {
  name: 'draftDealerRule',
  permission: create,
  async run(work, { idempotencyKey: _, ...input }) {
    const row = checkRow(kindNamed('DealerPolicy'), input, {
      fields: ['code', ...ruleFields],
      partial: false,
    });
    await clear(work, dealerRuleMachine, null, 'draftDealerRule', null, nothingYet);
    const [last] = await work.rows<{ version: number | string | null }>(
      'SELECT MAX(rule_version) AS version FROM dealer_policy WHERE code = ?',
      [String(row.code)],
    );
    const draft: RecordRow = {
      ...row,
      ruleVersion: Number(last?.version ?? 0) + 1,
      state: 'DRAFT',
      authorId: work.actor.staffId,
    };
    if (!(await work.reaches(create, 'DealerPolicy', { ...draft, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    return { id: await work.insert('DealerPolicy', draft) };
  },
};

/** Changes a draft or a returned rule; only whoever drafted it. */
export const updateDealerRule: Command<StepInput, StepOutcome> = {
  name: 'updateDealerRule',
  permission: create,
  targets: ({ id, expectedVersion }) => [{ kind: 'DealerPolicy', id: String(id), expectedVersion }],
  async run(work, { idempotencyKey: _, id, expectedVersion: __, ...input }) {
    const before = (await work.load('DealerPolicy', String(id))) ?? {};
    if (before.state !== 'DRAFT' && before.state !== 'RETURNED')
      throw ruleViolation('dealer.onlyDrafts', 'R3.7');
    const row = checkRow(kindNamed('DealerPolicy'), input, { fields: ruleFields, partial: true });
    await work.update('DealerPolicy', String(id), row);
    return { id: String(id), told: [] };
  },
};

function tellOf(
  work: Work,
  row: RecordRow,
  to: readonly unknown[],
  message: 'dealerRule.toDecide' | 'dealerRule.returned' | 'dealerRule.enacted',
  reason = '',
): Promise<readonly Told[]> {
  return tell(work, {
    to,
    message,
    content: reason === '' ? {} : { reason },
    kind: 'DealerPolicy',
    recordId: String(row.id),
    no: `${row.code} v${row.ruleVersion}`,
    weight: message === 'dealerRule.enacted' ? 'INFO' : 'TODO',
  });
}

const effectiveField = inputFields('DealerPolicy', ['effectiveOn']);
const effectiveGiven = (input: StepInput, row: RecordRow): Partial<ApprovalFacts> => ({
  effectiveDateGiven: input.effectiveOn === undefined ? row.effectiveOn != null : input.effectiveOn !== null,
});
const effectiveOf = (input: StepInput): RecordRow =>
  checkRow(
    kindNamed('DealerPolicy'),
    input.effectiveOn === undefined ? {} : { effectiveOn: input.effectiveOn },
    { fields: ['effectiveOn'], partial: true },
  );

/**
 * The versions of the same code that were in force end in the same moment, so that never two are. All versions
 * are locked first: two enacted at once wait for each other.
 */
async function supersedeEarlier(work: Work, row: RecordRow): Promise<void> {
  const versions = await work.rows<{ id: unknown; state: string }>(
    'SELECT id, state FROM dealer_policy WHERE code = ? ORDER BY id FOR UPDATE',
    [String(row.code)],
  );
  for (const { id, state } of versions)
    if (state === 'EFFECTIVE' && String(id) !== String(row.id))
      await work.update('DealerPolicy', String(id), { state: 'SUPERSEDED' });
}

/** The acts of a dealer rule's path (R3.7, D4), in their order. */
export function dealerRuleSteps(): RuleAct[] {
  return [
    {
      name: 'submitDealerRule',
      input: effectiveField,
      given: (_work, input, row) => effectiveGiven(input, row),
      write: async (work, input, row) => ({
        changes: { ...effectiveOf(input), note: null },
        told: await tellOf(work, row, await headsOf(work, row.authorId), 'dealerRule.toDecide'),
      }),
    },
    {
      name: 'reviewDealerRule',
      input: decisionFields('PASS / RETURN'),
      outcome: decisionOf,
      given: (_work, input) => hasReason(input),
      async write(work, input, row, { transition }) {
        const note = reasonOf(input);
        if (transition.to === 'RETURNED')
          return {
            changes: { note },
            told: await tellOf(work, row, [row.authorId], 'dealerRule.returned', note ?? ''),
          };
        return {
          changes: { note, departmentHeadId: work.actor.staffId },
          told: await tellOf(work, row, await holdersOf(work, ['GM']), 'dealerRule.toDecide'),
        };
      },
    },
    {
      name: 'enactDealerRule',
      input: effectiveField,
      given: (_work, input, row) => effectiveGiven(input, row),
      async write(work, input, row) {
        await supersedeEarlier(work, row);
        return {
          changes: {
            ...effectiveOf(input),
            approvedById: work.actor.staffId,
            approvedAt: work.now.toISOString(),
          },
          told: await tellOf(work, row, [row.authorId, row.departmentHeadId], 'dealerRule.enacted'),
        };
      },
    },
    {
      name: 'supersedeDealerRule',
      input: reasonField(false),
      async write(work, input) {
        work.reason(reasonOf(input));
        return {};
      },
    },
  ];
}
