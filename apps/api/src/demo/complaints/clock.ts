import { complaintActLabel } from '@kehu/domain/complaints/act-labels';
import { limitIn, momentRules, stepRules } from '@kehu/domain/complaints/deadlines';
import { type ClockTerms, caseDue, firstResponseDue, stepDue, warningDue } from '@kehu/domain/complaints/due';
import { expectedAct } from '@kehu/domain/complaints/expected';
import { type ComplaintState, complaintState } from '@kehu/domain/complaints/vocabularies';
import type { RecordRow } from '../../records/encode.js';
import { instantText } from '../calendar.js';
import type { CaseInHand } from './documents.js';

/** A timer of an open case, for the table of timers. */
export interface TimerRow {
  readonly recordId: string;
  readonly rule: string;
  readonly dueAt: number;
  readonly running: boolean;
  readonly content: Readonly<Record<string, unknown>>;
}

const hour = 3_600_000;

/**
 * The running clock of an open case: the ledger of its deadlines as far as they have gone, the timers that
 * are still to come, the step's own deadline on the case, and word to whoever has it on the desk.
 */
export function openClock(hand: CaseInHand, row: RecordRow, until: number): TimerRow[] {
  const { id, plan, steps, put } = hand;
  const terms: ClockTerms = {
    overrides: [],
    severity: plan.severity,
    clockFrom: new Date(plan.receivedAt),
    settingsAsOf: new Date(plan.receivedAt),
    zone: 'Asia/Shanghai',
  };
  const timers: TimerRow[] = [];
  const timer = (rule: string, due: Date, content: TimerRow['content'] = {}): boolean => {
    const running = due.getTime() > until;
    timers.push({ recordId: id, rule, dueAt: due.getTime(), running, content });
    return running;
  };
  const enter = (
    rule: string,
    article: string,
    event: string,
    due: Date,
    at: number,
    startedBy: string | null,
  ): void => {
    put('DeadlineEntry', {
      complaintId: id,
      rule,
      article,
      ruleVersion: 0,
      event,
      startedBy,
      dueAt: due.toISOString(),
      at: instantText(at),
    });
  };
  const due = caseDue(terms).at;
  enter('CLOSE', momentRules.CLOSE.article, 'STARTED', due, plan.receivedAt, 'registerComplaint');
  if (!timer('AT_RISK', warningDue(terms, 'warn.atRiskHours', due).at))
    enter('CLOSE', momentRules.AT_RISK.article, 'WARNED', due, due.getTime() - 48 * hour, 'AT_RISK');
  const escalateAt = warningDue(terms, 'warn.escalateHours', due).at;
  if (!timer('ESCALATE', escalateAt)) {
    enter('CLOSE', momentRules.ESCALATE.article, 'WARNED', due, escalateAt.getTime(), 'ESCALATE');
    put('Escalation', {
      complaintId: id,
      rule: 'ESCALATE',
      level: 1,
      toId: hand.people.hr.id,
      at: escalateAt.toISOString(),
      done: false,
    });
  }
  if (!timer('CLOSE', due)) {
    enter('CLOSE', momentRules.CLOSE.article, 'PASSED', due, due.getTime(), 'CLOSE');
    put('Escalation', {
      complaintId: id,
      rule: 'CLOSE',
      level: 2,
      toId: hand.people.gm.id,
      at: due.toISOString(),
      done: false,
    });
  }
  const response = firstResponseDue(terms, 'firstResponse.limit').at;
  enter(
    'FIRST_RESPONSE',
    momentRules.FIRST_RESPONSE.article,
    'STARTED',
    response,
    plan.receivedAt,
    'registerComplaint',
  );
  if (row.firstResponseAt == null) {
    timer('FIRST_RESPONSE_TARGET', firstResponseDue(terms, 'firstResponse.target').at);
    timer('FIRST_RESPONSE', response, { version: 0 });
  } else {
    const came = Date.parse(String(row.firstResponseAt));
    enter(
      'FIRST_RESPONSE',
      momentRules.FIRST_RESPONSE.article,
      came > response.getTime() ? 'MET_LATE' : 'MET',
      response,
      came,
      'recordFirstResponse',
    );
  }
  if (plan.severity === 'SEVERE') timer('TRACKING', new Date(until + 9 * hour));
  steps.forEach(({ transition, at }, place) => {
    const limit = limitIn(transition.to, plan.procedure);
    if (!limit) return;
    const end = stepDue(terms, limit, new Date(at), due).at;
    enter(limit, stepRules[limit].article, 'STARTED', end, at, transition.act);
    const next = steps[place + 1];
    if (next) {
      enter(
        limit,
        stepRules[limit].article,
        next.at > end.getTime() ? 'MET_LATE' : 'MET',
        end,
        next.at,
        next.transition.act,
      );
      return;
    }
    (row as Record<string, unknown>).stepDueAt = end.toISOString();
    if (!timer('STEP', end, { limit, dueAt: end.toISOString(), version: 0 })) {
      enter(limit, stepRules[limit].article, 'PASSED', end, end.getTime(), null);
      if (stepRules[limit].missing)
        put('MissingEntry', {
          complaintId: id,
          rule: limit,
          article: stepRules[limit].article,
          ownerId: row.deskId,
          departmentId: row.deskDepartmentId,
          dueAt: end.toISOString(),
        });
    }
  });
  tellDesk(hand, row);
  return timers;
}

function tellDesk({ id, steps, put }: CaseInHand, row: RecordRow): void {
  if (row.deskId == null) return;
  const state = row.state as ComplaintState;
  const act = expectedAct(row as never, ['B_CONTRACT', 'C_DISPATCH']);
  put('Notification', {
    toId: row.deskId,
    message: 'case.onYourDesk',
    content: { no: row.no, state: complaintState.labels[state], act: complaintActLabel(act ?? '') },
    weight: row.severity === 'SEVERE' ? 'URGENT' : 'TODO',
    kind: 'Complaint',
    recordId: id,
    recordNo: row.no,
    dueAt: row.stepDueAt ?? null,
    at: instantText(steps.at(-1)?.at ?? 0),
  });
}
