import { createHmac } from 'node:crypto';
import type { Pool } from 'mysql2/promise';
import type { ReadCodec } from '../codec.js';
import { maskPhone } from './company-model.js';

/** Reversible, so that a test can see whether a cipher was opened; the product uses AES. */
export const testCodec: ReadCodec = {
  decrypt: (cipher) => Buffer.from(cipher.toString('latin1').slice(2), 'base64').toString('utf8'),
  hash: (_kind, _field, value) => createHmac('sha256', 'test').update(value).digest(),
};

export function testFold(text: string): string {
  return text.toLowerCase().replaceAll('營', '营').replaceAll('業', '业');
}

const tables = [
  'CREATE TABLE region (id BIGINT PRIMARY KEY, code VARCHAR(20) NOT NULL, name VARCHAR(40) NOT NULL)',
  'CREATE TABLE department (id BIGINT PRIMARY KEY, name VARCHAR(40) NOT NULL, region_id BIGINT, KEY (region_id))',
  'CREATE TABLE staff (id BIGINT PRIMARY KEY, name VARCHAR(40) NOT NULL, department_id BIGINT, KEY (department_id))',
  `CREATE TABLE customer (id BIGINT PRIMARY KEY, customer_no VARCHAR(20) NOT NULL, party_type VARCHAR(20) NOT NULL,
    name VARCHAR(60) NOT NULL, name_folded VARCHAR(60) NOT NULL, name_sort VARCHAR(60) NOT NULL,
    phone_cipher VARBINARY(120), phone_hash VARBINARY(33), phone_mask VARCHAR(40), email VARCHAR(60),
    grade VARCHAR(20), balance DECIMAL(18,2), birthday DATE, created_at DATETIME(3) NOT NULL,
    department_id BIGINT, owner_id BIGINT, region_id BIGINT, KEY (department_id), KEY (owner_id), KEY (region_id))`,
  'CREATE TABLE profile (id BIGINT PRIMARY KEY, motto VARCHAR(60) NOT NULL, customer_id BIGINT, UNIQUE (customer_id))',
  `CREATE TABLE sales_order (id BIGINT PRIMARY KEY, order_no VARCHAR(20) NOT NULL, state VARCHAR(20) NOT NULL,
    ordered_at DATETIME(3) NOT NULL, required_at DATETIME(3), shipped_at DATETIME(3), total DECIMAL(18,4) NOT NULL,
    freight DECIMAL(18,2), returned TINYINT NOT NULL, customer_id BIGINT, owner_id BIGINT,
    KEY (customer_id, ordered_at), KEY (ordered_at), KEY (owner_id))`,
  `CREATE TABLE order_line (id BIGINT PRIMARY KEY, line_no INT NOT NULL, quantity INT NOT NULL, discount DOUBLE,
    amount DECIMAL(18,4) NOT NULL, order_id BIGINT, product_id BIGINT, KEY (order_id), KEY (product_id))`,
  'CREATE TABLE product (id BIGINT PRIMARY KEY, name VARCHAR(60) NOT NULL, category VARCHAR(40))',
  `CREATE TABLE visit (id BIGINT PRIMARY KEY, visitor VARCHAR(40) NOT NULL, purpose VARCHAR(40) NOT NULL,
    arrived_at DATETIME(3) NOT NULL, store_id BIGINT)`,
];

type Cell = string | number | Buffer | null;

