import type { Where } from '../arguments.js';
import type { ReadField, ReadKind, ReadModel, ReadRelation } from '../model.js';
import type { Draw } from './draw.js';
import { epoch, randomValue } from './random-data.js';
import { View, type World } from './world.js';

/** What of a kind a filter may be made of; how a field may be used: with every operator, exactly, or not. */
export interface Usable {
  readonly kind: (kind: string) => boolean;
  readonly field: (kind: ReadKind, field: ReadField) => 'any' | 'exact' | 'none';
}

/** Everything may be used: the filters of policies. Encrypted fields are only ever compared exactly. */
export const everything: Usable = {
  kind: () => true,
  field: (_, field) => (field.encrypted ? 'exact' : 'any'),
};

export interface WhereContext {
  readonly draw: Draw;
  readonly world: World;
  readonly usable: Usable;
}

/** A random filter, nested at most `depth` levels. */
export function randomWhere(context: WhereContext, kind: ReadKind, depth: number): Where {
  const { draw } = context;
  const where: Record<string, unknown> = {};
  const count = draw.chance(75) ? 1 : 2;
  for (let i = 0; i < count; i++) Object.assign(where, condition(context, kind, depth));
  return where;
}

function condition(context: WhereContext, kind: ReadKind, depth: number): Where {
  const { draw } = context;
  const choice = draw.integer(1, 100);
  if (depth > 0 && choice <= 25) return logic(context, kind, depth);
  if (depth > 0 && choice <= 65) {
    const relations = enterable(context, kind);
    if (relations.length > 0) return relationCondition(context, draw.pick(relations), depth);
  }
  return fieldCondition(context, kind);
}

function logic(context: WhereContext, kind: ReadKind, depth: number): Where {
  const { draw } = context;
  const parts = () =>
    draw.times(draw.integer(draw.chance(8) ? 0 : 1, 3), () => randomWhere(context, kind, depth - 1));
  return draw.pick([
    () => ({ and: parts() }),
    () => ({ or: parts() }),
    () => ({ not: randomWhere(context, kind, depth - 1) }),
  ])();
}

/** The relations of a kind that the actor may follow, the kinds on a through path included. */
export function enterable(context: WhereContext, kind: ReadKind): ReadRelation[] {
  return [...kind.relations.values()].filter((relation) =>
    kindsOn(context.world.model, kind, relation).every((name) => context.usable.kind(name)),
  );
}

/** The kinds that a relation leads to or through. */
export function kindsOn(model: ReadModel, kind: ReadKind, relation: ReadRelation): string[] {
  if (relation.is !== 'through') return [relation.target];
  const reached: string[] = [];
  let at: ReadKind | undefined = kind;
  for (const step of relation.path) {
    const next: string | undefined = at?.relations.get(step)?.target;
    if (next === undefined) throw new Error(`no relation ${kind.name}.${relation.name}: ${step}`);
    reached.push(next);
    at = model.kinds.get(next);
  }
  return reached;
}

function relationCondition(context: WhereContext, relation: ReadRelation, depth: number): Where {
  const { draw, world } = context;
  const target = world.model.kinds.get(relation.target);
  if (!target) throw new Error(`no kind ${relation.target}`);
  const inner = () => randomWhere(context, target, depth - 1);
  if (relation.is === 'one') return { [relation.name]: inner() };
  if (relation.is === 'many' && draw.chance(30)) {
    return { [`${relation.name}Aggregate`]: childrenCondition(context, target, depth) };
  }
  return { [relation.name]: { [draw.pick(['some', 'none', 'every'])]: inner() } };
}

