import type { Queryable } from '@kehu/database/connection';
import { permits } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import { rolesOf } from '../../../access/actors.js';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { caseFacts } from '../case/facts.js';

const text = (value: unknown): string | null => (value == null ? null : String(value));

/** The heads of customer service; everybody of it where it has none (D1.3 "OPS_CS lead"). */
export async function customerServiceLeads(work: Work): Promise<string[]> {
  const rows = await work.rows<{ head_id: string }>(
    `SELECT DISTINCT d.head_id FROM department d JOIN staff s ON s.id = d.head_id
     WHERE d.kind = 'OPS_CS' AND d.active = 1 AND s.status <> 'LEFT' ORDER BY d.head_id`,
    [],
  );
  return rows.length > 0 ? rows.map((row) => String(row.head_id)) : holdersOf(work, ['OPS_CS']);
}

/** Who answers for a department: its head; everybody in it where it has none. */
export async function peopleOf(work: Work, departmentId: string): Promise<string[]> {
  const department = await work.peek('Department', departmentId);
  if (department?.headId != null) return [String(department.headId)];
  const rows = await work.rows<{ id: string }>(
    "SELECT id FROM staff WHERE department_id = ? AND status <> 'LEFT' ORDER BY id",
    [departmentId],
  );
  return rows.map((row) => String(row.id));
}

/** Whose desk a case lies on: the person, or who answers for the department while nobody is named. */
export async function answerersOf(work: Work, complaint: RecordRow): Promise<string[]> {
  const person = text(complaint.deskId);
  if (person !== null) return [person];
  const department = text(complaint.deskDepartmentId);
  return department === null ? [] : peopleOf(work, department);
}

/** Everybody named who is told something, once each, without whoever acts. */
export function others(work: Work, ...people: readonly (unknown | readonly unknown[])[]): string[] {
  const named = people.flat().filter((id) => id != null);
  return [...new Set(named.map(String))].filter((id) => id !== work.actor.staffId);
}

/** The roles that a person holds now. */
export function rolesHeld(work: Work, staffId: string): Promise<Role[]> {
  const asked = { query: work.rows.bind(work) } as unknown as Queryable;
  return rolesOf(asked, staffId, work.now, work.context.organisation.zone);
}

/** Whether a person may have a part in a case at all: who may not register one has none (B4). */
export async function mayTakePart(work: Work, staffId: string): Promise<boolean> {
  return permits(await rolesHeld(work, staffId), 'complaintCard', 'CREATE').length > 0;
}

/**
 * Why a person must not be given a part in a case: it is about him, or about the head of his unit or of
 * one above it; null when nothing stands against it, or the general manager lifted it for him (B7.2, B7.6).
 */
export async function conflictOf(
  work: Work,
  complaint: RecordRow,
  person: RecordRow,
): Promise<'rule.personComplainedAbout' | 'rule.departmentComplainedAbout' | null> {
  const { complainedStaffId, complainedUnitIds, overriddenIds } = await caseFacts(work, complaint);
  if (overriddenIds.includes(String(person.id))) return null;
  if (String(person.id) === complainedStaffId) return 'rule.personComplainedAbout';
  return person.departmentId != null && complainedUnitIds.includes(String(person.departmentId))
    ? 'rule.departmentComplainedAbout'
    : null;
}
