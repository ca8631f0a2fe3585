import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseHouse, caseHouse } from '../departments/complaints/testing/case-house.js';
import { checkOutbox, type OutboxCheck, openOutboxCheck, waiting } from '../notify/testing/outbox-check.js';
import { instantOf } from '../records/decode.js';
import { timerLag } from './claim.js';
import { assessed, type ExpectedCase, expectCase, letPass, tracked } from './testing/expected-effects.js';
import { KillableServer } from './testing/killable-server.js';

/** `KEHU_LONG_TESTS=1` gives the long form. */
const rounds = process.env.KEHU_LONG_TESTS === '1' ? 50 : 6;
const hour = 3_600_000;
const built = fileURLToPath(new URL('../../dist/timers/testing/timer-process.js', import.meta.url));

let house: CaseHouse;
let servers: KillableServer[];
let outbox: OutboxCheck;
let clockFile: string;
let now: number;
const cases: ExpectedCase[] = [];
let keys = 0;
let kills = 0;

/** A row of numbers in 0…1 that is the same on every run. */
let seed = Number(process.env.KEHU_SEED ?? 20260307);
const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

function setClock(at: number): void {
  now = at;
  writeFileSync(`${clockFile}.new`, String(at));
  renameSync(`${clockFile}.new`, clockFile);
}

beforeAll(async () => {
  if (!existsSync(built)) throw new Error('The API has not been built: npx tsc -p apps/api');
  house = await caseHouse();
  const { settings } = house.services;
  clockFile = join(settings.home, 'clock');
  setClock(Date.parse('2026-03-07T02:10:00.000Z'));
  const { service, gm, office } = house.people;
  outbox = await openOutboxCheck(house.services, [service ?? '', gm ?? '', office ?? '']);
  const env = {
    ...outbox.env,
    DATABASE_URL: settings.databaseUrl ?? '',
    KEHU_HOME: settings.home,
    KEHU_TEST_CLOCK: clockFile,
    KEHU_LOG: 'error',
  };
  servers = [new KillableServer(env), new KillableServer(env)];
  await Promise.all(servers.map((server) => server.start()));
}, 60_000);
afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()));
  await outbox?.platform.stop();
  await house?.close();
});

const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Kills a server after a moment and starts it again. */
async function killSoon(): Promise<void> {
  const server = pick(servers);
  await sleep(random() * 700);
  await server.kill();
  kills += 1;
  await server.start();
}

/** An act, tried with the same key on any server until one has answered. */
async function act(name: string, by: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  keys += 1;
  const order = { key: `k${keys}`, act: name, staffId: house.people[by] ?? '', input };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await pick(servers).send(order);
    if (answer?.problem) throw new Error(`${name}: ${answer.problem}`);
    if (answer?.answer) return answer.answer.id;
    await sleep(100);
  }
  throw new Error(`${name} found no server.`);
}

/**
 * Waits until nothing that is due is left. The clock goes on a little, so that leases of the dead run out, and
 * stays within the hour, so that nothing more falls due however long a slow machine takes.
 */
async function settle(): Promise<void> {
  for (let polls = 0; polls < 1500; polls += 1) {
    await sleep(200);
    if ((await timerLag(house.services.database, new Date(now))) === 0) return;
    if (polls < 60) setClock(now + 35_000);
  }
  throw new Error(`Timers are left: ${servers.map(({ said }) => said.join('')).join('')}`);
}

/** Waits until everything has gone out; the clock goes on, past digests, quiet hours and leases of the dead. */
async function drain(): Promise<void> {
  for (let polls = 0; polls < 120; polls += 1) {
    if ((await waiting(house.services)) === 0) return;
    await sleep(500);
    if (polls % 4 === 3) setClock(now + 2 * hour);
  }
  throw new Error(`Messages are left: ${servers.map(({ said }) => said.join('')).join('')}`);
}

