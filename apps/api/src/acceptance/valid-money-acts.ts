import type { ExpenseState } from '@kehu/domain/key-accounts/cost';
import type { DealerRuleState } from '@kehu/domain/key-accounts/dealer';
import type { ProposalState } from '@kehu/domain/key-accounts/proposal';
import type { RecordRow } from '../records/encode.js';
import { house, houseStaff } from '../testing/small-house.js';
import type { Input, ValidAct } from './valid-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';
const at = '2026-01-06T02:00:00.000Z';
const reason = '按公司安排';
const seen = (id: string) => ({ id, expectedVersion: 1 });

const company = (world: World, more: RecordRow = {}) =>
  world.plant('Customer', {
    customerNo: `HK-${world.next()}`,
    type: 'DEALER',
    partyType: 'ORGANISATION',
    name: `商贸${world.next()}`,
    lifecycle: 'ACTIVE',
    departmentId: house.departments.sales,
    regionId: house.regions.east,
    ownerId: staff('kam'),
    ...more,
  });

const account = async (world: World) =>
  world.plant('KeyAccount', {
    accountNo: `KA-HK-${world.next()}`,
    customerId: await company(world),
    regionId: house.regions.east,
    managerId: staff('kam'),
    kind: 'IMPORTANT',
    state: 'ACTIVE',
    phase: 'EARLY',
    phaseSince: at,
  });

const delivered = (world: World, customerId: string) =>
  world.plant('Order', {
    orderNo: `DD-HK-${world.next()}`,
    state: 'DELIVERED',
    customerId,
    ownerId: staff('kam'),
    orderedAt: at,
    returned: false,
    total: '100000',
    taxMode: 'INCLUDED',
  });

const payment = async (world: World, customerId: string) =>
  world.plant('Payment', {
    no: `HK-QA-${world.next()}`,
    customerId,
    amount: '1000',
    unallocated: '1000',
    method: 'TRANSFER',
    receivedOn: '2026-01-06',
    byId: staff('finance'),
    at,
  });

const paymentActs: Readonly<Record<string, ValidAct>> = {
  recordPayment: {
    as: 'finance',
    kind: 'Payment',
    back: 'payment { FIELD }',
    mentions: ['customerId'],
    mayBeEmpty: ['allocations'],
    async input(world) {
      const customerId = await company(world);
      return {
        customerId,
        amount: '1000',
        method: 'TRANSFER',
        receivedOn: '2026-01-06',
        allocations: [{ orderId: await delivered(world, customerId), amount: '600' }],
      };
    },
  },
  allocatePayment: {
    as: 'finance',
    async input(world) {
      const customerId = await company(world);
      const allocations = [{ orderId: await delivered(world, customerId), amount: '600' }];
      return { ...seen(await payment(world, customerId)), allocations };
    },
  },
  undoAllocation: {
    as: 'finance',
    named: 'allocationId',
    async input(world) {
      const customerId = await company(world);
      const allocationId = await world.plant('PaymentAllocation', {
        paymentId: await payment(world, customerId),
        orderId: await delivered(world, customerId),
        amount: '1',
        byId: staff('finance'),
        at,
      });
      return { allocationId, reason };
    },
  },
  issueInvoice: {
    as: 'finance',
    kind: 'Invoice',
    back: 'invoice { FIELD }',
    mentions: ['orderId'],
    input: async (world) => ({
      orderId: await delivered(world, await company(world)),
      no: `FP-${world.next()}`,
      amount: '113',
      tax: '13',
      issuedOn: '2026-01-07',
    }),
  },
  voidInvoice: {
    as: 'finance',
    input: async (world) => ({
      ...seen(
        await world.plant('Invoice', {
          no: `FP-${world.next()}`,
          orderId: await delivered(world, await company(world)),
          state: 'ISSUED',
          amount: '113',
          tax: '13',
          issuedOn: '2026-01-07',
          byId: staff('finance'),
          at,
        }),
      ),
      reason,
    }),
  },
};

