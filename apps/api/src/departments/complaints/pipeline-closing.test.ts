import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, refusedFields } from '../../testing/refusal.js';
import { isSampled } from './case/sample-simple.js';
import { besideActs } from './testing/beside-acts.js';
import { type CaseHouse, caseHouse } from './testing/case-house.js';
import { type CaseWalk, caseWalk, oral } from './testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

/** Why there is no measure, where the fault is not ours. */
const notOurs = { noPreventionReason: '供应商责任' };

describe('the end of a case', () => {
  it('asks for a preventive action where we are at fault, and takes no reason instead', async () => {
    const id = await walk.replyPending('EXPLAIN', 'SHARED');
    const close = { outcome: 'CLOSE', ...oral };
    expect(
      (
        await refusal(
          house.act('service', 'replyToCustomer', id, { ...close, noPreventionReason: '不会再发生' }),
        )
      ).key,
    ).toBe('guard.preventiveActionRecorded');
    expect((await refusal(house.act('service', 'replyToCustomer', id, close))).key).toBe(
      'guard.preventiveActionRecorded',
    );
    await house.plant('PreventiveAction', {
      complaintId: id,
      measure: '加强检验',
      ownerId: house.people.head ?? null,
      dueOn: '2026-04-01',
      checkOn: '2026-07-01',
    });
    const excused = { ...close, noPreventionReason: '不会再发生' };
    expect((await refusal(house.act('service', 'replyToCustomer', id, excused))).fields).toMatchObject([
      { path: 'noPreventionReason', message: 'rule.preventionNeeded' },
    ]);
    await house.act('service', 'replyToCustomer', id, close);
    expect(await walk.state(id)).toBe('CLOSED');
  });

  it('asks for no measure where the fault is not ours, but says why there is none', async () => {
    const id = await walk.replyPending('EXPLAIN', 'THIRD_PARTY');
    const bare = { outcome: 'CLOSE', ...oral };
    expect((await refusal(house.act('service', 'replyToCustomer', id, bare))).key).toBe(
      'guard.noPreventionExplained',
    );
    await house.act('service', 'replyToCustomer', id, { ...bare, noPreventionReason: '供应商责任' });
    expect(await house.row(id)).toMatchObject({ state: 'CLOSED', no_prevention_reason: '供应商责任' });
  });

  it('says why it is late when the deadline is passed, with the act or before it', async () => {
    const id = await walk.replyPending();
    house.clock.forward(8 * 86_400);
    const late = { outcome: 'CLOSE', ...oral, ...notOurs };
    expect((await refusal(house.act('service', 'replyToCustomer', id, late))).key).toBe(
      'guard.breachReasonGiven',
    );
    await house.act('service', 'replyToCustomer', id, { ...late, breachReason: '等待检测' });
    expect(await house.row(id)).toMatchObject({ state: 'CLOSED', breached: 1, breach_reason: '等待检测' });
  });

  it('has one more round after a rejection, then the general manager or a disputed end', async () => {
    const id = await walk.replyPending();
    const no = { ...oral, rejectionReason: '要求退款' };
    expect(
      (await refusal(house.act('service', 'replyToCustomer', id, { ...no, outcome: 'TO_GM' }))).key,
    ).toBe('guard.afterTwoRejections');
    await house.act('service', 'replyToCustomer', id, { ...no, outcome: 'REJECTED' });
    expect(await walk.state(id)).toBe('OPINION_DRAFT');
    await house.act('handler', 'submitHandlingOpinion', id, { remedy: 'APOLOGY', detail: '道歉' });
    await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
    expect(
      (await refusal(house.act('service', 'replyToCustomer', id, { ...no, outcome: 'REJECTED' }))).key,
    ).toBe('guard.roundsLeft');
    await house.act('service', 'replyToCustomer', id, {
      ...no,
      outcome: 'CLOSE_DISPUTED',
      outsideChannels: '12315',
      ...notOurs,
    });
    const row = await house.row(id);
    expect([row.state, row.close_reason, row.disputed]).toEqual(['CLOSED', 'DISPUTED', 1]);
  });

  it('is opened again with a new clock, its old breach kept', async () => {
    const id = await walk.replyPending();
    await house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral, ...notOurs });
    const before = await house.row(id);
    house.clock.forward(3600);
    await house.act('service', 'reopenComplaint', id, { reason: '新的事实' });
    const after = await house.row(id);
    expect([after.state, after.reopen_count, after.closed_at]).toEqual(['ASSIGNED', 1, null]);
    expect(new Date(String(after.due_at)) > new Date(String(before.due_at))).toBe(true);
  });

  it('is withdrawn before the assignment, and goes on after it', async () => {
    const id = await walk.accepted();
    await house.act('service', 'withdrawComplaint', id, { statement: '客户来电撤回' });
    expect(await walk.state(id)).toBe('WITHDRAWN');
    const later = await walk.investigating();
    expect((await refusal(house.act('service', 'withdrawComplaint', later, { statement: '撤回' }))).key).toBe(
      'guard.lateWithdrawalOn',
    );
  });

  it('settled on the spot goes from the ruling to the reply', async () => {
    const id = await house.open('clerk', { procedure: 'SIMPLE' });
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '当场解决' });
    await house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral });
    expect((await house.row(id)).close_reason).toBe('SETTLED_ON_SPOT');
  });

  it('by the simple procedure is looked at by HR afterwards, as many of a hundred as the setting says', async () => {
    const sampled = async (ofHundred: string) => {
      house.clock.forward(60);
      await house.plant('ComplaintSetting', {
        key: 'procedure.simpleSample',
        value: ofHundred,
        effectiveFrom: house.clock.now().toISOString(),
        byId: house.people.office ?? null,
      });
      const id = await house.open('clerk', { procedure: 'SIMPLE' });
      await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '当场解决' });
      await house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral });
      const rows = await house.services.database.query<{ to_id: string; weight: string }>(
        "SELECT to_id, weight FROM notification WHERE record_id = ? AND message = 'case.sampled'",
        [id],
      );
      return rows.map(({ to_id, weight }) => [String(to_id), weight]);
    };
    expect(await sampled('0')).toEqual([]);
    expect(await sampled('100')).toEqual([[house.people.office, 'TODO']]);
  });

  it('that was sampled keeps the finding of somebody who took no step in it, once, counted and in the file', async () => {
    house.clock.forward(60);
    await house.plant('ComplaintSetting', {
      key: 'procedure.simpleSample',
      value: '100',
      effectiveFrom: house.clock.now().toISOString(),
      byId: house.people.office ?? null,
    });
    const beside = besideActs(house);
    const closed = async () => {
      const id = await house.open('clerk', { procedure: 'SIMPLE' });
      await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '当场解决' });
      await house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral });
      return id;
    };
    const found = async (by: string, id: string, finding: object) =>
      beside.act(by, 'reviewSample', { ...(await beside.on(id)), ...finding });
    const id = await closed();
    expect(await house.row(id)).toMatchObject({ sample_result: null });
    expect((await house.row(id)).sampled_at).not.toBeNull();
    expect((await refusal(found('service', id, { result: 'AGREE' }))).key).toBe('rule.hrOrGmOnly');
    expect(await refusedFields(found('office', id, { result: 'RETURN' }))).toEqual({
      opinion: 'input.required',
    });
    const { told } = await found('office', id, { result: 'RETURN', opinion: '未回访客户' });
    expect(told.map(({ staffId }) => staffId)).toEqual([String((await house.row(id)).owner_id)]);
    expect((await house.row(id)).sample_result).toBe('RETURN');
    const reviews = await house.services.database.query(
      'SELECT step, result, opinion, CAST(by_id AS CHAR) AS by_id FROM supervisor_review WHERE complaint_id = ?',
      [id],
    );
    expect(reviews).toEqual([
      { step: 'SAMPLE', result: 'RETURN', opinion: '未回访客户', by_id: house.people.office },
    ]);
    expect((await refusal(found('office', id, { result: 'AGREE' }))).key).toBe('rule.sampleReviewed');
    const own = await house.open('clerk', { procedure: 'SIMPLE' });
    await house.services.database.query('UPDATE complaint SET store_id = NULL WHERE id = ?', [own]);
    await house.act('gm', 'ruleOnComplaint', own, { decision: 'ACCEPT', reason: '当场解决' });
    await house.act('service', 'replyToCustomer', own, { outcome: 'CLOSE', ...oral });
    expect((await refusal(found('gm', own, { result: 'AGREE' }))).key).toBe('rule.sampledOwnWork');
    const standard = await walk.accepted();
    expect((await refusal(found('office', standard, { result: 'AGREE' }))).key).toBe('rule.notSampled');
  });

  it('picks the share of cases that it is told to', () => {
    const numbers = Array.from({ length: 2000 }, (_, at) => `TS-20260301-${String(at).padStart(4, '0')}`);
    const share = numbers.filter((no) => isSampled(no, 10)).length / numbers.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  });

  it('that is anonymous gets no reply and is closed by HR', async () => {
    const id = await house.open('clerk', { procedure: 'SIMPLE', anonymous: true, complainantName: '匿名' });
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '受理' });
    expect(
      (await refusal(house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral }))).key,
    ).toBe('guard.notAnonymous');
    await house.act('office', 'closeAnonymousComplaint', id, { reason: '无从答复' });
    expect((await house.row(id)).close_reason).toBe('ANONYMOUS');
  });
});
