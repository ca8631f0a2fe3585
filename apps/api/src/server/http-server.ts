import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '../graphql/endpoint.js';
import type { Log } from './log.js';

/** A server that listens. */
export interface HttpServer {
  /** `http://127.0.0.1:4000` */
  readonly address: string;
  readonly port: number;
  /** Takes no new requests, finishes those under way, closes; at most `graceSeconds`. */
  stop(graceSeconds?: number): Promise<void>;
}

export interface HttpServerParts {
  readonly host: string;
  readonly port: number;
  readonly graphql: Endpoint;
  /** Everything beside /graphql. */
  readonly rest: FastifyInstance;
  readonly log: Log;
}

/** Listens; `/graphql` is answered before the framework's routing. */
export async function listen({ host, port, graphql, rest, log }: HttpServerParts): Promise<HttpServer> {
  await rest.ready();
  const state = { stopping: false, running: 0 };
  const server = createServer(
    { maxHeaderSize: 16 * 1024, requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      state.running += 1;
      response.once('close', () => {
        state.running -= 1;
      });
      // A client that keeps its connection is told to come back on a new one.
      if (state.stopping) response.setHeader('connection', 'close');
      if (isGraphql(request.url ?? '')) {
        graphql.handle(request, response).catch((error: unknown) => fail(response, error, log));
      } else {
        rest.routing(request, response);
      }
    },
  );
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shownHost}:${actual}`,
    port: actual,
    stop: (graceSeconds = 10) => stop(server, state, rest, graceSeconds),
  };
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `端口 ${port} 已被占用；请停止另一程序，或设置 PORT。\nPort ${port} is taken: stop the other program, or set PORT to another number.`,
      { cause: error },
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new Error(
      `不能在 ${host}:${port} 上监听；请更改 HOST 或 PORT。\nCannot listen on ${host}:${port}: change HOST or PORT.`,
      { cause: error },
    );
  }
  return error;
}

function isGraphql(url: string): boolean {
  return url === '/graphql' || url.startsWith('/graphql?');
}

function fail(response: ServerResponse<IncomingMessage>, error: unknown, log: Log): void {
  log.error('request.failed', {}, error);
  if (!response.headersSent) response.writeHead(500).end();
  else response.destroy();
}

const drainMilliseconds = 400;

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count));
  });
}

async function stop(
  server: Server,
  state: { stopping: boolean; readonly running: number },
  rest: FastifyInstance,
  graceSeconds: number,
): Promise<void> {
  state.stopping = true;
  // Closing resets connections that look idle although a request is on its way. For a moment what
  // arrives is still answered, and told to come back on another connection.
  if ((await connections(server)) > 0) await sleep(drainMilliseconds);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Tells the departments' paths, so that open event streams end by themselves.
  const restClosed = rest.close();
  const until = performance.now() + graceSeconds * 1000;
  while (state.running > 0 && performance.now() < until) {
    server.closeIdleConnections();
    await sleep(20);
  }
  server.closeIdleConnections();
  // What is still open now is over its time, or has nothing under way: a connection on which nothing was asked
  // counts as busy to Node, and would hold the end up for its whole keep-alive time.
  if (state.running === 0) await Promise.race([closed, sleep(drainMilliseconds)]);
  server.closeAllConnections();
  await Promise.all([closed, restClosed]);
}
