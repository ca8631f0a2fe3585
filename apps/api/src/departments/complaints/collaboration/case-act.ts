import type { Actor } from '@kehu/domain/access/actor';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Label } from '@kehu/domain/catalogue/labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import type { Obstacle } from '../../../commands/allowed-actions.js';
import type { ActInput, Command, Right, Work } from '../../../commands/command.js';
import { forbidden, ruleViolation } from '../../../commands/errors.js';
import { checkRow } from '../../../commands/validate.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { type NotifyRequest, notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { caseFacts } from '../case/facts.js';
import { type CaseGuard, complainedStaysOut, firstOf } from './guards.js';

export type CaseInput = ActInput &
  Readonly<Record<string, unknown>> & { readonly id: string; readonly expectedVersion?: number | null };

export interface CaseOutcome {
  readonly id: string;
  readonly told: readonly Told[];
}

/** What of a part of a case and of the person stands against an act; null when nothing does. */
export type PartGuard = (part: RecordRow, complaint: RecordRow, actor: Actor) => Obstacle | null;

/** An act beside the pipeline, on a case or on a part of one. */
export interface CaseAct {
  readonly name: string;
  readonly label: Label;
  readonly right: Right;
  readonly guards: readonly CaseGuard[];
  /** What of the part stands against the act beyond its guards. */
  readonly open?: PartGuard;
  /** The part that is acted on (`DepartmentTask`); the case itself unless given. */
  readonly part?: string;
  /** An addition does not depend on what was seen; changes name the version they saw. */
  readonly adds?: true;
  /** Input fields of the kind that is written (`TrackingEntry.text`), checked against the catalogue. */
  readonly writes?: {
    readonly kind: string;
    readonly fields: readonly string[];
    readonly required?: readonly string[];
  };
  /** Input fields of its own, which `run` checks itself. */
  readonly more?: FieldSpecs;
  readonly reason?: 'required' | 'optional';
  /** The kind that comes back; the case unless given. */
  readonly returns?: string;
  run(
    work: Work,
    facts: CaseFacts,
  ): Promise<{ readonly id?: string; readonly told?: readonly Told[] } | undefined>;
}

export interface CaseFacts {
  readonly complaint: RecordRow;
  /** By whose rights: the actor, or the person for whom he stands in (B7.7). */
  readonly as: Actor;
  /** The part acted on; the case itself when there is none. */
  readonly part: RecordRow;
  /** What the input writes, checked. */
  readonly row: RecordRow;
  readonly input: CaseInput;
}

/** The version may be left out where an addition does not depend on what was seen. */
const maybeVersioned: FieldSpecs = Object.fromEntries(
  Object.entries(versioned).map(([name, { required, ...optional }]) => [
    name,
    name === 'id' && required ? { ...optional, required } : optional,
  ]),
);

/** The right to take part in a case: whoever sees it, less mere readers (see the guard `inTheCase`). */
export const takesPart: Right = { subject: 'complaintCard', action: 'READ' };
export const supervises: Right = { subject: 'supervision', action: 'PERFORM' };

/** The command of an act: the case locked, its guards asked, the input checked against the catalogue. */
export function caseCommand(act: CaseAct): Command<CaseInput, CaseOutcome> {
  return {
    name: act.name,
    permission: act.right,
    deputies: true,
    targets: ({ id, expectedVersion }) => [
      { kind: act.part ?? 'Complaint', id: String(id), expectedVersion: expectedVersion ?? null },
    ],
    async run(work, input) {
      const part = (await work.load(act.part ?? 'Complaint', String(input.id))) ?? {};
      const complaint = act.part ? ((await work.load('Complaint', String(part.complaintId))) ?? {}) : part;
      const as = await standingFor(work, act, complaint, part);
      work.onBehalfOf(as === work.actor ? null : as.staffId);
      const { writes } = act;
      const row = writes
        ? checkRow(kindNamed(writes.kind), written(writes.kind, writes.fields, input), {
            fields: writes.fields,
            partial: writes.required !== undefined,
          })
        : {};
      const done = await act.run(work, { complaint, as, part, row, input });
      return { id: done?.id ?? String(input.id), told: done?.told ?? [] };
    },
  };
}

/**
 * By whose rights the actor may do an act: his own go first, then those of whom he stands in for. Throws
 * what stands against it. Who must stay out of the case stays out in every name, unless the general
 * manager lifted the conflict for that person (B7.2, B7.6).
 */