const dealer = async (world: World, more: RecordRow = {}) =>
  world.plant('Dealer', {
    dealerNo: `JXS-${world.next()}`,
    customerId: await company(world),
    regionId: house.regions.east,
    territory: '浙江省',
    level: '一级',
    state: 'ACTIVE',
    managerId: staff('kam'),
    ...more,
  });

const dealerActs: Readonly<Record<string, ValidAct>> = {
  createDealer: {
    as: 'kam',
    kind: 'Dealer',
    back: 'dealer { FIELD }',
    mentions: ['customerId'],
    input: async (world) => ({
      customerId: await company(world),
      dealerNo: `JXS-${world.next()}`,
      territory: '浙江省',
      level: '一级',
    }),
  },
  updateDealer: {
    as: 'dept-head',
    kind: 'Dealer',
    back: 'dealer { FIELD }',
    input: async (world) => ({ ...seen(await dealer(world)), territory: '江苏省', creditLimit: '1000' }),
  },
  suspendDealer: { as: 'dept-head', input: async (world) => ({ ...seen(await dealer(world)), reason }) },
  resumeDealer: {
    as: 'dept-head',
    input: async (world) => ({ ...seen(await dealer(world, { state: 'SUSPENDED' })), reason }),
  },
  endDealer: { as: 'dept-head', input: async (world) => ({ ...seen(await dealer(world)), reason }) },
  recordRebate: {
    as: 'kam',
    kind: 'DealerRebate',
    named: 'dealerId',
    input: async (world) => ({ dealerId: await dealer(world), period: '2026-01', basis: '1000', rate: 0.01 }),
  },
  recordTerritoryBreach: {
    as: 'kam',
    kind: 'TerritoryBreach',
    named: 'dealerId',
    input: async (world) => ({ dealerId: await dealer(world), foundOn: '2026-01-06', place: '福州' }),
  },
};

const dealerRule = (world: World, state: DealerRuleState) =>
  world.plant('DealerPolicy', {
    code: `GZ-${world.next()}`,
    title: '窜货管理',
    ruleVersion: 1,
    state,
    text: '不得跨区销售。',
    effectiveOn: '2026-02-01',
    authorId: staff('kam'),
  });
const onRule = (as: string, state: DealerRuleState, input: Input = {}): ValidAct => ({
  as,
  input: async (world) => ({ ...seen(await dealerRule(world, state)), ...input }),
});

const ruleActs: Readonly<Record<string, ValidAct>> = {
  draftDealerRule: {
    as: 'kam',
    kind: 'DealerPolicy',
    back: 'dealerPolicy { FIELD }',
    input: async (world) => ({ code: `GZ-${world.next()}`, title: '返利办法', text: '按季度结算。' }),
  },
  updateDealerRule: {
    ...onRule('kam', 'DRAFT', { title: '窜货处罚办法' }),
    kind: 'DealerPolicy',
    back: 'dealerPolicy { FIELD }',
  },
  submitDealerRule: onRule('kam', 'DRAFT'),
  reviewDealerRule: onRule('dept-head', 'DEPT_REVIEW', { decision: 'PASS' }),
  enactDealerRule: onRule('gm', 'GM_REVIEW'),
  supersedeDealerRule: onRule('gm', 'EFFECTIVE'),
};

const budget = async (world: World) =>
  world.plant('ResourceAllocation', {
    name: `预算${world.next()}`,
    kind: 'SOLICITATION',
    period: '2026-01',
    keyAccountId: await account(world),
    regionId: house.regions.east,
    ownerId: staff('kam'),
    planned: '1000',
    used: '0',
  });
const expense = async (world: World, state: ExpenseState) =>
  world.plant('ExpenseClaim', {
    no: `FY-QA-${world.next()}`,
    kind: 'SOLICITATION',
    state,
    purpose: '展会摊位',
    keyAccountId: await account(world),
    requested: '300',
    byId: staff('kam'),
    at,
  });