/** Makes the tables of the small company and fills them. */
export async function loadCompany(pool: Pool): Promise<void> {
  for (const table of tables) await pool.query(table);
  await insert(pool, 'region', [
    [1, 'EAST', '华东'],
    [2, 'NORTH', '华北'],
  ]);
  await insert(pool, 'department', [
    [10, '营业部', 1],
    [11, '大客户部', 2],
    [12, '客服部', null],
  ]);
  await insert(pool, 'staff', [
    [20, 'Lin', 10],
    [21, 'Wang', 11],
    [22, 'Zhou', null],
  ]);
  await insert(pool, 'customer', [
    customer(
      101,
      'C001',
      'PERSON',
      '张三',
      'zhang',
      '13800000001',
      'a@x.cn',
      'GOLD',
      '100.50',
      '1990-02-01',
      '2026-01-05',
      10,
      20,
      1,
    ),
    customer(
      102,
      'C002',
      'ORGANISATION',
      '營業公司',
      'ying',
      '02088880002',
      null,
      'BRONZE',
      null,
      null,
      '2026-02-10',
      10,
      21,
      1,
    ),
    customer(
      103,
      'C003',
      'PERSON',
      'Anna_50%',
      'anna',
      null,
      'anna@y.com',
      null,
      '-3.25',
      '1985-12-31',
      '2026-03-01',
      11,
      21,
      2,
    ),
    customer(
      104,
      'C004',
      'ORGANISATION',
      '海贸',
      'hai',
      '13800000004',
      'x@hai.cn',
      'SILVER',
      '99999999999.99',
      null,
      '2026-03-02',
      11,
      null,
      null,
    ),
    customer(
      105,
      'C005',
      'PERSON',
      '李四',
      'li',
      '13800000001',
      null,
      'GOLD',
      '100.50',
      null,
      '2026-03-15',
      null,
      22,
      2,
    ),
  ]);
  await insert(pool, 'profile', [
    [900, '客户至上', 101],
    [901, 'carpe diem', 103],
  ]);
  await insert(pool, 'sales_order', [
    order(
      1001,
      'OPEN',
      '2025-12-31 17:00:00.000',
      '2026-01-10 00:00:00.000',
      null,
      '100.0000',
      '5.00',
      0,
      101,
      20,
    ),
    order(
      1002,
      'SHIPPED',
      '2026-01-01 03:30:00.000',
      '2026-01-03 00:00:00.000',
      '2026-01-04 03:30:00.000',
      '250.5000',
      null,
      0,
      101,
      20,
    ),
    order(
      1003,
      'SHIPPED',
      '2026-01-20 10:00:00.000',
      '2026-02-20 00:00:00.000',
      '2026-01-21 22:00:00.000',
      '30.2500',
      '1.25',
      1,
      101,
      21,
    ),
    order(1004, 'CANCELLED', '2026-02-02 10:00:00.000', null, null, '0.0001', null, 0, 102, 21),
    order(
      1005,
      'OPEN',
      '2026-03-03 10:00:00.000',
      '2026-03-09 00:00:00.000',
      null,
      '999.9999',
      '8.00',
      0,
      103,
      null,
    ),
    order(1006, 'OPEN', '2026-03-04 10:00:00.000', null, null, '70.0000', null, 1, null, 22),
  ]);
  await insert(pool, 'order_line', [
    [5001, 1, 2, 0.1, '60.0000', 1001, 301],
    [5002, 2, 1, null, '40.0000', 1001, 302],
    [5003, 1, 10, 0, '250.5000', 1002, 301],
    [5004, 1, 1, 0.2, '30.2500', 1003, 303],
    [5005, 1, 3, null, '999.9999', 1005, 302],
    [5006, 1, 4, 0, '70.0000', 1006, null],
  ]);
  await insert(pool, 'product', [
    [301, '桌子', '家具'],
    [302, '电话', '技术'],
    [303, '美术', null],
  ]);
  const visits: Cell[][] = [];
  const add = (count: number, purpose: string, at: string, store: number) => {
    for (let i = 0; i < count; i++)
      visits.push([7000 + visits.length, `V${visits.length}`, purpose, at, store]);
  };
  add(7, 'TALK', '2026-01-10 02:00:00.000', 10);
  add(3, 'REPAIR', '2026-01-11 02:00:00.000', 10);
  add(1, 'AUDIT', '2026-02-11 02:00:00.000', 11);
  add(6, 'TALK', '2026-02-20 02:00:00.000', 11);
  await insert(pool, 'visit', visits);
}

function customer(
  id: number,
  no: string,
  type: string,
  name: string,
  sort: string,
  phone: string | null,
  ...rest: Cell[]
): Cell[] {
  const sealed = phone === null ? null : Buffer.from(`k1${Buffer.from(phone).toString('base64')}`, 'latin1');
  const hash = phone === null ? null : (testCodec.hash('Customer', 'phone', phone) as Buffer);
  return [id, no, type, name, testFold(name), sort, sealed, hash, phone && maskPhone(phone), ...rest];
}

function order(id: number, ...rest: Cell[]): Cell[] {
  return [id, `SO-${id}`, ...rest];
}

async function insert(pool: Pool, table: string, rows: readonly Cell[][]): Promise<void> {
  await pool.query(`INSERT INTO ${table} VALUES ?`, [rows]);
}
