import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActError } from '../../../commands/errors.js';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

const open = async (by: string, input: Record<string, unknown>): Promise<string> =>
  ((await house.act(by, 'openSolicitation', input)) as { id: string }).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'solicitation', id, input);
const solicitation = (id: string) => house.row('solicitation', id);
const steps = (id: string) =>
  house.services.database.query<Record<string, unknown>>(
    'SELECT act, from_stage, to_stage, CAST(owner_id AS CHAR) AS owner FROM solicitation_step WHERE solicitation_id = ? ORDER BY id',
    [id],
  );
const visited = (id: string) =>
  house.plant('CustomerVisit', {
    no: `BF-${id}`,
    solicitationId: id,
    visitorId: house.people.kam ?? '',
    state: 'REPORTED',
    plannedAt: '2026-03-01T02:00:00Z',
    level: 'SENIOR',
    mode: 'ON_SITE',
    objective: 'INTENT',
    nextSteps: 0,
  });

describe('a prospect that is registered', () => {
  test('gets its number, region and owner, and is protected for ninety days', async () => {
    const id = await open('kam', { prospect: '华光电子', expectedAmount: '800000' });
    expect(await solicitation(id)).toMatchObject({
      no: 'ZS-20260307-0001',
      stage: 'LEAD',
      protected_until: '2026-06-05',
      owner_id: house.people.kam,
      region_id: house.region,
    });
    expect(await steps(id)).toMatchObject([{ act: 'openSolicitation', from_stage: null, to_stage: 'LEAD' }]);
  });

  test('is not solicited by anybody else, in whichever script the name is written, until the protection ends', async () => {
    const id = await open('kam', { prospect: '兴业建材' });
    expect(await refusal(open('kam2', { prospect: '興業建材' }))).toMatchObject({
      key: 'solicitationGuard.protected',
      article: 'R3.1',
    });
    // His own second attempt is his business.
    await open('kam', { prospect: '兴业建材' });
    await house.services.database.change(
      "UPDATE solicitation SET protected_until = '2026-03-06' WHERE prospect_folded = (SELECT f FROM (SELECT prospect_folded AS f FROM solicitation WHERE id = ?) AS x)",
      [id],
    );
    await open('kam2', { prospect: '兴业建材' });
  });

  test('is free at once when the organisation wants no protection', async () => {
    const set = (value: string) =>
      house.plant('ComplaintSetting', {
        key: 'solicitation.protectionDays',
        value,
        effectiveFrom: '2026-01-01T00:00:00Z',
        reason: '试行',
        byId: house.people.gm ?? '',
      });
    const setting = await set('0');
    expect((await solicitation(await open('kam', { prospect: '自由客户' }))).protected_until).toBeNull();
    await open('kam2', { prospect: '自由客户' });
    await house.services.database.change('DELETE FROM complaint_setting WHERE id = ?', [setting]);
  });

  test('registered by two at once is one’s', async () => {
    const outcomes = await Promise.allSettled([
      open('kam', { prospect: '抢单客户' }),
      open('kam2', { prospect: '抢单客户' }),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(ActError);
  });

  test('that is a colleague’s key account is refused', async () => {
    expect(await refusal(open('kam2', { prospect: '前期客户' }))).toMatchObject({
      key: 'solicitationGuard.protected',
    });
  });
});

describe('a solicitation', () => {
  test('moves stage by stage, a visit on record before visited, an amount before proposed, and never back', async () => {
    const id = await open('kam', { prospect: '步步高' });
    await step('kam', 'advanceSolicitation', id, { stage: 'CONTACTED', note: '电话联系' });
    expect(await refusal(step('kam', 'advanceSolicitation', id, { stage: 'VISITED' }))).toMatchObject({
      key: 'solicitationGuard.visitOnRecord',
    });
    await visited(id);
    await step('kam', 'advanceSolicitation', id, { stage: 'VISITED' });
    expect(await refusal(step('kam', 'advanceSolicitation', id, { stage: 'PROPOSED' }))).toMatchObject({
      key: 'solicitationGuard.amountGiven',
    });
    await step('kam', 'advanceSolicitation', id, { stage: 'PROPOSED', expectedAmount: '120000' });
    expect(await refusal(step('kam', 'advanceSolicitation', id, { stage: 'VISITED' }))).toMatchObject({
      key: 'workflow.wrongState',
    });
    expect(await solicitation(id)).toMatchObject({ stage: 'PROPOSED', expected_amount: '120000.00' });
  });

  test('is signed with a customer on file and a contract in force: an account in the early phase, assigned to its manager', async () => {
    const customerId = await house.plant('Customer', {
      type: 'CORPORATE',
      partyType: 'ORGANISATION',
      name: '鼎盛集团',
      ownerId: house.people.kam ?? '',
    });
    const id = await open('kam', { prospect: '鼎盛集团', regionId: house.region, expectedAmount: '90000' });
    await step('kam', 'advanceSolicitation', id, { stage: 'CONTACTED' });
    await step('kam', 'advanceSolicitation', id, { stage: 'PROPOSED' });
    expect(await refusal(step('kam', 'signSolicitation', id))).toMatchObject({
      key: 'solicitationGuard.customerOnFile',
    });
    await step('kam', 'updateSolicitation', id, { customerId });
    expect(await refusal(step('kam', 'signSolicitation', id))).toMatchObject({
      key: 'solicitationGuard.contractActive',
    });
    await house.plant('Contract', {
      no: 'HT-DS',
      name: '鼎盛年度合同',
      customerId,
      ownerId: house.people.kam ?? '',
      state: 'ACTIVE',
      startsOn: '2026-03-01',
      endsOn: '2027-02-28',
      paymentDays: 30,
      taxMode: 'INCLUDED',
      renewalDays: 60,
    });
    await step('kam', 'signSolicitation', id, { kind: 'GROUP' });
    expect(await solicitation(id)).toMatchObject({ stage: 'SIGNED' });
    expect(await house.row('customer', customerId)).toMatchObject({
      type: 'KEY_ACCOUNT',
      owner_id: house.people.kam,
      region_id: house.region,
    });
    const [account] = await house.services.database.query<Record<string, unknown>>(
      'SELECT * FROM key_account WHERE customer_id = ?',
      [customerId],
    );
    expect(account).toMatchObject({
      account_no: 'KA-20260307-0001',
      phase: 'EARLY',
      state: 'ACTIVE',
      kind: 'GROUP',
      manager_id: house.people.kam,
      signed_on: '2026-03-07',
    });
    const assignments = await house.services.database.query<Record<string, unknown>>(
      'SELECT * FROM account_assignment WHERE key_account_id = ?',
      [String(account?.id)],
    );
    expect(assignments).toMatchObject([{ manager_id: house.people.kam, ends_at: null }]);
  });

  test('is lost with a reason, gives the prospect free, and is taken up again within a year unless somebody else has it', async () => {
    const id = await open('kam', { prospect: '回头客户' });
    await step('kam', 'loseSolicitation', id, { lostReason: 'PRICE', lostNote: '价格高' });
    expect(await solicitation(id)).toMatchObject({ stage: 'LOST', lost_reason: 'PRICE' });
    const other = await open('kam2', { prospect: '回头客户' });
    expect(await refusal(step('kam', 'reopenSolicitation', id))).toMatchObject({
      key: 'solicitationGuard.protected',
    });
    await step('kam2', 'loseSolicitation', other, { lostReason: 'NO_NEED' });
    await step('kam', 'reopenSolicitation', id, { note: '客户来电' });
    expect(await solicitation(id)).toMatchObject({
      stage: 'CONTACTED',
      lost_reason: null,
      ended_at: null,
      protected_until: '2026-06-05',
    });
    await step('kam', 'loseSolicitation', id, { lostReason: 'PRICE' });
    await house.services.database.change("UPDATE solicitation SET ended_at = '2025-01-01' WHERE id = ?", [
      id,
    ]);
    expect(await refusal(step('kam', 'reopenSolicitation', id))).toMatchObject({
      key: 'solicitationGuard.withinReopening',
    });
  });

  test('is given to a manager by the company alone, with a reason; the log keeps who had it', async () => {
    const id = await open('kam', { prospect: '分派客户' });
    const assign = (by: string, ownerId = house.people.kam2) =>
      step(by, 'assignSolicitation', id, { ownerId, reason: '按区域调整' });
    expect(await refusal(assign('kam'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(assign('head', house.people.finance))).toMatchObject({ code: 'BAD_USER_INPUT' });
    await assign('head');
    expect(await solicitation(id)).toMatchObject({ owner_id: house.people.kam2, stage: 'LEAD' });
    expect((await steps(id)).at(-1)).toMatchObject({ act: 'assignSolicitation', owner: house.people.kam2 });
    await assign('area', house.people.kam);
    expect(await solicitation(id)).toMatchObject({ owner_id: house.people.kam });
  });

  test('of a colleague is out of reach', async () => {
    const id = await open('kam', { prospect: '他人客户' });
    expect(await refusal(step('kam2', 'advanceSolicitation', id, { stage: 'CONTACTED' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
