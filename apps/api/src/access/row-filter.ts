import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Where } from '@kehu/query/arguments';
import type { RecordRow } from '../records/encode.js';

/** Gets a record that a filter looks into; null when there is none. */
export type Loader = (kind: string, id: string) => Promise<RecordRow | null>;

/**
 * Whether a record that is at hand (a locked target, a record about to be created) fits a row rule. It
 * understands what the departments' policies are written in: `and`, `or`, `eq`, `in`, to-one relations.
 * The read engine compiles the same rules to SQL; a test holds the two together.
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
  if (key === 'id') return compare(condition, String(row.id));
  const field = kind.fields[key];
  if (field?.is === 'column') return compare(condition, row[key]);
  if (field?.is !== 'toOne')
    throw new Error(`A row rule of ${kind.name} names ${key}, which it cannot look into.`);
  const id = row[`${key}Id`];
  if (id == null) return false;
  const inner = condition as Where;
  const names = Object.keys(inner);
  if (names.length === 1 && names[0] === 'id') return compare(inner.id, String(id));
  const target = await load(field.target, String(id));
  return target !== null && matches(inner, kindNamed(field.target), target, load);
}

function compare(condition: unknown, value: unknown): boolean {
  return Object.entries(condition as Where).every(([operator, operand]) => {
    if (operator === 'eq') return value === operand;
    if (operator === 'in') return (operand as readonly unknown[]).includes(value);
    throw new Error(`A row rule uses the operator ${operator}, which it cannot.`);
  });
}
