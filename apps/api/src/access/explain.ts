import type { Actor } from '@kehu/domain/access/actor';
import { basisLabel } from '@kehu/domain/access/basis';
import { type Action, action, type Permission, scope } from '@kehu/domain/access/permission';
import { permits } from '@kehu/domain/access/permissions';
import { type Role, role } from '@kehu/domain/access/roles';
import { subjectLabel } from '@kehu/domain/access/subjects';
import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import { columnName, type Kind } from '@kehu/domain/catalogue/kind';
import { type Label, type Language, label } from '@kehu/domain/catalogue/labels';
import { message } from '@kehu/domain/messages/message';
import { badInput } from '../commands/errors.js';
import { type DriverRow, decodeRow } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import type { Services } from '../services.js';
import { allActors } from './all-actors.js';
import { actGrants, type Grant, isOfCases, readGrants } from './grants.js';
import { type Loader, matches } from './row-filter.js';
import { restrictionsOf } from './rules-register.js';

type ExplainServices = Pick<Services, 'database' | 'codec' | 'clock' | 'organisation'>;

export interface Explained {
  readonly allowed: boolean;
  /** The rules that grant or refuse, in the reader's language. */
  readonly because: readonly string[];
  /** Ids of the permissions that grant. */
  readonly grants: readonly string[];
}

/** A kind by the name that a person gave; BAD_USER_INPUT when there is none. */
export function askedKind(entity: string): Kind {
  if (!catalogue.some((kind) => kind.name === entity)) {
    const codes = catalogue.map((kind) => kind.name).join(', ');
    throw badInput({ path: 'entity', message: 'input.notOneOf', values: { codes } });
  }
  return kindNamed(entity);
}

/** Records as the rules look at them, each read once. */
export function recordLoader(services: ExplainServices): Loader {
  const children = (kindName: string, relation: string, id: string) =>
    readChildren(services, kindNamed(kindName), relation, id);
  const known = new Map<string, Promise<RecordRow | null>>();
  const load = (kindName: string, id: string) => {
    const key = `${kindName} ${id}`;
    const reading = known.get(key) ?? read(services, kindNamed(kindName), id);
    known.set(key, reading);
    return reading;
  };
  return Object.assign(load, { children });
}

async function readChildren(
  { database, codec }: ExplainServices,
  kind: Kind,
  relation: string,
  id: string,
): Promise<RecordRow[]> {
  const field = kind.fields[relation];
  if (field?.is !== 'toOne') return [];
  const rows = await database.query<DriverRow>(
    `SELECT * FROM ${kind.table} WHERE ${columnName(relation, field)} = ?`,
    [id],
  );
  return rows.map((row) => decodeRow(kind, row, codec));
}

async function read({ database, codec }: ExplainServices, kind: Kind, id: string): Promise<RecordRow | null> {
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  const [row] = await database.query<DriverRow>(`SELECT * FROM ${kind.table} WHERE id = ?`, [id]);
  return row ? decodeRow(kind, row, codec) : null;
}

/** Rights to a case and its parts are those of the people too for whom the actor stands in (B7.7). */
const grantsFor = (kind: Kind, needed: Action, actor: Actor): Grant[] =>
  needed === 'READ'
    ? readGrants(kind, actor)
    : [actor, ...(isOfCases(kind) ? (actor.deputyFor ?? []) : [])].flatMap((who) =>
        actGrants(kind, kind.subject, needed, who),
      );

/**
 * Why a person may do something with a record, or may not: the matrix cells with role, scope and
 * source. A record that the person does not see is not admitted to exist, unless a reviewer asks.
 */
export async function explainAccess(
  services: ExplainServices,
  actor: Actor,
  question: { readonly kind: Kind; readonly id: string; readonly action: Action; readonly review: boolean },
  language: Language,
): Promise<Explained> {
  const { kind, id, review } = question;
  const own = services.organisation.facts().ownLabels;
  const load = recordLoader(services);
  const row = await load(kind.name, id);
  const seen = row !== null && (await seenThrough(kind, row, actor, load)).length > 0;
  const all = grantsFor(kind, question.action, actor);
  if (!row || (!seen && !review)) {
    // Without any right the answer is the same for every record, so that it tells nothing of this one.
    const why =
      all.length === 0
        ? noGrant(kind, question.action, actor, language, own)
        : message('access.explainNoSuchRecord', {}, language);
    return { allowed: false, because: [why], grants: [] };
  }
  if (all.length === 0)
    return { allowed: false, because: [noGrant(kind, question.action, actor, language, own)], grants: [] };
  const granting = await reaching(all, kind, row, load);
  if (granting.length === 0) {
    const because = once(
      all.map((grant) => sentence('access.explainRowOutside', grant.permission, language, own)),
    );
    return { allowed: false, because, grants: [] };
  }
  const because = once(
    granting.map((grant) => sentence('access.explainGranted', grant.permission, language, own)),
  );
  const best = granting.some((grant) => grant.disclosure === 'PLAIN')
    ? null
    : granting.some((grant) => grant.disclosure === 'MASKED')
      ? ('access.explainMasked' as const)
      : ('access.explainDeidentified' as const);
  if (question.action === 'READ' && best) because.push(message(best, {}, language));
  return { allowed: true, because, grants: once(granting.map((grant) => grant.id)) };
}

