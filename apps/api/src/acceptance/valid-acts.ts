import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { house, housePassword, houseStaff } from '../testing/small-house.js';
import { accountActs } from './valid-account-acts.js';
import { collaborationActs } from './valid-collaboration-acts.js';
import { complaintActs } from './valid-complaint-acts.js';
import { intakeActs } from './valid-intake-acts.js';
import { messageActs } from './valid-message-acts.js';
import { moneyActs } from './valid-money-acts.js';
import { orderAndShipmentActs } from './valid-order-acts.js';
import { planActs } from './valid-plan-acts.js';
import { serviceActs } from './valid-service-acts.js';
import type { World } from './world.js';

export type Input = Record<string, unknown>;

/** One act done as it should be: by whom, with what, and where its result is read. */
export interface ValidAct {
  /** Login of somebody who may. */
  readonly as: string;
  /** The kind whose fields the input writes. */
  readonly kind?: string;
  /** Of the payload: where a written field is read again; `FIELD` stands for its name. */
  readonly back?: string;
  /** Fields with an id that is mentioned, not acted on. */
  readonly mentions?: readonly string[];
  /** Lists that may be empty. */
  readonly mayBeEmpty?: readonly string[];
  /** A fresh input that is accepted; plants what it acts on. */
  input(world: World): Promise<Input>;
  /** The field that names what is acted on where that is no id. */
  readonly named?: string;
  /** The id of a record of the act's kind that exists and is not this person's to see. */
  readonly foreign?: (world: World) => Promise<string> | string;
}

const staff = (login: string) => houseStaff[login] ?? '';
const reason = '客户要求';

const customer = (world: World, more: Input = {}) =>
  world.plant('Customer', {
    customerNo: `QA-${world.next()}`,
    type: 'CONSUMER',
    partyType: 'PERSON',
    name: `客户${world.next()}`,
    phone: '13912349999',
    lifecycle: 'ACTIVE',
    storeId: house.departments.storeA,
    departmentId: house.departments.storeA,
    ownerId: staff('store-staff'),
    ...more,
  });
const company = (world: World) =>
  customer(world, {
    type: 'DEALER',
    partyType: 'ORGANISATION',
    name: `商行${world.next()}`,
    storeId: null,
    departmentId: house.departments.sales,
    ownerId: staff('kam'),
  });
const person = (world: World, more: Input = {}) =>
  world.plant('Staff', { displayName: `员工${world.next()}`, status: 'ACTIVE', ...more });
const seen = (id: string) => ({ id, expectedVersion: 1 });
const inB = house.customersB[0];

const [contactOfB, addressOfB] = (['Contact', 'CustomerAddress'] as const).map(
  (kind) => (world: World) =>
    world.plant(kind, {
      customerId: inB,
      ...(kind === 'Contact' ? { name: '乙店联系人', isPrimary: false } : { purpose: 'DELIVERY' }),
    }),
);

