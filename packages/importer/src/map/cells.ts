import { type Problem, problem } from '../problem.js';
import type { TableSpec } from '../profile/profile.js';
import type { Cell, DataTable } from '../table.js';

/** What became of a row whose count of cells differs from the header's. */
export type FittedCells =
  | { readonly is: 'fits'; readonly cells: readonly Cell[] }
  | { readonly is: 'mended'; readonly cells: readonly Cell[] }
  | { readonly is: 'kept'; readonly cells: readonly Cell[] }
  | { readonly is: 'bad'; readonly problem: Problem };

/**
 * Fits a row into its header. More cells than columns mean that a delimiter inside a cell was not
 * quoted: the table's rules mend the row, keep it as it stands, or report it. Fewer cells in a text
 * file mean that something is lost.
 */
export function fitCells(
  cells: readonly Cell[],
  table: DataTable,
  spec: TableSpec,
  options: ReadonlyMap<string, boolean>,
): FittedCells {
  const columns = table.header.length;
  if (cells.length < columns && table.sheet === null) {
    return { is: 'bad', problem: problem('import.tooFewCells', { cells: cells.length, columns }) };
  }
  const extra = cells.length - columns;
  if (extra <= 0 || cells.slice(columns).every((cell) => cell === null || cell.trim() === '')) {
    return { is: 'fits', cells };
  }
  const { mend, option, otherwise } = spec.extraCells;
  if (mend.length > 0 && (option === null || options.get(option) === true)) {
    const mended = mendCells(cells, extra, table, spec);
    if (mended) return { is: 'mended', cells: mended };
  }
  if (otherwise === 'keep') return { is: 'kept', cells: cells.slice(0, columns) };
  return { is: 'bad', problem: problem('import.tooManyCells', { cells: cells.length, columns }) };
}

function mendCells(cells: readonly Cell[], extra: number, table: DataTable, spec: TableSpec): Cell[] | null {
  for (const { column, next } of spec.extraCells.mend) {
    const at = table.header.indexOf(column);
    if (next && !next.test(cells[at + 1] ?? '')) continue;
    const torn = cells.slice(at, at + extra + 1).map((cell) => cell ?? '');
    return [...cells.slice(0, at), torn.join(table.delimiter), ...cells.slice(at + extra + 1)];
  }
  return null;
}

/** Whether a row passes the table's conditions (`only`). */
export function isWanted(cells: readonly Cell[], header: readonly string[], spec: TableSpec): boolean {
  for (const [column, values] of spec.only) {
    if (!values.has((cells[header.indexOf(column)] ?? '').trim())) return false;
  }
  return true;
}
