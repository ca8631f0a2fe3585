import type { Role } from '@kehu/domain/access/roles';
import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { CaseFacts } from '@kehu/domain/complaints/case-facts';
import { cardCopyKind } from '@kehu/domain/complaints/document-vocabularies';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { takeFiles } from '../../../files/attach.js';
import { notify } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { peopleWith } from '../case/people.js';

type CopyKind = CodeOf<typeof cardCopyKind>;

interface Copy {
  readonly copy: CopyKind;
  readonly recipientId?: string | null;
  readonly departmentId?: string | null;
}

/** Sends copies of the record card (R4.16): each a record with a receipt, and word to whoever is named. */
export async function sendCopies(work: Work, complaint: RecordRow, copies: readonly Copy[]): Promise<void> {
  for (const { copy, recipientId, departmentId } of copies) {
    if (recipientId == null && departmentId == null) continue;
    await work.insert('CardCopy', {
      complaintId: String(complaint.id),
      copy,
      recipientId: recipientId ?? null,
      departmentId: departmentId ?? null,
      sentAt: work.now.toISOString(),
    });
    if (recipientId == null || recipientId === work.actor.staffId) continue;
    const no = String(complaint.no);
    await notify(work, {
      to: [recipientId],
      message: 'case.cardCopy',
      content: { no, copy: cardCopyKind.labels[copy] },
      weight: 'INFO',
      kind: 'Complaint',
      recordId: String(complaint.id),
      recordNo: no,
    });
  }
}

/** One person of a role, the emptiest desk first; whoever the case is about is passed over. */
export async function oneOf(work: Work, role: Role, facts: CaseFacts): Promise<string | null> {
  const people = (await peopleWith(sourceOf(work), [role])).filter(
    ({ id, departmentId }) =>
      id !== facts.complainedStaffId &&
      (departmentId === null || !facts.complainedUnitIds.includes(departmentId)),
  );
  return [...people].sort((a, b) => a.load - b.load)[0]?.id ?? null;
}

/** The general manager overrode a ruling or an assignment: HR and administration is told (B7.6). */
export async function tellHrOfOverride(work: Work, complaint: RecordRow, facts: CaseFacts): Promise<void> {
  if (facts.hrComplainedAbout) return;
  const people = await peopleWith(sourceOf(work), ['HR_ADMIN']);
  const no = String(complaint.no);
  await notify(work, {
    to: people.map(({ id }) => id),
    message: 'case.overridden',
    content: { no },
    weight: 'WARNING',
    kind: 'Complaint',
    recordId: String(complaint.id),
    recordNo: no,
  });
}

/**
 * A person named for a part in the case: works here and is not the one complained about, nor of the unit
 * whose head is (B7.2, checked at assignment). BAD_USER_INPUT at `path` otherwise.
 */
export async function checkNamed(
  work: Work,
  facts: CaseFacts,
  staffId: unknown,
  path: string,
): Promise<string | null> {
  if (staffId == null) return null;
  const id = String(staffId);
  const person = await work.peek('Staff', id);
  if (!person || !(await work.sees('Staff', id))) throw badInput({ path, message: 'input.noSuchRecord' });
  if (person.status === 'LEFT') throw badInput({ path, message: 'rule.staffNotActive' });
  const department = person.departmentId == null ? null : String(person.departmentId);
  const conflicted =
    id === facts.complainedStaffId || (department !== null && facts.complainedUnitIds.includes(department));
  if (conflicted && !facts.overriddenIds.includes(id))
    throw badInput({ path, message: 'guard.complainedStaysOut' });
  return id;
}

/**
 * The attachment that a document refers to: one of this case, or a file that the person uploaded
 * (`POST /files`), which becomes one with the act. No two records of any kind share an id, so the id says
 * which. BAD_USER_INPUT at `path` for another case's and for another person's upload alike.
 */
export async function takeAttachment(
  work: Work,
  complaintId: string,
  id: unknown,
  path: string,
  original = false,
): Promise<string | null> {
  if (id == null) return null;
  const file = /^[1-9]\d{0,15}$/.test(String(id)) ? await work.peek('Attachment', String(id)) : null;
  if (file && String(file.complaintId) === complaintId) return String(id);
  if (file) throw badInput({ path, message: 'input.noSuchRecord' });
  const [taken] = await takeFiles(work, { complaintId, fileIds: [String(id)], original, path, single: true });
  return taken ?? null;
}
