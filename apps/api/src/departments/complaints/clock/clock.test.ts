import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../../commands/run.js';
import { instantOf } from '../../../records/decode.js';
import { timerRules } from '../../../timers/register.js';
import { fireDueTimers } from '../../../timers/round.js';
import { systemContext } from '../../../timers/system-context.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { adoptCases, openCasesWithoutClock } from './adopt.js';
import { extendCaseClock, tightenCaseClock } from './clock.js';

const hours = 3600;
let house: CaseHouse;
beforeAll(async () => {
  house = await caseHouse();
});
afterAll(() => house?.close());

const query = <Row>(sql: string, ...values: string[]) => house.services.database.query<Row>(sql, values);
const fire = () => fireDueTimers(house.services, timerRules, 'test');
const ledger = async (id: string, rule: string) =>
  (
    await query<{ event: string }>(
      'SELECT event FROM deadline_entry WHERE complaint_id = ? AND rule = ? ORDER BY id',
      id,
      rule,
    )
  ).map(({ event }) => event);
const told = (id: string, message: string) =>
  query<{ login: string }>(
    `SELECT s.login FROM notification n JOIN staff s ON s.id = n.to_id
     WHERE n.record_id = ? AND n.message = ? ORDER BY s.login`,
    id,
    message,
  ).then((rows) => rows.map(({ login }) => login));
const missing = (id: string) =>
  query<{ rule: string; owner_id: string | null; made_up_at: string | null }>(
    'SELECT rule, owner_id, made_up_at FROM missing_entry WHERE complaint_id = ? ORDER BY rule, due_at',
    id,
  );
const at = (value: unknown) => Date.parse(instantOf(value));

