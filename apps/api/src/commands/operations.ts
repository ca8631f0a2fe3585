import { createHmac } from 'node:crypto';
import type { Queryable } from '@kehu/database/connection';
import { storedInstant } from '../records/decode.js';
import { canonical } from './canonical.js';
import { ActError } from './errors.js';

/** One act by one person under one key. */
export interface Operation {
  readonly staffId: string;
  readonly act: string;
  readonly key: string;
  readonly inputHash: Buffer;
}

interface OperationColumns {
  readonly input_hash: Buffer;
  readonly outcome: string;
}

/**
 * What an input is recognised by. Keyed, since an input may hold a password that could be guessed from
 * a plain hash; the key itself is left out, and the order of fields does not matter.
 */
export function inputHash(secret: Buffer, input: object): Buffer {
  const { idempotencyKey: _, ...rest } = input as Record<string, unknown>;
  return createHmac('sha256', secret)
    .update(`operation\0${canonical(rest)}`)
    .digest();
}

/**
 * Takes the key for this transaction, or answers what came of it before. A second transaction with
 * the same key waits here for the first one. Throws CONFLICT when the key was used with other input.
 */
export async function claimOperation(
  work: Queryable,
  operation: Operation,
  now: Date,
): Promise<{ readonly value: unknown } | null> {
  const { affectedRows } = await work.change(
    "INSERT IGNORE INTO operation (staff_id, act, op_key, input_hash, outcome, at) VALUES (?, ?, ?, ?, '', ?)",
    [operation.staffId, operation.act, operation.key, operation.inputHash, storedInstant(now)],
  );
  return affectedRows === 1 ? null : ((await findOperation(work, operation)) ?? null);
}

/** What an operation came to; undefined when it is not in the database. */
export async function findOperation(
  database: Queryable,
  operation: Operation,
): Promise<{ readonly value: unknown } | undefined> {
  const [row] = await database.query<OperationColumns>(
    'SELECT input_hash, outcome FROM operation WHERE staff_id = ? AND act = ? AND op_key = ?',
    [operation.staffId, operation.act, operation.key],
  );
  if (!row) return undefined;
  if (!operation.inputHash.equals(row.input_hash)) throw new ActError('CONFLICT', 'act.keyReused');
  return { value: JSON.parse(row.outcome) };
}

/** Writes down what the act came to, in its own transaction. */
export async function keepOutcome(work: Queryable, operation: Operation, outcome: unknown): Promise<void> {
  await work.change('UPDATE operation SET outcome = ? WHERE staff_id = ? AND act = ? AND op_key = ?', [
    JSON.stringify(outcome ?? null),
    operation.staffId,
    operation.act,
    operation.key,
  ]);
}
