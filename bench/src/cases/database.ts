import { createHash } from 'node:crypto';
import { loadDemo } from '@kehu/api/demo/load';
import { migrations } from '@kehu/api/migrations/register';
import { openServices } from '@kehu/api/open-services';
import { readSettings } from '@kehu/api/settings';
import { parseAddress, withDatabase } from '@kehu/database/address';
import { openDatabase } from '@kehu/database/connection';
import { migrate } from '@kehu/database/migrations';
import { createConnection } from 'mysql2/promise';
import type { Asker } from '../actor.js';

const database = 'kehu_bench_cases';
/** Open and closed cases that the board has to bear (issue: 20,000). */
export const caseCount = 20_000;
/** Grows when the demo's rows change, so that older data is not taken for today's. */
const dataVersion = 1;

/** Who asks: the general manager of the demo, who sees every case but those about himself. */
export const caseAsker: Asker = { login: 'gm', password: 'kehu-demo' };

function mark(): string {
  const steps = migrations.flatMap(({ steps: each }) =>
    each.map((step) => ('sql' in step ? step.sql : step.name)),
  );
  const hash = createHash('sha256').update(steps.join('\n')).digest('hex');
  return `data ${dataVersion} of ${caseCount} cases, tables ${hash.slice(0, 16)}`;
}

/**
 * The demo organisation with twenty thousand complaints in a database beside the bench's own, made once
 * and kept. Answers its URL.
 */
export async function ensureCases(url: string, home: string, log: (line: string) => void): Promise<string> {
  const own = withDatabase(url, database);
  if ((await loadedMark(own)) === mark()) return own;
  const admin = await createConnection({ ...parseAddress(own), database: 'mysql' });
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${database}`);
    await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  } finally {
    await admin.end();
  }
  log(`Making ${caseCount.toLocaleString('en')} complaints; this is done once …`);
  const started = Date.now();
  const opened = await openDatabase({ url: own, connections: 4 });
  try {
    await migrate(opened, migrations);
    const services = await openServices(readSettings({ KEHU_HOME: home }), opened);
    try {
      const { password } = caseAsker;
      await loadDemo(services, { today: new Date(), password, cases: caseCount });
    } finally {
      await services.dataSource.destroy();
    }
    // Nothing is to happen while it is measured.
    await opened.change('UPDATE timer SET running = 0', []);
    for (const table of ['complaint', 'case_step', 'tracking_entry', 'compensation_request'])
      await opened.query(`ANALYZE TABLE ${table}`);
    await opened.change(
      'CREATE TABLE bench_mark (id TINYINT NOT NULL PRIMARY KEY, mark VARCHAR(200) NOT NULL)',
      [],
    );
    await opened.change('INSERT INTO bench_mark VALUES (1, ?)', [mark()]);
  } finally {
    await opened.close();
  }
  log(`Loaded in ${Math.round((Date.now() - started) / 1000)} s.`);
  return own;
}

/** The mark of the data that is there; null when there is none, or not whole. */
async function loadedMark(url: string): Promise<string | null> {
  const connection = await createConnection({ ...parseAddress(url), database: 'mysql' });
  try {
    const [tables] = await connection.query(
      'SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [database, 'bench_mark'],
    );
    if ((tables as unknown[]).length === 0) return null;
    const [marks] = await connection.query(`SELECT mark FROM ${database}.bench_mark`);
    return (marks as { mark: string }[])[0]?.mark ?? null;
  } finally {
    await connection.end();
  }
}
