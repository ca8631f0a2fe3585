import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Column, Field } from '@kehu/domain/catalogue/fields';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { type Label, type Language, label } from '@kehu/domain/catalogue/labels';
import { ZoneClock } from '@kehu/importer/convert/dates';
import type { SelectedField } from '@kehu/query/arguments';
import type { Answer } from '@kehu/query/engine';
import { badInput } from '../commands/errors.js';
import { type ExportCell, emptyCell } from './cells.js';
import type { ExportQuestion } from './parse-export.js';

/** One column of an export. */
export interface ExportColumn {
  readonly name: string;
  cell(row: Answer): ExportCell;
}

export interface ColumnContext {
  readonly language: Language;
  /** Times are written in the organisation's zone. */
  readonly zone: string;
  readonly ownLabels: ReadonlyMap<string, Label>;
}

type Reach = (row: Answer) => unknown;
const separator = ' · ';

const words = {
  yes: label('是', '是', 'yes'),
  no: label('否', '否', 'no'),
  id: label('编号', '編號', 'Id'),
  count: label('数量', '數量', 'Count'),
  countDistinct: label('不同值', '相異值', 'Distinct'),
  sum: label('合计', '合計', 'Sum'),
  avg: label('平均', '平均', 'Average'),
  min: label('最小', '最小', 'Minimum'),
  max: label('最大', '最大', 'Maximum'),
  median: label('中位数', '中位數', 'Median'),
  percentile: label('百分位', '百分位', 'Percentile'),
  share: label('占比', '佔比', 'Share'),
  groupCount: label('组数', '組數', 'Groups'),
  folded: label('已合并', '已合併', 'Folded'),
  previous: label('上期', '上期', 'Previous'),
} satisfies Record<string, Label>;

/**
 * The columns of an export in the order in which they were asked for: fields by their label, fields of
 * related records behind that of the relation. Nested lists have no place in a table and are refused.
 */
export function columnsOf({ kind, is, written }: ExportQuestion, context: ColumnContext): ExportColumn[] {
  const reader = new ColumnReader(context);
  const columns =
    is === 'list'
      ? reader.ofKind(kind, written, (row) => row, [])
      : reader.ofAggregate(kind, written, (row) => row, []);
  return distinct(columns);
}

/** A file with two columns of one name could not be read again: later ones get a number. */
function distinct(columns: readonly ExportColumn[]): ExportColumn[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const times = (seen.get(column.name) ?? 0) + 1;
    seen.set(column.name, times);
    return times === 1 ? column : { ...column, name: `${column.name} (${times})` };
  });
}

class ColumnReader {
  private readonly clock: ZoneClock;

  constructor(private readonly context: ColumnContext) {
    this.clock = new ZoneClock(context.zone);
  }

  ofKind(
    kind: Kind,
    fields: readonly SelectedField[],
    reach: Reach,
    path: readonly string[],
  ): ExportColumn[] {
    return fields.flatMap((field) => {
      const { name } = field;
      if (name === '__typename') return [];
      const own = (row: Answer) => valueIn(reach(row), field);
      if (name === 'id') return [column([...path, this.word('id')], own, textCell)];
      const declared = kind.fields[name];
      if (declared?.is === 'toOne') {
        return this.ofKind(kindNamed(declared.target), field.selection, own, [...path, this.label(declared)]);
      }
      if (declared)
        return [column([...path, this.label(declared)], own, (value) => this.cell(declared, value))];
      const inverse = inverseOne(kind, name);
      if (inverse)
        return this.ofKind(inverse, field.selection, own, [...path, inverse.label[this.context.language]]);
      const coded = codedField(kind, name);
      if (coded) {
        const code = (row: Answer) => valueIn(reach(row), { ...field, name: coded.name });
        return [
          column([...path, this.label(coded.field)], code, (value) => this.codeCell(coded.field, value)),
        ];
      }
      throw badInput({ path: 'query', message: 'export.nestedList', values: { field: name } });
    });
  }

  ofAggregate(
    kind: Kind,
    fields: readonly SelectedField[],
    reach: Reach,
    path: readonly string[],
  ): ExportColumn[] {
    return fields.flatMap((field) => {
      const { name, key, selection } = field;
      const own = (row: Answer) => valueIn(reach(row), field);
      switch (name) {
        case '__typename':
          return [];
        case 'key':
          return this.ofKind(kind, selection, own, path);
        case 'previous':
          return this.ofAggregate(kind, selection, own, [...path, this.word('previous')]);
        case 'measure':
          return [column([...path, key === name ? String(field.arguments.name) : key], own, numberCell)];
        case 'count':
        case 'share':
        case 'groupCount':
          return [column([...path, this.word(name)], own, numberCell)];
        case 'folded':
          return [column([...path, this.word(name)], own, (value) => this.yesNo(value))];
        case 'sum':
        case 'avg':
        case 'min':
        case 'max':
        case 'median':
        case 'percentile':
        case 'countDistinct': {
          const rank = name === 'percentile' ? ` ${Number(field.arguments.p) * 100} %` : '';
          return this.ofNumbers(kind, name, selection, own, [...path, `${this.word(name)}${rank}`]);
        }
        default:
          throw badInput({ path: 'query', message: 'export.nestedList', values: { field: name } });
      }
    });
  }