const bill = async (world: World) => {
  const expenseId = await expense(world, 'APPROVED');
  await world.plant('ExpenseFile', {
    expenseId,
    fileName: '发票.pdf',
    mime: 'application/pdf',
    size: 3,
    sha256: 'a'.repeat(64),
    personal: true,
    uploadedById: staff('kam'),
    uploadedAt: at,
  });
  return expenseId;
};
const onExpense = (as: string, state: ExpenseState, input: Input = {}): ValidAct => ({
  as,
  kind: 'ExpenseClaim',
  input: async (world) => ({ ...seen(await expense(world, state)), ...input }),
});

const costActs: Readonly<Record<string, ValidAct>> = {
  allocateResource: {
    as: 'kam',
    kind: 'ResourceAllocation',
    back: 'resourceAllocation { FIELD }',
    input: async (world) => ({
      name: '一月招商',
      kind: 'SOLICITATION',
      period: '2026-01',
      keyAccountId: await account(world),
      planned: '1000',
    }),
  },
  updateAllocation: {
    as: 'kam',
    kind: 'ResourceAllocation',
    back: 'resourceAllocation { FIELD }',
    input: async (world) => ({ ...seen(await budget(world)), planned: '2000' }),
  },
  addCostEntry: {
    as: 'kam',
    kind: 'CostEntry',
    back: 'costEntry { FIELD }',
    input: async (world) => ({
      kind: 'SOLICITATION',
      period: '2026-01',
      description: '差旅',
      amount: '10.5',
      keyAccountId: await account(world),
    }),
  },
  requestExpense: {
    as: 'kam',
    kind: 'ExpenseClaim',
    back: 'expenseClaim { FIELD }',
    input: async (world) => ({
      kind: 'SOLICITATION',
      purpose: '展会摊位',
      requested: '300',
      keyAccountId: await account(world),
    }),
  },
  decideExpense: onExpense('dept-head', 'REQUESTED', { decision: 'PASS' }),
  claimExpense: { as: 'kam', mayBeEmpty: ['fileIds'], input: async (world) => seen(await bill(world)) },
  reapplyExpense: onExpense('kam', 'APPROVED', { requested: '400', reason }),
  settleExpense: onExpense('finance', 'CLAIMED', { settled: '280' }),
  withdrawExpense: onExpense('kam', 'REQUESTED'),
};

const proposal = (world: World, state: ProposalState) =>
  world.plant('ImprovementProposal', {
    no: `JY-QA-${world.next()}`,
    title: '合并发货',
    type: 'COST',
    state,
    problem: '同城订单分车送货。',
    suggestion: '按片区合并。',
    proposerId: staff('kam'),
    submittedAt: at,
    dueAt: '2026-01-27T15:59:59.999Z',
  });
const onProposal = (as: string, state: ProposalState, input: Input = {}): ValidAct => ({
  as,
  kind: 'ImprovementProposal',
  input: async (world) => ({ ...seen(await proposal(world, state)), ...input }),
});

const proposalActs: Readonly<Record<string, ValidAct>> = {
  submitProposal: {
    as: 'kam',
    kind: 'ImprovementProposal',
    back: 'improvementProposal { FIELD }',
    input: async (world) => ({
      title: `合并发货${world.next()}`,
      type: 'COST',
      problem: '同城订单分车送货。',
      suggestion: '按片区合并。',
    }),
  },
  reviewProposal: onProposal('dept-head', 'SUBMITTED', { review: '可行' }),
  decideProposal: onProposal('gm', 'REVIEWED', { decision: 'ADOPT' }),
  implementProposal: onProposal('dept-head', 'ADOPTED'),
  checkProposalEffect: onProposal('gm', 'IMPLEMENTED', { effect: '每月少发二十车' }),
};

/** One valid example of every act on payments, dealers, costs and proposals. */
export const moneyActs: Readonly<Record<string, ValidAct>> = {
  ...paymentActs,
  ...dealerActs,
  ...ruleActs,
  ...costActs,
  ...proposalActs,
};
