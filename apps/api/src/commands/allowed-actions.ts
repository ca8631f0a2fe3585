import type { Actor } from '@kehu/domain/access/actor';
import { permits } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { actGrants } from '../access/grants.js';
import { type Loader, matches } from '../access/row-filter.js';
import type { RequestContext } from '../context.js';
import type { ResolverClass } from '../departments/department.js';
import { catalogueTypes } from '../graphql/schema/catalogue-types.js';
import { scalars } from '../graphql/schema/kinds.js';
import { type DriverRow, decodeRow } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import type { Right } from './command.js';
import { gatheringLoader } from './gathering-loader.js';
import { type MessageKey, say } from './messages.js';

/** Why an act is not open just now. */
export interface Obstacle {
  readonly message: MessageKey;
  readonly article?: string;
}

/** An act on a record as its button sees it: the right that it needs, and what of the record may stand against it. */
export interface ActionRule {
  readonly action: string;
  readonly right: Right;
  /** Open to a deputy by the rights of whom he stands in for (B7.7). */
  readonly deputies?: true;
  /** False: the act makes no sense for such a record and is not offered. */
  readonly fits?: (row: RecordRow) => boolean;
  /** Asked for each person by whose rights it may be done: `actor` is that one, `more` says who really acts. */
  readonly obstacle?: (
    row: RecordRow,
    actor: Actor,
    more: AskedWith,
  ) => Obstacle | null | Promise<Obstacle | null>;
}

/** Who acts, whoever's rights it is done by, and how further records are looked at. */
export interface AskedWith {
  readonly acting: Actor;
  readonly load: Loader;
}

export interface AllowedAction {
  readonly action: string;
  readonly enabled: boolean;
  readonly reason: string | null;
  readonly article: string | null;
  readonly dueAt: string | null;
}

/** Records of one kind that one request asks about, answered together. */
interface Batch {
  readonly rows: Promise<ReadonlyMap<string, RecordRow>>;
  readonly ids: Set<string>;
}

const batches = new WeakMap<RequestContext, Map<string, Batch>>();

let declared = false;

function declareType(): void {
  if (declared) return;
  declared = true;
  catalogueTypes().declarations.object(
    'AllowedAction',
    {
      action: { type: () => GraphQLString, required: true, label: label('操作', '操作', 'The mutation') },
      enabled: {
        type: () => GraphQLBoolean,
        required: true,
        label: label('现在可用', '現在可用', 'Open now'),
      },
      reason: { type: () => GraphQLString, label: label('为何不可用', '為何不可用', 'Why it is not open') },
      article: { type: () => GraphQLString, label: label('依据的条款', '依據的條款', 'The article or rule') },
      dueAt: { type: () => scalars.dateTime, label: label('期限', '期限', 'Due at') },
    },
    label('可办理的操作', '可辦理的操作', 'An act that this person may do on this record'),
  );
}

/**
 * `allowedActions` of a kind: the acts to which the asking person has a right at all, each with the
 * reason when it is not open for this record now. Twenty-five records cost one statement more, not
 * twenty-five. The acts themselves check again.
 */
export function allowedActions(kindName: string, rules: readonly ActionRule[]): ResolverClass {
  return allowedActionsBy(kindName, (id, context) => actionsOf(kindNamed(kindName), rules, id, context));
}

/** `allowedActions` of a kind whose answers come from elsewhere (a table of transitions). */
export function allowedActionsBy(
  kindName: string,
  answer: (id: string, context: RequestContext) => Promise<AllowedAction[]>,
): ResolverClass {
  declareType();
  const type = catalogueTypes().declarations.ref('AllowedAction');
  return recordField(kindName, 'allowedActions', () => [type()], false, answer);
}

