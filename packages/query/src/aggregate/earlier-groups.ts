import type { AggregateArguments } from '../arguments.js';
import type { Compilation } from '../compilation.js';
import { whereOf } from '../lists.js';
import type { Place } from '../place.js';
import { badInput } from '../problems.js';
import { part, type Source } from '../run.js';
import { all, join, raw, type Sql, sql } from '../sql.js';
import type { BucketUnit } from './buckets.js';
import { earlierArguments } from './comparison.js';
import { type Figure, Figures } from './figures.js';
import { groupedRows } from './grouped-rows.js';
import { type GroupKey, groupKeys } from './keys.js';
import { type CompareTo, comparedKey } from './periods.js';

/** The rows of a question, asked for once more. */
export interface Rows {
  readonly place: Place;
  readonly parent: Sql | null;
  readonly condition: Sql;
}

interface Opened extends Rows {
  readonly keys: readonly GroupKey[];
  readonly figures: Figures;
  readonly index: number;
  readonly compareTo: CompareTo;
}

/**
 * The groups of the period before, joined to the rows of this one, so that a measure may be made of
 * both: `previous: "rate"` is the rate of the same group one period earlier, null where there is none.
 */
export class EarlierGroups {
  private opened: Opened | null = null;

  constructor(
    private readonly c: Compilation,
    private readonly again: () => Rows,
    private readonly args: Source,
    private readonly keys: readonly GroupKey[],
  ) {}

  /** A measure of the period before as a figure of this one. */
  figure(name: unknown, path: string): Figure {
    const { figures } = this.open();
    const column = figures.measure(name, path);
    const { type, compared, scale } = figures.columns[column] as Figure;
    // Every row of a group meets the same group of the period before.
    return { value: () => raw(`MAX(_e._bm${column})`), type, compared, scale, counts: false };
  }

  /** The join that brings them to the rows; nothing when no measure asks for it. */
  join(projected: boolean, ownParent: Sql | null): Sql {
    const { opened, keys } = this;
    if (!opened) return raw('');
    const own = (i: number): Sql => (projected ? raw(`r._k${i}`) : (keys[i] as GroupKey).value);
    const meets = keys.map((key, i) =>
      i === opened.index && key.unit
        ? sql`${raw(`_e._bk${i}`)} = ${before(key.unit, own(i), opened.compareTo)}`
        : sql`${raw(`_e._bk${i}`)} <=> ${own(i)}`,
    );
    const { place, parent, condition, figures } = opened;
    if (ownParent) meets.push(sql`_e._bp = ${projected ? raw('r._p') : ownParent}`);
    const groups = groupedRows(place, parent, condition, opened.keys, figures, raw(''));
    // Under names of their own: GROUP BY takes a column of the tables before one of the selection.
    const columns = [
      ...(parent ? ['g._p AS _bp'] : []),
      ...opened.keys.map((_, i) => `g._k${i} AS _bk${i}`),
      ...figures.columns.map((_, i) => `g._m${i} AS _bm${i}`),
    ];
    const renamed = sql`(SELECT ${raw(columns.join(', '))} FROM ${groups} g)`;
    return sql` LEFT JOIN ${renamed} _e ON ${join(meets, ' AND ')}`;
  }

  private open(): Opened {
    this.opened ??= this.c.again(() => this.made());
    return this.opened;
  }

  private made(): Opened {
    const { c, keys } = this;
    const given = this.args.value as AggregateArguments;
    if (!given.compareTo) throw badInput('compareToMissing', 'compareTo');
    const index = comparedKey(keys);
    const key = keys[index] as GroupKey;
    const moved = (of: unknown, zone: string, now: Date) =>
      earlierArguments(of as AggregateArguments, key, zone, now);
    const args: Source = {
      value: moved(given, c.zone, c.now),
      path: this.args.path,
      at: (run) => moved(this.args.at(run), run.context.zone, run.context.now),
    };
    const { place, parent, condition } = this.again();
    const where = part(args, 'where');
    return {
      place,
      parent,
      condition: all([condition, whereOf(c, place, where)]),
      keys: groupKeys(c, place, part(args, 'groupBy'), where.value),
      figures: new Figures(c, place, part(args, 'measures'), null),
      index,
      compareTo: given.compareTo,
    };
  }
}

/** The key of the period before (or of a year before) as the database counts it. */
function before(unit: BucketUnit, key: Sql, compareTo: CompareTo): Sql {
  const lastYear = compareTo === 'SAME_PERIOD_LAST_YEAR';
  switch (unit) {
    case 'YEAR':
      return sql`(${key} - 1)`;
    case 'QUARTER':
      return lastYear ? sql`(${key} - 10)` : sql`(${key} - IF(${key} % 10 = 1, 7, 1))`;
    case 'MONTH':
      return lastYear ? sql`(${key} - 100)` : sql`(${key} - IF(${key} % 100 = 1, 89, 1))`;
    case 'WEEK':
      return lastYear
        ? sql`(${key} - 100)`
        : sql`YEARWEEK(STR_TO_DATE(CONCAT(${key}, ' Monday'), '%x%v %W') - INTERVAL 7 DAY, 3)`;
    case 'DAY':
      return lastYear
        ? sql`IF(MONTH(${key}) = 2 AND DAY(${key}) = 29, NULL, ${key} - INTERVAL 1 YEAR)`
        : sql`(${key} - INTERVAL 1 DAY)`;
    default:
      throw badInput('compareNeedsPeriod', 'compareTo');
  }
}
