import { maskPersonalName, maskValue } from '@kehu/domain/access/masks';
import { permits } from '@kehu/domain/access/permissions';
import { type Role, role } from '@kehu/domain/access/roles';
import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Column } from '@kehu/domain/catalogue/fields';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { ReadModel } from '@kehu/query/model';
import { readModel } from '../records/read-model.js';
import type { Client } from '../testing/client.js';
import {
  act,
  count,
  exported,
  filtered,
  get,
  group,
  list,
  nested,
  type Seen,
  sort,
  values,
  type Way,
  wayTo,
} from './ask.js';
import type { Planted, PlantedRow } from './planted.js';
import { expectedTags, readRights, type Tag } from './tags.js';

/** Acts by kind, with an input that is right but for the version. */
const acts: Readonly<
  Record<string, { readonly mutation: string; readonly action: 'UPDATE' | 'CREATE'; readonly input: object }>
> = {
  Customer: { mutation: 'updateCustomer', action: 'UPDATE', input: { remark: 'x' } },
  Contact: { mutation: 'updateContact', action: 'UPDATE', input: { position: 'x' } },
  CustomerAddress: { mutation: 'updateCustomerAddress', action: 'UPDATE', input: { postcode: '1' } },
  Staff: { mutation: 'updateStaff', action: 'UPDATE', input: { jobTitle: 'x' } },
  Department: { mutation: 'updateDepartment', action: 'UPDATE', input: { address: 'x' } },
  Region: { mutation: 'updateRegion', action: 'UPDATE', input: { name: 'x' } },
  RoleGrant: { mutation: 'revokeRoleGrant', action: 'UPDATE', input: { reason: 'x' } },
  ApiToken: { mutation: 'revokeApiToken', action: 'UPDATE', input: {} },
  SavedView: { mutation: 'saveView', action: 'CREATE', input: { name: 'x' } },
  CodeListEntry: { mutation: 'saveCodeListEntry', action: 'UPDATE', input: { position: 2 } },
  Organisation: { mutation: 'updateOrganisation', action: 'UPDATE', input: { name: 'x' } },
};

/** Kinds whose export is fetched as a file; all go through the same engine, these hold personal data. */
const exportedKinds: ReadonlySet<string> = new Set(['Customer', 'Contact', 'Order', 'VisitorRegistration']);

/** How a protected field came, over the rows that were seen. */
export type Shown =
  | 'plain'
  | 'masked'
  | 'hidden'
  | 'plain or masked'
  | 'plain or hidden'
  | 'masked or hidden'
  | '–';

/** One line of the sheet. */
export interface Line {
  readonly role: Role;
  readonly kind: string;
  /** `closed`, or the tags of the rows that the role reaches. */
  readonly expected: ReadonlySet<Tag> | null;
  readonly planted: readonly Tag[];
  /** By path; `true` when it agrees with what is expected, else what it answered. */
  readonly paths: Readonly<Record<string, string | true>>;
  readonly fields: Readonly<Record<string, { readonly shown: Shown; readonly sortable: boolean }>>;
  /** Tags on which the act is open; null: there is none for this kind. */
  readonly act: {
    readonly name: string;
    readonly open: ReadonlySet<Tag>;
    readonly expected: ReadonlySet<Tag>;
  } | null;
  readonly countsOnly: boolean;
}

export interface Proof {
  readonly lines: readonly Line[];
  readonly problems: readonly string[];
  readonly questions: number;
}

/** Asks a running server every question of the sheet, as the person of each role. */
export async function prove(planted: Planted, clientOf: (login: string) => Promise<Client>): Promise<Proof> {
  const model = readModel();
  const lines: Line[] = [];
  const problems: string[] = [];
  let questions = 0;
  const work = role.codes.map((code) => async () => {
    const inner = await clientOf(planted.loginOf(code));
    const client = Object.create(inner, {
      post: {
        value: (body: string, headers?: Readonly<Record<string, string>>) => {
          questions += 1;
          return inner.post(body, headers);
        },
      },
    }) as Client;
    for (const kind of catalogue) lines.push(await proveLine(client, code, kind, planted, model, problems));
  });
  await inParallel(work, 8);
  const place = (line: Line) =>
    role.codes.indexOf(line.role) * 1000 + catalogue.findIndex((k) => k.name === line.kind);
  return { lines: lines.sort((a, b) => place(a) - place(b)), problems: problems.sort(), questions };
}

