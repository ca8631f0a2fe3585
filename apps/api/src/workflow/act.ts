import { type ActSpec, versioned } from '../commands/act-schema.js';
import type { ActInput, Command, Work } from '../commands/command.js';
import { badInput } from '../commands/errors.js';
import type { FieldSpecs } from '../graphql/schema/declare.js';
import { finishToDos } from '../notify/commands.js';
import type { Told } from '../notify/notify.js';
import type { RecordRow } from '../records/encode.js';
import { type Cleared, clear, factsOf } from './clear.js';
import type { AskerFacts, Machine } from './machine.js';

export type StepInput = ActInput &
  Readonly<Record<string, unknown>> & { readonly id: string; readonly expectedVersion: number };

/** What an act comes to: plain data, kept to answer a repeated key. */
export interface StepOutcome {
  readonly id: string;
  readonly told: readonly Told[];
}

/** What an act adds to the step that it takes. */
export interface StepParts {
  readonly note?: string | null;
  /** Changes of the record beside the state. */
  readonly changes?: RecordRow;
  readonly told?: readonly Told[];
}

/** An act of a workflow: everything that its rows in the table do not say. */
export interface WorkflowAct<State extends string, Name extends string, Facts extends AskerFacts> {
  readonly name: string;
  readonly input: FieldSpecs;
  /** Which of the act's outcomes the input asks for. */
  readonly outcome?: (input: StepInput) => string | null;
  /** What the guards ask of the input. */
  readonly given?: (work: Work, input: StepInput, row: RecordRow) => Promise<Partial<Facts>> | Partial<Facts>;
  /** Checks the input and writes the documents of the step. */
  write?(
    work: Work,
    input: StepInput,
    row: RecordRow,
    cleared: Cleared<State, Name, Facts>,
  ): Promise<StepParts>;
  /** What follows from the step for other records, once it is taken. */
  after?(work: Work, row: RecordRow): Promise<void>;
}

/**
 * The command of an act of a workflow. Whether the person may at all, as whom, and under which guards is
 * the table's, which knows more than one right and the deputies; so the runner is given none. The record
 * is locked, visible and of the version that the person saw.
 */
export function workflowCommand<State extends string, Name extends string, Facts extends AskerFacts>(
  machine: Machine<State, Name, Facts>,
  act: WorkflowAct<State, Name, Facts>,
): Command<StepInput, StepOutcome> {
  const { kind } = machine.workflow;
  return {
    name: act.name,
    permission: null,
    targets: ({ id, expectedVersion }) => [{ kind, id: String(id), expectedVersion }],
    async run(work, input) {
      const id = String(input.id);
      const row = (await work.load(kind, id)) ?? {};
      const outcome = act.outcome?.(input) ?? null;
      requireOutcome(machine, act.name, outcome);
      const given = await act.given?.(work, input, row);
      const facts = await factsOf(work, machine, row);
      const cleared = await clear(work, machine, row, act.name, outcome, facts, given);
      work.onBehalfOf(cleared.standing.principal?.staffId ?? null);
      const parts = (await act.write?.(work, input, row, cleared)) ?? {};
      await takeStep(work, machine, row, cleared, parts);
      await act.after?.(work, row);
      return { id, told: parts.told ?? [] };
    },
  };
}

/** An outcome that the table does not know is a bad input, at the field that decides it. */
function requireOutcome<State extends string, Name extends string, Facts extends AskerFacts>(
  { workflow }: Machine<State, Name, Facts>,
  act: string,
  outcome: string | null,
): void {
  if (outcome === null) return;
  const known = workflow.transitions.flatMap((row) => (row.act === act && row.when ? [row.when] : []));
  const [first] = known;
  if (!first || known.some(({ equals }) => equals === outcome)) return;
  const codes = [...new Set(known.map(({ equals }) => equals))].join(', ');
  throw badInput({ path: first.field, message: 'input.notOneOf', values: { codes } });
}

/** Moves the record, logs the step with both names (B7.7), and finishes the to-dos of the state that it left. */
export async function takeStep<State extends string, Name extends string, Facts extends AskerFacts>(
  work: Work,
  machine: Machine<State, Name, Facts>,
  row: RecordRow,
  { transition, standing }: Pick<Cleared<State, Name, Facts>, 'transition' | 'standing'>,
  parts: StepParts = {},
): Promise<void> {
  const { kind } = machine.workflow;
  const id = String(row.id);
  const from = row[machine.stateField] as State;
  const since = `${machine.stateField}Since`;
  await work.update(kind, id, {
    ...parts.changes,
    [machine.stateField]: transition.to,
    ...(since in row && from !== transition.to ? { [since]: work.now.toISOString() } : {}),
  });
  await logStep(work, machine, id, from, { transition, standing }, parts.note ?? null);
  await finishToDos(work, kind, id);
}

/** The entry in the log of a step; for records that were just created `from` is null. */
export async function logStep<State extends string, Name extends string, Facts extends AskerFacts>(
  work: Work,
  machine: Machine<State, Name, Facts>,
  id: string,
  from: State | null,
  { transition, standing }: Pick<Cleared<State, Name, Facts>, 'transition' | 'standing'>,
  note: string | null,
): Promise<void> {
  if (machine.steps === null) return;
  await work.insert(machine.steps.kind, {
    [`${machine.steps.parent}Id`]: id,
    transition: transition.id,
    act: transition.act,
    ...stepStates(machine, from, transition.to),
    note,
    byId: standing.actor.staffId,
    onBehalfOfId: standing.principal?.staffId ?? null,
    at: work.now.toISOString(),
  });
}

function stepStates(machine: { readonly stateField: string }, from: string | null, to: string): RecordRow {
  const suffix = machine.stateField.charAt(0).toUpperCase() + machine.stateField.slice(1);
  return { [`from${suffix}`]: from, [`to${suffix}`]: to };
}

/** The mutation of an act of a workflow. */
export function workflowSpec<State extends string, Name extends string, Facts extends AskerFacts>(
  machine: Machine<State, Name, Facts>,
  act: WorkflowAct<State, Name, Facts>,
): ActSpec {
  return {
    command: workflowCommand(machine, act),
    label: machine.actLabel(act.name),
    input: { ...versioned, ...act.input },
    returns: machine.workflow.kind,
    answer: (outcome: unknown) => {
      const { id: recordId, told } = outcome as StepOutcome;
      return { recordId, told };
    },
  } as ActSpec;
}
