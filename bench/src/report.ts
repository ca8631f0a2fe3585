/** One line of the table: a server and what it did. */
export interface ReportLine {
  readonly name: string;
  readonly requestsPerSecond: number;
  readonly ratio: number;
  readonly statements: number;
  readonly p50: number;
  readonly p99: number;
  /** Megabytes. */
  readonly memory: number;
}

const heads = ['', 'requests/s', 'ratio', 'statements', 'p50 ms', 'p99 ms', 'memory MB'];

/** The lines as a table of text. */
export function table(lines: readonly ReportLine[]): string {
  const cells = [
    heads,
    ...lines.map((line) => [
      line.name,
      line.requestsPerSecond.toFixed(0),
      line.ratio.toFixed(2),
      String(line.statements),
      line.p50.toFixed(1),
      line.p99.toFixed(1),
      String(line.memory),
    ]),
  ];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
