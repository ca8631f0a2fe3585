import { complaintCategory, complaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { describe, expect, it } from 'vitest';
import { contentTypeOf } from '../../files/content-type.js';
import type { RecordRow } from '../../records/encode.js';
import { generateDemo } from '../generate.js';
import { posts } from '../house-plan.js';

const today = new Date('2026-11-24T06:00:00.000Z');
const demo = generateDemo({ today });
const rows = new Map<string, RecordRow[]>();
for (const batch of demo.batches)
  rows.set(batch.kind.name, [...(rows.get(batch.kind.name) ?? []), ...batch.rows]);
const of = (kind: string): readonly RecordRow[] => rows.get(kind) ?? [];
const cases = of('Complaint');
const ended = (row: RecordRow): boolean => (endedStates as readonly unknown[]).includes(row.state);
const partsOf = (kind: string): Map<unknown, RecordRow[]> => {
  const found = new Map<unknown, RecordRow[]>();
  for (const row of of(kind)) found.set(row.complaintId, [...(found.get(row.complaintId) ?? []), row]);
  return found;
};
const transitions = new Map(complaintTransitions.map((row) => [row.id, row]));
const time = (value: unknown): number => Date.parse(String(value));

describe('the cases of the demo', () => {
  it('are some fifteen hundred over two years, in every state', () => {
    expect(cases.length).toBeGreaterThan(1450);
    expect(cases.length).toBeLessThan(1600);
    const states = new Set(cases.map((row) => row.state));
    expect([...states].sort()).toEqual([...complaintState.codes].sort());
    const months = new Set(cases.map((row) => String(row.receivedAt).slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(24);
    expect(new Set(cases.map((row) => row.no)).size).toBe(cases.length);
  });

  it('took steps that the table of transitions has, one after the other, by people who hold the roles', () => {
    const roles = new Map(demo.staff.map((one) => [one.id, one.roles]));
    const steps = partsOf('CaseStep');
    for (const row of cases) {
      const own = steps.get(row.id) ?? [];
      expect(own[0]).toMatchObject({ transition: '1', from: null, to: 'REGISTERED', at: row.receivedAt });
      expect(own.at(-1)).toMatchObject({ to: row.state, at: row.stateSince });
      own.forEach((step, place) => {
        const table = transitions.get(String(step.transition));
        expect(table, String(step.transition)).toBeDefined();
        expect(step).toMatchObject({ action: table?.act, to: table?.to });
        if (place > 0) {
          expect(step.from).toBe(own[place - 1]?.to);
          expect(table?.from).toContain(step.from);
          expect(time(step.at)).toBeGreaterThan(time(own[place - 1]?.at));
        }
        if (table?.procedures) expect(table.procedures).toContain(row.procedure);
        expect(time(step.at)).toBeLessThanOrEqual(today.getTime());
        const held = roles.get(String(step.byId)) ?? [];
        expect(
          held.some((role) => table?.by.includes(role)),
          `${String(step.transition)} by ${held.join()}`,
        ).toBe(true);
      });
    }
  });

  it('hold the documents that their steps wrote, and nobody reviewed his own', () => {
    const written = [
      'StoreAssessment',
      'AcceptanceRuling',
      'AssignmentOrder',
      'InvestigationReport',
      'HrOpinion',
      'GmDecision',
      'HandlingOpinion',
      'SupervisorReview',
      'CustomerReply',
    ];
    const documents = new Map(written.map((kind) => [kind, partsOf(kind)]));
    const counts = new Map<string, number>();
    for (const step of of('CaseStep')) {
      for (const kind of transitions.get(String(step.transition))?.writes ?? []) {
        const key = `${kind} ${String(step.complaintId)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    for (const [key, count] of counts) {
      const [kind = '', id = ''] = key.split(' ');
      const found = documents.get(kind);
      if (found) expect(found.get(id)?.length, key).toBe(count);
    }
    const assessors = partsOf('StoreAssessment');
    for (const ruling of of('AcceptanceRuling'))
      for (const assessment of assessors.get(ruling.complaintId) ?? [])
        expect(ruling.byId).not.toBe(assessment.byId);
    const authors = partsOf('InvestigationReport');
    for (const review of of('SupervisorReview').filter(({ step }) => step === 'REPORT'))
      for (const report of authors.get(review.complaintId) ?? [])
        expect(review.byId).not.toBe(report.authorId);
  });

  it('are believable: most within seven days, few severe, some breached, every category', () => {
    const done = cases.filter((row) => row.closedAt != null && row.acceptedAt != null);
    const inTime = done.filter((row) => row.breached === false).length / done.length;
    expect(inTime).toBeGreaterThan(0.7);
    expect(inTime).toBeLessThan(0.95);
    const share = (field: string, value: string) =>
      cases.filter((row) => row[field] === value).length / cases.length;
    expect(share('severity', 'SEVERE')).toBeGreaterThan(0.01);
    expect(share('severity', 'SEVERE')).toBeLessThan(0.05);
    expect(share('procedure', 'SIMPLE')).toBeGreaterThan(0.08);
    expect(new Set(cases.map((row) => row.category))).toEqual(new Set(complaintCategory.codes));
    expect(new Set(of('InvestigationReport').map((row) => row.conclusion)).size).toBe(5);
    const open = cases.filter((row) => !ended(row));
    expect(open.length).toBeGreaterThan(80);
    for (const status of ['ON_TRACK', 'AT_RISK', 'BREACHED'])
      expect(open.filter((row) => row.slaStatus === status).length, status).toBeGreaterThan(5);
    for (const row of cases) {
      const end = row.closedAt == null ? today.getTime() : time(row.closedAt);
      expect(row.breached).toBe(end > time(row.dueAt));
    }
  });

  it('come in months that look alike, the current one too, as often again as in life', () => {
    const months = new Map<string, RecordRow[]>();
    for (const row of cases) {
      const month = new Date(time(row.receivedAt) + 8 * 3_600_000).toISOString().slice(0, 7);
      months.set(month, [...(months.get(month) ?? []), row]);
    }
    const latest = [...months].slice(-7);
    const mean = latest.reduce((sum, [, own]) => sum + own.length, 0) / latest.length;
    for (const [month, own] of latest) {
      expect(own.length / mean, month).toBeGreaterThan(0.7);
      expect(own.length / mean, month).toBeLessThan(1.45);
      const again = own.filter((row) => row.recurrence === true).length / own.length;
      expect(again, month).toBeGreaterThan(0.05);
      expect(again, month).toBeLessThan(0.14);
    }
  });

  it('run a clock while they are open: a ledger, timers that are to come, a desk and a limit of the step', () => {
    const ledger = partsOf('DeadlineEntry');
    const timers = new Map<string, Set<string>>();
    for (const timer of demo.beside.timers) {
      timers.set(timer.recordId, (timers.get(timer.recordId) ?? new Set()).add(timer.rule));
      expect(timer.running).toBe(timer.dueAt > today.getTime());
    }
    for (const row of cases) {
      if (ended(row)) {
        expect(timers.has(String(row.id))).toBe(false);
        expect(row.deskId).toBeNull();
        continue;
      }
      expect(timers.get(String(row.id))?.has('CLOSE')).toBe(true);
      expect(row.deskId).not.toBeNull();
      const own = ledger.get(row.id) ?? [];
      expect(own.some((entry) => entry.rule === 'CLOSE' && entry.event === 'STARTED')).toBe(true);
      expect(own.some((entry) => entry.event === 'PASSED' && entry.rule === 'CLOSE')).toBe(row.breached);
      if (row.state !== 'EXECUTING') expect(row.stepDueAt, String(row.state)).toBeTruthy();
    }
  });

  it('leave at least two things to do for every sign-in', () => {
    const staff = new Map(demo.staff.map((one) => [one.login, one.id]));
    /** What `My work` shows: cases on the desk, help, tasks, copies, measures, urges, requests to approve, money to pay. */
    const waiting = (login: string) => {
      const id = staff.get(login);
      const count = (kind: string, fits: (row: RecordRow) => boolean) => of(kind).filter(fits).length;
      return [
        cases.filter((row) => row.deskId === id).length,
        count('AssignedTask', (row) => row.assigneeId === id),
        count('DepartmentTask', (row) => row.assigneeId === id && row.state === 'OPEN'),
        count('CardCopy', (row) => row.recipientId === id && row.readAt === null),
        count('PreventiveAction', (row) => row.ownerId === id && row.doneAt === null),
        count(
          'TrackingEntry',
          (row) => row.toId === id && row.acknowledgedAt === null && row.kind !== 'TRACK',
        ),
      ].reduce((sum, n) => sum + n, 0);
    };
    const few = posts().flatMap(({ signIn }) =>
      signIn && waiting(signIn) < 2 ? [`${signIn}: ${waiting(signIn)}`] : [],
    );
    expect(few).toEqual([]);
    for (const login of [
      'store-staff',
      'store-sup',
      'ops-cs',
      'hr-admin',
      'handler',
      'handler-sup',
      'gm',
      'kam',
      'logistics',
      'tech',
      'ops',
      'rm',
      'dept-head',
      'area-manager',
    ])
      expect(cases.filter((row) => row.deskId === staff.get(login)).length, login).toBeGreaterThan(0);
  });

  it('name files that are there and are what they say', () => {
    const files = new Map(demo.beside.files.map((file) => [file.sha256, file]));
    expect(of('Attachment').length).toBeGreaterThan(500);
    for (const row of of('Attachment')) {
      const file = files.get(String(row.sha256));
      expect(file?.content.length).toBe(row.size);
      const type = file ? contentTypeOf(file.content) : 'program';
      expect(type === 'program' ? type : type.mime).toBe(row.mime);
    }
  });
});

describe('the demo of a larger company', () => {
  it('has as many cases as asked for, open ones among them in proportion, the later ones of a day still numbered', () => {
    const larger = generateDemo({ today, cases: 3000 });
    for (const batch of larger.batches) {
      if (batch.kind.name !== 'Complaint') continue;
      expect(batch.rows.length).toBe(3000);
      expect(batch.rows.filter((row) => !ended(row)).length).toBeGreaterThan(120);
      expect(new Set(batch.rows.map(({ no }) => no)).size).toBe(3000);
    }
  });
});
