import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

const submit = async (by = 'kam') =>
  (
    (await house.act(by, 'submitProposal', {
      title: '合并发货',
      type: 'COST',
      problem: '同城订单分车送货。',
      suggestion: '按片区合并。',
      expectedSaving: '12000',
    })) as { id: string }
  ).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'improvement_proposal', id, input);
const told = (to: string, message: string) =>
  house.services.database.query<{ content: unknown }>(
    'SELECT content FROM notification WHERE to_id = ? AND message = ?',
    [house.people[to] ?? '', message],
  );

describe('a proposal', () => {
  test('is to be answered within fifteen working days, and the head of the department is told (D4)', async () => {
    const row = await house.row('improvement_proposal', await submit());
    // 7 March 2026 is a Saturday; the fifteenth working day after it is Friday, 27 March, until midnight there.
    expect(new Date(`${String(row.due_at).replace(' ', 'T')}Z`).toISOString()).toBe(
      '2026-03-27T15:59:59.999Z',
    );
    expect(row).toMatchObject({ state: 'SUBMITTED' });
    expect(row.no).toMatch(/^JY-20260307-\d{4}$/);
    expect(await told('head', 'proposal.toReview')).toHaveLength(1);
    expect(await refusal(house.act('gm', 'submitProposal', {}))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('that is declined says why, and the proposer is told the reason (R3.3)', async () => {
    const id = await submit();
    expect(await refusal(step('head', 'reviewProposal', id, { review: ' ' }))).toMatchObject({
      code: expect.stringMatching(/RULE_VIOLATION|BAD_USER_INPUT/),
    });
    await step('head', 'reviewProposal', id, { review: '有道理，成本待核' });
    expect(await refusal(step('gm', 'decideProposal', id, { decision: 'DECLINE' }))).toMatchObject({
      key: 'approvalGuard.reasonGiven',
      article: 'R3.3',
    });
    await step('gm', 'decideProposal', id, { decision: 'DECLINE', reason: '车辆不足' });
    expect(await house.row('improvement_proposal', id)).toMatchObject({
      state: 'DECLINED',
      decision_reason: '车辆不足',
    });
    expect(JSON.stringify((await told('kam', 'proposal.declined'))[0]?.content)).toContain('车辆不足');
  });

  test('that is adopted is carried out, and its effect is checked and said', async () => {
    const id = await submit('ops');
    expect(await refusal(step('gm', 'reviewProposal', id, { review: '好' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const opsHead = await house.person('opshead', ['DEPT_HEAD'], {
      departmentId: house.departments.operations ?? null,
    });
    await step(opsHead, 'reviewProposal', id, { review: '好' });
    await step(opsHead, 'decideProposal', id, { decision: 'ADOPT' });
    await step(opsHead, 'implementProposal', id);
    expect(
      await refusedFields(step('gm', 'checkProposalEffect', id, { effect: 'x', realisedSaving: '-1' })),
    ).toHaveProperty('realisedSaving');
    await step('gm', 'checkProposalEffect', id, { effect: '每月少发二十车', realisedSaving: '9800' });
    expect(await house.row('improvement_proposal', id)).toMatchObject({
      state: 'EFFECT_CHECKED',
      realised_saving: '9800.00',
    });
    expect(await told('ops', 'proposal.adopted')).toHaveLength(1);
    expect(await told('ops', 'proposal.checked')).toHaveLength(1);
  });

  test('is not decided by its proposer, also when he leads the department himself (B7.1)', async () => {
    const both = await house.person('both', ['KAM', 'DEPT_HEAD'], {
      departmentId: house.departments.sales ?? null,
    });
    const id = await submit(both);
    expect(await refusal(step(both, 'reviewProposal', id, { review: '很好' }))).toMatchObject({
      key: 'approvalGuard.authorDoesNotReview',
      article: 'B7.1',
    });
  });
});
