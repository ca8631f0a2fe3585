import { personalDataReveal } from '@kehu/domain/administration/access-records';
import { exportRun } from '@kehu/domain/administration/data-runs';
import type { Batch, NewRow } from './batch.js';
import { at, dayLength, instantText, localDay } from './calendar.js';
import type { DemoCustomer } from './customer-plan.js';
import type { CustomerFacts } from './customer-rows.js';
import type { DemoStaff } from './house.js';
import { Random } from './random.js';

const revealCount = 160;
const exportCount = 36;

const reasons = [
  '电话确认送货时间',
  '回访上次安装情况',
  '客户来电核实订单',
  '核对收货人信息',
  '联系客户补签验收单',
  '核实会员身份',
];

/** Looks at full numbers and exports of the last three months, so that their logs have something to show. */
export function accessLogs(
  customers: readonly DemoCustomer[],
  staff: readonly DemoStaff[],
  facts: CustomerFacts,
): Batch[] {
  const random = new Random(`${facts.seed} access logs`);
  return [
    { kind: personalDataReveal, rows: reveals(random, customers, facts) },
    { kind: exportRun, rows: exports(random, staff, facts) },
  ];
}

function recently(random: Random, until: number): number {
  const day = localDay(until) - random.whole(1, 92);
  return at(day, random.whole(9, 17), random.whole(0, 59), random.whole(0, 59));
}

function times(random: Random, count: number, until: number): number[] {
  return Array.from({ length: count }, () => recently(random, until)).sort((a, b) => a - b);
}

/** An owner looks at the number of one of his own customers (B3: own customer, reason). */
function reveals(
  random: Random,
  customers: readonly DemoCustomer[],
  facts: CustomerFacts,
): NewRow<typeof personalDataReveal>[] {
  return times(random, revealCount, facts.until).flatMap((time) => {
    const one = random.pick(customers);
    const day = localDay(time);
    const who = one.handedOver && day < one.handedOver.on ? one.handedOver.from : one.owner;
    if (
      one.opened > day ||
      !who.roles.some((role) => ['STORE_STAFF', 'STORE_SUP', 'KAM', 'RM'].includes(role))
    )
      return [];
    return [
      {
        id: facts.nextId(),
        at: instantText(time),
        staffId: who.id,
        customerId: one.id,
        entity: 'Customer',
        entityId: one.id,
        fieldNames: 'phone',
        reason: random.pick(reasons),
        basis: null,
        createdAt: instantText(time),
      },
    ];
  });
}

const lists = [
  {
    entity: 'Order',
    query: '{ orders { items { orderNo orderedAt customer { name } total } } }',
    personal: true,
  },
  { entity: 'Customer', query: '{ customers { items { customerNo name grade phone } } }', personal: true },
  {
    entity: 'Product',
    query: '{ products { items { productNo name category listPrice } } }',
    personal: false,
  },
];

function exports(
  random: Random,
  staff: readonly DemoStaff[],
  facts: CustomerFacts,
): NewRow<typeof exportRun>[] {
  const exporters = staff.filter(
    (one) =>
      one.left === null &&
      one.roles.some((role) => ['STORE_SUP', 'OPS', 'OPS_CS', 'ANALYST', 'KAM', 'FINANCE'].includes(role)),
  );
  return times(random, exportCount, facts.until).map((time) => {
    const { entity, query, personal } = random.pick(lists);
    const finished = time + random.whole(800, 6000);
    return {
      id: facts.nextId(),
      staffId: random.pick(exporters).id,
      entity,
      query,
      variables: {},
      columns: [],
      format: random.chance(0.7) ? 'XLSX' : 'CSV',
      state: 'DONE' as const,
      rowCount: random.whole(20, entity === 'Product' ? 62 : 1200),
      containsPersonalData: personal,
      reason: personal ? random.pick(['月度对账', '季度复盘', '核对发货清单', '客户回访名单']) : null,
      fileHash: null,
      finishedAt: instantText(finished),
      expiresAt: instantText(finished + 7 * dayLength),
      createdAt: instantText(time),
    };
  });
}
