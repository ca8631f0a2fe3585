import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../../../access/testing/house.js';
import type { ActInput, Command } from '../../../../commands/command.js';
import { perform } from '../../../../commands/run.js';
import type { RequestContext } from '../../../../context.js';
import { answerKpis } from '../kpis/answer.js';
import {
  type KnownCase,
  type KnownHouse,
  knownCases,
  later,
  plantKnownCases,
} from '../testing/known-cases.js';
import { answerMonthlyCases, answerMonthlyTable, type ShownCell } from './answer.js';
import {
  correctMonthlyReport,
  draftMonthlyReportCommand,
  fillMonthlyReport,
  type ReportOutcome,
  reviewMonthlyReport,
  submitMonthlyReport,
} from './commands.js';

let house: House;
let known: KnownHouse;
let hr: RequestContext;
let gm: RequestContext;
let sup: RequestContext;
beforeAll(async () => {
  house = await testHouse();
  known = await plantKnownCases(house);
  hr = await house.as(await house.person('hr', ['HR_ADMIN']), 'zh-Hans');
  gm = await house.as(await house.person('gm', ['GM']), 'zh-Hans');
  sup = await house.as(await house.person('sup', ['STORE_SUP'], { departmentId: known.stores.a }), 'zh-Hans');
}, 120_000);
afterAll(() => house?.close(), 60_000);

const month = '2026-02';
const [from, to] = ['2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'];
const asOf = Date.parse('2026-03-07T02:00:00Z');
const inMonth = (at: string | null) => at !== null && at >= from && at < to;
const endOf = ({ received, closed }: KnownCase) => (closed === undefined ? null : later(received, closed));
const received = knownCases.filter((each) => inMonth(each.received));

const cells = async (context = hr): Promise<Map<string, ShownCell>> => {
  const { parts } = await answerMonthlyTable(month, context);
  return new Map(
    parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).map((cell) => [cell.place, cell]),
  );
};
const numbers = (cases: readonly KnownCase[]) => cases.map(({ no }) => no).sort();
const behind = async (place: string, context = hr) => {
  const list = (await answerMonthlyCases(month, place, context)) as { no: string; stateLabel: string }[];
  return list.map(({ no }) => no).sort();
};
const version = async () => {
  const [row] = await house.services.database.query<{ id: string; version: number }>(
    'SELECT id, version FROM complaint_monthly_report WHERE period = ?',
    [month],
  );
  return { id: String(row?.id), expectedVersion: Number(row?.version) };
};
const act = async <Input extends ActInput>(
  command: Command<Input, ReportOutcome>,
  more: object,
  context: RequestContext,
) => perform(command, { ...(await version()), ...more } as unknown as Input, context);

