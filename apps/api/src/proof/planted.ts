import { type Role, role } from '@kehu/domain/access/roles';
import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import { insertRows } from '../records/bulk.js';
import type { RecordRow } from '../records/encode.js';
import type { Services } from '../services.js';
import { plantAccountRules, plantAccounts } from './planted-accounts.js';
import { plantCase, plantComplaintRules, plantDesk, plantParts } from './planted-complaints.js';
import type { Tag } from './tags.js';

/** One planted row: its kind, how it lies to the person of its role, and its values in full. */
export interface PlantedRow {
  readonly kind: string;
  readonly role: Role | null;
  readonly tag: Tag;
  readonly row: RecordRow & { readonly id: string };
}

/** A small organisation in which every row is a canary. */
export interface Planted {
  readonly rows: readonly PlantedRow[];
  /** The login of a role's person. */
  loginOf(role: Role): string;
}

const at = '2026-01-05T02:00:00.000Z';
const placed = ['OWN', 'TEAM', 'STORE', 'DEPARTMENT', 'REGION', 'OTHER'] as const;

const loginOf = (code: Role): string => `proof-${code.toLowerCase().replaceAll('_', '-')}`;

/** Makes the rows; ids count up from one, so that the same organisation comes out every time. */
export function plan(): Planted {
  const rows: PlantedRow[] = [];
  let last = 0;
  const put = (kind: string, of: Role | null, tag: Tag, row: RecordRow): string => {
    last += 1;
    const id = String(last);
    rows.push({ kind, role: of, tag, row: { ...row, id } });
    return id;
  };
  const house = plantHouse(put);
  for (const code of role.codes) plantRole(put, code, house);
  return { rows, loginOf };
}

/** Plants a row and gives its id. */
export type Put = (kind: string, of: Role | null, tag: Tag, row: RecordRow) => string;
interface House {
  readonly stranger: string;
  readonly farDepartment: string;
  readonly product: string;
  readonly hrDepartment: string;
  readonly farRegion: string;
}

/** What is the whole house's, and a person who has to do with nobody. */
function plantHouse(put: Put): House {
  put('Organisation', null, 'OTHER', {
    name: '小屋',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: false,
  });
  put('CodeListEntry', null, 'OTHER', {
    list: 'segment',
    code: 'VIP',
    labelHans: '贵宾',
    position: 1,
    active: true,
  });
  put('LabelOverride', null, 'OTHER', { key: 'Role.GM', labelHans: '行长' });
  const stranger = put('Staff', null, 'OTHER', {
    displayName: '钱陌生',
    phone: '13700000000',
    email: 'stranger@example.com',
    status: 'ACTIVE',
  });
  const product = put('Product', null, 'OTHER', { productNo: 'P-1', name: '办公椅', active: true });
  const farDepartment = put('Department', null, 'OTHER', {
    code: 'FAR',
    name: '远处',
    kind: 'OTHER',
    active: true,
  });
  const hrDepartment = put('Department', null, 'OTHER', {
    code: 'HRA',
    name: '行政人事部',
    kind: 'HR_ADMIN',
    active: true,
  });
  const farRegion = put('Region', null, 'OTHER', { code: 'FAR', name: '远区' });
  const house = { stranger, product, farDepartment, hrDepartment, farRegion };
  plantComplaintRules(put, house);
  plantAccountRules(put, product);
  return house;
}

