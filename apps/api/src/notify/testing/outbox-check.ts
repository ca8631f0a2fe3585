import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { insertRows } from '../../records/bulk.js';
import type { Services } from '../../services.js';
import { type FakePlatform, fakePlatform } from './fake-platform.js';

/** Ways out for servers that a test kills: an application and a robot, played by a platform that outlives them. */
export interface OutboxCheck {
  readonly platform: FakePlatform;
  /** Environment of the servers. */
  readonly env: Readonly<Record<string, string>>;
}

export async function openOutboxCheck(
  { database, codec, ids }: Services,
  people: readonly string[],
): Promise<OutboxCheck> {
  const platform = await fakePlatform(({ path }) => ({
    body: path.includes('token')
      ? { code: 0, tenant_access_token: 't', expire: 7200 }
      : { code: 0, errcode: 0 },
  }));
  const rows = [];
  for (const staffId of people)
    rows.push({
      id: await ids.next(),
      staffId,
      channel: 'FEISHU_APP',
      level: 'ALL',
      address: `ou_${staffId}`,
    });
  await insertRows(database, kindNamed('PersonalChannel'), rows, codec);
  return {
    platform,
    env: {
      KEHU_FEISHU_APP_ID: 'cli_1',
      KEHU_FEISHU_APP_SECRET: 'app-secret',
      KEHU_FEISHU_API: platform.url,
      KEHU_WECOM_ROBOT_URL: `${platform.url}/robot?key=group-key`,
    },
  };
}

/** How many messages wait whose time has come. */
export async function waiting({ database }: Services): Promise<number> {
  const [row] = await database.query<{ n: string }>(
    "SELECT COUNT(*) AS n FROM message_delivery WHERE state = 'WAITING'",
  );
  return Number(row?.n ?? 0);
}

export interface OutboxResult {
  /** Messages that say they were sent and that nobody got. */
  readonly lost: readonly string[];
  /** Messages that somebody got and that are not marked as sent. */
  readonly unmarked: readonly string[];
  /** Notifications to people with an account that are in no delivery, or in several. */
  readonly misplaced: readonly string[];
  readonly failed: number;
  readonly sent: number;
  /** Tries beyond the first: what a killed server had sent and could not mark. */
  readonly repeated: number;
}

/** Compares what the platform got with what the database says. */
export async function checkOutbox({ database }: Services, { platform }: OutboxCheck): Promise<OutboxResult> {
  const got = platform.received.flatMap(({ headers }) => headers['x-kehu-message-id'] ?? []).map(String);
  const rows = await database.query<{ message_id: string; state: string }>(
    'SELECT message_id, state FROM message_delivery',
  );
  const sent = rows.filter(({ state }) => state === 'SENT').map(({ message_id }) => message_id);
  const misplaced = await database.query<{ id: string }>(
    `SELECT n.id FROM notification n JOIN personal_channel c ON c.staff_id = n.to_id
       LEFT JOIN message_part p ON p.notification_id = n.id
       LEFT JOIN message_delivery d ON d.id = p.delivery_id AND d.channel = 'FEISHU_APP'
     GROUP BY n.id HAVING COUNT(d.id) <> 1`,
  );
  const known = new Set(got);
  const marked = new Set(sent);
  return {
    lost: sent.filter((id) => !known.has(id)),
    unmarked: [...known].filter((id) => !marked.has(id)),
    misplaced: misplaced.map(({ id }) => String(id)),
    failed: rows.filter(({ state }) => state === 'FAILED').length,
    sent: sent.length,
    repeated: got.length - known.size,
  };
}
