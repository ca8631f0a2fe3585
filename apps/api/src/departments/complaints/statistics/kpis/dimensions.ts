import type { KpiDimension, KpiRows } from '@kehu/domain/kpi/kpi';
import { nested as at, type Chosen } from '../../../../graphql/select.js';

/** How rows are split by a dimension: the path from the case to the record or field, and how it is named. */
interface Split {
  readonly path: readonly string[];
  /** Records are grouped by their id and named by this field; codes name themselves. */
  readonly title: string | null;
  /** The vocabulary of the codes. */
  readonly enum?: true;
}

const splits: Readonly<Record<KpiDimension, Split>> = {
  STORE: { path: ['store'], title: 'name' },
  DEPARTMENT: { path: ['handlingDepartment'], title: 'name' },
  HANDLER: { path: ['handler'], title: 'displayName' },
  CATEGORY: { path: ['category'], title: null, enum: true },
  SEVERITY: { path: ['severity'], title: null, enum: true },
  PROCEDURE: { path: ['procedure'], title: null, enum: true },
  CHANNEL: { path: ['channel'], title: null, enum: true },
  PRODUCT: { path: ['product'], title: 'name' },
};

/** Where orders belong to a store or product: by their customer. */
const ofOrders: Partial<Record<KpiDimension, readonly string[]>> = { STORE: ['customer', 'store'] };

export interface Grouping {
  readonly path: readonly string[];
  readonly title: string | null;
  readonly groupBy: Readonly<Record<string, unknown>>;
  readonly key: Chosen;
}

/** The grouping of rows of a kind by a dimension; null where such rows cannot be split by it. */
export function groupingOf(rows: KpiRows, by: KpiDimension): Grouping | null {
  const split = splits[by];
  const path =
    rows.kind === 'Complaint'
      ? split.path
      : rows.complaint
        ? [rows.complaint, ...split.path]
        : rows.kind === 'Order'
          ? ofOrders[by]
          : undefined;
  if (!path) return null;
  const { title } = split;
  const groupBy = title ? at([...path, 'id'], 'VALUE') : at(path, 'VALUE');
  const key = title ? at(path, { id: true, [title]: true }) : at(path, true);
  return { path, title, groupBy, key: key as Chosen };
}

/** The key of a group and how people call it. */
export function keyOf(
  answer: unknown,
  { path, title }: Grouping,
): { key: string | null; name: string | null } {
  let value: unknown = answer;
  for (const name of path) value = (value as Record<string, unknown> | null)?.[name] ?? null;
  if (value === null) return { key: null, name: null };
  if (!title) return { key: String(value), name: String(value) };
  const record = value as Record<string, unknown>;
  return record.id == null
    ? { key: null, name: null }
    : { key: String(record.id), name: text(record[title]) };
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** The filter that keeps the rows of one group. */
export function ofGroup({ path, title }: Grouping, key: string | null): Record<string, unknown> {
  const operator = key === null ? { isNull: true } : { eq: key };
  return title ? at([...path, 'id'], operator) : at(path, operator);
}