describe('the monthly table', () => {
  it('has ten parts, and its totals are those of the cases', async () => {
    const table = await answerMonthlyTable(month, hr);
    expect(table.parts.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const due = received.filter(
      ({ accepted, state, received: at }) =>
        accepted !== undefined && state !== 'WITHDRAWN' && asOf - Date.parse(at) >= 7 * 864e5,
    );
    const sets: Record<string, readonly KnownCase[]> = {
      carriedIn: knownCases.filter((each) => each.received < from && (endOf(each) ?? '9') >= from),
      received,
      accepted: received.filter(({ accepted, state }) => accepted !== undefined && state !== 'WITHDRAWN'),
      notAccepted: received.filter(({ state }) => state.includes('NOT_ACCEPTED')),
      withdrawn: received.filter(({ state }) => state === 'WITHDRAWN'),
      pending: received.filter(({ state }) => state === 'PENDING_RULING'),
      simple: received.filter(({ procedure }) => procedure === 'SIMPLE'),
      closed: received.filter(({ state }) => state === 'CLOSED'),
      due7: due,
      closedIn7: due.filter(({ state, closed }) => state === 'CLOSED' && (closed ?? 999) <= 168),
      breached: received.filter(({ breached }) => breached),
      ended: knownCases.filter((each) => inMonth(endOf(each))),
      carriedOut: knownCases.filter((each) => each.received < to && (endOf(each) ?? '9') >= to),
    };
    const found = await cells();
    for (const [name, cases] of Object.entries(sets)) {
      expect(found.get(`part1.${name}`), name).toMatchObject({
        value: String(cases.length),
        cases: cases.length,
      });
      expect(await behind(`part1.${name}`), name).toEqual(numbers(cases));
    }
    const value = (name: string) => Number(found.get(`part1.${name}`)?.value);
    expect(value('carriedIn') + value('received')).toBe(value('ended') + value('carriedOut'));
    expect(found.get('part1.satisfaction')).toMatchObject({ value: null, text: '–' });
    expect(found.get('part1.received')).toMatchObject({ previous: '2', lastYear: '1' });
  });

  it('says the same figures as the catalogue: received, 7-day rate, first response, compensation', async () => {
    const codes = ['E1.1', 'E1.2', 'E1.4', 'E1.4-P90', 'E1.14'];
    const kpis = (await answerKpis({ codes, period: month }, hr)) as { code: string; text: string }[];
    const found = await cells();
    const places = {
      'E1.1': 'part1.received',
      'E1.2': 'part1.rate7',
      'E1.4': 'part4.SEVERE.median',
      'E1.4-P90': 'part4.SEVERE.p90',
      'E1.14': 'part6.total.amount',
    } as const;
    for (const [code, place] of Object.entries(places)) {
      const [figure] = /[\d.,]+/.exec(kpis.find((kpi) => kpi.code === code)?.text ?? '') ?? [];
      expect(Number(figure?.replace(/,/g, '')), code).toBe(Number(found.get(place)?.value));
    }
  });

  it('counts each case by category and each of its demands', async () => {
    const found = await cells();
    for (const category of new Set(received.map((each) => each.category))) {
      const own = received.filter((each) => each.category === category);
      expect(await behind(`part2.${category}.total`)).toEqual(numbers(own));
      for (const demand of new Set(own.flatMap(({ demands }) => demands))) {
        const some = own.filter(({ demands }) => demands.includes(demand));
        expect(found.get(`part2.${category}.${demand}`)?.value).toBe(String(some.length));
      }
    }
    expect(found.get('part2.total.total')?.value).toBe('8');
    expect(found.get('part2.total.APOLOGY')?.value).toBe('3');
    const { parts } = await answerMonthlyTable(month, hr);
    const whole = parts[1]?.rows.flatMap((row) => row.cells.map(({ value }) => value));
    expect(whole?.every((value) => /^\d+$/.test(value ?? ''))).toBe(true);
  });

  it('counts by store and department, severity and type of customer', async () => {
    const found = await cells();
    const shown = (place: string) => found.get(place)?.value;
    for (const store of ['a', 'b'] as const) {
      const own = received.filter((each) => each.store === store);
      expect(await behind(`part3.store.${known.stores[store]}.received`)).toEqual(numbers(own));
    }
    expect(shown(`part3.department.${known.technics}.received`)).toBe('4');
    expect(await behind(`part3.department.${known.technics}.responsible`)).toEqual(['K02', 'K04']);
    expect(shown(`part3.store.${known.stores.a}.recurrence`)).toBe('1');
    expect(shown(`part3.store.${known.stores.a}.responsible`)).toBe('0');
    expect(shown('part4.SEVERE.received')).toBe('2');
    expect(shown('part4.SEVERE.median')).toBe('75');
    expect(shown('part4.SEVERE.p90')).toBe('111');
    expect(shown('part4.GENERAL.unanswered')).toBe('3');
    expect(shown('part5.CONSUMER.received')).toBe('7');
    expect(shown('part5.none.received')).toBe('1');
  });

  it('sums compensation carried out in the month, ranks causes and products, follows preventive actions', async () => {
    const found = await cells();
    const shown = (place: string) => found.get(place)?.value;
    expect(shown('part6.REFUND.amount')).toBe('120.50');
    expect(shown('part6.total.amount')).toBe('130.49');
    expect(await behind('part6.total.amount')).toEqual(['K01', 'K10']);
    const { parts } = await answerMonthlyTable(month, hr);
    const pareto = parts[6]?.rows.map(({ label, cells: [count] }) => [label, count?.value]);
    expect(pareto?.[0]).toEqual(['按原因', undefined]);
    expect(pareto?.[1]?.[1]).toBe('2');
    expect(pareto?.at(-1)).toEqual(['电水壶', '2']);
    expect(shown('part8.open')).toBe('1');
    expect(shown('part8.overdue')).toBe('1');
    expect(shown('part8.done')).toBe('2');
    expect(shown('part8.effective')).toBe('1');
    const breached = parts[8]?.rows.map(({ label, cells: [reason] }) => [label, reason?.text]);
    expect(breached).toEqual([
      ['K03', '等待送检'],
      ['K04', '–'],
    ]);
  });

  it('is answered to a store’s supervisor for the own store alone, and to nobody without a right', async () => {
    const own = received.filter(({ store }) => store === 'a');
    const found = await cells(sup);
    expect(found.get('part1.received')?.value).toBe(String(own.length));
    expect(await behind('part1.received', sup)).toEqual(numbers(own));
    expect(found.has(`part3.store.${known.stores.b}.received`)).toBe(false);
    const staff = await house.as(
      await house.person('staff', ['STORE_STAFF'], { departmentId: known.stores.a }),
    );
    await expect(answerMonthlyTable(month, staff)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the life of the table', () => {
  it('is drafted once its month is over, filled in, submitted and frozen with its rows', async () => {
    await expect(perform(draftMonthlyReportCommand, { period: '2026-03' }, hr)).rejects.toMatchObject({
      key: 'monthly.notYet',
    });
    await perform(draftMonthlyReportCommand, { period: month }, hr);
    await expect(act(submitMonthlyReport, {}, hr)).rejects.toMatchObject({ key: 'monthly.state' });
    await act(fillMonthlyReport, { causes: '包装' }, hr);
    await expect(act(submitMonthlyReport, {}, hr)).rejects.toMatchObject({ key: 'monthly.fillFirst' });
    await act(fillMonthlyReport, { comment: '加强检查' }, hr);
    const { told } = await act(submitMonthlyReport, {}, hr);
    expect(told.map(({ name }) => name)).toEqual(['gm']);
    const { report, frozen } = await answerMonthlyTable(month, hr);
    expect([report, frozen]).toMatchObject([
      { state: 'SUBMITTED', late: false, dueAt: '2026-03-11T00:00:00.000+08:00' },
      true,
    ]);
  });

  it('shows the cases as they were then, whatever becomes of them', async () => {
    await house.services.database.change(
      "UPDATE complaint SET state = 'CLOSED', closed_at = '2026-03-07 03:00:00' WHERE id = ?",
      [known.ids.K04 ?? ''],
    );
    expect((await cells()).get('part1.closed')?.value).toBe('4');
    const list = (await answerMonthlyCases(month, 'part1.breached', gm)) as {
      no: string;
      stateLabel: string;
    }[];
    expect(list.find(({ no }) => no === 'K04')?.stateLabel).toBe('调查中');
    expect((await cells(sup)).get('part1.received')?.value).toBe('4');
  });

  it('is returned with a reason and submitted again with the figures of that day, late after day 10', async () => {
    await expect(act(reviewMonthlyReport, { result: 'RETURN' }, gm)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await act(reviewMonthlyReport, { result: 'RETURN', comment: '请补充' }, gm);
    expect((await answerMonthlyTable(month, hr)).report).toMatchObject({ state: 'RETURNED' });
    house.clock.forward(4 * 86_400);
    await act(fillMonthlyReport, { comment: '已补充' }, hr);
    await act(submitMonthlyReport, {}, hr);
    expect((await answerMonthlyTable(month, hr)).report).toMatchObject({ late: true });
    expect((await cells()).get('part1.closed')?.value).toBe('5');
  });

  it('is approved by the general manager, and then only corrected, by number and with a reason', async () => {
    const correction = { cell: 'part1.received', after: '9', reason: '漏登一件' };
    await expect(act(correctMonthlyReport, correction, hr)).rejects.toMatchObject({
      key: 'monthly.correctFrozen',
    });
    await expect(act(reviewMonthlyReport, { result: 'AGREE' }, hr)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await act(reviewMonthlyReport, { result: 'AGREE' }, gm);
    await expect(act(fillMonthlyReport, { comment: '改' }, hr)).rejects.toMatchObject({
      key: 'monthly.state',
    });
    await expect(act(correctMonthlyReport, { ...correction, cell: 'part1.x' }, hr)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await act(correctMonthlyReport, correction, hr);
    await act(correctMonthlyReport, { ...correction, after: '10' }, hr);
    const { corrections, report } = await answerMonthlyTable(month, hr);
    // E6: the head names who filled the table and who reviewed it.
    expect(report).toMatchObject({
      filledBy: hr.actor?.displayName,
      submittedBy: hr.actor?.displayName,
      reviewedBy: gm.actor?.displayName,
      reviewedAt: expect.stringMatching(/^2026-/),
    });
    expect(corrections).toMatchObject([
      { number: 1, before: '8', after: '9' },
      { number: 2, before: '9', after: '10' },
    ]);
    expect((await cells()).get('part1.received')).toMatchObject({ value: '10', uncorrected: '9', cases: 8 });
    const [kpi] = (await answerKpis({ codes: ['E1.5'], period: month }, hr)) as { value: string }[];
    expect(kpi?.value).toBe('0');
  });
});
