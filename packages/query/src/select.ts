import { type Leaf, maskValue, type NodePlan, type Read, reader, zonedReader } from './answers.js';
import type { ReadCodec } from './codec.js';
import { showingGrants } from './column-policy.js';
import type { Compilation } from './compilation.js';
import { fieldSql } from './fields.js';
import type { ReadField } from './model.js';
import type { Place } from './place.js';
import { grantsReach, isEverything } from './row-policy.js';
import { all, any, join, no, raw, type Sql, sql, yes } from './sql.js';

/** The selected columns of one statement; the same column is selected once. */
export class SelectList {
  private readonly columns: Sql[] = [];
  private readonly known = new Map<string, number>();
  /** Flags that tell row by row what may be shown, by record and by grants. */
  readonly flags = new Map<string, number>();

  get size(): number {
    return this.columns.length;
  }

  add(column: Sql): number {
    const found = column.binds.length === 0 ? this.known.get(column.text) : undefined;
    if (found !== undefined) return found;
    const index = this.columns.push(column) - 1;
    if (column.binds.length === 0) this.known.set(column.text, index);
    return index;
  }

  sql(): Sql {
    return this.columns.length === 0 ? raw('1') : join(this.columns, ', ');
  }
}

/** The field that a name of the selection means: an enum's companion `stateLabel` reads `state`. */
export function selectedField(place: Place, name: string): ReadField | undefined {
  const field = place.kind.fields.get(name);
  if (field || !name.endsWith('Label')) return field;
  const companion = place.kind.fields.get(name.slice(0, -5));
  return companion?.type === 'enum' ? companion : undefined;
}

/** Adds a field to a record's plan, masked or hidden as the policy says for each row. */
export function selectField(
  c: Compilation,
  list: SelectList,
  place: Place,
  field: ReadField,
  node: NodePlan,
  zonedKey: string | null,
  path: string,
): void {
  const key = zonedKey ?? field.name;
  if (node.leaves.some((leaf: Leaf) => leaf.key === key)) return;
  const read = shownAs(c, list, place, field, path);
  node.leaves.push({ key, read: zonedKey === null ? read : zonedReader(read) });
}

/** The value as the reader sees it. */
function shownAs(c: Compilation, list: SelectList, place: Place, field: ReadField, path: string): Read {
  const { plain, shown } = showingGrants(c, place.kind, field);
  const { grants } = c.kindPolicy(place.kind.name);
  if (shown.length === 0 && grants.length > 0) {
    c.refuse('fieldForbidden', `${place.kind.name}.${field.name}`, path);
  }
  const plainly = any([
    reach(c, place, plain),
    field.protectedWhen ? all([reach(c, place, shown), unprotected(place, field.protectedWhen)]) : no,
  ]);
  const atAll = reach(c, place, shown);
  if (plainly === yes) return plainRead(c, list, place, field);
  if (plainly === no && atAll === yes) return maskedRead(list, place, field);
  return rowByRow(c, list, place, field, plainly, atAll);
}

/** Whether one of the grants reaches the (visible) record; decided here when the grants alone tell. */
function reach(c: Compilation, place: Place, indexes: readonly number[]): Sql {
  const { grants } = c.kindPolicy(place.kind.name);
  if (indexes.length === grants.length) return yes;
  if (indexes.some((i) => isEverything(grants[i]?.where ?? { or: [] }))) return yes;
  return grantsReach(c, place.forPolicy(), indexes);
}

function unprotected(place: Place, when: NonNullable<ReadField['protectedWhen']>): Sql {
  const field = place.kind.fields.get(when.field);
  if (!field) throw new Error(`The read model has no field ${place.kind.name}.${when.field}.`);
  return sql`NOT (${fieldSql(place, field)} <=> ${() => when.equals})`;
}

function plainRead(c: Compilation, list: SelectList, place: Place, field: ReadField): Read {
  if (!field.encrypted) return reader(field.type, list.add(fieldSql(place, field)));
  const index = list.add(raw(place.column(field.encrypted.cipher)));
  const { codec } = c.parts;
  return (row) => decrypted(codec, row[index]);
}

function decrypted(codec: ReadCodec, cipher: unknown): string | null {
  return cipher === null || cipher === undefined ? null : codec.decrypt(cipher as Buffer);
}

function maskedRead(list: SelectList, place: Place, field: ReadField): Read {
  if (field.encrypted) return reader('text', list.add(raw(place.column(field.encrypted.mask))));
  const index = list.add(fieldSql(place, field));
  return (row) => maskValue(field, row[index]);
}

function rowByRow(
  c: Compilation,
  list: SelectList,
  place: Place,
  field: ReadField,
  plainly: Sql,
  atAll: Sql,
): Read {
  if (field.encrypted) {
    const { cipher, mask } = field.encrypted;
    const cipherIndex = list.add(sql`CASE WHEN ${plainly} THEN ${place.column(cipher)} END`);
    const maskIndex = list.add(sql`CASE WHEN ${atAll} THEN ${place.column(mask)} END`);
    const { codec } = c.parts;
    return (row) => decrypted(codec, row[cipherIndex]) ?? row[maskIndex] ?? null;
  }
  const flag = flagged(c, list, place, field, plainly, atAll);
  const index = list.add(fieldSql(place, field));
  const read = reader(field.type, index);
  return (row, run) => {
    const level = Number(row[flag]);
    return level === 2 ? read(row, run) : level === 1 ? maskValue(field, row[index]) : null;
  };
}

function flagged(
  c: Compilation,
  list: SelectList,
  place: Place,
  field: ReadField,
  plainly: Sql,
  atAll: Sql,
): number {
  const { plain, shown } = showingGrants(c, place.kind, field);
  const when = field.protectedWhen ? `${field.protectedWhen.field}=${field.protectedWhen.equals}` : '';
  const name = `${place.alias} ${plain.join(',')} ${shown.join(',')} ${when}`;
  const known = list.flags.get(name);
  if (known !== undefined) return known;
  const index = list.add(sql`CASE WHEN ${plainly} THEN 2 WHEN ${atAll} THEN 1 ELSE 0 END`);
  list.flags.set(name, index);
  return index;
}
