import type { Queryable } from '@kehu/database/connection';
import type { Actor } from '@kehu/domain/access/actor';
import { type Role, role } from '@kehu/domain/access/roles';
import { scopePart } from './key-account-scope.js';
import { grantHolds, holdingAt } from './role-holders.js';
import { delegatedAt, delegationHolds } from './stand-ins.js';

interface PersonColumns {
  readonly id: string;
  readonly login: string | null;
  readonly display_name: string;
  readonly status: string;
  readonly department_id: string | null;
  readonly department_kind: string | null;
  readonly region_id: string | null;
}

export interface ActorOptions {
  readonly via: Actor['via'];
  readonly mustChangePassword: boolean;
  readonly now: Date;
  readonly zone: string;
}

/**
 * A person as an actor: the roles that hold now, and everything that scopes refer to. Null when there
 * is no such person, or the person has left. Whoever must change the password first holds no role.
 */
export async function loadActor(
  database: Queryable,
  staffId: string,
  options: ActorOptions,
): Promise<Actor | null> {
  const [person] = await database.query<PersonColumns>(
    `SELECT s.id, s.login, s.display_name, s.status, s.department_id, d.kind AS department_kind,
       COALESCE(s.region_id, d.region_id) AS region_id
     FROM staff s LEFT JOIN department d ON d.id = s.department_id WHERE s.id = ?`,
    [staffId],
  );
  if (!person || person.status === 'LEFT') return null;
  const reached = await reachOf(database, person, options.now);
  const deputyFor = await principals(database, reached.principals, options);
  const text = (value: unknown) => (value == null ? null : String(value));
  const roles = options.mustChangePassword ? [] : await rolesOf(database, staffId, options.now, options.zone);
  return {
    staffId: String(person.id),
    login: person.login,
    displayName: person.display_name,
    roles,
    ...(await scopePart(database, roles, options.now)),
    departmentId: text(person.department_id),
    departmentIds: reached.departments,
    storeId: person.department_kind === 'STORE' ? text(person.department_id) : null,
    regionIds: reached.regions,
    teamIds: reached.team,
    language: 'zh-Hans',
    via: options.via,
    mustChangePassword: options.mustChangePassword,
    ...(deputyFor.length > 0 ? { deputyFor } : {}),
  };
}

/** Those for whom a person stands in now; nobody stands in for somebody else's principals. */
async function principals(
  database: Queryable,
  staffIds: readonly string[],
  options: ActorOptions,
): Promise<Actor[]> {
  if (options.mustChangePassword) return [];
  const found: Actor[] = [];
  for (const staffId of staffIds) {
    const { deputyFor: _, ...actor } = (await loadActor(database, staffId, options)) ?? {};
    if ('staffId' in actor) found.push(actor as Actor);
  }
  return found;
}

/** The roles of a person by grants that are approved and hold now. */
export async function rolesOf(
  database: Queryable,
  staffId: string,
  now: Date,
  zone: string,
): Promise<Role[]> {
  const rows = await database.query<{ role: string }>(
    `SELECT DISTINCT g.role FROM role_grant g WHERE g.staff_id = ? AND ${grantHolds}`,
    [staffId, ...holdingAt(now, zone)],
  );
  const held = new Set(rows.map((row) => row.role));
  return role.codes.filter((code) => held.has(code));
}

/**
 * The departments, regions and people below a person: the own department and those that the person
 * heads, the own region and those that the person manages, everybody in the line of supervisors.
 * A circle in the data ends by itself, since a row is visited once.
 */
async function reachOf(database: Queryable, person: PersonColumns, now: Date) {
  const rows = await database.query<{ what: string; id: string }>(
    `WITH RECURSIVE
       below_department (id) AS (
         SELECT id FROM department WHERE id = ? OR head_id = ?
         UNION SELECT d.id FROM department d JOIN below_department b ON d.parent_id = b.id),
       below_region (id) AS (
         SELECT id FROM region WHERE id = ? OR manager_id = ?
         UNION SELECT r.id FROM region r JOIN below_region b ON r.parent_id = b.id),
       below_person (id) AS (
         SELECT id FROM staff WHERE id = ?
         UNION SELECT s.id FROM staff s JOIN below_person b ON s.supervisor_id = b.id)
     SELECT 'department' AS what, id FROM below_department
     UNION ALL SELECT 'region', id FROM below_region
     UNION ALL SELECT 'person', id FROM below_person
     UNION ALL SELECT 'principal', from_id FROM delegation WHERE to_id = ? AND ${delegationHolds}`,
    [person.department_id, person.id, person.region_id, person.id, person.id, person.id, ...delegatedAt(now)],
  );
  const ids = (what: string) =>
    rows
      .filter((row) => row.what === what)
      .map((row) => String(row.id))
      .sort((a, b) => Number(a) - Number(b));
  return {
    departments: ids('department'),
    regions: ids('region'),
    team: ids('person'),
    principals: [...new Set(ids('principal'))].filter((id) => id !== String(person.id)),
  };
}

/** The operator at the server's own tool: no person, the rights of an administrator, marked as such in the audit trail. */
export function operatorActor(): Actor {
  return {
    staffId: '0',
    login: null,
    displayName: 'operator',
    roles: ['SYS_ADMIN'],
    departmentId: null,
    departmentIds: [],
    storeId: null,
    regionIds: [],
    teamIds: [],
    language: 'zh-Hans',
    via: 'operator',
    mustChangePassword: false,
  };
}
