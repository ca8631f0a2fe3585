import type { Actor } from '@kehu/domain/access/actor';
import type { Action } from '@kehu/domain/access/permission';
import type { Loader } from '../access/row-filter.js';
import type { RequestContext } from '../context.js';
import type { RecordRow } from '../records/encode.js';
import type { ActError } from './errors.js';

/** A record that a command acts on; it must be visible to the person and is locked. */
export interface Target {
  readonly kind: string;
  readonly id: string;
  /** The version that the person saw; another one is a CONFLICT. Null where no version is asked. */
  readonly expectedVersion: number | null;
  /** `act` (default): the command's permission must reach it. `see`: it is only referred to. */
  readonly reach?: 'act' | 'see';
  /** Where the id stands in the input; an invisible record that is only referred to is a bad input there. */
  readonly path?: string;
}

export interface Right {
  readonly subject: string;
  readonly action: Action;
}

/** What every input of an act may carry. */
export interface ActInput {
  /** The same key for the same act of the same person answers the same outcome, for at least a day. */
  readonly idempotencyKey?: string | null;
}

/**
 * One business act: what it needs and what it does. The runner gives every command the same
 * safety, so that none can forget it: permission, target, version, idempotency key, one transaction,
 * audit, change feed, retry. An outcome is plain data: it is kept to answer a repeated key.
 */
export interface Command<Input extends ActInput, Outcome> {
  /** `updateCustomer`: the mutation, the audit entry's action, the scope of idempotency keys. */
  readonly name: string;
  /** What the actor must be permitted; null for acts on oneself (own password, own views). */
  readonly permission: Right | null;
  /** A deputy may do it by the rights of whom he stands in for; `run` says in whose name (B7.7). */
  readonly deputies?: true;
  /** The records acted on; none for creations. An absent or invisible one is NOT_FOUND. */
  targets?(input: Input, actor: Actor): readonly Target[];
  /** What to answer when the target changed since the person saw it; the plain conflict unless given. */
  stale?(work: Work, row: RecordRow, expectedVersion: number): Promise<ActError>;
  /** Throws `ActError`; changes through `work` only. May run more than once. */
  run(work: Work, input: Input): Promise<Outcome>;
  /** What of the outcome is kept for a repeated key, when not all of it may be (secrets). */
  kept?(outcome: Outcome): Outcome;
}

/** The transaction as a command sees it: every change through it is audited and fed to the change feed. */
export interface Work {
  readonly context: RequestContext;
  readonly actor: Actor;
  /** The instant of the act; the same for everything that it writes. */
  readonly now: Date;
  /** Current values of a target or of any record, decoded, locked; null when absent. Not masked: for rules only. */
  load(kind: string, id: string): Promise<RecordRow | null>;
  /** The same without a lock: for what the rules only look at. */
  peek(kind: string, id: string): Promise<RecordRow | null>;
  /** Rows of a kind matching plain column equality, at most 1000; for rules only. */
  find(kind: string, where: Readonly<Record<string, string | number | boolean | null>>): Promise<RecordRow[]>;
  count(kind: string, where: Readonly<Record<string, string | number | boolean | null>>): Promise<number>;
  /** Inserts with a new id, version 1 and the act's time; returns the id. */
  insert(kind: string, row: RecordRow): Promise<string>;
  /** Changes a record and its version; audits before → after of what changed. Nothing differs: nothing happens. */
  update(kind: string, id: string, changes: RecordRow): Promise<boolean>;
  /** Raises the version of a whole of which a part changed. */
  touch(kind: string, id: string): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
  /** The next number of a sequence that people read, from a locked row. */
  nextNumber(sequence: string): Promise<number>;
  /** In whose name the act is done (B7.7); goes into its audit entries beside the actor. */
  onBehalfOf(staffId: string | null): void;
  /** Why the act is done; goes into its audit entries. */
  reason(text: string | null): void;
  /** An audit entry of its own, for acts that change no record of the catalogue (a password, a session). */
  note(kind: string, id: string, after?: RecordRow): void;
  /** Records and their parts as row rules look into them. */
  readonly loader: Loader;
  /** Whether a further right of the actor, or of another person, reaches a record as it stands in `row`. */
  reaches(right: Right, kind: string, row: RecordRow, by?: Actor): Promise<boolean>;
  /** Whether the actor sees a record; for references of an input. */
  sees(kind: string, id: string): Promise<boolean>;
  /** A statement on the act's own connection, for tables that are no kind of record. */
  sql(statement: string, values: readonly (string | number | Buffer | null)[]): Promise<number>;
  rows<Row>(statement: string, values: readonly (string | number | Buffer | null)[]): Promise<Row[]>;
}
