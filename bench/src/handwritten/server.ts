import { createServer } from 'node:http';
import { parseAddress } from '@kehu/database/address';
import { createPool } from 'mysql2';
import { handwritten } from './queries.js';

/** A bare server: `POST /Q1` with the variables as JSON. What everything else is measured against. */
const pool = createPool({
  ...parseAddress(process.env.DATABASE_URL ?? ''),
  connectionLimit: Number(process.env.BENCH_POOL ?? 10),
  dateStrings: true,
  supportBigNumbers: true,
  charset: 'utf8mb4_bin',
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const ask = handwritten[(request.url ?? '').slice(1) as keyof typeof handwritten];
    let status = 200;
    let body: string;
    try {
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
