import type { Role } from '@kehu/domain/access/roles';
import type { RecordRow } from '../records/encode.js';
import type { Put } from './planted.js';
import type { Tag } from './tags.js';

const at = '2026-01-05T02:00:00.000Z';
const day = '2026-01-05';

/** A customer with what hangs on him already, and where he lies. */
export interface AccountPlace {
  readonly customerId: string;
  readonly contactId: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly productId: string;
  /** Whose the records are, where they are somebody's. */
  readonly person: string;
  /** The region of records that have one of their own. */
  readonly regionId: string;
  /** The engineer of the technical support, through whom engineers see the rest. */
  readonly engineer: string;
  readonly stranger: string;
}

/** A record of everything that key accounts have, at one place; parts must be seen exactly where their whole is. */
export function plantAccounts(put: Put, of: Role, tag: Tag, place: AccountPlace): void {
  const key = `${of}-${tag}`;
  const { customerId, productId, stranger } = place;
  const plant = (kind: string, row: RecordRow) => put(kind, of, tag, row);
  const regional = { regionId: place.regionId };
  // What a region shows is somebody's of another region.
  const person = tag === 'REGION' ? stranger : place.person;
  const step = { transition: '1', act: 'proof', byId: stranger, at };
  const file = { fileName: 'a.pdf', mime: 'application/pdf', size: 1, sha256: '0'.repeat(64) };
  const paper = { ...file, personal: false, uploadedById: stranger, uploadedAt: at };

  const keyAccountId = plant('KeyAccount', {
    ...regional,
    accountNo: `KA-${key}`,
    customerId,
    managerId: person,
    kind: 'IMPORTANT',
    state: 'ACTIVE',
    phase: 'EARLY',
    phaseSince: at,
    annualPotential: '1000000.00',
  });
  const assignment = { managerId: stranger, regionId: place.regionId, reason: '分派', startsAt: at };
  plant('AccountAssignment', { ...assignment, keyAccountId });
  plant('DecisionMaker', { keyAccountId, contactId: place.contactId, role: 'DECIDER' });
  const handoverId = plant('PhaseHandover', {
    no: `YJ-${key}`,
    keyAccountId,
    toPhase: 'REGULAR',
    state: 'PROPOSED',
    reason: '转入正式',
    fromManagerId: stranger,
    proposedAt: at,
    itemCount: 1,
  });
  plant('HandoverItem', { handoverId, itemNo: 1, kind: 'OTHER', title: '钥匙', received: false });
  const solicitationId = plant('Solicitation', {
    ...regional,
    no: `ZS-${key}`,
    prospect: `目标${key}`,
    ownerId: person,
    stage: 'LEAD',
    stageSince: at,
    cost: '0',
  });
  plant('SolicitationStep', { ...step, solicitationId, toStage: 'LEAD' });

  const contractId = plant('Contract', {
    no: `HT-${key}`,
    name: `合同${key}`,
    customerId,
    ownerId: stranger,
    state: 'ACTIVE',
    startsOn: day,
    endsOn: '2027-01-05',
    paymentDays: 30,
    taxMode: 'INCLUDED',
    renewalDays: 60,
  });
  const price = { contractId, productId, unitPrice: '90', unit: '件', taxRate: 0.13, active: true };
  plant('ContractPrice', price);
  plant('ContractFile', { ...paper, contractId });
  const visitId = plant('CustomerVisit', {
    no: `BF-${key}`,
    customerId,
    visitorId: stranger,
    state: 'PLANNED',
    plannedAt: at,
    level: 'SENIOR',
    mode: 'ON_SITE',
    objective: 'DEEPEN',
    participants: `郑参加${key}`,
    competitorInfo: '绝密',
    nextSteps: 0,
  });
  plant('VisitFile', { ...paper, visitId });

  plantOrderParts(plant, place, { step, paper, key });
  plantServices(plant, place, { step, paper, key });
  plantPlansAndCosts(plant, person, place, { keyAccountId, step, paper, key });
}

type Plant = (kind: string, row: RecordRow) => string;
interface Common {
  readonly step: RecordRow;
  readonly paper: RecordRow;
  readonly key: string;
}