async function inParallel(work: readonly (() => Promise<void>)[], lanes: number): Promise<void> {
  const open = [...work];
  const lane = async () => {
    for (let next = open.shift(); next; next = open.shift()) await next();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The rows that a role is asked about: its own planted ones, and another person's own. */
function sampleOf(
  planted: Planted,
  code: Role,
  kind: Kind,
): { id: string; tag: Tag; row: PlantedRow['row'] }[] {
  const other = role.codes[(role.codes.indexOf(code) + 1) % role.codes.length];
  return planted.rows.flatMap((each) => {
    if (each.kind !== kind.name) return [];
    if (each.role === null || each.role === code) return [{ id: each.row.id, tag: each.tag, row: each.row }];
    return each.role === other && each.tag === 'OWN'
      ? [{ id: each.row.id, tag: 'FOREIGN' as const, row: each.row }]
      : [];
  });
}

async function proveLine(
  client: Client,
  code: Role,
  kind: Kind,
  planted: Planted,
  model: ReadModel,
  problems: string[],
): Promise<Line> {
  const sample = sampleOf(planted, code, kind);
  const ids = sample.map((each) => each.id);
  const expected = expectedTags(code, kind, 'READ');
  const wanted: Seen = expected
    ? new Set(sample.filter((each) => expected.has(each.tag)).map((each) => each.id))
    : 'closed';
  const where = `${code} × ${kind.name}`;
  const paths: Record<string, string | true> = {};
  const compare = (path: string, seen: Seen | number, to: Seen | number = wanted) => {
    paths[path] = describe(seen) === describe(to) ? true : describe(seen);
    if (paths[path] !== true)
      problems.push(`${where}: ${path} answered ${paths[path]}, expected ${describe(to)}`);
  };
  compare('get', await get(client, kind, ids));
  compare('list', await list(client, kind, ids));
  compare('count', await count(client, kind, ids), wanted === 'closed' ? 'closed' : wanted.size);
  compare('group', await group(client, kind, ids));
  const readable = (name: string) => expectedTags(code, kindNamed(name), 'READ') !== null;
  const way = wayTo(model, kind, readable);
  if (way) await proveNested(client, way, planted, code, sample, wanted, compare);
  if (exportedKinds.has(kind.name)) compare('export and file', await exported(client, kind, ids));
  const fields = wanted === 'closed' ? {} : await proveFields(client, code, kind, sample, where, problems);
  return {
    role: code,
    kind: kind.name,
    expected,
    planted: sample.map((each) => each.tag),
    paths,
    fields,
    act: await proveAct(client, code, kind, sample, wanted, where, problems),
    countsOnly: permits([code], kind.subject, 'COUNT').length > 0,
  };
}

async function proveNested(
  client: Client,
  way: Way,
  planted: Planted,
  code: Role,
  sample: readonly { id: string; row: PlantedRow['row'] }[],
  wanted: Seen,
  compare: (path: string, seen: Seen, to?: Seen) => void,
): Promise<void> {
  const parentTags = expectedTags(code, kindNamed(way.parent), 'READ') ?? new Set<Tag>();
  const seenParents = new Set(
    planted.rows
      .filter((each) => each.kind === way.parent)
      .filter((each) => parentTags.has(each.role === code || each.role === null ? each.tag : 'FOREIGN'))
      .map((each) => each.row.id),
  );
  const parentOf = (id: string) => String(sample.find((each) => each.id === id)?.row[way.property] ?? '');
  const ids = sample.map((each) => each.id).filter((id) => parentOf(id) !== '');
  const parents = [...new Set(ids.map(parentOf))];
  const below =
    wanted === 'closed'
      ? wanted
      : new Set(ids.filter((id) => wanted.has(id) && seenParents.has(parentOf(id))));
  compare('nested', await nested(client, way, parents, ids), below);
  const above = below === 'closed' ? below : new Set([...below].map(parentOf));
  compare('filter', await filtered(client, way, parents, ids), above);
}

/** Names and identifiers: how they come, and whether they can be sorted by. */
async function proveFields(
  client: Client,
  code: Role,
  kind: Kind,
  sample: readonly { id: string; tag: Tag; row: PlantedRow['row'] }[],
  where: string,
  problems: string[],
): Promise<Line['fields']> {
  const found: Record<string, { shown: Shown; sortable: boolean }> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.is !== 'column' || field.protection === 'plain') continue;
    if (!sample.some((each) => each.row[name] != null)) continue;
    const answered = await values(
      client,
      kind,
      sample.map((each) => each.id),
      name,
    );
    const shown = shownAs(field, name, sample, answered);
    const sortable = (await sort(client, kind, name)) === 'open';
    found[name] = { shown, sortable };
    const allowed = shownExpected(code, kind, name, field);
    if (shown !== '–' && !allowed.includes(shown))
      problems.push(`${where}: ${name} came ${shown}, expected ${allowed.join(' or ')}`);
    if (sortable && shown !== 'plain' && shown !== '–')
      problems.push(`${where}: ${name} is ${shown} but can be sorted by`);
  }
  return found;
}

