import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../../access/testing/house.js';
import { perform } from '../../../commands/run.js';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { createCustomer } from './create-customer.js';
import { addPart, contactPart, removePart, updatePart } from './parts.js';
import { organisationProfile, personProfile, saveProfile } from './profiles.js';
import { tagCustomer, untagCustomer } from './tags.js';
import { updateCustomer } from './update-customer.js';

let house: House;
let region: string;
let store: string;
let otherStore: string;
let sales: string;
let clerk: string;
let supervisor: string;
let kam: string;
let customer: string;

beforeAll(async () => {
  house = await testHouse();
  region = await house.plant('Region', { code: 'EAST', name: '华东' });
  store = await house.plant('Department', { code: 'S1', name: '一店', kind: 'STORE', regionId: region });
  otherStore = await house.plant('Department', { code: 'S2', name: '二店', kind: 'STORE' });
  sales = await house.plant('Department', { code: 'X', name: '销售', kind: 'SALES' });
  clerk = await house.person('clerk', ['STORE_STAFF'], { departmentId: store });
  supervisor = await house.person('supervisor', ['STORE_SUP'], { departmentId: store });
  kam = await house.person('kam', ['KAM'], { departmentId: sales });
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
const person = { type: 'CONSUMER', partyType: 'PERSON', name: '李雪' };

describe('a new customer', () => {
  it('of a store clerk belongs to the store, its region, and the clerk', async () => {
    const { id } = await perform(
      createCustomer,
      { ...person, phone: '139 1234 5678' },
      await house.as(clerk),
    );
    const [row] = await rows('SELECT * FROM customer WHERE id = ?', [id]);
    expect(row).toMatchObject({ name: '李雪', lifecycle: 'PROSPECT', phone_mask: '139****5678', version: 1 });
    expect([row?.store_id, row?.department_id, row?.region_id, row?.owner_id].map(String)).toEqual([
      store,
      store,
      region,
      clerk,
    ]);
    expect(row?.customer_no).toMatch(/^KH-\d{6}$/);
    expect(JSON.stringify(row)).not.toContain('13912345678');
  });

  it('begins its history of owner, region and store', async () => {
    const { id } = await perform(createCustomer, person, await house.as(clerk));
    const history = await rows(
      'SELECT attribute, valid_to FROM customer_history WHERE customer_id = ? ORDER BY attribute',
      [id],
    );
    expect(history).toEqual([
      { attribute: 'OWNER', valid_to: null },
      { attribute: 'REGION', valid_to: null },
      { attribute: 'STORE', valid_to: null },
    ]);
  });

  it('gets a number that nobody has, also when files came in ahead of the sequence', async () => {
    await house.plant('Customer', { name: '早到', customerNo: 'KH-000700' });
    const context = await house.as(clerk);
    await rows("UPDATE number_sequence SET last_number = 699 WHERE name = 'customer'");
    const { id } = await perform(createCustomer, person, context);
    const [row] = await rows('SELECT customer_no FROM customer WHERE id = ?', [id]);
    expect(row?.customer_no).toBe('KH-000701');
  });

  it('in another store, or by one who may not create, is refused', async () => {
    const context = await house.as(clerk);
    expect((await refusal(perform(createCustomer, { ...person, storeId: otherStore }, context))).key).toBe(
      'rule.outsideOwnScope',
    );
    expect((await refusal(perform(createCustomer, person, await house.as(supervisor)))).code).toBe(
      'FORBIDDEN',
    );
  });

  it('with bad values names each of them and changes nothing', async () => {
    const before = await rows('SELECT COUNT(*) AS n FROM customer');
    const bad = {
      type: 'KING',
      partyType: 'PERSON',
      name: ' \u202e ',
      phone: '138',
      storeId: sales,
      regionId: '987654',
      lifecycle: 'ERASED',
      nextContactDue: '2026-02-30',
      ownerId: clerk,
    };
    expect(await refusedFields(perform(createCustomer, bad, await house.as(clerk)))).toEqual({
      type: 'input.notOneOf',
      name: 'input.required',
      phone: 'input.mobile',
      lifecycle: 'input.notOneOf',
      nextContactDue: 'input.notDate',
      storeId: 'rule.notAStore',
      regionId: 'input.noSuchRecord',
      ownerId: 'input.unknownField',
    });
    expect(await rows('SELECT COUNT(*) AS n FROM customer')).toEqual(before);
  });
});

describe('correcting a customer file', () => {
  const change = async (staffId: string, input: Record<string, unknown>, expectedVersion = 1) =>
    perform(updateCustomer, { id: customer, expectedVersion, ...input }, await house.as(staffId));

  it('changes only what is given, and empties what is null', async () => {
    await change(clerk, { remark: '老客户', city: '杭州' });
    await change(clerk, { city: null }, 2);
    const [row] = await rows('SELECT name, remark, city, version FROM customer WHERE id = ?', [customer]);
    expect(row).toEqual({ name: '王小明', remark: '老客户', city: null, version: 3 });
  });

  it('leaves the grade to those with the right to grade (dossier B3)', async () => {
    expect((await refusal(change(clerk, { grade: 'A' }))).code).toBe('FORBIDDEN');
    await change(supervisor, { grade: 'A' });
    const [row] = await rows(
      "SELECT grade, valid_to FROM customer_history WHERE customer_id = ? AND attribute = 'GRADE'",
      [customer],
    );
    expect(row).toEqual({ grade: 'A', valid_to: null });
  });

  it('ends the old state in the history where the new one begins', async () => {
    await change(supervisor, { grade: 'B' });
    house.clock.forward(3600);
    await change(supervisor, { grade: null }, 2);
    const history = await rows(
      "SELECT grade, valid_from, valid_to FROM customer_history WHERE customer_id = ? AND attribute = 'GRADE' ORDER BY valid_from",
      [customer],
    );
    expect(history).toHaveLength(2);
    expect(history[0]).toMatchObject({ grade: 'B', valid_to: history[1]?.valid_from });
    expect(history[1]).toMatchObject({ grade: null, valid_to: null });
  });

  it('does not move a file out of the own sight', async () => {
    expect((await refusal(change(clerk, { storeId: otherStore }))).key).toBe('rule.outsideOwnScope');
  });

  it('does not turn a person with a profile into an organisation', async () => {
    await house.plant('PersonProfile', { customerId: customer });
    expect((await refusal(change(clerk, { partyType: 'ORGANISATION' }))).key).toBe('rule.otherProfile');
  });
});

describe('contacts', () => {
  const add = addPart('addContact', contactPart);
  const update = updatePart('updateContact', contactPart);
  const remove = removePart('removeContact', contactPart);

  it('are added, changed and removed under the right for the file', async () => {
    const context = await house.as(clerk);
    const { id } = await perform(
      add,
      { customerId: customer, name: '陈经理', phone: '13700137000' },
      context,
    );
    await perform(update, { id, expectedVersion: 1, position: '采购' }, context);
    const [row] = await rows('SELECT name, position, version FROM contact WHERE id = ?', [id]);
    expect(row).toEqual({ name: '陈经理', position: '采购', version: 2 });
    await perform(remove, { id, expectedVersion: 2 }, context);
    expect(await rows('SELECT id FROM contact WHERE id = ?', [id])).toEqual([]);
    const trail = await rows(
      "SELECT action, whole_entity, whole_id FROM audit_entry WHERE entity = 'Contact' AND entity_id = ? ORDER BY sequence",
      [id],
    );
    expect(trail.map((entry) => entry.action)).toEqual(['addContact', 'updateContact', 'removeContact']);
    expect(
      trail.every((entry) => entry.whole_entity === 'Customer' && String(entry.whole_id) === customer),
    ).toBe(true);
  });

  it('have one primary among them', async () => {
    const context = await house.as(clerk);
    const first = await perform(add, { customerId: customer, name: '甲', isPrimary: true }, context);
    const second = await perform(add, { customerId: customer, name: '乙', isPrimary: true }, context);
    const found = await rows('SELECT id FROM contact WHERE customer_id = ? AND is_primary = 1', [customer]);
    expect(found.map((row) => String(row.id))).toEqual([second.id]);
    await perform(update, { id: first.id, expectedVersion: 2, isPrimary: true }, context);
    const after = await rows('SELECT id FROM contact WHERE customer_id = ? AND is_primary = 1', [customer]);
    expect(after.map((row) => String(row.id))).toEqual([first.id]);
  });

  it('of other people’s customers are not found', async () => {
    const theirs = await house.plant('Customer', { name: '别人的', storeId: otherStore });
    const contact = await house.plant('Contact', { customerId: theirs, name: '丙' });
    const context = await house.as(clerk);
    expect((await refusal(perform(add, { customerId: theirs, name: '丁' }, context))).code).toBe('NOT_FOUND');
    expect(
      (await refusal(perform(update, { id: contact, expectedVersion: 1, name: '丁' }, context))).code,
    ).toBe('NOT_FOUND');
    expect((await refusal(perform(remove, { id: contact, expectedVersion: 1 }, context))).code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('tags', () => {
  it('stand once, and go', async () => {
    const context = await house.as(clerk);
    await perform(tagCustomer, { customerId: customer, expectedVersion: 1, tag: ' 老客户 ' }, context);
    await perform(tagCustomer, { customerId: customer, expectedVersion: 2, tag: '老客户' }, context);
    expect(await rows('SELECT tag FROM customer_tag WHERE customer_id = ?', [customer])).toEqual([
      { tag: '老客户' },
    ]);
    await perform(untagCustomer, { customerId: customer, expectedVersion: 2, tag: '老客户' }, context);
    expect(await rows('SELECT tag FROM customer_tag WHERE customer_id = ?', [customer])).toEqual([]);
    expect(
      (await refusal(perform(tagCustomer, { customerId: customer, expectedVersion: 1, tag: 'x' }, context)))
        .code,
    ).toBe('CONFLICT');
  });
});

describe('profiles', () => {
  const savePerson = saveProfile('savePersonProfile', personProfile);
  const saveOrganisation = saveProfile('saveOrganisationProfile', organisationProfile);

  it('of a person keep the ID number encrypted, found by its hash', async () => {
    await perform(
      savePerson,
      { customerId: customer, idType: 'RESIDENT_ID', idNo: '11010519491231002x' },
      await house.as(clerk),
    );
    const [row] = await rows('SELECT * FROM person_profile WHERE customer_id = ?', [customer]);
    expect(row?.id_no_mask).toBe('110***********002X');
    expect(JSON.stringify(row)).not.toContain('19491231');
  });

  it('refuse a wrong check digit, a birth date that differs, a number that another file has', async () => {
    const context = await house.as(clerk);
    const base = { customerId: customer, idType: 'RESIDENT_ID' };
    expect(
      await refusedFields(perform(savePerson, { ...base, idNo: '110105194912310021' }, context)),
    ).toEqual({
      idNo: 'input.residentId',
    });
    expect(
      await refusedFields(
        perform(savePerson, { ...base, idNo: '440524188001010014', birthDate: '1990-01-01' }, context),
      ),
    ).toEqual({
      birthDate: 'rule.birthDateDiffers',
    });
    const second = await house.plant('Customer', { name: '李四', storeId: store });
    await perform(
      savePerson,
      { customerId: second, idType: 'RESIDENT_ID', idNo: '440524188001010014' },
      context,
    );
    expect(
      await refusedFields(perform(savePerson, { ...base, idNo: '440524188001010014' }, context)),
    ).toEqual({
      idNo: 'input.duplicate',
    });
  });

  it('are not kept of children under fourteen', async () => {
    const context = await house.as(clerk);
    const today = house.clock.now().getUTCFullYear();
    const child = { customerId: customer, birthDate: `${today - 13}-01-01` };
    expect((await refusal(perform(savePerson, child, context))).key).toBe('rule.underFourteen');
    await perform(savePerson, { customerId: customer, birthDate: `${today - 15}-01-01` }, context);
    expect(
      await refusedFields(
        perform(savePerson, { customerId: customer, expectedVersion: 1, birthDate: '2199-01-01' }, context),
      ),
    ).toEqual({
      birthDate: 'input.future',
    });
  });

  it('fit the kind of customer and ask for the version once they are there', async () => {
    const context = await house.as(clerk);
    expect(
      (await refusal(perform(saveOrganisation, { customerId: customer, legalName: '某公司' }, context))).key,
    ).toBe('rule.organisationOnly');
    await perform(savePerson, { customerId: customer, occupation: '教师' }, context);
    const error = await refusal(perform(savePerson, { customerId: customer, occupation: '医生' }, context));
    expect([error.code, error.currentVersion]).toEqual(['CONFLICT', 1]);
    await perform(savePerson, { customerId: customer, expectedVersion: 1, occupation: '医生' }, context);
  });

  it('hold business secrets only of those who may see them', async () => {
    const company = await house.plant('Customer', {
      name: '蓝天公司',
      partyType: 'ORGANISATION',
      storeId: store,
      ownerId: kam,
    });
    const input = { customerId: company, legalName: '蓝天公司', annualSales: '1000000.00' };
    expect((await refusal(perform(saveOrganisation, input, await house.as(clerk)))).code).toBe('FORBIDDEN');
    await perform(saveOrganisation, input, await house.as(kam));
    const trail = await rows(
      "SELECT after FROM audit_entry WHERE entity = 'OrganisationProfile' AND whole_id = ?",
      [company],
    );
    expect(JSON.stringify(trail)).not.toContain('1000000');
  });
});
