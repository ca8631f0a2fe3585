import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Where } from '@kehu/query/arguments';
import type { RecordRow } from '../records/encode.js';

/** Gets a record that a filter looks into; null when there is none. */
export interface Loader {
  (kind: string, id: string): Promise<RecordRow | null>;
  /** The records of a kind whose relation (`complaint`) points to a record; for rules that say `some`. */
  readonly children?: (kind: string, relation: string, id: string) => Promise<readonly RecordRow[]>;
}

/**
 * Whether a record that is at hand (a locked target, a record about to be created) fits a row rule. It
 * understands what the departments' policies are written in: `and`, `or`, `not`, `eq`, `in`, `isNull`,
 * to-one relations, `some` of to-many relations. The read engine compiles the same rules to SQL; a test
 * holds the two together.
 */
export async function matches(where: Where, kind: Kind, row: RecordRow, load: Loader): Promise<boolean> {
  for (const [key, condition] of Object.entries(where)) {
    if (!(await holds(key, condition, kind, row, load))) return false;
  }
  return true;
}

async function holds(
  key: string,
  condition: unknown,
  kind: Kind,
  row: RecordRow,
  load: Loader,
): Promise<boolean> {
  if (key === 'and' || key === 'or') {
    for (const part of condition as readonly Where[]) {
      const fits = await matches(part, kind, row, load);
      if (fits !== (key === 'and')) return fits;
    }
    return key === 'and';
  }
  if (key === 'not') return !(await matches(condition as Where, kind, row, load));
  if (key === 'id') return compare(condition, String(row.id));
  const field = kind.fields[key];
  if (field?.is === 'column') return compare(condition, row[key] ?? null);
  if (field?.is !== 'toOne') return ofChildren(key, condition as Where, kind, row, load);
  const id = row[`${key}Id`];
  const inner = condition as Where;
  const names = Object.keys(inner);
  if (names.length === 1 && names[0] === 'id') return compare(inner.id, id == null ? null : String(id));
  if (id == null) return false;
  const target = await load(field.target, String(id));
  return target !== null && matches(inner, kindNamed(field.target), target, load);
}

/** `some` of the records that point here; a record about to be created has none. */
async function ofChildren(
  key: string,
  condition: Where,
  kind: Kind,
  row: RecordRow,
  load: Loader,
): Promise<boolean> {
  const found = relationInto(kind, key);
  const [quantifier, ...others] = Object.keys(condition);
  if (!found || quantifier !== 'some' || others.length > 0 || !load.children)
    throw new Error(`A row rule of ${kind.name} names ${key}, which it cannot look into.`);
  if (row.id == null) return false;
  for (const child of await load.children(found.kind.name, found.relation, String(row.id))) {
    if (await matches(condition.some as Where, found.kind, child, load)) return true;
  }
  return false;
}

/** The to-one relation of another kind whose inverse is this list. */
function relationInto(kind: Kind, inverse: string): { kind: Kind; relation: string } | null {
  for (const other of catalogue as readonly Kind[]) {
    for (const [relation, field] of Object.entries(other.fields)) {
      if (field.is === 'toOne' && field.target === kind.name && field.inverse === inverse)
        return { kind: other, relation };
    }
  }
  return null;
}

function compare(condition: unknown, value: unknown): boolean {
  return Object.entries(condition as Where).every(([operator, operand]) => {
    if (operator === 'eq') return value === operand;
    if (operator === 'in') return (operand as readonly unknown[]).includes(value);
    if (operator === 'isNull') return (value === null || value === undefined) === operand;
    throw new Error(`A row rule uses the operator ${operator}, which it cannot.`);
  });
}
