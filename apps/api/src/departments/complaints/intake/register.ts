import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { isFeedbackOnly } from '@kehu/domain/complaints/procedures';
import type { DemandType } from '@kehu/domain/complaints/vocabularies';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { takeFiles } from '../../../files/attach.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { openCase } from '../case/open-case.js';
import { recordTriggers, triggersIn } from '../case/severe-triggers.js';
import type { NextStep } from '../case/take-step.js';
import { complainantOf } from './complainant.js';
import { earlierCases, linkCases } from './earlier-cases.js';
import { type Settlement, wayOf } from './way.js';

/** What is written into the record card at registration. */
export const cardFields = [
  'subject',
  'description',
  'category',
  'subcategory',
  'severity',
  'severityReason',
  'channel',
  'representedBy',
  'order',
  'product',
  'batchNo',
  'receiptNo',
  'requestedAmount',
  'store',
  'complainedDepartment',
  'complainedStaff',
] as const;
const complainantFields = ['customer', 'anonymous', 'complainantName', 'complainantPhone'] as const;
export const intakeFields = ['outsideNo', 'outsideDueAt', 'note'] as const;

export type RegisterInput = ActInput & Readonly<Record<string, unknown>>;
export interface RegisterOutcome {
  readonly id: string;
  readonly told: readonly Told[];
  readonly next: NextStep | null;
}

type Given = Readonly<Record<string, unknown>>;
export interface Demand {
  readonly type: DemandType;
  readonly detail: string | null;
}

/**
 * Registers a complaint (D1.2 no. 1): anybody of the company may. Who complains, what about, what is asked
 * for, whence it came and until when an outside body wants it; from category and severity follows the way
 * that it takes (R1.5). Earlier cases of the same matter are linked. A suggestion that asks for nothing
 * is refused with the advice that it is feedback (R4.2).
 */
export const registerComplaint: Command<RegisterInput, RegisterOutcome> = {
  name: 'registerComplaint',
  permission: { subject: 'complaintCard', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const {
      demands,
      fileIds,
      originalFileIds,
      settledOnSpot,
      settledAmount,
      settledType,
      settledText,
      receivedAt,
      triggers,
      ...rest
    } = input as Given;
    const intakeGiven = pick(rest, intakeFields);
    const card = await checkedCard(work, without(rest, intakeFields), { receivedAt, ...intakeGiven });
    const asked = checkedDemands(demands);
    const severeBy = triggersIn(triggers, 'triggers');
    if (severeBy.length > 0 && card.row.severity !== 'SEVERE')
      throw badInput({ path: 'triggers', message: 'rule.triggersOfSevere' });
    // Nothing is asked for: said of the field, so that the form can show it there.
    if (asked.length === 0) throw badInput({ path: 'demands', message: 'rule.feedbackNotCase' });
    if (
      isFeedbackOnly({
        demands: asked.map(({ type }) => type),
        category: String(card.row.category),
        complainsAboutSomebody: card.row.complainedStaffId != null || card.row.complainedDepartmentId != null,
      })
    )
      throw ruleViolation('rule.feedbackNotCase', 'R4.2');
    const said = [settledAmount, settledType, settledText].some((value) => value != null);
    const settlementGiven =
      said || settledOnSpot === true ? settlement(settledAmount, settledType, settledText) : null;
    const settled = settledOnSpot === true ? settlementGiven : null;
    const way = await wayOf(
      work,
      card.row,
      asked.map(({ type }) => type),
      settled,
    );
    const { customer, row: who } = await complainantOf(work, card.row);
    const row = { ...card.row, ...who, ...way, receivedAt: card.receivedAt };
    const earlier = await earlierCases(work, row);
    const opened = await openCase(
      work,
      {
        ...row,
        keyAccount: customer?.type === 'KEY_ACCOUNT',
        recurrence: earlier.recurrence,
        repeatOfId: earlier.repeatOfId,
        firstResponseAt: settled ? work.now.toISOString() : null,
      },
      [card.intake.outsideDueAt as string | null],
    );
    const complaintId = opened.id;
    await work.insert('ComplaintIntake', {
      ...card.intake,
      complaintId,
      channel: card.row.channel,
      receivedAt: card.receivedAt,
      receivedById: work.actor.staffId,
    });
    for (const demand of asked) await work.insert('ComplaintDemand', { complaintId, ...demand });
    await recordTriggers(work, complaintId, severeBy);
    await linkCases(work, complaintId, earlier);
    await takeFiles(work, { complaintId, fileIds: ids(fileIds) });
    await takeFiles(work, {
      complaintId,
      fileIds: ids(originalFileIds),
      original: true,
      path: 'originalFileIds',
    });
    if (settled) await noteSettlement(work, complaintId, settled);
    const told = [...opened.told, ...(await tellKeyAccountManager(work, opened.complaint, customer))];
    return { id: complaintId, told, next: opened.next };
  },
};

const references = {
  orderId: 'Order',
  productId: 'Product',
  storeId: 'Department',
  complainedDepartmentId: 'Department',
  complainedStaffId: 'Staff',
} as const;

interface Card {
  readonly row: Record<string, unknown>;
  readonly receivedAt: string;
  readonly intake: RecordRow;
}

