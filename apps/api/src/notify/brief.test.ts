import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../acceptance/valid-complaint-acts.js';
import { plantCase } from '../departments/complaints/testing/plant-case.js';
import { insertRows } from '../records/bulk.js';
import { house, houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { sweep } from '../timers/job.js';
import { fireDueTimers } from '../timers/round.js';
import { morningBrief } from './brief.js';
import { readMessageSettings } from './channels/settings.js';

let server: TestServer;
/** A time of March 2026 in the organisation's zone. */
const at = (day: number, time: string) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`);
let now = at(9, '07:00');

beforeAll(async () => {
  server = await startTestServer({
    clock: { now: () => now },
    settings: {
      messages: readMessageSettings({ KEHU_SMTP_URL: 'smtp://127.0.0.1:9', KEHU_SMTP_FROM: 'k@example.com' }),
    },
  });
  const { database, codec, ids } = server.services;
  await database.change("UPDATE staff SET email = 'gm@example.com' WHERE id = ?", [houseStaff.gm ?? '']);
  const put = async (kind: string, row: Readonly<Record<string, unknown>>) => {
    const id = String(row.id ?? (await ids.next()));
    await insertRows(database, kindNamed(kind), [{ ...row, id }], codec, now);
    return id;
  };
  const { storeA, customerService } = house.departments;
  const one = (state: string, row: Readonly<Record<string, unknown>>) =>
    plantCase(put, state as never, casePeople, {
      deskId: null,
      complainedStaffId: null,
      receivedAt: at(2, '10:00').toISOString(),
      dueAt: at(20, '10:00').toISOString(),
      severity: 'GENERAL',
      breached: false,
      deskDepartmentId: storeA,
      ...row,
    });
  await one('REGISTERED', { receivedAt: at(8, '00:00').toISOString() });
  await one('PENDING_RULING', { dueAt: at(11, '08:29').toISOString() });
  await one('PENDING_RULING', { dueAt: at(11, '08:30').toISOString(), severity: 'SEVERE' });
  await one('ASSIGNED', {
    dueAt: at(9, '08:00').toISOString(),
    breached: true,
    deskDepartmentId: customerService,
  });
  await one('REGISTERED', { complainedStaffId: houseStaff.gm, receivedAt: at(8, '12:00').toISOString() });
  await one('CLOSED', { deskDepartmentId: null, receivedAt: at(8, '23:59').toISOString() });
}, 60_000);
afterAll(() => server?.stop());

const fire = () => fireDueTimers(server.services, [morningBrief], 'one');
async function briefs() {
  const { notifications } = await (await server.as('gm')).data(
    '{ notifications(where: { message: { eq: "notify.brief" } }) { items { messageText content } } }',
  );
  return notifications.items as { messageText: string }[];
}

describe('the general manager’s brief', () => {
  it('comes at half past eight in the organisation’s zone, once, whatever servers run', async () => {
    await sweep(server.services);
    now = at(9, '08:29');
    await fire();
    expect(await briefs()).toHaveLength(0);
    now = at(9, '08:30');
    await Promise.all([fire(), fireDueTimers(server.services, [morningBrief], 'two')]);
    await fire();
    expect((await briefs()).map(({ messageText }) => messageText)).toEqual([
      'Morning brief: open 4, breached 1, due within 48 hours 1, received yesterday 2, severe and open 1. Most in hand: 甲门店 3 · 客服 1',
    ]);
  });

  it('leaves the house by itself, and not with a digest', async () => {
    const rows = await server.services.database.query<{ message_id: string; not_before: string }>(
      'SELECT message_id, not_before FROM message_delivery WHERE to_id = ?',
      [houseStaff.gm ?? ''],
    );
    expect(rows.map(({ message_id }) => message_id)).toEqual([expect.stringMatching(/^single-\d+-EMAIL$/)]);
    expect(rows[0]?.not_before).toContain('2026-03-09 00:30:00');
  });

  it('comes again the next day, and at the time that was set', async () => {
    const { database, codec, ids } = server.services;
    await insertRows(
      database,
      kindNamed('ComplaintSetting'),
      [
        {
          id: await ids.next(),
          key: 'messages.briefTime',
          value: '07:15',
          effectiveFrom: at(9, '12:00').toISOString(),
        },
      ],
      codec,
      now,
    );
    now = at(10, '08:30');
    await fire();
    expect(await briefs()).toHaveLength(2);
    now = at(11, '07:15');
    await fire();
    expect(await briefs()).toHaveLength(3);
  });
});
