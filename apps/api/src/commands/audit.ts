import { createHmac } from 'node:crypto';
import type { Queryable } from '@kehu/database/connection';
import type { Actor } from '@kehu/domain/access/actor';
import { maskValue } from '@kehu/domain/access/masks';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { storedInstant } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import { canonical } from './canonical.js';

/** Who did what to which record, with the masked values before and after. */
export interface AuditFacts {
  readonly at: Date;
  readonly actorId: string | null;
  readonly via: Actor['via'];
  /** In whose name, under a delegation. */
  readonly onBehalfOfId?: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** The whole that the record is part of; the record itself unless given. */
  readonly whole?: { readonly entity: string; readonly entityId: string };
  readonly before?: RecordRow | null;
  readonly after?: RecordRow | null;
  readonly ip: string | null;
  readonly reason?: string | null;
  readonly requestId: string | null;
}

/** The values of an entry that its check value covers, in the order in which they are covered. */
export const coveredColumns = [
  'id',
  'at',
  'actor_id',
  'actor_via',
  'on_behalf_of_id',
  'action',
  'entity',
  'entity_id',
  'whole_entity',
  'whole_id',
  'before',
  'after',
  'ip',
  'reason',
  'request_id',
] as const;

export type CoveredColumn = (typeof coveredColumns)[number];

/**
 * The check value of an entry, from its columns as they are stored. Whoever can write to the database but
 * does not have the server's key can neither make an entry nor change one. The sequence is left out:
 * the database counts it, and `audit verify` looks for gaps.
 */
export function macOf(secret: Buffer, row: Readonly<Record<CoveredColumn, unknown>>): string {
  const values = coveredColumns.map((column) => {
    const value = row[column];
    if (value === null || value === undefined) return null;
    if (column === 'before' || column === 'after')
      return typeof value === 'string' ? JSON.parse(value) : value;
    return String(value);
  });
  return createHmac('sha256', secret)
    .update(`entry\0${canonical(values)}`)
    .digest('hex');
}

/**
 * Writes an audit entry in the act's own transaction. Its sequence is the next one of the record; two
 * transactions that take the same one meet at the unique key `audit_entry_sequence`, and the later one
 * runs again. The chain is added afterwards by the sealer, so that acts need not wait for each other.
 */
export async function writeAudit(
  work: Queryable,
  secret: Buffer,
  id: string,
  facts: AuditFacts,
): Promise<void> {
  const row: Record<CoveredColumn, string | null> = {
    id,
    at: storedInstant(facts.at),
    actor_id: facts.actorId,
    actor_via: facts.via,
    on_behalf_of_id: facts.onBehalfOfId ?? null,
    action: facts.action,
    entity: facts.entity,
    entity_id: facts.entityId,
    whole_entity: facts.whole?.entity ?? facts.entity,
    whole_id: facts.whole?.entityId ?? facts.entityId,
    before: jsonOrNull(facts.before),
    after: jsonOrNull(facts.after),
    ip: facts.ip?.slice(0, 45) ?? null,
    reason: facts.reason ?? null,
    request_id: facts.requestId?.slice(0, 40) ?? null,
  };
  await work.change(
    `INSERT INTO audit_entry (${coveredColumns.map((column) => `\`${column}\``).join(', ')}, mac, created_at, updated_at, version, sequence)
     SELECT ${coveredColumns.map(() => '?').join(', ')}, ?, ?, ?, 1, COALESCE(MAX(sequence), 0) + 1
     FROM audit_entry WHERE entity = ? AND entity_id = ?`,
    [
      ...coveredColumns.map((column) => row[column]),
      macOf(secret, row),
      row.at,
      row.at,
      facts.entity,
      facts.entityId,
    ],
  );
}

/** Whether a transaction failed only because another one took the record's next sequence. */
export function isSequenceTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error as { errno?: number }).errno === 1062 &&
    error.message.includes('audit_entry_sequence')
  );
}

/** Fields that say nothing about what a person did. */
const unspoken: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'version']);

/** The given fields of a row as the audit trail keeps them: identifiers masked, business secrets only as changed. */
export function forAudit(kind: Kind, row: RecordRow): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (unspoken.has(name)) continue;
    const field = kind.fields[name];
    if (value === null || field?.is !== 'column') shown[name] = value ?? null;
    else if (field.protection === 'identifier')
      shown[name] = maskValue(field.mask ?? 'handle', String(value));
    else if (field.protection === 'secret') shown[name] = '***';
    else shown[name] = value;
  }
  return shown;
}

/** What of the new values differs from the old ones; both sides by the same names. */
export function difference(
  before: RecordRow,
  changes: RecordRow,
): { before: RecordRow; after: RecordRow } | null {
  const old: Record<string, unknown> = {};
  const fresh: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) {
    if (unspoken.has(name) || alike(before[name], value)) continue;
    old[name] = before[name] ?? null;
    fresh[name] = value ?? null;
  }
  return Object.keys(fresh).length > 0 ? { before: old, after: fresh } : null;
}

/** The same value, also when one side writes `1.50` and the other `1.5`. */
function alike(one: unknown, other: unknown): boolean {
  if (one === other || (one == null && other == null)) return true;
  if (typeof one === 'object' || typeof other === 'object')
    return JSON.stringify(one) === JSON.stringify(other);
  const numbers = /^-?\d+(\.\d+)?$/;
  if (!numbers.test(String(one)) || !numbers.test(String(other))) return false;
  return trimmed(String(one)) === trimmed(String(other));
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function jsonOrNull(row: RecordRow | null | undefined): string | null {
  return row && Object.keys(row).length > 0 ? JSON.stringify(row) : null;
}
