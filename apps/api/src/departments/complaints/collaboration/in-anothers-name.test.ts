import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainAccess, whoCanSee } from '../../../access/explain.js';
import { actionsOf } from '../../../commands/allowed-actions.js';
import type { Command } from '../../../commands/command.js';
import { perform } from '../../../commands/run.js';
import { refusal } from '../../../testing/refusal.js';
import { type CaseHouse, caseHouse } from '../testing/case-house.js';
import { type CaseWalk, caseWalk } from '../testing/case-walk.js';
import { partActions } from './actions.js';
import { caseActs } from './acts.js';
import { caseCommand } from './case-act.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

const person = (login: string) => house.people[login] ?? '';
const hours = (n: number) => new Date(house.clock.now().getTime() + n * 3_600_000).toISOString();

async function act(by: string, name: string, id: string, input: Record<string, unknown> = {}) {
  const found = caseActs().find((each) => each.name === name);
  if (!found) throw new Error(`There is no act ${name}.`);
  const command = caseCommand(found) as unknown as Command<never, { id: string }>;
  const table = kindNamed(found.part ?? 'Complaint').table;
  const [row] = await house.services.database.query<{ version: number }>(
    `SELECT version FROM ${table} WHERE id = ?`,
    [id],
  );
  const versioned = { id, expectedVersion: Number(row?.version), ...input };
  return perform(command, versioned as never, await house.as(person(by)));
}

/** Runs with a delegation that holds only meanwhile. */
async function deputy<T>(from: string, to: string, run: () => Promise<T>): Promise<T> {
  const id = await house.plant('Delegation', {
    fromId: person(from),
    toId: person(to),
    startsAt: hours(-1),
    endsAt: hours(5),
    reason: '出差',
  });
  try {
    return await run();
  } finally {
    await house.services.database.change('DELETE FROM delegation WHERE id = ?', [id]);
  }
}

const buttons = async (by: string, kind: string, id: string) =>
  Object.fromEntries(
    (await actionsOf(kindNamed(kind), partActions().get(kind) ?? [], id, await house.as(person(by)))).map(
      ({ action, enabled, reason }) => [action, enabled ? 'open' : reason],
    ),
  );

const audited = (action: string) =>
  house.services.database.query<{ actor: string; principal: string | null }>(
    `SELECT actor_id AS actor, on_behalf_of_id AS principal FROM audit_entry
     WHERE action = ? ORDER BY id`,
    [action],
  );

const askHelp = async (id: string) =>
  (
    await act('handler', 'requestAssistance', id, {
      departmentId: house.departments.dispatch,
      request: '查发货记录',
      dueAt: hours(24),
    })
  ).id;

describe('an act beside the pipeline', () => {
  it('is done by a deputy in the name of whoever is away, with both names on record', async () => {
    const id = await walk.investigating();
    const supervise = () => act('head', 'superviseComplaint', id, { text: '请说明进展' });
    expect((await refusal(supervise())).code).toBe('FORBIDDEN');
    await deputy('office', 'head', supervise);
    const entries = await audited('superviseComplaint');
    expect(entries.map(({ actor, principal }) => [String(actor), String(principal)])).toContainEqual([
      person('head'),
      person('office'),
    ]);
    expect((await refusal(supervise())).code).toBe('FORBIDDEN');
  });

  it('on a part of a case knows the deputy of whoever it is for', async () => {
    const id = await walk.investigating();
    const task = await askHelp(id);
    expect(await buttons('dispatchHead', 'DepartmentTask', task)).toMatchObject({ acceptAssistance: 'open' });
    expect((await buttons('head', 'DepartmentTask', task)).acceptAssistance).toMatch(/department/i);
    await deputy('dispatchHead', 'head', async () => {
      expect(await buttons('head', 'DepartmentTask', task)).toMatchObject({ acceptAssistance: 'open' });
      await act('head', 'acceptAssistance', task);
    });
    const [row] = await house.services.database.query<Record<string, unknown>>(
      'SELECT state, assignee_id FROM department_task WHERE id = ?',
      [task],
    );
    expect([row?.state, String(row?.assignee_id)]).toEqual(['ACCEPTED', person('dispatchHead')]);
  });

  it('is closed to whoever is complained about in another’s name too', async () => {
    const id = await walk.investigating({ complainedStaffId: person('head') });
    const refused = await deputy('office', 'head', () =>
      refusal(act('head', 'superviseComplaint', id, { text: '请说明进展' })),
    );
    expect([refused.key, refused.article]).toEqual(['rule.complainedStaysOut', 'B7.2']);
  });

  it('that decides an own request is closed in the general manager’s name as well', async () => {
    const id = await walk.investigating();
    const { id: request } = await act('handler', 'requestCompensation', id, {
      type: 'REFUND',
      amount: '88.00',
      reason: '退差价',
    });
    const refused = await deputy('gm', 'handler', () =>
      refusal(act('handler', 'approveCompensation', request)),
    );
    expect([refused.key, refused.article]).toEqual(['rule.requesterApproves', 'B7.1']);
  });
});

describe('the acts on a part of a case', () => {
  it('say which are open to the person, and why the others are not', async () => {
    const id = await walk.investigating();
    const task = await askHelp(id);
    expect(await buttons('dispatchHead', 'DepartmentTask', task)).toMatchObject({
      acceptAssistance: 'open',
      answerAssistance: 'open',
      returnAssistance: 'open',
    });
    await act('dispatchHead', 'answerAssistance', task, { answer: '无异常' });
    const answered = await buttons('dispatchHead', 'DepartmentTask', task);
    expect(answered.acceptAssistance).not.toBe('open');
    expect(answered.answerAssistance).not.toBe('open');
  });

  it('of compensation and of a measure follow their state', async () => {
    const id = await walk.investigating();
    const { id: request } = await act('handler', 'requestCompensation', id, {
      type: 'REFUND',
      amount: '88.00',
      reason: '退差价',
    });
    expect(await buttons('gm', 'CompensationRequest', request)).toMatchObject({
      approveCompensation: 'open',
      declineCompensation: 'open',
    });
    await act('gm', 'approveCompensation', request);
    expect((await buttons('gm', 'CompensationRequest', request)).approveCompensation).not.toBe('open');
    expect((await buttons('handler', 'CompensationRequest', request)).executeCompensation).toBe('open');
    const { id: measure } = await act('handler', 'addPreventiveAction', id, {
      measure: '加强检验',
      ownerId: person('head'),
      dueOn: hours(48).slice(0, 10),
    });
    expect((await buttons('head', 'PreventiveAction', measure)).completePreventiveAction).toBe('open');
    expect((await buttons('office', 'PreventiveAction', measure)).checkPreventiveAction).not.toBe('open');
  });
});

describe('who sees a case', () => {
  it('names the deputy of whoever sees it, and says to him by which right', async () => {
    const id = await walk.investigating();
    const complaint = kindNamed('Complaint');
    const viewers = async () =>
      ((await whoCanSee(house.services, complaint, id, 'en')) ?? []).map(({ staff }) => staff.id);
    expect(await viewers()).not.toContain(person('clerkB'));
    await deputy('office', 'clerkB', async () => {
      expect(await viewers()).toContain(person('clerkB'));
      const actor = await house.actor(person('clerkB'));
      const question = { kind: complaint, id, action: 'READ', review: false } as const;
      expect((await explainAccess(house.services, actor, question, 'en')).allowed).toBe(true);
    });
  });
});
