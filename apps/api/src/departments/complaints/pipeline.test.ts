import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/refusal.js';
import { aboutMeQuery } from './case/about-me.js';
import { type CaseHouse, caseHouse, wholeReport } from './testing/case-house.js';

let house: CaseHouse;
beforeAll(async () => {
  house = await caseHouse();
});
afterAll(() => house?.close());

const state = async (id: string) => (await house.row(id)).state;
const desk = async (id: string) => String((await house.row(id)).desk_id);

async function accepted(more = {}): Promise<string> {
  const id = await house.open('clerk', more);
  await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '椅脚确有裂纹' });
  await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '属质量问题' });
  return id;
}

async function investigating(more = {}): Promise<string> {
  const id = await accepted(more);
  await house.act('office', 'assignComplaint', id, {
    departmentId: house.departments.quality,
    handlerId: house.people.handler,
    instruction: '查明原因',
  });
  await house.act('handler', 'acceptAssignment', id);
  return id;
}

async function replyPending(remedy = 'EXPLAIN', conclusion = 'THIRD_PARTY'): Promise<string> {
  const id = await investigating();
  await house.act(
    'handler',
    'submitInvestigationReport',
    id,
    wholeReport(await house.original(id), conclusion),
  );
  await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
  await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
  await house.act('gm', 'decideComplaint', id, { result: 'AGREE', decision: '同意' });
  await house.act('handler', 'submitHandlingOpinion', id, { remedy, detail: '更换椅子' });
  await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
  return id;
}

const oral = { mode: 'ORAL', content: '已向客户说明', talkedTo: '王小明' };

