import type { Measure } from '../arguments.js';
import { measuredAt } from '../children-numbers.js';
import type { Compilation } from '../compilation.js';
import { filter } from '../filter.js';
import type { ReadFieldType } from '../model.js';
import {
  isMeasurable,
  type Measured,
  type NumberName,
  numberNames,
  numberSql,
  numberType,
} from '../numbers.js';
import { only } from '../order.js';
import type { Place } from '../place.js';
import { badInput } from '../problems.js';
import { part, parts, type Source } from '../run.js';
import { SqlNumber } from '../runner.js';
import { raw, type Sql, sql } from '../sql.js';

/** A number of a group: its SQL over the group's rows, and its types. */
export interface Figure {
  readonly value: () => Sql;
  readonly type: ReadFieldType;
  /** The type that `having` compares it as. */
  readonly compared: ReadFieldType;
  readonly scale: number;
  /** Zero, not null, where there are no rows. */
  readonly counts: boolean;
}

/**
 * The numbers of one grouping. Values are collected row by row first, since percentiles need the
 * rows ranked inside their group: then the rows are projected, else the values are used directly.
 */
export class Figures {
  /** Values of a row. */
  readonly values: Sql[] = [];
  /** Values that are ranked inside their group. */
  readonly ranked = new Set<number>();
  /** Asked-for figures, in the order of their columns. */
  readonly columns: Figure[] = [];
  private readonly named = new Map<string, number>();
  private readonly resolving = new Set<string>();
  private readonly measures = new Map<string, Source>();

  constructor(
    private readonly c: Compilation,
    private readonly place: Place,
    measures: Source,
    /** Figures of the period before, by the name of a measure; null where none may be asked for. */
    private readonly earlier: { figure(name: unknown, path: string): Figure } | null,
  ) {
    if (measures.value === null || measures.value === undefined) return;
    if (!Array.isArray(measures.value)) throw badInput('wrongValue', measures.path, { type: 'list' });
    for (const i of measures.value.keys()) this.declare(part(measures, i));
  }

  /** The rows must be projected before they are grouped. */
  get projected(): boolean {
    return this.ranked.size > 0;
  }

  private declare(source: Source): void {
    const { name } = (source.value ?? {}) as Partial<Measure>;
    if (typeof name !== 'string' || name === '' || name === 'count' || this.measures.has(name)) {
      throw badInput('measureName', `${source.path}.name`);
    }
    this.measures.set(name, source);
  }

  /** The column of the plain count. */
  count(): number {
    return this.column('count', () => this.countFigure());
  }

  private countFigure(): Figure {
    return { value: () => raw('COUNT(*)'), type: 'integer', compared: 'integer', scale: 0, counts: true };
  }

  /** The column of `sum { total }`, `median { total }` … of a path. */
  number(name: string, path: readonly string[], where: string): number {
    return this.column(`${name} ${path.join('.')}`, () => this.numberFigure(name, path, where));
  }

  percentile(p: unknown, path: readonly string[], where: string): number {
    if (typeof p !== 'number' || !(p >= 0 && p <= 1))
      throw badInput('wrongValue', `${where}.p`, { type: 'share' });
    return this.column(`percentile ${p} ${path.join('.')}`, () => this.percentileFigure(p, path, where));
  }

  /** Every declared measure, read or not: what is wrong or forbidden in one is said even so. */
  measureAll(): void {
    for (const [name, { path }] of this.measures) this.measure(name, `${path}.name`);
  }

  measure(name: unknown, path: string): number {
    const text = typeof name === 'string' ? name : '';
    if (text === 'count') return this.count();
    return this.column(`measure ${text}`, () => this.measureFigure(text, path));
  }

  private column(name: string, make: () => Figure): number {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    const index = this.columns.push(make()) - 1;
    this.named.set(name, index);
    return index;
  }

  private measured(path: readonly string[], where: string): Measured {
    return measuredAt(this.c, this.place, path, where);
  }

  private numberFigure(name: string, path: readonly string[], where: string): Figure {
    if (name === 'median') return this.percentileFigure(0.5, path, where);
    if (!isNumberName(name)) throw badInput('fieldUnknown', where, { name });
    return this.numberOf(name, this.measured(path, where), null, where);
  }

  private numberOf(name: NumberName, measured: Measured, condition: Sql | null, where: string): Figure {
    if (!isMeasurable(name, measured.type)) throw badInput('notMeasurable', where, { name });
    const chosen = condition ? sql`CASE WHEN ${condition} THEN ${measured.value} END` : measured.value;
    const value = this.row(chosen);
    const { type, compared } = numberType(name, measured);
    const scale = (measured.scale ?? 0) + (name === 'avg' ? 4 : 0);
    return {
      value: () => numberSql(name, measured, this.ref(value)),
      type,
      compared,
      scale,
      counts: name === 'countDistinct',
    };
  }

