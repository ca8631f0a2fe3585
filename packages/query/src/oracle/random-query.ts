import type { AggregateArguments, OrderBy, PageArguments, SelectedField } from '../arguments.js';
import type { ReadField, ReadKind, ReadRelation } from '../model.js';
import type { CountsOnly } from '../policy.js';
import { randomAggregate } from './random-aggregate.js';
import { randomCounts } from './random-counts.js';
import { enterable, randomWhere, summable, type WhereContext } from './random-where.js';

/** One call of the engine. */
export type Request =
  | {
      readonly call: 'page';
      readonly kind: string;
      readonly args: PageArguments;
      readonly selection: readonly SelectedField[];
    }
  | {
      readonly call: 'one';
      readonly kind: string;
      readonly id: string;
      readonly selection: readonly SelectedField[];
    }
  | {
      readonly call: 'aggregate';
      readonly kind: string;
      readonly args: AggregateArguments;
      readonly selection: readonly SelectedField[];
    };

/** What random queries are made from: a filter's context, and which fields may be selected. */
export interface QueryContext extends WhereContext {
  readonly selectable: (kind: ReadKind, field: ReadField) => boolean;
  /** The right to count a kind whose rows may not be opened. */
  readonly counts: (kind: string) => CountsOnly | undefined;
}

/** A random page, record or aggregate of a random kind that the actor has a right to. */
export function randomRequest(context: QueryContext): Request {
  const { draw, world } = context;
  const counted = [...world.model.kinds.values()].filter((kind) => context.counts(kind.name));
  if (counted.length > 0 && draw.chance(25)) {
    const kind = draw.pick(counted);
    const rule = context.counts(kind.name);
    if (rule) return { call: 'aggregate', kind: kind.name, ...randomCounts(context, kind, rule) };
  }
  const kinds = [...world.model.kinds.values()].filter((kind) => context.usable.kind(kind.name));
  const kind = draw.pick(kinds.length > 0 ? kinds : [...world.model.kinds.values()]);
  const call = draw.integer(1, 100);
  if (call <= 10) {
    const rows = world.rows.get(kind.name) ?? [];
    const id = rows.length > 0 ? draw.pick(rows).id : '77';
    return { call: 'one', kind: kind.name, id, selection: recordSelection(context, kind, 2) };
  }
  if (call <= 60) {
    return {
      call: 'page',
      kind: kind.name,
      args: pageArguments(context, kind, 3),
      selection: pageSelection(context, kind),
    };
  }
  return { call: 'aggregate', kind: kind.name, ...randomAggregate(context, kind, 2) };
}

/** A selected field without an alias. */
export function selected(
  name: string,
  selection: readonly SelectedField[] = [],
  args: Readonly<Record<string, unknown>> = {},
  key = name,
): SelectedField {
  return { name, key, arguments: args, selection };
}

function pageSelection(context: QueryContext, kind: ReadKind): SelectedField[] {
  const { draw } = context;
  const fields = [selected('items', recordSelection(context, kind, 2))];
  if (draw.chance(70)) fields.push(selected('totalCount'));
  if (draw.chance(20)) fields.push(selected('totalCount', [], { limit: draw.integer(0, 6) }, 'capped'));
  if (draw.chance(70)) fields.push(selected('pageInfo', [selected('hasNextPage'), selected('endCursor')]));
  return fields;
}

/** Arguments of a page or nested list. */
export function pageArguments(context: QueryContext, kind: ReadKind, depth: number): PageArguments {
  const { draw } = context;
  return {
    ...(draw.chance(60) ? { where: randomWhere(context, kind, depth) } : {}),
    ...(draw.chance(60)
      ? { orderBy: draw.times(draw.integer(1, 2), () => randomOrder(context, kind, 2)) }
      : {}),
    ...(draw.chance(60) ? { limit: draw.integer(1, 8) } : {}),
    ...(draw.chance(20) ? { offset: draw.integer(0, 5) } : {}),
  };
}

function randomOrder(context: QueryContext, kind: ReadKind, depth: number): OrderBy {
  const { draw } = context;
  const direction = draw.pick(['ASC', 'DESC']);
  const relations = enterable(context, kind);
  const choice = draw.integer(1, 100);
  const toOne = relations.filter((relation) => relation.is === 'one');
  if (depth > 0 && choice <= 35 && toOne.length > 0) {
    const relation = draw.pick(toOne);
    return { [relation.name]: randomOrder(context, targetOf(context, relation), depth - 1) };
  }
  const many = relations.filter((relation) => relation.is === 'many');
  if (depth > 1 && choice <= 50 && many.length > 0) return childrenOrder(context, draw.pick(many), direction);
  const fields = [...kind.fields.values()].filter((field) => context.usable.field(kind, field) === 'any');
  return fields.length > 0 ? { [draw.pick(fields).name]: direction } : { id: direction };
}

function childrenOrder(context: QueryContext, relation: ReadRelation, direction: string): OrderBy {
  const { draw } = context;
  const summed = summable(context, targetOf(context, relation));
  const number =
    summed.length > 0 && draw.chance(50)
      ? { [draw.pick(['sum', 'max'])]: { [draw.pick(summed).name]: direction } }
      : { count: direction };
  return { [`${relation.name}Aggregate`]: number };
}

/** The kind that a relation leads to. */
export function targetOf(context: QueryContext, relation: ReadRelation): ReadKind {
  const target = context.world.model.kinds.get(relation.target);
  if (!target) throw new Error(`no kind ${relation.target}`);
  return target;
}

/** Fields, to-one records, lists with arguments and aggregates of lists, `depth` levels deep. */
export function recordSelection(context: QueryContext, kind: ReadKind, depth: number): SelectedField[] {
  const { draw } = context;
  const fields = [...kind.fields.values()].filter((field) => context.selectable(kind, field));
  const chosen = draw.some(fields, 1, 5).map((field) => selected(field.name));
  if (!chosen.some((field) => field.name === 'id')) chosen.push(selected('id'));
  if (depth === 0) return chosen;
  for (const relation of draw.some(enterable(context, kind), 0, 2)) {
    const target = targetOf(context, relation);
    if (relation.is === 'one') {
      chosen.push(selected(relation.name, recordSelection(context, target, depth - 1)));
      continue;
    }
    const list = () => recordSelection(context, target, depth - 1);
    chosen.push(selected(relation.name, list(), { ...pageArguments(context, target, 1) }));
    if (draw.chance(30)) {
      chosen.push(
        selected(relation.name, list(), { ...pageArguments(context, target, 1) }, `${relation.name}Again`),
      );
    }
    if (draw.chance(40)) {
      const { args, selection } = randomAggregate(context, target, 1);
      chosen.push(selected(`${relation.name}Aggregate`, selection, { ...args }));
    }
  }
  return chosen;
}
