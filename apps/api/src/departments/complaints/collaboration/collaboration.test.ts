import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../commands/command.js';
import { perform } from '../../../commands/run.js';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { collaborationActs } from './acts.js';

let house: CaseHouse;
let commands: ReadonlyMap<string, Command<never, unknown>>;
beforeAll(async () => {
  house = await caseHouse();
  commands = new Map(collaborationActs().map(({ command }) => [command.name, command as never]));
});
afterAll(() => house?.close());

interface Done {
  readonly id: string;
  readonly told: readonly { readonly staffId: string }[];
}

/** An act as somebody, on a record as it stands. */
async function act(by: string, name: string, input: Record<string, unknown> = {}): Promise<Done> {
  const command = commands.get(name);
  if (!command) throw new Error(`There is no act ${name}.`);
  return (await perform(command, input as never, await house.as(house.people[by] ?? by))) as Done;
}
const on = async (id: string, table = 'complaint') => {
  const [row] = await house.services.database.query<{ version: number }>(
    `SELECT version FROM ${table} WHERE id = ?`,
    [id],
  );
  return { id, expectedVersion: Number(row?.version) };
};
const rows = (sql: string, values: readonly string[]) =>
  house.services.database.query<Record<string, unknown>>(sql, [...values]);
const toldTo = ({ told }: Done) => told.map(({ staffId }) => staffId);
const person = (login: string) => house.people[login] ?? '';

async function investigating(more = {}): Promise<string> {
  const id = await house.open('clerk', more);
  await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '椅脚确有裂纹' });
  await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '属质量问题' });
  await house.act('office', 'assignComplaint', id, {
    departmentId: house.departments.quality,
    handlerId: house.people.handler,
    instruction: '查明原因',
  });
  await house.act('handler', 'acceptAssignment', id);
  return id;
}

describe('severity', () => {
  it('is raised by anyone in the case, and customer service, HR and the general manager hear at once', async () => {
    const id = await house.open('clerk');
    const done = await act('clerk', 'raiseSeverity', {
      ...(await on(id)),
      severity: 'SEVERE',
      triggers: ['INJURY_SAFETY'],
      reason: '客户受伤',
    });
    expect(toldTo(done)).toEqual(expect.arrayContaining([person('service'), person('office'), person('gm')]));
    const row = await house.row(id);
    expect([row.severity, row.procedure]).toEqual(['SEVERE', 'SEVERE']);
    expect(row.severity_reason).toContain('客户受伤');
    const triggers = () => rows('SELECT type, by_id FROM complaint_trigger WHERE complaint_id = ?', [id]);
    expect((await triggers()).map(({ type, by_id }) => [type, String(by_id)])).toEqual([
      ['INJURY_SAFETY', person('clerk')],
    ]);
    const timers = await rows(
      "SELECT rule FROM deadline_entry WHERE complaint_id = ? AND started_by = 'severity'",
      [id],
    );
    expect(timers.map(({ rule }) => rule)).toContain('FIRST_RESPONSE');
    await act('office', 'lowerSeverity', { ...(await on(id)), severity: 'MAJOR', reason: '伤势轻微' });
    expect(await triggers()).toEqual([]);
  });

  it('is never lowered but by HR or the general manager, and never raised to what it is', async () => {
    const id = await house.open('clerk', { severity: 'MAJOR' });
    const lower = { severity: 'GENERAL', reason: '核实无大碍' };
    expect((await refusal(act('clerk', 'lowerSeverity', { ...(await on(id)), ...lower }))).code).toBe(
      'FORBIDDEN',
    );
    expect((await refusal(act('service', 'lowerSeverity', { ...(await on(id)), ...lower }))).key).toBe(
      'rule.hrOrGmOnly',
    );
    expect(
      (await refusal(act('clerk', 'raiseSeverity', { ...(await on(id)), severity: 'MAJOR', reason: '重复' })))
        .key,
    ).toBe('rule.severityNotHigher');
    await act('office', 'lowerSeverity', { ...(await on(id)), ...lower });
    expect((await house.row(id)).severity).toBe('GENERAL');
  });
});

