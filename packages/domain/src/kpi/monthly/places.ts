import { type Board, groupsOf, type Line, type Month, rate7, without } from './board.js';
import type { MonthlyCase, Named } from './facts.js';

/** Stores that cases came from, each with how many of them a report holds it responsible for. */
export function storeLines(board: Board, month: Month, received: readonly MonthlyCase[]): Line[] {
  const lines = places(board, month, received, 'store', ({ store }) => (store ? [store] : []));
  const blamed = new Map(groupsOf(received, responsible));
  for (const { key } of lines) board.count(`part3.store.${key}.responsible`, blamed.get(key) ?? []);
  return lines;
}

function places(
  board: Board,
  month: Month,
  cases: readonly MonthlyCase[],
  name: 'store' | 'department',
  of: (each: MonthlyCase) => readonly Named[],
): Line[] {
  const lines: Line[] = [];
  const named = new Map(cases.flatMap(of).map((place) => [place.id, place.name]));
  const keys = (each: MonthlyCase) => {
    const found = of(each).map(({ id }) => id);
    return found.length === 0 ? [without] : found;
  };
  for (const [id, some] of groupsOf(cases, keys)) {
    const place = `part3.${name}.${id}`;
    lines.push({ key: id, name: named.get(id) ?? '' });
    board.count(`${place}.received`, some);
    board.count(
      `${place}.closed`,
      some.filter(({ state }) => state === 'CLOSED'),
    );
    rate7(board, `${place}.rate7`, month, some);
    board.count(
      `${place}.breached`,
      some.filter((each) => each.breached),
    );
    board.count(
      `${place}.recurrence`,
      some.filter(({ recurrence }) => recurrence),
    );
  }
  return lines;
}

/**
 * Departments that handled cases, and those that reports hold responsible. A store that has a line of its own
 * is counted there.
 */
export function departmentLines(
  board: Board,
  month: Month,
  received: readonly MonthlyCase[],
  stores: readonly Line[],
): Line[] {
  const handled = received.filter(({ department }) => department !== null);
  const lines = places(board, month, handled, 'department', ({ department }) =>
    department ? [department] : [],
  );
  const names = new Map(received.flatMap((each) => each.responsible).map(({ id, name }) => [id, name]));
  const blamed = new Map(groupsOf(received, responsible));
  for (const id of blamed.keys()) {
    if ([...lines, ...stores].some(({ key }) => key === id)) continue;
    lines.push({ key: id, name: names.get(id) ?? '' });
    for (const column of ['received', 'closed', 'breached', 'recurrence'])
      board.count(`part3.department.${id}.${column}`, []);
  }
  for (const { key } of lines) {
    const there = stores.some((store) => store.key === key);
    board.count(`part3.department.${key}.responsible`, there ? [] : (blamed.get(key) ?? []));
  }
  return lines;
}

const responsible = (each: MonthlyCase): readonly string[] => each.responsible.map(({ id }) => id);