function shownAs(
  field: Column,
  name: string,
  sample: readonly { id: string; row: PlantedRow['row'] }[],
  answered: ReadonlyMap<string, string | null> | 'closed',
): Shown {
  if (answered === 'closed') return 'hidden';
  const states = new Set<'plain' | 'masked' | 'hidden'>();
  for (const { id, row } of sample) {
    const value = row[name];
    if (value == null || !answered.has(id)) continue;
    // An organisation's name is never masked.
    if (field.protectedWhen && row[field.protectedWhen.field] !== field.protectedWhen.equals) continue;
    const mask =
      field.protection === 'name'
        ? maskPersonalName(String(value))
        : maskValue(field.mask ?? 'handle', String(value));
    if (answered.get(id) === null) states.add('hidden');
    else if (answered.get(id) === String(value)) states.add('plain');
    else if (answered.get(id) === mask) states.add('masked');
    else throw new Error(`${name} came as ${answered.get(id)}, which is neither plain nor masked.`);
  }
  const order = ['plain', 'masked', 'hidden'] as const;
  return (order.filter((state) => states.has(state)).join(' or ') || '–') as Shown;
}

/** Names are plain at work and masked for analysts; identifiers are masked but for an owner's business contacts. */
function shownExpected(code: Role, kind: Kind, name: string, field: Column): readonly Shown[] {
  const rights = readRights(code, kind);
  const deidentified = rights.every((right) => right.disclosure === 'DEIDENTIFIED');
  const only = rights.every(
    (right) =>
      right.onlyFields &&
      !right.onlyFields.some((f) => f === `${kind.name}.${name}` || f === `${kind.name}.*`),
  );
  if (only) return ['hidden'];
  if (field.protection === 'name') return [deidentified ? 'masked' : 'plain'];
  if (field.protection === 'secret') {
    const secrets = permits([code], 'businessSecret', 'READ');
    if (secrets.length === 0) return ['hidden'];
    // A record may be seen wider than its secrets: those of one's own accounts alone.
    const everywhere = secrets.some(({ scope }) => scope === 'ALL');
    return everywhere ? ['plain'] : ['plain', 'plain or hidden'];
  }
  const own = permits([code], 'businessContact', 'READ').length > 0;
  const contact =
    (kind.name === 'Customer' && name === 'phone') || (kind.name === 'Contact' && name !== 'birthday');
  if (rights.some((right) => right.disclosure === 'PLAIN')) return ['plain'];
  // Under one right these fields only, under another one all: in the rows of the first alone the rest stays hidden.
  const partly = rights.some((right) => right.onlyFields);
  return [
    ...(own && contact ? (['plain or masked'] as const) : []),
    ...(partly ? (['masked or hidden'] as const) : []),
    'masked',
  ];
}

async function proveAct(
  client: Client,
  code: Role,
  kind: Kind,
  sample: readonly { id: string; tag: Tag }[],
  wanted: Seen,
  where: string,
  problems: string[],
): Promise<Line['act']> {
  const asked = acts[kind.name];
  if (!asked) return null;
  const may = expectedTags(code, kind, asked.action) ?? new Set<Tag>();
  const permitted = permits([code], kind.subject, asked.action).length > 0;
  const codes = await act(
    client,
    asked.mutation,
    sample.map((each) => each.id),
    asked.input as Record<string, unknown>,
  );
  const open = new Set<Tag>();
  const expected = new Set<Tag>();
  for (const { id, tag } of sample) {
    const seen = wanted !== 'closed' && wanted.has(id);
    const answer = codes.get(id) ?? '';
    const right = !permitted ? 'FORBIDDEN' : !seen ? 'NOT_FOUND' : may.has(tag) ? 'CONFLICT' : 'FORBIDDEN';
    if (answer === 'CONFLICT') open.add(tag);
    if (right === 'CONFLICT') expected.add(tag);
    if (answer !== right)
      problems.push(`${where}: ${asked.mutation} on ${tag} answered ${answer}, expected ${right}`);
  }
  return { name: asked.mutation, open, expected };
}

function describe(seen: Seen | number): string {
  if (seen === 'closed' || typeof seen === 'number') return String(seen);
  return [...seen].sort((a, b) => Number(a) - Number(b)).join(' ') || 'none';
}
