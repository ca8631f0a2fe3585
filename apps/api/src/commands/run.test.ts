import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import { refusal } from '../testing/refusal.js';
import type { ActInput, Command } from './command.js';
import { ActError, type ActErrorCode } from './errors.js';
import { perform } from './run.js';

interface Rename extends ActInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly phone?: string;
}

let runs = 0;
const rename: Command<Rename, { id: string }> = {
  name: 'updateCustomer',
  permission: { subject: 'customerFile', action: 'UPDATE' },
  targets: (input) => [{ kind: 'Customer', id: input.id, expectedVersion: input.expectedVersion }],
  async run(work, input) {
    runs += 1;
    await work.update('Customer', input.id, {
      name: input.name,
      ...(input.phone ? { phone: input.phone } : {}),
    });
    work.reason('名字有误');
    return { id: input.id };
  },
};

let house: House;
let clerk: string;
let other: string;
let analyst: string;
let mine: string;
let theirs: string;

beforeAll(async () => {
  house = await testHouse();
  const store = await house.plant('Department', { code: 'S1', name: '一店', kind: 'STORE' });
  const elsewhere = await house.plant('Department', { code: 'S2', name: '二店', kind: 'STORE' });
  clerk = await house.person('clerk', ['STORE_STAFF'], { departmentId: store });
  other = await house.person('other', ['STORE_STAFF'], { departmentId: elsewhere });
  analyst = await house.person('analyst', ['ANALYST']);
  theirs = await house.plant('Customer', { name: '别人的客户', storeId: elsewhere });
  mine = await house.plant('Customer', { name: '我的客户', storeId: store });
});
beforeEach(async () => {
  runs = 0;
  const store = (await house.actor(clerk)).storeId;
  mine = await house.plant('Customer', { name: '我的客户', storeId: store, phone: '13800138000' });
});
afterAll(() => house?.close());

const code = async (act: Promise<unknown>): Promise<ActErrorCode> => (await refusal(act)).code;
const row = async (id: string) =>
  (
    await house.services.database.query<{ name: string; version: number }>(
      'SELECT name, version FROM customer WHERE id = ?',
      [id],
    )
  )[0];
/** MariaDB's driver parses JSON columns, MySQL's text protocol may not. */
const json = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
const audits = (id: string) =>
  house.services.database.query<Record<string, unknown>>(
    'SELECT * FROM audit_entry WHERE entity = ? AND entity_id = ? ORDER BY sequence',
    ['Customer', id],
  );

describe('an act', () => {
  it('changes the record, raises its version, and leaves audit and change feed in the same transaction', async () => {
    const context = await house.as(clerk);
    await perform(rename, { id: mine, expectedVersion: 1, name: '新名字', phone: '13900139000' }, context);
    expect(await row(mine)).toMatchObject({ name: '新名字', version: 2 });
    const [entry] = await audits(mine);
    expect(entry).toMatchObject({
      action: 'updateCustomer',
      sequence: 1,
      actor_via: 'session',
      reason: '名字有误',
      ip: '127.0.0.1',
    });
    expect(String(entry?.actor_id)).toBe(clerk);
    const [fed] = await house.services.database.query('SELECT * FROM change_feed WHERE record_id = ?', [
      mine,
    ]);
    expect(fed).toMatchObject({ kind: 'Customer', version: 2 });
  });

  it('keeps identifiers masked in the audit trail and names plain', async () => {
    await perform(
      rename,
      { id: mine, expectedVersion: 1, name: '新名字', phone: '13900139000' },
      await house.as(clerk),
    );
    const [entry] = await audits(mine);
    expect(json(entry?.before)).toEqual({ name: '我的客户', phone: '138****8000' });
    expect(json(entry?.after)).toEqual({ name: '新名字', phone: '139****9000' });
  });

  it('that changes nothing leaves no trace', async () => {
    await perform(rename, { id: mine, expectedVersion: 1, name: '我的客户' }, await house.as(clerk));
    expect(await row(mine)).toMatchObject({ version: 1 });
    expect(await audits(mine)).toEqual([]);
  });

  it('needs somebody who is signed in, and the right', async () => {
    const input: Rename = { id: mine, expectedVersion: 1, name: 'x' };
    expect(await code(perform(rename, input, await house.as(null)))).toBe('UNAUTHENTICATED');
    expect(await code(perform(rename, input, await house.as(analyst)))).toBe('FORBIDDEN');
    expect(runs).toBe(0);
  });

  it('on a record that is absent, of other people, or no id at all finds nothing, and all look the same', async () => {
    const context = await house.as(clerk);
    for (const id of [theirs, '999999', '-1', "1' OR '1'='1", '']) {
      const error = await refusal(perform(rename, { id, expectedVersion: 1, name: 'x' }, context));
      expect([error.code, error.key, error.extensions('en')]).toEqual([
        'NOT_FOUND',
        'act.notFound',
        { code: 'NOT_FOUND' },
      ]);
    }
    expect(runs).toBe(0);
    expect(await row(theirs)).toMatchObject({ name: '别人的客户', version: 1 });
  });

  it('on a stale version is a conflict that says the current one', async () => {
    const context = await house.as(clerk);
    await perform(rename, { id: mine, expectedVersion: 1, name: '一' }, context);
    const error = await refusal(perform(rename, { id: mine, expectedVersion: 1, name: '二' }, context));
    expect(error.code).toBe('CONFLICT');
    expect(error.currentVersion).toBe(2);
    expect(await row(mine)).toMatchObject({ name: '一', version: 2 });
  });

  it('that fails halfway leaves nothing behind', async () => {
    const failing: Command<Rename, { id: string }> = {
      ...rename,
      name: 'failing',
      async run(work, input) {
        await work.update('Customer', input.id, { name: input.name });
        throw new ActError('RULE_VIOLATION', 'rule.cycle', { article: 'R4.9' });
      },
    };
    const error = await refusal(
      perform(failing, { id: mine, expectedVersion: 1, name: 'x' }, await house.as(clerk)),
    );
    expect(error.extensions('en')).toEqual({ code: 'RULE_VIOLATION', article: 'R4.9' });
    expect(await row(mine)).toMatchObject({ name: '我的客户', version: 1 });
    expect(await audits(mine)).toEqual([]);
  });

  it('that takes a value which must be unique names the field', async () => {
    const twice: Command<ActInput, string> = {
      name: 'twice',
      permission: null,
      run: (work) => work.insert('Region', { code: 'EAST', name: '华东' }),
    };
    await perform(twice, {}, await house.as(clerk));
    const error = await refusal(perform(twice, {}, await house.as(clerk)));
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.fields).toEqual([{ path: 'code', message: 'input.duplicate' }]);
  });
});

