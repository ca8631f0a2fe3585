import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../../access/testing/house.js';
import { perform } from '../../../commands/run.js';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AssignOwnerInput, assignCustomerOwner } from './assign-owner.js';
import { revealPersonalData } from './reveal.js';

let house: House;
let region: string;
let store: string;
let sales: string;
let clerk: string;
let supervisor: string;
let head: string;
let kam: string;
let customer: string;

beforeAll(async () => {
  house = await testHouse();
  region = await house.plant('Region', { code: 'EAST', name: '华东' });
  store = await house.plant('Department', { code: 'S1', name: '一店', kind: 'STORE', regionId: region });
  sales = await house.plant('Department', { code: 'X', name: '销售', kind: 'SALES' });
  clerk = await house.person('clerk', ['STORE_STAFF'], { departmentId: store });
  supervisor = await house.person('supervisor', ['STORE_SUP'], { departmentId: store });
  kam = await house.person('kam', ['KAM'], { departmentId: sales });
  head = await house.person('head', ['DEPT_HEAD'], { departmentId: sales });
});
beforeEach(async () => {
  customer = await house.plant('Customer', {
    name: '王小明',
    storeId: store,
    departmentId: store,
    ownerId: clerk,
    phone: '13800138000',
  });
});
afterAll(() => house?.close());

const rows = (sql: string, values: string[] = []) =>
  house.services.database.query<Record<string, unknown>>(sql, values);

describe('a new owner', () => {
  it('is set by a superior, with the reason in the history', async () => {
    const mine = await house.plant('Customer', { name: '大客户', departmentId: sales, ownerId: kam });
    const other = await house.person('kam-2', ['KAM'], { departmentId: sales });
    await perform(
      assignCustomerOwner,
      { customerId: mine, expectedVersion: 1, ownerId: other, reason: '调岗' },
      await house.as(head),
    );
    const [row] = await rows(
      "SELECT owner_id, reason FROM customer_history WHERE customer_id = ? AND attribute = 'OWNER'",
      [mine],
    );
    expect([String(row?.owner_id), row?.reason]).toEqual([other, '调岗']);
  });

  it('needs a reason, a person who is there, and the right', async () => {
    const mine = await house.plant('Customer', { name: '大客户', departmentId: sales, ownerId: kam });
    const gone = await house.person('gone', [], { departmentId: sales, status: 'LEFT' });
    const context = await house.as(head);
    const input: AssignOwnerInput = { customerId: mine, expectedVersion: 1, ownerId: kam, reason: '调岗' };
    expect(await refusedFields(perform(assignCustomerOwner, { ...input, reason: ' ' }, context))).toEqual({
      reason: 'input.required',
    });
    expect(await refusedFields(perform(assignCustomerOwner, { ...input, ownerId: gone }, context))).toEqual({
      ownerId: 'rule.staffNotActive',
    });
    expect(
      await refusedFields(perform(assignCustomerOwner, { ...input, ownerId: '999999' }, context)),
    ).toEqual({
      ownerId: 'input.noSuchRecord',
    });
    expect((await refusal(perform(assignCustomerOwner, input, await house.as(kam)))).code).toBe('FORBIDDEN');
  });
});

describe('revealing identifiers', () => {
  const reveal = async (staffId: string, input: Record<string, unknown> = {}) =>
    perform(
      revealPersonalData,
      { entity: 'Customer', id: customer, fields: ['phone'], reason: '回访', ...input },
      await house.as(staffId),
    );

  it('answers them and leaves who, what, why on the customer’s file and in the audit trail', async () => {
    expect((await reveal(clerk, { basis: '订单 SO-1' })).values).toEqual([
      { field: 'phone', value: '13800138000' },
    ]);
    const [row] = await rows('SELECT * FROM personal_data_reveal WHERE customer_id = ?', [customer]);
    expect(row).toMatchObject({
      entity: 'Customer',
      field_names: 'phone',
      reason: '回访',
      basis: '订单 SO-1',
    });
    const trail = await rows(
      "SELECT reason FROM audit_entry WHERE action = 'revealPersonalData' AND whole_id = ?",
      [customer],
    );
    expect(trail).toEqual([{ reason: '回访' }]);
  });

  it('keeps the values nowhere, also not for a repeated key', async () => {
    await reveal(clerk, { idempotencyKey: 'again' });
    expect((await reveal(clerk, { idempotencyKey: 'again' })).values).toEqual([
      { field: 'phone', value: null },
    ]);
    for (const table of ['operation', 'audit_entry', 'personal_data_reveal']) {
      expect(JSON.stringify(await rows(`SELECT * FROM ${table}`))).not.toContain('13800138000');
    }
  });

  it('is refused beyond the right, without a reason, and for fields that are no identifiers', async () => {
    const notOwn = await house.plant('Customer', { name: '同店他人', storeId: store, phone: '13800138001' });
    expect((await refusal(reveal(clerk, { id: notOwn }))).code).toBe('FORBIDDEN');
    expect((await reveal(supervisor, { id: notOwn })).values[0]?.value).toBe('13800138001');
    expect(await refusedFields(reveal(clerk, { reason: '' }))).toEqual({ reason: 'input.required' });
    expect(await refusedFields(reveal(clerk, { fields: ['name'] }))).toEqual({ fields: 'input.notOneOf' });
    expect(await refusedFields(reveal(clerk, { fields: [] }))).toEqual({ fields: 'input.notOneOf' });
    expect(await refusedFields(reveal(clerk, { entity: 'Credential' }))).toEqual({
      entity: 'input.notOneOf',
    });
    expect((await refusal(reveal(clerk, { id: '999999' }))).code).toBe('NOT_FOUND');
  });
});