async function checkedCard(work: Work, given: Given, more: Given): Promise<Card> {
  const kind = kindNamed('Complaint');
  const withDefaults = {
    severity: 'GENERAL',
    anonymous: false,
    ...given,
    // Whoever complains is settled later; the name may be the customer's.
    complainantName: given.complainantName ?? '–',
  };
  const fields = [...cardFields, ...complainantFields];
  const { row, problems } = checkFields(kind, withDefaults, { fields, partial: false });
  if (given.complainantName == null) row.complainantName = null;
  const { receivedAt: received, ...outside } = more;
  const intake = checkFields(kindNamed('ComplaintIntake'), outside, { fields: intakeFields, partial: true });
  problems.push(...intake.problems);
  const at = checkFields(
    kind,
    { receivedAt: received ?? work.now.toISOString() },
    { fields: ['receivedAt'], partial: true },
  );
  problems.push(...at.problems, ...(await cardProblems(work, row)));
  const receivedAt = String(at.row.receivedAt ?? work.now.toISOString());
  if (at.problems.length === 0 && Date.parse(receivedAt) > work.now.getTime())
    problems.push({ path: 'receivedAt', message: 'input.receivedLater' });
  if (
    intake.row.outsideDueAt != null &&
    Date.parse(String(intake.row.outsideDueAt)) <= Date.parse(receivedAt)
  )
    problems.push({ path: 'outsideDueAt', message: 'input.outsideDuePast' });
  if (problems.length > 0) throw badInput(...problems);
  return { row: await placed(work, row), receivedAt: new Date(receivedAt).toISOString(), intake: intake.row };
}

/** What refers to records that are not there, and a grave case without its reason. */
export async function cardProblems(work: Work, row: RecordRow): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [property, kind] of Object.entries(references)) {
    const id = row[property];
    if (id == null) continue;
    const found = await work.peek(kind, String(id));
    // An order that was found by its number at intake need not lie within the person's scope.
    if (!found) problems.push({ path: property, message: 'input.noSuchRecord' });
    else if (property === 'storeId' && found.kind !== 'STORE')
      problems.push({ path: property, message: 'rule.notAStore' });
  }
  if (row.severity === 'SEVERE' && row.severityReason == null)
    problems.push({ path: 'severityReason', message: 'input.required' });
  return problems;
}

/** The store of a case is the one named, else that of whoever registers it there. */
async function placed(work: Work, row: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (row.storeId !== undefined) return row;
  if (work.actor.storeId !== null) return { ...row, storeId: work.actor.storeId };
  const customer = row.customerId == null ? null : await work.peek('Customer', String(row.customerId));
  return { ...row, storeId: customer?.storeId ?? null };
}

export function checkedDemands(given: unknown): Demand[] {
  const kind = kindNamed('ComplaintDemand');
  const problems: FieldProblem[] = [];
  const demands = ((given ?? []) as readonly Given[]).map((demand, at) => {
    const { row, problems: found } = checkFields(
      kind,
      { ...demand },
      {
        fields: ['type', 'detail'],
        partial: false,
        path: `demands.${at}.`,
      },
    );
    problems.push(...found);
    return { type: row.type as DemandType, detail: (row.detail as string | undefined) ?? null };
  });
  if (problems.length > 0) throw badInput(...problems);
  return demands.filter(
    ({ type }, at) => type === 'OTHER' || demands.findIndex((one) => one.type === type) === at,
  );
}

function settlement(amount: unknown, type: unknown, text: unknown): Settlement {
  const { row, problems } = checkFields(
    kindNamed('CompensationRequest'),
    { amount: amount ?? '0', type: type ?? 'DISCOUNT', reason: text },
    { fields: ['amount', 'type', 'reason'], partial: false },
  );
  const names: Readonly<Record<string, string>> = {
    amount: 'settledAmount',
    type: 'settledType',
    reason: 'settledText',
  };
  if (problems.length > 0)
    throw badInput(...problems.map((one) => ({ ...one, path: names[one.path] ?? one.path })));
  const given = Number(row.amount) > 0;
  return { amount: given ? String(row.amount) : null, type: String(row.type), text: String(row.reason) };
}

/** What was said and given on the spot, for the ruling and the books. */
async function noteSettlement(
  work: Work,
  complaintId: string,
  { amount, type, text }: Settlement,
): Promise<void> {
  const at = work.now.toISOString();
  const byId = work.actor.staffId;
  await work.insert('TrackingEntry', { complaintId, kind: 'SOOTHE', text, byId, at });
  if (amount === null) return;
  await work.insert('CompensationRequest', {
    complaintId,
    type,
    amount,
    reason: text,
    state: 'EXECUTED',
    requestedById: byId,
    requestedAt: at,
    decidedAt: at,
    decision: '门店限额内当场处理',
    executedById: byId,
    executedAt: at,
  });
}

/** The manager of a key account is copied on all steps of its cases (R3.5, D1.3). */
async function tellKeyAccountManager(
  work: Work,
  complaint: RecordRow,
  customer: RecordRow | null,
): Promise<readonly Told[]> {
  if (customer?.type !== 'KEY_ACCOUNT' || customer.ownerId == null) return [];
  const staffId = String(customer.ownerId);
  if (staffId === String(complaint.complainedStaffId)) return [];
  await work.insert('CaseParticipant', {
    complaintId: complaint.id,
    staffId,
    part: 'KEY_ACCOUNT_MANAGER',
    since: work.now.toISOString(),
  });
  if (staffId === work.actor.staffId) return [];
  const no = String(complaint.no);
  return notify(work, {
    to: [staffId],
    message: 'intake.keyAccount',
    content: { no },
    weight: 'INFO',
    kind: 'Complaint',
    recordId: String(complaint.id),
    recordNo: no,
  });
}

export function ids(given: unknown): string[] {
  return ((given ?? []) as readonly unknown[]).map(String);
}
function pick(row: Given, names: readonly string[]): Given {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
function without(row: Given, names: readonly string[]): Given {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