function plantOrderParts(plant: Plant, place: AccountPlace, { step, paper, key }: Common): void {
  const { orderId, customerId, stranger } = place;
  const by = { orderId, byId: stranger, at };
  plant('OrderStep', { ...step, orderId, toState: 'DRAFT' });
  plant('OrderReviewItem', { ...by, orderVersion: 1, kind: 'PRICE', met: true });
  plant('OrderMilestone', { ...by, kind: 'PACKED', plannedOn: day, firstPlannedOn: day });
  plant('OrderComment', { ...by, text: `批注${key}` });
  plant('CustomerNotice', { ...by, occasion: 'DISPATCH', mode: 'PHONE' });
  plant('OrderChange', {
    ...by,
    orderVersion: 2,
    reason: '加急',
    before: {},
    after: {},
    totalBefore: '1',
    totalAfter: '2',
  });
  plant('OrderApproval', {
    orderId,
    kind: 'SPECIAL_PRICE',
    state: 'REQUESTED',
    reason: '大单',
    requestedById: stranger,
    requestedAt: at,
  });
  const shipmentId = plant('Shipment', {
    no: `FH-${key}`,
    orderId,
    state: 'PLANNED',
    stateSince: at,
    plannedOn: day,
    consignee: `冯收货${key}`,
    phone: '13612345678',
  });
  plant('ShipmentLine', { shipmentId, orderLineId: place.lineId, quantity: '1' });
  plant('ShipmentStep', { ...step, shipmentId, toState: 'PLANNED' });
  plant('ShipmentFile', { ...paper, shipmentId });
  const exception = { kind: 'DAMAGE', description: '破损', reportedById: stranger, reportedAt: at };
  plant('ShipmentException', { ...exception, shipmentId });
  plant('Invoice', { ...by, no: `FP-${key}`, state: 'ISSUED', amount: '100', tax: '13', issuedOn: day });
  const paymentId = plant('Payment', {
    no: `HK-${key}`,
    customerId,
    amount: '100',
    unallocated: '0',
    method: 'TRANSFER',
    receivedOn: day,
    byId: stranger,
    at,
  });
  plant('PaymentAllocation', { ...by, paymentId, amount: '100' });
}

function plantServices(plant: Plant, place: AccountPlace, { step, paper, key }: Common): void {
  const { orderId, customerId, stranger } = place;
  const afterSalesCaseId = plant('AfterSalesCase', {
    no: `SH-${key}`,
    kind: 'REPAIR',
    state: 'OPEN',
    stateSince: at,
    customerId,
    orderId,
    responsibleId: stranger,
    description: '断裂',
    openedAt: at,
  });
  plant('AfterSalesLine', { afterSalesCaseId, orderLineId: place.lineId, quantity: '1' });
  plant('AfterSalesStep', { ...step, afterSalesCaseId, toState: 'OPEN' });
  const requestId = plant('TechSupportRequest', {
    no: `JS-${key}`,
    type: 'SUPPORT',
    level: 'LEVEL_1',
    state: 'ASSIGNED',
    stateSince: at,
    customerId,
    orderId,
    afterSalesCaseId,
    problem: '卡纸',
    coordinatorId: stranger,
    engineerId: place.engineer,
    requestedAt: at,
    signedBy: `陈签字${key}`,
  });
  plant('TechSupportStep', { ...step, requestId, toState: 'REQUESTED' });
  plant('SupportFile', { ...paper, requestId });
}

function plantPlansAndCosts(
  plant: Plant,
  person: string,
  place: AccountPlace,
  { keyAccountId, step, paper, key }: Common & { readonly keyAccountId: string },
): void {
  const { customerId, regionId, stranger } = place;
  const sums = { amount: '1', quantity: '1', collection: '1', cost: '1' };
  const planId = plant('SalesPlan', {
    ...sums,
    regionId,
    name: `计划${key}`,
    periodType: 'MONTH',
    period: '2026-01',
    planVersion: 1,
    state: 'DRAFT',
    stateSince: at,
    ownerId: person,
    tolerance: 0,
  });
  plant('SalesPlanLine', { ...sums, planId, customerId });
  plant('SalesPlanStep', { ...step, planId, toState: 'DRAFT' });
  const dealerId = plant('Dealer', {
    dealerNo: `JXS-${key}`,
    customerId,
    regionId,
    territory: '杭州',
    level: '一级',
    state: 'ACTIVE',
    managerId: person,
    creditLimit: '500000.00',
  });
  const by = { byId: stranger, at };
  plant('DealerRebate', { ...by, dealerId, period: '2026-01', basis: '1', rate: 0.01, amount: '1' });
  plant('TerritoryBreach', { ...by, dealerId, foundOn: day, place: '苏州' });
  plant('DealerPolicy', {
    code: `ZD-${key}`,
    title: '返利办法',
    ruleVersion: 1,
    state: 'DRAFT',
    text: '按季度',
    authorId: place.person,
  });
  plant('ImprovementProposal', {
    no: `JY-${key}`,
    title: '合并发货',
    type: 'COST',
    state: 'SUBMITTED',
    problem: '一单多车',
    suggestion: '合并',
    proposerId: place.person,
    submittedAt: at,
    dueAt: at,
  });
  const cost = { kind: 'LOGISTICS', period: '2026-01', keyAccountId };
  plant('ResourceAllocation', { ...cost, regionId, ownerId: person, name: '预算', planned: '1', used: '0' });
  plant('CostEntry', { ...cost, regionId, ownerId: person, description: '运费', amount: '1', at });
  const expenseId = plant('ExpenseClaim', {
    no: `FY-${key}`,
    kind: 'LOGISTICS',
    state: 'REQUESTED',
    purpose: '样品',
    keyAccountId,
    requested: '1',
    byId: person,
    at,
  });
  plant('ExpenseFile', { ...paper, expenseId });
}

/** What of key accounts is the whole house's. */
export function plantAccountRules(put: Put, productId: string): void {
  put('Stock', null, 'OTHER', { productId, warehouse: '总仓', onHand: '10' });
  put('VisitRhythm', null, 'OTHER', { grade: 'A', days: 30, effectiveFrom: day });
}
