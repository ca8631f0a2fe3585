import type { Compilation } from './compilation.js';
import {
  isMeasurable,
  type Measured,
  measuredField,
  measuredRecord,
  type NumberName,
  numberNames,
  numberSql,
  numberType,
} from './numbers.js';
import { type Operand, operatorNames, operatorsCondition } from './operators.js';
import type { Place } from './place.js';
import { badInput } from './problems.js';
import { part, parts, type Source } from './run.js';
import { all, any, raw, type Sql, sql } from './sql.js';
import { childrenOf, type ToMany } from './to-many.js';

/** Compiles a filter; handed in by the filter itself, which children are part of. */
export type FilterCompiler = (c: Compilation, place: Place, source: Source, negated: boolean) => Sql;

/** A number made from the children of a record: a correlated subquery. */
export interface ChildrenNumber {
  readonly operand: Operand;
  /** Where the number is compared or ordered: the operators, or the direction. */
  readonly leaf: Source;
}

/**
 * The numbers that an object names: `{ where, count: leaf, sum: { total: leaf } }`. Paths go on
 * through to-one relations of the children until `isLeaf`.
 */
export function childrenNumbers(
  c: Compilation,
  place: Place,
  relation: ToMany,
  source: Source,
  isLeaf: (source: Source) => boolean,
  filter: FilterCompiler,
): ChildrenNumber[] {
  if (source.value === null || typeof source.value !== 'object') throw badInput('emptyOperator', source.path);
  const where = part(source, 'where');
  const made: ChildrenNumber[] = [];
  const counted = (make: () => Sql): Sql => (made.length === 0 ? make() : c.again(make));
  const subquery = (path: string, number: (child: Place) => Sql): Sql => {
    const { place: child, parent, visible } = childrenOf(c, place.kind, relation, place.access, path);
    const chosen =
      where.value === undefined || where.value === null
        ? all([])
        : counted(() => filter(c, child, where, false));
    const value = number(child);
    return sql`(SELECT ${value} FROM ${child.from.sql()} WHERE ${parent} = ${place.id} AND ${visible} AND ${chosen})`;
  };
  const trusted = place.access === 'policy';
  for (const [name, inner] of parts(source)) {
    if (name === 'where') continue;
    if (name === 'count') {
      const value = subquery(inner.path, () => raw('COUNT(*)'));
      made.push({ operand: { value, type: 'integer', nullable: false, trusted }, leaf: inner });
      continue;
    }
    if (!isNumberName(name)) throw badInput('fieldUnknown', inner.path, { name });
    for (const { at, leaf } of leaves(c, c.kind(relation.target), inner, isLeaf)) {
      let measured: Measured | undefined;
      const value = subquery(leaf.path, (child) => {
        measured = measuredAt(c, child, at, leaf.path);
        return numberSql(name, measured, measured.value);
      });
      if (!measured || !isMeasurable(name, measured.type))
        throw badInput('notMeasurable', leaf.path, { name });
      const { compared } = numberType(name, measured);
      made.push({
        operand: {
          value,
          type: compared,
          codes: measured.codes,
          nullable: name !== 'countDistinct',
          trusted,
        },
        leaf,
      });
    }
  }
  if (made.length === 0) throw badInput('emptyOperator', source.path);
  return made;
}

/** Children as numbers in a filter; all given numbers must hold, or, negated, one must not. */
export function childrenAsNumbers(
  c: Compilation,
  place: Place,
  relation: ToMany,
  source: Source,
  negated: boolean,
  filter: FilterCompiler,
): Sql {
  const numbers = childrenNumbers(c, place, relation, source, isOperators, filter);
  const conditions = numbers.map(({ operand, leaf }) =>
    operatorsCondition(operand, leaf, negated, () => {
      if (place.access === 'reader') c.conditions++;
    }),
  );
  return negated ? any(conditions) : all(conditions);
}

function isNumberName(name: string): name is NumberName {
  return (numberNames as readonly string[]).includes(name);
}

function isOperators({ value }: Source): boolean {
  return (
    value === null || typeof value !== 'object' || Object.keys(value).every((key) => operatorNames.has(key))
  );
}

type KindOf = Place['kind'];

function leaves(
  c: Compilation,
  kind: KindOf,
  source: Source,
  isLeaf: (source: Source) => boolean,
  before: readonly string[] = [],
): { at: readonly string[]; leaf: Source }[] {
  if (source.value === null || typeof source.value !== 'object') throw badInput('emptyOperator', source.path);
  const given = parts(source);
  if (given.length === 0) throw badInput('emptyOperator', source.path);
  return given.flatMap(([name, inner]) => {
    const at = [...before, name];
    const relation = c.one(kind, name);
    if (relation && !isLeaf(inner)) return leaves(c, c.kind(relation.target), inner, isLeaf, at);
    if (!relation && !kind.fields.has(name)) throw badInput('fieldUnknown', inner.path, { name });
    return [{ at, leaf: inner }];
  });
}

/** The value that a path from a place leads to: a field, or a record to be counted. */
export function measuredAt(c: Compilation, place: Place, path: readonly string[], where: string): Measured {
  const [name = '', ...rest] = path;
  const relation = c.one(place.kind, name);
  if (!relation) {
    const field = place.kind.fields.get(name);
    if (!field || rest.length > 0) throw badInput('fieldUnknown', where, { name });
    return measuredField(c, place, field, where);
  }
  if (place.access === 'reader') c.requireKind(relation.target, where);
  const target = place.one(relation);
  return rest.length === 0 ? measuredRecord(target) : measuredAt(c, target, rest, where);
}
