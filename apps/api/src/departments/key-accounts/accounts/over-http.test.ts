import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../acceptance/world.js';
import { house, houseStaff } from '../../../testing/small-house.js';

let world: World;
let account: string;
let customerId: string;
beforeAll(async () => {
  world = await openWorld();
  customerId = await world.plant('Customer', {
    customerNo: 'KA-1',
    type: 'KEY_ACCOUNT',
    partyType: 'ORGANISATION',
    name: '东方集团',
    lifecycle: 'ACTIVE',
    departmentId: house.departments.sales,
    regionId: house.regions.east,
    ownerId: houseStaff.kam ?? '',
  });
  account = await world.plant('KeyAccount', {
    accountNo: 'KA-1',
    customerId,
    regionId: house.regions.east,
    managerId: houseStaff.kam ?? '',
    kind: 'IMPORTANT',
    state: 'ACTIVE',
    phase: 'EARLY',
    phaseSince: '2026-01-05T02:00:00Z',
  });
});
afterAll(() => world?.stop());

interface Action {
  readonly action: string;
  readonly enabled: boolean;
  readonly reason: string | null;
}

async function actions(login: string, kind: string, id: string): Promise<Record<string, string | true>> {
  const client = await world.server.as(login);
  const data = await client.data(
    `query($id: ID!) { ${kind}(id: $id) { allowedActions { action enabled reason } } }`,
    { id },
  );
  return Object.fromEntries(
    (data[kind].allowedActions as Action[]).map(({ action, enabled, reason }) => [
      action,
      enabled ? true : String(reason),
    ]),
  );
}

describe('what may be done with an account', () => {
  test('is shown to each: the manager keeps it and hands it over, the heads assign and end it', async () => {
    expect(await actions('kam', 'keyAccount', account)).toEqual({
      assignKeyAccount: 'The department head or the area manager arranges it.',
      updateKeyAccount: true,
      saveDecisionMaker: true,
      proposeHandover: true,
      pauseKeyAccount: 'The department head or the area manager arranges it.',
      endKeyAccount: 'The department head or the area manager arranges it.',
    });
    for (const login of ['dept-head', 'area-manager'])
      expect(await actions(login, 'keyAccount', account)).toMatchObject({
        assignKeyAccount: true,
        pauseKeyAccount: true,
        endKeyAccount: true,
      });
    expect(await actions('ops', 'keyAccount', account)).toEqual({});
  });

  test('is shown on its hand-over and its contract, closed ones with the reason', async () => {
    const client = await world.server.as('kam');
    const { proposeHandover } = await client.data(
      'mutation($input: ProposeHandoverInput!) { proposeHandover(input: $input) { phaseHandover { id } } }',
      { input: { keyAccountId: account, reason: '已稳定' } },
    );
    const handover = String(proposeHandover.phaseHandover.id);
    expect(await actions('ops', 'phaseHandover', handover)).toMatchObject({
      tickHandoverItem: true,
      acceptHandover: true,
      refuseHandover: true,
    });
    const { draftContract } = await client.data(
      'mutation($input: DraftContractInput!) { draftContract(input: $input) { contract { id } } }',
      { input: { customerId, name: '年度合同', startsOn: '2026-01-01', endsOn: '2026-12-31' } },
    );
    expect(await actions('ops', 'phaseHandover', handover)).toMatchObject({
      acceptHandover: 'There are records newer than the list; bring it up to date first.',
    });
    expect(await actions('kam', 'contract', String(draftContract.contract.id))).toMatchObject({
      submitContract: true,
      updateContract: true,
      renewContract: expect.stringContaining('Draft'),
    });
    expect(await actions('dept-head', 'contract', String(draftContract.contract.id))).toMatchObject({
      approveContract: expect.stringContaining('Draft'),
    });
  });
});
