import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
let account: string;
beforeAll(async () => {
  house = await accountHouse();
  const [row] = await house.services.database.query<{ id: string }>(
    'SELECT id FROM key_account WHERE customer_id = ?',
    [house.customers.early],
  );
  account = String(row?.id);
});
afterAll(() => house.close());

const set = (value: string, effectiveFrom: string) =>
  house.plant('ComplaintSetting', {
    key: 'keyAccount.scope',
    value,
    effectiveFrom,
    reason: '按区域管理',
    byId: house.people.gm ?? '',
  });
const edit = () => house.step('kam2', 'updateKeyAccount', 'key_account', account, { kind: 'STRATEGIC' });

describe('an account manager', () => {
  test('reaches the accounts that he signed, and those of his region once the organisation has set it so', async () => {
    expect(await refusal(edit())).toMatchObject({ code: 'NOT_FOUND' });
    await set('REGION', '2026-03-07T02:10:00Z');
    expect(await refusal(edit())).toMatchObject({ code: 'NOT_FOUND' });
    house.clock.forward(600);
    await edit();
    expect(await house.row('key_account', account)).toMatchObject({ kind: 'STRATEGIC' });
    expect((await house.actor(house.people.kam2 ?? '')).keyAccountScope).toBe('REGION');
    expect((await house.actor(house.people.ops ?? '')).keyAccountScope).toBeUndefined();
  });

  test('of another region reaches none of them', async () => {
    const north = await house.plant('Region', { code: 'NORTH', name: '华北' });
    await house.services.database.change('UPDATE staff SET region_id = ? WHERE id = ?', [
      north,
      house.people.kam2 ?? '',
    ]);
    expect(await refusal(edit())).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('reaches his own alone again when it is set back', async () => {
    await house.services.database.change('UPDATE staff SET region_id = ? WHERE id = ?', [
      house.region,
      house.people.kam2 ?? '',
    ]);
    await set('OWN', house.clock.now().toISOString());
    expect(await refusal(edit())).toMatchObject({ code: 'NOT_FOUND' });
  });
});
