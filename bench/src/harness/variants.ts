import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BenchQuery } from '../queries.js';
import { once, requestBytes } from './client.js';

/** A server under measurement, in a process of its own. */
export interface Variant {
  readonly name: string;
  readonly port: number;
  /** The requests of a question, one for each set of variables. */
  readonly requests: (query: BenchQuery) => Buffer[];
  /** Megabytes that the process occupies; zero where the system does not say (no `/proc`). */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

type Requests = Variant['requests'];

const graphql =
  (headers: Readonly<Record<string, string>>): Requests =>
  (query) =>
    query.variables.map((variables) =>
      requestBytes('/graphql', { query: query.document, operationName: query.name, variables }, headers),
    );

/** The hand-written server. */
export function startHandwritten(databaseUrl: string): Promise<Variant> {
  const file = fileURLToPath(new URL('../handwritten/server.js', import.meta.url));
  return startOwn('hand-written', file, databaseUrl, (query) =>
    query.variables.map((variables) => requestBytes(`/${query.name}`, { variables }, {})),
  );
}

/** Apollo, type-graphql and TypeORM's repositories. */
export function startRepositories(databaseUrl: string): Promise<Variant> {
  const file = fileURLToPath(new URL('../repositories/server.js', import.meta.url));
  return startOwn('repositories', file, databaseUrl, graphql({}));
}

async function startOwn(
  name: string,
  file: string,
  databaseUrl: string,
  requests: Requests,
): Promise<Variant> {
  const child = fork(file, { env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`the ${name} server ended with ${code}`)));
  });
  return variant(name, child, port, requests);
}

/** Node's own flags of `npm start`, so that the product is measured as it is run. */
function startFlags(): string[] {
  const file = new URL('../../../package.json', import.meta.url);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: Record<string, string> };
  return scripts.start?.match(/--[\w-]+=\S+/g) ?? [];
}

export interface ApiStart {
  readonly databaseUrl: string;
  readonly home: string;
  readonly login: string;
  readonly password: string;
}

/** The product's own process, as `npm start` runs it, asked by somebody who is signed in. */
export async function startApi(start: ApiStart): Promise<Variant> {
  const file = fileURLToPath(import.meta.resolve('@kehu/api/main'));
  const port = await freePort();
  const child = fork(file, {
    silent: true,
    execArgv: startFlags(),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: start.databaseUrl,
      KEHU_HOME: start.home,
      KEHU_MIGRATE: 'off',
      KEHU_LOG: 'error',
    },
  });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const token = await signedIn(child, port, start).catch((error) => {
    child.kill('SIGTERM');
    throw new Error(`${error}\n${Buffer.concat(output).toString('utf8').slice(-2000)}`);
  });
  return variant('Kehu', child, port, graphql({ authorization: `Bearer ${token}` }));
}

/** Signs in once the server can answer; the token of the session. */
async function signedIn(child: ChildProcess, port: number, { login, password }: ApiStart): Promise<string> {
  await ready(child, port);
  const query =
    'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { token } }';
  const answer = await once(port, requestBytes('/graphql', { query, variables: { login, password } }, {}));
  const token: unknown = JSON.parse(answer.body).data?.signIn?.token;
  if (typeof token !== 'string') throw new Error(`signing in failed: ${answer.body.slice(0, 500)}`);
  return token;
}

/** Waits until the server can answer. */
async function ready(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error('the API was not ready within 30 seconds');
}

function variant(name: string, child: ChildProcess, port: number, requests: Requests): Variant {
  return {
    name,
    port,
    requests,
    memory: () => {
      const file = `/proc/${child.pid}/status`;
      const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))]);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
