import { type DeadlineName, momentRules, otherDeadlines, stepRules } from '@kehu/domain/complaints/deadlines';
import type { deadlineEvent } from '@kehu/domain/platform/deadlines';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';

export interface LedgerEntry {
  readonly rule: DeadlineName;
  readonly event: (typeof deadlineEvent.codes)[number];
  readonly dueAt: Date;
  /** Version of the rule: 0 the default, n the organisation's n-th value of the setting. */
  readonly version?: number;
  /** The act or moment that it was counted from. */
  readonly startedBy?: string | null;
  readonly reason?: string | null;
}

const articles: Readonly<Record<string, { readonly article: string }>> = {
  ...stepRules,
  ...momentRules,
  ...otherDeadlines,
};

/** The article that sets a deadline. */
export function articleOf(rule: DeadlineName): string {
  return articles[rule]?.article ?? 'R4.26';
}

/** Writes a line into the ledger of a case's deadlines 期限台账. */
export async function enterDeadline(work: Work, complaintId: unknown, entry: LedgerEntry): Promise<void> {
  const { rule, event, dueAt, version = 0, startedBy = null, reason = null } = entry;
  await work.insert('DeadlineEntry', {
    complaintId: String(complaintId),
    rule,
    article: articleOf(rule),
    ruleVersion: version,
    event,
    startedBy,
    dueAt: dueAt.toISOString(),
    at: work.now.toISOString(),
    byId: work.actor.via === 'system' || work.actor.via === 'operator' ? null : work.actor.staffId,
    reason,
  });
}

/**
 * What should have come and did not: on record once for each due time, with whoever should have seen to it.
 * Answers whether this was the first time.
 */
export async function enterMissing(
  work: Work,
  complaint: RecordRow,
  rule: DeadlineName,
  dueAt: Date,
  ownerId: string | null,
): Promise<boolean> {
  const open = await work.find('MissingEntry', { complaintId: String(complaint.id), rule });
  if (open.some((entry) => new Date(String(entry.dueAt)).getTime() === dueAt.getTime())) return false;
  await work.insert('MissingEntry', {
    complaintId: String(complaint.id),
    rule,
    article: articleOf(rule),
    ownerId,
    departmentId: complaint.deskDepartmentId ?? null,
    dueAt: dueAt.toISOString(),
  });
  return true;
}

/**
 * It came after all: the silence stays on record, with the time at which it was made up. Where a case may
 * have several of a rule, `dueAt` says which.
 */
export async function makeUpMissing(
  work: Work,
  complaintId: unknown,
  rule: DeadlineName,
  dueAt?: Date,
): Promise<void> {
  for (const entry of await work.find('MissingEntry', {
    complaintId: String(complaintId),
    rule,
    madeUpAt: null,
  })) {
    if (dueAt && new Date(String(entry.dueAt)).getTime() !== dueAt.getTime()) continue;
    await work.update('MissingEntry', String(entry.id), { madeUpAt: work.now.toISOString() });
  }
}
