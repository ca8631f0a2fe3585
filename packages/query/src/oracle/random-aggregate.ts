import type { AggregateArguments, Measure, SelectedField } from '../arguments.js';
import type { ReadKind } from '../model.js';
import { bucketUnits } from './buckets.js';
import { type GroupPath, groupPath } from './group-path.js';
import { periodUnits } from './periods.js';
import { type QueryContext, selected, targetOf } from './random-query.js';
import { enterable, operandOf, randomWhere, summable } from './random-where.js';

type Nested = { readonly [key: string]: unknown };

/** A random aggregate of a kind; filters go `depth` levels deep. */
export function randomAggregate(
  context: QueryContext,
  kind: ReadKind,
  depth: number,
): { args: AggregateArguments; selection: SelectedField[] } {
  const { draw } = context;
  const timed = draw.chance(40) ? randomPeriod(context, kind) : [];
  const groupBy = uniqueGroups([
    ...timed,
    ...draw.times(timed.length > 0 ? Number(draw.chance(35)) : draw.integer(0, 2), () =>
      randomGroup(context, kind, 2),
    ),
  ]);
  const measures = draw.chance(40) ? randomMeasures(context, kind) : [];
  const period = comparedPath(groupBy);
  const compareTo =
    period && draw.chance(75) ? draw.pick(['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'] as const) : null;
  // Measures of both periods; `previous { … }` can only be asked for the others.
  const single = [...measures];
  if (compareTo && draw.chance(50)) {
    const of = draw.chance(50) ? 'count' : (draw.pick([...single, { name: 'count' }]).name ?? 'count');
    measures.push({ name: 'before', previous: of }, { name: 'change', difference: { of, minus: 'before' } });
  }
  const where = {
    // Few conditions, so that there is something left to compare.
    ...(draw.chance(compareTo ? 25 : 50) ? randomWhere(context, kind, depth) : {}),
    ...(period && compareTo && draw.chance(40) ? { and: [timeCondition(context, kind, period)] } : {}),
  };
  const args: AggregateArguments = {
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(compareTo ? { compareTo } : {}),
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...(measures.length > 0 ? { measures } : {}),
    ...(groupBy.length > 0 && draw.chance(compareTo ? 15 : 40)
      ? { having: randomHaving(context, kind, measures) }
      : {}),
    ...(draw.chance(50) ? { orderBy: [randomGroupOrder(context, kind, groupBy, measures)] } : {}),
    ...(groupBy.length === 2 && draw.chance(40)
      ? {
          topPerGroup: {
            by: [groupBy[0] ?? {}],
            limit: draw.integer(1, 2),
            orderBy: [randomGroupOrder(context, kind, groupBy, measures)],
          },
        }
      : {}),
    ...(draw.chance(30) ? { limit: draw.integer(1, 6) } : {}),
  };
  const selection = aggregateSelection(context, kind, groupBy, measures);
  if (compareTo) {
    selection.push(selected('previous', aggregateSelection(context, kind, groupBy, single)));
    if (draw.chance(20)) selection.push(selected('previous', [selected('count')], {}, 'before'));
  }
  return { args, selection };
}

/** A key that a period can be compared by, where the kind has a time. */
function randomPeriod(context: QueryContext, kind: ReadKind): Nested[] {
  const { draw } = context;
  const times = [...kind.fields.values()].filter(
    (field) => ['dateTime', 'date'].includes(field.type) && context.usable.field(kind, field) === 'any',
  );
  return times.length > 0 ? [{ [draw.pick(times).name]: draw.pick(periodUnits) }] : [];
}

/** The one key that is a period with one before it. */
function comparedPath(groupBy: readonly Nested[]): GroupPath | null {
  const periods = groupBy.map(groupPath).filter(({ unit }) => unit !== null && periodUnits.includes(unit));
  return periods.length === 1 ? (periods[0] ?? null) : null;
}

