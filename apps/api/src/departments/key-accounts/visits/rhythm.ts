import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { customerGrade } from '@kehu/domain/customers/vocabularies';
import { type Rhythm, rhythmDays } from '@kehu/domain/key-accounts/visit-rhythm';
import { addDays, dayIn } from '@kehu/domain/text/dates';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { byTheCompany } from '../accounts/assign.js';
import { requireLeader, today } from '../accounts/house-rules.js';

async function rhythmsOf(work: Work): Promise<readonly Rhythm[]> {
  return (await work.find('VisitRhythm', {})).map(({ grade, days, effectiveFrom }) => ({
    grade: String(grade),
    days: Number(days),
    effectiveFrom: String(effectiveFrom),
  }));
}

/**
 * Puts on the account when it was visited last and is to be visited next: so many days later as the rhythm of
 * the customer's grade says. A visit that is reported after a later one changes nothing.
 */
export async function keepVisited(work: Work, customerId: string, visitedAt: string): Promise<void> {
  const [found] = await work.find('KeyAccount', { customerId });
  const account = found ? await work.load('KeyAccount', String(found.id)) : null;
  const customer = await work.load('Customer', customerId);
  if (customer && (customer.lastContactAt == null || String(customer.lastContactAt) < visitedAt))
    await work.update('Customer', customerId, { lastContactAt: visitedAt });
  if (!account || (account.lastVisitAt != null && String(account.lastVisitAt) > visitedAt)) return;
  const grade = customer?.grade == null ? null : String(customer.grade);
  const days = rhythmDays(await rhythmsOf(work), grade, today(work));
  await work.update('KeyAccount', String(account.id), {
    lastVisitAt: visitedAt,
    nextVisitDue: addDays(dayIn(work.context.organisation.zone, new Date(visitedAt)), days),
  });
}

export type RhythmInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * How often customers of a grade are visited, from a day on (R3.1): a new version, never a change of an old one.
 * When it holds from today the accounts of the grade are due by it at once, later ones with their next visit.
 */
export const setVisitRhythm: Command<RhythmInput, { readonly id: string }> = {
  name: 'setVisitRhythm',
  permission: { subject: 'keyAccount', action: 'UPDATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(
      kindNamed('VisitRhythm'),
      { ...input, effectiveFrom: input.effectiveFrom ?? today(work) },
      { fields: ['grade', 'days', 'effectiveFrom'], partial: false },
    );
    if (row.grade != null && !customerGrade.codes.some((code) => code === row.grade))
      problems.push({
        path: 'grade',
        message: 'input.notOneOf',
        values: { codes: customerGrade.codes.join(', ') },
      });
    if (row.effectiveFrom != null && String(row.effectiveFrom) < today(work))
      problems.push({ path: 'effectiveFrom', message: 'rule.effectiveInPast' });
    if (problems.length > 0) throw badInput(...problems);
    const rhythm = { ...row, byId: work.actor.staffId };
    await requireLeader(work, kindNamed('VisitRhythm'), byTheCompany, rhythm);
    const id = await work.insert('VisitRhythm', rhythm);
    if (row.effectiveFrom === today(work)) await dueByRhythm(work, String(row.grade), Number(row.days));
    return { id };
  },
};

async function dueByRhythm(work: Work, grade: string, days: number): Promise<void> {
  const accounts = await work.rows<{ id: string }>(
    `SELECT k.id FROM key_account k JOIN customer c ON c.id = k.customer_id
     WHERE c.grade = ? AND k.state <> 'ENDED' AND k.last_visit_at IS NOT NULL ORDER BY k.id`,
    [grade],
  );
  for (const { id } of accounts) {
    const account = await work.load('KeyAccount', String(id));
    if (account?.lastVisitAt == null) continue;
    const visited = dayIn(work.context.organisation.zone, new Date(String(account.lastVisitAt)));
    await work.update('KeyAccount', String(id), { nextVisitDue: addDays(visited, days) });
  }
}
