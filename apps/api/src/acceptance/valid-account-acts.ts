import type { RecordRow } from '../records/encode.js';
import { house, houseStaff } from '../testing/small-house.js';
import type { Input, ValidAct } from './valid-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';
const at = '2026-01-06T02:00:00.000Z';
const reason = '按公司安排';
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const instantAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const seen = (id: string) => ({ id, expectedVersion: 1 });

const company = (world: World, more: RecordRow = {}) =>
  world.plant('Customer', {
    customerNo: `KA-${world.next()}`,
    type: 'KEY_ACCOUNT',
    partyType: 'ORGANISATION',
    name: `集团${world.next()}`,
    lifecycle: 'ACTIVE',
    departmentId: house.departments.sales,
    regionId: house.regions.east,
    ownerId: staff('kam'),
    ...more,
  });

const account = async (world: World, more: RecordRow = {}) =>
  world.plant('KeyAccount', {
    accountNo: `KA-${world.next()}`,
    customerId: await company(world),
    regionId: house.regions.east,
    managerId: staff('kam'),
    kind: 'IMPORTANT',
    state: 'ACTIVE',
    phase: 'EARLY',
    phaseSince: at,
    ...more,
  });

const solicitation = (world: World, more: RecordRow = {}) =>
  world.plant('Solicitation', {
    no: `ZS-${world.next()}`,
    prospect: `目标${world.next()}`,
    regionId: house.regions.east,
    ownerId: staff('kam'),
    stage: 'LEAD',
    stageSince: at,
    cost: '0',
    ...more,
  });

const contract = async (world: World, more: RecordRow = {}) =>
  world.plant('Contract', {
    no: `HT-${world.next()}`,
    name: '年度合同',
    customerId: await company(world),
    ownerId: staff('kam'),
    state: 'DRAFT',
    startsOn: '2026-01-01',
    endsOn: dayAfter(90),
    amount: '1000',
    paymentDays: 30,
    taxMode: 'INCLUDED',
    renewalDays: 60,
    ...more,
  });

const visit = async (world: World, more: RecordRow = {}) =>
  world.plant('CustomerVisit', {
    no: `BF-${world.next()}`,
    customerId: await company(world),
    visitorId: staff('kam'),
    state: 'PLANNED',
    plannedAt: at,
    level: 'SENIOR',
    mode: 'ON_SITE',
    objective: 'DEEPEN',
    nextSteps: 0,
    ...more,
  });

const handover = async (world: World, more: RecordRow = {}) =>
  world.plant('PhaseHandover', {
    no: `YJ-${world.next()}`,
    keyAccountId: await account(world),
    toPhase: 'REGULAR',
    state: 'PROPOSED',
    reason,
    fromManagerId: staff('kam'),
    proposedAt: at,
    itemCount: 0,
    ...more,
  });

const paper = async (world: World) => {
  const id = await contract(world, { state: 'DRAFT' });
  await world.plant('ContractFile', {
    contractId: id,
    fileName: '合同.pdf',
    mime: 'application/pdf',
    size: 3,
    sha256: 'a'.repeat(64),
    personal: true,
    uploadedById: staff('kam'),
    uploadedAt: at,
  });
  return id;
};

type Plant = (world: World, more?: RecordRow) => Promise<string>;

/** An act on a record of a plant, as it stands. */
const on = (as: string, plant: Plant, input: Input = {}, more: RecordRow = {}): ValidAct => ({
  as,
  input: async (world) => ({ ...seen(await plant(world, more)), ...input }),
});

const solicitationActs: Readonly<Record<string, ValidAct>> = {
  openSolicitation: {
    as: 'kam',
    kind: 'Solicitation',
    back: 'solicitation { FIELD }',
    mentions: ['customerId'],
    input: async (world) => ({ prospect: `新目标${world.next()}`, regionId: house.regions.east }),
  },
  updateSolicitation: {
    ...on('kam', solicitation, { need: '办公桌椅' }),
    kind: 'Solicitation',
    mentions: ['customerId'],
  },
  advanceSolicitation: on('kam', solicitation, { stage: 'CONTACTED' }),
  signSolicitation: {
    as: 'kam',
    async input(world) {
      const customerId = await company(world, { type: 'CORPORATE' });
      await contract(world, { customerId, state: 'ACTIVE' });
      return seen(await solicitation(world, { customerId, stage: 'NEGOTIATING', expectedAmount: '1000' }));
    },
  },
  loseSolicitation: { ...on('kam', solicitation, { lostReason: 'PRICE' }), kind: 'Solicitation' },
  reopenSolicitation: on('kam', solicitation, {}, { stage: 'LOST', endedAt: new Date().toISOString() }),
  assignSolicitation: on('dept-head', solicitation, { ownerId: staff('kam'), reason }),
};

