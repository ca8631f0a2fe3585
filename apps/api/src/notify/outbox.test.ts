import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { finishToDos } from './commands.js';
import { notify } from './notify.js';
import { accepting, at, OutboxWorld, staff } from './testing/outbox-world.js';

let world: OutboxWorld;
beforeAll(async () => {
  world = await OutboxWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => world.begin());
afterEach(() => world.clear());

describe('the outbox', () => {
  it('gathers a person’s messages into one delivery for each channel and digest', async () => {
    await world.tell({ to: ['gm', 'handler'] });
    await world.tell({
      to: ['gm'],
      recordId: '78',
      recordNo: 'TS-2026-0002',
      content: { no: 'TS-2026-0002' },
    });
    const slot = '20260309T0550';
    expect((await world.deliveries()).map(({ message_id }) => message_id)).toEqual(
      [`digest-${staff('gm')}-FEISHU_APP-${slot}`, `digest-${staff('handler')}-FEISHU_APP-${slot}`].sort(),
    );
    expect(await world.send()).toEqual([]);
    world.now = at('13:50');
    expect(await world.send()).toEqual(['SENT', 'SENT']);
    expect(world.textsTo('gm')).toEqual([
      [
        '客户之声 03-09 13:50：2 项待看',
        '【提醒】TS-2026-0001 临近结案期限，请抓紧办理。 期限 03-11 16:00',
        'https://kehu.example.com/#/complaints/77/show',
        '【提醒】TS-2026-0002 临近结案期限，请抓紧办理。 期限 03-11 16:00',
        'https://kehu.example.com/#/complaints/78/show',
      ].join('\n'),
    ]);
    expect(world.platform.received.at(-1)?.body.uuid).toMatch(/^digest-\d+-FEISHU_APP-20260309T0550$/);
  });

  it('writes nothing when the act comes to nothing', async () => {
    await expect(
      world.act(async (work) => {
        await notify(work, {
          to: [staff('gm')],
          message: 'clock.atRisk',
          weight: 'URGENT',
          kind: null,
          recordId: null,
          recordNo: null,
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await world.deliveries()).toEqual([]);
  });

  it('speaks each person’s language', async () => {
    await world.tell({ to: ['ops-cs'] });
    world.now = at('13:50');
    await world.send();
    expect(world.textsTo('ops-cs')[0]).toContain(
      '[Warning] TS-2026-0001 comes near its deadline. due 03-11 16:00',
    );
  });

  it('lets urgent messages through at once, in the quiet hours too, each by itself', async () => {
    world.now = at('23:00');
    await world.tell({ to: ['gm'], weight: 'URGENT', message: 'case.severe' });
    await world.tell({ to: ['gm'] });
    expect(await world.send()).toEqual(['SENT']);
    expect(world.textsTo('gm')[0]).toContain('客户之声 03-09 23:00：紧急\n【紧急】');
    const [digest] = (await world.deliveries()).filter(({ state }) => state === 'WAITING');
    expect(digest?.not_before).toBe(at('08:50', 10).toISOString());
  });

  it('follows the times that the organisation has set, from when they hold', async () => {
    const put = (key: string, value: string, from: Date) =>
      world.act(async (work) => {
        await work.insert('ComplaintSetting', { key, value, effectiveFrom: from.toISOString() });
      });
    await put('messages.digestNoon', '11:30', at('09:00'));
    await put('messages.digestEvening', '10:10', at('12:00'));
    await world.tell({ to: ['gm'] });
    expect((await world.deliveries())[0]?.not_before).toBe(at('11:30').toISOString());
    await world.server.services.database.change('DELETE FROM complaint_setting');
  });

  it('leaves out what was read or settled meanwhile, and sends no empty digest', async () => {
    await world.tell({ to: ['gm', 'handler'] });
    await world.tell({
      to: ['gm'],
      kind: 'Complaint',
      recordId: '78',
      recordNo: 'TS-2',
      content: { no: 'TS-2' },
    });
    await world.act((work) => finishToDos(work, 'Complaint', '77'));
    world.now = at('13:50');
    expect([...(await world.send())].sort()).toEqual(['NOT_NEEDED', 'SENT']);
    expect(world.textsTo('handler')).toEqual([]);
    expect(world.textsTo('gm')[0]).not.toContain('TS-2026-0001');
    expect((await world.deliveries()).map(({ state }) => state).sort()).toEqual(['NOT_NEEDED', 'SENT']);
  });

  it('takes nothing more into a digest that is being sent: it goes with the next', async () => {
    await world.tell({ to: ['gm'] });
    world.now = at('13:50');
    world.platform.answer = () => ({ body: { code: 5, msg: 'busy' } });
    await world.send();
    world.now = at('13:49');
    await world.tell({ to: ['gm'], recordNo: 'TS-2', content: { no: 'TS-2' } });
    expect((await world.deliveries()).map(({ not_before }) => not_before)).toContain(
      at('17:20').toISOString(),
    );
    world.platform.answer = accepting;
    world.now = at('17:20');
    await world.send();
    // Both go now, the one that was tried before and its follower, in either order.
    expect(world.textsTo('gm').join('\n')).toContain('TS-2 ');
  });

  it('goes by no way that a person does not want, or where nobody knows the address', async () => {
    const set = (changes: string) =>
      world.server.services.database.change(`UPDATE personal_channel SET ${changes} WHERE staff_id = ?`, [
        staff('gm'),
      ]);
    await set("level = 'URGENT'");
    await world.tell({ to: ['gm'] });
    expect(await world.deliveries()).toEqual([]);
    await world.tell({ to: ['gm'], weight: 'URGENT' });
    expect(await world.deliveries()).toHaveLength(1);
    await set("level = 'NONE'");
    await world.tell({ to: ['gm', 'kam'], weight: 'URGENT' });
    expect(await world.deliveries()).toHaveLength(1);
    expect(await world.send()).toEqual(['NOT_NEEDED']);
  });

  it('sends an SMS only for what is urgent unless a person wants more', async () => {
    const { database, codec } = world.server.services;
    const phone = codec.encrypt('13900001111');
    await database.change('UPDATE staff SET phone_cipher = ? WHERE id = ?', [phone, staff('gm')]);
    await world.tell({ to: ['gm'] });
    expect(await world.deliveries('SMS')).toEqual([]);
    await world.tell({ to: ['gm'], weight: 'URGENT', message: 'case.severe' });
    expect(await world.send(world.server.services, 'SMS')).toEqual(['SENT']);
    expect(world.platform.received.at(-1)?.body.to).toBe('13900001111');
    await database.change('UPDATE staff SET phone_cipher = NULL WHERE id = ?', [staff('gm')]);
  });

  it('tells a group once what several people are told, and nothing that only informs', async () => {
    await world.tell({ to: ['gm', 'handler', 'kam'] });
    await world.tell({ to: ['gm'], weight: 'INFO', recordNo: 'TS-9', content: { no: 'TS-9' } });
    world.now = at('13:50');
    expect(await world.send(world.server.services, 'WECOM_ROBOT')).toEqual(['SENT']);
    const text = String(world.platform.received.at(-1)?.body.text.content);
    expect(text.match(/TS-2026-0001/g)).toHaveLength(1);
    expect(text).not.toContain('TS-9');
    expect(world.platform.received.at(-1)?.headers['x-kehu-message-id']).toBe(
      'digest-group-WECOM_ROBOT-20260309T0550',
    );
  });
});
