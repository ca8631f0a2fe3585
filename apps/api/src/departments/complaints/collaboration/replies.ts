import { label } from '@kehu/domain/catalogue/labels';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';
import { firstResponseCame } from '../clock/clock.js';
import { type CaseAct, takesPart } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen } from './guards.js';
import { happenedAt } from './tracking.js';

/** Longest record of a call or message; the final reply may be longer. */
const longestWords = 8000;
const spoken = ['mode', 'content', 'at', 'talkedTo', 'phone'];

/**
 * The first word to the customer after the complaint (R1.5), by whoever in the case speaks to him
 * first. It stands beside the replies, and its time is the case's first response.
 */
export const recordFirstResponse = (): CaseAct => ({
  name: 'recordFirstResponse',
  label: label('记录首次响应', '記錄首次回應', 'Record the first response'),
  right: takesPart,
  guards: [stillOpen, inTheCase, complainedStaysOut],
  adds: true,
  writes: { kind: 'CustomerReply', fields: spoken, required: ['mode', 'content'] },
  async run(work, { complaint, row }) {
    if (complaint.firstResponseAt != null) throw ruleViolation('rule.alreadyResponded', 'R1.5');
    requireWords(row);
    const at = happenedAt(work, complaint, row.at, 'at');
    await work.insert('CustomerReply', {
      ...row,
      complaintId: complaint.id,
      kind: 'FIRST_RESPONSE',
      byId: work.actor.staffId,
      at,
    });
    await respond(work, complaint, at);
    return undefined;
  },
});

/** What the customer was told of the progress, by anybody in the case; the final reply stays with customer service (R4.14). */
export const recordProgressReply = (): CaseAct => ({
  name: 'recordProgressReply',
  label: label('记录进展告知', '記錄進展告知', 'Record what the customer was told'),
  right: takesPart,
  guards: [stillOpen, inTheCase, complainedStaysOut],
  adds: true,
  writes: { kind: 'CustomerReply', fields: spoken, required: ['mode', 'content'] },
  async run(work, { complaint, row }) {
    requireWords(row);
    const at = happenedAt(work, complaint, row.at, 'at');
    await work.insert('CustomerReply', {
      ...row,
      complaintId: complaint.id,
      kind: 'PROGRESS',
      byId: work.actor.staffId,
      at,
    });
    // Whoever speaks to the customer first has responded, whatever he calls it.
    if (complaint.firstResponseAt == null) await respond(work, complaint, at);
    return undefined;
  },
});

function requireWords(row: RecordRow): void {
  for (const needed of ['mode', 'content'] as const) {
    if (row[needed] == null) throw badInput({ path: needed, message: 'input.required' });
  }
  if ([...String(row.content)].length > longestWords)
    throw badInput({ path: 'content', message: 'input.tooLong', values: { max: longestWords } });
}

async function respond(work: Work, complaint: RecordRow, at: string): Promise<void> {
  await work.update('Complaint', String(complaint.id), { firstResponseAt: at });
  await firstResponseCame(work, { ...complaint, firstResponseAt: at });
}