/** A further field of a kind, answered by the id of the record. */
export function recordField(
  kindName: string,
  field: string,
  type: () => unknown,
  nullable: boolean,
  answer: (id: string, context: RequestContext) => Promise<unknown>,
): ResolverClass {
  const name = `${kindName}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const target = { [name]: class {} }[name] as ResolverClass;
  Resolver(catalogueTypes().declarations.ref(kindName) as never)(target);
  const value = (parent: { readonly id: string }, context: RequestContext) =>
    answer(String(parent.id), context);
  const descriptor = { configurable: true, writable: true, enumerable: false, value };
  Object.defineProperty(target.prototype, field, descriptor);
  Root()(target.prototype, field, 0);
  Ctx()(target.prototype, field, 1);
  FieldResolver(type as never, { nullable })(target.prototype, field, descriptor as never);
  return target;
}

/** The acts of some rules on a record that is at hand, for the asking person. */
export async function actionsOf(
  kind: Kind,
  rules: readonly ActionRule[],
  id: string,
  context: RequestContext,
): Promise<AllowedAction[]> {
  const { actor, language } = context;
  if (!actor) return [];
  const row = (await batchOf(kind, id, context)).get(id);
  if (!row) return [];
  const found: AllowedAction[] = [];
  for (const rule of rules) {
    const holders = rule.deputies ? [actor, ...(actor.deputyFor ?? [])] : [actor];
    const { subject, action } = rule.right;
    const rights = holders.flatMap(({ roles }) => permits(roles, subject, action));
    if (rights.length === 0) continue;
    if (rule.fits && !rule.fits(row)) continue;
    const obstacles: (Obstacle | null)[] = [];
    const more = { acting: actor, load: loaderOf(context) };
    for (const holder of holders) {
      if (await reaches(kind, rule.right, row, holder, more.load))
        obstacles.push((await rule.obstacle?.(row, holder, more)) ?? null);
    }
    // Anybody may be assigned a record; who is not assigned this one has no such act here.
    if (obstacles.length === 0 && rights.every(({ scope }) => scope === 'ASSIGNED')) continue;
    const obstacle = obstacles.includes(null)
      ? null
      : (obstacles[0] ?? { message: 'access.forbidden' as const });
    found.push({
      action: rule.action,
      enabled: obstacle === null,
      reason: obstacle ? say(obstacle.message, language) : null,
      article: obstacle?.article ?? null,
      dueAt: null,
    });
  }
  return found;
}

async function reaches(
  kind: Kind,
  right: Right,
  row: RecordRow,
  actor: Actor,
  load: Loader,
): Promise<boolean> {
  for (const grant of actGrants(kind, right.subject, right.action, actor)) {
    if (await matches(grant.where, kind, row, load)) return true;
  }
  return false;
}

/** The rows of every record that is asked about in the same turn of the event loop. */
function batchOf(kind: Kind, id: string, context: RequestContext): Promise<ReadonlyMap<string, RecordRow>> {
  const open = batches.get(context) ?? new Map<string, Batch>();
  batches.set(context, open);
  const known = open.get(kind.name);
  if (known) {
    known.ids.add(id);
    return known.rows;
  }
  const ids = new Set([id]);
  const rows = new Promise<void>((turn) => setImmediate(turn)).then(() => {
    open.delete(kind.name);
    return readRows(kind, [...ids], context);
  });
  open.set(kind.name, { ids, rows });
  return rows;
}

export async function readRows(
  kind: Kind,
  ids: readonly string[],
  { services }: RequestContext,
): Promise<ReadonlyMap<string, RecordRow>> {
  const rows = await services.database.query<DriverRow>(`SELECT * FROM ${kind.table} WHERE id IN (?)`, [ids]);
  return new Map(rows.map((row) => [String(row.id), decodeRow(kind, row, services.codec)]));
}

/** Related records that a rule looks into, each read once per request, those of a page together. */
const loaders = new WeakMap<RequestContext, Loader>();

export function loaderOf(context: RequestContext): Loader {
  const known = loaders.get(context);
  if (known) return known;
  const whole = gatheringLoader(context.services);
  loaders.set(context, whole);
  return whole;
}