/** The person of a role with a region, a store, departments and people of his own, and rows at every place. */
function plantRole(put: Put, code: Role, house: House): void {
  const region = put('Region', code, 'OWN', { code: `${code}-R`, name: `${code} 区` });
  const subregion = put('Region', code, 'REGION', {
    code: `${code}-R2`,
    name: `${code} 小区`,
    parentId: region,
  });
  const department = { active: true };
  const store = put('Department', code, 'STORE', {
    ...department,
    code: `${code}-S`,
    name: `${code} 店`,
    kind: 'STORE',
  });
  const below = put('Department', code, 'DEPARTMENT', {
    ...department,
    code: `${code}-D`,
    name: `${code} 组`,
    kind: 'OTHER',
    parentId: store,
  });
  const far = put('Department', code, 'REGION', {
    ...department,
    code: `${code}-F`,
    name: `${code} 远店`,
    kind: 'STORE',
    regionId: subregion,
  });
  const number = String(role.codes.indexOf(code) + 10);
  const person = (tag: Tag, place: RecordRow, login: string | null = null) =>
    put('Staff', code, tag, {
      login,
      displayName: `孙${code}${tag}`,
      phone: `136${number}${String(placed.indexOf(tag as never)).padStart(6, '0')}`,
      email: `${code}.${tag}@example.com`.toLowerCase(),
      status: 'ACTIVE',
      ...place,
    });
  const own = person('OWN', { departmentId: store, regionId: region }, loginOf(code));
  const people: Readonly<Record<(typeof placed)[number], string>> = {
    OWN: own,
    TEAM: person('TEAM', { supervisorId: own }),
    STORE: person('STORE', { departmentId: store }),
    DEPARTMENT: person('DEPARTMENT', { departmentId: below }),
    REGION: person('REGION', { regionId: subregion }),
    OTHER: house.stranger,
  };
  put('RoleGrant', code, 'OWN', {
    staffId: own,
    role: code,
    state: 'ACTIVE',
    grantedVia: 'operator',
    validFrom: at,
  });
  for (const tag of placed) {
    const { person: customer, ...ofCustomer } = plantCustomers(
      put,
      code,
      tag,
      {
        ownerId: tag === 'OWN' || tag === 'TEAM' ? people[tag] : house.stranger,
        storeId: tag === 'STORE' ? store : null,
        departmentId: tag === 'DEPARTMENT' ? below : null,
        regionId: tag === 'REGION' ? subregion : null,
      },
      house.product,
    );
    put('VisitorRegistration', code, tag, {
      visitorName: `李访客${code}${tag}`,
      phone: `135${number}${String(placed.indexOf(tag)).padStart(6, '0')}`,
      companions: 0,
      purpose: 'PURCHASE',
      visitedStaffId: tag === 'OWN' || tag === 'TEAM' ? people[tag] : house.stranger,
      storeId: { STORE: store, DEPARTMENT: below, REGION: far }[tag as string] ?? null,
      arrivedAt: at,
    });
    plantAccounts(put, code, tag, {
      ...ofCustomer,
      customerId: customer,
      productId: house.product,
      person: people[tag],
      regionId: tag === 'REGION' ? subregion : house.farRegion,
      // One of an engineer's rows is a request that he works on.
      engineer: code === 'TECH' && tag === 'OTHER' ? own : house.stranger,
      stranger: house.stranger,
    });
    plantRecords(put, code, tag, people[tag], customer);
    // The stranger's desk is planted once, with the house.
    if (tag !== 'OTHER') plantDesk(put, code, tag, people[tag], house.stranger);
    plantCase(
      put,
      code,
      tag,
      {
        receivedById: tag === 'OWN' || tag === 'TEAM' ? people[tag] : house.stranger,
        customerId: customer,
        storeId: { STORE: store, REGION: far }[tag as string] ?? null,
        handlingDepartmentId: tag === 'DEPARTMENT' ? below : null,
        handlerId: tag === 'DEPARTMENT' ? house.stranger : null,
      },
      house,
    );
  }
  plantCase(put, code, 'ASSIGNED', { receivedById: house.stranger, handlerId: own }, house);
  plantParts(put, code, own, house);
  // His own in every way, so that nothing but the conflict of interest hides them.
  const near = { receivedById: own, storeId: store, handlerId: own, handlingDepartmentId: below };
  const conflict = plantCase(
    put,
    code,
    'CONFLICT',
    { ...near, complainedStaffId: own, shielded: true },
    house,
  );
  put('CaseParticipant', code, 'CONFLICT', {
    complaintId: conflict,
    staffId: own,
    part: 'COPIED',
    since: at,
  });
  if (code === 'HR_ADMIN')
    plantCase(put, code, 'CONFLICT', { ...near, complainedDepartmentId: house.hrDepartment }, house, '-HR');
}

