import { momentRules } from '@kehu/domain/complaints/deadlines';
import { isOurFault } from '@kehu/domain/complaints/fault';
import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import type { RecordRow } from '../../records/encode.js';
import { dateText, instantText, localDay } from '../calendar.js';
import type { CaseInHand } from './documents.js';
import { phrases } from './texts.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * What stands beside the steps: tracking of grave cases, measures after the end, help asked of others.
 * Answers when the case was last tracked.
 */
export function lastWords(hand: CaseInHand, row: RecordRow, until: number): number | null {
  const lastTracked = track(hand, row, until);
  prevent(hand, row, until);
  askHelp(hand, row, until);
  copyKeyAccount(hand);
  return lastTracked;
}

/** What is urged and supervised when a step of an open case is overdue (R4.5, R4.25); some of it unanswered. */
export function urge(hand: CaseInHand, row: RecordRow, until: number): void {
  const { id, people, put, random } = hand;
  if (row.deskId == null || row.stepDueAt == null) return;
  const passed = until - Date.parse(String(row.stepDueAt));
  if (passed < 3 * hour) return;
  const words = [
    ['URGE', people.service.id, '本环节已过时限，请尽快办理。'],
    ['SUPERVISE', people.hr.id, '请说明延误原因和完成时间。'],
  ] as const;
  for (const [kind, byId, text] of words) {
    if (byId === row.deskId || !random.chance(kind === 'URGE' ? 0.6 : 0.35)) continue;
    const at = until - passed * (0.2 + random.next() * 0.6);
    const answered = random.chance(0.4);
    put('TrackingEntry', {
      complaintId: id,
      kind,
      text,
      byId,
      toId: row.deskId,
      at: instantText(at),
      acknowledgedAt: answered ? instantText(at + (until - at) * 0.5) : null,
    });
  }
}

/**
 * A severe case is tracked each day until it ends, and the customer soothed (R1.5); a day without is on
 * record as missing. Answers when it was last tracked.
 */
function track({ id, plan, people, put, random }: CaseInHand, row: RecordRow, until: number): number | null {
  if (plan.severity !== 'SEVERE') return null;
  const end = row.closedAt == null ? until : Date.parse(String(row.closedAt));
  const { service } = people;
  let last: number | null = null;
  let next = plan.receivedAt + 5 * hour;
  for (let no = 0; next < end && no < 14; no++) {
    put('TrackingEntry', {
      complaintId: id,
      kind: no % 3 === 0 ? 'SOOTHE' : 'TRACK',
      text: random.pick(phrases.track),
      byId: service.id,
      at: instantText(next),
    });
    last = next;
    next += day * (random.chance(0.12) ? 1.1 + random.next() * 0.4 : 0.7 + random.next() * 0.28);
    if (next - last <= day || last + day >= end) continue;
    put('MissingEntry', {
      complaintId: id,
      rule: 'TRACKING',
      article: momentRules.TRACKING.article,
      ownerId: service.id,
      departmentId: people.idOf(service.department),
      dueAt: instantText(last + day),
      madeUpAt: next < end ? instantText(next) : null,
      createdAt: instantText(last + day),
    });
  }
  return last;
}

/** Measures against recurrence where we are at fault (R4.4): done mostly, checked for their effect later. */
function prevent({ id, plan, people, put, random }: CaseInHand, row: RecordRow, until: number): void {
  if (row.closedAt == null || !isOurFault(row.conclusion)) return;
  const closed = localDay(Date.parse(String(row.closedAt)));
  const due = closed + random.whole(14, 30);
  const check = due + 60;
  const today = localDay(until);
  // What is long overdue was done after all; some of what fell due of late was not.
  const done = due < today - 12 || random.chance(due < today ? 0.85 : 0.3);
  const late = random.whole(-9, 4);
  const doneOn = Math.min(today - 1, Math.max(closed + 1, due + late));
  const checked = done && (check < today - 6 || (check < today - 1 && random.chance(0.8)));
  const before = random.whole(2, 9);
  put('PreventiveAction', {
    complaintId: id,
    measure: random.pick(phrases.measure),
    ownerId: people.handlerOf(plan.handling).id,
    dueOn: dateText(due),
    doneAt: done && doneOn > closed ? instantText((doneOn + 0.2) * day) : null,
    doneNote: done && doneOn > closed ? '已落实，见部门记录。' : null,
    checkOn: dateText(check),
    checkedAt: checked ? instantText((check + 1.2) * day) : null,
    checkedById: checked ? people.hr.id : null,
    effective: checked ? random.chance(0.72) : null,
    before: checked ? before : null,
    after: checked ? random.whole(0, before) : null,
    checkNote: checked ? '对比措施前后各 60 天的投诉件数。' : null,
    createdAt: row.closedAt,
  });
}

/** Sometimes another department is asked to help, with a date of its own (F14). */
function askHelp({ id, plan, steps, people, put, random }: CaseInHand, row: RecordRow, until: number): void {
  const investigating = steps.find(({ transition }) => transition.to === 'INVESTIGATING');
  if (!investigating || !random.chance(row.closedAt == null ? 0.5 : 0.06)) return;
  const state = row.state as ComplaintState;
  const helper = plan.handling === 'TECH' ? 'LOGISTICS' : 'TECH';
  const askedAt = Math.min(investigating.at + 2 * 3_600_000, until - 60_000);
  const answered = state !== 'INVESTIGATING';
  put('DepartmentTask', {
    complaintId: id,
    departmentId: people.idOf(helper),
    assigneeId: people.handlerOf(helper).id,
    request: '请提供该批次的安装与配送记录，并说明现场情况。',
    dueAt: instantText(askedAt + 1.5 * day),
    state: answered ? 'CONFIRMED' : 'OPEN',
    askedById: people.handlerOf(plan.handling).id,
    askedAt: instantText(askedAt),
    answer: answered ? '记录已核对，未见异常操作。' : null,
    answeredById: answered ? people.handlerOf(helper).id : null,
    answeredAt: answered
      ? instantText(Math.min(askedAt + 9 * 3_600_000, (steps.at(-1)?.at ?? until) - 60_000))
      : null,
    createdAt: instantText(askedAt),
  });
}

/** The manager of a key account is copied on all its cases (R3.5). */
function copyKeyAccount({ id, plan, put }: CaseInHand): void {
  if (plan.customer?.type !== 'KEY_ACCOUNT') return;
  put('CaseParticipant', {
    complaintId: id,
    staffId: plan.customer.owner.id,
    part: 'KEY_ACCOUNT_MANAGER',
    since: instantText(plan.receivedAt),
  });
}
