import { complaintCategory, severity } from '../../complaints/vocabularies.js';
import { Board, closedIn7, groupsOf, type Line, Month, rate7, without } from './board.js';
import type { MonthlyCase, MonthlyMoment } from './facts.js';
import { percent, quantile, rounded, sumOf } from './numbers.js';
import { departmentLines, storeLines } from './places.js';

/** A case whose time ran out, with its reason (part 9). */
export interface BreachedLine extends Line {
  readonly reason: string | null;
  readonly dueAt: string;
  readonly closedAt: string | null;
}

/** The figures of a month (E6), language apart: cells by their place, and the lines that the data give. */
export interface MonthlyTable {
  readonly moment: MonthlyMoment;
  /** By place, such as `part1.received`; null is shown as "–". */
  readonly cells: Readonly<Record<string, string | null>>;
  readonly stores: readonly Line[];
  readonly departments: readonly Line[];
  readonly causes: readonly Line[];
  readonly products: readonly Line[];
  readonly breached: readonly BreachedLine[];
}

/** A table with the cases that each of its cells counts. */
export interface CountedTable {
  readonly table: MonthlyTable;
  /** Places by case id. */
  readonly countedIn: ReadonlyMap<string, readonly string[]>;
}

const minute = 60_000;
/** Lines of a Pareto list. */
const mostLines = 10;
/**
 * Works out the table of a month from the cases as they stand (R4.27, dossier E6): cases count by the
 * month in which they were received (D1.5); carried in and out, ended in the month, compensation and
 * preventive actions by their own times.
 */
export function monthlyTable(cases: readonly MonthlyCase[], moment: MonthlyMoment): CountedTable {
  const board = new Board();
  const month = new Month(moment);
  const received = cases.filter(({ receivedAt }) => month.holds(receivedAt));
  totals(board, month, cases, received);
  categories(board, received);
  const stores = storeLines(board, month, received);
  const departments = departmentLines(board, month, received, stores);
  severities(board, received);
  customers(board, received);
  compensation(board, month, cases);
  const causes = pareto(board, 'part7.cause', received, (each) => ({
    key: `${each.category}${each.subcategory ? `/${each.subcategory}` : ''}`,
    name: each.subcategory ?? '',
  }));
  const products = pareto(board, 'part7.product', received, ({ product }) =>
    product ? { key: product.id, name: product.name } : null,
  );
  actions(board, month, cases);
  const breached = received
    .filter((each) => each.breached)
    .map(({ id, no, breachReason, dueAt, closedAt }) => ({
      key: id,
      name: no,
      reason: breachReason,
      dueAt,
      closedAt,
    }));
  for (const each of received.filter((one) => one.breached)) {
    board.put(`part9.${each.id}`, each.breachReason, [each]);
  }
  const table = { moment, cells: board.cells(), stores, departments, causes, products, breached };
  return { table, countedIn: board.countedIn };
}

function totals(
  board: Board,
  month: Month,
  all: readonly MonthlyCase[],
  received: readonly MonthlyCase[],
): void {
  const { from, to } = month.moment;
  const refused = ['NOT_ACCEPTED', 'CLOSED_NOT_ACCEPTED'];
  const of = (holds: (each: MonthlyCase) => boolean) => received.filter(holds);
  board.count(
    'part1.carriedIn',
    all.filter((each) => month.openAt(each, from)),
  );
  board.count('part1.received', received);
  board.count(
    'part1.accepted',
    of(({ acceptedAt, state }) => acceptedAt !== null && state !== 'WITHDRAWN'),
  );
  board.count(
    'part1.notAccepted',
    of(({ state }) => refused.includes(state)),
  );
  board.count(
    'part1.withdrawn',
    of(({ state }) => state === 'WITHDRAWN'),
  );
  board.count(
    'part1.pending',
    of(({ acceptedAt, state }) => acceptedAt === null && state !== 'WITHDRAWN' && !refused.includes(state)),
  );
  board.count(
    'part1.simple',
    of(({ procedure }) => procedure === 'SIMPLE'),
  );
  board.count(
    'part1.closed',
    of(({ state }) => state === 'CLOSED'),
  );
  board.count(
    'part1.closedIn7',
    of((each) => month.due7(each) && closedIn7(each)),
  );
  board.count(
    'part1.due7',
    of((each) => month.due7(each)),
  );
  rate7(board, 'part1.rate7', month, received);
  board.count(
    'part1.breached',
    of((each) => each.breached),
  );
  board.count(
    'part1.ended',
    all.filter(({ endedAt }) => month.holds(endedAt)),
  );
  board.count(
    'part1.carriedOut',
    all.filter((each) => month.openAt(each, to)),
  );
  board.put('part1.satisfaction', null, []);
}

