import { childrenAsNumbers } from './children-numbers.js';
import { requireUse } from './column-policy.js';
import type { Compilation } from './compilation.js';
import { fieldSql, isNullable } from './fields.js';
import type { ReadField } from './model.js';
import { type Operand, operatorsCondition } from './operators.js';
import type { Place } from './place.js';
import { badInput } from './problems.js';
import { part, parts, type Source } from './run.js';
import { all, any, raw, type Sql, sql } from './sql.js';
import { childrenOf, type ToMany, toMany } from './to-many.js';

/**
 * A filter as a condition on the record of a place; with `negated` its exact complement. A related
 * record that is absent, or not visible, is one whose fields are all null and that has no children.
 */
export function filter(c: Compilation, place: Place, source: Source, negated: boolean): Sql {
  if (!isObject(source.value)) throw badInput('wrongValue', source.path, { type: 'filter' });
  const conditions = parts(source).map(([name, inner]) => entry(c, place, name, inner, negated));
  return negated ? any(conditions) : all(conditions);
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A filter inside another: nothing in it means that a variable was left out, never "all". */
function inner(c: Compilation, place: Place, source: Source, negated: boolean): Sql {
  if (!isObject(source.value) || Object.keys(source.value).length === 0) {
    throw badInput('emptyOperator', source.path);
  }
  return filter(c, place, source, negated);
}

function entry(c: Compilation, place: Place, name: string, source: Source, negated: boolean): Sql {
  if (name === 'not') return inner(c, place, source, !negated);
  if (name === 'and' || name === 'or') {
    if (!Array.isArray(source.value)) throw badInput('emptyOperator', source.path);
    const list = source.value.map((_, i) => inner(c, place, part(source, i), negated));
    return (name === 'and') !== negated ? all(list) : any(list);
  }
  const field = place.kind.fields.get(name);
  if (field) return fieldCondition(c, place, field, source, negated);
  const one = c.one(place.kind, name);
  if (one) {
    if (place.access === 'reader') c.requireKind(one.target, source.path);
    return inner(c, place.one(one), source, negated);
  }
  const many = toMany(place.kind, name);
  if (many) return quantified(c, place, many, source, negated);
  const numbers = name.endsWith('Aggregate') ? toMany(place.kind, name.slice(0, -9)) : undefined;
  if (numbers) return childrenAsNumbers(c, place, numbers, source, negated, filter);
  throw badInput('fieldUnknown', source.path, { name });
}

function fieldCondition(
  c: Compilation,
  place: Place,
  field: ReadField,
  source: Source,
  negated: boolean,
): Sql {
  const reader = place.access === 'reader';
  const operators = isObject(source.value) ? Object.keys(source.value) : [];
  if (reader) {
    const exact = operators.every((name) => name === 'eq' || name === 'in');
    requireUse(c, place.kind, field, exact ? 'exact' : 'filter', source.path);
  }
  const operand = fieldOperand(c, place, field);
  return operatorsCondition(operand, source, negated, () => {
    if (reader) c.conditions++;
  });
}

function fieldOperand(c: Compilation, place: Place, field: ReadField): Operand {
  const { encrypted } = field;
  const { codec, fold } = c.parts;
  return {
    value: encrypted ? raw(place.column(encrypted.hash)) : fieldSql(place, field),
    type: field.type,
    codes: field.codes,
    nullable: isNullable(place, field),
    folded: field.foldedColumn === undefined || encrypted ? undefined : raw(place.column(field.foldedColumn)),
    fold,
    hash: encrypted ? (value) => codec.hash(place.kind.name, field.name, value) : undefined,
    trusted: place.access === 'policy',
    other: (name, path) => {
      const other = place.kind.fields.get(name);
      if (!other || other.encrypted) throw badInput('fieldUnknown', path, { name });
      if (place.access === 'reader') requireUse(c, place.kind, other, 'filter', path);
      return fieldOperand(c, place, other);
    },
  };
}

/** `some`, `none`, `every`; children that the reader may not see do not exist. */
function quantified(c: Compilation, place: Place, relation: ToMany, source: Source, negated: boolean): Sql {
  if (!isObject(source.value) || Object.keys(source.value).length === 0) {
    throw badInput('emptyOperator', source.path);
  }
  const conditions = parts(source).map(([quantifier, condition]) => {
    if (quantifier !== 'some' && quantifier !== 'none' && quantifier !== 'every') {
      throw badInput('fieldUnknown', condition.path, { name: quantifier });
    }
    const {
      place: child,
      parent,
      visible,
    } = childrenOf(c, place.kind, relation, place.access, condition.path);
    const meets = filter(c, child, condition, quantifier === 'every');
    const found = sql`(SELECT 1 FROM ${child.from.sql()} WHERE ${parent} = ${place.id} AND ${visible} AND ${meets})`;
    return (quantifier === 'some') === negated ? sql`NOT EXISTS ${found}` : sql`EXISTS ${found}`;
  });
  return negated ? any(conditions) : all(conditions);
}
