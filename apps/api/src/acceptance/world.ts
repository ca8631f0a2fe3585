import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { readMessageSettings } from '../notify/channels/settings.js';
import { insertRows } from '../records/bulk.js';
import type { RecordRow } from '../records/encode.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

/**
 * Tables that a request may write to without anything having happened: who is signed in, how often
 * somebody tried, which block of ids is next.
 */
const besideTheMatter = new Set(['session', 'sign_in_throttle', 'id_block']);

/** The small house, with what the acceptance tests need to plant records and to see that nothing changed. */
export interface World {
  readonly server: TestServer;
  /** A number that nobody had before, for names and codes. */
  next(): number;
  /** Inserts a record as it stands; returns its id. */
  plant(kind: string, row: RecordRow): Promise<string>;
  /** Check value of every table that matters, by name. */
  tables(): Promise<ReadonlyMap<string, string>>;
  version(kind: string, id: string): Promise<number>;
  count(sql: string, values?: readonly (string | number)[]): Promise<number>;
  stop(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  // Ways out of the house that are set up and lead nowhere: acts fill the outbox, and nothing sends.
  const nowhere = 'http://127.0.0.1:9/?key=none';
  const messages = readMessageSettings({
    KEHU_WECOM_ROBOT_URL: nowhere,
    KEHU_DINGTALK_ROBOT_URL: nowhere,
    KEHU_FEISHU_ROBOT_URL: nowhere,
  });
  const server = await startTestServer({ settings: { messages } });
  const { database, codec, ids } = server.services;
  // The house has ids of its own, which what is planted and made here must not reach.
  await database.change('UPDATE id_block SET next = GREATEST(next, 100000) WHERE id = 1');
  let last = 0;
  const found = await database.query<Record<string, string>>('SHOW TABLES');
  const names = found
    .map((row) => String(Object.values(row)[0]))
    .filter((name) => !besideTheMatter.has(name));
  const count = async (sql: string, values: readonly (string | number)[] = []) =>
    Number((await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${sql}`, [...values]))[0]?.n);
  return {
    server,
    next: () => ++last,
    async plant(kind, row) {
      const id = String(row.id ?? (await ids.next()));
      await insertRows(database, kindNamed(kind), [{ ...row, id }], codec);
      return id;
    },
    async tables() {
      const rows = await database.query<{ Table: string; Checksum: string | null }>(
        `CHECKSUM TABLE ${names.map((name) => `\`${name}\``).join(', ')}`,
      );
      return new Map(rows.map((row) => [row.Table.replace(/^.*\./, ''), String(row.Checksum)]));
    },
    async version(kind, id) {
      const [row] = await database.query<{ version: number }>(
        `SELECT version FROM ${kindNamed(kind).table} WHERE id = ?`,
        [id],
      );
      return Number(row?.version);
    },
    count,
    stop: () => server.stop(),
  };
}

/** Names of tables that differ. */
export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name);
}
