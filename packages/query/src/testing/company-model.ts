import type { ReadField, ReadKind, ReadModel, ReadRelation } from '../model.js';

type Extra = Partial<Omit<ReadField, 'name' | 'type'>>;

function field(name: string, type: ReadField['type'], extra: Extra = {}): ReadField {
  const column = name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  const stored = extra.derived || extra.encrypted ? {} : { column };
  return { name, type, nullable: false, protection: 'plain', ...stored, ...extra };
}

const id = field('id', 'id');
const optional = { nullable: true } as const;

function kind(
  name: string,
  plural: string,
  table: string,
  fields: readonly ReadField[],
  relations: readonly ReadRelation[],
  defaultOrder: ReadKind['defaultOrder'] = [{ field: 'id', direction: 'ASC' }],
): ReadKind {
  return {
    name,
    plural,
    table,
    fields: new Map([id, ...fields].map((f) => [f.name, f])),
    relations: new Map(relations.map((r) => [r.name, r])),
    defaultOrder,
  };
}

const one = (name: string, target: string): ReadRelation => ({
  is: 'one',
  name,
  target,
  column: `${name}_id`,
});
const many = (name: string, target: string, foreignColumn: string): ReadRelation => ({
  is: 'many',
  name,
  target,
  foreignColumn,
});

/** Shows the first three and the last four digits. */
export function maskPhone(value: string): string {
  return `${value.slice(0, 3)}****${value.slice(-4)}`;
}

/** A small company: regions, departments, staff, customers, orders, lines, products. */
export const companyModel: ReadModel = {
  kinds: new Map(
    [
      kind(
        'Region',
        'regions',
        'region',
        [field('code', 'text'), field('name', 'text')],
        [many('customers', 'Customer', 'region_id')],
      ),
      kind(
        'Department',
        'departments',
        'department',
        [field('name', 'text')],
        [one('region', 'Region'), many('customers', 'Customer', 'department_id')],
      ),
      kind(
        'Staff',
        'staff',
        'staff',
        [field('name', 'text')],
        [one('department', 'Department'), many('ownedCustomers', 'Customer', 'owner_id')],
      ),
      kind(
        'Customer',
        'customers',
        'customer',
        [
          field('customerNo', 'text'),
          field('partyType', 'enum', { codes: ['PERSON', 'ORGANISATION'] }),
          field('name', 'text', {
            protection: 'name',
            protectedWhen: { field: 'partyType', equals: 'PERSON' },
            foldedColumn: 'name_folded',
            sortColumn: 'name_sort',
            mask: (value) => `${value.slice(0, 1)}**`,
          }),
          field('phone', 'text', {
            ...optional,
            protection: 'identifier',
            encrypted: { cipher: 'phone_cipher', hash: 'phone_hash', mask: 'phone_mask' },
          }),
          field('email', 'text', {
            ...optional,
            protection: 'identifier',
            mask: (value) => `***${value.slice(value.indexOf('@'))}`,
          }),
          field('grade', 'enum', { ...optional, codes: ['GOLD', 'SILVER', 'BRONZE'] }),
          field('balance', 'decimal', { ...optional, scale: 2 }),
          field('birthday', 'date', optional),
          field('createdAt', 'dateTime'),
        ],
        [
          one('department', 'Department'),
          one('owner', 'Staff'),
          one('region', 'Region'),
          { is: 'one', name: 'profile', target: 'Profile', foreignColumn: 'customer_id' },
          many('orders', 'Order', 'customer_id'),
          { is: 'through', name: 'orderLines', target: 'OrderLine', path: ['orders', 'lines'] },
          { is: 'through', name: 'products', target: 'Product', path: ['orders', 'lines', 'product'] },
        ],
        [{ field: 'customerNo', direction: 'DESC' }],
      ),
      kind('Profile', 'profiles', 'profile', [field('motto', 'text')], [one('customer', 'Customer')]),
      kind(
        'Order',
        'orders',
        'sales_order',
        [
          field('orderNo', 'text'),
          field('state', 'enum', { codes: ['OPEN', 'SHIPPED', 'CANCELLED'] }),
          field('orderedAt', 'dateTime'),
          field('requiredAt', 'dateTime', optional),
          field('shippedAt', 'dateTime', optional),
          field('total', 'decimal', { scale: 4 }),
          field('freight', 'decimal', { ...optional, scale: 2 }),
          field('returned', 'boolean'),
          field('daysToShip', 'double', {
            ...optional,
            derived: { op: 'daysBetween', from: 'orderedAt', to: 'shippedAt' },
          }),
          field('shippedLate', 'boolean', {
            ...optional,
            derived: { op: 'after', left: 'shippedAt', right: 'requiredAt' },
          }),
        ],
        [one('customer', 'Customer'), one('owner', 'Staff'), many('lines', 'OrderLine', 'order_id')],
        [{ field: 'orderedAt', direction: 'DESC' }],
      ),
      kind(
        'OrderLine',
        'orderLines',
        'order_line',
        [
          field('lineNo', 'integer'),
          field('quantity', 'integer'),
          field('discount', 'double', optional),
          field('amount', 'decimal', { scale: 4 }),
        ],
        [one('order', 'Order'), one('product', 'Product')],
      ),
      kind(
        'Product',
        'products',
        'product',
        [field('name', 'text'), field('category', 'text', optional)],
        [many('orderLines', 'OrderLine', 'product_id')],
      ),
      kind(
        'Visit',
        'visits',
        'visit',
        [
          field('visitor', 'text', { protection: 'name' }),
          field('purpose', 'text'),
          field('arrivedAt', 'dateTime'),
        ],
        [one('store', 'Department')],
      ),
    ].map((k) => [k.name, k]),
  ),
};