export interface Viewer {
  readonly staff: { readonly id: string; readonly displayName: string };
  readonly because: readonly string[];
  readonly grants: readonly string[];
}

/** Everybody who sees a record, and through which matrix cell; null when there is no such record. */
export async function whoCanSee(
  services: ExplainServices,
  kind: Kind,
  id: string,
  language: Language,
): Promise<Viewer[] | null> {
  const load = recordLoader(services);
  const row = await load(kind.name, id);
  if (!row) return null;
  const { zone, ownLabels: own } = services.organisation.facts();
  const viewers: Viewer[] = [];
  for (const actor of await allActors(services.database, services.clock.now(), zone)) {
    const granting = await seenThrough(kind, row, actor, load);
    if (granting.length === 0) continue;
    viewers.push({
      staff: { id: actor.staffId, displayName: actor.displayName },
      because: once(
        granting.map((grant) => sentence('access.explainGranted', grant.permission, language, own)),
      ),
      grants: once(granting.map((grant) => grant.id)),
    });
  }
  return viewers;
}

/** Whether a record is among those that an actor sees. */
export async function seesRecord(
  services: ExplainServices,
  actor: Actor,
  kind: Kind,
  id: string,
): Promise<boolean> {
  const load = recordLoader(services);
  const row = await load(kind.name, id);
  return row !== null && (await seenThrough(kind, row, actor, load)).length > 0;
}

/** The grants through which an actor sees a record; none when a restriction closes it. */
export async function seenThrough(kind: Kind, row: RecordRow, actor: Actor, load: Loader): Promise<Grant[]> {
  for (const where of restrictionsOf(kind, actor)) {
    if (!(await matches(where, kind, row, load))) return [];
  }
  return reaching(readGrants(kind, actor), kind, row, load);
}

async function reaching(
  grants: readonly Grant[],
  kind: Kind,
  row: RecordRow,
  load: Loader,
): Promise<Grant[]> {
  const found: Grant[] = [];
  for (const grant of grants) if (await matches(grant.where, kind, row, load)) found.push(grant);
  return found;
}

type OwnLabels = ReadonlyMap<string, Label>;

/** A role in the organisation's own word, else in the product's. */
const roleLabel = (code: Role, own: OwnLabels): Label => own.get(`Role.${code}`) ?? role.labels[code];

function sentence(
  key: 'access.explainGranted' | 'access.explainRowOutside',
  permission: Permission,
  language: Language,
  own: OwnLabels,
): string {
  return message(
    key,
    {
      role: roleLabel(permission.role, own),
      subject: subjectLabel(permission.subject),
      action: action.labels[permission.action],
      scope: scope.labels[permission.scope],
      basis: basisLabel(permission.basis),
    },
    language,
  );
}

function noGrant(kind: Kind, needed: Action, actor: Actor, language: Language, own: OwnLabels): string {
  if (actor.roles.length === 0) return message('access.noRole', {}, language);
  const names = actor.roles.map((code) => roleLabel(code, own));
  const join = (of: Language, by: string) => names.map((name) => name[of]).join(by);
  const roles: Label = label(join('zh-Hans', '、'), join('zh-Hant', '、'), join('en', ', '));
  return message(
    'access.explainNoGrant',
    { roles, subject: subjectLabel(kind.subject), action: action.labels[needed] },
    language,
  );
}

const once = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Whether an actor may look into other people's access; `all` also for records that he does not see himself. */
export function reviewRight(actor: Actor): 'all' | 'seen' | null {
  const rights = permits(actor.roles, 'accessReview', 'READ');
  if (rights.length === 0) return null;
  return rights.some((right) => right.scope === 'ALL') ? 'all' : 'seen';
}
