import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Command } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { takeFiles } from '../../../files/attach.js';
import type { Told } from '../../../notify/notify.js';
import { tightenCaseClock } from '../clock/clock.js';
import { actInCase, type CaseInput, takesPart, tell } from '../collaboration/case-act.js';
import { complainedStaysOut, inTheCase, stillOpen } from '../collaboration/guards.js';
import { answerersOf, others } from '../collaboration/people.js';
import { ids } from './register.js';

const fields = ['channel', 'outsideNo', 'outsideDueAt', 'receivedAt', 'note'] as const;
const act = { right: takesPart, guards: [stillOpen, complainedStaysOut, inTheCase] } as const;

/**
 * A further receipt of a case that is known already (F38): the earliest receipt starts the clock, and the
 * stricter of the company's and the outside body's deadline counts.
 */
export const addComplaintIntake: Command<CaseInput, { id: string; told: readonly Told[] }> = {
  name: 'addComplaintIntake',
  permission: act.right,
  deputies: true,
  targets: ({ id, expectedVersion }) => [
    { kind: 'Complaint', id: String(id), expectedVersion: expectedVersion ?? null },
  ],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, fileIds, ...input }) {
    const complaint = (await work.load('Complaint', String(id))) ?? {};
    await actInCase(work, act, complaint);
    const given = { receivedAt: work.now.toISOString(), ...input };
    const { row, problems } = checkFields(kindNamed('ComplaintIntake'), given, { fields, partial: false });
    const receivedAt = Date.parse(String(row.receivedAt));
    if (receivedAt > work.now.getTime())
      problems.push({ path: 'receivedAt', message: 'input.receivedLater' });
    if (row.outsideDueAt != null && Date.parse(String(row.outsideDueAt)) <= receivedAt)
      problems.push({ path: 'outsideDueAt', message: 'input.outsideDuePast' });
    if (problems.length > 0) throw badInput(...problems);
    const complaintId = String(id);
    await work.insert('ComplaintIntake', { ...row, complaintId, receivedById: work.actor.staffId });
    await takeFiles(work, { complaintId, fileIds: ids(fileIds) });
    const after = await tightenCaseClock(work, complaint, {
      receivedAt: String(row.receivedAt),
      outsideDueAt: (row.outsideDueAt as string | null | undefined) ?? null,
    });
    await work.touch('Complaint', complaintId);
    const to = others(work, await answerersOf(work, after), after.ownerId);
    const told = await tell(work, after, to, 'intake.added', {
      weight: 'WARNING',
      dueAt: String(after.dueAt),
    });
    return { id: complaintId, told };
  },
};
