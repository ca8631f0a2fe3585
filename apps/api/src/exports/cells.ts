/** One value of an export, ready for any format. */
export type ExportCell =
  | { readonly is: 'empty' }
  | { readonly is: 'text'; readonly text: string }
  /** Exact decimal text. */
  | { readonly is: 'number'; readonly text: string }
  /** `YYYY-MM-DD`. */
  | { readonly is: 'day'; readonly text: string }
  /** `YYYY-MM-DD HH:MM:SS[.mmm]` in the organisation's zone. */
  | { readonly is: 'time'; readonly text: string };

export const emptyCell: ExportCell = { is: 'empty' };

/** A format of an export: turns a header and rows of cells into bytes, piece by piece. */
export type ExportWriter = (
  header: readonly string[],
  rows: AsyncIterable<readonly ExportCell[]>,
) => AsyncIterable<Buffer>;
