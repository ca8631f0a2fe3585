import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/refusal.js';
import { aboutMeQuery } from './case/about-me.js';
import { type CaseHouse, caseHouse, wholeReport } from './testing/case-house.js';
import { type CaseWalk, caseWalk } from './testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

describe('who has a part in a case', () => {
  it('about HR itself is closed to HR; the general manager names who investigates (F12)', async () => {
    const id = await walk.accepted({ complainedDepartmentId: house.departments.office });
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
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['GM_REVIEW', house.people.gm]);
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
    const id = await walk.accepted();
    const order = { departmentId: house.departments.dispatch, instruction: '查明' };
    await house.act('office', 'assignComplaint', id, order);
    await house.act('office', 'recallStep', id, { reason: '派错部门' });
    expect([await walk.state(id), await walk.desk(id)]).toEqual(['ACCEPTED', house.people.office]);
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
    const id = await walk.investigating();
    expect(
      (
        await refusal(
          house.act('handler', 'passOnCase', id, { staffId: house.people.logistics, reason: '休假' }),
        )
      ).fields,
    ).toMatchObject([{ path: 'staffId', message: 'rule.notOfDepartment' }]);
    await house.act('handler', 'passOnCase', id, { staffId: house.people.handler2, reason: '休假' });
    expect(await walk.desk(id)).toBe(house.people.handler2);
  });

  it('is refused by a department once, then HR has decided', async () => {
    const id = await walk.investigating();
    await house.act('reviewer', 'refuseAssignment', id, { reason: '不属本部门' });
    expect(await walk.state(id)).toBe('ACCEPTED');
    const order = { departmentId: house.departments.quality, instruction: '仍由你部' };
    await house.act('office', 'assignComplaint', id, order);
    expect((await refusal(house.act('reviewer', 'refuseAssignment', id, { reason: '不' }))).key).toBe(
      'guard.refusedAtMostOnce',
    );
  });

  it('is decided by a deputy in the general manager’s name, both names on step and document', async () => {
    const id = await walk.investigating();
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

  it('goes up a level by itself while its supervisor is away, unless a deputy stands in for him (R4.7)', async () => {
    const status = (login: string, value: string) =>
      house.services.database.query('UPDATE staff SET status = ? WHERE id = ?', [
        value,
        house.people[login] ?? '',
      ]);
    const assessed = async () => {
      const id = await house.open('clerk');
      await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '属实' });
      return id;
    };
    const yes = { decision: 'ACCEPT', reason: '成立' };
    await status('supervisor', 'LEAVE');
    const up = await assessed();
    expect(await walk.desk(up)).toBe(house.people.area);
    await status('area', 'LEAVE');
    const further = await assessed();
    expect([house.people.service, house.people.service2]).toContain(await walk.desk(further));
    await house.act('service', 'ruleOnComplaint', further, yes);
    const from = house.clock.now();
    const term = {
      startsAt: from.toISOString(),
      endsAt: new Date(from.getTime() + 3_600_000).toISOString(),
      reason: '休假',
    };
    const delegation = (to: string) => ({
      fromId: house.people.supervisor ?? null,
      toId: house.people[to] ?? null,
      ...term,
    });
    const own = await house.plant('Delegation', delegation('clerk'));
    // The deputy assessed it himself, and rules in nobody's name (B7.1).
    expect([house.people.service, house.people.service2]).toContain(await walk.desk(await assessed()));
    await house.services.database.query('UPDATE delegation SET ended_at = ? WHERE id = ?', [
      '2020-01-01',
      own,
    ]);
    await house.plant('Delegation', delegation('supervisorB'));
    const deputy = await assessed();
    expect(await walk.desk(deputy)).toBe(house.people.supervisorB);
    expect(String((await house.row(deputy)).desk_department_id)).toBe(house.departments.storeA);
    await house.act('supervisorB', 'ruleOnComplaint', deputy, yes);
    await status('supervisor', 'ACTIVE');
    await status('area', 'ACTIVE');
  });

  it('is judged by nobody who wrote the report himself, whatever further roles he holds (B7.1)', async () => {
    const both = { office: 'HR_ADMIN', headquarters: 'GM' } as const;
    for (const [department, role] of Object.entries(both)) {
      const author = await house.person(`author-${department}`, ['HANDLER', role], {
        departmentId: house.departments[department] ?? null,
      });
      const id = await walk.accepted();
      const order = { departmentId: house.departments.quality, handlerId: author, instruction: '查明' };
      await house.act('office', 'assignComplaint', id, order);
      await house.act(author, 'acceptAssignment', id);
      await house.act(author, 'submitInvestigationReport', id, wholeReport(await house.original(id)));
      await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
      if (role === 'GM')
        await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
      expect(await walk.desk(id)).toBe(role === 'GM' ? house.people.gm : house.people.office);
      for (const result of ['AGREE', 'RETURN']) {
        const judging =
          role === 'GM'
            ? house.act(author, 'decideComplaint', id, { result, decision: '同意' })
            : house.act(author, 'giveHrOpinion', id, { result, opinion: '拟同意' });
        expect((await refusal(judging)).key).toBe('guard.authorDoesNotReview');
      }
    }
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
});
