import { recordOf } from '../answers.js';
import type { AggregateArguments, Measure, SelectedField, Where } from '../arguments.js';
import type { Answer } from '../engine.js';
import { badInput, tooExpensive } from '../problems.js';
import type { SqlRow } from '../runner.js';
import type { RunInput } from '../sql.js';
import { bucketText } from './buckets.js';
import type { GroupingPlan } from './grouping.js';
import type { GroupKey } from './keys.js';
import { ofOnePeriod } from './one-period.js';
import { type CompareTo, comparedKey, periodBefore, type Shift, shiftedWhere } from './periods.js';

/** Groups of the earlier period that are looked through at most. */
export const mostEarlier = 50_000;

/** One `previous` of a selection: the same grouping over the period before. */
export interface Comparison {
  /** Key in the answer. */
  readonly key: string;
  readonly compareTo: CompareTo;
  /** Which of the group's keys is the period. */
  readonly index: number;
  readonly main: GroupingPlan;
  readonly earlier: GroupingPlan;
}

/** Which key is compared; BAD_USER_INPUT where there is nothing to compare with. */
export function comparableKey(
  args: AggregateArguments,
  field: SelectedField,
  keys: readonly GroupKey[],
): { index: number; key: GroupKey; compareTo: CompareTo } {
  if (!args.compareTo) throw badInput('compareToMissing', 'compareTo');
  if (field.selection.some((s) => s.name === 'previous'))
    throw badInput('compareNested', 'previous.previous');
  const index = comparedKey(keys);
  return { index, key: keys[index] as GroupKey, compareTo: args.compareTo };
}

/** The arguments of the same question one period earlier: neither `having` nor limits hold there. */
export function earlierArguments(
  args: AggregateArguments,
  key: GroupKey,
  zone: string,
  now: Date,
): AggregateArguments {
  const shift = { key, compareTo: args.compareTo ?? 'PREVIOUS_PERIOD', zone, now };
  const where = shiftedWhere(args.where, shift) as AggregateArguments['where'];
  const measures = args.measures
    ? ofOnePeriod(args.measures).map((measure) => shiftedMeasure(measure, shift))
    : null;
  return { ...(where ? { where } : {}), groupBy: args.groupBy ?? [], measures };
}

/** A measure's own conditions on the compared time move with it. */
function shiftedMeasure(measure: Measure, shift: Shift): Measure {
  const moved = (where: Where) => shiftedWhere(where, shift) as Where;
  return {
    ...measure,
    ...(measure.count ? { count: moved(measure.count) } : {}),
    ...(measure.where ? { where: moved(measure.where) } : {}),
  };
}

/** Gives each answer (with the row that it was made of) the group of the period before, or null. */
export function attachEarlier(
  { key, compareTo, index, main, earlier }: Comparison,
  answers: Iterable<readonly [Answer, SqlRow]>,
  before: readonly SqlRow[],
  run: RunInput,
): void {
  if (before.length > mostEarlier) {
    throw tooExpensive('tooManyGroups', { part: 'previous', cost: before.length, limit: mostEarlier });
  }
  const found = new Map(before.map((row) => [nameOf(earlier, row, index, (text) => text), row]));
  for (const [answer, row] of answers) {
    const unit = main.keys[index]?.unit;
    const name = nameOf(main, row, index, (text) => (unit ? periodBefore(unit, text, compareTo) : null));
    const match = name === null ? undefined : found.get(name);
    answer[key] = match ? recordOf(earlier.node, match, run, new Map()) : null;
  }
}

/** A group's parent and keys as one text, its period moved. */
function nameOf(
  { keys, keyColumns, parentColumn }: GroupingPlan,
  row: SqlRow,
  index: number,
  move: (text: string) => string | null,
): string | null {
  const values: (string | null)[] = parentColumn < 0 ? [] : [String(row[parentColumn])];
  for (const [i, key] of keys.entries()) {
    const value = row[keyColumns[i] ?? -1];
    let text = value === null || value === undefined ? null : String(value);
    if (i === index) {
      if (text === null || !key.unit) return null;
      text = move(bucketText(key.unit, text));
      if (text === null) return null;
    }
    values.push(text);
  }
  return JSON.stringify(values);
}
