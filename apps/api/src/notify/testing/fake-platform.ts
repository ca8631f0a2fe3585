import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the body of whatever platform is played
  readonly body: any;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A platform on loopback that keeps what it is sent and answers as it is told. */
export interface FakePlatform {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: (request: Received) => Reply | Promise<Reply>;
  stop(): Promise<void>;
}

export async function fakePlatform(answer: FakePlatform['answer']): Promise<FakePlatform> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const seen: Received = {
      method: request.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      text,
      body: text.startsWith('{') ? JSON.parse(text) : null,
    };
    received.push(seen);
    const { status = 200, headers = {}, body } = await platform.answer(seen);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const platform: FakePlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer,
    stop: () =>
      new Promise((gone) => {
        server.close(() => gone());
        server.closeAllConnections();
      }),
  };
  return platform;
}
