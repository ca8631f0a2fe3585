import { evaluate } from '../convert/formula.js';
import { type Fraction, parseNumber } from '../convert/fraction.js';
import { type Converted, convert, numberValue, type ValueStyle } from '../convert/values.js';
import { type Problem, problem } from '../problem.js';
import type { Profile, TableLink, ValueSpec } from '../profile/profile.js';
import type { FieldValue, TargetField } from '../profile/target.js';
import type { Cell } from '../table.js';
import { unguarded } from '../text/formula-guard.js';
import type { LinkedTable } from './linked-table.js';
import type { RowProblem } from './mapped.js';

/** Most characters of a bad value that a report repeats. */
const shownCharacters = 100;

/** Reads the values of one row after the other as a profile says, and gathers what is wrong with them. */
export class RowReader {
  problems: RowProblem[] = [];
  private rowNo = 0;
  private cells: readonly Cell[] = [];
  private readonly columns: ReadonlyMap<string, number>;

  constructor(
    private readonly profile: Profile,
    header: readonly string[],
    private readonly linked: ReadonlyMap<string, LinkedTable>,
    private readonly style: ValueStyle,
  ) {
    this.columns = new Map(header.map((name, index) => [name, index]));
  }

  start(rowNo: number, cells: readonly Cell[]): void {
    this.rowNo = rowNo;
    this.cells = cells;
    this.problems = [];
  }

  /** The text of a column; null when it is empty or means nothing (`empty`). */
  text(column: string): string | null {
    const cell = this.cells[this.columns.get(column) ?? -1] ?? '';
    const text = (this.profile.guarded ? unguarded(cell) : withLineEnds(cell)).trim();
    return text === '' || this.profile.empty.has(text) ? null : text;
  }

  /** The text behind a value: for keys and look-ups. */
  sourceText(spec: ValueSpec): string | null {
    const text = this.rawText(spec);
    return text === undefined ? null : text;
  }

  /** The value for a field; undefined when it comes from a table that was not given, or is wrong (and noted). */
  value(spec: ValueSpec, field: TargetField): FieldValue | undefined {
    if (spec.is === 'exists') {
      const table = this.linked.get(spec.link.table);
      return table ? table.find(spec.link, this.linkValues(spec.link)) !== undefined : undefined;
    }
    if (spec.is === 'formula') return this.computed(spec, field);
    const text = this.rawText(spec);
    if (text === undefined) return undefined;
    if (text === null) {
      if (!field.nullable) this.note(spec, problem('import.required'));
      return field.nullable ? null : undefined;
    }
    const formats = spec.is === 'column' ? spec.formats : null;
    return this.settled(convert(text, field, formats ? { ...this.style, formats } : this.style), spec, text);
  }

  /** The column that a value comes from, as its place in a report. */
  columnOf(spec: ValueSpec | undefined): string | null {
    switch (spec?.is) {
      case 'column':
        return spec.from ? (spec.from.pairs[0]?.here ?? null) : spec.column;
      case 'template': {
        const part = spec.parts.find((p) => typeof p !== 'string');
        return typeof part === 'object' ? part.column : null;
      }
      default:
        return null;
    }
  }

  /** Notes what is wrong; of one cell the first point is enough. */
  note(spec: ValueSpec | undefined, found: Problem, column = this.columnOf(spec)): void {
    if (column !== null && this.problems.some((known) => known.column === column)) return;
    const index = column === null ? undefined : this.columns.get(column);
    const text = index === undefined ? null : (this.cells[index] ?? null);
    this.problems.push({
      rowNo: this.rowNo,
      column,
      columnNo: index === undefined ? null : index + 1,
      value: text === null ? null : [...text].slice(0, shownCharacters).join(''),
      problem: found,
    });
  }

  /** Undefined when the value comes from a table that was not given. */
  private rawText(spec: ValueSpec): string | null | undefined {
    switch (spec.is) {
      case 'fixed':
        return spec.text;
      case 'template': {
        const texts = spec.parts.map((part) =>
          typeof part === 'string' ? part : (this.text(part.column) ?? ''),
        );
        const filled = spec.parts.some((part) => typeof part !== 'string' && this.text(part.column) !== null);
        return filled ? texts.join('').trim() : null;
      }
      case 'column': {
        const found = spec.from ? this.linkedText(spec.from, spec.column) : this.text(spec.column);
        if (found === undefined) return undefined;
        return found === null ? spec.otherwise : this.mapped(found, spec);
      }
      default:
        return null;
    }
  }

  private mapped(text: string, spec: Extract<ValueSpec, { is: 'column' }>): string | null {
    if (!spec.map) return text;
    const to = spec.map.get(text);
    if (to !== undefined) return to;
    if (spec.otherwise !== null) return spec.otherwise;
    this.note(spec, problem('import.notMapped', { allowed: [...spec.map.keys()].join(', ') }));
    return null;
  }

  private linkedText(link: TableLink, column: string): string | null | undefined {
    const table = this.linked.get(link.table);
    if (!table) return undefined;
    return table.find(link, this.linkValues(link))?.get(column) ?? null;
  }

  private linkValues(link: TableLink): string[] {
    return link.pairs.map(({ here }) => this.text(here) ?? '');
  }

  private computed(spec: Extract<ValueSpec, { is: 'formula' }>, field: TargetField): FieldValue | undefined {
    const before = this.problems.length;
    const number = evaluate(spec.formula, (column) => this.number(column));
    if (this.problems.length > before) return undefined;
    if (!number) {
      if (!field.nullable) this.note(undefined, problem('import.notComputable'));
      return field.nullable ? null : undefined;
    }
    return this.settled(numberValue(number, field), spec, null);
  }

  private number(column: string): Fraction | null {
    const text = this.text(column);
    const number = text === null ? null : parseNumber(text, this.style.numbers);
    if (text !== null && !number) this.note(undefined, problem('import.notANumber'), column);
    return number;
  }

  private settled(converted: Converted, spec: ValueSpec, text: string | null): FieldValue | undefined {
    if ('value' in converted) return converted.value;
    if (spec.is === 'fixed') this.note(spec, problem('import.fixedValue', { value: text ?? '' }), null);
    else this.note(spec, converted.problem);
    return undefined;
  }
}

/** Line ends as a workbook's XML writes them stay behind in CSV files that other programs made of it. */
function withLineEnds(text: string): string {
  return text.includes('_x000')
    ? text.replace(/_x000([dDaA])_/g, (_, mark: string) => (mark.toUpperCase() === 'D' ? '\r' : '\n'))
    : text;
}
