import type { Told as ToldPart } from '@kehu/domain/complaints/deadlines';
import type { MessageKey } from '@kehu/domain/messages/message';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { type NotificationWeight, notify } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';

const text = (value: unknown): string | null => (value == null ? null : String(value));

async function headOf(work: Work, departmentId: string | null): Promise<string | null> {
  const department = departmentId === null ? null : await work.peek('Department', departmentId);
  return text(department?.headId);
}

/** Who answers for the desk on which a case lies: the person, else the department's head. */
export async function deskPerson(work: Work, complaint: RecordRow): Promise<string | null> {
  return text(complaint.deskId) ?? (await headOf(work, text(complaint.deskDepartmentId)));
}

async function part(work: Work, complaint: RecordRow, told: ToldPart): Promise<(string | null)[]> {
  switch (told) {
    case 'DESK':
      return [await deskPerson(work, complaint)];
    case 'DESK_SUPERVISOR': {
      const desk = text(complaint.deskId);
      const person = desk === null ? null : await work.peek('Staff', desk);
      const department = text(person?.departmentId) ?? text(complaint.deskDepartmentId);
      return [text(person?.supervisorId) ?? (await headOf(work, department))];
    }
    case 'OWNER': {
      const owner = text(complaint.ownerId);
      return owner === null ? holdersOf(work, ['OPS_CS']) : [owner];
    }
    case 'HANDLING_SUPERVISOR':
      return [await headOf(work, text(complaint.handlingDepartmentId))];
    case 'HR_ADMIN':
    case 'GM':
      return holdersOf(work, [told]);
  }
}

/** Everybody whom a moment concerns, once each; never the person complained about (F12). */
export async function tellees(
  work: Work,
  complaint: RecordRow,
  parts: readonly ToldPart[],
): Promise<string[]> {
  const found: (string | null)[] = [];
  for (const told of parts) found.push(...(await part(work, complaint, told)));
  const complained = text(complaint.complainedStaffId);
  return [...new Set(found.flatMap((id) => (id === null || id === complained ? [] : [id])))];
}

/** Tells people of a case: its number, what is due and when; never who complained. */
export async function tellOfCase(
  work: Work,
  complaint: RecordRow,
  to: readonly string[],
  message: MessageKey,
  more: {
    readonly weight?: NotificationWeight;
    readonly dueAt?: Date;
    readonly content?: Parameters<typeof notify>[1]['content'];
  } = {},
): Promise<void> {
  const severe = complaint.severity === 'SEVERE';
  await notify(work, {
    to,
    message,
    content: { no: String(complaint.no), ...more.content },
    weight: more.weight ?? (severe ? 'URGENT' : 'WARNING'),
    kind: 'Complaint',
    recordId: String(complaint.id),
    recordNo: String(complaint.no),
    ...(more.dueAt ? { dueAt: more.dueAt.toISOString() } : {}),
  });
}

/** Puts a case before somebody higher: level 1 HR and administration, level 2 the general manager. */
export async function escalate(work: Work, complaint: RecordRow, rule: string, level: 1 | 2): Promise<void> {
  const [to] = await tellees(work, complaint, [level === 1 ? 'HR_ADMIN' : 'GM']);
  await work.insert('Escalation', {
    complaintId: String(complaint.id),
    rule,
    level,
    toId: to ?? null,
    at: work.now.toISOString(),
    done: false,
  });
}