  /** Linear interpolation between the two nearest ranks; nulls do not count. */
  private percentileFigure(p: number, path: readonly string[], where: string): Figure {
    const measured = this.measured(path, where);
    if (!isMeasurable('sum', measured.type)) throw badInput('notMeasurable', where, { name: 'percentile' });
    const ranked = this.row(measured.value);
    this.ranked.add(ranked);
    const share = new SqlNumber(p.toFixed(10)).text;
    // How far a row is from the wanted rank, which may lie between two rows: each weighs 1 − distance.
    const distance = `ABS(r._n${ranked} - r._d${ranked} - (r._n${ranked} - 1) * ${share})`;
    const scale = (measured.scale ?? 0) + 4;
    const decimal = measured.type === 'decimal';
    return {
      value: () => {
        const between = sql`SUM(CASE WHEN ${distance} < 1 THEN ${this.ref(ranked)} * (1 - ${distance}) END)`;
        return decimal ? sql`ROUND(${between}, ${scale})` : between;
      },
      type: decimal ? 'decimal' : 'double',
      compared: decimal ? 'decimal' : 'double',
      scale,
      counts: false,
    };
  }

  private measureFigure(name: string, path: string): Figure {
    const source = this.measures.get(name);
    if (!source || this.resolving.has(name)) throw badInput('measureUnknown', path, { name });
    this.resolving.add(name);
    try {
      return this.contentOf(source);
    } finally {
      this.resolving.delete(name);
    }
  }

  private contentOf(source: Source): Figure {
    const given = parts(source).filter(
      ([key, { value }]) => key !== 'name' && key !== 'where' && value !== null && value !== undefined,
    );
    const [content] = given;
    if (!content || given.length !== 1) throw badInput('measureContent', source.path);
    const [key, inner] = content;
    const where = part(source, 'where');
    const conditional = where.value !== null && where.value !== undefined;
    if (conditional && key !== 'sum' && key !== 'avg') throw badInput('measureContent', where.path);
    const { c, place } = this;
    switch (key) {
      case 'count': {
        const value = this.row(sql`CASE WHEN ${filter(c, place, inner, false)} THEN 1 END`);
        return { ...this.countFigure(), value: () => sql`COUNT(${this.ref(value)})` };
      }
      case 'sum':
      case 'avg': {
        const measured = this.measured(fieldPath(inner), inner.path);
        return this.numberOf(key, measured, conditional ? filter(c, place, where, false) : null, inner.path);
      }
      case 'ratio':
        return this.ratio(inner);
      case 'difference':
        return this.difference(inner);
      case 'previous':
        if (!this.earlier) throw badInput('compareNested', inner.path);
        return this.earlier.figure(inner.value, inner.path);
      default:
        throw badInput('fieldUnknown', inner.path, { name: key });
    }
  }

  private other(source: Source, key: string): Figure {
    const { value, path } = part(source, key);
    if (value === 'count') return this.countFigure();
    return this.measureFigure(typeof value === 'string' ? value : '', path);
  }

  /** Null where the denominator is zero. Ten digits behind the point. */
  private ratio(source: Source): Figure {
    const [of, to] = [this.other(source, 'of'), this.other(source, 'to')];
    const double = of.type === 'double' || to.type === 'double';
    return {
      value: () =>
        double
          ? sql`(${of.value()} / NULLIF(${to.value()}, 0))`
          : sql`ROUND(CAST(${of.value()} AS DECIMAL(50, 20)) / NULLIF(${to.value()}, 0), 10)`,
      type: double ? 'double' : 'decimal',
      compared: double ? 'double' : 'decimal',
      scale: 10,
      counts: false,
    };
  }

  private difference(source: Source): Figure {
    const [of, minus] = [this.other(source, 'of'), this.other(source, 'minus')];
    const double = of.type === 'double' || minus.type === 'double';
    return {
      value: () => sql`(${of.value()} - ${minus.value()})`,
      type: double ? 'double' : 'decimal',
      compared: double ? 'double' : 'decimal',
      scale: Math.max(of.scale, minus.scale),
      counts: of.counts && minus.counts,
    };
  }

  /** The place of a value among those of the rows. */
  private row(value: Sql): number {
    const known = value.binds.length === 0 ? this.values.findIndex((v) => v.text === value.text) : -1;
    return known >= 0 ? known : this.values.push(value) - 1;
  }

  /** A value of the rows as the grouping refers to it, once it is known whether rows are projected. */
  private ref(index: number): Sql {
    return this.projected ? raw(`r._v${index}`) : (this.values[index] as Sql);
  }
}

export function isNumberName(name: string): name is NumberName {
  return (numberNames as readonly string[]).includes(name);
}

/** The path of a one-field object: `{ product: { listPrice: … } }`. */
export function fieldPath(source: Source): string[] {
  const [name, inner] = only(source);
  return inner.value !== null && typeof inner.value === 'object' ? [name, ...fieldPath(inner)] : [name];
}
