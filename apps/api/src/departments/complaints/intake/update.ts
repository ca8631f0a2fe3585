import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { aboutWhom, isShielded } from '../case/open-case.js';
import { actInCase, type CaseInput } from '../collaboration/case-act.js';
import { complainedStaysOut, stillOpen } from '../collaboration/guards.js';
import { earlierCases } from './earlier-cases.js';
import { cardFields, cardProblems, checkedDemands, type Demand } from './register.js';

/** Severity has acts of its own (D1.3); the channel is that of the first intake. */
export const correctable = [
  ...cardFields.filter((name) => name !== 'severity' && name !== 'severityReason' && name !== 'channel'),
  'complainantName',
  'complainantPhone',
] as const;

const act = {
  right: { subject: 'complaintCard', action: 'UPDATE' },
  guards: [stillOpen, complainedStaysOut],
} as const;
/** States in which the record card may still be corrected (B4 "U until ruled"). */
export const unruled: readonly unknown[] = ['REGISTERED', 'PENDING_RULING'];

/** Corrects what was registered, until the ruling (B4); what was asked for is replaced as a whole when given. */
export const updateComplaint: Command<CaseInput, { id: string }> = {
  name: 'updateComplaint',
  permission: act.right,
  deputies: true,
  targets: ({ id, expectedVersion }) => [
    { kind: 'Complaint', id: String(id), expectedVersion: expectedVersion ?? null },
  ],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, demands, ...input }) {
    const before = (await work.load('Complaint', String(id))) ?? {};
    await actInCase(work, act, before);
    if (!unruled.includes(before.state)) throw ruleViolation('rule.ruledAlready', 'R4.15');
    const { row, problems } = checkFields(kindNamed('Complaint'), input, {
      fields: correctable,
      partial: true,
    });
    problems.push(...(await cardProblems(work, row)));
    if (problems.length > 0) throw badInput(...problems);
    const after = { ...before, ...row };
    const earlier = await earlierCases(work, after);
    await work.update('Complaint', String(id), {
      ...row,
      ...(await aboutWhom(work, after)),
      shielded: await isShielded(work, after),
      recurrence:
        before.recurrence === true ||
        earlier.links.some((link) => link.basis === 'SAME_PRODUCT' && link.otherId !== String(id)),
    });
    if (demands != null) await replaceDemands(work, String(id), checkedDemands(demands));
    return { id: String(id) };
  },
};

async function replaceDemands(work: Work, complaintId: string, wanted: readonly Demand[]): Promise<void> {
  if (wanted.length === 0) throw badInput({ path: 'demands', message: 'input.required' });
  for (const { id } of await work.find('ComplaintDemand', { complaintId }))
    await work.remove('ComplaintDemand', String(id));
  for (const demand of wanted) await work.insert('ComplaintDemand', { complaintId, ...demand });
  await work.touch('Complaint', complaintId);
}