  private ofNumbers(
    kind: Kind,
    figure: string,
    fields: readonly SelectedField[],
    reach: Reach,
    path: readonly string[],
  ): ExportColumn[] {
    return fields.flatMap((field) => {
      if (field.name === '__typename') return [];
      const declared = kind.fields[field.name];
      const own = (row: Answer) => valueIn(reach(row), field);
      const name = declared ? this.label(declared) : field.name;
      const keepsType = (figure === 'min' || figure === 'max') && declared !== undefined;
      return [column([...path, name], own, keepsType ? (value) => this.cell(declared, value) : numberCell)];
    });
  }

  private cell(field: Field, value: unknown): ExportCell {
    if (value === null || value === undefined) return emptyCell;
    switch (field.is === 'toOne' ? 'id' : field.type) {
      case 'integer':
      case 'decimal':
      case 'double':
        return numberCell(value);
      case 'boolean':
        return this.yesNo(value);
      case 'date':
        return { is: 'day', text: String(value) };
      case 'dateTime':
        return this.timeCell(String(value));
      case 'json':
        return { is: 'text', text: JSON.stringify(value) };
      default:
        return textCell(value);
    }
  }

  /** An instant as the organisation's wall clock shows it; a bucket of a group stays the text that it is. */
  private timeCell(value: string): ExportCell {
    if (!/^\d{4}-\d{2}-\d{2}T/.test(value)) return { is: 'text', text: value };
    return { is: 'time', text: this.clock.toLocal(Date.parse(value)) };
  }

  private codeCell(field: Column, value: unknown): ExportCell {
    if (typeof value !== 'string' || !field.vocabulary) return textCell(value);
    const { name, labels } = field.vocabulary;
    const text = this.context.ownLabels.get(`${name}.${value}`) ?? labels[value];
    return { is: 'text', text: text?.[this.context.language] ?? value };
  }

  private yesNo(value: unknown): ExportCell {
    if (value === null || value === undefined) return emptyCell;
    return { is: 'text', text: this.word(value ? 'yes' : 'no') };
  }

  private label(field: Field): string {
    return field.label[this.context.language];
  }
  private word(word: keyof typeof words): string {
    return words[word][this.context.language];
  }
}

function column(path: readonly string[], reach: Reach, cell: (value: unknown) => ExportCell): ExportColumn {
  return { name: path.join(separator), cell: (row) => cell(reach(row)) };
}

function numberCell(value: unknown): ExportCell {
  return value === null || value === undefined ? emptyCell : { is: 'number', text: String(value) };
}

function textCell(value: unknown): ExportCell {
  return value === null || value === undefined ? emptyCell : { is: 'text', text: String(value) };
}

/** Fields with arguments stand under `@` and their key in an answer of the read engine. */
function valueIn(record: unknown, { name, key }: SelectedField): unknown {
  if (record === null || typeof record !== 'object') return null;
  const values = record as Answer;
  return values[`@${key}`] ?? values[name] ?? null;
}

/** `stateLabel` is the label of `state`. */
function codedField(kind: Kind, name: string): { name: string; field: Column } | null {
  if (!name.endsWith('Label')) return null;
  const original = name.slice(0, -'Label'.length);
  const field = kind.fields[original];
  return field?.is === 'column' && field.vocabulary ? { name: original, field } : null;
}

/** The kind that has a one-to-one relation to this one under a name (`personProfile`). */
function inverseOne(kind: Kind, name: string): Kind | null {
  return inverses(kind).get(name) ?? null;
}

const known = new Map<string, Map<string, Kind>>();
function inverses(kind: Kind): Map<string, Kind> {
  let found = known.get(kind.name);
  if (!found) {
    found = new Map();
    for (const other of catalogue) {
      for (const field of Object.values(other.fields)) {
        if (field.is === 'toOne' && field.target === kind.name && field.inverse && field.inverseOne) {
          found.set(field.inverse, other);
        }
      }
    }
    known.set(kind.name, found);
  }
  return found;
}
