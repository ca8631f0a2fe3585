import type { PlanState } from '@kehu/domain/key-accounts/sales-plan';
import type { RecordRow } from '../records/encode.js';
import { houseStaff } from '../testing/small-house.js';
import type { Input, ValidAct } from './valid-acts.js';
import { seen } from './valid-order-acts.js';
import type { World } from './world.js';

const staff = (login: string) => houseStaff[login] ?? '';
const at = '2026-01-06T02:00:00.000Z';

/** A month that is over. */
const past = (world: World): string => {
  const n = world.next() % 240;
  return `${2001 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
};
const sums = { amount: '100', quantity: '1', collection: '100', cost: '10' };

const aPlan = async (world: World, state: PlanState, more: RecordRow = {}): Promise<string> => {
  const id = await world.plant('SalesPlan', {
    name: `月度计划${world.next()}`,
    periodType: 'MONTH',
    period: past(world),
    planVersion: 1,
    state,
    stateSince: at,
    ownerId: staff('kam'),
    // A region of its own: no other plan is approved for it.
    regionId: await world.plant('Region', { code: `P${world.next()}`, name: '计划区' }),
    tolerance: 0,
    ...sums,
    ...more,
  });
  await world.plant('SalesPlanLine', { planId: id, productId: '4001', ...sums });
  return id;
};
const onPlan = (as: string, state: PlanState, input: Input = {}): ValidAct => ({
  as,
  input: async (world) => ({ ...seen(await aPlan(world, state)), ...input }),
  ...(as === 'kam' ? { foreign: (world: World) => aPlan(world, state, { ownerId: staff('gm') }) } : {}),
});

/** One valid example of every act on sales plans. */
export const planActs: Readonly<Record<string, ValidAct>> = {
  draftPlan: {
    as: 'kam',
    kind: 'SalesPlan',
    back: 'salesPlan { FIELD }',
    mayBeEmpty: ['lines'],
    input: async (world) => ({
      periodType: 'MONTH',
      period: past(world),
      name: `月度计划${world.next()}`,
      lines: [{ productId: '4001', amount: '100' }],
    }),
  },
  updatePlan: {
    ...onPlan('kam', 'DRAFT', { name: '改名' }),
    kind: 'SalesPlan',
    back: 'salesPlan { FIELD }',
    mayBeEmpty: ['lines'],
  },
  submitPlan: onPlan('kam', 'DRAFT'),
  reviewPlan: onPlan('dept-head', 'DEPT_REVIEW', { decision: 'PASS' }),
  approvePlan: onPlan('gm', 'GM_REVIEW', { decision: 'PASS' }),
  executePlan: onPlan('kam', 'APPROVED'),
  revisePlan: onPlan('kam', 'APPROVED', { reason: '市场变化' }),
  closePlan: onPlan('kam', 'IN_EXECUTION'),
};
