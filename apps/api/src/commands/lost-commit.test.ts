import { parseAddress } from '@kehu/database/address';
import { type Database, openDatabase } from '@kehu/database/connection';
import { type CuttingProxy, cuttingProxy } from '@kehu/database/test-proxy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import { openDataSource } from '../records/data-source.js';
import type { Services } from '../services.js';
import type { ActInput, Command } from './command.js';
import { perform } from './run.js';

/** The statement itself, as it stands in its packet. */
const commit = '\u0003COMMIT';

let house: House;
let proxy: CuttingProxy;
let database: Database;
let services: Services;
let person: string;

beforeAll(async () => {
  house = await testHouse();
  person = await house.person('writer', ['SYS_ADMIN']);
  const address = parseAddress(house.services.settings.databaseUrl ?? '');
  proxy = await cuttingProxy(
    address.socketPath
      ? { socketPath: address.socketPath }
      : { host: address.host ?? '', port: address.port ?? 0 },
  );
  const url = new URL(house.services.settings.databaseUrl ?? '');
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  url.searchParams.delete('socketPath');
  database = await openDatabase({ url: url.toString(), connections: 3 });
  services = { ...house.services, database, dataSource: await openDataSource(database) };
});
afterAll(async () => {
  await database?.close();
  await proxy?.close();
  await house?.close();
});

const create: Command<ActInput & { readonly code: string }, { readonly id: string }> = {
  name: 'createRegion',
  permission: { subject: 'organisation', action: 'CREATE' },
  run: async (work, { code }) => ({ id: await work.insert('Region', { code, name: code }) }),
};
const regions = (code: string) =>
  house.services.database.query<{ id: string }>('SELECT id FROM region WHERE code = ?', [code]);

describe('an act whose COMMIT got no answer', () => {
  it.each([
    ['after', 'was done: it is found by its key and not done again'],
    ['before', 'was not done: it is done once more'],
  ] as const)('because the connection broke %s it reached the database, %s', async (moment, _what) => {
    const code = `LOST-${moment}`;
    const context = { ...(await house.as(person)), services };
    proxy.cutAt(commit, moment);
    const { id } = await perform(create, { code, idempotencyKey: code }, context);
    expect((await regions(code)).map((row) => String(row.id))).toEqual([id]);
    const trail = await house.services.database.query(
      "SELECT id FROM audit_entry WHERE entity = 'Region' AND entity_id = ?",
      [id],
    );
    expect(trail).toHaveLength(1);
    // Whoever asks again gets the same answer.
    expect(await perform(create, { code, idempotencyKey: code }, context)).toEqual({ id });
  });

  it('and that came without a key of its own is still done exactly once', async () => {
    const context = { ...(await house.as(person)), services };
    proxy.cutAt(commit, 'after');
    const { id } = await perform(create, { code: 'LOST-NOKEY' }, context);
    expect((await regions('LOST-NOKEY')).map((row) => String(row.id))).toEqual([id]);
  });
});