describe('words on a case', () => {
  it('record the first response once, and progress by anybody in the case', async () => {
    const id = await house.open('clerk');
    await act('clerk', 'recordFirstResponse', { id, mode: 'ORAL', content: '已致电致歉' });
    expect((await house.row(id)).first_response_at).not.toBeNull();
    expect(
      (await refusal(act('clerk', 'recordFirstResponse', { id, mode: 'ORAL', content: '再次' }))).key,
    ).toBe('rule.alreadyResponded');
    await act('supervisor', 'recordProgressReply', { id, mode: 'ORAL', content: '正在核实' });
    const replies = await rows('SELECT kind FROM customer_reply WHERE complaint_id = ? ORDER BY id', [id]);
    expect(replies.map(({ kind }) => kind)).toEqual(['FIRST_RESPONSE', 'PROGRESS']);
  });

  it('are no business of readers, nor of whoever is complained about, nor of the other store', async () => {
    const id = await house.open('clerk', { complainedStaffId: person('supervisor') });
    const note = { id, kind: 'NOTE', text: '备注' };
    expect((await refusal(act('analyst', 'addTrackingEntry', note))).key).toBe('rule.notInCase');
    expect(['rule.complainedStaysOut', 'access.forbidden', 'act.notFound']).toContain(
      (await refusal(act('supervisor', 'addTrackingEntry', note))).key,
    );
    expect((await refusal(act('clerkB', 'addTrackingEntry', note))).code).toBe('NOT_FOUND');
    expect(await refusedFields(act('clerk', 'addTrackingEntry', { ...note, kind: 'SUPERVISE' }))).toEqual({
      kind: 'input.notOneOf',
    });
  });

  it('urge whoever has the case, and supervision is answered once by whom it was for', async () => {
    const id = await investigating();
    expect(toldTo(await act('service', 'urgeComplaint', { id, text: '请尽快' }))).toEqual([
      person('handler'),
    ]);
    const asked = await act('office', 'superviseComplaint', { id, text: '为何未报' });
    const answer = { ...(await on(asked.id, 'tracking_entry')), text: '明日上报' };
    expect((await refusal(act('service', 'acknowledgeTracking', answer))).key).toBe('rule.notAddressed');
    expect(toldTo(await act('handler', 'acknowledgeTracking', answer))).toEqual([person('office')]);
    expect(
      (
        await refusal(
          act('handler', 'acknowledgeTracking', { ...(await on(asked.id, 'tracking_entry')), text: '再答' }),
        )
      ).key,
    ).toBe('rule.answeredAlready');
    expect((await refusal(act('service', 'superviseComplaint', { id, text: '督办' }))).key).toBe(
      'rule.hrOrGmOnly',
    );
  });
});

describe('the clock beside the clock', () => {
  it('counts the waiting, and leaves the strict deadline where it was', async () => {
    const id = await investigating();
    const due = String((await house.row(id)).due_at);
    await act('handler', 'startWaiting', { ...(await on(id)), reason: '送检' });
    house.clock.forward(3600);
    await act('handler', 'endWaiting', await on(id));
    const row = await house.row(id);
    expect([row.waited_seconds, row.waiting_since, String(row.due_at)]).toEqual([3600, null, due]);
  });

  it('is extended by the general manager alone, which clears no breach', async () => {
    const id = await investigating();
    const to = new Date(house.clock.now().getTime() + 20 * 86_400_000).toISOString();
    const input = { extendedTo: to, reason: '等待检验' };
    expect((await refusal(act('office', 'extendDeadline', { ...(await on(id)), ...input }))).code).toBe(
      'FORBIDDEN',
    );
    const due = String((await house.row(id)).due_at);
    await act('gm', 'extendDeadline', { ...(await on(id)), ...input });
    const row = await house.row(id);
    expect([String(row.due_at), row.extended_to !== null]).toEqual([due, true]);
    expect(
      (await refusal(act('handler', 'explainBreach', { ...(await on(id)), breachReason: '等检' }))).key,
    ).toBe('rule.notBreached');
  });
});

