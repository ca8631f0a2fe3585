import { createServer } from 'node:http';
import { parseAddress } from '@kehu/database/address';
import { createPool, type Pool } from 'mysql2';
import { handwrittenCases } from './cases.js';
import { handwritten } from './queries.js';

/** A bare server: `POST /Q1` with the variables as JSON. What everything else is measured against. */
const pool = createPool({
  ...parseAddress(process.env.DATABASE_URL ?? ''),
  connectionLimit: Number(process.env.BENCH_POOL ?? 10),
  dateStrings: true,
  supportBigNumbers: true,
  charset: 'utf8mb4_bin',
});

const answers = { ...handwritten, ...handwrittenCases } as Readonly<
  Record<string, (pool: Pool, variables: Readonly<Record<string, string | number>>) => Promise<unknown>>
>;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const ask = answers[(request.url ?? '').slice(1)];
    let status = 200;
    let body: string;
    try {
      if (!ask) throw new Error('nothing is written for this question');
      const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      body = JSON.stringify({ data: await ask(pool, variables) });
    } catch (error) {
      status = 500;
      body = JSON.stringify({ errors: [{ message: String(error) }] });
    }
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage.rss() });
});
process.on('SIGTERM', () => {
  pool.end(() => process.exit(0));
});
