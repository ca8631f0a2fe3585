import { type Role, role } from '@kehu/domain/access/roles';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { hashPassword } from '../access/passwords.js';
import { insertRows } from '../records/bulk.js';
import type { RecordRow } from '../records/encode.js';
import type { Services } from '../services.js';

/** The password of everybody in the small house. */
export const housePassword = 'kehu-demo';

/**
 * The smallest organisation that has everything: two stores in two regions, one person per role
 * (login as in the demo: `store-staff`, `gm` …), a second of the store staff in the other store
 * (`store-staff-b`), and customers of both with contacts, orders and visitors. Ids are fixed.
 */
export const house = {
  regions: { east: '11', north: '12' },
  departments: { headquarters: '21', storeA: '22', storeB: '23', sales: '24', customerService: '25' },
  /** In store A, of the east. */
  customersA: ['1001', '1002', '1003'],
  /** In store B, of the north. */
  customersB: ['1004', '1005'],
  /** A dealer of the key-account manager. */
  dealer: '1006',
  orders: ['3001', '3002', '3003', '3004'],
} as const;

/** The login of a role: `STORE_STAFF` → `store-staff`. */
export function loginOf(code: Role): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** Staff ids by login. */
export const houseStaff: Readonly<Record<string, string>> = Object.fromEntries([
  ...role.codes.map((code, i) => [loginOf(code), String(101 + i)]),
  ['store-staff-b', '151'],
]);

const departmentOf: Partial<Record<string, string>> = {
  'store-staff': house.departments.storeA,
  'store-sup': house.departments.storeA,
  'store-staff-b': house.departments.storeB,
  'ops-cs': house.departments.customerService,
  kam: house.departments.sales,
  'dept-head': house.departments.sales,
  rm: house.departments.sales,
};

const at = '2026-01-05T02:00:00.000Z';