describe('assistance', () => {
  it('is asked of another department, answered by it, and keeps the lead from submitting while open', async () => {
    const id = await investigating();
    const dueAt = new Date(house.clock.now().getTime() + 86_400_000).toISOString();
    const asked = await act('handler', 'requestAssistance', {
      id,
      departmentId: house.departments.dispatch,
      request: '查运输记录',
      dueAt,
    });
    const task = () => on(asked.id, 'department_task');
    expect((await refusal(act('handler', 'acceptAssistance', await task()))).key).toBe('rule.notAssisting');
    await act('logistics', 'acceptAssistance', await task());
    await act('logistics', 'answerAssistance', { ...(await task()), answer: '运输无异常' });
    expect(
      (await refusal(act('handler', 'cancelAssistance', { ...(await task()), reason: '不需要' }))).key,
    ).toBe('rule.taskState');
    expect(
      await refusedFields(
        act('handler', 'requestAssistance', {
          id,
          departmentId: house.departments.quality,
          request: '查',
          dueAt,
        }),
      ),
    ).toEqual({ departmentId: 'rule.ownDepartment' });
  });
});

describe('compensation', () => {
  const ask = async (id: string, amount: string) =>
    (await act('handler', 'requestCompensation', { id, type: 'REFUND', amount, reason: '退款' })).id;

  it('goes to the general manager while no limit is set, and never to whoever asked', async () => {
    const id = await investigating();
    const asked = await ask(id, '100');
    const request = () => on(asked, 'compensation_request');
    expect((await refusal(act('reviewer', 'approveCompensation', await request()))).key).toBe('rule.noLimit');
    await act('gm', 'approveCompensation', await request());
    expect(
      (await refusal(act('service', 'executeCompensation', { ...(await request()), voucher: 'V1' }))).key,
    ).toBe('rule.executeByFinance');
    await act('handler', 'executeCompensation', { ...(await request()), voucher: 'V1' });
    const [row] = await rows('SELECT state, voucher FROM compensation_request WHERE id = ?', [asked]);
    expect(row).toMatchObject({ state: 'EXECUTED', voucher: 'V1' });
  });

  it('is approved up to the limit of the role, and not a cent above', async () => {
    await act('office', 'saveApprovalLimit', {
      role: 'HANDLER_SUP',
      maxAmount: '500',
      effectiveFrom: house.clock.now().toISOString().slice(0, 10),
      reason: '年度授权',
    });
    const id = await investigating();
    const above = await ask(id, '500.01');
    expect(
      (await refusal(act('reviewer', 'approveCompensation', await on(above, 'compensation_request')))).key,
    ).toBe('rule.aboveLimit');
    const within = await ask(id, '500');
    await act('reviewer', 'approveCompensation', await on(within, 'compensation_request'));
  });
});

