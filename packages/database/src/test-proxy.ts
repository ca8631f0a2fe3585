import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * Stands between client and server in tests and cuts the line at a chosen moment: after the server
 * has received a statement and before its answer reaches the client.
 */
export interface CuttingProxy {
  readonly port: number;
  /** Cuts once, when a client's packet holds this text: before or after the server has got it. */
  cutAt(text: string, moment: 'before' | 'after'): void;
  /** New connections are refused (closed at once) while this is on. */
  refuse(on: boolean): void;
  close(): Promise<void>;
}

export async function cuttingProxy(
  target: { socketPath: string } | { host: string; port: number },
): Promise<CuttingProxy> {
  let cut: { text: string; moment: 'before' | 'after' } | undefined;
  let refusing = false;
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    if (refusing) return client.destroy();
    const upstream =
      'socketPath' in target
        ? createConnection(target.socketPath)
        : createConnection(target.port, target.host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => client.destroy());
    }
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    let silent = false;
    client.on('data', (data) => {
      if (cut && data.includes(cut.text)) {
        const { moment } = cut;
        cut = undefined;
        if (moment === 'before') return end();
        // the server carries it out; its answer is swallowed, then the line breaks
        silent = true;
        upstream.write(data);
        upstream.once('data', end);
        return;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!silent) client.write(data);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  return {
    port: address.port,
    cutAt(text, moment) {
      cut = { text, moment };
    },
    refuse(on) {
      refusing = on;
      if (on) for (const socket of open) socket.destroy();
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
