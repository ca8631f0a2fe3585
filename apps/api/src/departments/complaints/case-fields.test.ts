import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../acceptance/valid-complaint-acts.js';
import { openWorld, type World } from '../../acceptance/world.js';
import { houseStaff } from '../../testing/small-house.js';
import { plantCase } from './testing/plant-case.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

interface Asked {
  readonly allowedActions: readonly {
    readonly action: string;
    readonly enabled: boolean;
    readonly reason: string | null;
    readonly article: string | null;
  }[];
  readonly expected: { readonly action: string; readonly label: string; readonly by: string | null } | null;
}
const ask = async (login: string, id: string, language = 'en'): Promise<Asked> => {
  const client = await world.server.as(login);
  const { data } = await client.query(
    `{ complaint(id: "${id}") { allowedActions { action enabled reason article } expected { action label by } } }`,
    { headers: { 'accept-language': language } },
  );
  return (data as { complaint: Asked }).complaint;
};
const plant = (more: Readonly<Record<string, unknown>> = {}) =>
  plantCase((kind, row) => world.plant(kind, row), 'PENDING_RULING', casePeople, {
    deskId: houseStaff['store-sup'],
    ...more,
  });

describe('what may be done on a case', () => {
  it('is open to whoever may, and says why not in the reader’s language', async () => {
    const { id } = await plant();
    const supervisor = await ask('store-sup', id);
    expect(supervisor.allowedActions.find(({ action }) => action === 'ruleOnComplaint')).toMatchObject({
      enabled: true,
      reason: null,
      article: 'R4.7',
    });
    expect(supervisor.expected).toMatchObject({ action: 'ruleOnComplaint', label: 'Rule on acceptance' });
    const service = await ask('ops-cs', id, 'zh-Hans');
    const closed = service.allowedActions.find(({ action }) => action === 'ruleOnComplaint');
    expect(closed).toMatchObject({ enabled: false, article: 'R4.7' });
    expect(closed?.reason).toContain('由门店的上级主管裁定');
  });

  it('does not name acts to which the person has no right at all', async () => {
    const { id } = await plant();
    const { allowedActions } = await ask('store-staff', id);
    expect(allowedActions.map(({ action }) => action)).not.toContain('decideComplaint');
    expect(allowedActions.map(({ action }) => action)).toContain('assessComplaint');
  });

  it('says that the person complained about stays out', async () => {
    const { id } = await plant({ complainedStaffId: houseStaff['store-sup'] });
    const { allowedActions } = await ask('store-sup', id);
    expect(allowedActions.find(({ action }) => action === 'ruleOnComplaint')).toMatchObject({
      enabled: false,
      article: 'B7.2',
    });
  });
});
