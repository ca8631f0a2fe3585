import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { type MessageSettings, readMessageSettings } from './notify/channels/settings.js';

/** Everything that can be set from outside; the only place that reads the environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Folder of all data: private database, secrets, files. */
  readonly home: string;
  /** A server of the user's own; null: the private MariaDB. */
  readonly databaseUrl: string | null;
  readonly databaseReadUrl: string | null;
  readonly databaseMigrateUrl: string | null;
  /** `jit` (graphql-jit, default) or `js` (graphql-js). */
  readonly executor: 'jit' | 'js';
  readonly demoPassword: string;
  /** A session ends when it was not used for so long. */
  readonly sessionIdleMinutes: number;
  /** The same for people of a store, whose counter stands open all day. */
  readonly counterIdleMinutes: number;
  /** Migrate and load the demo on start; off for servers under test. */
  readonly migrateOnStart: boolean;
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
  /** The ways out of the house: messengers, SMS, mail. */
  readonly messages: MessageSettings;
}

/** Reads the settings; throws with a message that names the variable when one makes no sense. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    host: env.HOST || '127.0.0.1',
    port: portOf(env.PORT),
    home: resolve((env.KEHU_HOME || '.kehu').replace(/^~(?=\/|$)/, homedir())),
    databaseUrl: env.DATABASE_URL || null,
    databaseReadUrl: env.DATABASE_READ_URL || null,
    databaseMigrateUrl: env.DATABASE_MIGRATE_URL || null,
    executor: choice('KEHU_EXECUTOR', env.KEHU_EXECUTOR, ['jit', 'js']),
    demoPassword: env.KEHU_DEMO_PASSWORD || 'kehu-demo',
    sessionIdleMinutes: minutes('KEHU_IDLE_MINUTES', env.KEHU_IDLE_MINUTES, 30),
    counterIdleMinutes: minutes('KEHU_COUNTER_IDLE_MINUTES', env.KEHU_COUNTER_IDLE_MINUTES, 8 * 60),
    migrateOnStart: env.KEHU_MIGRATE !== 'off',
    logLevel: choice('KEHU_LOG', env.KEHU_LOG, ['info', 'silent', 'error', 'debug']),
    messages: readMessageSettings(env),
  };
}

function portOf(text: string | undefined): number {
  if (!text) return 4000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a number from 0 to 65535, but is "${text}".`);
  }
  return port;
}

function minutes(name: string, text: string | undefined, standard: number): number {
  if (!text) return standard;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 12 * 60) {
    throw new Error(`${name} must be minutes from 1 to 720, but is "${text}".`);
  }
  return number;
}

function choice<const T extends string>(
  name: string,
  text: string | undefined,
  options: readonly [T, ...T[]],
): T {
  if (!text) return options[0];
  const found = options.find((option) => option === text);
  if (!found) throw new Error(`${name} must be one of ${options.join(', ')}, but is "${text}".`);
  return found;
}
