import type { ReadField, ReadFieldType, ReadKind, ReadModel, ReadRelation } from '../model.js';
import { testFold, testSortKey } from './random-data.js';
import { testMask } from './random-model.js';
import type { Row, World } from './world.js';

function field(name: string, type: ReadFieldType, more: Partial<ReadField> = {}): [string, ReadField] {
  return [name, { name, type, nullable: true, column: name, protection: 'plain', ...more }];
}

function kind(name: string, fields: [string, ReadField][], relations: ReadRelation[]): [string, ReadKind] {
  return [
    name,
    {
      name,
      plural: `${name.toLowerCase()}s`,
      table: name.toLowerCase(),
      fields: new Map([field('id', 'id', { nullable: false }), ...fields]),
      relations: new Map(relations.map((relation) => [relation.name, relation])),
      defaultOrder: [{ field: 'id', direction: 'ASC' }],
    },
  ];
}

/** Two shops, three customers and six orders: small enough to check every answer by hand. */
export const shopModel: ReadModel = {
  kinds: new Map([
    kind(
      'Shop',
      [field('code', 'text')],
      [
        { is: 'many', name: 'customers', target: 'Customer', foreignColumn: 'shop_id' },
        { is: 'through', name: 'orders', target: 'Order', path: ['customers', 'orders'] },
      ],
    ),
    kind(
      'Customer',
      [
        field('name', 'text', { protection: 'name', mask: testMask, foldedColumn: 'name_folded' }),
        field('mail', 'text', { protection: 'identifier', mask: testMask }),
      ],
      [
        { is: 'one', name: 'shop', target: 'Shop', column: 'shop_id' },
        { is: 'many', name: 'orders', target: 'Order', foreignColumn: 'customer_id' },
      ],
    ),
    kind(
      'Order',
      [field('total', 'decimal', { scale: 2 }), field('orderedAt', 'dateTime')],
      [{ is: 'one', name: 'customer', target: 'Customer', column: 'customer_id' }],
    ),
  ]),
};

const rows: Record<string, readonly Row[]> = {
  Shop: [
    { id: '1', code: 'EAST' },
    { id: '2', code: 'WEST' },
  ],
  Customer: [
    { id: '11', name: '营业一', mail: 'one@a.cn', shop: '1' },
    { id: '12', name: 'Zoe', mail: null, shop: '2' },
    { id: '13', name: null, mail: 'three@a.cn', shop: null },
  ],
  Order: [
    { id: '21', total: '10.50', orderedAt: '2026-01-31T15:59:59.000Z', customer: '11' },
    { id: '22', total: '20.25', orderedAt: '2026-01-31T16:00:00.000Z', customer: '11' },
    { id: '23', total: null, orderedAt: null, customer: '11' },
    { id: '24', total: '7.00', orderedAt: '2026-02-10T00:00:00.000Z', customer: '12' },
    { id: '25', total: '1.00', orderedAt: '2026-02-11T00:00:00.000Z', customer: '13' },
    { id: '26', total: '100.00', orderedAt: '2024-12-30T00:00:00.000Z', customer: null },
  ],
};

export const shopWorld: World = {
  model: shopModel,
  rows: new Map(Object.entries(rows)),
  fold: testFold,
  sortKey: testSortKey,
};
