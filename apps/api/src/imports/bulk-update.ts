import type { Queryable } from '@kehu/database/connection';
import type { SqlValue } from '@kehu/database/pool';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { StoredRow } from '../records/encode.js';

/** A row that changes: the columns that differ, and the version that they were compared with. */
export interface RowChange {
  readonly id: string;
  readonly version: number;
  readonly columns: StoredRow;
}

/** Somebody changed a row between its reading and its writing. */
export class ChangedMeanwhileError extends Error {
  constructor(kind: string) {
    super(`A record of ${kind} was changed by somebody else during the import.`);
    this.name = 'ChangedMeanwhileError';
  }
}

const rowsPerStatement = 300;

/**
 * Changes many rows, those with the same columns in one statement. Throws `ChangedMeanwhileError`
 * when a version is no longer the one given. `bump`: the version grows; not for records that the
 * same import made.
 */
export async function updateRows(
  connection: Queryable,
  kind: Kind,
  changes: readonly RowChange[],
  now: Date,
  bump: boolean,
): Promise<void> {
  const groups = new Map<string, RowChange[]>();
  for (const change of changes) {
    const columns = Object.keys(change.columns).sort().join(',');
    const group = groups.get(columns);
    if (group) group.push(change);
    else groups.set(columns, [change]);
  }
  for (const [names, group] of groups) {
    for (let at = 0; at < group.length; at += rowsPerStatement) {
      await updateGroup(
        connection,
        kind,
        names.split(','),
        group.slice(at, at + rowsPerStatement),
        now,
        bump,
      );
    }
  }
}

async function updateGroup(
  connection: Queryable,
  kind: Kind,
  columns: readonly string[],
  changes: readonly RowChange[],
  now: Date,
  bump: boolean,
): Promise<void> {
  const values: SqlValue[] = [];
  const selects = changes.map(({ id, version, columns: row }, index) => {
    values.push(id, version, ...columns.map((column) => row[column] ?? null));
    const names = index === 0 ? ['id', 'version', ...columns.map((_, n) => `c${n}`)] : [];
    return `SELECT ${
      names.length > 0
        ? names.map((name) => `? AS ${name}`).join(', ')
        : columns
            .concat('', '')
            .map(() => '?')
            .join(', ')
    }`;
  });
  const set = columns.map((column, n) => `t.\`${column}\` = v.c${n}`);
  if (bump) set.push('t.version = t.version + 1', `t.updated_at = '${sqlTime(now)}'`);
  const { affectedRows } = await connection.change(
    `UPDATE ${kind.table} t JOIN (${selects.join(' UNION ALL ')}) v ON v.id = t.id AND v.version = t.version SET ${set.join(', ')}`,
    values,
  );
  if (affectedRows !== changes.length) throw new ChangedMeanwhileError(kind.name);
}

/** A time as the tables hold it. */
export function sqlTime(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '');
}
