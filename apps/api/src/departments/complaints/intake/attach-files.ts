import type { Command } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { takeFiles } from '../../../files/attach.js';
import { actInCase, type CaseInput, takesPart } from '../collaboration/case-act.js';
import { complainedStaysOut, firstOf, inTheCase } from '../collaboration/guards.js';
import { ids } from './register.js';

/** Whoever works in a case may add to its evidence; the person complained about may not (B7.2). */
const act = { right: takesPart, guards: [complainedStaysOut, inTheCase] } as const;
/** What its button says. */
export const attachGuard = firstOf(...act.guards);

/** Files of one case at most. */
const mostOfCase = 100;

/** Puts uploaded files to a case; nothing that lies there is ever replaced (F35). */
export const attachFiles: Command<CaseInput, { id: string }> = {
  name: 'attachFiles',
  permission: act.right,
  deputies: true,
  targets: ({ id, expectedVersion }) => [
    { kind: 'Complaint', id: String(id), expectedVersion: expectedVersion ?? null },
  ],
  async run(work, input) {
    const complaintId = String(input.id);
    const complaint = (await work.load('Complaint', complaintId)) ?? {};
    await actInCase(work, act, complaint);
    const fileIds = ids(input.fileIds);
    if (fileIds.length === 0) throw badInput({ path: 'fileIds', message: 'input.required' });
    if ((await work.count('Attachment', { complaintId })) + fileIds.length > mostOfCase)
      throw badInput({ path: 'fileIds', message: 'input.tooManyFiles', values: { max: mostOfCase } });
    await takeFiles(work, { complaintId, fileIds, original: input.original === true });
    await work.touch('Complaint', complaintId);
    return { id: complaintId };
  },
};
