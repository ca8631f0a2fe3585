import type { Role } from '../access/roles.js';

/** The right that an act needs, as the permission matrices name it. */
export interface TransitionRight {
  readonly subject: string;
  readonly action: 'CREATE' | 'UPDATE' | 'APPROVE' | 'PERFORM';
}

/**
 * One row of a workflow table: which act brings a record from which states to which, by whom, under
 * which guards, with which document, within which limit, and after which article. Everything that
 * enforces, shows, explains or tests a workflow reads it from here.
 */
export interface Transition<State extends string, Guard extends string, Counter extends string = string> {
  /** Its number in the dossier: `7a`. */
  readonly id: string;
  /** The mutation that performs it. */
  readonly act: string;
  /** Which of the act's outcomes this is, where it has several: `{ field: 'decision', equals: 'ACCEPT' }`. */
  readonly when?: { readonly field: string; readonly equals: string };
  /** Empty for the transition that creates the record. */
  readonly from: readonly State[];
  readonly to: State;
  /** Only for records that take one of these procedures; all when left out. */
  readonly procedures?: readonly string[];
  readonly by: readonly Role[];
  /** Any of these opens the act; the scope of the right must reach the record. */
  readonly rights: readonly TransitionRight[];
  readonly guards: readonly Guard[];
  /** Kinds of document that must exist before, and that the act writes. */
  readonly requires: readonly string[];
  readonly writes: readonly string[];
  /** Name of the deadline under which the act stands; null without one. */
  readonly limit: string | null;
  /** The counter of the record that the step raises; none when left out. */
  readonly counts?: Counter;
  readonly article: string;
  /** Taken by an act on a record of this kind, not by one of its own: `Shipment`. */
  readonly effectOf?: string;
}

export interface Workflow<State extends string, Guard extends string> {
  readonly kind: string;
  readonly states: readonly State[];
  readonly ended: readonly State[];
  readonly transitions: readonly Transition<State, Guard>[];
}

/**
 * What is wrong with a workflow table: states that cannot be reached, states from which no end can
 * be, numbers used twice, unknown states. Checked when the API starts; an empty list is a sound table.
 */
export function workflowProblems<State extends string, Guard extends string>(
  workflow: Workflow<State, Guard>,
): string[] {
  const { states, ended, transitions, kind } = workflow;
  const problems: string[] = [];
  const known = new Set<string>(states);
  const seen = new Set<string>();
  for (const { id, from, to, by, article } of transitions) {
    if (seen.has(id)) problems.push(`${kind}: transition ${id} stands twice.`);
    seen.add(id);
    for (const state of [...from, to]) {
      if (!known.has(state)) problems.push(`${kind}: transition ${id} names ${state}, which is no state.`);
    }
    if (by.length === 0) problems.push(`${kind}: transition ${id} has nobody to perform it.`);
    if (article === '') problems.push(`${kind}: transition ${id} names no article.`);
  }
  const begun = transitions.filter(({ from }) => from.length === 0).map(({ to }) => to);
  const reached = spread(begun, (state) =>
    transitions.filter((t) => t.from.includes(state)).map((t) => t.to),
  );
  const ending = spread(ended, (state) => transitions.filter((t) => t.to === state).flatMap((t) => t.from));
  for (const state of states) {
    if (!reached.has(state)) problems.push(`${kind}: ${state} cannot be reached.`);
    if (!ending.has(state)) problems.push(`${kind}: no end can be reached from ${state}.`);
  }
  return problems;
}

function spread<State>(start: readonly State[], next: (state: State) => readonly State[]): Set<State> {
  const found = new Set(start);
  // A set grows while it is walked, so that every state is taken once.
  for (const state of found) for (const further of next(state)) found.add(further);
  return found;
}