/** Fills a migrated, empty database. */
export async function seedSmallHouse(services: Services): Promise<void> {
  const { database, codec } = services;
  const put = (kind: string, rows: readonly RecordRow[]) =>
    insertRows(database, kindNamed(kind), rows, codec, new Date(at));
  await put('Organisation', [
    { id: '1', name: '小屋商贸', timeZone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh-Hans', demo: false },
  ]);
  await put('Region', [
    { id: house.regions.east, code: 'EAST', name: '华东' },
    { id: house.regions.north, code: 'NORTH', name: '华北' },
  ]);
  const { headquarters, storeA, storeB, sales, customerService } = house.departments;
  const department = { active: true, parentId: headquarters };
  await put('Department', [
    { id: headquarters, code: 'HQ', name: '总部', kind: 'HEADQUARTERS', active: true },
    { ...department, id: storeA, code: 'A', name: '甲门店', kind: 'STORE', regionId: house.regions.east },
    { ...department, id: storeB, code: 'B', name: '乙门店', kind: 'STORE', regionId: house.regions.north },
    { ...department, id: sales, code: 'SALES', name: '销售部', kind: 'SALES' },
    { ...department, id: customerService, code: 'CS', name: '客服', kind: 'OPS_CS' },
  ]);
  await seedStaff(services);
  await seedCustomers(put);
  await seedOrders(put);
}

async function seedStaff(services: Services): Promise<void> {
  const { database, codec } = services;
  const people = Object.entries(houseStaff);
  const rows = people.map(([login, id], i) => ({
    id,
    login,
    displayName: `${'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何'[i] ?? '吕'}晓明`,
    phone: `1380013${String(8000 + i)}`,
    departmentId: departmentOf[login] ?? house.departments.headquarters,
    regionId: login === 'area-manager' ? house.regions.east : null,
    supervisorId: login === 'store-staff' ? houseStaff['store-sup'] : null,
    status: 'ACTIVE',
  }));
  await insertRows(database, kindNamed('Staff'), rows, codec, new Date(at));
  const grants = people.map(([login, id], i) => ({
    id: String(5001 + i),
    staffId: id,
    role: login.replace(/-b$/, '').toUpperCase().replaceAll('-', '_'),
    state: 'ACTIVE',
    grantedVia: 'operator',
    approvedVia: 'operator',
    approvedAt: at,
    validFrom: at,
  }));
  await insertRows(database, kindNamed('RoleGrant'), grants, codec, new Date(at));
  const hash = await hashPassword(housePassword);
  for (const [, id] of people) {
    await database.change(
      'INSERT INTO credential (staff_id, password_hash, must_change, changed_at) VALUES (?, ?, 0, ?)',
      [id, hash, '2026-01-05 02:00:00.000'],
    );
  }
}

type Put = (kind: string, rows: readonly RecordRow[]) => Promise<unknown>;

async function seedCustomers(put: Put): Promise<void> {
  const names = ['王小明', '李雪', '杭州蓝天商贸有限公司', '張志遠', '欧阳静', '宁波海风经销有限公司'];
  const ids = [...house.customersA, ...house.customersB, house.dealer];
  await put(
    'Customer',
    ids.map((id, i) => {
      const organisation = (names[i] ?? '').endsWith('公司');
      const inA = i < house.customersA.length;
      const dealer = id === house.dealer;
      const store = inA ? house.departments.storeA : house.departments.storeB;
      return {
        id,
        customerNo: `KH-00000${i + 1}`,
        type: dealer ? 'DEALER' : organisation ? 'CORPORATE' : 'CONSUMER',
        partyType: organisation ? 'ORGANISATION' : 'PERSON',
        name: names[i],
        phone: `1391234000${i}`,
        lifecycle: 'ACTIVE',
        grade: ['A', 'B', 'C', 'D', null, 'A'][i],
        segment: i % 2 === 0 ? '消费者' : '公司',
        regionId: inA ? house.regions.east : house.regions.north,
        storeId: dealer ? null : store,
        departmentId: dealer ? house.departments.sales : store,
        ownerId: dealer ? houseStaff.kam : houseStaff[inA ? 'store-staff' : 'store-staff-b'],
        source: 'house',
        sourceKey: id,
      };
    }),
  );
  await put(
    'Contact',
    ids.map((id, i) => ({
      id: String(2001 + i),
      customerId: id,
      name: `联系人${i + 1}`,
      phone: `1371234000${i}`,
      email: `contact${i}@example.com`,
      isPrimary: true,
    })),
  );
}

async function seedOrders(put: Put): Promise<void> {
  await put('Product', [
    { id: '4001', productNo: 'P-1', name: '办公椅', category: '家具', subcategory: '椅子', active: true },
    { id: '4002', productNo: 'P-2', name: '打印机', category: '技术', subcategory: '设备', active: true },
  ]);
  const customers = ['1001', '1001', '1004', '1006'];
  const days = ['2025-11-03', '2025-12-15', '2025-12-20', '2026-01-02'];
  await put(
    'Order',
    house.orders.map((id, i) => ({
      id,
      orderNo: `SO-${i + 1}`,
      state: i === 3 ? 'CONFIRMED' : 'COMPLETED',
      customerId: customers[i],
      ownerId: houseStaff.kam,
      regionId: i < 2 ? house.regions.east : house.regions.north,
      orderedAt: `${days[i]}T16:30:00.000Z`,
      shippedAt: i === 3 ? null : `${days[i]}T22:30:00.000Z`,
      returned: i === 1,
      province: i < 2 ? '浙江' : '河北',
      total: ['100.0000', '250.5000', '75.2500', '1000.0000'][i],
      profit: ['10.0000', '-5.2500', '7.5000', '300.0000'][i],
    })),
  );
  await put(
    'OrderLine',
    house.orders.flatMap((id, i) =>
      [1, 2].map((lineNo) => ({
        id: String(6000 + i * 2 + lineNo),
        orderId: id,
        lineNo,
        productId: lineNo === 1 ? '4001' : '4002',
        quantity: String(lineNo),
        unitPrice: '50.0000',
        discount: 0,
        amount: String(50 * lineNo),
      })),
    ),
  );
  await put(
    'VisitorRegistration',
    Array.from({ length: 7 }, (_, i) => ({
      id: String(7001 + i),
      visitorName: `访客${i + 1}`,
      companions: 0,
      purpose: i < 6 ? 'PURCHASE' : 'COMPLAINT',
      storeId: house.departments.storeA,
      arrivedAt: `2026-01-0${i + 1}T03:00:00.000Z`,
    })),
  );
}
