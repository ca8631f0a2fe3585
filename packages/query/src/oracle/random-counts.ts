import type { AggregateArguments, SelectedField, Where } from '../arguments.js';
import type { ReadField, ReadKind, ReadModel } from '../model.js';
import type { CountsOnly } from '../policy.js';
import type { Draw } from './draw.js';
import { groupPath } from './group-path.js';
import { periodUnits } from './periods.js';
import { keySelection, randomAggregate } from './random-aggregate.js';
import { epoch, randomValue } from './random-data.js';
import { type QueryContext, selected, targetOf } from './random-query.js';

type Nested = { readonly [key: string]: unknown };

interface Coarse {
  readonly path: readonly string[];
  readonly field: ReadField;
}

const coarseTypes: readonly ReadField['type'][] = ['text', 'enum', 'boolean', 'integer', 'dateTime', 'date'];

/** What a random counts-only right lists: own fields, and the id and a field of related records. */
export function coarsePaths(draw: Draw, model: ReadModel, kind: ReadKind): string[] {
  const plain = (of: ReadKind) =>
    [...of.fields.values()].filter(
      (field) => coarseTypes.includes(field.type) && field.protection === 'plain' && !field.derived,
    );
  const own = draw.some(plain(kind), 1, 4).map((field) => field.name);
  const related = [...kind.relations.values()].flatMap((relation) => {
    const target = model.kinds.get(relation.target);
    if (relation.is !== 'one' || !target || draw.chance(30)) return [];
    return ['id', ...draw.some(plain(target), 0, 1).map((f) => f.name)].map((f) => `${relation.name}.${f}`);
  });
  return [...own, ...related];
}

/** A random aggregate for whoever may only count a kind; now and then it asks for more, or of finer fields. */
export function randomCounts(
  context: QueryContext,
  kind: ReadKind,
  right: CountsOnly,
): { args: AggregateArguments; selection: SelectedField[] } {
  const { draw } = context;
  if (draw.chance(8)) return randomAggregate(context, kind, 1);
  const rule = draw.chance(15) ? finer(context, kind, right) : right;
  const coarse = usable(context, kind, rule);
  const groupBy = draw.some(coarse, 0, 2).map(({ path, field }) => {
    const timed = field.type === 'dateTime' || field.type === 'date';
    return nested(path, timed ? draw.pick(rule.buckets) : 'VALUE');
  });
  const order = () => {
    const direction = draw.pick(['ASC', 'DESC']);
    return groupBy.length > 0 && draw.chance(50)
      ? { key: nested(pathOf(draw.pick(groupBy)), direction) }
      : { count: direction };
  };
  const args: AggregateArguments = {
    ...(coarse.length > 0 && draw.chance(50) ? { where: coarseWhere(draw, coarse, rule, 1) } : {}),
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...(draw.chance(40) ? { orderBy: [order()] } : {}),
    ...(draw.chance(25) ? { limit: draw.integer(1, 4) } : {}),
  };
  const selection = draw.some(['folded', 'share', 'groupCount'], 0, 3).map((name) => selected(name));
  if (groupBy.length > 0)
    selection.push(selected('key', keySelection(context, kind, groupBy.map(groupPath))));
  return { args, selection: [selected('count'), ...selection] };
}

/** What a right would be that lists other fields and buckets too. */
function finer({ draw, world }: QueryContext, kind: ReadKind, right: CountsOnly): CountsOnly {
  const fields = new Set([...right.fields, ...coarsePaths(draw, world.model, kind)]);
  return { ...right, fields: [...fields], buckets: [...right.buckets, ...periodUnits] };
}

function pathOf(group: Nested): string[] {
  const { relations, field } = groupPath(group);
  return [...relations, field];
}

function nested(path: readonly string[], leaf: unknown): Nested {
  const [name = '', ...rest] = path;
  return { [name]: rest.length > 0 ? nested(rest, leaf) : leaf };
}

/** The listed fields that the actor may use: those of related records by his rights there. */
function usable(context: QueryContext, kind: ReadKind, rule: CountsOnly): Coarse[] {
  return rule.fields.flatMap((listed) => {
    const path = listed.split('.');
    const relation = kind.relations.get(path[0] ?? '');
    if (relation && !context.usable.kind(relation.target)) return [];
    const owner = relation ? targetOf(context, relation) : kind;
    const field = owner.fields.get(path.at(-1) ?? '');
    if (!field || (relation && context.usable.field(owner, field) !== 'any')) return [];
    return [{ path, field }];
  });
}

function coarseWhere(draw: Draw, coarse: readonly Coarse[], rule: CountsOnly, depth: number): Where {
  const parts = () => draw.times(draw.integer(1, 2), () => coarseWhere(draw, coarse, rule, depth - 1));
  const choice = depth > 0 ? draw.integer(1, 100) : 100;
  if (choice <= 15) return { and: parts() };
  if (choice <= 30) return { or: parts() };
  if (choice <= 40) return { not: coarseWhere(draw, coarse, rule, depth - 1) };
  const { path, field } = draw.pick(coarse);
  return nested(path, coarseOperator(draw, field, rule));
}

function coarseOperator(draw: Draw, field: ReadField, { buckets }: CountsOnly): Nested {
  if (field.type === 'dateTime' || field.type === 'date') {
    const [a, b] = [firstOfBucket(draw, buckets), firstOfBucket(draw, buckets)];
    const operator = draw.pick(['gte', 'lt', 'between']);
    if (operator !== 'between') return { [operator]: a };
    return { between: a < b ? { from: a, to: b } : { from: b, to: a } };
  }
  const one = () =>
    field.type === 'id'
      ? String(draw.integer(1, 5) * 1000 + 7)
      : randomValue(draw, { ...field, nullable: false });
  const operator = draw.pick(['eq', 'ne', 'in', 'notIn', 'isNull']);
  if (operator === 'isNull') return { isNull: draw.chance(50) };
  return {
    [operator]: operator === 'in' || operator === 'notIn' ? draw.times(draw.integer(1, 3), one) : one(),
  };
}

/** A day on which one of the buckets begins. */
function firstOfBucket(draw: Draw, buckets: readonly string[]): string {
  const day = new Date(epoch - draw.integer(0, draw.pick([20, 400])) * 86_400_000);
  const unit = draw.pick(buckets);
  if (unit === 'WEEK') day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() || 7) - 1));
  else if (unit !== 'DAY') day.setUTCDate(1);
  if (unit === 'QUARTER') day.setUTCMonth(Math.floor(day.getUTCMonth() / 3) * 3);
  if (unit === 'YEAR') day.setUTCMonth(0);
  return day.toISOString().slice(0, 10);
}