/** Every category of the list has its line (R4.3), with nothing as 0, so that a template's own sums count on. */
function categories(board: Board, received: readonly MonthlyCase[]): void {
  const demanded = groupsOf(received, (each) => each.demands);
  const found = new Map(groupsOf(received, (each) => [each.category]));
  for (const category of new Set<string>([...complaintCategory.codes, ...found.keys()])) {
    const cases = found.get(category) ?? [];
    board.count(`part2.${category}.total`, cases);
    for (const [demand] of demanded)
      board.count(
        `part2.${category}.${demand}`,
        cases.filter(({ demands }) => demands.includes(demand)),
      );
  }
  for (const [demand, cases] of demanded) board.count(`part2.total.${demand}`, cases);
  board.count('part2.total.total', received);
}

function severities(board: Board, received: readonly MonthlyCase[]): void {
  for (const code of severity.codes) {
    const cases = received.filter((each) => each.severity === code);
    const place = `part4.${code}`;
    const answered = cases.filter(({ firstResponseAt }) => firstResponseAt !== null);
    const minutes = answered.map(
      ({ firstResponseAt, receivedAt }) =>
        (Date.parse(firstResponseAt ?? '') - Date.parse(receivedAt)) / minute,
    );
    board.count(`${place}.received`, cases);
    board.count(
      `${place}.closed`,
      cases.filter(({ state }) => state === 'CLOSED'),
    );
    board.count(
      `${place}.breached`,
      cases.filter((each) => each.breached),
    );
    board.put(`${place}.median`, rounded(quantile(minutes, 0.5)), answered);
    board.put(`${place}.p90`, rounded(quantile(minutes, 0.9)), answered);
    board.count(
      `${place}.unanswered`,
      cases.filter(({ firstResponseAt }) => firstResponseAt === null),
    );
  }
}

function customers(board: Board, received: readonly MonthlyCase[]): void {
  for (const [type, cases] of groupsOf(received, (each) => [each.customerType ?? without])) {
    board.count(`part5.${type}.received`, cases);
    board.count(
      `part5.${type}.closed`,
      cases.filter(({ state }) => state === 'CLOSED'),
    );
  }
}

function compensation(board: Board, month: Month, all: readonly MonthlyCase[]): void {
  const paid = all.flatMap((each) =>
    each.compensations.filter(({ executedAt }) => month.holds(executedAt)).map((one) => ({ each, ...one })),
  );
  const put = (place: string, some: typeof paid) => {
    const cases = [...new Set(some.map(({ each }) => each))];
    board.count(`${place}.cases`, cases);
    board.put(`${place}.amount`, sumOf(some.map(({ amount }) => amount)), cases);
  };
  for (const type of new Set(paid.map(({ type: one }) => one))) {
    put(
      `part6.${type}`,
      paid.filter((one) => one.type === type),
    );
  }
  put('part6.total', paid);
}

/** The most frequent lines, with the share of all that they and the ones above them make. */
function pareto(
  board: Board,
  place: string,
  received: readonly MonthlyCase[],
  lineOf: (each: MonthlyCase) => Line | null,
): Line[] {
  const named = received.filter((each) => lineOf(each) !== null);
  const lines: Line[] = [];
  let sum = 0;
  const groups = groupsOf(named, (each) => [lineOf(each)?.key ?? '']);
  for (const [key, cases] of groups.slice(0, mostLines)) {
    sum += cases.length;
    const [first] = cases;
    lines.push({ key, name: (first && lineOf(first)?.name) ?? '' });
    board.count(`${place}.${key}.cases`, cases);
    board.put(`${place}.${key}.share`, percent(cases.length, named.length), cases);
    board.put(`${place}.${key}.cumulative`, percent(sum, named.length), []);
  }
  return lines;
}

/** Preventive actions: those of the month by what happened in it, and those open at its end. */
function actions(board: Board, month: Month, all: readonly MonthlyCase[]): void {
  const { to } = month.moment;
  const every = all.flatMap((each) => each.actions.map((action) => ({ each, action })));
  const put = (name: string, some: typeof every) =>
    board.put(`part8.${name}`, String(some.length), [...new Set(some.map(({ each }) => each))]);
  const open = every.filter(
    ({ action: { createdAt, doneAt } }) => createdAt < to && (doneAt === null || doneAt >= to),
  );
  put('open', open);
  const next = dayAfterMonth(month.moment.period);
  put(
    'overdue',
    open.filter(({ action }) => action.dueOn < next),
  );
  put(
    'done',
    every.filter(({ action }) => month.holds(action.doneAt)),
  );
  const checked = every.filter(({ action }) => month.holds(action.checkedAt));
  put('checked', checked);
  put(
    'effective',
    checked.filter(({ action }) => action.effective === true),
  );
}

/** The first day after a month. */
function dayAfterMonth(period: string): string {
  const [year, month] = period.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 1)).toISOString().slice(0, 10);
}