async function someActs(): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    const severe = random() < 0.3;
    const receivedAt = Math.floor(now / hour) * hour;
    const id = await act('open', 'service', {
      row: {
        procedure: severe ? 'SEVERE' : 'STANDARD',
        severity: severe ? 'SEVERE' : 'GENERAL',
        category: 'QUALITY_DEFECT',
        channel: 'PHONE',
        subject: '椅子断裂',
        description: '坐下时断裂',
        customerId: house.customer,
        complainantName: '王小明',
        storeId: house.departments.storeA,
        receivedAt: new Date(receivedAt).toISOString(),
        policyVersion: 'R4-1',
        procedureVersion: 1,
      },
    });
    const { created_at } = await house.row(id);
    cases.push(expectCase(id, severe, receivedAt, Date.parse(instantOf(created_at))));
  }
  for (let n = 0; n < 4; n += 1) {
    const one = pick(cases);
    if (one.state === 'WITHDRAWN') continue;
    const version = async () => Number((await house.row(one.id)).version);
    const age = now - one.receivedAt;
    const choice = random();
    if (choice < 0.4) {
      const entry = await act('track', 'service', { id: one.id });
      const [row] = await house.services.database.query<{ at: string }>(
        'SELECT at FROM tracking_entry WHERE id = ?',
        [entry],
      );
      tracked(one, Date.parse(instantOf(row?.at)));
    } else if (choice < 0.7 && one.state === 'REGISTERED' && age < 20 * hour) {
      const input = { id: one.id, expectedVersion: await version(), result: 'HOLDS', reason: '属实' };
      await act('assessComplaint', 'service', input);
      assessed(one);
    } else if (choice > 0.85) {
      const input = { id: one.id, expectedVersion: await version(), statement: '客户来电撤诉' };
      await act('withdrawComplaint', 'service', input);
      one.state = 'WITHDRAWN';
    }
  }
}

/** Every effect of the clock as it stands in the database, counted per case. */
async function actualEffects(): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>();
  const rows = await house.services.database.query<{ id: string; effect: string; n: string }>(
    `SELECT complaint_id AS id, CONCAT(event, ' ', rule, ' ', started_by) AS effect, COUNT(*) AS n
       FROM deadline_entry WHERE event IN ('WARNED', 'PASSED') GROUP BY complaint_id, effect
     UNION ALL SELECT complaint_id, CONCAT('ESCALATION ', rule, ' ', level) AS effect, COUNT(*)
       FROM escalation GROUP BY complaint_id, effect
     UNION ALL SELECT complaint_id, CONCAT('MISSING ', rule) AS effect, COUNT(*)
       FROM missing_entry GROUP BY complaint_id, effect
     UNION ALL SELECT record_id, 'TOLD clock.breached gm' AS effect, COUNT(*)
       FROM notification WHERE message = 'clock.breached' AND to_id = ? GROUP BY record_id`,
    [house.people.gm ?? ''],
  );
  for (const { id, effect, n } of rows) {
    const of = found.get(String(id)) ?? new Map<string, number>();
    of.set(effect, Number(n));
    found.set(String(id), of);
  }
  return found;
}

const sorted = (effects: ReadonlyMap<string, number> | undefined) =>
  Object.fromEntries([...(effects ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('two servers over one database, one of them killed again and again', () => {
  it(`let every timer take effect exactly once, and every act happen once, over ${rounds} rounds`, {
    timeout: 60_000 + rounds * 30_000,
  }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const from = now;
      setClock(Math.floor(now / hour) * hour + (1 + Math.floor(random() * 30)) * hour + 10 * 60_000);
      await killSoon();
      await settle();
      for (const one of cases) letPass(one, from, now);
      await Promise.all([killSoon(), someActs()]);
    }
    const end = now;
    setClock(Math.floor(now / hour) * hour + 200 * hour + 10 * 60_000);
    await settle();
    for (const one of cases) letPass(one, end, now);

    expect(kills).toBe(rounds * 2);
    const actual = await actualEffects();
    for (const one of cases)
      expect({ id: one.id, ...sorted(actual.get(one.id)) }).toEqual({ id: one.id, ...sorted(one.effects) });
    const count = async (table: string) =>
      Number(
        (await house.services.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n,
      );
    expect(await count('complaint')).toBe(cases.length);
    expect(await count('tracking_entry')).toBe(
      cases.reduce((sum, { trackedAt }) => sum + trackedAt.length, 0),
    );
    expect(await count('timer_effect')).toBeGreaterThan(rounds * 10);

    await drain();
    const result = await checkOutbox(house.services, outbox);
    expect(result).toMatchObject({ lost: [], unmarked: [], misplaced: [], failed: 0 });
    expect(result.sent).toBeGreaterThan(rounds * 5);
  });
});
