import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { describeAddress } from '@kehu/database/address';
import { type Database, openDatabase } from '@kehu/database/connection';
import { pendingSteps, SchemaTooNewError } from '@kehu/database/migrations';
import { type Label, label } from '@kehu/domain/catalogue/labels';
import { migrations } from '../migrations/register.js';
import { channelsOf } from '../notify/channels/settings.js';
import { openProduct } from '../open-product.js';
import { instantOf, storedInstant } from '../records/decode.js';
import type { Settings } from '../settings.js';

/** One point of the doctor: what it is, how it stands, and what to do when it is not well. */
export interface Finding {
  readonly name: Label;
  readonly state: 'good' | 'note' | 'bad';
  readonly detail: string;
  readonly advice?: Label;
}

/** What the machine has, found by whoever knows where to look. */
export interface Machine {
  readonly nodeVersion: string;
  /** A MariaDB program, with its version; null when there is none. */
  readonly databaseProgram: string | null;
  readonly browser: string | null;
}

const gigabyte = 1024 ** 3;
const leastFreeBytes = gigabyte;
/** Clocks of server and database may differ by so much. */
const clockToleranceMs = 2000;
const unsealedMs = 60_000;

/** Everything that does not need the database. */
export async function machineChecks(settings: Settings, machine: Machine): Promise<Finding[]> {
  const findings: Finding[] = [nodeCheck(machine.nodeVersion), homeCheck(settings.home)];
  if (existsSync(settings.home)) findings.push(await diskCheck(settings.home), secretsCheck(settings.home));
  if (settings.databaseUrl === null) findings.push(programCheck(machine.databaseProgram));
  findings.push(channelsCheck(settings));
  findings.push({
    name: label('浏览器（仅测试用）', '瀏覽器（僅測試用）', 'Browser, for tests only'),
    state: machine.browser ? 'good' : 'note',
    detail: machine.browser ?? '–',
    ...(machine.browser
      ? {}
      : {
          advice: label(
            '运行 npm test 前请安装 Chromium 或 Chrome。',
            '執行 npm test 前請安裝 Chromium 或 Chrome。',
            'Install Chromium or Chrome before npm test.',
          ),
        }),
  });
  return findings;
}

/** The ways out of the house; links in messages need an address that people reach from where they are. */
function channelsCheck({ messages }: Settings): Finding {
  const channels = channelsOf(messages);
  const name = label('外发消息', '外發訊息', 'Messages sent out');
  if (channels.length === 0 || messages.publicUrl !== null)
    return { name, state: 'good', detail: channels.join(', ') || '–' };
  return {
    name,
    state: 'note',
    detail: channels.join(', '),
    advice: label(
      '请设置 KEHU_PUBLIC_URL，否则消息中的链接只在本机可用。',
      '請設定 KEHU_PUBLIC_URL，否則訊息中的連結只在本機可用。',
      'Set KEHU_PUBLIC_URL; links in messages work on this machine alone otherwise.',
    ),
  };
}

function nodeCheck(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits =
    (major === 20 && minor >= 19) ||
    (major === 22 && minor >= 13) ||
    major > 24 ||
    (major === 24 && minor >= 11);
  return {
    name: label('Node', 'Node', 'Node'),
    state: fits ? 'good' : 'bad',
    detail: version,
    ...(fits
      ? {}
      : {
          advice: label(
            '请安装 Node 20.19 或更新版本。',
            '請安裝 Node 20.19 或更新版本。',
            'Install Node 20.19 or newer.',
          ),
        }),
  };
}

function homeCheck(home: string): Finding {
  const name = label('数据文件夹 KEHU_HOME', '資料資料夾 KEHU_HOME', 'Data folder KEHU_HOME');
  if (!existsSync(home)) {
    const advice = label(
      '首次 npm start 时会建立。',
      '首次 npm start 時會建立。',
      'The first npm start makes it.',
    );
    return { name, state: 'note', detail: home, advice };
  }
  try {
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return { name, state: 'good', detail: home };
  } catch {
    const advice = label(
      '请让当前用户可以读写它。',
      '請讓目前使用者可以讀寫它。',
      'Let the current user read and write it.',
    );
    return { name, state: 'bad', detail: home, advice };
  }
}

async function diskCheck(home: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(home);
  const free = bavail * bsize;
  const good = free >= leastFreeBytes;
  return {
    name: label('可用磁盘空间', '可用磁碟空間', 'Free disk space'),
    state: good ? 'good' : 'bad',
    detail: `${(free / gigabyte).toFixed(1)} GB`,
    ...(good
      ? {}
      : {
          advice: label(
            '请腾出空间，或把 KEHU_HOME 移到更大的磁盘。',
            '請騰出空間，或把 KEHU_HOME 移到更大的磁碟。',
            'Make room, or move KEHU_HOME to a larger disk.',
          ),
        }),
  };
}

function secretsCheck(home: string): Finding {
  const folder = join(home, 'secrets');
  const name = label('密钥', '密鑰', 'Secrets');
  if (!existsSync(folder)) {
    const advice = label(
      '首次 npm start 时会生成。',
      '首次 npm start 時會產生。',
      'The first npm start makes them.',
    );
    return { name, state: 'note', detail: folder, advice };
  }
  const open = [folder, ...readdirSync(folder).map((file) => join(folder, file))].filter(
    (path) => (statSync(path).mode & 0o077) !== 0,
  );
  if (open.length === 0) return { name, state: 'good', detail: folder };
  const advice = label(
    `其他用户可读。请运行 chmod -R go= ${folder}`,
    `其他使用者可讀。請執行 chmod -R go= ${folder}`,
    `Other users can read them. Run chmod -R go= ${folder}`,
  );
  return { name, state: 'bad', detail: folder, advice };
}

