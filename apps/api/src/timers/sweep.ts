import type { Database } from '@kehu/database/connection';
import { instantOfLocal } from '@kehu/domain/text/local-time';
import type { ActInput, Command } from '../commands/command.js';
import { storedInstant } from '../records/decode.js';
import { houseKind, type TimerRule } from './rule.js';
import { freeLease } from './timer.js';

/** Sets the timers that concern the house to their first time, where they are not set yet. */
export function setFirstHouseTimers(rules: readonly TimerRule[]): Command<ActInput, null> {
  return {
    name: 'setHouseTimers',
    permission: null,
    async run(work) {
      for (const { kind, rule, first } of rules) {
        if (kind !== houseKind || !first) continue;
        await work.sql(
          `INSERT IGNORE INTO timer (kind, record_id, rule, due_at, running, content, lease_until, failures)
           VALUES (?, 0, ?, ?, 1, '{}', ?, 0)`,
          [kind, rule, storedInstant(await first(work)), freeLease],
        );
      }
      return null;
    },
  };
}

interface Source {
  readonly kind: string;
  readonly rule: string;
  readonly table: string;
  /** Of the record `r`: a column, or what SQL makes of columns. */
  readonly due: string;
  /** The due column holds a day: due at this hour of it, local time. */
  readonly hour?: number;
  readonly open: string;
}

const sources: readonly Source[] = [
  {
    kind: 'DepartmentTask',
    rule: 'DUE',
    table: 'department_task',
    due: 'r.due_at',
    open: "r.state IN ('OPEN', 'ACCEPTED')",
  },
  {
    kind: 'AssignedTask',
    rule: 'DUE',
    table: 'assigned_task',
    due: 'r.due_at',
    open: "r.state IN ('OPEN', 'ACCEPTED', 'RETURNED')",
  },
  {
    kind: 'PreventiveAction',
    rule: 'DONE',
    table: 'preventive_action',
    due: 'r.due_on',
    hour: 24,
    open: 'r.done_at IS NULL',
  },
  {
    kind: 'PreventiveAction',
    rule: 'CHECK',
    table: 'preventive_action',
    due: 'r.check_on',
    hour: 9,
    open: 'r.checked_at IS NULL',
  },
  {
    kind: 'Contract',
    rule: 'RENEWAL',
    table: 'contract',
    due: 'r.ends_on - INTERVAL r.renewal_days DAY',
    hour: 9,
    open: "r.state = 'ACTIVE'",
  },
  {
    kind: 'Contract',
    rule: 'EXPIRY',
    table: 'contract',
    due: 'r.ends_on',
    hour: 24,
    open: "r.state = 'ACTIVE'",
  },
];

/** Most records of one kind that one sweep gives timers to. */
const most = 500;

/**
 * Gives timers to open tasks and measures that have none or whose due time was changed, whichever way
 * they came in. One statement per kind, and a line only for what is new.
 */
export async function armMissing(database: Database, zone: string): Promise<void> {
  for (const { kind, rule, table, due, hour, open } of sources) {
    const day = hour !== undefined;
    const rows = await database.query<{ id: string; due: string }>(
      `SELECT r.id, ${due} AS due FROM ${table} r
       LEFT JOIN timer t ON t.kind = ? AND t.record_id = r.id AND t.rule = ?
       WHERE ${open} AND (t.record_id IS NULL OR ${
         day
           ? `JSON_VALUE(t.content, '$.day') <> CAST(${due} AS CHAR)`
           : `t.running = 0 OR JSON_VALUE(t.content, '$.dueAt') <> CAST(${due} AS CHAR)`
       }) LIMIT ${most}`,
      [kind, rule],
    );
    for (const { id, due: text } of rows) {
      const at = day ? storedInstant(dayAt(zone, text, hour)) : text;
      const content = JSON.stringify(day ? { day: text } : { dueAt: text });
      await database.change(
        `INSERT INTO timer (kind, record_id, rule, due_at, running, content, lease_until, failures)
         VALUES (?, ?, ?, ?, 1, ?, ?, 0)
         ON DUPLICATE KEY UPDATE due_at = ?, running = 1, content = ?, lease_until = ?`,
        [kind, id, rule, at, content, freeLease, at, content, freeLease],
      );
    }
  }
}

function dayAt(zone: string, text: string, hour: number): Date {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  return hour === 24
    ? instantOfLocal(zone, { year, month, day: day + 1 })
    : instantOfLocal(zone, { year, month, day }, hour);
}
