import type { ImportLimits } from '@kehu/importer/limits';
import { type LinkedTable, linksInto, loadLinkedTable } from '@kehu/importer/map/linked-table';
import { openDataFile } from '@kehu/importer/open-file';
import { importError } from '@kehu/importer/problem';
import type { Profile, TableSpec } from '@kehu/importer/profile/profile';
import type { DataTable } from '@kehu/importer/table';

/** A table of the profile with the file or sheet that holds it. */
export interface MatchedTable {
  readonly spec: TableSpec;
  readonly table: DataTable;
}

export interface Sources {
  /** In the order of the profile. */
  readonly tables: readonly MatchedTable[];
  /** Sheets that no table of the profile fits. */
  readonly leftOut: readonly DataTable[];
}

/**
 * Opens the files and finds for each sheet the table of the profile that it is: the one with the most
 * columns among those whose columns are all there. Throws when a text file fits no table, when two
 * files are the same table, or when a table is missing that is not optional.
 */
export async function openSources(
  paths: readonly string[],
  profile: Profile,
  limits: ImportLimits,
): Promise<Sources> {
  const found = new Map<string, DataTable>();
  const leftOut: DataTable[] = [];
  for (const path of paths) {
    for (const table of await openDataFile(path, limits)) {
      const spec = bestFit(table, profile);
      if (!spec) {
        leftOut.push(table);
        continue;
      }
      const other = found.get(spec.name);
      if (other) {
        throw importError('import.tableTwice', { table: spec.name, first: other.file, second: table.file });
      }
      found.set(spec.name, table);
    }
  }
  for (const spec of profile.tables.values()) {
    if (spec.optional || found.has(spec.name)) continue;
    const [closest] = leftOut;
    const columns = [...spec.columns].filter((column) => !closest?.header.includes(column));
    throw importError('import.tableMissing', { table: spec.name, columns: columns.join(', ') });
  }
  const stray = leftOut.find(({ sheet }) => sheet === null);
  if (stray) throw importError('import.fitsNoTable', { file: stray.file, profile: profile.name });
  return {
    tables: [...profile.tables.values()].flatMap((spec) => {
      const table = found.get(spec.name);
      return table ? [{ spec, table }] : [];
    }),
    leftOut,
  };
}

function bestFit(table: DataTable, profile: Profile): TableSpec | null {
  const header = new Set(table.header);
  const fitting = [...profile.tables.values()]
    .filter(({ columns }) => [...columns].every((column) => header.has(column)))
    .sort((a, b) => b.columns.size - a.columns.size);
  return fitting[0] ?? null;
}

/** Reads the tables that rows of others look into. */
export async function loadLinked(
  tables: readonly MatchedTable[],
  profile: Profile,
  options: ReadonlyMap<string, boolean>,
): Promise<Map<string, LinkedTable>> {
  const linked = new Map<string, LinkedTable>();
  for (const { spec, table } of tables) {
    const links = linksInto(profile, spec.name);
    if (links.length > 0) linked.set(spec.name, await loadLinkedTable(table, spec, links, profile, options));
  }
  return linked;
}