/** A condition on the compared time, which moves with the period. */
function timeCondition(context: QueryContext, kind: ReadKind, { relations, field }: GroupPath): Nested {
  const owner = relations.reduce((at, name) => {
    const relation = at.relations.get(name);
    return relation ? targetOf(context, relation) : at;
  }, kind);
  const time = owner.fields.get(field);
  if (!time) return {};
  const operators = ['gte', 'gte', 'lt', 'lt', 'between', 'inLast', 'in', 'ne', 'eq', 'isNull'];
  const operator = context.draw.pick(operators);
  const condition: Nested = { [field]: { [operator]: operandOf(context, owner, time, operator) } };
  const nested = relations.reduceRight<Nested>((inner, name) => ({ [name]: inner }), condition);
  return context.draw.chance(10) ? { not: nested } : nested;
}

function uniqueGroups(groups: readonly Nested[]): Nested[] {
  const byField = new Map(
    groups.map((group) => {
      const { relations, field } = groupPath(group);
      return [[...relations, field].join('.'), group];
    }),
  );
  return [...byField.values()];
}

function randomGroup(context: QueryContext, kind: ReadKind, depth: number): Nested {
  const { draw } = context;
  const toOne = enterable(context, kind).filter((relation) => relation.is === 'one');
  if (depth > 0 && toOne.length > 0 && draw.chance(35)) {
    const relation = draw.pick(toOne);
    return { [relation.name]: randomGroup(context, targetOf(context, relation), depth - 1) };
  }
  const fields = [...kind.fields.values()].filter(
    (field) => context.usable.field(kind, field) === 'any' && !field.derived,
  );
  const field = draw.pick(fields.length > 0 ? fields : [...kind.fields.values()]);
  const timed = field.type === 'dateTime' || (field.type === 'date' && draw.chance(70));
  if (!timed) return { [field.name]: 'VALUE' };
  return {
    [field.name]: draw.pick(
      field.type === 'date' ? bucketUnits.filter((u) => u !== 'HOUR_OF_DAY') : bucketUnits,
    ),
  };
}

function randomMeasures(context: QueryContext, kind: ReadKind): Measure[] {
  const { draw } = context;
  const measures: Measure[] = [{ name: 'some', count: randomWhere(context, kind, 1) }];
  const summed = summable(context, kind);
  if (summed.length > 0) {
    const field = draw.pick(summed);
    measures.push({
      name: 'total',
      [draw.pick(['sum', 'avg'])]: { [field.name]: 'VALUE' },
      ...(draw.chance(50) ? { where: randomWhere(context, kind, 1) } : {}),
    });
  }
  if (draw.chance(60)) measures.push({ name: 'rate', ratio: { of: draw.pick(measures).name, to: 'count' } });
  if (draw.chance(40)) measures.push({ name: 'rest', difference: { of: 'count', minus: 'some' } });
  return measures;
}

function randomHaving(context: QueryContext, kind: ReadKind, measures: readonly Measure[]): Nested {
  const { draw } = context;
  const operator = draw.pick(['gt', 'gte', 'lt', 'lte']);
  const summed = summable(context, kind);
  const choices: (() => Nested)[] = [
    () => ({ count: { [operator]: draw.integer(1, 4) } }),
    () => ({ not: { count: { [operator]: draw.integer(1, 4) } } }),
  ];
  if (measures.length > 0) {
    choices.push(() => ({
      measure: { name: draw.pick(measures).name, [operator]: `${draw.integer(-2, 5)}.7317` },
    }));
  }
  if (summed.length > 0) {
    choices.push(() => ({
      or: [
        { sum: { [draw.pick(summed).name]: { [operator]: `${draw.integer(-2, 40)}` } } },
        { count: { gte: 3 } },
      ],
    }));
  }
  return draw.pick(choices)();
}

function randomGroupOrder(
  context: QueryContext,
  kind: ReadKind,
  groupBy: readonly Nested[],
  measures: readonly Measure[],
): Nested {
  const { draw } = context;
  const direction = draw.pick(['ASC', 'DESC']);
  const summed = summable(context, kind);
  const choices: (() => Nested)[] = [() => ({ count: direction })];
  if (measures.length > 0) choices.push(() => ({ measure: { name: draw.pick(measures).name, direction } }));
  if (summed.length > 0) choices.push(() => ({ sum: { [draw.pick(summed).name]: direction } }));
  if (groupBy.length > 0) choices.push(() => ({ key: directed(draw.pick(groupBy), direction) }));
  return draw.pick(choices)();
}