export async function standingFor(
  work: Work,
  act: Pick<CaseAct, 'right' | 'guards' | 'open' | 'part'>,
  complaint: RecordRow,
  part: RecordRow = complaint,
): Promise<Actor> {
  const guard = firstOf(...act.guards.filter((each) => each !== complainedStaysOut));
  const kind = act.part ?? 'Complaint';
  let obstacle: Obstacle | null = null;
  for (const who of [work.actor, ...(work.actor.deputyFor ?? [])]) {
    if (!(await work.reaches(act.right, kind, part, who))) continue;
    const found = guard(complaint, who) ?? act.open?.(part, complaint, who) ?? null;
    if (found) {
      obstacle ??= found;
      continue;
    }
    if (act.guards.includes(complainedStaysOut)) await requireOutside(work, complaint, who);
    return who;
  }
  if (obstacle) throw ruleViolation(obstacle.message, obstacle.article ?? null);
  throw forbidden();
}

/** The same for a command that is no act beside the pipeline; says in whose name it is done (B7.7). */
export async function actInCase(
  work: Work,
  act: Pick<CaseAct, 'right' | 'guards'>,
  complaint: RecordRow,
): Promise<Actor> {
  const as = await standingFor(work, act, complaint);
  work.onBehalfOf(as === work.actor ? null : as.staffId);
  return as;
}

/** What a button says of an act on a part: the same, as far as the case and the part show it. */
export function obstacleOnPart(
  act: Pick<CaseAct, 'guards' | 'open'>,
  part: RecordRow,
  complaint: RecordRow,
  who: Actor,
  acting: Actor,
): Obstacle | null {
  const outside = who !== acting && act.guards.includes(complainedStaysOut);
  return (
    (outside ? complainedStaysOut(complaint, acting) : null) ??
    firstOf(...act.guards)(complaint, who) ??
    act.open?.(part, complaint, who) ??
    null
  );
}

/** Nobody acts whom the case is about, nor the unit of a head complained about, as the organisation tree has it (B7.2). */
export async function requireOutside(work: Work, complaint: RecordRow, who: Actor): Promise<void> {
  const { complainedUnitIds, overriddenIds } = await caseFacts(work, complaint);
  for (const name of new Set([work.actor, who])) {
    if (overriddenIds.includes(name.staffId)) continue;
    const inUnit = name.departmentId !== null && complainedUnitIds.includes(name.departmentId);
    if (inUnit || complainedStaysOut(complaint, name)) throw ruleViolation('rule.complainedStaysOut', 'B7.2');
  }
}

/** Only what belongs to the kind that is written; the rest of the input is checked by the act. */
function written(kindName: string, fields: readonly string[], input: CaseInput): Record<string, unknown> {
  const kind = kindNamed(kindName);
  const properties = fields.map((name) => (kind.fields[name]?.is === 'toOne' ? `${name}Id` : name));
  return Object.fromEntries(properties.filter((name) => name in input).map((name) => [name, input[name]]));
}

/** The mutation of an act. */
export function caseSpec(act: CaseAct): ActSpec {
  const { writes } = act;
  const required = writes ? (writes.required ?? requiredOf(writes.kind, writes.fields)) : [];
  return {
    command: caseCommand(act),
    label: act.label,
    input: {
      ...(act.adds ? maybeVersioned : versioned),
      ...(writes ? inputFields(writes.kind, writes.fields, required) : {}),
      ...act.more,
      ...(act.reason ? reasonField(act.reason === 'required') : {}),
    },
    returns: act.returns ?? 'Complaint',
    answer: (outcome: unknown) => {
      const { id: recordId, told } = outcome as CaseOutcome;
      return { recordId, told };
    },
  } as ActSpec;
}

function requiredOf(kindName: string, fields: readonly string[]): string[] {
  const kind = kindNamed(kindName);
  return fields.filter((name) => {
    const field = kind.fields[name];
    return field?.is === 'column' && !field.nullable;
  });
}

/** Tells people of a case: its number, the message, the deadline; never who complained. */
export function tell(
  work: Work,
  complaint: RecordRow,
  to: readonly string[],
  message: NotifyRequest['message'],
  more: Partial<Pick<NotifyRequest, 'weight' | 'dueAt' | 'content'>> = {},
): Promise<readonly Told[]> {
  return notify(work, {
    to,
    message,
    weight: 'INFO',
    kind: 'Complaint',
    recordId: String(complaint.id),
    recordNo: String(complaint.no),
    ...more,
    content: { no: String(complaint.no), ...more.content },
  });
}
