import type { Kpi, KpiDimension, KpiFormula, KpiMoment, KpiRows, RowFilter } from '@kehu/domain/kpi/kpi';
import type { Where } from '@kehu/query/arguments';
import type { ReadContext, ReadEngine } from '@kehu/query/engine';
import { instantOf, localText } from '@kehu/query/zone';
import { Decimal } from 'decimal.js';
import { type Chosen, chosen } from '../../../../graphql/select.js';
import { monthAfter, monthOf, type Span } from '../period.js';
import { type Grouping, groupingOf, keyOf, ofGroup } from './dimensions.js';
import { Gathering, type RowsQuestion } from './gather.js';

/** A figure of a span: its value in the KPI's unit, what it was made of, and the rows behind it. */
export interface Figure {
  /** Null: a rate of nothing, shown as "–". */
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  /** The rows that it is made of, as a filter of their list. */
  readonly where: RowFilter;
  /** Of these the ones that count above the line, where the figure is a share and a filter can say it. */
  readonly hits: RowFilter | null;
}

export interface GroupFigure extends Figure {
  readonly key: string | null;
  readonly name: string | null;
}

export interface Reading {
  readonly engine: ReadEngine;
  readonly context: ReadContext;
  /** Where several figures are worked out together: what puts their questions into one statement. */
  readonly gathering?: Gathering;
}

const week = 7 * 86_400_000;

/** The moment of a span, as the formulas of the catalogue take it. */
export function momentOf({ from, to }: Span, now: Date): KpiMoment {
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    now: now.toISOString(),
    weekAgo: new Date(now.getTime() - week).toISOString(),
  };
}

/**
 * Works out a KPI over a span, as the asker may see it: every row behind it passes the read engine's
 * policy, so that a store's supervisor gets the store's figure. Throws the engine's `ReadError`.
 */
export async function figureOf(kpi: Kpi, span: Span, reading: Reading): Promise<Figure> {
  const [figure] = await computed(kpi.formula, span, reading, null);
  return figure ?? { value: null, numerator: null, denominator: null, where: { or: [] }, hits: null };
}

/** The same, split by a dimension; null where the KPI cannot be split by it. */
export async function figuresBy(
  kpi: Kpi,
  by: KpiDimension,
  span: Span,
  reading: Reading,
): Promise<GroupFigure[] | null> {
  const { formula } = kpi;
  if (formula.is === 'absent') return null;
  const grouping = groupingOf(formula.rows, by);
  return grouping ? computed(formula, span, reading, { by, grouping }) : null;
}

interface Split {
  readonly by: KpiDimension;
  readonly grouping: Grouping;
}

async function computed(
  formula: KpiFormula,
  span: Span,
  reading: Reading,
  split: Split | null,
): Promise<GroupFigure[]> {
  if (formula.is === 'absent') return [];
  const moment = momentOf(span, reading.context.now);
  const where = rowsOf(formula.rows, span, moment, reading.context.zone);
  const make = (row: Row, value: Decimal | null, numerator: Decimal | null, denominator: Decimal | null) => {
    const hit = formula.is === 'share' ? formula.hit(moment) : (row.hit ?? null);
    const own = split ? together([where, ofGroup(split.grouping, row.key)]) : where;
    return {
      key: row.key,
      name: row.name,
      value,
      numerator,
      denominator,
      where: own,
      hits: hit ? together([own, hit]) : null,
    };
  };
  const ask = (selection: Chosen, measures: RowsQuestion['measures'] = []) =>
    rowsBy(reading, formula.rows.kind, where, measures, selection, split?.grouping ?? null);
  switch (formula.is) {
    case 'count':
      return (await ask({})).map((row) => make(row, row.count, row.count, null));
    case 'share': {
      const measures = [{ name: 'hit', count: formula.hit(moment) }];
      const rows = await ask({ hit: { name: 'measure', arguments: { name: 'hit' } } }, measures);
      return rows.map((row) => {
        const hit = decimal(row.answer['@hit']) ?? new Decimal(0);
        return make(row, share(hit, row.count, 100), hit, row.count);
      });
    }
    case 'percentile': {
      const { field, p, times } = formula;
      const of = { name: 'percentile', arguments: { p }, selection: { [field]: true } } as const;
      return (await ask({ of })).map((row) => {
        const value = decimal((row.answer['@of'] as Row['answer'] | undefined)?.[field]);
        return make(row, value?.mul(times) ?? null, null, row.count);
      });
    }
    case 'average': {
      const rows = await ask({ avg: { [formula.field]: true }, sum: { [formula.field]: true } });
      return rows.map((row) => {
        const of = (name: string) =>
          decimal((row.answer[name] as Row['answer'] | undefined)?.[formula.field]);
        return make(row, of('avg'), of('sum'), row.count);
      });
    }
    case 'sum': {
      const rows = await ask({ sum: { [formula.field]: true }, countDistinct: { complaint: true } });
      return rows.map((row) => {
        const sum = decimal((row.answer.sum as Row['answer'])[formula.field]) ?? new Decimal(0);
        const cases = decimal((row.answer.countDistinct as Row['answer']).complaint) ?? new Decimal(0);
        return make(row, formula.perCase ? share(sum, cases, 1) : sum, sum, cases);
      });
    }
    case 'perTenThousand': {
      const orders = rowsOf(formula.of, span, moment, reading.context.zone);
      const grouping = split ? groupingOf(formula.of, split.by) : null;
      if (split && !grouping) return [];
      const [received, ordered] = await Promise.all([
        ask({}),
        rowsBy(reading, formula.of.kind, orders, [], {}, grouping),
      ]);
      return received.map((row) => {
        const all = ordered.find(({ key }) => key === row.key)?.count ?? new Decimal(0);
        return make(row, share(row.count, all, 10_000), row.count, all);
      });
    }
    case 'doneByDay':
      return doneByDay(formula, where, reading, split?.grouping ?? null, make);
  }
}