function childrenCondition(context: WhereContext, target: ReadKind, depth: number): Where {
  const { draw } = context;
  const where = draw.chance(40) ? { where: randomWhere(context, target, depth - 1) } : {};
  const summed = summable(context, target);
  if (summed.length === 0 || draw.chance(50)) {
    return { ...where, count: { [draw.pick(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'])]: draw.integer(0, 4) } };
  }
  const field = draw.pick(summed);
  const operator = draw.pick(['gt', 'gte', 'lt', 'lte', 'isNull']);
  const operand = operator === 'isNull' ? draw.chance(50) : numberOperand(draw, field);
  return { ...where, [draw.pick(['sum', 'min', 'max'])]: { [field.name]: { [operator]: operand } } };
}

/** Fields whose sums are exact: integers and decimals that may be used. */
export function summable(context: WhereContext, kind: ReadKind): ReadField[] {
  return [...kind.fields.values()].filter(
    (field) => ['integer', 'decimal'].includes(field.type) && context.usable.field(kind, field) === 'any',
  );
}

function numberOperand(draw: Draw, field: ReadField): number | string {
  const number = draw.integer(-4, 30);
  return field.type === 'decimal' ? `${number}.5` : number;
}

function fieldCondition(context: WhereContext, kind: ReadKind): Where {
  const { draw } = context;
  const fields = [...kind.fields.values()].filter((field) => context.usable.field(kind, field) !== 'none');
  if (fields.length === 0) return { and: [] };
  const field = draw.pick(fields);
  const exact = context.usable.field(kind, field) === 'exact';
  const operator = draw.pick(exact ? ['eq', 'in'] : operatorsOf(context, kind, field));
  return { [field.name]: { [operator]: operandOf(context, kind, field, operator) } };
}

function operatorsOf(context: WhereContext, kind: ReadKind, field: ReadField): string[] {
  const operators = ['eq', 'ne', 'in', 'notIn', 'isNull'];
  if (field.foldedColumn) operators.push('contains', 'startsWith');
  if (['integer', 'decimal', 'double', 'dateTime', 'date'].includes(field.type)) {
    operators.push('lt', 'lte', 'gt', 'gte');
    if (comparableWith(context, kind, field).length > 0) {
      operators.push('ltField', 'gtField', 'lteField', 'gteField', 'eqField');
    }
  }
  if (['dateTime', 'date'].includes(field.type)) operators.push('between', 'inLast');
  return operators;
}

function comparableWith(context: WhereContext, kind: ReadKind, field: ReadField): ReadField[] {
  return [...kind.fields.values()].filter(
    (other) =>
      other.type === field.type && other.name !== field.name && context.usable.field(kind, other) === 'any',
  );
}

/** A value for an operator, mostly one that some row has. */
export function operandOf(
  context: WhereContext,
  kind: ReadKind,
  field: ReadField,
  operator: string,
): unknown {
  const { draw } = context;
  const one = () => operandValue(context, kind, field);
  switch (operator) {
    case 'isNull':
      return draw.chance(50);
    case 'in':
    case 'notIn':
      return draw.times(draw.integer(draw.chance(8) ? 0 : 1, 4), one);
    case 'contains':
    case 'startsWith':
      return draw.pick(['a', 'An', 'NN', '营业', '營', '%', '_', '\\', "'", '😀', 'zz', '0']);
    case 'between': {
      const [from, to] = [one(), one()];
      return Date.parse(String(from)) <= Date.parse(String(to)) ? { from, to } : { from: to, to: from };
    }
    case 'inLast':
      return { days: draw.pick([1, 2, 7, 30, 400]) };
    default:
      return operator.endsWith('Field') ? draw.pick(comparableWith(context, kind, field)).name : one();
  }
}

/** Mostly a value that some row has, else another of the type. */
function operandValue(context: WhereContext, kind: ReadKind, field: ReadField): unknown {
  const { draw, world } = context;
  if (field.type === 'dateTime' && draw.chance(30)) return wallClock(draw);
  if (field.derived?.op === 'times')
    return draw.chance(50) ? randomWorth(context, kind, field) : numberOperand(draw, field);
  if (field.derived) return field.type === 'boolean' ? draw.chance(50) : draw.integer(-30, 30) + 0.25;
  const rows = world.rows.get(kind.name) ?? [];
  if (rows.length > 0 && draw.chance(70)) {
    const value = draw.pick(rows)[field.name];
    // A blank more at the end is another text, though not to the database's collation.
    if (field.type === 'text' && typeof value === 'string' && draw.chance(15)) return `${value} `;
    if (value !== null && value !== undefined) return value;
  }
  if (field.type === 'id') return String(draw.integer(1, 5) * 1000);
  return randomValue(draw, { ...field, nullable: false });
}

/** The product that some row has, so that equality meets one. */
function randomWorth({ draw, world }: WhereContext, kind: ReadKind, field: ReadField): string {
  const rows = world.rows.get(kind.name) ?? [];
  if (rows.length === 0) return '0.5';
  const view = new View(world, null, new Date(epoch), 'UTC');
  return String(view.value(draw.pick(rows), field) ?? '0.5');
}

/** A time without an offset: the organisation's wall clock, never in the hour that summer time moves. */
function wallClock(draw: Draw): string {
  const day = new Date(epoch - draw.integer(0, 700) * 86_400_000).toISOString().slice(0, 10);
  return draw.pick([`${day}T12:30`, `${day}T08:15:30`, day]);
}

/** The same filter with other values: another request of the same shape, for which plans are reused. */
export function redrawn(context: WhereContext, kind: ReadKind, where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, inner]) => [key, redrawnEntry(context, kind, key, inner)]),
  );
}

function redrawnEntry(context: WhereContext, kind: ReadKind, key: string, inner: unknown): unknown {
  const target = (name: string) => context.world.model.kinds.get(kind.relations.get(name)?.target ?? '');
  if (key === 'and' || key === 'or') return (inner as Where[]).map((part) => redrawn(context, kind, part));
  if (key === 'not') return redrawn(context, kind, inner as Where);
  const field = kind.fields.get(key);
  if (field) return redrawnOperators(context, kind, field, inner as Where);
  const direct = target(key);
  if (direct && kind.relations.get(key)?.is === 'one') return redrawn(context, direct, inner as Where);
  if (direct) {
    return Object.fromEntries(
      Object.entries(inner as Where).map(([quantifier, part]) => [
        quantifier,
        redrawn(context, direct, part as Where),
      ]),
    );
  }
  const children = target(key.replace(/Aggregate$/, ''));
  const { where, ...numbers } = inner as { where?: Where };
  return where && children ? { where: redrawn(context, children, where), ...numbers } : inner;
}

function redrawnOperators(context: WhereContext, kind: ReadKind, field: ReadField, operators: Where): Where {
  return Object.fromEntries(
    Object.entries(operators).map(([operator, operand]) => {
      const kept =
        operator === 'isNull' ||
        operator.endsWith('Field') ||
        (Array.isArray(operand) && operand.length === 0);
      if (kept) return [operator, operand];
      if (!Array.isArray(operand)) return [operator, operandOf(context, kind, field, operator)];
      return [operator, operand.map(() => operandOf(context, kind, field, 'eq'))];
    }),
  );
}
