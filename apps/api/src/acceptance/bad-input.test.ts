import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { type GraphQLInputType, getNamedType, isEnumType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answered, Client } from '../testing/client.js';
import { documentOf, inputFieldsOf, mutationNames, takesInput, variablesOf } from './act-documents.js';
import { accepting, expectNoFaults, faultsOf, type Reader, readers } from './refusals.js';
import { absentIds, type Spoilt, spoiltValues } from './spoilt-values.js';
import { type Input, type ValidAct, validActs } from './valid-acts.js';
import { changedTables, openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const acts = mutationNames.filter((name) => name !== 'signIn' && name !== 'signOut');
const actOf = (name: string): ValidAct => {
  const act = validActs[name];
  if (!act) throw new Error(`Say in valid-acts.ts how ${name} is done.`);
  return act;
};
const send = (client: Client, name: string, input: unknown, reader: Reader = 'en'): Promise<Answered> =>
  client.query(documentOf(name), {
    variables: variablesOf(name, input),
    headers: { 'accept-language': accepting[reader] },
  });

/** Where an act names what it acts on, when it does. */
function targetOf(name: string): string | null {
  const fields = inputFieldsOf(name);
  if (fields.has('id')) return 'id';
  return fields.has('customerId') && !actOf(name).mentions?.includes('customerId') ? 'customerId' : null;
}

function spoiltOf(name: string, field: string): Spoilt[] {
  const { kind, named, mayBeEmpty } = actOf(name);
  const type = inputFieldsOf(name).get(field);
  if (!type) return [];
  const column = kind ? kindNamed(kind).fields[field] : undefined;
  const spoilt = spoiltValues(type, column, field === targetOf(name) || field === named);
  return mayBeEmpty?.includes(field) ? spoilt.filter(({ value }) => JSON.stringify(value) !== '[]') : spoilt;
}

/** Sends every spoilt form of an input and says what was not refused as it must be, and what changed. */
async function tryAll(
  name: string,
  attempts: readonly { why: string; input: unknown; codes: readonly string[]; field?: string }[],
): Promise<string[]> {
  const client = await world.server.as(actOf(name).as);
  const before = await world.tables();
  const faults: string[] = [];
  for (const [at, { why, input, codes, field }] of attempts.entries()) {
    const reader = readers[at % readers.length] ?? 'en';
    const answered = await send(client, name, input, reader);
    const found = faultsOf(answered, { codes, reader, ...(field ? { field } : {}) });
    faults.push(...found.map((fault) => `${name}, ${field ?? ''} ${why}: ${fault}`));
  }
  const changed = changedTables(before, await world.tables());
  if (changed.length > 0) faults.push(`${name} changed ${changed.join(', ')}`);
  return faults;
}

describe('every act of the product', () => {
  it('is described here as it is done rightly', () => {
    expect(acts.filter((name) => !validActs[name])).toEqual([]);
    expect(Object.keys(validActs).filter((name) => !mutationNames.includes(name))).toEqual([]);
  });

  it.each(acts)(
    '%s refuses wrong values of each field, names the field, and changes nothing',
    async (name) => {
      const valid = await actOf(name).input(world);
      const attempts = [...inputFieldsOf(name).keys()].flatMap((field) =>
        spoiltOf(name, field).map(({ why, value, codes }) => ({
          why,
          codes,
          input: { ...valid, [field]: value },
          field,
        })),
      );
      expect(attempts.length).toBeGreaterThan(0);
      expectNoFaults(await tryAll(name, attempts));
    },
  );

  it.each(acts)('%s refuses unknown and missing fields, and inputs that are none', async (name) => {
    const valid = await actOf(name).input(world);
    const missing = [...inputFieldsOf(name)].filter(([, type]) => isNonNullType(type));
    const codes = ['BAD_USER_INPUT'];
    const attempts = missing.map(([field]) => ({
      why: 'left out',
      codes,
      field,
      input: Object.fromEntries(Object.entries(valid).filter(([key]) => key !== field)),
    }));
    if (takesInput(name)) {
      const more = (extra: Input) => ({
        why: `with ${JSON.stringify(extra)}`,
        codes,
        input: { ...valid, ...extra },
      });
      attempts.push(
        ...['isAdmin', 'createdAt', 'customerNo', 'ownerName', '__typename', 'constructor', '$ne'].map(
          (field) => ({
            ...more({ [field]: '1' }),
            field,
          }),
        ),
        ...[null, [], 'x', 7, [valid, valid]].map((input) => ({
          why: `an input that is ${JSON.stringify(input)?.slice(0, 20)}`,
          codes,
          input: input as unknown as Input,
          field: 'input',
        })),
        {
          why: 'with a prototype',
          codes,
          field: 'input',
          input: JSON.parse(`{"__proto__":{"id":"1"}}`) as Input,
        },
      );
    }
    expectNoFaults(await tryAll(name, attempts));
  });

  it.each(acts)('%s is closed to whoever has not signed in', async (name) => {
    const valid = await actOf(name).input(world);
    const before = await world.tables();
    const { errors, status } = await send(world.server.anonymous, name, valid);
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(changedTables(before, await world.tables())).toEqual([]);
  });
});

/** A value as it is written in a document. */
function literal(value: unknown, type?: GraphQLInputType): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literal(inner)}`)
      .join(', ')} }`;
  }
  const bare = type && isEnumType(getNamedType(type)) && /^[A-Z_]+$/.test(String(value));
  return bare ? String(value) : JSON.stringify(value);
}

