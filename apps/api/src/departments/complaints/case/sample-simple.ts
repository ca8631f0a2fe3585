import { createHash } from 'node:crypto';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { caseFacts } from './facts.js';
import { readSettings } from './settings.js';

/**
 * Of the simple cases that end, HR and administration looks at some afterwards (R1.5): a share that the
 * setting says, picked by the case's number so that the one who closes a case cannot choose. That it was
 * picked stands on the case until the finding does (`reviewSample`). Tells HR by a to-do, the general manager
 * where the case is about HR (F12); whoever the case is about, and whoever closed it, is not asked.
 */
export async function sampleSimple(work: Work, complaint: RecordRow): Promise<Told[]> {
  if (complaint.procedure !== 'SIMPLE' || complaint.state !== 'CLOSED') return [];
  const setting = await readSettings(sourceOf(work));
  if (!isSampled(String(complaint.no), Number(setting('procedure.simpleSample', 'GENERAL')))) return [];
  const id = String(complaint.id);
  await work.update('Complaint', id, { sampledAt: work.now.toISOString(), sampleResult: null });
  const { hrComplainedAbout } = await caseFacts(work, complaint);
  const out = [work.actor.staffId, String(complaint.complainedStaffId)];
  const to = (await holdersOf(work, [hrComplainedAbout ? 'GM' : 'HR_ADMIN'])).filter(
    (id) => !out.includes(id),
  );
  return notify(work, {
    to,
    message: 'case.sampled',
    content: { no: String(complaint.no) },
    weight: 'TODO',
    kind: 'Complaint',
    recordId: id,
    recordNo: String(complaint.no),
  });
}

/** Whether a case is among the so many of a hundred. */
export function isSampled(no: string, ofHundred: number): boolean {
  return createHash('sha256').update(no).digest().readUInt32BE(0) % 100 < ofHundred;
}