interface Row {
  readonly key: string | null;
  readonly name: string | null;
  readonly count: Decimal;
  readonly answer: Readonly<Record<string, unknown>>;
  /** Which of the rows count above the line, where the formula's filter does not say it. */
  readonly hit?: RowFilter | null;
}

async function rowsBy(
  { engine, context, gathering = new Gathering(engine, context) }: Reading,
  kind: string,
  where: RowFilter,
  measures: RowsQuestion['measures'],
  selection: Chosen,
  grouping: Grouping | null,
): Promise<Row[]> {
  const answers = await gathering.ask({
    kind,
    where,
    measures,
    groupBy: grouping ? [grouping.groupBy] : [],
    selection: { count: true, ...selection, ...(grouping ? { key: grouping.key } : {}) },
  });
  return answers.map((answer) => ({
    ...(grouping ? keyOf(answer.key, grouping) : { key: null, name: null }),
    count: new Decimal(String(answer.count ?? 0)),
    answer,
  }));
}

/** So many different days a filter names; a longer list is not handed out. */
const mostDays = 40;

/** A measure counts as done in time until the end of the local day on which it was due. */
async function doneByDay(
  { rows: { kind }, due, done }: Extract<KpiFormula, { is: 'doneByDay' }>,
  where: RowFilter,
  { engine, context }: Reading,
  grouping: Grouping | null,
  make: (row: Row, value: Decimal | null, numerator: Decimal, denominator: Decimal) => GroupFigure,
): Promise<GroupFigure[]> {
  const begun = (name: string | null) => ({ name, due: 0, inTime: 0, days: new Set<string>() });
  const groups = new Map<string | null, ReturnType<typeof begun>>();
  if (!grouping) groups.set(null, begun(null));
  const selection = chosen({ [due]: true, [done]: true, ...(grouping?.key ?? {}) });
  for await (const row of engine.stream(kind, { where: where as Where }, selection, context)) {
    const { key, name } = grouping ? keyOf(row, grouping) : { key: null, name: null };
    const group = groups.get(key) ?? begun(name);
    groups.set(key, group);
    group.due += 1;
    const at = row[done] as string | Date | null;
    const day = at === null ? null : localText(new Date(at).getTime(), context.zone).slice(0, 10);
    if (day === null || day > String(row[due])) continue;
    group.inTime += 1;
    group.days.add(String(row[due]));
  }
  return [...groups].map(([key, { name, ...group }]) => {
    const [inTime, all] = [new Decimal(group.inTime), new Decimal(group.due)];
    const hit = doneOn([...group.days].sort(), due, done, context.zone);
    return make({ key, name, count: all, answer: {}, hit }, share(inTime, all, 100), inTime, all);
  });
}

/** Rows that were done by the end of their own day, day by day; null where too many days would have to be named. */
function doneOn(days: readonly string[], due: string, done: string, zone: string): RowFilter | null {
  if (days.length > mostDays) return null;
  return {
    or: days.map((day) => ({
      [due]: { eq: day },
      [done]: { lt: new Date(instantOf(Date.parse(`${day}T24:00:00Z`), zone)).toISOString() },
    })),
  };
}

/** The rows of a period: by their time, and what the formula asks for besides. */
export function rowsOf(rows: KpiRows, span: Span, moment: KpiMoment, zone: string): RowFilter {
  const { time, timeType, where } = rows;
  const own = where(moment);
  if (time === null) return own;
  const { from, to } = moment;
  const dayOf = (at: string) => localText(Date.parse(at), zone).slice(0, 10);
  const within =
    timeType === 'month'
      ? { in: monthsOf(span, zone) }
      : { between: timeType === 'date' ? { from: dayOf(from), to: dayOf(to) } : { from, to } };
  return together([{ [time]: within }, own]);
}

function monthsOf({ from, to }: Span, zone: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(from, zone); month <= monthOf(new Date(to.getTime() - 1), zone); ) {
    months.push(month);
    month = monthAfter(month, 1);
  }
  return months;
}

/** Filters that all hold, in one object where their names allow it. */
export function together(filters: readonly RowFilter[]): RowFilter {
  const given = filters.filter((filter) => !isAll(filter));
  const names = given.flatMap((filter) => Object.keys(filter));
  if (new Set(names).size === names.length) return Object.assign({}, ...given) as RowFilter;
  return { and: given };
}

function isAll(filter: RowFilter): boolean {
  const names = Object.keys(filter);
  return names.length === 0 || (names.length === 1 && Array.isArray(filter.and) && filter.and.length === 0);
}

function decimal(value: unknown): Decimal | null {
  return value === null || value === undefined ? null : new Decimal(String(value));
}

function share(of: Decimal, all: Decimal, times: number): Decimal | null {
  return all.isZero() ? null : of.mul(times).div(all);
}