const customerActs: Readonly<Record<string, ValidAct>> = {
  createCustomer: {
    as: 'store-staff',
    kind: 'Customer',
    back: 'customer { FIELD }',
    input: async (world) => ({ type: 'CONSUMER', partyType: 'PERSON', name: `新客${world.next()}` }),
  },
  updateCustomer: {
    as: 'store-staff',
    kind: 'Customer',
    back: 'customer { FIELD }',
    input: async (world) => ({ ...seen(await customer(world)), city: `杭州${world.next()}` }),
    foreign: () => inB,
  },
  assignCustomerOwner: {
    as: 'store-sup',
    input: async (world) => ({
      customerId: await customer(world),
      expectedVersion: 1,
      ownerId: staff('store-sup'),
      reason,
    }),
    foreign: () => inB,
  },
  addContact: {
    as: 'store-staff',
    kind: 'Contact',
    back: 'contact { FIELD }',
    input: async (world) => ({ customerId: await customer(world), name: `联系人${world.next()}` }),
    foreign: () => inB,
  },
  updateContact: {
    as: 'store-staff',
    kind: 'Contact',
    back: 'contact { FIELD }',
    input: async (world) => ({
      ...seen(
        await world.plant('Contact', { customerId: await customer(world), name: '旧名', isPrimary: false }),
      ),
      name: `改名${world.next()}`,
    }),
    ...(contactOfB ? { foreign: contactOfB } : {}),
  },
  removeContact: {
    as: 'store-staff',
    input: async (world) =>
      seen(
        await world.plant('Contact', { customerId: await customer(world), name: '旧名', isPrimary: false }),
      ),
    ...(contactOfB ? { foreign: contactOfB } : {}),
  },
  addCustomerAddress: {
    as: 'store-staff',
    kind: 'CustomerAddress',
    back: 'customerAddress { FIELD }',
    input: async (world) => ({
      customerId: await customer(world),
      purpose: 'DELIVERY',
      city: `宁波${world.next()}`,
    }),
    foreign: () => inB,
  },
  updateCustomerAddress: {
    as: 'store-staff',
    kind: 'CustomerAddress',
    back: 'customerAddress { FIELD }',
    input: async (world) => ({
      ...seen(
        await world.plant('CustomerAddress', { customerId: await customer(world), purpose: 'DELIVERY' }),
      ),
      city: `温州${world.next()}`,
    }),
    ...(addressOfB ? { foreign: addressOfB } : {}),
  },
  removeCustomerAddress: {
    as: 'store-staff',
    input: async (world) =>
      seen(await world.plant('CustomerAddress', { customerId: await customer(world), purpose: 'DELIVERY' })),
    ...(addressOfB ? { foreign: addressOfB } : {}),
  },
  tagCustomer: {
    as: 'store-staff',
    kind: 'CustomerTag',
    back: 'customer { tags { FIELD } }',
    input: async (world) => ({
      customerId: await customer(world),
      expectedVersion: 1,
      tag: `标签${world.next()}`,
    }),
    foreign: () => inB,
  },
  untagCustomer: {
    as: 'store-staff',
    kind: 'CustomerTag',
    async input(world) {
      const customerId = await customer(world);
      const tag = `标签${world.next()}`;
      await world.plant('CustomerTag', { customerId, tag });
      return { customerId, expectedVersion: 1, tag };
    },
    foreign: () => inB,
  },
  savePersonProfile: {
    as: 'store-staff',
    kind: 'PersonProfile',
    back: 'customer { personProfile { FIELD } }',
    input: async (world) => ({ customerId: await customer(world), preferences: `爱茶${world.next()}` }),
    foreign: () => inB,
  },
  saveOrganisationProfile: {
    as: 'kam',
    kind: 'OrganisationProfile',
    back: 'customer { organisationProfile { FIELD } }',
    input: async (world) => ({ customerId: await company(world), legalName: `商行${world.next()}有限公司` }),
    foreign: () => inB,
  },
  revealPersonalData: {
    as: 'store-staff',
    input: async (world) => ({
      entity: 'Customer',
      id: await customer(world),
      fields: ['phone'],
      reason,
    }),
    foreign: () => inB,
  },
};

