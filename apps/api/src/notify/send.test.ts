import type { Database, Queryable } from '@kehu/database/connection';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../services.js';
import { leaseSeconds, mostTries, pauseAfter } from './deliveries.js';
import { forgetSent, outboxLag } from './forget-sent.js';
import { giveUp } from './outbox-job.js';
import { at, OutboxWorld, staff } from './testing/outbox-world.js';

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => world.begin());
afterEach(() => world.clear());

describe('sending', () => {
  it('is tried again after a growing pause with the same id, and has failed after eight tries', async () => {
    world.platform.answer = ({ path }) =>
      path.includes('token')
        ? { body: { code: 0, tenant_access_token: 't', expire: 7200 } }
        : { body: { code: 230013, msg: 'ou_gm has no availability, app-secret' } };
    await world.tell({ to: ['gm'], weight: 'URGENT' });
    const pauses: number[] = [];
    for (let tries = 1; tries <= mostTries; tries += 1) {
      expect(await world.send()).toEqual([tries < mostTries ? 'POSTPONED' : 'FAILED']);
      expect(await world.send()).toEqual([]);
      const [row] = await world.deliveries();
      expect(row?.attempts).toBe(tries);
      if (tries === mostTries) break;
      pauses.push((Date.parse(row?.not_before ?? '') - world.now.getTime()) / 1000);
      world.now = new Date(row?.not_before ?? '');
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920]);
    expect(pauseAfter(12)).toBe(3600);
    const [row] = await world.deliveries();
    expect(row).toMatchObject({ state: 'FAILED', problem: 'code 230013: *** has no availability, ***' });
    const ids = world.platform.received.flatMap(({ body }) => (body?.uuid ? [body.uuid] : []));
    expect(ids).toEqual(Array(mostTries).fill(row?.message_id));
  });

  it('tells administrators of what has failed, in the house, once a day for each channel', async () => {
    world.platform.answer = () => ({ body: { code: 1, msg: 'no' } });
    for (let n = 0; n < 2; n += 1) {
      await world.tell({ to: ['gm'], weight: 'URGENT', recordId: String(n) });
      await world.server.services.database.change(
        'UPDATE message_delivery SET attempts = 7 WHERE attempts = 0',
      );
      expect(await world.send()).toEqual(['FAILED']);
    }
    const { notifications } = await (await world.server.as('sys-admin')).data(
      '{ notifications { items { messageText weight } } }',
    );
    expect(notifications.items).toEqual([
      { messageText: 'A message by Feishu app could not be sent; check the settings.', weight: 'WARNING' },
    ]);
    const rows = await world.server.services.database.query(
      'SELECT id FROM message_delivery WHERE to_id = ?',
      [staff('sys-admin')],
    );
    expect(rows).toEqual([]);
  });

  it('loses nothing when a server ends between sending and marking: the same id goes out again', async () => {
    await world.tell({ to: ['gm'], weight: 'URGENT' });
    await expect(world.send(dyingAtTheMark(world.server.services))).rejects.toThrow('the server is gone');
    expect(world.textsTo('gm')).toHaveLength(1);
    expect(await world.send()).toEqual([]);
    world.now = new Date(world.now.getTime() + leaseSeconds * 1000);
    expect(await world.send()).toEqual(['SENT']);
    expect(world.textsTo('gm')).toHaveLength(2);
    const sent = world.platform.received.filter(({ body }) => body?.uuid);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    world.now = new Date(world.now.getTime() + 86_400_000);
    expect(await world.send()).toEqual([]);
  });

  it('is done once by however many servers', async () => {
    for (let n = 0; n < 12; n += 1)
      await world.tell({
        to: ['gm', 'handler'],
        weight: 'URGENT',
        recordNo: `TS-${n}`,
        content: { no: `TS-${n}` },
      });
    const rounds = await Promise.all([world.send(), world.send(), world.send()]);
    await world.send();
    expect(rounds.flat().filter((sent) => sent === 'SENT')).toHaveLength(24);
    const ids = world.platform.received.flatMap(({ body }) => (body?.uuid ? [String(body.uuid)] : []));
    expect(ids).toHaveLength(24);
    expect(new Set(ids).size).toBe(24);
  });

  it('never loses a message that is written while its digest is being sent', async () => {
    const { database } = world.server.services;
    world.now = new Date(at('13:49').getTime());
    const slot = at('13:50');
    const acts = Array.from({ length: 20 }, (_, n) =>
      world.tell({ to: ['gm'], recordId: String(100 + n), recordNo: `TS-${n}`, content: { no: `TS-${n}` } }),
    );
    // The sender's clock is past the slot while the acts' clock is not: they meet on the same delivery.
    const ahead: Services = { ...world.server.services, clock: { now: () => slot } };
    const sending = (async () => {
      for (let n = 0; n < 40; n += 1) await world.send(ahead);
    })();
    await Promise.all([...acts, sending]);
    world.now = at('17:20');
    await world.send();
    const text = world.textsTo('gm').join('\n');
    for (let n = 0; n < 20; n += 1) expect(text).toContain(`TS-${n} `);
    const [left] = await database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM message_delivery WHERE state = 'WAITING' AND channel = 'FEISHU_APP'",
    );
    expect(Number(left?.n)).toBe(0);
  });

  it('keeps of a message what it was about, and nothing that it said', async () => {
    await world.tell({ to: ['gm'], weight: 'URGENT' });
    await world.send();
    const admin = await world.server.as('sys-admin');
    const { messageDeliveries } = await admin.data(
      '{ messageDeliveries(where: { channel: { eq: FEISHU_APP } }) { items { state content attempts sentAt to { id } } } }',
    );
    expect(messageDeliveries.items).toEqual([
      {
        state: 'SENT',
        attempts: 1,
        sentAt: world.now.toISOString(),
        to: { id: staff('gm') },
        content: {
          at: world.now.toISOString(),
          lines: [{ no: 'TS-2026-0001', message: 'clock.atRisk', dueAt: at('16:00', 11).toISOString() }],
        },
      },
    ]);
    const refused = await (await world.server.as('handler')).query('{ messageDeliveries { items { id } } }');
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('says how late it is, and forgets after half a year what has gone out, and only that', async () => {
    const { database } = world.server.services;
    await world.tell({ to: ['gm', 'handler'], weight: 'URGENT' });
    expect(await outboxLag(database, world.now)).toBe(0);
    expect(await outboxLag(database, new Date(world.now.getTime() + 5000))).toBe(5);
    await world.send();
    for (const channel of ['WECOM_ROBOT', 'SMS']) await world.send(world.server.services, channel);
    expect(await outboxLag(database, new Date(world.now.getTime() + 5000))).toBe(0);
    await database.change("UPDATE message_delivery SET state = 'FAILED' WHERE channel = 'WECOM_ROBOT'");
    const day = (days: number) => new Date(world.now.getTime() + days * 86_400_000);
    await forgetSent(database, day(180));
    expect(await world.deliveries()).toHaveLength(2);
    await forgetSent(database, day(181));
    expect(await world.deliveries()).toEqual([]);
    expect(await world.deliveries('WECOM_ROBOT')).toHaveLength(1);
    const [parts] = await database.query<{ n: string }>(
      'SELECT COUNT(DISTINCT delivery_id) AS n FROM message_part',
    );
    expect(Number(parts?.n)).toBe(1);
  });

  it('gives up after a day when a channel is no longer set up', async () => {
    await world.tell({ to: ['gm'], weight: 'URGENT' });
    const without: Services = {
      ...world.server.services,
      settings: { ...world.server.services.settings, messages: { ...world.messages, feishuApp: null } },
    };
    world.now = new Date(world.now.getTime() + 23 * 3_600_000);
    await giveUp(without);
    expect((await world.deliveries())[0]?.state).toBe('WAITING');
    world.now = new Date(world.now.getTime() + 2 * 3_600_000);
    await giveUp(without);
    expect((await world.deliveries())[0]).toMatchObject({
      state: 'FAILED',
      problem: 'the channel is not set up',
    });
    expect((await world.deliveries('SMS')).every(({ state }) => state !== 'FAILED')).toBe(true);
  });
});

/** Services whose server ends before it can write what came of a try. */
function dyingAtTheMark(services: Services): Services {
  const marking = (transaction: Queryable): Queryable => ({
    query: (sql, values) => transaction.query(sql, values),
    change: (sql, values) =>
      sql.includes('sent_at')
        ? Promise.reject(new Error('the server is gone'))
        : transaction.change(sql, values),
  });
  const database = new Proxy(services.database, {
    get(target, name) {
      if (name === 'transaction')
        return <T>(work: (transaction: Queryable) => Promise<T>) =>
          target.transaction((transaction) => work(marking(transaction)));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as Database;
  return { ...services, database };
}
