import type { SettingKey } from '@kehu/domain/complaints/settings-defaults';
import type { MessageKey } from '@kehu/domain/messages/message';
import { type LocalDay, localDay, nextLocal, weekday } from '@kehu/domain/text/local-time';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { type NotifyRequest, notify } from '../../../notify/notify.js';
import { storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { houseKind, type TimerRule } from '../../../timers/rule.js';
import { draftMonthlyReport } from '../statistics/monthly/report.js';
import { effectiveSetting } from './clock.js';

const week = 7 * 86_400_000;
/** Cases that a weekly list names; the number counts them all. */
const mostNamed = 20;
const zoneOf = (work: Work): string => work.context.organisation.zone;

async function timeOf(work: Work, key: SettingKey): Promise<[number, number]> {
  const { value } = await effectiveSetting(work, key, 'GENERAL');
  const [hour = 9, minute = 0] = value.split(':').map(Number);
  return [hour, minute];
}

/** The month before that of an instant: `2026-02`. */
export function monthBefore(zone: string, at: Date): string {
  const { year, month } = localDay(zone, at);
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return `${before.year}-${String(before.month).padStart(2, '0')}`;
}

function tell(
  work: Work,
  to: readonly string[],
  message: MessageKey,
  content: NotifyRequest['content'],
  report: RecordRow | null,
) {
  return notify(work, {
    to,
    message,
    content: content ?? {},
    weight: message === 'clock.monthlyDrafted' ? 'TODO' : 'WARNING',
    kind: report ? 'ComplaintMonthlyReport' : 'Complaint',
    recordId: report ? String(report.id) : null,
    recordNo: report ? String(report.period) : null,
    dueAt: report ? String(report.dueAt) : null,
  });
}

/** Every week the general manager sees which cases are breached and open, and which were decided without him (D1.4, F11). */
const weekly: TimerRule = {
  kind: houseKind,
  rule: 'WEEKLY_LIST',
  first: (work) => nextWeekly(work),
  next: (work) => nextWeekly(work),
  async fire(work, { dueAt }) {
    const breached = await work.rows<{ no: string }>(
      "SELECT no FROM complaint WHERE breached = 1 AND state NOT IN ('CLOSED', 'CLOSED_NOT_ACCEPTED', 'WITHDRAWN') ORDER BY due_at, id",
      [],
    );
    const skipped = await work.rows<{ no: string }>(
      `SELECT DISTINCT c.no FROM case_step s JOIN complaint c ON c.id = s.complaint_id
       WHERE s.transition = '13b' AND s.recalled_at IS NULL AND s.at >= ? AND s.at < ? ORDER BY c.no`,
      [storedInstant(new Date(dueAt.getTime() - week)), storedInstant(dueAt)],
    );
    if (breached.length === 0 && skipped.length === 0) return;
    const list = [...breached, ...skipped].slice(0, mostNamed).map(({ no }) => no);
    const content = { breached: breached.length, skipped: skipped.length, list: list.join(' ') };
    await tell(work, await holdersOf(work, ['GM']), 'clock.weeklyList', content, null);
  },
};

async function nextWeekly(work: Work): Promise<Date> {
  const { value } = await effectiveSetting(work, 'weekly.weekday', 'GENERAL');
  const [hour, minute] = await timeOf(work, 'weekly.time');
  return nextLocal(zoneOf(work), work.now, hour, minute, (each) => weekday(each) === Number(value));
}

/** Day 1, 00:10: the table of the month before is drafted (D1.5). A month in which no server ran is drafted late, not left out. */
const draft: TimerRule = {
  kind: houseKind,
  rule: 'MONTHLY_DRAFT',
  first: (work) => nextLocal(zoneOf(work), work.now, 0, 10, ({ day }) => day === 1),
  next: (work, { dueAt }) => nextLocal(zoneOf(work), dueAt, 0, 10, ({ day }) => day === 1),
  async fire(work, { dueAt }) {
    const period = monthBefore(zoneOf(work), dueAt);
    const [known] = await work.find('ComplaintMonthlyReport', { period });
    if (known) return;
    const report = await work.load('ComplaintMonthlyReport', await draftMonthlyReport(work, period));
    await tell(work, await holdersOf(work, ['HR_ADMIN']), 'clock.monthlyDrafted', { period }, report);
  },
};

const reminderDays = [5, 8, 10];
const unsent = (report: RecordRow | undefined): boolean =>
  !report || report.submittedAt == null || report.state === 'RETURNED';

/** Days 5, 8 and 10: the table is not submitted yet (D1.5). */
const reminder: TimerRule = {
  kind: houseKind,
  rule: 'MONTHLY_REMIND',
  first: (work) => nextReminder(work),
  next: (work) => nextReminder(work),
  async fire(work, { dueAt }) {
    const period = monthBefore(zoneOf(work), dueAt);
    const [report] = await work.find('ComplaintMonthlyReport', { period });
    if (unsent(report))
      await tell(
        work,
        await holdersOf(work, ['HR_ADMIN']),
        'clock.monthlyReminder',
        { period },
        report ?? null,
      );
  },
};

async function nextReminder(work: Work): Promise<Date> {
  const [hour, minute] = await timeOf(work, 'monthly.remindTime');
  return nextLocal(zoneOf(work), work.now, hour, minute, ({ day }: LocalDay) => reminderDays.includes(day));
}

/** Day 11, 00:00: not submitted in time, or returned and not submitted again (R4.27); the general manager is told. */
const late: TimerRule = {
  kind: houseKind,
  rule: 'MONTHLY_LATE',
  first: (work) => nextLocal(zoneOf(work), work.now, 0, 0, ({ day }) => day === 11),
  next: (work, { dueAt }) => nextLocal(zoneOf(work), dueAt, 0, 0, ({ day }) => day === 11),
  async fire(work, { dueAt }) {
    const period = monthBefore(zoneOf(work), dueAt);
    const [report] = await work.find('ComplaintMonthlyReport', { period });
    if (!unsent(report)) return;
    if (report) await work.update('ComplaintMonthlyReport', String(report.id), { late: true });
    await tell(work, await holdersOf(work, ['GM']), 'clock.monthlyUnsent', { period }, report ?? null);
  },
};

/** Timers of the house itself. */
export const houseTimers: readonly TimerRule[] = [weekly, draft, reminder, late];
