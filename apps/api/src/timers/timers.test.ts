import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import type { Work } from '../commands/command.js';
import { perform } from '../commands/run.js';
import { databaseGauges } from '../server/database-gauges.js';
import { createLog } from '../server/log.js';
import { claimTimers, timerLag } from './claim.js';
import { sweep } from './job.js';
import { timerRules } from './register.js';
import { fireDueTimers } from './round.js';
import { nextInRow, type TimerRule } from './rule.js';
import { systemContext } from './system-context.js';
import { setTimer, stopTimers } from './timer.js';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  await house.services.database.change('DELETE FROM timer');
});

const inAct = (run: (work: Work) => Promise<unknown>) =>
  perform(
    {
      name: 'test',
      permission: null,
      run: async (work) => {
        await run(work);
        return null;
      },
    },
    {},
    systemContext(house.services),
  );
const inSeconds = (seconds: number) => new Date(house.clock.now().getTime() + seconds * 1000);
let fired: string[] = [];
beforeEach(() => {
  fired = [];
});
const rule = (name: string, more: Partial<TimerRule> = {}): TimerRule => ({
  kind: 'House',
  rule: name,
  fire: async (_, timer) => {
    fired.push(`${name} ${timer.dueAt.toISOString()}`);
  },
  ...more,
});
const timer = (name: string) => ({ kind: 'House', recordId: '0', rule: name });
const fire = (...rules: readonly TimerRule[]) => fireDueTimers(house.services, rules, 'test');

describe('a timer', () => {
  it('takes effect at its time and not before, once', async () => {
    await inAct((work) => setTimer(work, timer('A'), inSeconds(10)));
    expect(await fire(rule('A'))).toBe(0);
    house.clock.forward(10);
    expect(await fire(rule('A'))).toBe(1);
    expect(await fire(rule('A'))).toBe(0);
    expect(fired).toHaveLength(1);
  });

  it('does not take effect again when the clock is put back, nor when it is set to the same time once more', async () => {
    const due = inSeconds(5);
    await inAct((work) => setTimer(work, timer('B'), due));
    house.clock.forward(10);
    await fire(rule('B'));
    house.clock.forward(-3600);
    await inAct((work) => setTimer(work, timer('B'), due));
    await fire(rule('B'));
    house.clock.forward(3600);
    await fire(rule('B'));
    expect(fired).toHaveLength(1);
  });

  it('is not kept waiting by a lease that was taken while a clock stood too far ahead', async () => {
    await inAct((work) => setTimer(work, timer('C'), inSeconds(-1)));
    house.clock.forward(86_400);
    expect(await claimTimers(house.services.database, 'gone', house.clock.now(), 5)).toHaveLength(1);
    house.clock.forward(-86_400);
    expect(await fire(rule('C'))).toBe(1);
  });

  it('that a server claimed and did not see to is another one’s when the lease is over', async () => {
    await inAct((work) => setTimer(work, timer('D'), inSeconds(0)));
    expect(await claimTimers(house.services.database, 'gone', house.clock.now(), 5)).toHaveLength(1);
    expect(await fire(rule('D'))).toBe(0);
    house.clock.forward(31);
    expect(await fire(rule('D'))).toBe(1);
  });

  it('claimed by many servers at once is one’s', async () => {
    await inAct(async (work) => {
      for (let n = 0; n < 30; n += 1)
        await setTimer(work, { ...timer('E'), recordId: String(n) }, inSeconds(0));
    });
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        claimTimers(house.services.database, `s${n}`, house.clock.now(), 30),
      ),
    );
    const all = claims.flat().map(({ recordId }) => recordId);
    expect(all).toHaveLength(30);
    expect(new Set(all).size).toBe(30);
  });

  it('that fails leaves nothing behind, keeps no other waiting, and is tried again later', async () => {
    let broken = true;
    const failing = rule('F', {
      async fire(work) {
        await work.sql("INSERT INTO number_sequence (name, last_number) VALUES ('left', 1)", []);
        if (broken) throw new Error('not now');
        fired.push('F');
      },
    });
    await inAct((work) => setTimer(work, timer('F'), inSeconds(-1)));
    await inAct((work) => setTimer(work, timer('G'), inSeconds(0)));
    const lines: string[] = [];
    const log = createLog('error', (line) => lines.push(line));
    await fireDueTimers(house.services, [failing, rule('G')], 'test', log);
    expect(fired).toEqual([expect.stringContaining('G')]);
    expect(lines.join()).toContain('timer.failed');
    const left = () => house.services.database.query("SELECT 1 FROM number_sequence WHERE name = 'left'");
    expect(await left()).toEqual([]);
    broken = false;
    house.clock.forward(5);
    await fire(failing);
    expect(fired).toContain('F');
    expect(await left()).toHaveLength(1);
  });

  it('repeats until it is stopped, and one that was stopped does nothing', async () => {
    const daily = rule('H', { next: (work, { dueAt }) => nextInRow(dueAt, 86_400_000, work.now) });
    await inAct((work) => setTimer(work, timer('H'), inSeconds(0)));
    await fire(daily);
    house.clock.forward(3.5 * 86_400);
    await fire(daily);
    expect(fired).toHaveLength(2);
    await inAct((work) => stopTimers(work, 'House', '0', 'H'));
    house.clock.forward(86_400);
    await fire(daily);
    expect(fired).toHaveLength(2);
  });

  it('shows on the metrics how late it is', async () => {
    await inAct((work) => setTimer(work, timer('I'), inSeconds(-42)));
    expect(await timerLag(house.services.database, house.clock.now())).toBe(42);
    const gauge = databaseGauges(house.services.database, house.clock).find(
      ({ name }) => name === 'kehu_timer_lag_seconds',
    );
    expect(await gauge?.read()).toBe(42);
  });
});

