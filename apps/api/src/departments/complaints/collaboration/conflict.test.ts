import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../commands/command.js';
import { perform } from '../../../commands/run.js';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { addComplaintIntake } from '../intake/add-intake.js';
import { attachFiles } from '../intake/attach-files.js';
import { updateComplaint } from '../intake/update.js';
import { type BesideActs, besideActs } from '../testing/beside-acts.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { type CaseWalk, caseWalk } from '../testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
let beside: BesideActs;
let laboratory: string;
let nightShift: string;
/** Of units below quality and below customer service. */
let tester: string;
let night: string;

beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
  beside = besideActs(house);
  const below = (code: string, parentId: string | undefined) =>
    house.plant('Department', { code, name: code, kind: 'OTHER', parentId: parentId ?? null });
  laboratory = await below('laboratory', house.departments.quality);
  nightShift = await below('night-shift', house.departments.service);
  tester = await house.person('tester', ['HANDLER'], { departmentId: laboratory });
  night = await house.person('night', ['OPS_CS'], { departmentId: nightShift });
  for (const [unit, head] of [
    ['quality', 'head'],
    ['service', 'service2'],
  ] as const)
    await house.services.database.query('UPDATE department SET head_id = ? WHERE id = ?', [
      person(head),
      house.departments[unit] ?? '',
    ]);
});
afterAll(() => house?.close());

const person = (login: string) => house.people[login] ?? '';
const about = (head: string, unit: string) => ({
  complainedStaffId: person(head),
  complainedDepartmentId: house.departments[unit],
  aboutHead: true,
});
const intake = async (by: string, command: unknown, input: Readonly<Record<string, unknown>>) =>
  perform(command as Command<never, unknown>, input as never, await house.as(house.people[by] ?? by));
const later = () => new Date(house.clock.now().getTime() + 86_400_000).toISOString();
const copied = (complaintId: string, staffId: string) =>
  house.plant('CaseParticipant', {
    complaintId,
    staffId,
    part: 'COPIED',
    since: house.clock.now().toISOString(),
  });

describe('a complaint about a head', () => {
  it('gives nobody of the units below him a part: no copy, no investigation, no assistance, no supervision by name', async () => {
    const id = await walk.accepted(about('head', 'quality'));
    const named = { staffId: 'rule.departmentComplainedAbout' };
    expect(await refusedFields(beside.act('office', 'copyCase', { id, staffId: tester }))).toEqual(named);
    const investigator = { ...(await beside.on(id)), staffId: tester, reason: '熟悉' };
    expect(await refusedFields(beside.act('gm', 'nameInvestigator', investigator))).toEqual(named);
    const request = { id, departmentId: laboratory, request: '化验', dueAt: later() };
    expect((await refusal(beside.act('office', 'requestAssistance', request))).key).toBe(
      'rule.departmentComplainedAbout',
    );
    expect(
      await refusedFields(beside.act('office', 'superviseComplaint', { id, text: '请说明', toId: tester })),
    ).toEqual({ toId: 'rule.departmentComplainedAbout' });
    await house.act('gm', 'overrideConflict', id, { staffId: tester, reason: '别无他人' });
    await beside.act('office', 'copyCase', { id, staffId: tester });
  });

  it('keeps the units below him from its evidence and its receipts, unless the general manager lifted it', async () => {
    const id = await walk.accepted(about('head', 'quality'));
    await copied(id, tester);
    const further = { id, channel: 'PHONE' };
    expect((await refusal(intake(tester, addComplaintIntake, further))).key).toBe('rule.complainedStaysOut');
    expect((await refusal(intake(tester, attachFiles, { id, fileIds: ['1'] }))).key).toBe(
      'rule.complainedStaysOut',
    );
    await house.act('gm', 'overrideConflict', id, { staffId: tester, reason: '别无他人' });
    await intake(tester, addComplaintIntake, further);
  });

  it('of customer service is neither corrected nor consented to by a shift below him', async () => {
    const id = await house.open('clerk', {
      ...about('service2', 'service'),
      severity: 'SEVERE',
      procedure: 'SEVERE',
    });
    expect((await refusal(intake(night, updateComplaint, { id, subject: '另一说法' }))).key).toBe(
      'rule.complainedStaysOut',
    );
    await house.act('clerk', 'assessComplaint', id, { result: 'NOT_HOLD', reason: '无据' });
    expect((await refusal(house.act(night, 'consentToRefusal', id, { reason: '同意' }))).key).toBe(
      'rule.complainedStaysOut',
    );
    await house.act('gm', 'overrideConflict', id, { staffId: night, reason: '夜间无他人' });
    await house.act(night, 'consentToRefusal', id, { reason: '同意' });
  });
});

describe('a deputy of customer service', () => {
  it('corrects a case and consents to a refusal in both names', async () => {
    const id = await house.open('clerk', { severity: 'SEVERE', procedure: 'SEVERE' });
    const term = { startsAt: house.clock.now().toISOString(), endsAt: later(), reason: '休假' };
    expect((await refusal(intake('clerkB', updateComplaint, { id, subject: '椅脚断裂' }))).code).toBe(
      'NOT_FOUND',
    );
    await beside.act('service', 'delegate', { toId: person('clerkB'), ...term });
    await intake('clerkB', updateComplaint, { id, subject: '椅脚断裂' });
    await intake('clerkB', addComplaintIntake, { id, channel: 'PHONE' });
    await house.act('clerk', 'assessComplaint', id, { result: 'NOT_HOLD', reason: '无据' });
    await house.act('clerkB', 'consentToRefusal', id, { reason: '同意' });
    const names = await house.services.database.query(
      `SELECT DISTINCT action, actor_id, on_behalf_of_id FROM audit_entry WHERE whole_id = ? AND on_behalf_of_id IS NOT NULL
       ORDER BY action`,
      [id],
    );
    expect(names).toEqual(
      ['addComplaintIntake', 'consentToRefusal', 'updateComplaint'].map((action) => ({
        action,
        actor_id: person('clerkB'),
        on_behalf_of_id: person('service'),
      })),
    );
    const steps = await house.services.database.query<{ on_behalf_of_id: string }>(
      "SELECT on_behalf_of_id FROM case_step WHERE complaint_id = ? AND action = 'consentToRefusal'",
      [id],
    );
    expect(steps.map((step) => String(step.on_behalf_of_id))).toEqual([person('service')]);
  });
});
