import type { Role } from '@kehu/domain/access/roles';
import { dayIn } from '@kehu/domain/text/dates';
import type { Work } from '../commands/command.js';
import { storedInstant } from '../records/decode.js';
import { marks } from '../records/marks.js';

/** That a grant `g` is approved and holds; its three values are those of `holdingAt`. */
export const grantHolds = `g.state = 'ACTIVE' AND (g.valid_from IS NULL OR g.valid_from <= ?)
  AND (g.valid_to IS NULL OR g.valid_to > ?) AND (g.expires_on IS NULL OR g.expires_on >= ?)`;

/** The values of `grantHolds`: the instant twice, and its day in the organisation's zone. */
export function holdingAt(now: Date, zone: string): string[] {
  const at = storedInstant(now);
  return [at, at, dayIn(zone, now)];
}

/** People who hold one of these roles now and work here, lowest id first; `more` is asked of the person `s`. */
export async function holdersOf(
  work: Pick<Work, 'rows' | 'now' | 'context'>,
  roles: readonly Role[],
  more = 'TRUE',
): Promise<string[]> {
  const rows = await work.rows<{ id: unknown }>(
    `SELECT DISTINCT s.id FROM staff s JOIN role_grant g ON g.staff_id = s.id
     WHERE g.role IN (${marks(roles)}) AND ${grantHolds} AND s.status <> 'LEFT' AND ${more} ORDER BY s.id`,
    [...roles, ...holdingAt(work.now, work.context.organisation.zone)],
  );
  return rows.map(({ id }) => String(id));
}