describe('a case', () => {
  it('goes from the first word to the closed case, by the right people, each step on the next desk', async () => {
    const id = await house.open('clerk');
    expect([await state(id), await desk(id)]).toEqual(['REGISTERED', house.people.clerk]);
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    expect([await state(id), await desk(id)]).toEqual(['PENDING_RULING', house.people.supervisor]);
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' });
    expect([await state(id), await desk(id)]).toEqual(['ACCEPTED', house.people.office]);
    expect((await house.row(id)).accept_no).toMatch(/^SL-\d{8}-\d{4}$/);
    await house.act('office', 'assignComplaint', id, {
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
      instruction: '查明原因',
    });
    expect([await state(id), await desk(id)]).toEqual(['ASSIGNED', house.people.handler]);
    await house.act('handler', 'acceptAssignment', id);
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(await house.original(id)));
    expect([await state(id), await desk(id)]).toEqual(['REPORT_REVIEW', house.people.reviewer]);
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
    expect([await state(id), await desk(id)]).toEqual(['GM_REVIEW', house.people.gm]);
    await house.act('gm', 'decideComplaint', id, { result: 'AGREE', decision: '同意' });
    await house.act('handler', 'submitHandlingOpinion', id, { remedy: 'EXCHANGE', detail: '换一把' });
    await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
    expect(await state(id)).toBe('REPLY_PENDING');
    await house.act('service', 'replyToCustomer', id, { outcome: 'EXECUTE', response: 'ACCEPT', ...oral });
    await house.act('service', 'closeComplaint', id, { proof: '换货单 88' });
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
    expect(await desk(id)).toBe(house.people.service2);
    await house.act('service2', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' });
    expect(await state(id)).toBe('ACCEPTED');
  });

  it('goes up a level by itself where the store has nobody else to rule', async () => {
    const id = await house.open('clerk', { complainedStaffId: house.people.supervisor });
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    expect(await desk(id)).toBe(house.people.area);
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
    expect(await state(id)).toBe('CLOSED_NOT_ACCEPTED');
  });

  it('is overturned after a refusal, and the general manager’s override is told to HR', async () => {
    const id = await house.open('clerk');
    await house.act('clerk', 'assessComplaint', id, { result: 'NOT_HOLD', reason: '无据' });
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'NOT_ACCEPT', reason: '无据' });
    await house.act('gm', 'overrideRuling', id, { reason: '应受理' });
    expect(await state(id)).toBe('ACCEPTED');
    const told = await house.services.database.query(
      "SELECT id FROM notification WHERE message = 'case.overridden' AND to_id = ? AND record_id = ?",
      [house.people.office ?? '', id],
    );
    expect(told).toHaveLength(1);
  });

  it('needs a whole report: five parts, six heads, the original, shares that sum to 100', async () => {
    const id = await investigating();
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

  it('closes only with a preventive action, or the reason for none, where we are at fault', async () => {
    const id = await replyPending('EXPLAIN', 'OUR_FAULT');
    const close = { outcome: 'CLOSE', ...oral };
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
    await house.act('service', 'replyToCustomer', id, close);
    expect(await state(id)).toBe('CLOSED');
  });

  it('has one more round after a rejection, then the general manager or a disputed end', async () => {
    const id = await replyPending();
    const no = { ...oral, rejectionReason: '要求退款' };
    expect(
      (await refusal(house.act('service', 'replyToCustomer', id, { ...no, outcome: 'TO_GM' }))).key,
    ).toBe('guard.afterTwoRejections');
    await house.act('service', 'replyToCustomer', id, { ...no, outcome: 'REJECTED' });
    expect(await state(id)).toBe('OPINION_DRAFT');
    await house.act('handler', 'submitHandlingOpinion', id, { remedy: 'APOLOGY', detail: '道歉' });
    await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
    expect(
      (await refusal(house.act('service', 'replyToCustomer', id, { ...no, outcome: 'REJECTED' }))).key,
    ).toBe('guard.roundsLeft');
    await house.act('service', 'replyToCustomer', id, {
      ...no,
      outcome: 'CLOSE_DISPUTED',
      outsideChannels: '12315',
    });
    const row = await house.row(id);
    expect([row.state, row.close_reason, row.disputed]).toEqual(['CLOSED', 'DISPUTED', 1]);
  });

  it('is opened again with a new clock, its old breach kept', async () => {
    const id = await replyPending();
    await house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral });
    const before = await house.row(id);
    house.clock.forward(3600);
    await house.act('service', 'reopenComplaint', id, { reason: '新的事实' });
    const after = await house.row(id);
    expect([after.state, after.reopen_count, after.closed_at]).toEqual(['ASSIGNED', 1, null]);
    expect(new Date(String(after.due_at)) > new Date(String(before.due_at))).toBe(true);
  });

  it('is withdrawn before the assignment, and goes on after it', async () => {
    const id = await accepted();
    await house.act('service', 'withdrawComplaint', id, { statement: '客户来电撤回' });
    expect(await state(id)).toBe('WITHDRAWN');
    const later = await investigating();
    expect((await refusal(house.act('service', 'withdrawComplaint', later, { statement: '撤回' }))).key).toBe(
      'guard.lateWithdrawalOn',
    );
  });

  it('takes the ways of a contract dispute and of a dispatch formality', async () => {
    const dispute = await accepted({ situation: 'B_CONTRACT' });
    await house.act('service', 'submitContractDispute', dispute, { remedy: 'EXPLAIN', detail: '按合同' });
    await house.act('gm', 'decideComplaint', dispute, { result: 'AGREE', decision: '同意' });
    expect(await state(dispute)).toBe('REPLY_PENDING');
    const dispatch = await accepted({ situation: 'C_DISPATCH' });
    const order = { departmentId: house.departments.quality, instruction: '补单' };
    expect((await refusal(house.act('service', 'assignDispatchCase', dispatch, order))).key).toBe(
      'guard.operationsOrLogisticsHandles',
    );
    await house.act('service', 'assignDispatchCase', dispatch, {
      ...order,
      departmentId: house.departments.dispatch,
    });
    expect([await state(dispatch), await desk(dispatch)]).toEqual(['OPINION_DRAFT', house.people.logistics]);
  });

  it('settled on the spot goes from the ruling to the reply', async () => {
    const id = await house.open('clerk', { procedure: 'SIMPLE' });
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '当场解决' });
    await house.act('service', 'replyToCustomer', id, { outcome: 'CLOSE', ...oral });
    expect((await house.row(id)).close_reason).toBe('SETTLED_ON_SPOT');
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

  it('about HR itself is closed to HR; the general manager names who investigates (F12)', async () => {
    const id = await accepted({ complainedDepartmentId: house.departments.office });
    const order = {
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
      instruction: '查明',
    };
    expect((await refusal(house.act('office', 'assignComplaint', id, order))).code).toBe('NOT_FOUND');
    await house.act('gm', 'assignComplaint', id, order);
    await house.act('handler', 'acceptAssignment', id);
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(await house.original(id)));
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    expect([await state(id), await desk(id)]).toEqual(['GM_REVIEW', house.people.gm]);
  });

  it('about a service is hidden from the person complained about until the reply', async () => {
    const id = await house.open('clerkB', {
      category: 'SERVICE_ATTITUDE',
      complainedStaffId: house.people.clerk,
      description: '王先生（13912340000）说店员态度差',
    });
    const mine = (await aboutMeQuery().resolve({}, await house.as(house.people.clerk ?? '', 'zh-Hans'))) as {
      id: string;
      description: string;
      complainantName: string | null;
    }[];
    const shown = mine.find((each) => each.id === id);
    expect(shown).toMatchObject({ description: '投诉人（***）说店员态度差', complainantName: null });
    expect(
      (await refusal(house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: 'x' }))).code,
    ).toBe('NOT_FOUND');
  });

  it('is taken back until the next person opened it, and not after', async () => {
    const id = await accepted();
    const order = { departmentId: house.departments.dispatch, instruction: '查明' };
    await house.act('office', 'assignComplaint', id, order);
    await house.act('office', 'recallStep', id, { reason: '派错部门' });
    expect([await state(id), await desk(id)]).toEqual(['ACCEPTED', house.people.office]);
    await house.act('office', 'assignComplaint', id, {
      ...order,
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
    });
    await house.act('handler', 'markCaseSeen', id);
    expect((await refusal(house.act('office', 'recallStep', id, { reason: '再撤' }))).key).toBe(
      'rule.stepSeen',
    );
  });

  it('is passed on within the department only', async () => {
    const id = await investigating();
    expect(
      (
        await refusal(
          house.act('handler', 'passOnCase', id, { staffId: house.people.logistics, reason: '休假' }),
        )
      ).fields,
    ).toMatchObject([{ path: 'staffId', message: 'rule.notOfDepartment' }]);
    await house.act('handler', 'passOnCase', id, { staffId: house.people.handler2, reason: '休假' });
    expect(await desk(id)).toBe(house.people.handler2);
  });

  it('is refused by a department once, then HR has decided', async () => {
    const id = await investigating();
    await house.act('reviewer', 'refuseAssignment', id, { reason: '不属本部门' });
    expect(await state(id)).toBe('ACCEPTED');
    const order = { departmentId: house.departments.quality, instruction: '仍由你部' };
    await house.act('office', 'assignComplaint', id, order);
    expect((await refusal(house.act('reviewer', 'refuseAssignment', id, { reason: '不' }))).key).toBe(
      'guard.refusedAtMostOnce',
    );
  });

  it('is decided by a deputy in the general manager’s name, both names on step and document', async () => {
    const id = await investigating();
    await house.act('handler', 'submitInvestigationReport', id, wholeReport(await house.original(id)));
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
    const yes = { result: 'AGREE', decision: '同意' };
    expect((await refusal(house.act('head', 'decideComplaint', id, yes))).code).toBe('FORBIDDEN');
    const from = house.clock.now();
    await house.plant('Delegation', {
      fromId: house.people.gm ?? null,
      toId: house.people.head ?? null,
      startsAt: from.toISOString(),
      endsAt: new Date(from.getTime() + 3_600_000).toISOString(),
      reason: '出差',
    });
    await house.act('head', 'decideComplaint', id, yes);
    const [step] = await house.services.database.query<Record<string, unknown>>(
      "SELECT by_id, on_behalf_of_id FROM case_step WHERE complaint_id = ? AND transition = '15'",
      [id],
    );
    expect([String(step?.by_id), String(step?.on_behalf_of_id)]).toEqual([
      house.people.head,
      house.people.gm,
    ]);
  });

  it('lets the general manager alone lift a conflict of interest, on record', async () => {
    const id = await house.open('clerk', { complainedStaffId: house.people.supervisor });
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
    const lift = { staffId: house.people.supervisor, reason: '别无他人' };
    expect((await refusal(house.act('office', 'overrideConflict', id, lift))).code).toBe('FORBIDDEN');
    await house.act('gm', 'overrideConflict', id, lift);
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '成立' });
    const [step] = await house.services.database.query<Record<string, unknown>>(
      "SELECT conflict_override FROM case_step WHERE complaint_id = ? AND transition = '3'",
      [id],
    );
    expect(step?.conflict_override).toBe(1);
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
