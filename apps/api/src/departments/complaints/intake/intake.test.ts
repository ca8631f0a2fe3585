import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '../../../records/bulk.js';
import type { RecordRow } from '../../../records/encode.js';
import type { Client } from '../../../testing/client.js';
import { house, houseStaff } from '../../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';

const register = `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) {
  complaint { id version no state stateLabel procedure procedureVersion policyVersion severity keyAccount recurrence anonymous aboutHead
    receivedAt dueAt channel complainantName customer { id name } store { id } repeatOf { id } receivedBy { login } firstResponseAt
    demands(orderBy: [{ id: ASC }]) { type detail } intakes { channel outsideNo outsideDueAt receivedBy { login } }
    links { basis other { id } } participants { part staff { login } }
    steps { action transition from to } deadlineEntries { rule event } }
  told { name via } next { action by } } }`;
const basic = {
  subject: '办公椅椅脚断裂',
  description: '使用两周后椅脚断裂，要求退款。',
  category: 'QUALITY_DEFECT',
  channel: 'PHONE',
  demands: [{ type: 'REFUND' }],
};

describe('the intake of complaints', () => {
  let server: TestServer;
  const as = (login: string) => server.as(login);
  const put = (kind: string, rows: readonly RecordRow[]) =>
    insertRows(server.services.database, kindNamed(kind), rows, server.services.codec);
  const opened = async (client: Client, more: Readonly<Record<string, unknown>> = {}) =>
    (await client.data(register, { input: { ...basic, ...more } })).registerComplaint;
  const refused = (client: Client, more: Readonly<Record<string, unknown>>) =>
    client.error(register, { variables: { input: { ...basic, ...more } } });

  beforeAll(async () => {
    server = await startTestServer();
    await server.services.database.change('UPDATE id_block SET next = GREATEST(next, 100000) WHERE id = 1');
    await put('ApprovalLimit', [
      { id: '9001', role: 'STORE_SUP', type: null, maxAmount: '200.00', effectiveFrom: '2026-01-01' },
    ]);
    await put('PolicyVersion', [
      { id: '9002', regulation: 'R4', code: 'R4-2026', effectiveFrom: '2026-01-01' },
      { id: '9003', regulation: 'R4', code: 'R4-2099', effectiveFrom: '2099-01-01' },
    ]);
    await put('HandlingProcedure', [
      {
        id: '9004',
        procedureVersion: 3,
        category: 'DELIVERY_DATE',
        severity: 'GENERAL',
        procedure: 'SIMPLE',
        effectiveFrom: '2026-01-01',
      },
    ]);
    await server.services.database.change("UPDATE customer SET member_no = 'VIP-778' WHERE id = ?", [
      house.customersB[0] as string,
    ]);
  });
  afterAll(() => server?.stop());

  it('registers a case of a customer: number, clock, step, demands, intake, and who is next', async () => {
    const { complaint, next } = await opened(await as('store-staff'), {
      customerId: house.customersA[0],
      productId: '4001',
      orderId: '3001',
      demands: [{ type: 'REFUND' }, { type: 'OTHER', detail: '上门取件' }],
    });
    expect(complaint.no).toMatch(/^TS-\d{8}-0001$/);
    expect(complaint).toMatchObject({
      state: 'REGISTERED',
      procedure: 'STANDARD',
      procedureVersion: 0,
      policyVersion: 'R4-2026',
      severity: 'GENERAL',
      complainantName: '王小明',
      store: { id: house.departments.storeA },
      receivedBy: { login: 'store-staff' },
      demands: [
        { type: 'REFUND', detail: null },
        { type: 'OTHER', detail: '上门取件' },
      ],
      intakes: [{ channel: 'PHONE', outsideNo: null, receivedBy: { login: 'store-staff' } }],
      steps: [{ action: 'registerComplaint', transition: '1', from: null, to: 'REGISTERED' }],
      recurrence: false,
      links: [],
    });
    expect(Date.parse(complaint.dueAt) - Date.parse(complaint.receivedAt)).toBe(7 * 24 * 3_600_000);
    expect(complaint.deadlineEntries).toContainEqual({ rule: 'CLOSE', event: 'STARTED' });
    expect(next.action).toBe('assessComplaint');
  });

  it('may be done by everybody who may take a complaint, and by nobody else', async () => {
    // Who registered need not see the case afterwards.
    const bare =
      'mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { next { action } } }';
    for (const login of ['handler', 'finance', 'tech', 'credit-reviewer', 'hr-admin', 'gm', 'kam', 'rm']) {
      const phone = `1360000${String(houseStaff[login]).padStart(4, '0')}`;
      const input = { ...basic, complainantName: `新客户${login}`, complainantPhone: phone };
      const { registerComplaint } = await (await as(login)).data(bare, { input });
      expect(registerComplaint.next.action, login).toBe('assessComplaint');
    }
    for (const login of ['analyst', 'sys-admin']) {
      expect((await refused(await as(login), { anonymous: true })).extensions.code, login).toBe('FORBIDDEN');
    }
  });

  it('makes a new customer in the same act, and none twice for one phone', async () => {
    const clerk = await as('store-staff');
    const first = await opened(clerk, { complainantName: '何新', complainantPhone: '13700009999' });
    const again = await opened(clerk, { complainantName: '何小姐', complainantPhone: '13700009999' });
    expect(again.complaint.customer.id).toBe(first.complaint.customer.id);
    expect(again.complaint).toMatchObject({ complainantName: '何小姐', customer: { name: '何新' } });
  });

  it('takes an anonymous case, and none about which nobody is said to complain', async () => {
    const { complaint } = await opened(await as('ops-cs'), { anonymous: true });
    expect(complaint).toMatchObject({ anonymous: true, complainantName: '匿名', customer: null });
    expect((await refused(await as('ops-cs'), {})).extensions.fields?.[0]?.path).toBe('customerId');
  });

  it('counts the stricter clock: an outside deadline before the seven days, with its number', async () => {
    const outsideDueAt = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString();
    const { complaint } = await opened(await as('ops-cs'), {
      customerId: house.customersA[1],
      channel: 'HOTLINE_12315',
      outsideNo: '12315-0042',
      outsideDueAt,
    });
    expect(complaint.dueAt).toBe(outsideDueAt);
    expect(complaint.intakes).toMatchObject([{ outsideNo: '12315-0042', outsideDueAt }]);
    const past = await refused(await as('ops-cs'), { anonymous: true, outsideDueAt: '2020-01-01T00:00:00Z' });
    expect(past.extensions.fields?.[0]?.path).toBe('outsideDueAt');
  });

  it('keeps what makes a case severe as codes, which can be filtered and counted', async () => {
    const cs = await as('ops-cs');
    const severe = { anonymous: true, severity: 'SEVERE', severityReason: '多名客户受伤' };
    const { complaint } = await opened(cs, { ...severe, triggers: ['GROUP', 'INJURY_SAFETY', 'GROUP'] });
    const data = await cs.data(
      `query Triggers($id: ID!) {
        complaints(where: { id: { eq: $id }, triggers: { some: { type: { eq: GROUP } } } }) {
          items { triggers(orderBy: [{ id: ASC }]) { type } }
        }
        complaintTriggersAggregate(where: { complaint: { id: { eq: $id } } }, groupBy: [{ type: VALUE }]) {
          key { type } count
        }
      }`,
      { id: complaint.id },
    );
    expect(data.complaints.items).toEqual([{ triggers: [{ type: 'GROUP' }, { type: 'INJURY_SAFETY' }] }]);
    expect(data.complaintTriggersAggregate).toHaveLength(2);
    const general = await refused(cs, { anonymous: true, triggers: ['GROUP'] });
    expect(general.extensions.fields).toMatchObject([{ path: 'triggers' }]);
  });

  it('reads times without an offset in the zone of the organisation', async () => {
    const at = new Date(Date.now() - 2 * 3_600_000);
    const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
    const { complaint } = await opened(await as('ops-cs'), { anonymous: true, receivedAt: local });
    expect(complaint.receivedAt).toBe(`${at.toISOString().slice(0, 16)}:00.000Z`);
  });

  it('chooses the way by category and severity, and keeps the version of the row that decided', async () => {
    const cs = await as('ops-cs');
    const way = async (more: Readonly<Record<string, unknown>>) => {
      const { complaint } = await opened(cs, { anonymous: true, ...more });
      return [complaint.procedure, complaint.procedureVersion];
    };
    expect(await way({ category: 'SERVICE_ATTITUDE' })).toEqual(['SIMPLE', 0]);
    expect(await way({ category: 'DELIVERY_DATE' })).toEqual(['SIMPLE', 3]);
    expect(await way({ category: 'DELIVERY_DATE', severity: 'MAJOR' })).toEqual(['STANDARD', 0]);
    expect(await way({ severity: 'SEVERE', severityReason: '人身伤害' })).toEqual(['SEVERE', 0]);
    const reasonless = await refused(cs, { anonymous: true, severity: 'SEVERE' });
    expect(reasonless.extensions.fields).toMatchObject([{ path: 'severityReason' }]);
  });

  it('takes what was settled on the spot by the simple way, within the limit of the store only', async () => {
    const clerk = await as('store-staff');
    const settled = { customerId: house.customersA[2], settledOnSpot: true, settledText: '当场折价并道歉' };
    const { complaint } = await opened(clerk, { ...settled, settledAmount: '150.00' });
    expect(complaint).toMatchObject({ procedure: 'SIMPLE' });
    expect(complaint.firstResponseAt).not.toBeNull();
    const cs = await as('ops-cs');
    const booked = await cs.data(`{ complaint(id: "${complaint.id}") { compensations { state amount } } }`);
    expect(booked.complaint.compensations).toEqual([{ state: 'EXECUTED', amount: '150.00' }]);
    expect(await refused(clerk, { ...settled, settledAmount: '200.01' })).toMatchObject({
      extensions: { code: 'RULE_VIOLATION', article: 'R4.18' },
    });
    expect((await refused(clerk, { ...settled, severity: 'MAJOR' })).extensions.article).toBe('R1.5');
  });

  it('settles on the spot up to the limit of the simple procedure where the store has no limit of its own', async () => {
    const clerk = await as('store-staff');
    const settled = { customerId: house.customersA[2], settledOnSpot: true, settledText: '当场换新' };
    const { database } = server.services;
    await database.change("UPDATE approval_limit SET effective_from = '2099-01-01' WHERE id = 9001");
    expect((await opened(clerk, { ...settled, settledAmount: '200.00' })).complaint.procedure).toBe('SIMPLE');
    expect((await refused(clerk, { ...settled, settledAmount: '200.01' })).extensions.article).toBe('R4.18');
    await database.change("UPDATE approval_limit SET effective_from = '2026-01-01' WHERE id = 9001");
  });

  it('refuses a suggestion that asks for nothing, and says that it is feedback', async () => {
    const cs = await as('ops-cs');
    const opinion = await refused(cs, {
      anonymous: true,
      category: 'OTHER',
      demands: [{ type: 'CRITICISM_SUGGESTION' }],
    });
    expect(opinion.extensions).toMatchObject({ code: 'RULE_VIOLATION', article: 'R4.2' });
    expect(opinion.message).toContain('feedback');
    const nothing = await refused(cs, { anonymous: true, demands: [] });
    expect(nothing.extensions.fields).toMatchObject([
      { path: 'demands', message: expect.stringContaining('feedback') },
    ]);
  });

  it('links earlier cases of the same customer, product and category, and tells recurrence and repetition', async () => {
    const clerk = await as('store-staff');
    const matter = { productId: '4002', category: 'TOLERANCE' };
    const first = await opened(clerk, { ...matter, customerId: house.customersA[2] });
    const other = await opened(clerk, { ...matter, customerId: house.customersA[1] });
    const again = await opened(clerk, { ...matter, customerId: house.customersA[2] });
    expect(other.complaint).toMatchObject({ recurrence: true, repeatOf: null });
    expect(again.complaint).toMatchObject({ recurrence: true, repeatOf: { id: first.complaint.id } });
    expect(again.complaint.links).toContainEqual({
      basis: 'SAME_CUSTOMER',
      other: { id: first.complaint.id },
    });
    expect(again.complaint.links).toContainEqual({
      basis: 'SAME_PRODUCT',
      other: { id: other.complaint.id },
    });
    const { similarComplaints: similar } = await clerk.data(
      '{ similarComplaints(productId: "4002", category: "TOLERANCE") { id no subject } }',
    );
    expect(similar.map((one: { id: string }) => one.id)).toEqual(
      [again, other, first].map((one) => one.complaint.id),
    );
    const byWords = await clerk.data('{ similarComplaints(text: "椅脚") { id } }');
    // Those of the own store only.
    expect(byWords.similarComplaints.length).toBeGreaterThan(5);
  });

  it('is one case for one key, however often it is sent', async () => {
    const cs = await as('ops-cs');
    const input = { customerId: house.customersA[0], idempotencyKey: 'once-1' };
    const [a, b] = [await opened(cs, input), await opened(cs, input)];
    expect(b.complaint.id).toBe(a.complaint.id);
  });

  describe('across stores', () => {
    const stranger = house.customersB[0] as string;

    it('finds nobody of another store by wish, but by one exact number or name, masked and on record', async () => {
      const clerk = await as('store-staff');
      expect((await refused(clerk, { customerId: stranger })).extensions.fields?.[0]?.path).toBe(
        'customerId',
      );
      for (const way of [
        'phone: "13912340003"',
        'memberNo: "VIP-778"',
        'orderNo: "SO-3"',
        'name: "張志遠"',
      ]) {
        const { findForIntake: cards } = await clerk.data(
          `{ findForIntake(${way}) { customerId name phone storeName type lastOrderAt orderNo } }`,
        );
        expect(cards, way).toHaveLength(1);
        expect(cards[0]).toMatchObject({ customerId: stranger, name: '張*', storeName: '乙门店' });
        expect(cards[0].phone).toMatch(/\*/);
      }
      expect((await clerk.data('{ findForIntake(phone: "139") { customerId } }')).findForIntake).toEqual([]);
      const own = await clerk.data('{ findForIntake(phone: "13912340000") { name } }');
      expect(own.findForIntake).toEqual([{ name: '王小明' }]);
      const [logged] = await server.services.database.query<{ n: string }>(
        'SELECT COUNT(*) AS n FROM personal_data_reveal WHERE customer_id = ? AND staff_id = ?',
        [stranger, houseStaff['store-staff'] as string],
      );
      expect(Number(logged?.n)).toBe(4);
    });

    it('takes the customer found into one case, and not into a second', async () => {
      const clerk = await as('store-staff');
      const { complaint } = await opened(clerk, { customerId: stranger });
      expect(complaint.complainantName).toBe('張志遠');
      expect((await refused(clerk, { customerId: stranger })).extensions.code).toBe('BAD_USER_INPUT');
    });

    it('finds a sale of any store by the receipt that its order carries', async () => {
      await server.services.database.change("UPDATE sales_order SET receipt_no = 'XP-9001' WHERE id = 3001");
      const [sold] = await server.services.database.query<{ customer_id: string; order_no: string }>(
        'SELECT customer_id, order_no FROM sales_order WHERE id = 3001',
      );
      const clerk = await as('store-staff');
      const { findForIntake: cards } = await clerk.data(
        '{ findForIntake(receiptNo: "XP-9001") { customerId orderId orderNo receiptNo } }',
      );
      expect(cards).toEqual([
        {
          customerId: String(sold?.customer_id),
          orderId: '3001',
          orderNo: sold?.order_no,
          receiptNo: 'XP-9001',
        },
      ]);
    });

    it('finds by the receipt of an earlier case, and answers nobody who may not register', async () => {
      const cs = await as('ops-cs');
      await opened(cs, { customerId: house.customersB[1], receiptNo: 'XP-20260305-17' });
      const clerk = await as('store-staff');
      const { findForIntake: cards } = await clerk.data(
        '{ findForIntake(receiptNo: "XP-20260305-17") { customerId receiptNo } }',
      );
      expect(cards).toEqual([{ customerId: house.customersB[1], receiptNo: 'XP-20260305-17' }]);
      const error = await (await as('analyst')).error('{ findForIntake(phone: "13912340003") { name } }');
      expect(error.extensions.code).toBe('FORBIDDEN');
      const two = await clerk.error('{ findForIntake(phone: "13912340003", name: "張志遠") { name } }');
      expect(two.extensions.code).toBe('BAD_USER_INPUT');
    });
  });

  describe('a case once registered', () => {
    it('is corrected until the ruling, and counts as a conflict when somebody was quicker', async () => {
      const clerk = await as('store-staff');
      const { complaint } = await opened(clerk, { customerId: house.customersA[0] });
      const update = `mutation($input: UpdateComplaintInput!) { updateComplaint(input: $input) { complaint { subject version demands { type } } } }`;
      const changed = await clerk.data(update, {
        input: {
          id: complaint.id,
          expectedVersion: complaint.version,
          subject: '椅背断裂',
          demands: [{ type: 'EXCHANGE' }],
        },
      });
      expect(changed.updateComplaint.complaint).toMatchObject({
        subject: '椅背断裂',
        demands: [{ type: 'EXCHANGE' }],
      });
      const stale = await clerk.error(update, {
        variables: { input: { id: complaint.id, expectedVersion: complaint.version, subject: '另一主题' } },
      });
      expect(stale.extensions.code).toBe('CONFLICT');
      await server.services.database.change("UPDATE complaint SET state = 'ACCEPTED' WHERE id = ?", [
        complaint.id,
      ]);
      const late = await clerk.error(update, {
        variables: {
          input: {
            id: complaint.id,
            expectedVersion: changed.updateComplaint.complaint.version,
            subject: '太迟',
          },
        },
      });
      expect(late.extensions).toMatchObject({ code: 'RULE_VIOLATION', article: 'R4.15' });
    });

    it('has further intakes: the earliest receipt and the strictest deadline count (F38)', async () => {
      const cs = await as('ops-cs');
      const { complaint } = await opened(cs, { customerId: house.customersA[1] });
      const receivedAt = new Date(Date.parse(complaint.receivedAt) - 24 * 3_600_000).toISOString();
      const outsideDueAt = new Date(Date.parse(complaint.receivedAt) + 2 * 24 * 3_600_000).toISOString();
      const add = `mutation($input: AddComplaintIntakeInput!) { addComplaintIntake(input: $input) { complaint {
        receivedAt dueAt channel intakes { channel outsideNo } deadlineEntries { rule event startedBy } } } }`;
      const { addComplaintIntake: added } = await cs.data(add, {
        input: { id: complaint.id, channel: 'HOTLINE_12345', outsideNo: '12345-7', receivedAt, outsideDueAt },
      });
      expect(added.complaint).toMatchObject({ receivedAt, dueAt: outsideDueAt, channel: 'PHONE' });
      expect(added.complaint.intakes.map((one: { channel: string }) => one.channel).sort()).toEqual([
        'HOTLINE_12345',
        'PHONE',
      ]);
      expect(added.complaint.deadlineEntries).toContainEqual({
        rule: 'CLOSE',
        event: 'STARTED',
        startedBy: 'addIntake',
      });
    });
  });
});