describe('the clock of a case', () => {
  it('ends 7 × 24 h after the receipt and warns, escalates and breaches at its moments, each once', async () => {
    const received = house.clock.now().getTime();
    const id = await house.open('clerk');
    expect(at((await house.row(id)).due_at)).toBe(received + 168 * hours * 1000);
    const escalations = () =>
      query('SELECT level, to_id FROM escalation WHERE complaint_id = ? ORDER BY id', id);

    house.clock.forward(120 * hours - 1);
    await fire();
    expect((await house.row(id)).sla_status).toBe('ON_TRACK');
    house.clock.forward(1);
    await fire();
    expect((await house.row(id)).sla_status).toBe('AT_RISK');
    expect(await told(id, 'clock.atRisk')).toContain('office');
    expect(await escalations()).toEqual([]);

    house.clock.forward(24 * hours);
    await fire();
    expect(await escalations()).toMatchObject([{ level: 1, to_id: house.people.office }]);

    house.clock.forward(24 * hours);
    await fire();
    await fire();
    const row = await house.row(id);
    expect(row).toMatchObject({ breached: 1, sla_status: 'BREACHED' });
    expect(at(row.breached_at)).toBe(received + 168 * hours * 1000);
    expect(await told(id, 'clock.breached')).toEqual(expect.arrayContaining(['gm', 'office']));
    expect((await escalations()).length).toBe(2);
    expect(await ledger(id, 'CLOSE')).toEqual(['STARTED', 'WARNED', 'WARNED', 'PASSED']);
  });

  it('tells the desk and the supervisor of a passed step daily until it is done, and puts a missing ruling on record', async () => {
    const id = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    house.clock.forward(24 * hours);
    await fire();
    expect(await ledger(id, 'RULE')).toEqual(['STARTED', 'PASSED']);
    expect(await told(id, 'clock.stepPassed')).toContain('supervisor');
    expect(await missing(id)).toMatchObject([
      { rule: 'FIRST_RESPONSE' },
      { rule: 'RULE', owner_id: house.people.supervisor, made_up_at: null },
    ]);
    house.clock.forward(24 * hours);
    await fire();
    expect(await ledger(id, 'RULE')).toEqual(['STARTED', 'PASSED', 'WARNED']);
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '受理' });
    expect(await ledger(id, 'RULE')).toEqual(['STARTED', 'PASSED', 'WARNED', 'MET_LATE']);
    expect((await missing(id)).find(({ rule }) => rule === 'RULE')?.made_up_at).not.toBeNull();
    house.clock.forward(24 * hours);
    await fire();
    expect(await ledger(id, 'RULE')).toHaveLength(4);
  });

  it('asks a severe case for a first response in 2 h and for tracking each day, and records each silence by itself', async () => {
    const id = await house.open('service', { severity: 'SEVERE', procedure: 'SEVERE' });
    house.clock.forward(hours / 2);
    await fire();
    expect(await told(id, 'clock.firstResponseTarget')).not.toEqual([]);
    expect(await missing(id)).toEqual([]);
    house.clock.forward(1.5 * hours);
    await fire();
    expect(await told(id, 'clock.firstResponseMissing')).toContain('gm');
    // No server runs for two days and a half: each day's silence goes on record all the same.
    house.clock.forward(70 * hours);
    await fire();
    expect((await missing(id)).filter(({ rule }) => rule === 'TRACKING')).toHaveLength(3);
    expect((await missing(id)).filter(({ rule }) => rule === 'FIRST_RESPONSE')).toHaveLength(1);
  });

  it('says once what passed while no server ran, not once for each day', async () => {
    const id = await house.open('clerk');
    house.clock.forward(100 * hours);
    await fire();
    expect(await ledger(id, 'ASSESS')).toEqual(['STARTED', 'PASSED']);
    expect(new Set(await told(id, 'clock.stepPassed')).size).toBe(
      (await told(id, 'clock.stepPassed')).length,
    );
    house.clock.forward(24 * hours);
    await fire();
    expect(await ledger(id, 'ASSESS')).toEqual(['STARTED', 'PASSED', 'WARNED']);
  });

  it('is not moved by an extension, which clears no breach; the reason stands on the ledger', async () => {
    const id = await house.open('clerk');
    const before = await house.row(id);
    house.clock.forward(150 * hours);
    await fire();
    const to = new Date(house.clock.now().getTime() + 72 * hours * 1000).toISOString();
    await perform(
      {
        name: 'extendDeadline',
        permission: null,
        run: async (work) => {
          await work.update('Complaint', id, { extendedTo: to });
          const complaint = (await work.load('Complaint', id)) ?? {};
          await extendCaseClock(work, complaint, { to, reason: '等待检测' });
          return null;
        },
      },
      {},
      systemContext(house.services),
    );
    expect((await house.row(id)).due_at).toBe(before.due_at);
    house.clock.forward(18 * hours);
    await fire();
    expect(await house.row(id)).toMatchObject({ breached: 1, sla_status: 'BREACHED' });
    expect(await ledger(id, 'CLOSE')).toEqual(['STARTED', 'WARNED', 'WARNED', 'EXTENDED', 'PASSED']);
    const [entry] = await query<{ reason: string }>(
      "SELECT reason FROM deadline_entry WHERE complaint_id = ? AND event = 'EXTENDED'",
      id,
    );
    expect(entry?.reason).toBe('等待检测');
  });

  it('takes an outside deadline that is earlier, and never moves back for one that is later', async () => {
    const id = await house.open('clerk');
    const first = at((await house.row(id)).due_at);
    const tighten = (outsideDueAt: number) =>
      perform(
        {
          name: 'addIntake',
          permission: null,
          run: async (work) => {
            const complaint = (await work.load('Complaint', id)) ?? {};
            await tightenCaseClock(work, complaint, { outsideDueAt: new Date(outsideDueAt) });
            return null;
          },
        },
        {},
        systemContext(house.services),
      );
    await tighten(first + 1000);
    expect(at((await house.row(id)).due_at)).toBe(first);
    const earlier = house.clock.now().getTime() + 30 * hours * 1000;
    await tighten(earlier);
    expect(at((await house.row(id)).due_at)).toBe(earlier);
    house.clock.forward(30 * hours);
    await fire();
    expect((await house.row(id)).breached).toBe(1);
  });

  it('begins for a case that came in past the acts, without moving its deadline', async () => {
    const id = await house.open('clerk');
    await query("DELETE FROM timer WHERE kind = 'Complaint' AND record_id = ?", id);
    const { due_at } = await house.row(id);
    expect(await openCasesWithoutClock(house.services.database)).toEqual([id]);
    await perform(adoptCases, { id }, systemContext(house.services));
    expect(await openCasesWithoutClock(house.services.database)).toEqual([]);
    expect((await house.row(id)).due_at).toBe(due_at);
    house.clock.forward(168 * hours);
    await fire();
    expect((await house.row(id)).breached).toBe(1);
  });

  it('stops with the case: nothing is due after it has ended', async () => {
    const id = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    const [before] = await query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM timer WHERE kind = 'Complaint' AND record_id = ? AND running = 1",
      id,
    );
    expect(Number(before?.n)).toBeGreaterThan(3);
    await house.act('service', 'withdrawComplaint', id, { statement: '客户来电撤诉' });
    const [after] = await query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM timer WHERE kind = 'Complaint' AND record_id = ? AND running = 1",
      id,
    );
    expect(Number(after?.n)).toBe(0);
    expect((await ledger(id, 'CLOSE')).at(-1)).toBe('CANCELLED');
  });
});
