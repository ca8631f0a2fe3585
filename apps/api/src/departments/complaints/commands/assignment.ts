import { permits } from '@kehu/domain/access/permissions';
import type { GivenFacts } from '@kehu/domain/complaints/case-facts';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';
import type { Cleared } from '../case/take-step.js';
import { rolesHeld } from '../collaboration/people.js';
import { checkNamed, oneOf, sendCopies } from './copies.js';
import {
  type CaseInput,
  documentFields,
  type PipelineAct,
  type StepParts,
  signature,
} from './pipeline-act.js';

const order = ['department', 'handler', 'instruction', 'dueAt'] as const;
const orderInput = inputFields('AssignmentOrder', order, ['department', 'instruction']);

/** The department of an input as guards ask about it; an unknown one is a bad input. */
export async function givenDepartment(work: Work, input: CaseInput): Promise<GivenFacts> {
  if (input.departmentId == null) return {};
  const id = String(input.departmentId);
  const department = /^[1-9]\d{0,15}$/.test(id) ? await work.peek('Department', id) : null;
  if (!department) throw badInput({ path: 'departmentId', message: 'input.noSuchRecord' });
  return {
    givenDepartmentId: id,
    givenDepartmentKind: String(department.kind),
    givenDepartmentActive: department.active === true,
  };
}

/** Writes the assignment order and its copies; earlier orders end (R4.9, R4.16). */
export async function writeOrder(work: Work, input: CaseInput, cleared: Cleared): Promise<StepParts> {
  const row = documentFields('AssignmentOrder', order, input);
  const departmentId = String(row.departmentId);
  const handlerId = await checkNamed(work, cleared.facts, row.handlerId, 'handlerId');
  if (handlerId !== null) await requireHandler(work, handlerId);
  await endOrders(work, input.id, null);
  await work.insert('AssignmentOrder', {
    complaintId: input.id,
    ...row,
    handlerId,
    ...signature(work, cleared),
  });
  await nameInvestigator(work, cleared, handlerId);
  await sendCopies(work, cleared.complaint, [
    { copy: 'NOTICE', departmentId, recipientId: handlerId },
    { copy: 'NOTICE_COPY', departmentId, recipientId: await supervisorOf(work, departmentId, cleared) },
  ]);
  return {
    note: String(row.instruction),
    changes: {
      handlingDepartmentId: departmentId,
      handlerId,
      assignedAt: work.now.toISOString(),
    },
  };
}

/** Any role may handle but those that give the opinion on the report or decide on it (B7.1), and readers. */
async function requireHandler(work: Work, staffId: string): Promise<void> {
  const roles = await rolesHeld(work, staffId);
  if (permits(roles, 'investigationReport', 'CREATE').length === 0)
    throw badInput({ path: 'handlerId', message: 'rule.hasNoAccess' });
}

/** The general manager names who investigates where HR is complained about (F12). */
async function nameInvestigator(work: Work, cleared: Cleared, handlerId: string | null): Promise<void> {
  if (!cleared.facts.hrComplainedAbout || handlerId === null) return;
  await work.insert('CaseParticipant', {
    complaintId: String(cleared.complaint.id),
    staffId: handlerId,
    part: 'INVESTIGATOR',
    since: work.now.toISOString(),
  });
}

async function supervisorOf(work: Work, departmentId: string, cleared: Cleared): Promise<string | null> {
  const head = cleared.knowledge.tree.department(departmentId)?.headId ?? null;
  return head ?? (await oneOf(work, 'HANDLER_SUP', cleared.facts));
}

/** Orders that are in force end; their history stays. */
export async function endOrders(work: Work, complaintId: string, reason: string | null): Promise<void> {
  for (const open of await work.find('AssignmentOrder', { complaintId, endedAt: null })) {
    await work.update('AssignmentOrder', String(open.id), {
      endedAt: work.now.toISOString(),
      endReason: reason,
    });
  }
}

/** HR and administration determines the handling department and instructs it (R4.9, D1.2 no. 7a). */
export const assignComplaint: PipelineAct = {
  name: 'assignComplaint',
  input: orderInput,
  given: givenDepartment,
  write: writeOrder,
};

/** A dispatch formality goes to operations or logistics (R4.8, D1.2 no. 7c). */
export const assignDispatchCase: PipelineAct = {
  name: 'assignDispatchCase',
  input: orderInput,
  given: givenDepartment,
  write: writeOrder,
};

const openOrder = async (work: Work, complaintId: string): Promise<RecordRow | undefined> =>
  (await work.find('AssignmentOrder', { complaintId, endedAt: null })).at(-1);

/** A handler takes the case (D1.2 no. 8); where nobody was named it is his from now on. */
export const acceptAssignment: PipelineAct = {
  name: 'acceptAssignment',
  input: {},
  async write(work, input, cleared) {
    const { standing } = cleared;
    const current = await openOrder(work, input.id);
    const handlerId = standing.principal?.staffId ?? standing.actor.staffId;
    if (current) {
      await work.update('AssignmentOrder', String(current.id), {
        seenAt: work.now.toISOString(),
        seenById: standing.actor.staffId,
        handlerId: current.handlerId ?? handlerId,
      });
    }
    return { changes: { handlerId: cleared.complaint.handlerId ?? handlerId } };
  },
};

/** The department says that the case is not its own; HR decides finally (D1.2 no. 9). */
export const refuseAssignment: PipelineAct = {
  name: 'refuseAssignment',
  input: reasonField(true),
  async write(work, input) {
    const reason = cleanReason(input.reason, 'reason');
    await endOrders(work, input.id, reason);
    return { note: reason, changes: { handlingDepartmentId: null, handlerId: null } };
  },
};
