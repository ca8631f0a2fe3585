import type { Role } from '@kehu/domain/access/roles';
import { grantHolds, holdingAt } from '../../../access/role-holders.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';

/** Somebody who may be given a case. */
export interface Candidate {
  readonly id: string;
  readonly departmentId: string | null;
  readonly regionId: string | null;
  readonly onLeave: boolean;
  readonly roles: readonly Role[];
  /** Cases on the desk already. */
  readonly load: number;
}

/** Everybody who holds one of some roles now, with what lies on the desk. */
export async function peopleWith(source: FactSource, roles: readonly Role[]): Promise<Candidate[]> {
  if (roles.length === 0) return [];
  const rows = await source.rows<{
    id: unknown;
    department_id: unknown;
    region_id: unknown;
    status: string;
    role: Role;
    cases: unknown;
  }>(
    `SELECT s.id, s.department_id, COALESCE(s.region_id, d.region_id) AS region_id, s.status, g.role,
       (SELECT COUNT(*) FROM complaint c WHERE c.desk_id = s.id) AS cases
     FROM staff s JOIN role_grant g ON g.staff_id = s.id LEFT JOIN department d ON d.id = s.department_id
     WHERE g.role IN (${marks(roles)}) AND ${grantHolds} AND s.status <> 'LEFT' ORDER BY s.id`,
    [...roles, ...holdingAt(source.now, source.zone)],
  );
  const found = new Map<string, Candidate>();
  const text = (value: unknown) => (value == null ? null : String(value));
  for (const row of rows) {
    const id = String(row.id);
    found.set(id, {
      id,
      departmentId: text(row.department_id),
      regionId: text(row.region_id),
      onLeave: row.status === 'LEAVE',
      roles: [...(found.get(id)?.roles ?? []), row.role],
      load: Number(row.cases),
    });
  }
  return [...found.values()];
}
