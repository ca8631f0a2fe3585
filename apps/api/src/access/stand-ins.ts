import type { Queryable } from '@kehu/database/connection';
import { storedInstant } from '../records/decode.js';

/** Whatever asks the database: a connection, or an act's own transaction. */
type Asked = Pick<Queryable, 'query'>;

/** SQL on `delegation`: holds now (B7.7). Takes the values of `delegatedAt`. */
export const delegationHolds = 'starts_at <= ? AND ends_at > ? AND (ended_at IS NULL OR ended_at > ?)';

export function delegatedAt(now: Date): [string, string, string] {
  const at = storedInstant(now);
  return [at, at, at];
}

/** Whom a person stands in for at an instant; the principals of those are not among them. */
export async function principalsOf(asked: Asked, staffId: string, now: Date): Promise<string[]> {
  const rows = await asked.query<{ id: unknown }>(
    `SELECT DISTINCT from_id AS id FROM delegation WHERE to_id = ? AND ${delegationHolds} ORDER BY from_id`,
    [staffId, ...delegatedAt(now)],
  );
  return rows.map(({ id }) => String(id));
}

/** Who stands in for a person at an instant. */
export async function deputiesOf(asked: Asked, staffId: string, now: Date): Promise<string[]> {
  const rows = await asked.query<{ id: unknown }>(
    `SELECT DISTINCT to_id AS id FROM delegation WHERE from_id = ? AND ${delegationHolds} ORDER BY to_id`,
    [staffId, ...delegatedAt(now)],
  );
  return rows.map(({ id }) => String(id));
}

/** For everybody who stands in for somebody at an instant: for whom. */
export async function allPrincipals(asked: Asked, now: Date): Promise<ReadonlyMap<string, string[]>> {
  const rows = await asked.query<{ from: unknown; to: unknown }>(
    `SELECT DISTINCT from_id AS \`from\`, to_id AS \`to\` FROM delegation WHERE ${delegationHolds} ORDER BY from_id`,
    delegatedAt(now),
  );
  const found = new Map<string, string[]>();
  for (const { from, to } of rows) found.set(String(to), [...(found.get(String(to)) ?? []), String(from)]);
  return found;
}
