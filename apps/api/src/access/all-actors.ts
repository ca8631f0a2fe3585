import type { Queryable } from '@kehu/database/connection';
import type { Actor } from '@kehu/domain/access/actor';
import { type Role, role } from '@kehu/domain/access/roles';
import { dayIn } from '@kehu/domain/text/dates';
import { storedInstant } from '../records/decode.js';
import { keyAccountScopeAt } from './key-account-scope.js';
import { allPrincipals } from './stand-ins.js';

interface Person {
  readonly id: string;
  readonly login: string | null;
  readonly display_name: string;
  readonly department_id: string | null;
  readonly region_id: string | null;
  readonly supervisor_id: string | null;
}
interface Node {
  readonly id: string;
  readonly parent_id: string | null;
  readonly leader_id: string | null;
  readonly kind?: string;
  readonly region_id?: string | null;
}

/**
 * Everybody who may sign in and holds a role or stands in for somebody, as actors, in five statements however
 * many there are: for
 * "who can see this record".
 */
export async function allActors(database: Queryable, now: Date, zone: string): Promise<Actor[]> {
  const people = await database.query<Person>(
    "SELECT id, login, display_name, department_id, region_id, supervisor_id FROM staff WHERE status <> 'LEFT'",
  );
  const departments = await database.query<Node>(
    'SELECT id, parent_id, head_id AS leader_id, kind, region_id FROM department',
  );
  const regions = await database.query<Node>('SELECT id, parent_id, manager_id AS leader_id FROM region');
  const held = await heldRoles(database, now, zone);
  const keyAccountScope = await keyAccountScopeAt(database, now);
  const belowDepartment = tree(departments.map(({ id, parent_id }) => [String(id), text(parent_id)]));
  const belowRegion = tree(regions.map(({ id, parent_id }) => [String(id), text(parent_id)]));
  const belowPerson = tree(people.map(({ id, supervisor_id }) => [String(id), text(supervisor_id)]));
  const byId = new Map(departments.map((node) => [String(node.id), node]));
  const principals = await allPrincipals(database, now);
  const everybody = people.flatMap((person): Actor[] => {
    const staffId = String(person.id);
    const roles = held.get(staffId);
    if (!roles && !principals.has(staffId)) return [];
    const departmentId = text(person.department_id);
    const department = departmentId === null ? undefined : byId.get(departmentId);
    const led = (nodes: readonly Node[]) =>
      nodes.filter((n) => text(n.leader_id) === staffId).map((n) => String(n.id));
    const region = text(person.region_id) ?? text(department?.region_id ?? null);
    return [
      {
        staffId,
        login: person.login,
        displayName: person.display_name,
        roles: role.codes.filter((code) => roles?.has(code)),
        ...(roles?.has('KAM') ? { keyAccountScope } : {}),
        departmentId,
        departmentIds: below(belowDepartment, [
          ...(departmentId === null ? [] : [departmentId]),
          ...led(departments),
        ]),
        storeId: department?.kind === 'STORE' ? departmentId : null,
        regionIds: below(belowRegion, [...(region === null ? [] : [region]), ...led(regions)]),
        teamIds: below(belowPerson, [staffId]),
        language: 'zh-Hans',
        via: 'session',
        mustChangePassword: false,
      },
    ];
  });
  const known = new Map(everybody.map((actor) => [actor.staffId, actor]));
  return everybody
    .filter(({ login }) => login !== null)
    .map((actor) => {
      const deputyFor = (principals.get(actor.staffId) ?? []).flatMap((id) => known.get(id) ?? []);
      return deputyFor.length > 0 ? { ...actor, deputyFor } : actor;
    });
}

async function heldRoles(database: Queryable, now: Date, zone: string): Promise<Map<string, Set<Role>>> {
  const at = storedInstant(now);
  const rows = await database.query<{ staff_id: string; role: Role }>(
    `SELECT staff_id, role FROM role_grant WHERE state = 'ACTIVE' AND (valid_from IS NULL OR valid_from <= ?)
       AND (valid_to IS NULL OR valid_to > ?) AND (expires_on IS NULL OR expires_on >= ?)`,
    [at, at, dayIn(zone, now)],
  );
  const held = new Map<string, Set<Role>>();
  for (const row of rows) {
    const roles = held.get(String(row.staff_id)) ?? new Set<Role>();
    held.set(String(row.staff_id), roles.add(row.role));
  }
  return held;
}

const text = (value: unknown): string | null => (value == null ? null : String(value));

function tree(nodes: readonly (readonly [string, string | null])[]): ReadonlyMap<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [id, parent] of nodes) {
    if (parent === null) continue;
    const list = children.get(parent) ?? [];
    list.push(id);
    children.set(parent, list);
  }
  return children;
}

/** The starts and everything below them, each once, in the order of their ids. */
function below(children: ReadonlyMap<string, string[]>, starts: readonly string[]): string[] {
  const found = new Set<string>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return [...found].sort((a, b) => Number(a) - Number(b));
}
