import { importError } from '../problem.js';
import type { Profile, TableLink, TableSpec } from '../profile/profile.js';
import type { DataTable } from '../table.js';
import { fitCells, isWanted } from './cells.js';
import { joinKey } from './keys.js';

/** Most rows of a table that is looked into: it is held in memory. */
const mostRows = 500_000;

/** Rows of a table that other tables' rows look into, by the columns that they are found by. */
export interface LinkedTable {
  /** The row with these values; undefined when there is none. */
  find(link: TableLink, values: readonly string[]): ReadonlyMap<string, string | null> | undefined;
}

/**
 * Reads the tables that are looked into. Rows that agree count once; two rows with one key and
 * different content are `import.linkedTwice`, damaged rows stop the import: a guess here would
 * falsify many rows there.
 */
export async function loadLinkedTable(
  table: DataTable,
  spec: TableSpec,
  links: readonly TableLink[],
  profile: Profile,
  options: ReadonlyMap<string, boolean>,
): Promise<LinkedTable> {
  const wanted = [...spec.columns];
  const indexes = new Map<string, Map<string, ReadonlyMap<string, string | null>>>();
  for (const link of links) indexes.set(signature(link), new Map());
  let count = 0;
  for await (const rows of table.rows()) {
    for (const { rowNo, cells } of rows) {
      const fitted = fitCells(cells, table, spec, options);
      if (fitted.is === 'bad') {
        throw importError('import.linkedRow', { file: table.file, row: rowNo });
      }
      if (!isWanted(fitted.cells, table.header, spec)) continue;
      count += 1;
      if (count > mostRows) throw importError('import.linkedTooLarge', { file: table.file, rows: mostRows });
      const row = new Map<string, string | null>();
      for (const column of wanted) {
        const text = (fitted.cells[table.header.indexOf(column)] ?? '').trim();
        row.set(column, text === '' || profile.empty.has(text) ? null : text);
      }
      for (const link of links) {
        const key = link.pairs.map(({ there }) => row.get(there) ?? '');
        if (key.every((part) => part === '')) continue;
        const index = indexes.get(signature(link));
        const known = index?.get(joinKey(key));
        if (known && wanted.some((column) => known.get(column) !== row.get(column))) {
          throw importError('import.linkedTwice', { file: table.file, row: rowNo, key: key.join(', ') });
        }
        index?.set(joinKey(key), row);
      }
    }
  }
  return { find: (link, values) => indexes.get(signature(link))?.get(joinKey(values)) };
}

function signature({ pairs }: TableLink): string {
  return joinKey(pairs.map(({ there }) => there));
}

/** Every link of a profile into a table. */
export function linksInto(profile: Profile, table: string): TableLink[] {
  const found: TableLink[] = [];
  const visit = (value: unknown): void => {
    if (value instanceof Map) for (const inner of value.values()) visit(inner);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') {
      const link = value as Partial<TableLink>;
      if (link.table === table && Array.isArray(link.pairs)) found.push(link as TableLink);
      else Object.values(value).forEach(visit);
    }
  };
  visit(profile.records);
  return found;
}
