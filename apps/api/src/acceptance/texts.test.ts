import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, inputFieldsOf, variablesOf } from './act-documents.js';
import { type ValidAct, validActs } from './valid-acts.js';
import { openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

/** Texts that look dangerous and are only unusual: what is sent, and what is kept. */
const unusual: readonly (readonly [what: string, sent: string, kept?: string])[] = [
  ['emoji, also joined ones', '张三😀👨‍👩‍👧🇨🇳'],
  ['letters of a rare plane', '𠮷野家'],
  ['SQL', "'; DROP TABLE customer; --"],
  ['a formula', '=HYPERLINK("http://a.cn")'],
  ['a command of a spreadsheet', "+cmd|' /C calc'!A0"],
  ['markup', '<img src=x onerror=a()>'],
  ['placeholders', '{name} %s $x {{y}}'],
  ['backslashes and quotes', '\\" \\\' \\n `x`'],
  ['wild cards', '%_!*?'],
  ['the word null', 'null'],
  ['marks that turn the writing around', '张\u202e三\u2066\u200f丰', '张三丰'],
  ['marks without a width', '\ufeff李\u200b四\u2060\u00ad', '李四'],
  ['control characters', '王\u0000\u0007五\u001b', '王五'],
  ['half a character', '赵\ud83d六', '赵六'],
  ['blanks around', ' \u3000 钱七\t ', '钱七'],
  ['letters in two parts', 'Cafe\u0301', 'Caf\u00e9'],
];
const texts = unusual.map(([what, sent, kept = sent]) => ({ what, sent, kept }));

/** Fields that have a form of their own. */
const formal = new Set('login uscc timeZone currency locale key role phone email period'.split(' '));

/** Text fields that an act writes and gives back as they are: name and longest length. */
function plainTexts({ kind, back }: ValidAct, name: string): [string, number][] {
  if (!kind || !back) return [];
  return [...inputFieldsOf(name)].flatMap(([field, type]): [string, number][] => {
    const column = kindNamed(kind).fields[field];
    if (getNamedType(type).name !== 'String' || column?.is !== 'column' || formal.has(field)) return [];
    return column.protection === 'identifier' ? [] : [[field, column.max ?? 200]];
  });
}

const written = Object.entries(validActs).flatMap(([name, act]) =>
  plainTexts(act, name).map(([field, max]) => ({ name, act, field, max })),
);

function leafOf(payload: unknown): unknown {
  let value = payload;
  while (typeof value === 'object' && value !== null) {
    value = Array.isArray(value) ? value.at(-1) : Object.values(value)[0];
  }
  return value;
}

async function writeAndRead({ name, act, field }: (typeof written)[number], text: string): Promise<unknown> {
  const client = await world.server.as(act.as);
  const input = { ...(await act.input(world)), [field]: text };
  const document = documentOf(name, `{ ${act.back?.replace('FIELD', field)} }`);
  const { errors, data } = await client.query(document, { variables: variablesOf(name, input) });
  return errors[0] ?? leafOf(data[name]);
}

describe('a text', () => {
  it('can be written in many places', () => {
    expect(written.length).toBeGreaterThan(60);
    expect(new Set(written.map(({ name }) => name)).size).toBeGreaterThan(14);
  });

  it.each(texts)('of $what comes back as it is kept, wherever it is written', async ({ sent, kept }) => {
    const wrong: unknown[] = [];
    for (const [at, place] of written.entries()) {
      // Unique numbers keep names that may stand only once apart; names are written in every place.
      const own = place.field === 'code' || place.field === 'name' || place.field === 'tag';
      if (!own && at % 4 !== texts.findIndex((text) => text.sent === sent) % 4) continue;
      const number = place.field === 'code' ? String(world.next()) : '';
      if ([...kept, ...number].length > place.max) continue;
      const answer = await writeAndRead(place, number === '' ? sent : number + sent.trimStart());
      if (answer !== number + kept) wrong.push([place.name, place.field, answer]);
    }
    expect(wrong).toEqual([]);
  });

  it('of the longest length is kept in full, of one more character refused', async () => {
    const wrong: unknown[] = [];
    for (const place of written) {
      for (const letter of ['名', '😀']) {
        const full = letter.repeat(place.max - 4) + String(world.next()).padStart(4, '0');
        const kept = await writeAndRead(place, full);
        if (kept !== full) wrong.push([place.name, place.field, letter, kept]);
      }
      const refused = await writeAndRead(place, '长'.repeat(place.max + 1));
      const code = (refused as { extensions?: { code?: string } } | null)?.extensions?.code;
      if (code !== 'BAD_USER_INPUT') wrong.push([place.name, place.field, 'too long', refused]);
    }
    expect(wrong).toEqual([]);
  });

  it('is found again by what it says, not by what it does', async () => {
    const clerk = await world.server.as('store-staff');
    const place = written.find(({ name, field }) => name === 'createCustomer' && field === 'name');
    if (!place) throw new Error('A customer has no name.');
    for (const { sent, kept } of texts) {
      await writeAndRead(place, sent);
      const found = await clerk.data(
        'query($name: String!) { customers(where: { name: { eq: $name } }) { items { name } } }',
        { name: kept },
      );
      expect(found.customers.items.length, kept).toBeGreaterThan(0);
      for (const { name } of found.customers.items) expect(name).toBe(kept);
    }
    expect(await world.count('customer')).toBeGreaterThan(texts.length);
  });
});

describe('a masked number that comes back', () => {
  it('never takes the place of the number itself', async () => {
    const masked: readonly (readonly [string, string, string])[] = [
      ['updateCustomer', 'phone', '139****9999'],
      ['updateContact', 'phone', '137****0000'],
      ['updateContact', 'email', 'co***@example.com'],
      ['updateContact', 'birthday', '1985-**-**'],
      ['updateCustomerAddress', 'street', '杭州市西湖区****'],
      ['savePersonProfile', 'idNo', '110***********002X'],
      ['savePersonProfile', 'wechat', 'w*******'],
      ['savePersonProfile', 'email', 'zh***@example.com'],
      ['updateStaff', 'email', 'li***@example.com'],
    ];
    for (const [name, field, value] of masked) {
      const act = validActs[name];
      if (!act) throw new Error(name);
      const client = await world.server.as(act.as);
      const input = { ...(await act.input(world)), idType: 'PASSPORT', [field]: value };
      if (name !== 'savePersonProfile') delete (input as Record<string, unknown>).idType;
      const before = await world.tables();
      const { errors } = await client.query(documentOf(name), { variables: variablesOf(name, input) });
      expect([name, field, errors[0]?.extensions.code]).toEqual([name, field, 'BAD_USER_INPUT']);
      expect(await world.tables()).toEqual(before);
    }
  });
});

describe('a reason', () => {
  it('is kept without what nobody sees, and with everything else', async () => {
    const said = '客户来电\u202e要求\u200b😀=1+1';
    const acts = [
      'updateCustomer',
      'assignCustomerOwner',
      'revealPersonalData',
      'refuseRoleGrant',
      'startExport',
    ];
    for (const name of acts) {
      const act = validActs[name];
      if (!act) throw new Error(name);
      const client = await world.server.as(act.as);
      const input = { ...(await act.input(world)), reason: said };
      await client.data(documentOf(name), variablesOf(name, input));
      const [entry] = await world.server.services.database.query<{ reason: string }>(
        'SELECT reason FROM audit_entry WHERE action = ? ORDER BY id DESC LIMIT 1',
        [name],
      );
      expect([name, entry?.reason]).toEqual([name, '客户来电要求😀=1+1']);
    }
  });
});