function plantCustomers(
  put: Put,
  code: Role,
  tag: (typeof placed)[number],
  place: RecordRow,
  productId: string,
): { person: string; contactId: string; orderId: string; lineId: string } {
  const number = String(role.codes.indexOf(code) + 10);
  const common = { type: 'CONSUMER', lifecycle: 'ACTIVE', grade: 'A', ...place };
  const last = (kind: number) => `${kind}${String(placed.indexOf(tag)).padStart(5, '0')}`;
  const customers = (['PERSON', 'ORGANISATION'] as const).map((partyType, at) => {
    const id = put('Customer', code, tag, {
      ...common,
      partyType,
      customerNo: `K-${code}-${tag}-${at}`,
      name: partyType === 'PERSON' ? `王金丝雀${code}${tag}` : `金丝雀${code}${tag}公司`,
      phone: `139${number}${last(at)}`,
    });
    const contactId = put('Contact', code, tag, {
      customerId: id,
      name: `周联系${code}${tag}`,
      phone: `138${number}${last(at)}`,
      email: `c.${code}.${tag}.${at}@example.com`.toLowerCase(),
      birthday: '1980-05-20',
      isPrimary: true,
    });
    return { id, contactId };
  });
  const [{ id: person = '', contactId = '' } = {}, { id: organisation = '' } = {}] = customers;
  put('CustomerAddress', code, tag, {
    customerId: person,
    purpose: 'HOME',
    city: '杭州',
    street: `文三路 ${number} 号`,
  });
  put('CustomerTag', code, tag, { customerId: person, tag: 'VIP' });
  put('CustomerHistory', code, tag, { customerId: person, attribute: 'GRADE', grade: 'A', validFrom: at });
  put('PersonProfile', code, tag, {
    customerId: person,
    idType: 'PASSPORT',
    idNo: `E${number}${last(7)}`,
    email: `p.${code}.${tag}@example.com`.toLowerCase(),
  });
  put('OrganisationProfile', code, tag, {
    customerId: organisation,
    legalName: `金丝雀${code}${tag}公司`,
    legalRepresentative: '吴代表',
    annualSales: '1000000.00',
  });
  const order = put('Order', code, tag, {
    orderNo: `SO-${code}-${tag}`,
    // One of logistics' rows is an order that waits for shipping.
    state: code === 'LOGISTICS' && tag === 'OTHER' ? 'READY' : 'COMPLETED',
    customerId: person,
    regionId: place.regionId,
    orderedAt: at,
    returned: false,
    total: '100.0000',
  });
  const lineId = put('OrderLine', code, tag, {
    orderId: order,
    lineNo: 1,
    productId,
    quantity: '1',
    unitPrice: '100',
    discount: 0,
    amount: '100',
  });
  return { person, contactId, orderId: order, lineId };
}

/** What hangs on a person: grants, tokens, logs, runs, views. */
function plantRecords(
  put: Put,
  code: Role,
  tag: (typeof placed)[number],
  staffId: string,
  customerId: string,
): void {
  const key = `${code}-${tag}`;
  // A grant that has ended: it changes nobody's rights.
  if (tag !== 'OWN')
    put('RoleGrant', code, tag, { staffId, role: 'TECH', state: 'REVOKED', grantedVia: 'operator' });
  put('ApiToken', code, tag, { name: key, staffId, prefix: 'kehu_xxxx', expiresAt: at });
  put('AuditEntry', code, tag, {
    at,
    actorId: staffId,
    actorVia: 'session',
    action: 'updateCustomer',
    entity: 'Customer',
    entityId: key.slice(0, 20),
    wholeEntity: 'Customer',
    wholeId: key.slice(0, 20),
    sequence: 1 + role.codes.indexOf(code) * placed.length + placed.indexOf(tag),
    mac: '0'.repeat(64),
  });
  put('PersonalDataReveal', code, tag, {
    at,
    staffId,
    customerId,
    entity: 'Customer',
    entityId: customerId,
    fieldNames: 'phone',
    reason: '回访',
  });
  put('PersonalDataView', code, tag, { at, day: '2026-01-05', staffId, customerId });
  const run = put('ImportRun', code, tag, {
    profile: key,
    files: ['a.csv'],
    staffId,
    via: 'session',
    state: 'DONE',
    dryRun: false,
    rowsRead: 1,
    rowsCreated: 0,
    rowsChanged: 0,
    rowsUnchanged: 0,
    rowsBad: 1,
    startedAt: at,
  });
  put('ImportRowError', code, tag, {
    runId: run,
    file: 'a.csv',
    rowNo: 2,
    value: `值${key}`,
    reason: 'input.mobile',
  });
  put('ExportRun', code, tag, {
    staffId,
    entity: 'Customer',
    query: '{ a }',
    format: 'CSV',
    state: 'DONE',
    rowCount: 1,
    containsPersonalData: false,
  });
  put('SavedView', code, tag, { staffId, list: key.slice(0, 40), name: key, content: {}, shared: false });
}

/** Writes the planned rows into a migrated, empty database, whole before part. */
export async function seed(services: Services, planted: Planted): Promise<void> {
  for (const kind of catalogue) {
    const rows = planted.rows.filter((each) => each.kind === kind.name).map((each) => each.row);
    if (rows.length > 0)
      await insertRows(services.database, kindNamed(kind.name), rows, services.codec, new Date(at));
  }
  await services.database.change('UPDATE id_block SET next = 1000000 WHERE id = 1');
}
