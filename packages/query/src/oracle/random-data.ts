import type { ReadField, ReadKind, ReadModel } from '../model.js';
import type { Draw } from './draw.js';
import { isOneToOne } from './random-model.js';
import type { Value } from './values.js';
import type { Row, World } from './world.js';

/** The days around which all times lie; `now` of the tests is the last of them. */
export const epoch = Date.UTC(2026, 2, 15, 7, 30);

const texts = [
  '',
  'Anna',
  'anna',
  'ANNE',
  '营业',
  '營業部',
  "O'Hara",
  '100%',
  'a_b',
  'back\\slash',
  '😀 ok',
  'zz',
];

/** Folds case and the two Han characters that the texts of the tests contain in both scripts. */
export function testFold(text: string): string {
  return text.toLowerCase().replaceAll('營', '营').replaceAll('業', '业');
}

/** Stands for pinyin: another order than that of the text itself, with ties. */
export function testSortKey(text: string): string {
  return Array.from(testFold(text)).reverse().slice(0, 3).join('');
}

/** Up to `most` rows for each kind; ids do not start at one and differ between kinds. */
export function randomWorld(draw: Draw, model: ReadModel, most: number): World {
  const rows = new Map<string, readonly Row[]>();
  const counts = new Map<string, number>();
  for (const kind of model.kinds.values()) counts.set(kind.name, draw.integer(draw.chance(10) ? 0 : 3, most));
  for (const [i, kind] of [...model.kinds.values()].entries()) {
    const taken = new Set<string>();
    rows.set(
      kind.name,
      draw.times(counts.get(kind.name) ?? 0, (n) => randomRow(draw, model, kind, idOf(i, n), counts, taken)),
    );
  }
  return { model, rows, fold: testFold, sortKey: testSortKey };
}

function idOf(kindIndex: number, n: number): string {
  return String((kindIndex + 1) * 1000 + n * 7);
}

function randomRow(
  draw: Draw,
  model: ReadModel,
  kind: ReadKind,
  id: string,
  counts: ReadonlyMap<string, number>,
  taken: Set<string>,
): Row {
  const row: Record<string, Value> & { id: string } = { id };
  for (const field of kind.fields.values()) {
    if (field.name !== 'id' && !field.derived) row[field.name] = randomValue(draw, field);
  }
  for (const relation of kind.relations.values()) {
    if (relation.is !== 'one' || relation.column === undefined) continue;
    const targetIndex = [...model.kinds.keys()].indexOf(relation.target);
    const count = counts.get(relation.target) ?? 0;
    let other = count === 0 || draw.chance(12) ? null : idOf(targetIndex, draw.integer(0, count - 1));
    if (other !== null && isOneToOne(model, kind, relation)) {
      const place = `${relation.name} ${other}`;
      if (taken.has(place)) other = null;
      else taken.add(place);
    }
    row[relation.name] = other;
  }
  return row;
}

/** A value of a field, from a small pool so that equal ones are frequent. */
export function randomValue(draw: Draw, field: ReadField): Value {
  if (field.nullable && draw.chance(20)) return null;
  switch (field.type) {
    case 'enum':
      return draw.pick(field.codes ?? []);
    case 'boolean':
      return draw.chance(50);
    case 'integer':
      return draw.integer(-3, 9);
    case 'decimal':
      return randomDecimal(draw, field.scale ?? 2);
    case 'double':
      return draw.integer(-4, 8) / 8;
    case 'dateTime':
      return randomInstant(draw);
    case 'date':
      return randomInstant(draw).slice(0, 10);
    default:
      return field.encrypted ? `1380000${draw.integer(1000, 1006)}` : draw.pick(texts);
  }
}

function randomDecimal(draw: Draw, scale: number): string {
  const units = draw.chance(40) ? draw.integer(-3, 6) * 10 ** scale : draw.integer(-50_000, 900_000);
  return (units / 10 ** scale).toFixed(scale);
}

/** Whole seconds, most within the last weeks, some over two years, so that every bucket has neighbours. */
function randomInstant(draw: Draw): string {
  const span = draw.pick([86_400, 20 * 86_400, 800 * 86_400]);
  // Now and then a year or two earlier, so that periods have one to be compared with.
  const years = draw.chance(25) ? draw.integer(1, 2) : 0;
  return new Date(epoch - (draw.integer(-3600, span) + years * 365 * 86_400) * 1000).toISOString();
}
