import { type PrintColumn, type PrintPart, printText, ruledTable } from '../../../ui/print/parts';
import { signaturePart } from '../../../ui/print/SignatureRow';
import { cellWords, isFigure, type MonthlyTable, type Part } from './table';

/** The words that the paper needs, in the reader's language. */
export interface PaperWords {
  /** State, who filled and reviewed it, frozen or not: the head of the table. */
  readonly standing: string;
  readonly item: string;
  readonly previous: string;
  readonly lastYear: string;
  readonly corrections: string;
  readonly correction: (each: MonthlyTable['corrections'][number], cell: string) => string;
  readonly before: (value: string) => string;
  readonly signers: readonly string[];
}

/** The totals stand beside last month's and last year's (dossier E6). */
const comparedPart = 1;
const itemWidth = 24;

/** The table as it is filed: ten ruled parts, the corrections, the note, and the places to sign. */
export function monthlyParts(table: MonthlyTable, words: PaperWords): PrintPart[] {
  return [
    printText('standing', undefined, words.standing),
    ...table.parts.map((part) => ruledPart(part, words)),
    ...(table.corrections.length > 0
      ? [
          printText(
            'corrections',
            words.corrections,
            table.corrections.map((each) => words.correction(each, cellWords(table, each.cell))).join('\n'),
          ),
        ]
      : []),
    printText('note', undefined, table.note),
    signaturePart('signatures', words.signers),
  ];
}

function ruledPart(part: Part, words: PaperWords): PrintPart {
  const compared = part.no === comparedPart;
  const figures = part.columns.length > 0;
  const columns: PrintColumn[] = [
    { key: 'item', label: words.item, width: itemWidth },
    ...(figures ? part.columns : ['']).map((label, place) => ({
      key: `c${place}`,
      label,
      numeric: figures && part.rows.every((row) => isFigure(row.cells[place]?.text)),
    })),
    ...(compared
      ? [
          { key: 'previous', label: words.previous, numeric: true },
          { key: 'lastYear', label: words.lastYear, numeric: true },
        ]
      : []),
  ];
  const rows = part.rows.map((row, place) => ({
    key: row.cells[0]?.place ?? `${row.label}-${place}`,
    cells:
      row.cells.length === 0
        ? [<strong key="head">{row.label}</strong>, ...columns.slice(1).map(() => '')]
        : [
            row.label,
            ...row.cells.map((cell) =>
              cell.uncorrected === null ? cell.text : `${cell.text}（${words.before(cell.uncorrected)}）`,
            ),
            ...(compared ? [row.cells[0]?.previous ?? '–', row.cells[0]?.lastYear ?? '–'] : []),
          ],
  }));
  const ruled = ruledTable(`part-${part.no}`, `${part.no}. ${part.title}`, columns, rows);
  if (figures) return ruled;
  const { head: _, ...headless } = ruled;
  return headless;
}
