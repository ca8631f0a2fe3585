import type { Actor } from '@kehu/domain/access/actor';
import type { Action } from '@kehu/domain/access/permission';
import type { RequestContext } from '../context.js';
import type { RecordRow } from '../records/encode.js';

/** A record that a command acts on; read through the reader's row policy and locked. */
export interface Target {
  readonly kind: string;
  readonly id: string;
  /** The version that the person saw; another one is a CONFLICT. */
  readonly expectedVersion: number | null;
}

/**
 * One business act: what it needs and what it does. The runner gives every command the same
 * safety, so that none can forget it: permission, target, version, idempotency key, one transaction,
 * audit, change feed, retry.
 */
export interface Command<Input, Outcome> {
  /** `updateCustomer`: the mutation, the audit entry's action, the scope of idempotency keys. */
  readonly name: string;
  /** What the actor must be permitted; null for acts on oneself (own password, own views). */
  readonly permission: { readonly subject: string; readonly action: Action } | null;
  /** The records acted on; none for creations. An absent or invisible one is NOT_FOUND. */
  targets?(input: Input, actor: Actor): readonly Target[];
  /** Throws `RuleViolation` or `BadInput`; changes through `work` only. */
  run(work: Work, input: Input): Promise<Outcome>;
}

/** The transaction as a command sees it: every change through it is audited and fed to the change feed. */
export interface Work {
  readonly context: RequestContext;
  readonly actor: Actor;
  /** The instant of the act; the same for everything that it writes. */
  readonly now: Date;
  /** Current values of a target or of any record, decoded, locked; null when absent. Not masked: for rules only. */
  load(kind: string, id: string): Promise<RecordRow | null>;
  /** Rows of a kind matching plain column equality; for rules only. */
  find(kind: string, where: Readonly<Record<string, string | number | boolean | null>>): Promise<RecordRow[]>;
  /** Inserts with a new id, version 1 and the act's time; returns the id. */
  insert(kind: string, row: RecordRow): Promise<string>;
  /** Changes a record and its version; audits before → after of what changed. */
  update(kind: string, id: string, changes: RecordRow): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
  /** The next number of a sequence that people read, from a locked row: `KH-000123`. */
  nextNumber(sequence: string): Promise<number>;
  /** Why the act is done; goes into its audit entries. */
  reason(text: string): void;
}
