import { complaintActLabel } from '@kehu/domain/complaints/act-labels';
import type { CaseFacts, GivenFacts, GuardFacts } from '@kehu/domain/complaints/case-facts';
import { complaint as complaintKind } from '@kehu/domain/complaints/complaint';
import { expectedAct } from '@kehu/domain/complaints/expected';
import { brokenCaseGuards } from '@kehu/domain/complaints/guards';
import { type ComplaintState, complaintState } from '@kehu/domain/complaints/vocabularies';
import { type ComplaintTransition, complaintTransitions } from '@kehu/domain/complaints/workflow';
import { dayIn } from '@kehu/domain/text/dates';
import { deputiesOf } from '../../../access/stand-ins.js';
import type { Work } from '../../../commands/command.js';
import { forbidden } from '../../../commands/errors.js';
import { finishToDos } from '../../../notify/commands.js';
import { notify, type Told } from '../../../notify/notify.js';
import { storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { type Standing, standingFor } from '../../../workflow/standing.js';
import { moveCaseClock } from '../clock/clock.js';
import { type Desk, deskOf } from './desk.js';
import { type CaseKnowledge, knowCases } from './facts.js';
import { actorFacts, branchFor, readLimits, transitionsOf } from './guard-facts.js';
import { refuseGuard, refuseState } from './refusals.js';
import { sampleSimple } from './sample-simple.js';

/** What is expected of a case now, and of whom. */
export interface NextStep {
  readonly action: string;
  readonly label: string;
  readonly by: string | null;
  readonly dueAt: string | null;
}

/** What a step did. */
export interface StepTaken {
  readonly id: string;
  readonly stepId: string;
  /** The case after the step. */
  readonly complaint: RecordRow;
  readonly told: readonly Told[];
  readonly next: NextStep | null;
}

/** A step that may be taken: the row of the table, in whose name, and everything that was read for it. */
export interface Cleared {
  readonly complaint: RecordRow;
  readonly transition: ComplaintTransition;
  readonly standing: Standing;
  readonly facts: GuardFacts;
  readonly knowledge: CaseKnowledge;
  /** The general manager lifted a conflict of interest that would have stood against it. */
  readonly conflictOverride: boolean;
}

/**
 * Clears an act on a case: finds its row in the table for where the case stands and the outcome, as
 * whom the person does it, and asks every guard. Throws FORBIDDEN without a right that reaches the case,
 * RULE_VIOLATION with the article when the state or a guard stands against it. Writes nothing.
 */
export async function clearStep(
  work: Work,
  complaint: RecordRow,
  act: string,
  outcome: string | null = null,
  given: GivenFacts = {},
  /** `draft`: only who may and who must stay out; what the finished document needs is asked later. */
  depth: 'whole' | 'draft' = 'whole',
): Promise<Cleared> {
  const knowledge = await knowCases(sourceOf(work), [complaint]);
  const facts = knowledge.facts.get(String(complaint.id)) as CaseFacts;
  const rows = transitionsOf(act, facts);
  // Whoever has no right to the act learns nothing of where the case stands.
  if (rows.length === 0 && !(await mayInAnyState(work, complaint, act))) throw forbidden();
  if (rows.length === 0) throw refuseState(act, facts.state, work.context.language);
  const limits = await readLimits(sourceOf(work));
  const day = dayIn(work.context.organisation.zone, work.now);
  const transition = branchFor(rows, outcome, { ...facts, ...given });
  if (!transition) throw refuseState(act, facts.state, work.context.language);
  const standing = await standingFor(complaintKind, transition, complaint, work.actor, work.loader);
  if (!standing) throw forbidden();
  const full: GuardFacts = { ...facts, ...actorFacts(standing, limits, day), ...given };
  const asked =
    depth === 'whole' ? transition.guards : transition.guards.filter((name) => name === 'complainedStaysOut');
  const [broken] = brokenCaseGuards(asked, full);
  if (broken) throw refuseGuard(broken);
  const missing = transition.requires.find((kind) => !facts.documents.includes(kind));
  if (missing) throw refuseGuard(null, missing, transition.article, work.context.language);
  const without = { ...full, overriddenIds: [] };
  const conflictOverride =
    transition.guards.includes('complainedStaysOut') &&
    brokenCaseGuards(['complainedStaysOut'], without).length > 0;
  return { complaint, transition, standing, facts: full, knowledge, conflictOverride };
}

async function mayInAnyState(work: Work, complaint: RecordRow, act: string): Promise<boolean> {
  for (const row of complaintTransitions) {
    if (row.act !== act) continue;
    if (await standingFor(complaintKind, row, complaint, work.actor, work.loader)) return true;
  }
  return false;
}

/** What a command says of the step that it takes. */
export interface Step {
  readonly complaint: RecordRow;
  readonly transition: ComplaintTransition;
  readonly note?: string | null;
  /** Changes of the case beside those that every step makes. */
  readonly changes?: RecordRow;
  /** Whom the command told already. */
  readonly told?: readonly Told[];
  /** Whose desk it lies on now, where the command knows better than the table. */
  readonly desk?: { readonly staffId?: string | null; readonly departmentId?: string | null };
  readonly conflictOverride?: boolean;
  /** From `clearStep`; without it the step is cleared here. */
  readonly cleared?: Cleared;
  /** The outcome, where the act has several and the step is cleared here. */
  readonly outcome?: string | null;
}

/**
 * Takes a step of the pipeline: state, counters, desk and clock of the case, the entry in its log with
 * both names (B7.7), and word to whoever is next. Documents are the command's. Throws as `clearStep` does.
 */
export async function takeStep(work: Work, step: Step): Promise<StepTaken> {
  const { complaint: before, transition } = step;
  const id = String(before.id);
  const cleared =
    step.cleared ??
    (await clearStep(work, before, transition.act, step.outcome ?? transition.when?.equals ?? null));
  const { counts } = transition;
  const moved: RecordRow = {
    ...(counts ? { [counts]: Number(before[counts] ?? 0) + 1 } : {}),
    ...step.changes,
    state: transition.to,
    stateSince: work.now.toISOString(),
  };
  await work.update('Complaint', id, moved);
  const entered = (await work.load('Complaint', id)) ?? {};
  const { desk, situations } = await deskAfter(work, entered, step);
  const { stepDueAt, late } = await moveCaseClock(work, before, entered, transition);
  await work.update('Complaint', id, {
    stepDueAt,
    deskId: desk.staffId,
    deskDepartmentId: desk.departmentId,
  });
  const { standing } = cleared;
  const stepId = await work.insert('CaseStep', {
    complaintId: id,
    action: transition.act,
    transition: transition.id,
    from: before.state,
    to: transition.to,
    byId: standing.actor.staffId,
    onBehalfOfId: standing.principal?.staffId ?? null,
    departmentId: standing.principal?.departmentId ?? standing.actor.departmentId,
    at: work.now.toISOString(),
    note: step.note ?? null,
    dueAt: before.stepDueAt ?? null,
    late,
    conflictOverride: step.conflictOverride ?? cleared.conflictOverride,
    since: before.stateSince ?? null,
    priorValues: priorValues(cleared.complaint, moved),
  });
  await passOver(work, id, stepId);
  const complaint = (await work.load('Complaint', id)) ?? {};
  await finishToDos(work, 'Complaint', id);
  const told = [
    ...(step.told ?? []),
    ...(await tellNext(work, complaint, transition.act, situations)),
    ...(await sampleSimple(work, complaint)),
  ];
  return { id, stepId, complaint, told, next: await nextStep(work, complaint, situations) };
}

/** What of a case a step changes, as it was before; what taking it back restores. */
function priorValues(before: RecordRow, moved: RecordRow): RecordRow {
  const changed = [...Object.keys(moved), 'stepDueAt', 'deskId', 'deskDepartmentId'];
  return Object.fromEntries(changed.map((property) => [property, before[property] ?? null]));
}

/** Whoever takes the next step has opened the case; what another did before cannot be taken back any more. */
async function passOver(work: Work, complaintId: string, stepId: string): Promise<void> {
  const at = storedInstant(work.now);
  await work.sql(
    `UPDATE case_step SET seen_at = ?, updated_at = ?, version = version + 1
     WHERE complaint_id = ? AND id <> ? AND seen_at IS NULL AND recalled_at IS NULL
       AND \`from\` <> \`to\` AND by_id <> ?`,
    [at, at, complaintId, stepId, work.actor.staffId],
  );
}

/** Where the case lies after a step: as the command says, else as the table of desks finds. */
export async function deskAfter(
  work: Work,
  complaint: RecordRow,
  step: Pick<Step, 'desk'> = {},
): Promise<{ readonly desk: Desk; readonly situations: readonly string[] }> {
  const source = sourceOf(work);
  const knowledge = await knowCases(source, [complaint]);
  const facts = knowledge.facts.get(String(complaint.id)) as CaseFacts;
  const found = await deskOf(source, complaint, facts, knowledge.tree, knowledge.setting);
  const desk = {
    staffId: step.desk?.staffId === undefined ? found.staffId : step.desk.staffId,
    departmentId: step.desk?.departmentId === undefined ? found.departmentId : step.desk.departmentId,
  };
  return { desk, situations: facts.settings.situations };
}

/** Tells whoever has the case on the desk now; whoever acted need not be told. */
export async function tellNext(
  work: Work,
  complaint: RecordRow,
  act: string,
  situations: readonly string[],
): Promise<Told[]> {
  const desk = complaint.deskId == null ? null : String(complaint.deskId);
  const state = complaint.state as ComplaintState;
  const about = {
    kind: 'Complaint',
    recordId: String(complaint.id),
    recordNo: String(complaint.no),
  };
  const told: Told[] = [];
  const next = expectedAct(complaint as never, situations);
  if (desk && next && desk !== work.actor.staffId) {
    told.push(
      ...(await notify(work, {
        ...about,
        to: [desk, ...(await deputiesOf({ query: work.rows.bind(work) as never }, desk, work.now))],
        message: 'case.onYourDesk',
        content: {
          no: about.recordNo,
          state: complaintState.labels[state],
          act: complaintActLabel(next),
        },
        weight: complaint.severity === 'SEVERE' ? 'URGENT' : 'TODO',
        dueAt: (complaint.stepDueAt as string | null) ?? null,
      })),
    );
  }
  const watching = await watchers(work, complaint);
  const others = watching.filter((id) => id !== desk && id !== work.actor.staffId);
  if (others.length > 0) {
    told.push(
      ...(await notify(work, {
        ...about,
        to: others,
        message: 'case.moved',
        content: {
          no: about.recordNo,
          act: complaintActLabel(act),
          state: complaintState.labels[state],
        },
        weight: 'INFO',
      })),
    );
  }
  return told;
}

/** Those who are copied on every step: the key-account manager and whoever was copied (D1.3). */
async function watchers(work: Work, complaint: RecordRow): Promise<string[]> {
  const parts = await work.find('CaseParticipant', { complaintId: String(complaint.id) });
  return parts
    .filter(({ part, until }) => until == null && (part === 'KEY_ACCOUNT_MANAGER' || part === 'COPIED'))
    .map(({ staffId }) => String(staffId))
    .filter((id) => id !== String(complaint.complainedStaffId));
}

/** The next act of a case in words, by whom and until when; null when it has ended. */
export async function nextStep(
  work: Work,
  complaint: RecordRow,
  situations: readonly string[],
): Promise<NextStep | null> {
  const action = expectedAct(complaint as never, situations);
  if (action === null) return null;
  const desk = complaint.deskId == null ? null : await work.peek('Staff', String(complaint.deskId));
  const department =
    complaint.deskDepartmentId == null
      ? null
      : await work.peek('Department', String(complaint.deskDepartmentId));
  return {
    action,
    label: complaintActLabel(action)[work.context.language],
    by: desk ? String(desk.displayName) : department ? String(department.name) : null,
    dueAt: complaint.stepDueAt == null ? null : new Date(String(complaint.stepDueAt)).toISOString(),
  };
}
