import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { type ComplaintActName, complaintActLabel } from '@kehu/domain/complaints/act-labels';
import type { GivenFacts } from '@kehu/domain/complaints/case-facts';
import { isOurFault } from '@kehu/domain/complaints/fault';
import { cleanText } from '@kehu/domain/text/clean';
import { type ActSpec, versioned } from '../../../commands/act-schema.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import type { RecordRow } from '../../../records/encode.js';
import { staleCase } from '../case/stale-case.js';
import { type Cleared, clearStep, type NextStep, type Step, takeStep } from '../case/take-step.js';

export type CaseInput = ActInput &
  Readonly<Record<string, unknown>> & { readonly id: string; readonly expectedVersion: number };

/** What an act on a case comes to: plain data, kept to answer a repeated key. */
export interface CaseOutcome {
  readonly id: string;
  readonly told: readonly { readonly name: string; readonly via: string }[];
  readonly next: NextStep | null;
}

/** What an act of the pipeline adds to the step that it takes. */
export type StepParts = Omit<Step, 'complaint' | 'transition' | 'cleared'>;

/** An act of the pipeline: everything that its rows in the table do not say. */
export interface PipelineAct {
  readonly name: ComplaintActName;
  readonly input: FieldSpecs;
  /** Which of the act's outcomes the input asks for. */
  readonly outcome?: (input: CaseInput) => string | null;
  /** What guards ask of the input. */
  readonly given?: (work: Work, input: CaseInput, complaint: RecordRow) => Promise<GivenFacts> | GivenFacts;
  /** Checks the input and writes the documents of the step. */
  write(work: Work, input: CaseInput, cleared: Cleared): Promise<StepParts>;
}

/**
 * The command of an act of the pipeline. Whether the person may at all, as whom, and under which guards
 * is the table's (`clearStep`), which knows more than one right and the deputies; so the runner is given
 * none. The case is locked, visible and of the version that the person saw.
 */
export function pipelineCommand(act: PipelineAct): Command<CaseInput, CaseOutcome> {
  return {
    name: act.name,
    permission: null,
    targets: ({ id, expectedVersion }) => [{ kind: 'Complaint', id: String(id), expectedVersion }],
    stale: staleCase,
    async run(work, input) {
      const complaint = (await work.load('Complaint', String(input.id))) ?? {};
      const given = { ...givenAtClosing(input), ...(await act.given?.(work, input, complaint)) };
      const cleared = await clearStep(work, complaint, act.name, act.outcome?.(input) ?? null, given);
      work.onBehalfOf(cleared.standing.principal?.staffId ?? null);
      const parts = await act.write(work, input, cleared);
      const { id, told, next } = await takeStep(work, {
        ...parts,
        complaint: (await work.load('Complaint', String(input.id))) ?? complaint,
        transition: cleared.transition,
        cleared,
      });
      return { id, told, next };
    },
  };
}

/** The mutation of a command on a case. */
export function caseSpec(
  command: Command<CaseInput, CaseOutcome>,
  input: FieldSpecs,
  returns = 'Complaint',
): ActSpec {
  return {
    command,
    label: complaintActLabel(command.name),
    input,
    returns,
    answer: (outcome: unknown) => {
      const { id: recordId, told, next } = outcome as CaseOutcome;
      return { recordId, told, next };
    },
  } as ActSpec;
}

export function pipelineSpec(act: PipelineAct): ActSpec {
  return caseSpec(pipelineCommand(act), { ...versioned, ...act.input });
}

/** Who signs a document: the person and in whose name, at the instant of the act. */
export function signature(work: Work, { standing }: Pick<Cleared, 'standing'>): RecordRow {
  return {
    byId: standing.actor.staffId,
    onBehalfOfId: standing.principal?.staffId ?? null,
    at: work.now.toISOString(),
  };
}

export function authorship(work: Work, { standing }: Pick<Cleared, 'standing'>): RecordRow {
  return {
    authorId: standing.actor.staffId,
    onBehalfOfId: standing.principal?.staffId ?? null,
    signedAt: work.now.toISOString(),
  };
}

/** The fields of a document as the input gives them; BAD_USER_INPUT with every bad field at once. */
export function documentFields(
  kindName: string,
  fields: readonly string[],
  input: Readonly<Record<string, unknown>>,
  more: readonly FieldProblem[] = [],
  path = '',
): Record<string, unknown> {
  const kind = kindNamed(kindName);
  const properties = fields.map((name) => (kind.fields[name]?.is === 'toOne' ? `${name}Id` : name));
  const own = Object.fromEntries(
    properties.filter((name) => name in input).map((name) => [name, input[name]]),
  );
  const { row, problems } = checkFields(kind, own, { fields, partial: false, ...(path ? { path } : {}) });
  if (problems.length + more.length > 0) throw badInput(...problems, ...more);
  return row;
}

const longestReason = 1000;

/** Text that must be given, of at most so many characters. */
export function neededText(input: CaseInput, path: string, max = 2000): string {
  const text = optionalText(input, path, max);
  if (text === null) throw badInput({ path, message: 'input.required' });
  return text;
}

/** Text that may be given; null when it says nothing. */
export function optionalText(input: CaseInput, path: string, max = 2000): string | null {
  const given = input[path];
  if (given == null) return null;
  if (typeof given !== 'string') throw badInput({ path, message: 'input.notText' });
  const { text } = cleanText(given);
  if ([...text].length > max) throw badInput({ path, message: 'input.tooLong', values: { max } });
  return text === '' ? null : text;
}

/** What guards ask of every act that may end a case: why it is late (D1.4), why there is no measure (practice 6). */
export const givenAtClosing = (input: CaseInput): GivenFacts => ({
  givenBreachReason: optionalText(input, 'breachReason', longestReason) !== null,
  givenNoPreventionReason: optionalText(input, 'noPreventionReason', longestReason) !== null,
});

/**
 * Fields of the case itself that a closing act may bring. BAD_USER_INPUT where a reason would take the
 * place of the measure that is asked for (R4.4).
 */
export function closingFields(input: CaseInput, { facts }: Pick<Cleared, 'facts'>): RecordRow {
  const breachReason = optionalText(input, 'breachReason', longestReason);
  const noPreventionReason = optionalText(input, 'noPreventionReason', longestReason);
  if (noPreventionReason !== null && isOurFault(facts.conclusion))
    throw badInput({ path: 'noPreventionReason', message: 'rule.preventionNeeded' });
  return {
    ...(breachReason === null ? {} : { breachReason }),
    ...(noPreventionReason === null ? {} : { noPreventionReason }),
  };
}
