import type { Compilation } from '../compilation.js';
import { operatorNames, operatorsCondition } from '../operators.js';
import { badInput } from '../problems.js';
import { part, parts, type Source } from '../run.js';
import { all, any, raw, type Sql } from '../sql.js';
import type { Figures } from './figures.js';

/** `having`: the group's numbers with operators, measures by name, and, or, not. */
export function havingSql(c: Compilation, figures: Figures, source: Source, negated: boolean): Sql {
  if (source.value === null || typeof source.value !== 'object' || Array.isArray(source.value)) {
    throw badInput('emptyOperator', source.path);
  }
  const given = parts(source);
  if (given.length === 0) throw badInput('emptyOperator', source.path);
  const conditions = given.map(([name, inner]) => entry(c, figures, name, inner, negated));
  return negated ? any(conditions) : all(conditions);
}

function entry(c: Compilation, figures: Figures, name: string, source: Source, negated: boolean): Sql {
  switch (name) {
    case 'not':
      return havingSql(c, figures, source, !negated);
    case 'and':
    case 'or': {
      if (!Array.isArray(source.value)) throw badInput('emptyOperator', source.path);
      const list = source.value.map((_, i) => havingSql(c, figures, part(source, i), negated));
      return (name === 'and') !== negated ? all(list) : any(list);
    }
    case 'count':
      return compared(c, figures, figures.count(), source, negated);
    case 'measure': {
      const column = figures.measure(part(source, 'name').value, `${source.path}.name`);
      return compared(c, figures, column, without(source, 'name'), negated, true);
    }
    case 'percentile': {
      const p = part(source, 'p').value;
      const column = (path: readonly string[], where: string) => figures.percentile(p, path, where);
      return numbers(c, figures, column, without(source, 'p'), negated, []);
    }
    default: {
      const column = (path: readonly string[], where: string) => figures.number(name, path, where);
      return numbers(c, figures, column, source, negated, []);
    }
  }
}

function compared(
  c: Compilation,
  figures: Figures,
  column: number,
  source: Source,
  negated: boolean,
  measure = false,
): Sql {
  const figure = figures.columns[column];
  if (!figure) throw new Error('A figure has no column.');
  const operand = {
    value: raw(`g._m${column}`),
    // A measure is a decimal to whoever asks, whatever it is made of.
    type: measure && figure.compared === 'integer' ? ('decimal' as const) : figure.compared,
    nullable: !figure.counts,
    trusted: false,
  };
  return operatorsCondition(operand, source, negated, () => {
    c.conditions++;
  });
}

function numbers(
  c: Compilation,
  figures: Figures,
  column: (path: readonly string[], where: string) => number,
  source: Source,
  negated: boolean,
  before: readonly string[],
): Sql {
  if (source.value === null || typeof source.value !== 'object') throw badInput('emptyOperator', source.path);
  const given = parts(source);
  if (given.length === 0) throw badInput('emptyOperator', source.path);
  const conditions = given.map(([name, inner]) => {
    const path = [...before, name];
    const { value } = inner;
    const operators =
      value === null ||
      typeof value !== 'object' ||
      Object.keys(value).every((key) => operatorNames.has(key));
    if (operators) return compared(c, figures, column(path, inner.path), inner, negated);
    return numbers(c, figures, column, inner, negated, path);
  });
  return negated ? any(conditions) : all(conditions);
}

/** The same part without one of its entries. */
function without(source: Source, key: string): Source {
  if (source.value === null || typeof source.value !== 'object') return source;
  const { [key]: _, ...rest } = source.value as Record<string, unknown>;
  return { ...source, value: rest };
}
