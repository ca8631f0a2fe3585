import type { Role } from '@kehu/domain/access/roles';
import { type House, testHouse } from '../../../access/testing/house.js';
import type { Command } from '../../../commands/command.js';
import { perform } from '../../../commands/run.js';
import type { RecordRow } from '../../../records/encode.js';
import { keyAccountActs } from '../department.js';

/** A house with everybody who has a part in key accounts, an account in each phase, products and stock. */
export interface AccountHouse extends House {
  readonly people: Readonly<Record<string, string>>;
  readonly departments: Readonly<Record<string, string>>;
  readonly region: string;
  /** The customers of the accounts: `early` and `regular`. */
  readonly customers: Readonly<Record<'early' | 'regular', string>>;
  readonly products: readonly string[];
  /** Performs an act of the department as somebody. */
  act(by: string, name: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The same on a record as it stands: its version is looked up. */
  step(
    by: string,
    name: string,
    kindTable: string,
    id: string,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  row(table: string, id: string): Promise<RecordRow>;
  /** A file that somebody uploaded and that waits for its act. */
  upload(by: string, fileName?: string): Promise<string>;
}

const roster: readonly (readonly [string, Role, string])[] = [
  ['kam', 'KAM', 'sales'],
  ['kam2', 'KAM', 'sales'],
  ['ops', 'OPS', 'operations'],
  ['ops2', 'OPS', 'operations'],
  ['logistics', 'LOGISTICS', 'dispatch'],
  ['tech', 'TECH', 'technics'],
  ['service', 'OPS_CS', 'service'],
  ['finance', 'FINANCE', 'finance'],
  ['head', 'DEPT_HEAD', 'sales'],
  ['area', 'AREA_MANAGER', 'sales'],
  ['gm', 'GM', 'headquarters'],
  ['analyst', 'ANALYST', 'headquarters'],
];

const kinds: Readonly<Record<string, string>> = {
  headquarters: 'HEADQUARTERS',
  sales: 'SALES',
  operations: 'OPS',
  dispatch: 'LOGISTICS',
  technics: 'TECH',
  service: 'OPS_CS',
  finance: 'FINANCE',
};

export async function accountHouse(): Promise<AccountHouse> {
  const house = await testHouse();
  const region = await house.plant('Region', { code: 'EAST', name: '华东' });
  const departments: Record<string, string> = {};
  for (const [code, kind] of Object.entries(kinds)) {
    departments[code] = await house.plant('Department', {
      code,
      name: `${code}部`,
      kind,
      parentId: departments.headquarters ?? null,
    });
  }
  const people: Record<string, string> = {};
  for (const [login, role, at] of roster) {
    people[login] = await house.person(login, [role], {
      departmentId: departments[at] ?? null,
      regionId: role === 'AREA_MANAGER' || role === 'KAM' ? region : null,
    });
  }
  const account = async (name: string, phase: 'EARLY' | 'REGULAR') => {
    const customerId = await house.plant('Customer', {
      type: 'KEY_ACCOUNT',
      partyType: 'ORGANISATION',
      name,
      ownerId: people.kam ?? null,
      departmentId: departments.sales ?? null,
      regionId: region,
    });
    await house.plant('KeyAccount', {
      accountNo: `KA-${name}`,
      customerId,
      regionId: region,
      managerId: people.kam ?? null,
      kind: 'IMPORTANT',
      state: 'ACTIVE',
      phase,
      phaseSince: '2026-01-01T00:00:00Z',
    });
    const contractId = await house.plant('Contract', {
      no: `HT-${name}`,
      name: `${name}年度合同`,
      customerId,
      ownerId: people.kam ?? null,
      state: 'ACTIVE',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      paymentDays: 30,
      taxMode: 'INCLUDED',
      renewalDays: 60,
    });
    return { customerId, contractId };
  };
  const early = await account('前期客户', 'EARLY');
  const regular = await account('正式客户', 'REGULAR');
  const products: string[] = [];
  for (const [at, name] of ['办公椅', '会议桌', '文件柜'].entries()) {
    const id = await house.plant('Product', {
      productNo: `P${at}`,
      name,
      unit: '件',
      listPrice: String(100 * (at + 1)),
    });
    products.push(id);
    await house.plant('Stock', { productId: id, warehouse: '总仓', onHand: '1000' });
  }
  for (const { contractId } of [early, regular])
    await house.plant('ContractPrice', {
      contractId,
      productId: products[0] ?? '',
      unitPrice: '90',
      unit: '件',
      taxRate: 0.13,
      active: true,
    });
  const commands = new Map(
    keyAccountActs().map(({ command }) => [command.name, command as unknown as Command<never, unknown>]),
  );
  const row = async (table: string, id: string): Promise<RecordRow> => {
    const [found] = await house.services.database.query<RecordRow>(`SELECT * FROM ${table} WHERE id = ?`, [
      id,
    ]);
    if (!found) throw new Error(`There is no ${table} ${id}.`);
    return found;
  };
  const act: AccountHouse['act'] = async (by, name, input) => {
    const command = commands.get(name);
    if (!command) throw new Error(`There is no act ${name}.`);
    return perform(command, input as never, await house.as(people[by] ?? by));
  };
  return {
    ...house,
    people,
    departments,
    region,
    customers: { early: early.customerId, regular: regular.customerId },
    products,
    row,
    act,
    async upload(by, fileName = '合同.pdf') {
      const id = await house.services.ids.next();
      await house.services.database.change(
        "INSERT INTO uploaded_file (id, staff_id, file_name, mime, size, sha256, at) VALUES (?, ?, ?, 'application/pdf', 3, REPEAT('a', 64), ?)",
        [id, people[by] ?? by, fileName, house.clock.now().toISOString().replace('T', ' ').slice(0, 23)],
      );
      return id;
    },
    step: async (by, name, table, id, input = {}) =>
      act(by, name, { id, expectedVersion: Number((await row(table, id)).version), ...input }),
  };
}

/** A review in which everything is met but what is named. */
export const reviewItems = (notMet: readonly string[] = []) =>
  ['PRODUCT', 'QUANTITY', 'SPECIFICATION', 'PRICE', 'DATE', 'STOCK', 'CREDIT'].map((kind) => ({
    kind,
    met: !notMet.includes(kind),
  }));

/** An order of the account handed over, ready to ship: one line of each of the first products. */
export async function readyOrder(
  house: AccountHouse,
  quantities: readonly string[],
  line: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id } = (await house.act('ops', 'createOrder', {
    customerId: house.customers.regular,
    lines: quantities.map((quantity, at) => ({ productId: house.products[at], quantity, ...line })),
  })) as { id: string };
  const step = (by: string, name: string, input: Readonly<Record<string, unknown>> = {}) =>
    house.step(by, name, 'sales_order', id, input);
  await step('ops', 'submitOrder');
  await step('ops2', 'reviewOrder', { result: 'PASS', items: reviewItems() });
  await step('ops', 'confirmOrder', { promisedAt: '2026-03-30T00:00:00Z', mode: 'PHONE' });
  await house.act('ops', 'planMilestones', {
    orderId: id,
    milestones: [
      { kind: 'PACKED', plannedOn: '2026-03-10' },
      { kind: 'SHIPPED', plannedOn: '2026-03-20' },
    ],
  });
  await step('ops', 'prepareOrder');
  await step('ops', 'readyOrder');
  return id;
}