function programCheck(program: string | null): Finding {
  const name = label('数据库程序', '資料庫程式', 'Database program');
  if (program) return { name, state: 'good', detail: program };
  const advice = label(
    'npm start 会自动获取；不能联网时请安装 mariadb-server-core，或以 DATABASE_URL 指定服务器。',
    'npm start 會自動取得；不能連網時請安裝 mariadb-server-core，或以 DATABASE_URL 指定伺服器。',
    'npm start fetches one; without a network install mariadb-server-core, or name a server by DATABASE_URL.',
  );
  return { name, state: 'bad', detail: '–', advice };
}

/** Everything that the database is asked. A private database is started for it, when there is one already. */
export async function databaseChecks(settings: Settings): Promise<Finding[]> {
  const name = label('数据库连接', '資料庫連線', 'Database connection');
  const where = settings.databaseUrl
    ? describeAddress(settings.databaseUrl)
    : join(settings.home, 'database');
  if (settings.databaseUrl === null && !existsSync(join(settings.home, 'database'))) {
    const advice = label(
      '尚未建立：请运行 npm start。',
      '尚未建立：請執行 npm start。',
      'Not made yet: run npm start.',
    );
    return [{ name, state: 'note', detail: where, advice }];
  }
  const began = performance.now();
  let opened: { database: Database; close(): Promise<void> };
  try {
    opened = await open(settings);
  } catch (error) {
    const advice = label(
      '请检查地址、账号、防火墙，以及数据库是否在运行。',
      '請檢查位址、帳號、防火牆，以及資料庫是否在執行。',
      'Check the address, the account, firewalls, and whether the server runs.',
    );
    return [{ name, state: 'bad', detail: `${where}: ${(error as Error).message}`, advice }];
  }
  try {
    const { database } = opened;
    const milliseconds = Math.round(performance.now() - began);
    return [
      { name, state: 'good', detail: `${where} (${milliseconds} ms)` },
      {
        name: label('数据库版本', '資料庫版本', 'Database version'),
        state: 'good',
        detail: `${database.dialect.name} ${database.dialect.version}`,
      },
      await migrationCheck(database),
      await clockCheck(database),
      await sealCheck(database),
    ];
  } finally {
    await opened.close();
  }
}

async function open(settings: Settings): Promise<{ database: Database; close(): Promise<void> }> {
  if (settings.databaseUrl) {
    const database = await openDatabase({ url: settings.databaseUrl, connections: 1 });
    return { database, close: () => database.close() };
  }
  const product = await openProduct(settings, { migrate: false });
  return { database: product.services.database, close: () => product.close() };
}

async function migrationCheck(database: Database): Promise<Finding> {
  const name = label('数据库结构', '資料庫結構', 'Migrations');
  try {
    const pending = await pendingSteps(database, migrations);
    if (pending.length === 0) return { name, state: 'good', detail: migrations.at(-1)?.id ?? '–' };
    const advice = label(
      '请运行 npm run kehu -- migrate',
      '請執行 npm run kehu -- migrate',
      'Run npm run kehu -- migrate',
    );
    return { name, state: 'bad', detail: `${pending[0]?.migration} …`, advice };
  } catch (error) {
    if (!(error instanceof SchemaTooNewError)) throw error;
    const advice = label('请使用更新的版本。', '請使用較新的版本。', 'Use the newer release.');
    return { name, state: 'bad', detail: error.unknown.join(', '), advice };
  }
}

/** Tells whether the clocks of server and database agree; the product itself never asks the database for the time. */
async function clockCheck(database: Database): Promise<Finding> {
  const asked = Date.now();
  const [row] = await database.query<{ at: unknown }>('SELECT UTC_TIMESTAMP(3) AS at');
  const difference = Date.parse(instantOf(row?.at)) - (asked + Date.now()) / 2;
  const good = Math.abs(difference) <= clockToleranceMs;
  return {
    name: label('时钟', '時鐘', 'Clocks'),
    state: good ? 'good' : 'bad',
    detail: `${(difference / 1000).toFixed(1)} s`,
    ...(good
      ? {}
      : {
          advice: label(
            '服务器与数据库的时间不一致，请启用网络校时（NTP）。',
            '伺服器與資料庫的時間不一致，請啟用網路校時（NTP）。',
            'Server and database differ; let both keep network time (NTP).',
          ),
        }),
  };
}

async function sealCheck(database: Database): Promise<Finding> {
  const name = label('审计链', '稽核鏈', 'Audit chain');
  try {
    const [row] = await database.query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE s.entry_id IS NULL AND e.at < ?`,
      [storedInstant(new Date(Date.now() - unsealedMs))],
    );
    const waiting = Number(row?.n ?? 0);
    if (waiting === 0) return { name, state: 'good', detail: '0' };
    const advice = label(
      '有记录等待链接：启动服务后会自动完成。',
      '有紀錄等待連結：啟動服務後會自動完成。',
      'Entries wait for their links: a running server makes them.',
    );
    return { name, state: 'note', detail: String(waiting), advice };
  } catch {
    return { name, state: 'note', detail: '–' };
  }
}