const peopleActs: Readonly<Record<string, ValidAct>> = {
  createStaff: {
    as: 'sys-admin',
    kind: 'Staff',
    back: 'staff { FIELD }',
    input: async (world) => ({ displayName: `新人${world.next()}` }),
  },
  updateStaff: {
    as: 'sys-admin',
    kind: 'Staff',
    back: 'staff { FIELD }',
    input: async (world) => ({ ...seen(await person(world)), jobTitle: `职务${world.next()}` }),
  },
  setStaffStatus: {
    as: 'sys-admin',
    kind: 'Staff',
    input: async (world) => ({ ...seen(await person(world)), status: 'LEAVE' }),
  },
  resetStaffPassword: {
    as: 'sys-admin',
    input: async (world) => seen(await person(world, { login: `qa.${world.next()}` })),
  },
  changePassword: {
    as: 'tech',
    input: async (world) => ({
      currentPassword: housePassword,
      newPassword: `paper-kite-over-lake-${world.next()}`,
    }),
  },
  createApiToken: {
    as: 'store-staff',
    kind: 'ApiToken',
    input: async (world) => ({
      name: `夜间报表${world.next()}`,
      expiresAt: new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString(),
    }),
  },
  revokeApiToken: {
    as: 'store-staff',
    input: async (world) => seen(await token(world, 'store-staff')),
    foreign: (world) => token(world, 'kam'),
  },
  grantRole: {
    as: 'sys-admin',
    kind: 'RoleGrant',
    back: 'roleGrant { FIELD }',
    input: async (world) => ({ staffId: await person(world), role: 'OPS' }),
  },
  approveRoleGrant: { as: 'hr-admin', input: async (world) => seen(await grant(world, 'PENDING')) },
  refuseRoleGrant: {
    as: 'hr-admin',
    input: async (world) => ({ ...seen(await grant(world, 'PENDING')), reason }),
  },
  revokeRoleGrant: {
    as: 'sys-admin',
    input: async (world) => ({ ...seen(await grant(world, 'ACTIVE')), reason }),
  },
};

const token = (world: World, login: string) =>
  world.plant('ApiToken', {
    name: `令牌${world.next()}`,
    staffId: staff(login),
    prefix: 'kehu_x',
    expiresAt: '2030-01-01T00:00:00.000Z',
  });
const grant = async (world: World, state: string) =>
  world.plant('RoleGrant', {
    staffId: await person(world),
    role: 'OPS',
    state,
    grantedById: staff('gm'),
    grantedVia: 'session',
  });
const view = (world: World, login: string) =>
  world.plant('SavedView', {
    staffId: staff(login),
    list: 'customers',
    name: `筛选${world.next()}`,
    content: {},
    shared: false,
  });
const labelKeys = catalogue.flatMap(({ name, fields }) =>
  Object.keys(fields).map((field) => `${name}.${field}`),
);
const labelKey = (world: World) => labelKeys[world.next() % labelKeys.length];

const houseActs: Readonly<Record<string, ValidAct>> = {
  createDepartment: {
    as: 'sys-admin',
    kind: 'Department',
    back: 'department { FIELD }',
    input: async (world) => ({ code: `D${world.next()}`, name: `部门${world.next()}`, kind: 'OTHER' }),
  },
  updateDepartment: {
    as: 'sys-admin',
    kind: 'Department',
    back: 'department { FIELD }',
    input: async (world) => ({
      ...seen(
        await world.plant('Department', {
          code: `D${world.next()}`,
          name: '旧',
          kind: 'OTHER',
          active: true,
        }),
      ),
      name: `新部门${world.next()}`,
    }),
  },
  createRegion: {
    as: 'sys-admin',
    kind: 'Region',
    back: 'region { FIELD }',
    input: async (world) => ({ code: `R${world.next()}`, name: `区域${world.next()}` }),
  },
  updateRegion: {
    as: 'sys-admin',
    kind: 'Region',
    back: 'region { FIELD }',
    input: async (world) => ({
      ...seen(await world.plant('Region', { code: `R${world.next()}`, name: '旧' })),
      name: `新区域${world.next()}`,
    }),
  },
  saveCodeListEntry: {
    as: 'sys-admin',
    kind: 'CodeListEntry',
    back: 'codeListEntry { FIELD }',
    input: async (world) => ({ list: 'segment', code: `S${world.next()}`, labelHans: `细分${world.next()}` }),
  },
  saveLabelOverride: {
    as: 'sys-admin',
    kind: 'LabelOverride',
    back: 'labelOverride { FIELD }',
    input: async (world) => ({ key: labelKey(world), labelHans: `名称${world.next()}` }),
  },
  removeLabelOverride: {
    as: 'sys-admin',
    kind: 'LabelOverride',
    named: 'key',
    async input(world) {
      const key = labelKey(world);
      await world.server.services.database.query('DELETE FROM label_override WHERE `key` = ?', [key ?? '']);
      await world.plant('LabelOverride', { key, labelHans: '名称' });
      return { key };
    },
  },
  updateOrganisation: {
    as: 'sys-admin',
    kind: 'Organisation',
    back: 'organisation { FIELD }',
    input: async (world) => ({
      id: '1',
      expectedVersion: await world.version('Organisation', '1'),
      name: `小屋${world.next()}`,
    }),
  },
  saveView: {
    as: 'store-staff',
    kind: 'SavedView',
    back: 'savedView { FIELD }',
    input: async (world) => ({ list: 'customers', name: `我的筛选${world.next()}`, content: { where: {} } }),
    foreign: (world) => view(world, 'kam'),
  },
  deleteView: {
    as: 'store-staff',
    input: async (world) => seen(await view(world, 'store-staff')),
    foreign: (world) => view(world, 'kam'),
  },
  startExport: {
    as: 'gm',
    input: async () => ({ query: '{ products { items { name } } }', format: 'CSV' }),
  },
};

