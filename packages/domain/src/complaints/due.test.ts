import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfLocalDay, instantOfLocal, localDay } from '../text/local-time.js';
import { momentRules, stepRules } from './deadlines.js';
import { type ClockTerms, caseDue, firstResponseDue, netSeconds, stepDue, warningDue } from './due.js';
import { type DeadlineLimit, readLimit } from './limits.js';
import {
  complaintSettings,
  isSettingValue,
  type SettingOverride,
  settingAt,
  settingProblems,
} from './settings-defaults.js';
import { type Severity, severity } from './vocabularies.js';

const hour = 3_600_000;
const day = 24 * hour;
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'UTC',
];
const limits = Object.keys(stepRules) as DeadlineLimit[];

const terms = (clockFrom: Date, zone = 'Asia/Shanghai', more: Partial<ClockTerms> = {}): ClockTerms => ({
  overrides: [],
  severity: 'GENERAL',
  clockFrom,
  settingsAsOf: clockFrom,
  zone,
  ...more,
});
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const zone = fc.constantFrom(...zones);
const level = fc.constantFrom<Severity>(...severity.codes);

describe('the deadline of a case', () => {
  it('is 7 × 24 elapsed hours after the receipt in every zone, over month ends and changes of summer time', () => {
    fc.assert(
      fc.property(instants, zone, level, (from, where, how) => {
        const due = caseDue(terms(from, where, { severity: how }));
        expect(due.at.getTime() - from.getTime()).toBe(7 * day);
      }),
    );
    // The night on which Berlin puts its clocks forward lies between: the wall clock is an hour on.
    const due = caseDue(terms(new Date('2026-03-25T09:00:00Z'), 'Europe/Berlin'));
    expect(due.at.toISOString()).toBe('2026-04-01T09:00:00.000Z');
  });

  it('is an outside body’s deadline where that is earlier, and never later than its own', () => {
    fc.assert(
      fc.property(
        instants,
        fc.array(fc.integer({ min: 1, max: 30 * day }), { maxLength: 4 }),
        (from, outside) => {
          const given = outside.map((ms) => new Date(from.getTime() + ms));
          const expected = Math.min(from.getTime() + 7 * day, ...given.map((each) => each.getTime()));
          expect(caseDue(terms(from), given).at.getTime()).toBe(expected);
        },
      ),
    );
  });

  it('warns 48 and 24 hours before', () => {
    const dueAt = new Date('2026-03-14T02:00:00Z');
    const from = new Date('2026-03-07T02:00:00Z');
    expect(warningDue(terms(from), 'warn.atRiskHours', dueAt).at.toISOString()).toBe(
      '2026-03-12T02:00:00.000Z',
    );
    expect(warningDue(terms(from), 'warn.escalateHours', dueAt).at.toISOString()).toBe(
      '2026-03-13T02:00:00.000Z',
    );
  });
});

describe('the limit of a step', () => {
  it('D+n ends with the n-th local day after the receipt, in China at 24:00 of the calendar', () => {
    const from = new Date('2026-01-30T15:30:00Z');
    const due = stepDue(terms(from), 'REPORT', from, new Date(from.getTime() + 7 * day));
    // 30 January 23:30 in Shanghai; D+3 is 2 February, which ends at 16:00 UTC.
    expect(due.at.toISOString()).toBe('2026-02-02T16:00:00.000Z');
  });

  it('is a midnight of the zone n + 1 days later, whatever month ends or summer time lie between', () => {
    fc.assert(
      fc.property(instants, zone, fc.integer({ min: 0, max: 40 }), (from, where, days) => {
        const end = endOfLocalDay(where, from, days);
        const first = localDay(where, from);
        const last = localDay(where, new Date(end.getTime() - 1));
        const serial = (d: { year: number; month: number; day: number }) =>
          Date.UTC(d.year, d.month - 1, d.day) / day;
        expect(serial(last) - serial(first)).toBe(days);
        expect(serial(localDay(where, end)) - serial(last)).toBe(1);
      }),
    );
  });

  it('lies after the entry into the state and never after the case’s deadline while that lies ahead', () => {
    fc.assert(
      fc.property(
        instants,
        zone,
        level,
        fc.constantFrom(...limits),
        fc.integer({ min: 0, max: 12 * day }),
        (from, where, how, limit, later) => {
          const given = terms(from, where, { severity: how });
          const since = new Date(from.getTime() + later);
          const dueAt = caseDue(given).at;
          const due = stepDue(given, limit, since, dueAt).at;
          expect(due.getTime()).toBeGreaterThan(since.getTime());
          if (dueAt > since) expect(due.getTime()).toBeLessThanOrEqual(dueAt.getTime());
        },
      ),
    );
  });

  it('gives a step that comes too late its least time, and an extension moves the end of planning alone', () => {
    const from = new Date('2026-03-02T02:00:00Z');
    const dueAt = caseDue(terms(from)).at;
    const late = new Date(from.getTime() + 6.9 * day);
    expect(stepDue(terms(from), 'REPORT', late, dueAt).at).toEqual(dueAt);
    const extended = new Date(dueAt.getTime() + 3 * day);
    expect(stepDue(terms(from), 'REPORT', late, dueAt, extended).at.getTime()).toBe(
      late.getTime() + 4 * hour,
    );
  });
});

