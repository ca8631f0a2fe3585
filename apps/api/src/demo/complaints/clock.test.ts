import { limitIn } from '@kehu/domain/complaints/deadlines';
import type { HandlingProcedureKind, Severity } from '@kehu/domain/complaints/vocabularies';
import { type ComplaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import { describe, expect, it } from 'vitest';
import type { RecordRow } from '../../records/encode.js';
import { generateDemo } from '../generate.js';

const today = new Date('2026-11-24T06:00:00.000Z');
const hour = 3_600_000;
const demo = generateDemo({ today });
const rows = new Map<string, RecordRow[]>();
for (const batch of demo.batches)
  rows.set(batch.kind.name, [...(rows.get(batch.kind.name) ?? []), ...batch.rows]);
const of = (kind: string): readonly RecordRow[] => rows.get(kind) ?? [];
const cases = of('Complaint');
const ended = (row: RecordRow): boolean => (endedStates as readonly unknown[]).includes(row.state);
const time = (value: unknown): number => Date.parse(String(value));
const partsOf = (kind: string): ReadonlyMap<unknown, readonly RecordRow[]> => {
  const found = new Map<unknown, RecordRow[]>();
  for (const row of of(kind)) {
    const parts = found.get(row.complaintId);
    if (parts) parts.push(row);
    else found.set(row.complaintId, [row]);
  }
  return found;
};
const steps = partsOf('CaseStep');
const ledger = partsOf('DeadlineEntry');
const missing = partsOf('MissingEntry');
/** What is wrong, by number of case; asked once for all, so that a row costs no assertion. */
const wrong = (faults: (row: RecordRow) => readonly string[]): string[] =>
  cases.flatMap((row) => faults(row).map((fault) => `${String(row.no)}: ${fault}`));

describe('the clocks of the demo’s cases', () => {
  it('give each step the limit of its state, and call it late by that limit and nothing else', () => {
    expect(
      wrong((row) =>
        (steps.get(row.id) ?? []).flatMap((step) => {
          const limit =
            step.from === null
              ? null
              : limitIn(step.from as ComplaintState, row.procedure as HandlingProcedureKind);
          if ((limit === null) !== (step.dueAt === null)) return [`${String(step.action)} has ${limit}`];
          const late = step.dueAt !== null && step.to !== 'WITHDRAWN' && time(step.at) > time(step.dueAt);
          return late === step.late ? [] : [`${String(step.action)} late: ${String(step.late)}`];
        }),
      ),
    ).toEqual([]);
    const all = of('CaseStep');
    const late = all.filter((step) => step.late === true).length / all.length;
    expect(late).toBeGreaterThan(0.03);
    expect(late).toBeLessThan(0.4);
  });

  it('keep a ledger to the end: each deadline that was started is met, met late, or no longer applies', () => {
    expect(
      wrong((row) => {
        if (!ended(row)) return [];
        const own = ledger.get(row.id) ?? [];
        const left = new Map<unknown, number>();
        for (const { rule, event } of own) {
          if (event === 'STARTED') left.set(rule, (left.get(rule) ?? 0) + 1);
          if (['MET', 'MET_LATE', 'CANCELLED'].includes(String(event)))
            left.set(rule, (left.get(rule) ?? 0) - 1);
        }
        const open = [...left].filter(([rule, n]) => n !== 0 && rule !== 'FIRST_RESPONSE');
        const closing = own.find(({ rule, event }) => rule === 'CLOSE' && event !== 'STARTED');
        return [
          ...open.map(([rule]) => `${String(rule)} is left open`),
          ...(closing ? [] : ['nothing says how the deadline ended']),
        ];
      }),
    ).toEqual([]);
    expect(of('DeadlineEntry').every((entry) => time(entry.at) <= today.getTime())).toBe(true);
  });

  it('remind of every overdue step of an open case again within a day', () => {
    const timers = new Map(
      demo.beside.timers.filter(({ rule }) => rule === 'STEP').map((timer) => [timer.recordId, timer]),
    );
    const overdue = cases.filter((row) => !ended(row) && time(row.stepDueAt) < today.getTime());
    expect(overdue.length).toBeGreaterThan(10);
    for (const row of overdue) {
      const timer = timers.get(String(row.id));
      expect(timer?.running, String(row.no)).toBe(true);
      expect((timer?.dueAt ?? 0) - today.getTime()).toBeLessThanOrEqual(24 * hour);
      expect(timer?.content.dueAt).toBe(row.stepDueAt);
    }
  });

  it('have the silence on record: rulings, replies, responses and tracking that did not come, most made up', () => {
    const entries = of('MissingEntry');
    expect(entries.length).toBeGreaterThan(80);
    expect(new Set(entries.map(({ rule }) => rule))).toEqual(
      new Set(['RULE', 'EXPLAIN', 'REPLY', 'FIRST_RESPONSE', 'TRACKING']),
    );
    expect(entries.every(({ ownerId }) => ownerId != null)).toBe(true);
    // What a step brings is there when the step was taken.
    expect(
      wrong((row) =>
        ended(row)
          ? (missing.get(row.id) ?? []).flatMap(({ rule, madeUpAt }) =>
              madeUpAt == null && ['RULE', 'EXPLAIN', 'REPLY'].includes(String(rule)) ? [String(rule)] : [],
            )
          : [],
      ),
    ).toEqual([]);
  });

  it('let an outside body’s deadline count where it is stricter than the seven days', () => {
    const stricter = of('ComplaintIntake').filter(
      (row) => row.outsideDueAt != null && time(row.outsideDueAt) < time(row.receivedAt) + 168 * hour,
    );
    expect(stricter.length).toBeGreaterThan(30);
    const byId = new Map(cases.map((row) => [row.id, row]));
    for (const intake of stricter) expect(byId.get(intake.complaintId)?.dueAt).toBe(intake.outsideDueAt);
  });

  it('have severe cases open on track, at risk and past their deadline', () => {
    const severe = cases.filter((row) => !ended(row) && (row.severity as Severity) === 'SEVERE');
    expect(new Set(severe.map((row) => row.slaStatus))).toEqual(new Set(['ON_TRACK', 'AT_RISK', 'BREACHED']));
  });

  it('let about one case in ten be a recurrence (E1.6)', () => {
    const recurring = cases.filter((row) => row.recurrence === true);
    expect(recurring.length / cases.length).toBeGreaterThan(0.06);
    expect(recurring.length / cases.length).toBeLessThan(0.13);
    expect(of('CaseLink').length).toBe(recurring.length);
  });
});

describe('the demo before office hours', () => {
  it('has cases that came to their desks the day before, not all a minute ago', () => {
    const early = new Date('2026-11-24T21:00:00.000Z');
    for (const batch of generateDemo({ today: early }).batches) {
      if (batch.kind.name !== 'Complaint') continue;
      const open = batch.rows.filter((row) => !ended(row));
      const justNow = open.filter((row) => early.getTime() - time(row.stateSince) < hour / 4);
      expect(justNow.length).toBeLessThan(open.length / 20);
    }
  });
});
