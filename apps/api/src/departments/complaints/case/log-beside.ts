import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';

/** A line in the log of a case that changes no state. */
export async function logBeside(
  work: Work,
  complaint: RecordRow,
  action: string,
  more: RecordRow,
): Promise<void> {
  await work.insert('CaseStep', {
    complaintId: String(complaint.id),
    action,
    transition: action.slice(0, 20),
    from: complaint.state,
    to: complaint.state,
    byId: work.actor.staffId,
    departmentId: work.actor.departmentId,
    at: work.now.toISOString(),
    late: false,
    conflictOverride: false,
    ...more,
  });
  await work.touch('Complaint', String(complaint.id));
}