const contractActs: Readonly<Record<string, ValidAct>> = {
  draftContract: {
    as: 'kam',
    kind: 'Contract',
    back: 'contract { FIELD }',
    mentions: ['customerId'],
    mayBeEmpty: ['prices', 'fileIds'],
    input: async (world) => ({
      customerId: await company(world),
      name: `供货合同${world.next()}`,
      startsOn: dayAfter(1),
      endsOn: dayAfter(366),
    }),
  },
  updateContract: {
    ...on('kam', contract, { amount: '2000' }),
    kind: 'Contract',
    mayBeEmpty: ['prices', 'fileIds'],
  },
  submitContract: { ...on('kam', paper), mayBeEmpty: ['fileIds'] },
  approveContract: on('dept-head', contract, { decision: 'PASS' }, { state: 'DEPT_REVIEW' }),
  renewContract: on('kam', contract, {}, { state: 'ACTIVE' }),
  terminateContract: on('dept-head', contract, { reason }, { state: 'ACTIVE' }),
};

const keepingActs: Readonly<Record<string, ValidAct>> = {
  assignKeyAccount: on('dept-head', account, { managerId: staff('kam'), reason }),
  updateKeyAccount: { ...on('kam', account, { kind: 'GROUP' }), kind: 'KeyAccount' },
  pauseKeyAccount: on('dept-head', account, { reason }),
  resumeKeyAccount: on('dept-head', account, { reason }, { state: 'PAUSED' }),
  endKeyAccount: on('dept-head', account, { reason }),
  saveDecisionMaker: {
    as: 'kam',
    kind: 'DecisionMaker',
    named: 'keyAccountId',
    async input(world) {
      const customerId = await company(world);
      return {
        keyAccountId: await account(world, { customerId }),
        contactId: await world.plant('Contact', { customerId, name: '负责人', isPrimary: false }),
        role: 'DECIDER',
      };
    },
  },
  removeDecisionMaker: {
    as: 'kam',
    async input(world) {
      const customerId = await company(world);
      return seen(
        await world.plant('DecisionMaker', {
          keyAccountId: await account(world, { customerId }),
          contactId: await world.plant('Contact', { customerId, name: '负责人', isPrimary: false }),
          role: 'BUYER',
        }),
      );
    },
  },
};

const visitActs: Readonly<Record<string, ValidAct>> = {
  setVisitRhythm: {
    as: 'dept-head',
    kind: 'VisitRhythm',
    input: async (world) => ({ grade: 'C', days: 10 + world.next() }),
  },
  planVisit: {
    as: 'kam',
    kind: 'CustomerVisit',
    back: 'customerVisit { FIELD }',
    mentions: ['customerId', 'solicitationId'],
    input: async (world) => ({
      customerId: await company(world),
      plannedAt: instantAfter(2),
      level: 'MIDDLE',
      mode: 'PHONE',
      objective: 'PROGRESS',
    }),
  },
  checkInVisit: {
    ...on('kam', visit, { place: '客户会议室' }),
    kind: 'CustomerVisit',
    mayBeEmpty: ['fileIds'],
  },
  reportVisit: {
    ...on('kam', visit, { topics: '供货', result: 'REACHED' }),
    kind: 'CustomerVisit',
    mayBeEmpty: ['fileIds', 'nextSteps'],
  },
  reviewVisit: { ...on('dept-head', visit, {}, { state: 'REPORTED' }), kind: 'CustomerVisit' },
  cancelVisit: on('kam', visit, { reason }),
};

const item = async (world: World, received: boolean) => {
  const handoverId = await handover(world);
  const itemId = await world.plant('HandoverItem', {
    handoverId,
    itemNo: 1,
    kind: 'OTHER',
    title: '钥匙',
    received,
  });
  return { handoverId, itemId };
};

const handoverActs: Readonly<Record<string, ValidAct>> = {
  proposeHandover: {
    as: 'kam',
    named: 'keyAccountId',
    input: async (world) => ({ keyAccountId: await account(world), reason }),
  },
  refreshHandover: on('kam', handover),
  tickHandoverItem: {
    as: 'ops',
    kind: 'HandoverItem',
    named: 'handoverId',
    async input(world) {
      const { handoverId, itemId } = await item(world, false);
      return { handoverId, itemIds: [itemId] };
    },
  },
  acceptHandover: {
    as: 'ops',
    kind: 'PhaseHandover',
    input: async (world) => seen((await item(world, true)).handoverId),
  },
  refuseHandover: on('ops', handover, { reason }),
  approveHandover: on('dept-head', handover, {}, { state: 'ACCEPTED', toStaffId: staff('ops') }),
  withdrawHandover: on('kam', handover, { reason }),
  returnAccountToEarly: on('dept-head', account, { reason }, { phase: 'REGULAR' }),
};

/** Acts on solicitations, contracts, accounts, visits and hand-overs, done as they should be. */
export const accountActs: Readonly<Record<string, ValidAct>> = {
  ...solicitationActs,
  ...contractActs,
  ...keepingActs,
  ...visitActs,
  ...handoverActs,
};
