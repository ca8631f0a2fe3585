import type { Place } from '../place.js';
import { join, raw, type Sql, sql } from '../sql.js';
import type { Figures } from './figures.js';
import type { GroupKey } from './keys.js';

/** One row for each group: its keys `_k`, what they are sorted by `_s`, its numbers `_m`, its parent `_p`. `joined` stands behind the rows. */
export function groupedRows(
  place: Place,
  parent: Sql | null,
  condition: Sql,
  keys: readonly GroupKey[],
  figures: Figures,
  joined: Sql,
): Sql {
  const keyNames = [...(parent ? ['_p'] : []), ...keys.map((_, i) => `_k${i}`)];
  const own: [string, Sql][] = [
    ...(parent ? [['_p', parent] as [string, Sql]] : []),
    ...keys.map((k, i): [string, Sql] => [`_k${i}`, k.value]),
  ];
  const sorts = keys.flatMap((k, i): [string, Sql][] => (k.sort ? [[`_s${i}`, k.sort]] : []));
  const { projected } = figures;
  const source = projected ? projection(place, condition, [...own, ...sorts], keyNames, figures) : null;
  const columns = [
    ...own.map(([name, value]) => sql`${source ? raw(`r.${name}`) : value} AS ${name}`),
    ...sorts.map(([name, value]) => sql`MIN(${source ? raw(`r.${name}`) : value}) AS ${name}`),
    ...figures.columns.map((figure, i) => sql`${figure.value()} AS _m${i}`),
  ];
  // In parentheses: the join's condition may refer to each of them.
  const tables = joined.text === '' ? place.from.sql() : sql`(${place.from.sql()})`;
  const rows = source ? sql`${source}${joined}` : sql`${tables}${joined} WHERE ${condition}`;
  const grouping = keyNames.length === 0 ? raw('') : raw(` GROUP BY ${keyNames.join(', ')}`);
  return sql`(SELECT ${join(columns, ', ')} FROM ${rows}${grouping})`;
}

/** The rows with their values, ranked inside their group where percentiles are asked for. */
function projection(
  place: Place,
  condition: Sql,
  named: readonly (readonly [string, Sql])[],
  keyNames: readonly string[],
  figures: Figures,
): Sql {
  const columns = [
    ...named.map(([name, value]) => sql`${value} AS ${name}`),
    ...figures.values.map((value, i) => sql`${value} AS _v${i}`),
  ];
  const rows = sql`(SELECT ${join(columns, ', ')} FROM ${place.from.sql()} WHERE ${condition})`;
  const partition =
    keyNames.length === 0 ? '' : `PARTITION BY ${keyNames.map((name) => `r.${name}`).join(', ')}`;
  // Ranked from the greatest down: nulls come last, so that the first `_n` ranks are the values. Two
  // window functions for each value are as few as it takes; each costs a pass over the rows. MySQL's
  // row numbers are unsigned, and a difference of those below zero is an error.
  const ranks = [...figures.ranked].map(
    (i) =>
      `COUNT(r._v${i}) OVER (${partition}) AS _n${i}, ` +
      `CAST(ROW_NUMBER() OVER (${partition} ORDER BY r._v${i} DESC) AS SIGNED) AS _d${i}`,
  );
  return sql`(SELECT r.*, ${ranks.join(', ')} FROM ${rows} r) r`;
}