/** The path of a grouping with a direction in place of its unit. */
function directed(group: Nested, direction: string): Nested {
  return Object.fromEntries(
    Object.entries(group).map(([name, inner]) => [
      name,
      typeof inner === 'object' && inner !== null ? directed(inner as Nested, direction) : direction,
    ]),
  );
}

function aggregateSelection(
  context: QueryContext,
  kind: ReadKind,
  groupBy: readonly Nested[],
  measures: readonly Measure[],
): SelectedField[] {
  const { draw } = context;
  const fields = [selected('count')];
  if (groupBy.length > 0) fields.push(selected('key', keySelection(context, kind, groupBy.map(groupPath))));
  for (const measure of measures)
    fields.push(selected('measure', [], { name: measure.name }, `m_${measure.name}`));
  const usable = [...kind.fields.values()].filter((field) => context.usable.field(kind, field) === 'any');
  const numbers = summable(context, kind).map((field) => selected(field.name));
  if (numbers.length > 0) {
    for (const name of draw.some(['sum', 'avg', 'median'], 0, 3)) fields.push(selected(name, numbers));
    if (draw.chance(30))
      fields.push(selected('percentile', numbers, { p: draw.pick([0, 0.25, 0.9, 1]) }, 'p'));
  }
  const ordered = usable.filter((field) =>
    ['integer', 'decimal', 'double', 'dateTime', 'date'].includes(field.type),
  );
  if (ordered.length > 0) {
    for (const name of draw.some(['min', 'max'], 0, 2)) {
      fields.push(
        selected(
          name,
          draw.some(ordered, 1, 2).map((field) => selected(field.name)),
        ),
      );
    }
  }
  const counted = [
    ...usable.map((field) => field.name),
    ...enterable(context, kind)
      .filter((r) => r.is === 'one')
      .map((r) => r.name),
  ];
  if (counted.length > 0 && draw.chance(40)) {
    fields.push(
      selected(
        'countDistinct',
        draw.some(counted, 1, 2).map((name) => selected(name)),
      ),
    );
  }
  for (const name of draw.some(['groupCount', 'share', 'folded'], 0, 2)) fields.push(selected(name));
  return fields;
}

/** The keys that were grouped by and, beside an id, other fields of the record that it stands for. */
export function keySelection(
  context: QueryContext,
  kind: ReadKind,
  paths: readonly GroupPath[],
): SelectedField[] {
  const own = paths
    .filter((path) => path.relations.length === 0)
    .flatMap((path) => keyFields(context, kind, path, false));
  const heads = new Set(paths.flatMap((path) => path.relations.slice(0, 1)));
  const nested = [...heads].map((name) => {
    const relation = kind.relations.get(name);
    if (!relation) throw new Error(`no relation ${kind.name}.${name}`);
    const below = paths
      .filter((path) => path.relations[0] === name)
      .map((path) => ({ ...path, relations: path.relations.slice(1) }));
    const target = targetOf(context, relation);
    const deeper = below.filter((path) => path.relations.length > 0);
    const here = below
      .filter((path) => path.relations.length === 0)
      .flatMap((path) => keyFields(context, target, path, true));
    return selected(name, [...here, ...(deeper.length > 0 ? keySelection(context, target, deeper) : [])]);
  });
  return [...own, ...nested];
}

function keyFields(context: QueryContext, kind: ReadKind, path: GroupPath, entity: boolean): SelectedField[] {
  if (path.unit) return [selected(path.field, [], context.draw.chance(50) ? { by: path.unit } : {})];
  if (!entity || path.field !== 'id') return [selected(path.field)];
  const others = [...kind.fields.values()].filter(
    (field) => context.selectable(kind, field) && field.name !== 'id' && field.type !== 'dateTime',
  );
  return [selected('id'), ...context.draw.some(others, 0, 2).map((field) => selected(field.name))];
}
