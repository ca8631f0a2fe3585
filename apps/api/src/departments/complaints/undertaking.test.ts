import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/command.js';
import { perform } from '../../commands/run.js';
import { refusal } from '../../testing/refusal.js';
import { sweep } from '../../timers/job.js';
import { timerRules } from '../../timers/register.js';
import { fireDueTimers } from '../../timers/round.js';
import { cancelTask, completeTask, confirmTask } from '../platform/tasks.js';
import { type CaseHouse, caseHouse } from './testing/case-house.js';
import { type CaseWalk, caseWalk, oral } from './testing/case-walk.js';

let house: CaseHouse;
let walk: CaseWalk;
beforeAll(async () => {
  house = await caseHouse();
  walk = caseWalk(house);
});
afterAll(() => house?.close());

const hours = (n: number) => new Date(house.clock.now().getTime() + n * 3_600_000).toISOString();
const notOurs = { noPreventionReason: '供应商责任' };
const promise = (more = {}) => ({
  ...notOurs,
  undertaking: { text: '换一把新椅子送到家', dueAt: hours(48), assigneeId: house.people.handler, ...more },
});

async function executing(): Promise<string> {
  const id = await walk.replyPending('EXCHANGE');
  await house.act('service', 'replyToCustomer', id, { outcome: 'EXECUTE', response: 'ACCEPT', ...oral });
  return id;
}

async function taskOf(complaintId: string): Promise<{ id: string; version: number; state: string }> {
  const [task] = await house.services.database.query<Record<string, unknown>>(
    'SELECT * FROM assigned_task WHERE complaint_id = ? ORDER BY id DESC',
    [complaintId],
  );
  expect(task).toMatchObject({ undertaking: 1, title: '换一把新椅子送到家' });
  return { id: String(task?.id), version: Number(task?.version), state: String(task?.state) };
}

async function on(command: unknown, by: string, complaintId: string, more = {}): Promise<void> {
  const { id, version } = await taskOf(complaintId);
  const input = { id, expectedVersion: version, ...more };
  await perform(command as Command<never, unknown>, input as never, await house.as(house.people[by] ?? ''));
}

const ledger = async (complaintId: string) =>
  (
    await house.services.database.query<{ event: string; article: string }>(
      "SELECT event, article FROM deadline_entry WHERE complaint_id = ? AND rule = 'UNDERTAKING' ORDER BY id",
      [complaintId],
    )
  ).map(({ event }) => event);
const missing = (complaintId: string) =>
  house.services.database.query<Record<string, unknown>>(
    "SELECT owner_id, made_up_at FROM missing_entry WHERE complaint_id = ? AND rule = 'UNDERTAKING'",
    [complaintId],
  );
const told = async (message: string, complaintId: string) =>
  (
    await house.services.database.query<{ to_id: string }>(
      `SELECT n.to_id FROM notification n JOIN complaint c ON c.no = n.record_no
       WHERE n.message = ? AND c.id = ? ORDER BY n.id`,
      [message, complaintId],
    )
  ).map(({ to_id: to }) => String(to));

async function fire(): Promise<void> {
  await sweep(house.services);
  await fireDueTimers(house.services, timerRules, 'test');
}

describe('a case whose remedy is not carried out yet', () => {
  it('closes neither without proof nor without an undertaking', async () => {
    const id = await executing();
    expect((await refusal(house.act('service', 'closeComplaint', id, notOurs))).key).toBe(
      'guard.proofOfRemedy',
    );
  });

  it('closes with a dated undertaking, which is a task of whoever carries it out', async () => {
    const id = await executing();
    const done = (await house.act('service', 'closeComplaint', id, promise())) as {
      told: readonly { name: string }[];
    };
    expect(done.told.map(({ name }) => name)).toContain('handler');
    expect((await house.row(id)).state).toBe('CLOSED');
    expect((await taskOf(id)).state).toBe('OPEN');
    expect(await ledger(id)).toEqual(['STARTED']);
    expect(await told('case.undertaking', id)).toEqual([house.people.handler]);
    await on(completeTask, 'handler', id, { result: '已送达' });
    await on(confirmTask, 'service', id);
    expect(await ledger(id)).toEqual(['STARTED', 'MET']);
  });

  it('may close so although approved compensation is not paid, which proof alone does not allow', async () => {
    const id = await executing();
    await house.plant('CompensationRequest', {
      complaintId: id,
      type: 'REFUND',
      amount: '88.00',
      reason: '退差价',
      state: 'APPROVED',
      requestedById: house.people.handler ?? null,
      requestedAt: house.clock.now().toISOString(),
    });
    const proof = { proof: '换货单 88', ...notOurs };
    expect((await refusal(house.act('service', 'closeComplaint', id, proof))).key).toBe(
      'guard.proofOfRemedy',
    );
    await house.act('service', 'closeComplaint', id, promise());
    expect((await house.row(id)).state).toBe('CLOSED');
  });

  it('names what is wrong with an undertaking', async () => {
    const id = await executing();
    const fieldsOf = async (more: object) =>
      (await refusal(house.act('service', 'closeComplaint', id, promise(more)))).fields.map(
        ({ path, message }) => [path, message],
      );
    expect(await fieldsOf({ dueAt: hours(-1) })).toEqual([['undertaking.dueAt', 'input.past']]);
    expect(await fieldsOf({ assigneeId: house.people.service })).toEqual([
      ['undertaking.assigneeId', 'rule.notOneself'],
    ]);
    expect(await fieldsOf({ text: '' })).toEqual([['undertaking.text', 'input.required']]);
    expect(await fieldsOf({ assigneeId: '999' })).toEqual([['undertaking.assigneeId', 'input.noSuchRecord']]);
    expect((await house.row(id)).state).toBe('EXECUTING');
  });

  it('is on record as not carried out when the date passes, and made up for when it comes', async () => {
    const id = await executing();
    await house.act('service', 'closeComplaint', id, promise());
    house.clock.forward(48 * 3600);
    await fire();
    expect(await ledger(id)).toEqual(['STARTED', 'PASSED']);
    const [silence] = await missing(id);
    expect([String(silence?.owner_id), silence?.made_up_at]).toEqual([house.people.handler, null]);
    expect(new Set(await told('clock.undertakingDue', id))).toEqual(
      new Set([house.people.handler, house.people.service, house.people.office]),
    );
    house.clock.forward(24 * 3600);
    await fire();
    expect(await ledger(id)).toEqual(['STARTED', 'PASSED', 'WARNED']);
    await on(completeTask, 'handler', id, { result: '已送达' });
    await on(confirmTask, 'service', id);
    expect((await ledger(id)).at(-1)).toBe('MET_LATE');
    const [after] = await missing(id);
    expect(after?.made_up_at).not.toBeNull();
    house.clock.forward(24 * 3600);
    await fire();
    expect(await ledger(id)).toHaveLength(4);
  });

  it('says on the ledger why an undertaking no longer applies', async () => {
    const id = await executing();
    await house.act('service', 'closeComplaint', id, promise());
    await on(cancelTask, 'service', id, { reason: '客户改要退款' });
    expect(await ledger(id)).toEqual(['STARTED', 'CANCELLED']);
  });
});
