import { emptyNode, type NodePlan } from '../answers.js';
import type { SelectedField } from '../arguments.js';
import type { Compilation } from '../compilation.js';
import { countArgument, whereOf } from '../lists.js';
import { From, type Place } from '../place.js';
import { badInput } from '../problems.js';
import { part, type Source } from '../run.js';
import { SelectList } from '../select.js';
import { all, join, raw, type Sql, sql, yes } from '../sql.js';
import { planAnswer } from './answer.js';
import { EarlierGroups, type Rows } from './earlier-groups.js';
import { Figures } from './figures.js';
import { groupOrder, groupOrderSql } from './group-order.js';
import { groupedRows } from './grouped-rows.js';
import { havingSql } from './having.js';
import { type GroupKey, groupKeys, keyColumn, keyNamed } from './keys.js';

export const defaultGroups = 1000;
export const mostGroups = 5000;

export interface GroupingQuestion {
  readonly place: Place;
  /** The parent that a row belongs to, when there is one aggregate for each. */
  readonly parent: Sql | null;
  /** Row policy and parents. */
  readonly condition: Sql;
  readonly args: Source;
  /** The same rows once more, for measures of the period before; null where they cannot be asked for. */
  readonly again: (() => Rows) | null;
  readonly selection: Source;
  /** Groups in all that the statement may answer; null when the limit holds for each parent. */
  readonly limit: number | null;
  /** Every key is selected too, to find the group of another period. */
  readonly keepKeys: boolean;
}

/** Stands for every parent without rows, where `having` must decide about those too. */
export const noParent = '-1';

export interface GroupingPlan {
  readonly statement: Sql;
  readonly node: NodePlan;
  readonly keys: readonly GroupKey[];
  /** Columns of the keys, when they are kept. */
  readonly keyColumns: readonly number[];
  readonly parentColumn: number;
  /** Column of the plain count, when the keys are kept; else -1. */
  readonly countColumn: number;
  /** The row of a parent without rows: counts at zero, everything else null. */
  readonly zeroRow: readonly unknown[];
}

/** Plans one grouping: rows → groups → having → order and limit → records joined to their keys. */
export function planGrouping(c: Compilation, question: GroupingQuestion): GroupingPlan {
  const { place, parent, args, selection } = question;
  const where = part(args, 'where');
  const keys = groupKeys(c, place, part(args, 'groupBy'), where.value);
  const earlier = question.again ? new EarlierGroups(c, question.again, args, keys) : null;
  const figures = new Figures(c, place, part(args, 'measures'), earlier);
  const condition = all([question.condition, whereOf(c, place, where)]);
  figures.count();
  const having = part(args, 'having');
  const kept =
    having.value === null || having.value === undefined ? yes : havingSql(c, figures, having, false);
  const order = groupOrder(figures, keys, part(args, 'orderBy'));
  const top = topPerGroup(figures, keys, args);
  const wanted = new Set((selection.value as readonly SelectedField[]).map((s) => s.name));
  const windows = windowsOf(parent !== null, wanted, top, figures);

  // The columns are planned before the rows are written down, since they decide what is computed.
  const list = new SelectList();
  const node = emptyNode();
  const zeros = new Set<number>();
  const from = new From(c, raw(''));
  planAnswer({ c, keys, figures, list, from, root: place.kind, zeros }, selection, node);
  figures.measureAll();
  const keyColumns = question.keepKeys ? keys.map((_, i) => list.add(keyColumn(i))) : [];
  const countColumn = question.keepKeys ? list.add(raw(`g._m${figures.count()}`)) : -1;
  const parentColumn = parent ? list.add(raw('g._p')) : -1;

  const joined = earlier?.join(figures.projected, parent) ?? raw('');
  const groups = groupedRows(place, parent, condition, keys, figures, joined);
  const bare = parent !== null && keys.length === 0 && kept !== yes;
  const grouped = bare ? sql`(${groups} UNION ALL SELECT ${emptyGroup(figures)})` : groups;
  const windowed =
    windows.length === 0 ? null : sql`(SELECT g.*, ${join(windows, ', ')} FROM ${grouped} g WHERE ${kept}) g`;
  const rows = windowed ?? sql`${grouped} g`;
  const chosen = all([windowed ? yes : kept, top ? raw(`g._rn <= ${top.limit}`) : yes]);
  const sorted = [...(parent ? [{ value: raw('g._p'), direction: 'ASC' as const }] : []), ...order];
  const ordering = sorted.length === 0 ? raw('') : sql` ORDER BY ${groupOrderSql(sorted)}`;
  const limit = question.limit === null ? '' : ` LIMIT ${question.limit}`;
  const columns = list.sql();
  const joins = from.joins();
  const statement =
    joins.text === ''
      ? sql`SELECT ${columns} FROM ${rows} WHERE ${chosen}${ordering}${limit}`
      : sql`SELECT ${columns} FROM (SELECT g.* FROM ${rows} WHERE ${chosen}${ordering}${limit}) g${joins}${ordering}`;
  const zeroRow = Array.from({ length: list.size }, (_, i) => (zeros.has(i) ? 0 : null));
  return { statement, node, keys, keyColumns, parentColumn, countColumn, zeroRow };
}

interface Top {
  readonly by: readonly number[];
  readonly limit: number;
  readonly order: Sql;
}

function topPerGroup(figures: Figures, keys: readonly GroupKey[], args: Source): Top | null {
  const source = part(args, 'topPerGroup');
  if (source.value === null || source.value === undefined) return null;
  const by = part(source, 'by');
  const list = Array.isArray(by.value) ? by.value : [];
  const outer = list.map((_, i) => {
    const index = keyNamed(keys, part(by, i));
    if (index < 0) throw badInput('notGrouped', `${by.path}.${i}`, { name: 'by' });
    return index;
  });
  const own = part(source, 'orderBy');
  const order = groupOrder(
    figures,
    keys,
    own.value === null || own.value === undefined ? part(args, 'orderBy') : own,
  );
  const limit = countArgument(part(source, 'limit').value, `${source.path}.limit`, mostGroups) ?? 1;
  return { by: outer, limit, order: order.length === 0 ? raw('1') : groupOrderSql(order) };
}

function windowsOf(nested: boolean, wanted: ReadonlySet<string>, top: Top | null, figures: Figures): Sql[] {
  const parent = nested ? ['g._p'] : [];
  const whole = nested ? 'PARTITION BY g._p' : '';
  const windows: Sql[] = [];
  if (wanted.has('groupCount')) windows.push(raw(`COUNT(*) OVER (${whole}) AS _gc`));
  if (wanted.has('share')) windows.push(raw(`SUM(g._m${figures.count()}) OVER (${whole}) AS _t`));
  if (top) {
    const outer = [...parent, ...top.by.map((i) => keyColumn(i).text)];
    const inside = outer.length === 0 ? '' : `PARTITION BY ${outer.join(', ')} `;
    windows.push(sql`ROW_NUMBER() OVER (${inside}ORDER BY ${top.order}) AS _rn`);
  }
  return windows;
}

/** The numbers of no rows. */
function emptyGroup(figures: Figures): string {
  return [noParent, ...figures.columns.map(({ counts }) => (counts ? '0' : 'NULL'))].join(', ');
}