describe('an input written out in the document', () => {
  const some = [
    'createCustomer',
    'updateContact',
    'saveOrganisationProfile',
    'updateStaff',
    'grantRole',
    'saveCodeListEntry',
  ];
  it.each(some)('of %s is refused in the same way', async (name) => {
    const valid = await actOf(name).input(world);
    const fields = inputFieldsOf(name);
    const client = await world.server.as(actOf(name).as);
    const before = await world.tables();
    const faults: string[] = [];
    for (const field of fields.keys()) {
      for (const [at, { why, value, codes }] of spoiltOf(name, field).entries()) {
        const input = Object.entries({ ...valid, [field]: value })
          .map(([key, inner]) => `${key}: ${literal(inner, fields.get(key))}`)
          .join(', ');
        const reader = readers[at % readers.length] ?? 'en';
        const answered = await client.query(`mutation { ${name}(input: { ${input} }) { told { name } } }`, {
          headers: { 'accept-language': accepting[reader] },
        });
        faults.push(
          ...faultsOf(answered, { codes, reader, field }).map(
            (fault) => `${name}, ${field} ${why}: ${fault}`,
          ),
        );
      }
    }
    expectNoFaults(faults);
    expect(changedTables(before, await world.tables())).toEqual([]);
  });
});

describe('an act on a version that is not the one that stands', () => {
  const versioned = acts.filter((name) => inputFieldsOf(name).has('expectedVersion') && targetOf(name));
  it.each(versioned)('%s is a conflict that names the version, and changes nothing', async (name) => {
    const valid = await actOf(name).input(world);
    const stands = valid.expectedVersion;
    // A first profile has no version to be stale.
    if (stands === undefined) return;
    const client = await world.server.as(actOf(name).as);
    const before = await world.tables();
    for (const expectedVersion of [Number(stands) + 1, Number(stands) - 1, -1]) {
      for (const reader of readers) {
        const { errors } = await send(client, name, { ...valid, expectedVersion }, reader);
        expect(errors[0]?.extensions).toEqual({ code: 'CONFLICT', currentVersion: stands });
      }
    }
    expect(changedTables(before, await world.tables())).toEqual([]);
  });

  it('is refused for a profile that somebody else wrote first', async () => {
    for (const name of ['savePersonProfile', 'saveOrganisationProfile']) {
      const valid = await actOf(name).input(world);
      const client = await world.server.as(actOf(name).as);
      expect((await send(client, name, valid)).errors).toEqual([]);
      for (const expectedVersion of [null, 0, 7]) {
        const { errors } = await send(client, name, { ...valid, expectedVersion });
        expect(errors[0]?.extensions).toEqual({ code: 'CONFLICT', currentVersion: 1 });
      }
    }
  });
});

describe('a record of other people', () => {
  const guarded = acts.filter((name) => validActs[name]?.foreign);
  it.each(guarded)('%s says of it what it says of one that does not exist', async (name) => {
    const act = actOf(name);
    const target = targetOf(name) ?? 'id';
    const foreign = await act.foreign?.(world);
    const valid = { expectedVersion: 1, ...(await act.input(world)) } as Input;
    if (!inputFieldsOf(name).has('expectedVersion')) delete valid.expectedVersion;
    const client = await world.server.as(act.as);
    const before = await world.tables();
    for (const reader of readers) {
      const of = async (id: unknown) => (await send(client, name, { ...valid, [target]: id }, reader)).errors;
      const theirs = await of(foreign);
      expect(theirs[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
      for (const absent of absentIds) expect(await of(absent)).toEqual(theirs);
    }
    expect(changedTables(before, await world.tables())).toEqual([]);
  });
});
