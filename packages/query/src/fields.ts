import type { ReadField } from './model.js';
import type { Place } from './place.js';
import { raw, type Sql, sql } from './sql.js';

/** The value of a field in SQL. An encrypted field has none; whoever uses one is refused in the end. */
export function fieldSql(place: Place, field: ReadField): Sql {
  if (field.derived) return derivedSql(place, field, field.derived);
  if (field.encrypted) return raw('NULL');
  if (field.column === undefined) throw new Error(`${place.kind.name}.${field.name} has no column.`);
  return raw(place.column(field.column));
}

/** Whether the value can be null where it stands. */
export function isNullable(place: Place, field: ReadField): boolean {
  return place.optional || field.nullable || field.derived !== undefined;
}

function derivedSql(place: Place, { scale }: ReadField, derived: NonNullable<ReadField['derived']>): Sql {
  const named = (name: string) => {
    const field = place.kind.fields.get(name);
    if (!field) throw new Error(`The read model has no field ${place.kind.name}.${name}.`);
    return fieldSql(place, field);
  };
  if (derived.op === 'daysBetween') {
    const [from, to] = [named(derived.from), named(derived.to)];
    const days = sql`TIMESTAMPDIFF(MICROSECOND, ${from}, ${to}) / 86400000000e0`;
    return derived.less === undefined
      ? sql`(${days})`
      : sql`GREATEST(${days} - COALESCE(${named(derived.less)}, 0) / 86400e0, 0e0)`;
  }
  const [left, right] = [named(derived.left), named(derived.right)];
  if (derived.op === 'times') return sql`ROUND(${left} * ${right}, ${raw(String(scale ?? 4))})`;
  return sql`(${left} > ${right})`;
}

/** What a field is sorted by: its sort column; an enum by the declared order of its codes. Null stays smallest. */
export function sortSql(place: Place, field: ReadField): Sql {
  if (field.sortColumn !== undefined) return raw(place.column(field.sortColumn));
  const value = fieldSql(place, field);
  if (field.type !== 'enum' || !field.codes || inTextOrder(field.codes)) return value;
  const codes = field.codes.map((code) => `'${code.replace(/[^\w-]/g, '')}'`).join(', ');
  return sql`NULLIF(FIELD(${value}, ${codes}), 0)`;
}

/** Whether the declared order is that of the texts, so that the column and its index can serve. */
function inTextOrder(codes: readonly string[]): boolean {
  return codes.every((code, i) => i === 0 || (codes[i - 1] ?? '') < code);
}
