import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Label, Language } from '@kehu/domain/catalogue/labels';
import type { ReactElement, ReactNode } from 'react';
import { fieldLabel } from '../../app/own-labels';
import type { Rights } from '../../data/rights';
import { at, isNumeric, labelOf, textOf } from '../Value';

/**
 * One piece of a printed document that may run over the end of a sheet, but only between its rows. A table
 * repeats its head on the next sheet; whatever must stay together is one row.
 */
export interface PrintPart {
  readonly key: string;
  readonly heading?: string;
  /** Shares of the width of the columns, in percent. */
  readonly widths: readonly number[];
  /** The head of a table: one `tr`. */
  readonly head?: ReactElement;
  readonly rows: readonly PrintRow[];
  /** Without rules: text, places for signatures. */
  readonly plain?: boolean;
  /** Begins on a sheet of its own. */
  readonly fresh?: boolean;
}

/** One `tr` with a key. */
export interface PrintRow {
  readonly key: string;
  readonly row: ReactElement;
}

/** A label and its value in a ruled form. */
export interface PrintField {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

type RecordLike = Readonly<Record<string, unknown>>;

/** The fields of a record as they go into a ruled form, masked as they were read; unseen ones are left out. */
export function printFields(
  kind: Kind,
  names: readonly string[],
  record: RecordLike,
  rights: Rights,
  language: Language,
): PrintField[] {
  return names.flatMap((name) => {
    const { field, value } = at(kind, name, record);
    if (!field || !rights.seesField(kind, name.split('.')[0] ?? '')) return [];
    const wide = field.is === 'column' && field.type === 'text' && (field.max ?? 0) >= 300;
    const label: Label = name.includes('.') ? labelOf(kind, name) : fieldLabel(kind, name);
    return [{ key: name, label: label[language], value: textOf(field, value, language), wide }];
  });
}

const cutAt = 600;

/** A text in pieces that end with a paragraph or a sentence where one ends in time; anything else as it is. */
export function cutText(value: ReactNode): readonly ReactNode[] {
  if (typeof value !== 'string' || value.length <= cutAt) return [value];
  const pieces: string[] = [];
  let rest = value;
  while (rest.length > cutAt) {
    const head = rest.slice(0, cutAt);
    const end = Math.max(
      head.lastIndexOf('\n'),
      head.lastIndexOf('。'),
      head.lastIndexOf('；'),
      head.lastIndexOf('. '),
    );
    const at = end > cutAt / 2 ? end + 1 : cutAt;
    pieces.push(rest.slice(0, at).replace(/\n$/, ''));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/** Labels and values in a ruled form, two pairs a row, as a company's card has them. */
export function ruledFields(
  key: string,
  heading: string | undefined,
  fields: readonly PrintField[],
): PrintPart {
  const rows: PrintRow[] = [];
  let waiting: PrintField | null = null;
  // A long text is several rows, so that a sheet's end can fall between them and nothing is cut off.
  const single = (field: PrintField): PrintRow[] =>
    cutText(field.value).map((value, index) => ({
      key: index === 0 ? field.key : `${field.key}.${index}`,
      row: (
        <tr>
          <th scope="row" style={index > 0 ? { borderTop: 0 } : undefined}>
            {index === 0 ? field.label : ''}
          </th>
          <td colSpan={3} style={index > 0 ? { borderTop: 0 } : undefined}>
            {value}
          </td>
        </tr>
      ),
    }));
  for (const field of fields) {
    if (field.wide) {
      if (waiting) rows.push(...single(waiting));
      waiting = null;
      rows.push(...single(field));
    } else if (waiting) {
      rows.push({
        key: waiting.key,
        row: (
          <tr>
            <th scope="row">{waiting.label}</th>
            <td>{waiting.value}</td>
            <th scope="row">{field.label}</th>
            <td>{field.value}</td>
          </tr>
        ),
      });
      waiting = null;
    } else waiting = field;
  }
  if (waiting) rows.push(...single(waiting));
  return { key, ...(heading ? { heading } : {}), widths: [16, 34, 16, 34], rows };
}

/** A column of a ruled table. */
export interface PrintColumn {
  readonly key: string;
  readonly label: string;
  /** Share of the width; columns without one share what is left. */
  readonly width?: number;
  readonly numeric?: boolean;
}

/** A ruled table; its head stands again on each sheet that it runs on to. */
export function ruledTable(
  key: string,
  heading: string | undefined,
  columns: readonly PrintColumn[],
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[],
): PrintPart {
  const given = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const open = columns.filter((column) => column.width === undefined).length;
  const align = (column: PrintColumn | undefined) => ({
    textAlign: column?.numeric ? ('right' as const) : undefined,
  });
  return {
    key,
    ...(heading ? { heading } : {}),
    widths: columns.map((column) => column.width ?? (100 - given) / open),
    head: (
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" style={{ textAlign: 'center' }}>
            {column.label}
          </th>
        ))}
      </tr>
    ),
    rows: rows.map((row) => ({
      key: row.key,
      row: (
        <tr>
          {row.cells.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns
            <td key={index} style={align(columns[index])}>
              {cell}
            </td>
          ))}
        </tr>
      ),
    })),
  };
}

/** Records of a kind as a ruled table, masked as they were read; unseen columns are left out. */
export function ruledRecords(
  key: string,
  heading: string | undefined,
  kind: Kind,
  names: readonly string[],
  records: readonly (RecordLike & { readonly id: string })[],
  rights: Rights,
  language: Language,
  widths: Readonly<Record<string, number>> = {},
): PrintPart {
  const shown = names.filter((name) => rights.seesField(kind, name.split('.')[0] ?? ''));
  const columns = shown.map((name) => {
    const { field } = at(kind, name, {});
    const width = widths[name];
    return {
      key: name,
      label: labelOf(kind, name)[language],
      numeric: field !== undefined && isNumeric(field),
      ...(width === undefined ? {} : { width }),
    };
  });
  const rows = records.map((record) => ({
    key: record.id,
    cells: shown.map((name) => {
      const { field, value } = at(kind, name, record);
      return field ? textOf(field, value, language) : '';
    }),
  }));
  return ruledTable(key, heading, columns, rows);
}

/** How a paragraph stands in a Chinese letter: the salutation at the edge, the text indented, the end at the right. */
const stands = {
  opening: {},
  text: { textIndent: '2em', textAlign: 'justify' },
  closing: { textAlign: 'right' },
} as const;

/** Running text without rules; it may be cut between its paragraphs. */
export function printText(
  key: string,
  heading: string | undefined,
  text: string,
  place: keyof typeof stands = 'text',
): PrintPart {
  return {
    key,
    ...(heading ? { heading } : {}),
    widths: [100],
    plain: true,
    rows: text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line, index) => ({
        key: String(index),
        row: (
          <tr>
            <td style={stands[place]}>{line}</td>
          </tr>
        ),
      })),
  };
}