describe('preventive actions', () => {
  it('are done by their owner, and checked after the check date by somebody else, with the numbers', async () => {
    const id = await investigating();
    const day = (days: number) =>
      new Date(house.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const added = await act('handler', 'addPreventiveAction', {
      id,
      measure: '加强检验',
      ownerId: person('handler'),
      dueOn: day(5),
      checkOn: day(30),
    });
    const measure = () => on(added.id, 'preventive_action');
    expect(
      (await refusal(act('reviewer', 'completePreventiveAction', { ...(await measure()), doneNote: '已做' })))
        .key,
    ).toBe('rule.preventionOwner');
    house.clock.forward(60);
    await act('handler', 'completePreventiveAction', { ...(await measure()), doneNote: '已增检' });
    const check = { effective: true, checkNote: '未再发生' };
    expect(
      (await refusal(act('office', 'checkPreventiveAction', { ...(await measure()), ...check }))).key,
    ).toBe('rule.notBeforeCheckDate');
    house.clock.forward(31 * 86_400);
    await house.open('clerk');
    house.clock.forward(60);
    await act('office', 'checkPreventiveAction', { ...(await measure()), ...check });
    const [row] = await rows('SELECT `before`, after, effective FROM preventive_action WHERE id = ?', [
      added.id,
    ]);
    expect(Number(row?.before)).toBeGreaterThanOrEqual(1);
    expect(Number(row?.after)).toBe(1);
  });

  it('are asked for only where we are at fault', async () => {
    const id = await investigating();
    await act('handler', 'skipPreventiveAction', { ...(await on(id)), reason: '客户使用不当' });
    expect((await house.row(id)).no_prevention_reason).toBe('客户使用不当');
  });
});

describe('the rules of the department', () => {
  it('are set by HR with a reason, from now on, within what the setting takes', async () => {
    const set = (key: string, value: string, more = {}) =>
      act('office', 'setComplaintSetting', { key, value, reason: '调整', ...more });
    await set('tracking.hours', '12', { severity: 'MAJOR' });
    expect(await refusedFields(set('nothing.known', '1'))).toEqual({ key: 'rule.settingUnknown' });
    expect(await refusedFields(set('tracking.hours', 'often'))).toEqual({ value: 'rule.settingValue' });
    expect(await refusedFields(set('weekly.time', '08:00', { severity: 'MAJOR' }))).toEqual({
      severity: 'rule.settingForAll',
    });
    await set('kpi.E1.2', '95');
    await set('kpi.E1.2', '-');
    expect(await refusedFields(set('kpi.E1.2', '很多'))).toEqual({ value: 'rule.settingValue' });
    expect(await refusedFields(set('kpi.E9.9', '1'))).toEqual({ key: 'rule.settingUnknown' });
    expect(
      await refusedFields(set('tracking.hours', '1', { effectiveFrom: '2020-01-01T00:00:00Z' })),
    ).toEqual({
      effectiveFrom: 'rule.effectiveInPast',
    });
    expect(
      (await refusal(act('clerk', 'setComplaintSetting', { key: 'tracking.hours', value: '1' }))).code,
    ).toBe('FORBIDDEN');
  });

  it('hold the own text of lost articles, and questions that HR answers once', async () => {
    const effectiveFrom = house.clock.now().toISOString().slice(0, 10);
    const version = { regulation: 'R4', code: '2026-2', effectiveFrom };
    await act('office', 'publishPolicyVersion', {
      ...version,
      articles: [{ article: 'R4.19', text: '本公司规定' }],
    });
    expect(
      await refusedFields(
        act('office', 'publishPolicyVersion', { ...version, articles: [{ article: 'R9.9', text: '无' }] }),
      ),
    ).toEqual({ 'articles.0.article': 'rule.articleUnknown' });
    const asked = await act('clerk', 'askInterpretation', { article: 'R4.26', question: '7天如何起算？' });
    expect(toldTo(asked)).toEqual([person('office')]);
    const answer = { ...(await on(asked.id, 'policy_interpretation')), answer: '自收到起' };
    expect((await refusal(act('clerk', 'answerInterpretation', answer))).code).toBe('FORBIDDEN');
    expect(toldTo(await act('office', 'answerInterpretation', answer))).toEqual([person('clerk')]);
  });
});

describe('people around a case', () => {
  it('get a copy once, lose it again, and may be named to investigate by the general manager', async () => {
    const id = await investigating();
    const copied = await act('handler', 'copyCase', { id, staffId: person('logistics') });
    expect(toldTo(copied)).toEqual([person('logistics')]);
    expect(await refusedFields(act('handler', 'copyCase', { id, staffId: person('logistics') }))).toEqual({
      staffId: 'rule.copiedAlready',
    });
    expect(await refusedFields(act('handler', 'copyCase', { id, staffId: person('analyst') }))).toEqual({
      staffId: 'rule.hasNoAccess',
    });
    await act('logistics', 'endCopy', await on(copied.id, 'case_participant'));
    await act('gm', 'nameInvestigator', { ...(await on(id)), staffId: person('handler2'), reason: '另派' });
    expect(String((await house.row(id)).desk_id)).toBe(person('handler2'));
  });

  it('link cases of the same matter, and customer service rules on disputes', async () => {
    const [one, other] = [await house.open('clerk'), await house.open('clerk')];
    const link = { id: one, otherId: other, basis: 'SAME_PRODUCT' };
    const linked = await act('clerk', 'linkCase', link);
    expect(await refusedFields(act('clerk', 'linkCase', link))).toEqual({ otherId: 'rule.linkedAlready' });
    await act('clerk', 'unlinkCase', await on(linked.id, 'case_link'));
    const ruling = { id: one, matter: '是否人为', evidence: '照片', ruling: '非人为' };
    await act('service', 'ruleOnEvidence', ruling);
    expect((await refusal(act('supervisor', 'ruleOnEvidence', ruling))).key).toBe(
      'rule.customerServiceRules',
    );
  });
});
