import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Language } from '@kehu/domain/catalogue/labels';
import { type MessageValues, message, messageText } from '@kehu/domain/messages/message';
import { ImportError, type Problem } from '@kehu/importer/problem';
import type { BadRow } from './check-pass.js';
import type { ImportProgress } from './progress.js';
import type { ImportOutcome } from './run-import.js';
import { placeOf } from './run-record.js';

/** Bad rows that the operator's tool prints; all that are kept are listed in the dashboard. */
const mostPrinted = 50;

/** A problem in the reader's language; kinds of records by their label. */
export function problemText({ message: key, values }: Problem, language: Language): string {
  const { kind } = values;
  const named =
    typeof kind === 'string' && isKind(kind) ? { ...values, kind: kindNamed(kind).label } : values;
  return messageText(key, named as MessageValues, language);
}

/** `orders.csv 第3行第2列（订单日期）「2016-02-30」：没有这样的日期或时间。` */
export function badRowText(bad: BadRow, language: Language): string {
  const { rowNo: row, column, columnNo, value } = bad;
  const place =
    columnNo !== null
      ? message('import.place', { row, column: columnNo }, language)
      : column !== null
        ? message('import.placeNamed', { row, column }, language)
        : message('import.placeRow', { row }, language);
  const name = columnNo !== null && column !== null ? ` (${column})` : '';
  const shown = value === null ? '' : ` ${JSON.stringify(value)}`;
  return `${placeOf(bad)} ${place}${name}${shown}: ${problemText(bad.problem, language)}`;
}

/** What came of an import, line by line. */
export function outcomeLines(outcome: ImportOutcome, dryRun: boolean, language: Language): string[] {
  const { check, counts, tables, leftOut, runId: run } = outcome;
  const say = (key: Parameters<typeof message>[0], values: MessageValues = {}) =>
    message(key, values, language);
  const lines = tables.map(({ name: table, file, encoding }) =>
    encoding === null
      ? say('import.fileIs', { file, table })
      : say('import.fileIsEncoded', { file, table, encoding }),
  );
  for (const file of leftOut) lines.push(say('import.leftOut', { file }));
  if (check.rowsBad > 0) lines.push(say('import.badRows', { bad: check.rowsBad }));
  for (const bad of check.bad.slice(0, mostPrinted)) lines.push(`  ${badRowText(bad, language)}`);
  const more = Math.max(check.bad.length, check.rowsBad) - mostPrinted;
  if (more > 0) lines.push(`  ${say('import.moreBad', { rows: more })}`);
  if (check.rowsDependent > 0) lines.push(say('import.dependentRows', { rows: check.rowsDependent }));
  if (check.rowsMended > 0) lines.push(say('import.mendedRows', { rows: check.rowsMended }));
  if (check.rowsKept > 0) lines.push(say('import.keptRows', { rows: check.rowsKept }));
  if (outcome.state === 'REFUSED') return [...lines, say('import.refused', { bad: check.rowsBad, run })];
  for (const [kind, of] of counts) {
    lines.push(`  ${say('import.kindCounts', { kind: kindNamed(kind).label, ...of })}`);
  }
  return [...lines, say(dryRun ? 'import.dryRunDone' : 'import.done', { rows: check.rowsRead, run })];
}

/** Where an import stands. */
export function progressText({ phase, file, rows }: ImportProgress, language: Language): string {
  const key =
    phase === 'checking' ? 'import.checking' : phase === 'writing' ? 'import.writing' : 'import.totals';
  const name = isKind(file) ? kindNamed(file).label[language] : file;
  return message(key, { file: name, rows }, language);
}

/** The texts of an error that an import ended with; null for one that is none of people's making. */
export function errorTexts(error: unknown, language: Language): string[] | null {
  return error instanceof ImportError ? error.problems.map((found) => problemText(found, language)) : null;
}

function isKind(name: string): boolean {
  try {
    return kindNamed(name) !== undefined;
  } catch {
    return false;
  }
}
