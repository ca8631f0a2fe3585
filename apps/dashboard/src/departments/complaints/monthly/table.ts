/** A cell of the monthly table as the server answers it. */
export interface Cell {
  readonly place: string;
  readonly text: string;
  readonly previous: string | null;
  readonly lastYear: string | null;
  readonly cases: number;
  readonly uncorrected: string | null;
}
export interface Part {
  readonly no: number;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}
export interface Report {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly causes: string | null;
  readonly comment: string | null;
  readonly gmComment: string | null;
  readonly filledBy: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly submittedAt: string | null;
  readonly dueAt: string;
  readonly late: boolean;
}
export interface MonthlyTable {
  readonly organisation: string;
  readonly period: string;
  readonly asOf: string;
  readonly report: Report | null;
  readonly stateLabel: string | null;
  readonly partOnly: boolean;
  readonly frozen: boolean;
  readonly note: string;
  readonly corrections: readonly {
    readonly number: number;
    readonly cell: string;
    readonly before: string | null;
    readonly after: string;
    readonly reason: string;
  }[];
  readonly parts: readonly Part[];
}

export const tableText = `query MonthlyTable($period: Month!) {
  table: monthlyTable(period: $period) {
    organisation period asOf stateLabel partOnly frozen note
    report { id version state causes comment gmComment filledBy reviewedBy reviewedAt submittedAt dueAt late }
    corrections { number cell before after reason }
    parts { no title columns rows { label cells { place text previous lastYear cases uncorrected } } }
  }
}`;

export interface CountedCase {
  readonly complaintId: string;
  readonly no: string;
  readonly stateLabel: string;
  readonly categoryLabel: string;
  readonly store: string | null;
  readonly receivedAt: string;
  readonly closedAt: string | null;
  readonly breached: boolean;
}

export const casesText = `query MonthlyTableCases($period: Month!, $place: String!) {
  cases: monthlyTableCases(period: $period, place: $place) {
    complaintId no stateLabel categoryLabel store receivedAt closedAt breached
  }
}`;

/** Whether a cell holds a figure, which stands at the right; words stand at the left. */
export const isFigure = (text: string | undefined): boolean =>
  text === undefined || /^[-–\u2212\d\s.,%]*$/.test(text);

/** Where a cell stands, in words: `一、总量 · 收到 · 件`. */
export function cellWords(table: MonthlyTable, place: string): string {
  for (const part of table.parts)
    for (const row of part.rows) {
      const at = row.cells.findIndex((cell) => cell.place === place);
      if (at >= 0) return [row.label, part.columns[at]].filter(Boolean).join(' · ');
    }
  return place;
}
