import type { ReadField, ReadFieldType, ReadKind, ReadRelation } from '../model.js';
import { aggregateValue } from './measure.js';
import { addDays, type Comparable, comparable, compare, instant, localDate } from './values.js';
import type { Row, View } from './world.js';

type Condition = { readonly [key: string]: unknown };

/**
 * Whether a row satisfies a filter; every condition is true or false, never unknown, nulls included.
 * A related record that is absent, or not visible, is a row of nulls without children.
 */
export function matches(view: View, kind: ReadKind, row: Row | null, where: Condition): boolean {
  return Object.entries(where).every(([key, condition]) =>
    holds(view, kind, row, key, condition as Condition),
  );
}

function holds(view: View, kind: ReadKind, row: Row | null, key: string, condition: Condition): boolean {
  if (key === 'and') return list(condition).every((part) => matches(view, kind, row, part));
  if (key === 'or') return list(condition).some((part) => matches(view, kind, row, part));
  if (key === 'not') return !matches(view, kind, row, condition);
  const field = kind.fields.get(key);
  if (field) return fieldHolds(view, kind, row, field, condition);
  const relation = kind.relations.get(key);
  if (relation) return relationHolds(view, kind, row, relation, condition);
  const children = kind.relations.get(key.replace(/Aggregate$/, ''));
  if (children && key.endsWith('Aggregate')) return childrenHold(view, kind, row, children, condition);
  throw new Error(`the filter names ${kind.name}.${key}, which does not exist`);
}

function list(condition: unknown): readonly Condition[] {
  return condition as readonly Condition[];
}

function relationHolds(
  view: View,
  kind: ReadKind,
  row: Row | null,
  relation: ReadRelation,
  condition: Condition,
): boolean {
  const target = view.kind(relation.target);
  if (relation.is === 'one') {
    return matches(view, target, row ? view.toOne(row, relation) : null, condition);
  }
  const others = row ? view.toMany(row, kind, relation) : [];
  return Object.entries(condition).every(([quantifier, inner]) => {
    const satisfies = (other: Row) => matches(view, target, other, inner as Condition);
    if (quantifier === 'some') return others.some(satisfies);
    if (quantifier === 'none') return !others.some(satisfies);
    if (quantifier === 'every') return others.every(satisfies);
    throw new Error(`no quantifier ${quantifier}`);
  });
}

/** `ordersAggregate: { where, count: {…}, sum: { total: {…} } }`: the children as numbers. */
function childrenHold(
  view: View,
  kind: ReadKind,
  row: Row | null,
  relation: ReadRelation,
  condition: Condition,
): boolean {
  const target = view.kind(relation.target);
  const { where, ...numbers } = condition;
  const children = (row ? view.toMany(row, kind, relation) : []).filter(
    (child) => !where || matches(view, target, child, where as Condition),
  );
  return Object.entries(numbers).every(([measure, inner]) => {
    if (measure === 'count') return operatorsHold('integer', children.length, inner as Condition, view);
    return Object.entries(inner as Condition).every(([name, operators]) => {
      const { type, value } = aggregateValue(view, target, children, measure, name);
      return operatorsHold(type, value, operators as Condition, view);
    });
  });
}

function fieldHolds(
  view: View,
  kind: ReadKind,
  row: Row | null,
  field: ReadField,
  condition: Condition,
): boolean {
  const value = row ? view.value(row, field) : null;
  return Object.entries(condition).every(([operator, operand]) => {
    if (operator === 'contains' || operator === 'startsWith') {
      if (value === null) return false;
      const [text, part] = [view.world.fold(String(value)), view.world.fold(String(operand))];
      return operator === 'contains' ? text.includes(part) : text.startsWith(part);
    }
    if (/^(gt|gte|lt|lte|eq)Field$/.test(operator)) {
      const other = view.field(kind, String(operand));
      const right = comparable(other.type, row ? view.value(row, other) : null, view.zone);
      const left = comparable(field.type, value, view.zone);
      return right !== null && left !== null && test(operator.replace('Field', ''), left, right);
    }
    return operatorsHold(field.type, value, { [operator]: operand }, view);
  });
}

/** Operators that need nothing but the value: also used for aggregates in `having`. */
export function operatorsHold(
  type: ReadFieldType,
  value: unknown,
  operators: Condition,
  view: View,
): boolean {
  const left = comparable(type, value, view.zone);
  const read = (operand: unknown) => comparable(type, operand, view.zone) as Comparable;
  return Object.entries(operators).every(([operator, operand]) => {
    switch (operator) {
      case 'isNull':
        return (left === null) === operand;
      case 'ne':
        return left === null || compare(left, read(operand)) !== 0;
      case 'in':
        return left !== null && (operand as unknown[]).some((one) => compare(left, read(one)) === 0);
      case 'notIn':
        return left === null || !(operand as unknown[]).some((one) => compare(left, read(one)) === 0);
      case 'between': {
        const span = operand as { from: string; to: string };
        return left !== null && test('gte', left, read(span.from)) && test('lt', left, read(span.to));
      }
      case 'inLast':
        return left !== null && inLast(type, left, operand as { days?: number; months?: number }, view);
      default:
        return left !== null && test(operator, left, read(operand));
    }
  });
}

function test(operator: string, left: Comparable, right: Comparable): boolean {
  const order = compare(left, right);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

/** Today and the n − 1 local days before. */
function inLast(type: ReadFieldType, left: Comparable, span: { days?: number }, view: View): boolean {
  const today = localDate(view.now.getTime(), view.zone);
  const first = addDays(today, 1 - (span.days ?? 0));
  const end = addDays(today, 1);
  if (type === 'date') return test('gte', left, first) && test('lt', left, end);
  return test('gte', left, instant(first, view.zone)) && test('lt', left, instant(end, view.zone));
}
