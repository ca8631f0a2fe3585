import { complaintActLabel } from '@kehu/domain/complaints/act-labels';
import { momentRules, stepRules } from '@kehu/domain/complaints/deadlines';
import { firstResponseDue, hoursOf, warningDue } from '@kehu/domain/complaints/due';
import { expectedAct } from '@kehu/domain/complaints/expected';
import { type ComplaintState, complaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import type { RecordRow } from '../../records/encode.js';
import { nextInRow } from '../../timers/rule.js';
import { instantText } from '../calendar.js';
import { stepStanding } from './case-clock.js';
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

/** What is written while the clock of one case is gone through. */
interface Writing {
  readonly hand: CaseInHand;
  readonly row: RecordRow;
  /** Up to when things have happened: the end of the case, or now. */
  readonly until: number;
  readonly open: boolean;
  enter(rule: string, article: string, event: string, due: Date, at: number, startedBy: string | null): void;
  /** Sets a timer of an open case; answers whether its time has come. */
  timer(rule: string, due: Date, content?: TimerRow['content']): boolean;
  missing(rule: string, article: string, due: Date, madeUpAt: number | null, whose: Whose): void;
}

interface Whose {
  readonly ownerId: unknown;
  readonly departmentId: unknown;
}

/**
 * The clock of a case: the ledger of its deadlines and what is missing on record, as the timers would have
 * written them. Of an open case also the timers still to come, the limit of its step, and word to whoever
 * has it on the desk. `lastTracked`: when a severe case was last tracked.
 */
export function runClock(
  hand: CaseInHand,
  row: RecordRow,
  now: number,
  lastTracked: number | null,
): TimerRow[] {
  const { id, put } = hand;
  const open = !endedStates.includes(row.state as ComplaintState);
  const until = open ? now : Date.parse(String(row.closedAt));
  const timers: TimerRow[] = [];
  const writing: Writing = {
    hand,
    row,
    until,
    open,
    enter(rule, article, event, due, at, startedBy) {
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
    },
    timer(rule, due, content = {}) {
      const came = due.getTime() <= until;
      if (open) timers.push({ recordId: id, rule, dueAt: due.getTime(), running: !came, content });
      return came;
    },
    missing(rule, article, due, madeUpAt, { ownerId, departmentId }) {
      put('MissingEntry', {
        complaintId: id,
        rule,
        article,
        ownerId: ownerId ?? null,
        departmentId: departmentId ?? null,
        dueAt: due.toISOString(),
        madeUpAt: madeUpAt === null ? null : instantText(madeUpAt),
        createdAt: due.toISOString(),
      });
    },
  };
  closing(writing);
  firstResponse(writing);
  if (open && hand.plan.severity === 'SEVERE') {
    const first = new Date((lastTracked ?? hand.plan.receivedAt) + 24 * hour);
    writing.timer('TRACKING', first.getTime() > now ? first : nextInRow(first, 24 * hour, new Date(now)));
  }
  stepLimits(writing);
  if (open) tellDesk(hand, row);
  return timers;
}

/** The deadline of the case with its warnings, and how it ended. */
function closing({ hand, row, until, open, enter, timer }: Writing): void {
  const { id, put, clock, plan, people, steps } = hand;
  const { terms, dueAt: due } = clock;
  const { article } = momentRules.CLOSE;
  const escalated = (rule: string, level: 1 | 2, toId: string, at: Date): void => {
    put('Escalation', { complaintId: id, rule, level, toId, at: at.toISOString(), done: !open });
  };
  const outside = plan.outsideDueAt === due.getTime();
  enter('CLOSE', article, 'STARTED', due, plan.receivedAt, outside ? 'outsideDueAt' : 'registerComplaint');
  const atRiskAt = warningDue(terms, 'warn.atRiskHours', due).at;
  if (timer('AT_RISK', atRiskAt)) enter('CLOSE', article, 'WARNED', due, atRiskAt.getTime(), 'AT_RISK');
  const escalateAt = warningDue(terms, 'warn.escalateHours', due).at;
  if (timer('ESCALATE', escalateAt)) {
    enter('CLOSE', article, 'WARNED', due, escalateAt.getTime(), 'ESCALATE');
    escalated('ESCALATE', 1, people.hr.id, escalateAt);
  }
  if (timer('CLOSE', due)) {
    enter('CLOSE', article, 'PASSED', due, due.getTime(), 'CLOSE');
    escalated('CLOSE', 2, people.gm.id, due);
  }
  if (open) return;
  const event = row.state === 'WITHDRAWN' ? 'CANCELLED' : until > due.getTime() ? 'MET_LATE' : 'MET';
  enter('CLOSE', article, event, due, until, steps.at(-1)?.transition.act ?? null);
}

/** Whether somebody spoke to the customer in time (R1.2, R1.5). */
function firstResponse({ hand, row, until, open, enter, timer, missing }: Writing): void {
  const { plan, people, clock } = hand;
  const due = firstResponseDue(clock.terms, 'firstResponse.limit').at;
  const { article } = momentRules.FIRST_RESPONSE;
  const came = row.firstResponseAt == null ? null : Date.parse(String(row.firstResponseAt));
  enter('FIRST_RESPONSE', article, 'STARTED', due, plan.receivedAt, 'registerComplaint');
  if (open && came === null) {
    timer('FIRST_RESPONSE_TARGET', firstResponseDue(clock.terms, 'firstResponse.target').at);
    timer('FIRST_RESPONSE', due, { version: 0 });
  }
  if ((came ?? until) > due.getTime()) {
    enter('FIRST_RESPONSE', article, 'PASSED', due, due.getTime(), 'FIRST_RESPONSE');
    missing('FIRST_RESPONSE', article, due, came, {
      ownerId: people.service.id,
      departmentId: people.idOf(people.service.department),
    });
  }
  if (came !== null)
    enter(
      'FIRST_RESPONSE',
      article,
      came > due.getTime() ? 'MET_LATE' : 'MET',
      due,
      came,
      'recordFirstResponse',
    );
}

/** The limits of the states, one after the other; the last one of an open case still runs. */
function stepLimits({ hand, row, until, open, enter, timer, missing }: Writing): void {
  const { steps, clock, actors, people } = hand;
  steps.forEach(({ transition, at }, place) => {
    const entered = clock.entered[place];
    if (!entered) return;
    const { limit, dueAt } = entered;
    const { article, missing: goesOnRecord } = stepRules[limit];
    enter(limit, article, 'STARTED', dueAt, at, transition.act);
    const next = steps[place + 1];
    const end = next?.at ?? until;
    if (end > dueAt.getTime()) {
      enter(limit, article, 'PASSED', dueAt, dueAt.getTime(), 'STEP');
      for (let again = dueAt.getTime() + 24 * hour; again < end; again += 24 * hour)
        enter(limit, article, 'WARNED', dueAt, again, 'STEP');
      const doer = actors[place + 1];
      if (goesOnRecord)
        missing(
          limit,
          article,
          dueAt,
          next?.at ?? null,
          doer
            ? { ownerId: doer.id, departmentId: people.idOf(doer.department) }
            : { ownerId: row.deskId, departmentId: row.deskDepartmentId },
        );
    }
    if (next) {
      const { late } = stepStanding(clock, steps, place + 1);
      const event = next.transition.to === 'WITHDRAWN' ? 'CANCELLED' : late ? 'MET_LATE' : 'MET';
      enter(limit, article, event, dueAt, next.at, next.transition.act);
      return;
    }
    if (!open) return;
    (row as Record<string, unknown>).stepDueAt = dueAt.toISOString();
    const { hours } = hoursOf(clock.terms, 'step.repeatHours');
    // A step that is overdue is said again each day until it is done.
    const due = dueAt.getTime() > until ? dueAt : nextInRow(dueAt, hours * hour, new Date(until));
    timer('STEP', due, { limit, dueAt: dueAt.toISOString(), version: 0 });
  });
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
