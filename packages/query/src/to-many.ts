import type { Compilation } from './compilation.js';
import type { ReadKind, ReadRelation } from './model.js';
import { type Access, From, Place } from './place.js';
import { all, quoted, raw, type Sql, sql } from './sql.js';

export type ToMany = ReadRelation & { is: 'many' | 'through' };

/** The records of a to-many relation in a FROM clause of their own. */
export interface Children {
  readonly place: Place;
  /** The id of the parent that a row belongs to. */
  readonly parent: Sql;
  /** The row policy of the children and of every kind on the way. */
  readonly visible: Sql;
}

/** A to-many relation by name, or undefined. */
export function toMany(kind: ReadKind, name: string): ToMany | undefined {
  const relation = kind.relations.get(name);
  return relation && relation.is !== 'one' ? relation : undefined;
}

/** The row policy of a record's kind, on the place where it stands; nothing for a policy's own filters. */
export function visibleAt(c: Compilation, place: Place): Sql {
  return place.access === 'policy' ? all([]) : c.rowCondition(place.forPolicy());
}

/** Opens the children of a relation; refuses kinds without a grant, those on the way included. */
export function childrenOf(
  c: Compilation,
  kind: ReadKind,
  relation: ToMany,
  access: Access,
  path: string,
): Children {
  const steps = relation.is === 'through' ? flat(c, kind, relation.path) : [{ kind, relation }];
  if (access === 'reader') for (const step of steps) c.requireKind(step.relation.target, path);
  const child = From.of(c, c.kind(relation.target), access);
  const last = steps.at(-1) as Step;
  const conditions = c.isImplied(last.kind, last.relation) ? [] : [visibleAt(c, child)];
  let at = child;
  for (let i = steps.length - 1; i > 0; i--) {
    const [step, reaching] = [steps[i] as Step, steps[i - 1] as Step];
    const before = new Place(step.kind, c.alias(), child.from, access, false);
    const table = `${quoted(step.kind.table)} ${before.alias}`;
    const on = pointing(step.relation, before, at);
    child.from.add(() => raw(`JOIN ${table} ON ${on}`));
    if (!c.isImplied(reaching.kind, reaching.relation)) conditions.push(visibleAt(c, before));
    at = before;
  }
  const parent = raw(parentOf(c, steps[0] as Step, at));
  const found = { place: child, parent, visible: all(conditions) };
  // Over a to-one step two parents' parts can lead to the same record; every row counts once.
  return steps.slice(1).some((s) => s.relation.is === 'one' && s.relation.column !== undefined)
    ? distinct(c, found)
    : found;
}

type Direct = ReadRelation & { is: 'one' | 'many' };
interface Step {
  /** The kind that the step starts from. */
  readonly kind: ReadKind;
  readonly relation: Direct;
}

function flat(c: Compilation, kind: ReadKind, path: readonly string[]): Step[] {
  const steps: Step[] = [];
  let at = kind;
  for (const name of path) {
    const relation = at.relations.get(name);
    if (!relation) throw new Error(`The read model has no relation ${at.name}.${name}.`);
    if (relation.is === 'through') steps.push(...flat(c, at, relation.path));
    else steps.push({ kind: at, relation });
    at = c.kind(relation.target);
  }
  return steps;
}

function pointing(relation: Direct, before: Place, after: Place): string {
  if (relation.is === 'one' && relation.column !== undefined)
    return `${before.column(relation.column)} = ${after.id}`;
  return `${before.id} = ${after.column(relation.foreignColumn ?? '')}`;
}

function parentOf(c: Compilation, { kind, relation }: Step, first: Place): string {
  if (relation.is === 'many' || relation.column === undefined)
    return first.column(relation.foreignColumn ?? '');
  const holder = c.alias();
  const on = `${holder}.${quoted(relation.column)} = ${first.id}`;
  first.from.add(() => raw(`JOIN ${quoted(kind.table)} ${holder} ON ${on}`));
  return `${holder}.\`id\``;
}

function distinct(c: Compilation, { place, parent, visible }: Children): Children {
  const pairs = c.alias();
  const alias = c.alias();
  const inner = sql`SELECT DISTINCT ${parent} AS p, ${place.id} AS c FROM ${place.from.sql()} WHERE ${visible}`;
  const base = sql`(${inner}) ${pairs} JOIN ${quoted(place.kind.table)} ${alias} ON ${alias}.\`id\` = ${pairs}.c`;
  const once = new Place(place.kind, alias, new From(c, base), place.access, false);
  return { place: once, parent: raw(`${pairs}.p`), visible: all([]) };
}
