import type { Role } from '@kehu/domain/access/roles';
import type { Label } from '@kehu/domain/catalogue/labels';
import type { Guard } from '@kehu/domain/workflow/guard';
import type { Transition, Workflow } from '@kehu/domain/workflow/workflow';
import type { MessageKey } from '../commands/messages.js';
import type { RecordRow } from '../records/encode.js';
import type { FactSource } from '../records/source.js';

/** What every workflow's guards know of whoever asks and of where the transition leads. */
export interface AskerFacts<State extends string = string> {
  /** The person, and in whose name (B7.7: the rules hold for both). */
  readonly actorIds: readonly string[];
  /** Roles by which the act is done. */
  readonly actorRoles: readonly Role[];
  readonly target: State;
  /** The day of the act in the organisation's zone. */
  readonly today: string;
}

/** Facts of a record before anybody asks. */
export type RecordFacts<Facts> = Omit<Facts, keyof AskerFacts>;

/**
 * Everything by which the house runs a workflow that a table of the domain describes: which kind, its
 * guards, how the facts for them are read, and where its steps are logged.
 */
export interface Machine<State extends string, Name extends string, Facts extends AskerFacts> {
  readonly workflow: Workflow<State, Name>;
  /** The field that holds the state. */
  readonly stateField: string;
  readonly stateLabel: (state: State) => Label;
  readonly actLabel: (act: string) => Label;
  readonly guards: Readonly<Record<Name, Guard<Facts, MessageKey>>>;
  /** Facts of several records, read together: their number of statements does not grow with the records. */
  readonly facts: (
    source: FactSource,
    rows: readonly RecordRow[],
  ) => Promise<ReadonlyMap<string, RecordFacts<Facts>>>;
  /** Where each step is logged; null when the record itself says enough. */
  readonly steps: { readonly kind: string; readonly parent: string } | null;
  /** Kinds of which the record has some, as `requires` of the table asks. */
  readonly documents: (facts: RecordFacts<Facts>) => readonly string[];
}

/** A machine whose particular types do not matter to whoever holds it. */
// biome-ignore lint/suspicious/noExplicitAny: guards are contravariant in their facts, so no narrower type holds all machines.
export type AnyMachine = Machine<any, any, any>;

/** Rows of the table that an act may take from a state, whatever its outcome. */
export function transitionsOf<State extends string, Name extends string>(
  { transitions }: Workflow<State, Name>,
  act: string,
  state: State | null,
): readonly Transition<State, Name>[] {
  return transitions.filter(
    (row) => row.act === act && (state === null ? row.from.length === 0 : row.from.includes(state)),
  );
}
