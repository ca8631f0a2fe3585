import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type BesideActs, besideActs } from '../testing/beside-acts.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { type CaseWalk, caseWalk } from '../testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
let beside: BesideActs;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
  beside = besideActs(house);
});
afterAll(() => house?.close());

const person = (login: string) => house.people[login] ?? '';
const rowOf = async (table: string, id: string) =>
  (
    await house.services.database.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`, [id])
  )[0];
const today = () => house.clock.now().toISOString().slice(0, 10);

describe('a rule of sale', () => {
  it('is kept by HR, changed by its id, named once, and referred to by a request while it is active', async () => {
    const { id } = await beside.act('office', 'saveSalesRule', { code: 'XS-01', name: '七日退换' });
    expect(await rowOf('sales_rule', id)).toMatchObject({ code: 'XS-01', name: '七日退换', active: 1 });
    expect(
      await refusedFields(beside.act('office', 'saveSalesRule', { code: 'XS-01', name: '另一条' })),
    ).toEqual({ code: 'input.duplicate' });
    expect((await refusal(beside.act('clerk', 'saveSalesRule', { code: 'XS-02', name: '私设' }))).code).toBe(
      'FORBIDDEN',
    );
    const complaint = await walk.investigating();
    const asked = { id: complaint, type: 'REFUND', amount: '50', reason: '退差价', ruleId: id };
    const request = await beside.act('handler', 'requestCompensation', asked);
    expect(String((await rowOf('compensation_request', request.id))?.rule_id)).toBe(id);
    await beside.act('office', 'saveSalesRule', { ...(await beside.on(id, 'sales_rule')), active: false });
    expect(await rowOf('sales_rule', id)).toMatchObject({ code: 'XS-01', active: 0 });
    expect(await refusedFields(beside.act('handler', 'requestCompensation', asked))).toEqual({
      ruleId: 'rule.ruleInactive',
    });
  });
});

describe('compensation that is declined', () => {
  it('asks for a reason and no limit, is never the own request, and is over', async () => {
    const complaint = await walk.investigating();
    const money = { id: complaint, type: 'DAMAGES', amount: '90000', reason: '误工' };
    const { id } = await beside.act('handler', 'requestCompensation', money);
    const on = () => beside.on(id, 'compensation_request');
    expect(await refusedFields(beside.act('reviewer', 'declineCompensation', await on()))).toEqual({
      decision: 'input.required',
    });
    const no = { decision: '无误工证明' };
    const { told } = await beside.act('reviewer', 'declineCompensation', { ...(await on()), ...no });
    expect(told.map(({ staffId }) => staffId)).toEqual([person('handler')]);
    expect(await rowOf('compensation_request', id)).toMatchObject({
      state: 'DECLINED',
      decision: '无误工证明',
      decided_by_id: person('reviewer'),
    });
    expect((await refusal(beside.act('gm', 'approveCompensation', await on()))).key).toBe(
      'rule.compensationState',
    );
  });
});

describe('a handling procedure', () => {
  it('is a new version each time, from today on, and never lets a severe case go another way', async () => {
    const way = {
      category: 'SERVICE_ATTITUDE',
      severity: 'GENERAL',
      procedure: 'SIMPLE',
      effectiveFrom: today(),
    };
    const first = await beside.act('office', 'saveHandlingProcedure', way);
    const second = await beside.act('office', 'saveHandlingProcedure', { ...way, procedure: 'STANDARD' });
    const versions = await Promise.all(
      [first, second].map(async ({ id }) => (await rowOf('handling_procedure', id))?.procedure_version),
    );
    expect(Number(versions[1])).toBe(Number(versions[0]) + 1);
    expect(await rowOf('handling_procedure', first.id)).toMatchObject({
      procedure: 'SIMPLE',
      by_id: person('office'),
    });
    expect(
      await refusedFields(
        beside.act('office', 'saveHandlingProcedure', { ...way, severity: 'SEVERE', procedure: 'SIMPLE' }),
      ),
    ).toEqual({ procedure: 'rule.procedureNotForSevere' });
    expect(
      await refusedFields(
        beside.act('office', 'saveHandlingProcedure', { ...way, effectiveFrom: '2020-01-01' }),
      ),
    ).toEqual({ effectiveFrom: 'rule.effectiveInPast' });
    expect((await refusal(beside.act('clerk', 'saveHandlingProcedure', way))).code).toBe('FORBIDDEN');
  });
});
