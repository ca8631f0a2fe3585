import type { Role } from '@kehu/domain/access/roles';
import { label } from '@kehu/domain/catalogue/labels';
import type { CaseFacts } from '@kehu/domain/complaints/case-facts';
import { expectedAct } from '@kehu/domain/complaints/expected';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import type { ActSpec } from '../../../commands/act-schema.js';
import { reasonField, versioned } from '../../../commands/act-schema.js';
import type { Command, Work } from '../../../commands/command.js';
import { badInput, forbidden, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { knowCases } from '../case/facts.js';
import { logBeside } from '../case/log-beside.js';
import { peopleWith } from '../case/people.js';
import { nextStep, tellNext } from '../case/take-step.js';
import { requireOutside } from '../collaboration/case-act.js';
import { checkNamed } from './copies.js';
import { namesOf, onCase } from './on-case.js';
import { type CaseInput, type CaseOutcome, caseSpec } from './pipeline-act.js';
import { recallStep } from './recall.js';
import { markCaseSeen } from './seen.js';

async function factsOf(work: Work, complaint: RecordRow): Promise<CaseFacts> {
  return (await knowCases(sourceOf(work), [complaint])).facts.get(String(complaint.id)) as CaseFacts;
}

/** Of the actor and those for whom he stands in, the first with a role; FORBIDDEN without, B7.2 where the case is about either. */
async function inRole(work: Work, complaint: RecordRow, role: Role): Promise<string | null> {
  const who = [work.actor, ...(work.actor.deputyFor ?? [])].find(({ roles }) => roles.includes(role));
  if (!who) throw forbidden();
  await requireOutside(work, complaint, who);
  const principal = who === work.actor ? null : who.staffId;
  work.onBehalfOf(principal);
  return principal;
}

/** Customer service agrees that a severe case be refused (D1.2 no. 4). */
const consentToRefusal = onCase('consentToRefusal', async (work, complaint, input) => {
  const onBehalfOfId = await inRole(work, complaint, 'OPS_CS');
  if (complaint.state !== 'PENDING_RULING' || complaint.severity !== 'SEVERE')
    throw ruleViolation('rule.noConsentNeeded', 'R4.7');
  const note = cleanReason(input.reason, 'reason');
  await logBeside(work, complaint, 'consentToRefusal', { note, onBehalfOfId });
  return { id: String(complaint.id), told: [], next: null };
});

/** The general manager alone lifts a conflict of interest, for one person and one case, with the reason (B7.2, B7.6). */
const overrideConflict = onCase('overrideConflict', async (work, complaint, input) => {
  const onBehalfOfId = await inRole(work, complaint, 'GM');
  const reason = cleanReason(input.reason, 'reason');
  const staffId = String(input.staffId);
  const person = /^[1-9]\d{0,15}$/.test(staffId) ? await work.peek('Staff', staffId) : null;
  if (!person || person.status === 'LEFT') throw badInput({ path: 'staffId', message: 'input.noSuchRecord' });
  work.reason(reason);
  await logBeside(work, complaint, 'overrideConflict', {
    note: reason,
    concernsId: staffId,
    conflictOverride: true,
    onBehalfOfId,
  });
  return { id: String(complaint.id), told: [], next: null };
});

/** Passes a case on inside the department 转办: whoever has it, or a supervisor of the handling department. */
const passOnCase = onCase('passOnCase', async (work, complaint, input) => {
  const id = String(complaint.id);
  const facts = await factsOf(work, complaint);
  const reason = cleanReason(input.reason, 'reason');
  const review = { subject: 'supervisorReview', action: 'APPROVE' } as const;
  const holds = namesOf(work.actor).some((name) => name === complaint.deskId || name === complaint.handlerId);
  if (!holds && !(await work.reaches(review, 'Complaint', complaint))) throw forbidden();
  const action = expectedAct(facts, facts.settings.situations);
  if (action === null) throw ruleViolation('rule.caseEnded', null);
  const to = await checkNamed(work, facts, input.staffId, 'staffId');
  const roles = [
    ...new Set(complaintTransitions.filter(({ act }) => act === action).flatMap(({ by }) => by)),
  ];
  const able = (await peopleWith(sourceOf(work), roles)).find((person) => person.id === to);
  const department = String(
    facts.handlingDepartmentId ?? complaint.deskDepartmentId ?? work.actor.departmentId,
  );
  const tree = (await knowCases(sourceOf(work), [])).tree;
  if (!able?.departmentId || !tree.below(department).includes(able.departmentId))
    throw badInput({ path: 'staffId', message: 'rule.notOfDepartment' });
  const handling = ['ASSIGNED', 'INVESTIGATING', 'OPINION_DRAFT'].includes(facts.state);
  const serving = ['REPLY_PENDING', 'EXECUTING'].includes(facts.state);
  await work.update('Complaint', id, {
    deskId: able.id,
    ...(handling ? { handlerId: able.id } : {}),
    ...(serving ? { ownerId: able.id } : {}),
  });
  await logBeside(work, complaint, 'passOnCase', { note: reason, concernsId: able.id });
  const after = (await work.load('Complaint', id)) ?? {};
  const told = await tellNext(work, after, 'passOnCase', facts.settings.situations);
  return { id, told, next: await nextStep(work, after, facts.settings.situations) };
});

/** The receipt of a card copy (R4.16): by the recipient, or by anybody of the department it was sent to. */
const markCardRead: Command<CaseInput, CaseOutcome> = {
  name: 'markCardRead',
  permission: null,
  targets: ({ id }) => [{ kind: 'CardCopy', id: String(id), expectedVersion: null }],
  async run(work, { id }) {
    const copy = (await work.load('CardCopy', String(id))) ?? {};
    const theirs =
      copy.recipientId == null
        ? work.actor.departmentIds.includes(String(copy.departmentId))
        : namesOf(work.actor).includes(String(copy.recipientId));
    if (!theirs) throw forbidden();
    if (copy.readAt == null)
      await work.update('CardCopy', String(id), {
        readAt: work.now.toISOString(),
        readById: work.actor.staffId,
      });
    return { id: String(id), told: [], next: null };
  },
};

const staffId = {
  staffId: {
    type: () => scalars.id,
    required: true as const,
    label: label('人员', '人員', 'Person'),
  },
};
const { id: idField } = versioned;
const idOnly = idField ? { id: idField } : {};

/** Acts on the way of a case that are no rows of D1.2: consent, override, recall, passing on, receipts. */
export function deskSpecs(): ActSpec[] {
  return [
    caseSpec(consentToRefusal, { ...versioned, ...reasonField(true) }),
    caseSpec(overrideConflict, { ...versioned, ...staffId, ...reasonField(true) }),
    caseSpec(recallStep, { ...versioned, ...reasonField(true) }),
    caseSpec(passOnCase, { ...versioned, ...staffId, ...reasonField(true) }),
    caseSpec(markCaseSeen, idOnly),
    caseSpec(markCardRead, idOnly, 'CardCopy'),
  ];
}
