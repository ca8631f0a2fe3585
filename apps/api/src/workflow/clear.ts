import type { Actor } from '@kehu/domain/access/actor';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { dayIn } from '@kehu/domain/text/dates';
import { brokenGuards } from '@kehu/domain/workflow/guard';
import type { Transition } from '@kehu/domain/workflow/workflow';
import type { Loader } from '../access/row-filter.js';
import type { Work } from '../commands/command.js';
import { type ActError, forbidden, ruleViolation } from '../commands/errors.js';
import type { MessageKey } from '../commands/messages.js';
import type { RecordRow } from '../records/encode.js';
import { sourceOf } from '../records/source.js';
import type { AskerFacts, Machine, RecordFacts } from './machine.js';
import { transitionsOf } from './machine.js';
import { mayAtAll, type Standing, standingFor } from './standing.js';

/** Why a transition may not be taken. */
export type Hindrance =
  | { readonly why: 'noRight' }
  | { readonly why: 'state' }
  | { readonly why: 'guard'; readonly message: MessageKey; readonly article: string }
  | { readonly why: 'document'; readonly document: string; readonly article: string };

/** A transition that may be taken, in whose name, and everything that was read for it. */
export interface Cleared<State extends string, Name extends string, Facts> {
  readonly transition: Transition<State, Name>;
  readonly standing: Standing;
  readonly facts: Facts;
}

export type Ruling<State extends string, Name extends string, Facts> =
  | { readonly cleared: Cleared<State, Name, Facts>; readonly hindrance: null }
  | {
      readonly cleared: null;
      readonly hindrance: Hindrance;
      readonly transition: Transition<State, Name> | null;
    };

/** What an act is asked with. */
export interface Asked<State extends string, Facts> {
  readonly act: string;
  /** Which of the act's outcomes; null while only a button is drawn, or where there is one. */
  readonly outcome: string | null;
  /** Null for the act that creates the record. */
  readonly row: RecordRow | null;
  readonly state: State | null;
  readonly facts: RecordFacts<Facts>;
  /** What the act's input adds to the facts. */
  readonly given?: Partial<Facts>;
  readonly actor: Actor;
  readonly load: Loader;
  readonly today: string;
  /** A button that is only drawn does not ask what the form will bring. */
  readonly drawing?: true;
}

/**
 * Whether an act may be done on a record: finds its rows for where the record stands and the outcome,
 * chooses the branch whose routing guards hold, and asks right, guards and documents in this order. The
 * same answer serves the act, which throws it, and the button, which shows it. Writes nothing.
 */
export async function rule<State extends string, Name extends string, Facts extends AskerFacts>(
  machine: Machine<State, Name, Facts>,
  asked: Asked<State, Facts>,
): Promise<Ruling<State, Name, Facts>> {
  const kind = kindNamed(machine.workflow.kind);
  const rows = transitionsOf(machine.workflow, asked.act, asked.state).filter(
    ({ when }) => asked.outcome === null || !when || when.equals === asked.outcome,
  );
  const [first = null] = rows;
  let hindrance: Hindrance = { why: 'state' };
  let hindered: Transition<State, Name> | null = first;
  for (const transition of rows) {
    const standing = await standingFor(kind, transition, asked.row, asked.actor, asked.load);
    if (!standing) {
      if (hindrance.why === 'state') hindrance = { why: 'noRight' };
      continue;
    }
    const facts = withAsker(asked, standing, transition.to);
    const names = asked.drawing
      ? transition.guards.filter((name) => !machine.guards[name].asksInput)
      : transition.guards;
    const broken = brokenGuards(machine.guards, names, facts);
    // A branch that is not this record's: the refusal is another branch's.
    if (broken.some(({ name }) => machine.guards[name].routes)) continue;
    const missing = transition.requires.find((name) => !machine.documents(facts).includes(name));
    const [guard] = broken;
    if (!guard && !missing) return { cleared: { transition, standing, facts }, hindrance: null };
    hindered = transition;
    hindrance = guard
      ? { why: 'guard', message: guard.message, article: guard.article }
      : { why: 'document', document: missing ?? '', article: transition.article };
  }
  return { cleared: null, hindrance, transition: hindered };
}

function withAsker<State extends string, Facts extends AskerFacts>(
  { facts, given, today }: Asked<State, Facts>,
  { actor, principal, roles }: Standing,
  target: State,
): Facts {
  const asker: AskerFacts<State> = {
    actorIds: [actor.staffId, ...(principal ? [principal.staffId] : [])],
    actorRoles: roles,
    target,
    today,
  };
  // The facts of the record, of the input and of the asker are together what the guards' type names.
  return { ...facts, ...given, ...asker } as unknown as Facts;
}

/**
 * Clears an act in its transaction. Throws FORBIDDEN without a right that reaches the record (also where
 * the state stands against it, so that nothing is learnt), RULE_VIOLATION with the article otherwise.
 */
export async function clear<State extends string, Name extends string, Facts extends AskerFacts>(
  work: Work,
  machine: Machine<State, Name, Facts>,
  row: RecordRow | null,
  act: string,
  outcome: string | null,
  facts: RecordFacts<Facts>,
  given?: Partial<Facts>,
): Promise<Cleared<State, Name, Facts>> {
  const state = row === null ? null : (row[machine.stateField] as State);
  const ruling = await rule(machine, {
    act,
    outcome,
    row,
    state,
    facts,
    ...(given ? { given } : {}),
    actor: work.actor,
    load: work.loader,
    today: dayIn(work.context.organisation.zone, work.now),
  });
  if (ruling.cleared) return ruling.cleared;
  throw await refusal(work, machine, row, act, ruling.hindrance);
}

async function refusal<State extends string, Name extends string, Facts extends AskerFacts>(
  work: Work,
  machine: Machine<State, Name, Facts>,
  row: RecordRow | null,
  act: string,
  hindrance: Hindrance,
): Promise<ActError> {
  const { language } = work.context;
  if (hindrance.why === 'noRight') return forbidden();
  if (hindrance.why === 'guard') return ruleViolation(hindrance.message, hindrance.article);
  if (hindrance.why === 'document')
    return ruleViolation('guard.documentMissing', hindrance.article, {
      document: kindNamed(hindrance.document).label[language],
    });
  const rows = machine.workflow.transitions.filter((transition) => transition.act === act);
  const kind = kindNamed(machine.workflow.kind);
  for (const transition of rows) {
    if (!mayAtAll(kind, transition, work.actor)) continue;
    if (!(await standingFor(kind, transition, row, work.actor, work.loader))) continue;
    return ruleViolation('workflow.wrongState', transition.article, {
      state: row === null ? '' : machine.stateLabel(row[machine.stateField] as State)[language],
    });
  }
  return forbidden();
}

/** Facts of one record within its act. */
export async function factsOf<State extends string, Name extends string, Facts extends AskerFacts>(
  work: Work,
  machine: Machine<State, Name, Facts>,
  row: RecordRow,
): Promise<RecordFacts<Facts>> {
  const found = (await machine.facts(sourceOf(work), [row])).get(String(row.id));
  if (!found) throw new Error(`No facts of ${machine.workflow.kind} ${String(row.id)} were read.`);
  return found;
}
