import { label } from '@kehu/domain/catalogue/labels';
import { settingAt } from '@kehu/domain/complaints/settings-defaults';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { daysLater, instantOfLocal, localDay, nextLocal } from '@kehu/domain/text/local-time';
import { holdersOf } from '../access/role-holders.js';
import type { Work } from '../commands/command.js';
import { settingOverrides } from '../departments/complaints/clock/settings.js';
import { storedInstant } from '../records/decode.js';
import { marks } from '../records/marks.js';
import { houseKind, type TimerRule } from '../timers/rule.js';
import { notify } from './notify.js';

const soonMs = 48 * 3_600_000;
/** Departments that the brief names. */
const named = 3;

async function nextBrief(work: Work): Promise<Date> {
  const { value } = settingAt(await settingOverrides(work), 'messages.briefTime', 'GENERAL', work.now);
  const [hour = 8, minute = 30] = value.split(':').map(Number);
  return nextLocal(work.context.organisation.zone, work.now, hour, minute);
}

/** The five numbers of a morning, without the cases that are about the reader himself (B7.2). */
async function numbersFor(work: Work, staffId: string): Promise<Readonly<Record<string, number>>> {
  const { zone } = work.context.organisation;
  const today = localDay(zone, work.now);
  const open = `state NOT IN (${marks(endedStates)})`;
  const [row] = await work.rows<Readonly<Record<string, string | null>>>(
    `SELECT SUM(${open}) AS open, SUM(${open} AND breached = 1) AS breached,
       SUM(${open} AND due_at >= ? AND due_at < ?) AS coming,
       SUM(received_at >= ? AND received_at < ?) AS received,
       SUM(${open} AND severity = 'SEVERE') AS severe
     FROM complaint WHERE (complained_staff_id IS NULL OR complained_staff_id <> ?)`,
    [
      ...endedStates,
      ...endedStates,
      ...endedStates,
      storedInstant(work.now),
      storedInstant(new Date(work.now.getTime() + soonMs)),
      storedInstant(instantOfLocal(zone, daysLater(today, -1))),
      storedInstant(instantOfLocal(zone, today)),
      ...endedStates,
      staffId,
    ],
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value ?? 0)]));
}

/** The departments on whose desks most open cases lie, with how many. */
async function fullestDesks(work: Work, staffId: string): Promise<string> {
  const rows = await work.rows<{ name: string; n: string }>(
    `SELECT d.name, COUNT(*) AS n FROM complaint c
       LEFT JOIN staff s ON s.id = c.desk_id
       JOIN department d ON d.id = COALESCE(s.department_id, c.desk_department_id)
     WHERE c.state NOT IN (${marks(endedStates)}) AND (c.complained_staff_id IS NULL OR c.complained_staff_id <> ?)
     GROUP BY d.id, d.name ORDER BY n DESC, d.id LIMIT ${named}`,
    [...endedStates, staffId],
  );
  return rows.map(({ name, n }) => `${name} ${n}`).join(' · ');
}

/**
 * The general manager's brief each morning: five numbers, and three names, those of the departments whose
 * desks are fullest: no person's, so that the same words may leave the house. By the timers, so once.
 */
export const morningBrief: TimerRule = {
  kind: houseKind,
  rule: 'MORNING_BRIEF',
  first: nextBrief,
  next: nextBrief,
  async fire(work) {
    for (const staffId of await holdersOf(work, ['GM'])) {
      const names = (await fullestDesks(work, staffId)) || label('无', '無', 'nobody');
      await notify(work, {
        to: [staffId],
        message: 'notify.brief',
        content: { ...(await numbersFor(work, staffId)), names },
        weight: 'INFO',
        kind: null,
        recordId: null,
        recordNo: null,
        outside: 'SINGLE',
      });
    }
  },
};
