import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Work } from '../../commands/command.js';
import { perform } from '../../commands/run.js';
import { insertRows } from '../../records/bulk.js';
import { instantOf } from '../../records/decode.js';
import type { Services } from '../../services.js';
import { houseStaff } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { systemContext } from '../../timers/system-context.js';
import { openChannels } from '../channels/register.js';
import { type MessageSettings, readMessageSettings } from '../channels/settings.js';
import { type NotifyRequest, notify } from '../notify.js';
import { type Sent, sendDue } from '../send.js';
import { type FakePlatform, fakePlatform } from './fake-platform.js';

/** A time of a day of March 2026 (the 9th is a Monday) in the organisation's zone. */
export const at = (time: string, day = 9): Date =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`);

/** What a platform that takes everything answers. */
export const accepting: FakePlatform['answer'] = ({ path }) => ({
  body: path.includes('token')
    ? { code: 0, tenant_access_token: 't', expire: 7200 }
    : { code: 0, errcode: 0 },
});

export interface DeliveryRow {
  readonly id: string;
  readonly message_id: string;
  readonly to_id: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly not_before: string;
  readonly problem: string | null;
}

export const staff = (login: string): string => houseStaff[login] ?? '';

/** The small house with three ways out, all leading to one platform on loopback, and a clock that is set by hand. */
export class OutboxWorld {
  private constructor(
    readonly platform: FakePlatform,
    readonly messages: MessageSettings,
    readonly server: TestServer,
    private readonly clock: { now: Date },
  ) {}

  get now(): Date {
    return this.clock.now;
  }

  set now(at: Date) {
    this.clock.now = at;
  }

  static async open(): Promise<OutboxWorld> {
    const platform = await fakePlatform(accepting);
    const messages = readMessageSettings({
      KEHU_PUBLIC_URL: 'https://kehu.example.com',
      KEHU_FEISHU_APP_ID: 'cli_1',
      KEHU_FEISHU_APP_SECRET: 'app-secret',
      KEHU_FEISHU_API: platform.url,
      KEHU_WECOM_ROBOT_URL: `${platform.url}/robot?key=group-key`,
      KEHU_SMS_URL: `${platform.url}/sms`,
    });
    const clock = { now: at('10:00') };
    const server = await startTestServer({ settings: { messages }, clock: { now: () => clock.now } });
    return new OutboxWorld(platform, messages, server, clock);
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.platform.stop();
  }

  /** Accounts of three people for Feishu; one of them reads English. */
  async begin(): Promise<void> {
    this.now = at('10:00');
    const { database, codec, ids } = this.server.services;
    for (const login of ['gm', 'handler', 'ops-cs']) {
      const own = {
        id: await ids.next(),
        staffId: staff(login),
        channel: 'FEISHU_APP',
        level: 'ALL',
        address: `ou_${login}`,
        language: login === 'ops-cs' ? 'en' : null,
      };
      await insertRows(database, kindNamed('PersonalChannel'), [own], codec, this.now);
    }
  }

  async clear(): Promise<void> {
    this.platform.received.length = 0;
    this.platform.answer = accepting;
    for (const table of ['message_part', 'message_delivery', 'notification', 'personal_channel'])
      await this.server.services.database.change(`DELETE FROM ${table}`);
  }

  act(run: (work: Work) => Promise<void>): Promise<unknown> {
    const command = {
      name: 'tell',
      permission: null,
      run: async (work: Work) => {
        await run(work);
        return null;
      },
    };
    return perform(command, {}, systemContext(this.server.services));
  }

  /** Tells people, by login, of a case. */
  tell(more: Partial<NotifyRequest> & { readonly to: readonly string[] }): Promise<unknown> {
    return this.act(async (work) => {
      await notify(work, {
        message: 'clock.atRisk',
        content: { no: 'TS-2026-0001' },
        weight: 'WARNING',
        kind: 'Complaint',
        recordId: '77',
        recordNo: 'TS-2026-0001',
        dueAt: at('16:00', 11),
        ...more,
        to: more.to.map(staff),
      });
    });
  }

  async deliveries(channel = 'FEISHU_APP'): Promise<DeliveryRow[]> {
    const rows = await this.server.services.database.query<DeliveryRow>(
      'SELECT * FROM message_delivery WHERE channel = ? ORDER BY message_id',
      [channel],
    );
    return rows.map((row) => ({
      ...row,
      attempts: Number(row.attempts),
      not_before: instantOf(row.not_before),
    }));
  }

  async send(services: Services = this.server.services, channel = 'FEISHU_APP'): Promise<readonly Sent[]> {
    const found = openChannels(this.messages, () => this.now).find(({ name }) => name === channel);
    if (!found) throw new Error(`${channel} is not set up.`);
    return sendDue(services, found);
  }

  /** What a person was sent by the application, as text. */
  textsTo(login: string): string[] {
    return this.platform.received
      .filter(({ body }) => body?.receive_id === `ou_${login}`)
      .map(({ body }) => String(JSON.parse(body.content).text));
  }
}
