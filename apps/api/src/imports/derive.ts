import type { Queryable } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { DerivedRule, DerivedSpec } from '@kehu/importer/profile/profile';
import type { FieldCodec } from '../records/codec.js';
import type { DriverRow } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import { type RowChange, updateRows } from './bulk-update.js';
import type { ChangeTrail, TrailChange } from './change-trail.js';
import { differences } from './compare.js';
import { sqlColumn } from './sql-column.js';

export interface DeriveInput {
  readonly connection: Queryable;
  readonly codec: FieldCodec;
  readonly now: Date;
  readonly trail: ChangeTrail;
  /** Records that the run itself made: their version does not grow. */
  readonly isOwn: (id: string) => boolean;
}

/**
 * Computes the derived fields of some records from the children that are in the database now (of this
 * run or another), and writes those that differ. Sums are exact (DECIMAL); the latest child is the one
 * with the latest time, of two equal ones the one that came in last. Answers the ids that changed.
 */
export async function derive(
  spec: DerivedSpec,
  ids: readonly string[],
  input: DeriveInput,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const parent = kindNamed(spec.kind);
  const child = kindNamed(spec.of);
  const wanted = new Map<string, Record<string, unknown>>();
  for (const is of ['sum', 'latest'] as const) {
    const rules = [...spec.set].filter(([, rule]) => rule.is === is);
    if (rules.length === 0) continue;
    const sql = is === 'sum' ? sumStatement(spec, child, rules) : latestStatement(spec, child, rules);
    for (const { k, ...values } of await input.connection.query<Record<string, unknown>>(sql, [ids])) {
      const row = wanted.get(String(k)) ?? {};
      rules.forEach(([field], index) => {
        row[propertyOf(parent, field)] = values[`v${index}`] ?? null;
      });
      wanted.set(String(k), row);
    }
  }
  return writeDifferences(parent, wanted, input);
}

async function writeDifferences(
  kind: Kind,
  wanted: ReadonlyMap<string, RecordRow>,
  { connection, codec, now, isOwn, trail }: DeriveInput,
): Promise<string[]> {
  if (wanted.size === 0) return [];
  const stored = await connection.query<DriverRow>(`SELECT * FROM ${kind.table} WHERE id IN (?)`, [
    [...wanted.keys()],
  ]);
  const own: RowChange[] = [];
  const grown: RowChange[] = [];
  const trailed: TrailChange[] = [];
  for (const row of stored) {
    const id = String(row.id);
    const said = wanted.get(id) ?? {};
    const columns = differences(kind, row, said, codec);
    if (!columns) continue;
    (isOwn(id) ? own : grown).push({ id, version: Number(row.version), columns });
    if (!isOwn(id)) trailed.push({ stored: row, wanted: said });
  }
  await updateRows(connection, kind, own, now, false);
  await updateRows(connection, kind, grown, now, true);
  await trail(connection, kind, trailed);
  return [...own, ...grown].map(({ id }) => id);
}

type NamedRule = readonly [string, DerivedRule];

function sumStatement({ by }: DerivedSpec, child: Kind, rules: readonly NamedRule[]): string {
  const key = sqlColumn(child, by);
  const sums = rules.map(([, rule], index) => `SUM(\`${sqlColumn(child, rule.field)}\`) AS v${index}`);
  return `SELECT ${key} AS k, ${sums.join(', ')} FROM ${child.table} WHERE ${key} IN (?) GROUP BY ${key}`;
}

function latestStatement({ by }: DerivedSpec, child: Kind, rules: readonly NamedRule[]): string {
  const key = sqlColumn(child, by);
  const [first] = rules;
  const order = first?.[1].is === 'latest' ? sqlColumn(child, first[1].order) : 'id';
  const values = rules.map(([, rule], index) => `\`${sqlColumn(child, rule.field)}\` AS v${index}`);
  return (
    `SELECT * FROM (SELECT ${key} AS k, ${values.join(', ')}, ROW_NUMBER() OVER (PARTITION BY ${key} ORDER BY ` +
    `${order} DESC, id DESC) AS n FROM ${child.table} WHERE ${key} IN (?)) ranked WHERE n = 1`
  );
}

function propertyOf(kind: Kind, field: string): string {
  return kind.fields[field]?.is === 'toOne' ? `${field}Id` : field;
}