describe('an act with an idempotency key', () => {
  it('is done once however often it is asked, and answers the same', async () => {
    const context = await house.as(clerk);
    const input = { id: mine, expectedVersion: 1, name: '一次', idempotencyKey: 'k-once' };
    const first = await perform(rename, input, context);
    expect(await perform(rename, { ...input }, await house.as(clerk))).toEqual(first);
    expect(runs).toBe(1);
    expect(await row(mine)).toMatchObject({ version: 2 });
  });

  it('is done once when it is asked many times at once', async () => {
    const input = { id: mine, expectedVersion: 1, name: '同时', idempotencyKey: 'k-race' };
    const context = await house.as(clerk);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => perform(rename, input, context)));
    expect(outcomes.every((outcome) => outcome.id === mine)).toBe(true);
    expect(await row(mine)).toMatchObject({ version: 2 });
    expect(await audits(mine)).toHaveLength(1);
  });

  it('is refused with other input', async () => {
    const context = await house.as(clerk);
    const input = { id: mine, expectedVersion: 1, name: '甲', idempotencyKey: 'k-other' };
    await perform(rename, input, context);
    expect(await code(perform(rename, { ...input, name: '乙' }, context))).toBe('CONFLICT');
  });

  it('belongs to the person: another one with the same key acts for himself', async () => {
    await perform(
      rename,
      { id: mine, expectedVersion: 1, name: '甲', idempotencyKey: 'k-own' },
      await house.as(clerk),
    );
    await perform(
      rename,
      { id: theirs, expectedVersion: 1, name: '乙', idempotencyKey: 'k-own' },
      await house.as(other),
    );
    expect(await row(theirs)).toMatchObject({ name: '乙' });
  });

  it('may be tried again after a failure', async () => {
    const context = await house.as(clerk);
    const input = { id: mine, expectedVersion: 9, name: '再来', idempotencyKey: 'k-retry' };
    expect(await code(perform(rename, input, context))).toBe('CONFLICT');
    expect(await code(perform(rename, input, context))).toBe('CONFLICT');
    await perform(rename, { ...input, expectedVersion: 1 }, context);
    expect(await row(mine)).toMatchObject({ name: '再来' });
  });
});

describe('many acts at once', () => {
  it('lose no update: exactly the acknowledged ones are there', async () => {
    const context = await house.as(clerk);
    let done = 0;
    const writer = async (n: number) => {
      for (let i = 0; i < 5; i += 1) {
        for (;;) {
          const version = Number((await row(mine))?.version);
          try {
            await perform(rename, { id: mine, expectedVersion: version, name: `写${n}-${i}` }, context);
            done += 1;
            break;
          } catch (error) {
            if (!(error instanceof ActError) || error.code !== 'CONFLICT') throw error;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)));
    expect(done).toBe(40);
    expect(await row(mine)).toMatchObject({ version: 41 });
    expect((await audits(mine)).map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
  });

  it('hand out each number of a sequence once, without gaps', async () => {
    const numbering: Command<ActInput, number> = {
      name: 'numbering',
      permission: null,
      run: (work) => work.nextNumber('test'),
    };
    const context = await house.as(clerk);
    const numbers = await Promise.all(Array.from({ length: 20 }, () => perform(numbering, {}, context)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });
});
