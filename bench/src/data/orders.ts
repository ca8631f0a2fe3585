import type { RecordRow } from '@kehu/api/records/encode';
import { customerCount, customerId } from './customers.js';
import {
  departmentCount,
  place,
  productCount,
  regionId,
  staffId,
  staffPerDepartment,
} from './organisation.js';
import { Random } from './random.js';

export const orderCount = 1_000_000;
/** One to five lines for each order in turn: three million in all. */
export const lineCount = 3_000_000;

const firstOrder = Date.UTC(2024, 6, 1);
const lastOrder = Date.UTC(2026, 5, 30);
const states = [
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'DELIVERED',
  'SHIPPED',
  'CONFIRMED',
  'CANCELLED',
  'READY',
];

interface Line {
  readonly product: number;
  readonly quantity: number;
  /** In hundredths. */
  readonly price: number;
}

/** The lines of an order; made anew from its number, so that orders and lines agree without being kept. */
function linesOf(order: number): Line[] {
  const random = new Random(31_000_000 + order);
  return Array.from({ length: 1 + (order % 5) }, () => ({
    product: random.below(productCount),
    quantity: 1 + random.below(20),
    price: 500 + random.below(50_000),
  }));
}

function money(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** Orders in the order in which they came in, over 24 months. */
export function* orderRows(): Generator<RecordRow> {
  const random = new Random(32);
  const step = (lastOrder - firstOrder) / orderCount;
  for (let i = 0; i < orderCount; i++) {
    const orderedAt = new Date(firstOrder + Math.floor(i * step));
    const state = random.pick(states);
    const shipped = ['COMPLETED', 'DELIVERED', 'SHIPPED'].includes(state);
    const days = random.below(10);
    yield {
      id: String(10_000_001 + i),
      orderNo: `SO${String(i + 1).padStart(8, '0')}`,
      state,
      customerId: customerId(random.below(customerCount)),
      ownerId: staffId(random.below(departmentCount), random.below(staffPerDepartment)),
      regionId: regionId(random.below(6)),
      orderedAt,
      requiredAt: new Date(orderedAt.getTime() + 7 * 86_400_000),
      shippedAt: shipped ? new Date(orderedAt.getTime() + days * 86_400_000) : null,
      returned: random.below(25) === 0,
      country: '中国',
      city: place(random),
      shippingMode: random.pick(['标准级', '二级', '一级', '当日']),
      freight: money(random.below(5000)),
      total: money(linesOf(i).reduce((sum, line) => sum + line.quantity * line.price, 0)),
      createdAt: orderedAt,
      updatedAt: orderedAt,
    };
  }
}

export function* lineRows(): Generator<RecordRow> {
  let id = 20_000_001;
  for (let i = 0; i < orderCount; i++) {
    for (const [n, line] of linesOf(i).entries()) {
      yield {
        id: String(id++),
        orderId: String(10_000_001 + i),
        lineNo: n + 1,
        productId: String(10_001 + line.product),
        quantity: String(line.quantity),
        unitPrice: money(line.price),
        discount: 0,
        amount: money(line.quantity * line.price),
      };
    }
  }
}