describe('a first response', () => {
  it('of a severe case is wanted in 30 minutes and due in 2 hours; of others within a day (R1.2)', () => {
    const from = new Date('2026-03-02T02:00:00Z');
    const severe = terms(from, 'Asia/Shanghai', { severity: 'SEVERE' });
    const after = (at: Date) => at.getTime() - from.getTime();
    expect(after(firstResponseDue(severe, 'firstResponse.target').at)).toBe(hour / 2);
    expect(after(firstResponseDue(severe, 'firstResponse.limit').at)).toBe(2 * hour);
    expect(after(firstResponseDue(terms(from), 'firstResponse.limit').at)).toBe(24 * hour);
  });
});

describe('settings', () => {
  const set = (value: string, effectiveFrom: string, how: Severity | null = null): SettingOverride => ({
    key: 'close.hours',
    severity: how,
    value,
    effectiveFrom,
  });
  const at = (text: string) => new Date(text);

  it('have defaults that they can take, and name an article or the product', () => {
    expect(settingProblems()).toEqual([]);
    for (const { basis } of Object.values(complaintSettings))
      expect(basis).toMatch(/^(R[14]\.\d+|D1\.\d|F\d+|practice|product default)$/);
    expect(Object.values(momentRules).every(({ setting }) => setting in complaintSettings)).toBe(true);
  });

  it('hold from their instant on, those of a severity before those of all, with their number in the history', () => {
    const rows = [
      set('120', '2026-02-01T00:00:00Z'),
      set('96', '2026-03-01T00:00:00Z', 'SEVERE'),
      set('144', '2026-04-01T00:00:00Z'),
    ];
    const value = (how: Severity, when: string) => settingAt(rows, 'close.hours', how, at(when));
    expect(value('GENERAL', '2026-01-31T23:59:59Z')).toEqual({ value: '168', version: 0 });
    expect(value('GENERAL', '2026-02-01T00:00:00Z')).toEqual({ value: '120', version: 1 });
    expect(value('SEVERE', '2026-03-02T00:00:00Z')).toEqual({ value: '96', version: 2 });
    expect(value('GENERAL', '2026-05-01T00:00:00Z')).toEqual({ value: '144', version: 3 });
    expect(value('SEVERE', '2026-05-01T00:00:00Z')).toEqual({ value: '96', version: 2 });
  });

  it('of a case are those with which its clock began', () => {
    const from = new Date('2026-01-20T00:00:00Z');
    const given = terms(from, 'Asia/Shanghai', { overrides: [set('24', '2026-01-21T00:00:00Z')] });
    expect(caseDue(given).at.getTime() - from.getTime()).toBe(7 * day);
  });

  it('refuse what is no limit', () => {
    for (const bad of ['', '0h', '4', '4 h', 'D+', 'D+100', '-4h', '4d', '1e3m'])
      expect(isSettingValue('limit.TAKE', bad)).toBe(false);
    for (const good of ['30m', '4h', 'D+0', 'D+14']) {
      expect(isSettingValue('limit.TAKE', good)).toBe(true);
      expect(() => readLimit(good)).not.toThrow();
    }
    expect(() => readLimit('soon')).toThrow(/no limit/);
  });
});

describe('the net clock', () => {
  it('takes off the time spent waiting and is never more than the strict one, which waits for nothing', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 0, max: 1e6 }),
        (from, waited, open) => {
          const now = new Date(from.getTime() + 2e6 * 1000);
          const facts = { receivedAt: from, closedAt: null, waitedSeconds: waited };
          const since = new Date(now.getTime() - open * 1000);
          const net = netSeconds({ ...facts, waitingSince: since }, now);
          expect(net).toBe(2e6 - waited - open);
          expect(netSeconds({ ...facts, waitingSince: null, waitedSeconds: 0 }, now)).toBe(2e6);
        },
      ),
    );
  });
});

describe('local times', () => {
  it('that summer time skips are read as the first instant after the gap, those that come twice as the first', () => {
    const at = (d: number, month: number, h: number, m = 0) =>
      instantOfLocal('Europe/Berlin', { year: 2026, month, day: d }, h, m).toISOString();
    expect(at(29, 3, 2, 30)).toBe('2026-03-29T01:00:00.000Z');
    expect(at(25, 10, 2, 30)).toBe('2026-10-25T00:30:00.000Z');
  });
});