/** A month that has no table yet. */
const freeMonth = (world: World) => {
  const n = world.next();
  return `${1950 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
};
const report = async (world: World, state: string, more: Input = {}) => {
  const period = freeMonth(world);
  const compared = { period, cells: {} };
  const table = {
    moment: {
      period,
      from: `${period}-01T00:00:00.000Z`,
      to: `${period}-28T00:00:00.000Z`,
      asOf: `${period}-28T00:00:00.000Z`,
    },
    cells: { 'part1.received': '8' },
    stores: [],
    departments: [],
    causes: [],
    products: [],
    breached: [],
  };
  return world.plant('ComplaintMonthlyReport', {
    period,
    state,
    snapshot: { table, previous: compared, lastYear: compared },
    draftedAt: '2026-01-01T00:00:00.000Z',
    dueAt: '2030-01-01T00:00:00.000Z',
    late: false,
    ...more,
  });
};
const filled = { causes: '包装', comment: '加强检查' };

const statisticsActs: Readonly<Record<string, ValidAct>> = {
  draftMonthlyReport: { as: 'hr-admin', input: async (world) => ({ period: freeMonth(world) }) },
  fillMonthlyReport: {
    as: 'hr-admin',
    kind: 'ComplaintMonthlyReport',
    back: 'complaintMonthlyReport { FIELD }',
    input: async (world) => ({ ...seen(await report(world, 'DRAFT')), comment: `意见${world.next()}` }),
  },
  submitMonthlyReport: {
    as: 'hr-admin',
    input: async (world) => seen(await report(world, 'FILLED', filled)),
  },
  reviewMonthlyReport: {
    as: 'gm',
    input: async (world) => ({
      ...seen(await report(world, 'SUBMITTED', { ...filled, submittedById: staff('hr-admin') })),
      result: 'AGREE',
    }),
  },
  correctMonthlyReport: {
    as: 'hr-admin',
    input: async (world) => ({
      ...seen(await report(world, 'GM_APPROVED', filled)),
      cell: 'part1.received',
      after: '9',
      reason,
    }),
  },
};

/** Every act of the product but signing in and out; a test fails for a mutation that is missing here. */
export const validActs: Readonly<Record<string, ValidAct>> = {
  ...customerActs,
  ...peopleActs,
  ...houseActs,
  ...statisticsActs,
  ...complaintActs,
  ...intakeActs,
  ...collaborationActs,
  ...messageActs,
  ...orderAndShipmentActs,
  ...serviceActs,
  ...planActs,
  ...moneyActs,
  ...accountActs,
};
