import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/refusal.js';
import { type CaseHouse, caseHouse, wholeReport } from './testing/case-house.js';
import { type CaseWalk, caseWalk, oral } from './testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

describe('a case', () => {
  it('goes from the first word to the closed case, by the right people, each step on the next desk', async () => {
    const id = await house.open('clerk');
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['REGISTERED', house.people.clerk]);
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['PENDING_RULING', house.people.supervisor]);
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['ACCEPTED', house.people.office]);
    expect((await house.row(id)).accept_no).toMatch(/^SL-\d{8}-\d{4}$/);
    await house.act('office', 'assignComplaint', id, {
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
      instruction: '查明原因',
    });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['ASSIGNED', house.people.handler]);
    await house.act('handler', 'acceptAssignment', id);
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(await house.original(id)));
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['REPORT_REVIEW', house.people.reviewer]);
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['GM_REVIEW', house.people.gm]);
    await house.act('gm', 'decideComplaint', id, { result: 'AGREE', decision: '同意' });
    await house.act('handler', 'submitHandlingOpinion', id, { remedy: 'EXCHANGE', detail: '换一把' });
    await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
    expect(await walk.state(id)).toBe('REPLY_PENDING');
    await house.act('service', 'replyToCustomer', id, { outcome: 'EXECUTE', response: 'ACCEPT', ...oral });
    await house.act('service', 'closeComplaint', id, {
      proof: '换货单 88',
      noPreventionReason: '供应商责任',
    });
    const row = await house.row(id);
    expect([row.state, row.close_reason, row.desk_id]).toEqual(['CLOSED', 'SETTLED', null]);
    const steps = await house.services.database.query<{ transition: string }>(
      'SELECT transition FROM case_step WHERE complaint_id = ? ORDER BY id',
      [id],
    );
    expect(steps.map(({ transition }) => transition)).toEqual([
      ...['1', '2', '3', '7a', '8', '10', '11', '13', '15', '17', '18', '20', '23'],
    ]);
  });

  it('is not ruled on by whoever assessed it, nor reviewed by its author', async () => {
    const id = await house.open('service', { storeId: null });
    await house.act('service', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    const refused = await refusal(
      house.act('service', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' }),
    );
    expect([refused.key, refused.article]).toEqual(['guard.assessorDoesNotRule', 'B7.1']);
    expect(await walk.desk(id)).toBe(house.people.service2);
    await house.act('service2', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' });
    expect(await walk.state(id)).toBe('ACCEPTED');
  });

  it('goes up a level by itself where the store has nobody else to rule', async () => {
    const id = await house.open('clerk', { complainedStaffId: house.people.supervisor });
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    expect(await walk.desk(id)).toBe(house.people.area);
    const refused = await refusal(
      house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' }),
    );
    expect(refused.key).toBe('guard.complainedStaysOut');
    await house.act('area', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' });
  });

  it('lets customer service rule in a store only where it went up', async () => {
    const id = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    const refused = await refusal(
      house.act('service', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' }),
    );
    expect(refused.key).toBe('guard.superiorRules');
  });

  it('that is severe is refused only with the consent of customer service', async () => {
    const id = await house.open('clerk', { severity: 'SEVERE', procedure: 'SEVERE' });
    await house.act('clerk', 'assessComplaint', id, { result: 'NOT_HOLD', reason: '无据' });
    const no = { decision: 'NOT_ACCEPT', reason: '无据' };
    expect((await refusal(house.act('supervisor', 'ruleOnComplaint', id, no))).key).toBe(
      'guard.severeRefusalNeedsConsent',
    );
    await house.act('service', 'consentToRefusal', id, { reason: '同意' });
    await house.act('supervisor', 'ruleOnComplaint', id, no);
    await house.act('clerk', 'explainNonAcceptance', id, oral);
    expect(await walk.state(id)).toBe('CLOSED_NOT_ACCEPTED');
  });

  it('is overturned after a refusal, and the general manager’s override is told to HR', async () => {
    const id = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', id, { result: 'NOT_HOLD', reason: '无据' });
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'NOT_ACCEPT', reason: '无据' });
    await house.act('gm', 'overrideRuling', id, { reason: '应受理' });
    expect(await walk.state(id)).toBe('ACCEPTED');
    const told = await house.services.database.query(
      "SELECT id FROM notification WHERE message = 'case.overridden' AND to_id = ? AND record_id = ?",
      [house.people.office ?? '', id],
    );
    expect(told).toHaveLength(1);
  });

  it('takes the original that was uploaded with the report itself, once, and from whoever uploaded it', async () => {
    const id = await walk.investigating();
    const file = await house.uploaded('handler');
    const stranger = await refusal(
      house.act('handler', 'submitInvestigationReport', id, wholeReport(await house.uploaded('clerk'))),
    );
    expect(stranger.fields).toMatchObject([{ path: 'originalComplaintId', message: 'input.fileGone' }]);
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(file));
    const [attached] = await house.services.database.query<{ id: unknown; original: unknown }>(
      `SELECT a.id, a.original FROM attachment a JOIN investigation_report r ON r.original_complaint_id = a.id
       WHERE a.complaint_id = ? AND r.signed_at IS NOT NULL`,
      [id],
    );
    expect(Number(attached?.original)).toBe(1);
    expect(
      await house.services.database.query('SELECT id FROM uploaded_file WHERE id = ?', [file]),
    ).toHaveLength(0);
    const other = await walk.investigating();
    const foreign = await refusal(
      house.act('handler', 'submitInvestigationReport', other, wholeReport(String(attached?.id))),
    );
    expect(foreign.fields).toMatchObject([{ path: 'originalComplaintId', message: 'input.noSuchRecord' }]);
  });

  it('needs a whole report: five parts, six heads, the original, shares that sum to 100', async () => {
    const id = await walk.investigating();
    expect((await refusal(house.act('handler', 'submitInvestigationReport', id, {}))).key).toBe(
      'guard.originalAttached',
    );
    const original = await house.original(id);
    await house.act('handler', 'saveInvestigationReport', id, { cause: '焊接不牢' });
    const { fields } = await refusal(
      house.act('handler', 'submitInvestigationReport', id, { originalComplaintId: original }),
    );
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['course', 'conclusionText', 'countermeasures', 'preventiveMeasures', 'items']),
    );
    const odd = {
      ...wholeReport(original),
      responsiblePersons: [{ externalName: '甲', responsibility: 'MAIN', share: 60 }],
    };
    const shares = await refusal(house.act('handler', 'submitInvestigationReport', id, odd));
    expect(shares.fields.map(({ message }) => message)).toEqual(['rule.sharesSum']);
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(original));
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'RETURN', opinion: '再查' });
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(original));
    const versions = await house.services.database.query<{ report_version: number }>(
      'SELECT report_version FROM investigation_report WHERE complaint_id = ? AND signed_at IS NOT NULL ORDER BY id',
      [id],
    );
    expect(versions.map((row) => row.report_version)).toEqual([1, 2]);
  });

  it('takes the ways of a contract dispute and of a dispatch formality', async () => {
    const dispute = await walk.accepted({ situation: 'B_CONTRACT' });
    await house.act('service', 'submitContractDispute', dispute, { remedy: 'EXPLAIN', detail: '按合同' });
    await house.act('gm', 'decideComplaint', dispute, { result: 'AGREE', decision: '同意' });
    expect(await walk.state(dispute)).toBe('REPLY_PENDING');
    const dispatch = await walk.accepted({ situation: 'C_DISPATCH' });
    const order = { departmentId: house.departments.quality, instruction: '补单' };
    expect((await refusal(house.act('service', 'assignDispatchCase', dispatch, order))).key).toBe(
      'guard.operationsOrLogisticsHandles',
    );
    await house.act('service', 'assignDispatchCase', dispatch, {
      ...order,
      departmentId: house.departments.dispatch,
    });
    expect([await walk.state(dispatch), await walk.desk(dispatch)]).toEqual([
      'OPINION_DRAFT',
      house.people.logistics,
    ]);
  });

  it('answers an old screen with what changed and who did it', async () => {
    const id = await house.open('clerk');
    house.clock.forward(60);
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    const refused = await refusal(
      house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: 'x', expectedVersion: 2 }),
    );
    expect([refused.code, refused.key]).toEqual(['CONFLICT', 'act.staleCase']);
    expect(refused.changes[0]).toMatchObject({ action: 'assessComplaint' });
  });

  it('has one effect however often an act is sent, and of two at once only one', async () => {
    const id = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    const yes = {
      decision: 'ACCEPT',
      reason: '成立',
      idempotencyKey: 'double-click',
      expectedVersion: Number((await house.row(id)).version),
    };
    const twice = await Promise.all([
      house.act('supervisor', 'ruleOnComplaint', id, yes),
      house.act('supervisor', 'ruleOnComplaint', id, yes),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    const other = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', other, { result: 'HOLDS', reason: '属实' });
    const seen = Number((await house.row(other)).version);
    const both = await Promise.allSettled([
      house.act('supervisor', 'ruleOnComplaint', other, {
        decision: 'ACCEPT',
        reason: 'a',
        expectedVersion: seen,
      }),
      house.act('area', 'ruleOnComplaint', other, {
        decision: 'NOT_ACCEPT',
        reason: 'b',
        expectedVersion: seen,
      }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rulings = await house.services.database.query(
      'SELECT id FROM acceptance_ruling WHERE complaint_id IN (?, ?)',
      [id, other],
    );
    expect(rulings).toHaveLength(2);
  });
});
