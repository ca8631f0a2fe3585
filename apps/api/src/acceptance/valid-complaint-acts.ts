import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import { actInput, type CasePeople, plantCase } from '../departments/complaints/testing/plant-case.js';
import type { RecordRow } from '../records/encode.js';
import { house, houseStaff } from '../testing/small-house.js';
import type { ValidAct } from './valid-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';

/** The people of the small house behind a case of store A, handled at headquarters. */
export const casePeople: CasePeople = {
  store: house.departments.storeA,
  department: house.departments.headquarters,
  assessor: staff('store-staff'),
  ruler: staff('area-manager'),
  handler: staff('handler'),
  owner: staff('ops-cs'),
  executor: staff('handler'),
};

const planted = (world: World, state: ComplaintState, more: RecordRow = {}) =>
  plantCase((kind, row) => world.plant(kind, row), state, casePeople, more);

const elsewhere = { storeId: house.departments.storeB, receivedById: null, ownerId: null };

/** An act of the table on a case in a state, by somebody who may. */
const act = (as: string, name: string, state: ComplaintState, more: RecordRow = {}): [string, ValidAct] => [
  name,
  {
    as,
    input: async (world) => {
      const { id, original } = await planted(world, state, more);
      return { id, expectedVersion: 1, ...actInput(name, casePeople, original) };
    },
    // Whoever sees the whole house has no case that is not his to see.
    ...(['ops-cs', 'hr-admin', 'gm'].includes(as)
      ? {}
      : {
          foreign: async (world: World) =>
            (
              await planted(world, 'REGISTERED', {
                ...elsewhere,
                handlingDepartmentId: null,
                handlerId: null,
              })
            ).id,
        }),
  },
];

const withStep = async (world: World, byId: string, deskId: string) => {
  const { id } = await planted(world, 'PENDING_RULING', { deskId });
  await world.plant('CaseStep', {
    complaintId: id,
    action: 'assessComplaint',
    transition: '2',
    from: 'REGISTERED',
    to: 'PENDING_RULING',
    byId,
    at: '2026-01-06T02:00:00.000Z',
    late: false,
    conflictOverride: false,
    priorValues: {
      state: 'REGISTERED',
      stateSince: '2026-01-06T01:00:00.000Z',
      stepDueAt: null,
      deskId: byId,
    },
  });
  return { id, expectedVersion: 1 };
};

/** One valid example of every act of the pipeline. */
export const complaintActs: Readonly<Record<string, ValidAct>> = {
  ...Object.fromEntries([
    act('store-staff', 'assessComplaint', 'REGISTERED'),
    act('store-sup', 'ruleOnComplaint', 'PENDING_RULING'),
    act('store-staff', 'explainNonAcceptance', 'NOT_ACCEPTED'),
    act('ops-cs', 'overrideRuling', 'NOT_ACCEPTED'),
    act('hr-admin', 'assignComplaint', 'ACCEPTED'),
    act('ops-cs', 'submitContractDispute', 'ACCEPTED', { situation: 'B_CONTRACT' }),
    act('handler', 'acceptAssignment', 'ASSIGNED'),
    act('handler-sup', 'refuseAssignment', 'ASSIGNED'),
    act('handler', 'submitInvestigationReport', 'INVESTIGATING'),
    act('handler', 'saveInvestigationReport', 'INVESTIGATING'),
    act('handler-sup', 'reviewInvestigationReport', 'REPORT_REVIEW'),
    act('hr-admin', 'giveHrOpinion', 'HR_REVIEW'),
    act('gm', 'decideComplaint', 'GM_REVIEW'),
    act('handler', 'submitHandlingOpinion', 'OPINION_DRAFT'),
    act('handler-sup', 'reviewHandlingOpinion', 'OPINION_REVIEW'),
    act('ops-cs', 'replyToCustomer', 'REPLY_PENDING'),
    act('ops-cs', 'closeComplaint', 'EXECUTING'),
    act('ops-cs', 'reopenComplaint', 'CLOSED'),
    act('ops-cs', 'withdrawComplaint', 'ACCEPTED'),
    act('hr-admin', 'closeAnonymousComplaint', 'REPLY_PENDING', { anonymous: true }),
  ]),
  assignDispatchCase: {
    as: 'ops-cs',
    input: async (world) => {
      const departmentId = await world.plant('Department', {
        code: `DISPATCH-${world.next()}`,
        name: '发货组',
        kind: 'LOGISTICS',
        active: true,
      });
      const { id } = await planted(world, 'ACCEPTED', { situation: 'C_DISPATCH' });
      return { id, expectedVersion: 1, departmentId, instruction: '补单' };
    },
  },
  consentToRefusal: {
    as: 'ops-cs',
    input: async (world) => {
      const { id } = await planted(world, 'PENDING_RULING', { severity: 'SEVERE', procedure: 'SEVERE' });
      return { id, expectedVersion: 1, reason: '同意' };
    },
  },
  overrideConflict: {
    as: 'gm',
    input: async (world) => {
      const { id } = await planted(world, 'PENDING_RULING', { complainedStaffId: staff('store-sup') });
      return { id, expectedVersion: 1, staffId: staff('store-sup'), reason: '别无他人' };
    },
  },
  recallStep: {
    as: 'store-staff',
    input: async (world) => ({
      ...(await withStep(world, staff('store-staff'), staff('store-sup'))),
      reason: '写错了',
    }),
  },
  passOnCase: {
    as: 'handler',
    input: async (world) => {
      const { id } = await planted(world, 'INVESTIGATING', { deskId: staff('handler') });
      return { id, expectedVersion: 1, staffId: staff('tech'), reason: '休假' };
    },
  },
  markCaseSeen: {
    as: 'store-sup',
    input: async (world) => ({
      id: (await withStep(world, staff('store-staff'), staff('store-sup'))).id,
    }),
  },
  markCardRead: {
    as: 'handler',
    input: async (world) => {
      const { id } = await planted(world, 'ASSIGNED');
      return {
        id: await world.plant('CardCopy', {
          complaintId: id,
          copy: 'NOTICE',
          recipientId: staff('handler'),
          sentAt: '2026-01-06T02:00:00.000Z',
        }),
      };
    },
  },
};