describe('timers of the house and of tasks', () => {
  const notices = async (message: string) =>
    (
      await house.services.database.query<{ to_id: string }>(
        'SELECT to_id FROM notification WHERE message = ? ORDER BY id',
        [message],
      )
    ).map(({ to_id }) => String(to_id));

  it('draft the monthly table on day 1 at 00:10, remind on days 5, 8 and 10, and tell the general manager on day 11', async () => {
    const office = await house.person('office', ['HR_ADMIN']);
    const gm = await house.person('gm', ['GM']);
    const goTo = (local: string) =>
      house.clock.forward((Date.parse(`${local}+08:00`) - house.clock.now().getTime()) / 1000);
    goTo('2026-03-20T12:00:00');
    await sweep(house.services);
    const fireAll = () => fireDueTimers(house.services, timerRules, 'test');
    const reports = () =>
      house.services.database.query('SELECT period, state, late FROM complaint_monthly_report');
    goTo('2026-04-01T00:09:59');
    await fireAll();
    expect(await reports()).toEqual([]);
    goTo('2026-04-01T00:10:00');
    await fireAll();
    expect(await reports()).toMatchObject([{ period: '2026-03', state: 'DRAFT' }]);
    expect(await notices('clock.monthlyDrafted')).toEqual([office]);
    for (const [day, times] of [
      [5, 1],
      [8, 2],
      [9, 2],
      [10, 3],
    ] as const) {
      goTo(`2026-04-${String(day).padStart(2, '0')}T09:00:00`);
      await fireAll();
      expect(await notices('clock.monthlyReminder')).toHaveLength(times);
    }
    expect(await notices('clock.monthlyUnsent')).toEqual([]);
    goTo('2026-04-11T00:00:00');
    await fireAll();
    expect(await notices('clock.monthlyUnsent')).toEqual([gm]);
    expect(Number((await reports())[0]?.late)).toBe(1);

    // A table that was returned and not submitted again by then is not submitted.
    goTo('2026-05-01T00:10:00');
    await fireAll();
    await house.services.database.query(
      "UPDATE complaint_monthly_report SET state = 'RETURNED', submitted_at = '2026-05-06 01:00:00' WHERE period = '2026-04'",
    );
    goTo('2026-05-11T00:00:00');
    await fireAll();
    expect(await notices('clock.monthlyUnsent')).toEqual([gm, gm]);
  });

  it('tell both when a task that a leader gave is past its date, daily until it is done', async () => {
    const leader = await house.person('leader', ['GM']);
    const worker = await house.person('worker', ['HANDLER']);
    const id = await house.plant('AssignedTask', {
      title: '核对台账',
      assignerId: leader,
      assigneeId: worker,
      assignedAt: house.clock.now().toISOString(),
      dueAt: inSeconds(3600).toISOString(),
      state: 'OPEN',
    });
    await sweep(house.services);
    const fireAll = () => fireDueTimers(house.services, timerRules, 'test');
    house.clock.forward(3600);
    await fireAll();
    expect(await notices('clock.taskDue')).toEqual([worker, leader]);
    await sweep(house.services);
    await fireAll();
    expect(await notices('clock.taskDue')).toHaveLength(2);
    house.clock.forward(86_400);
    await fireAll();
    expect(await notices('clock.taskDue')).toHaveLength(4);
    await house.services.database.change("UPDATE assigned_task SET state = 'DONE' WHERE id = ?", [id]);
    house.clock.forward(86_400);
    await fireAll();
    await sweep(house.services);
    await fireAll();
    expect(await notices('clock.taskDue')).toHaveLength(4);
  });
});
