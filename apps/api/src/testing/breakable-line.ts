import { createConnection, createServer, type Socket } from 'node:net';

/** How the line between us and the database is: whole, cut, silent (nothing passes), or slow. */
export type LineState = 'whole' | 'cut' | 'silent' | { readonly delay: number };

export interface BreakableLine {
  /** The database's address by way of this line. */
  readonly url: string;
  set(state: LineState): void;
  close(): Promise<void>;
}

/** A line to the database of `url` that can be broken and mended. */
export async function breakableLine(url: string): Promise<BreakableLine> {
  const target = new URL(url);
  const socketPath = target.searchParams.get('socketPath');
  const upstream = () =>
    socketPath
      ? createConnection(socketPath)
      : createConnection(Number(target.port || 3306), target.hostname);
  let state: LineState = 'whole';
  const open = new Set<Socket>();
  const server = createServer((client) => {
    if (state === 'cut') {
      client.destroy();
      return;
    }
    const far = upstream();
    for (const [from, to] of [
      [client, far],
      [far, client],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.on('data', (data) => {
        if (state === 'silent') return;
        if (typeof state === 'object' && from === client) setTimeout(() => to.write(data), state.delay);
        else to.write(data);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The line has no port.');
  const through = new URL(url);
  through.searchParams.delete('socketPath');
  through.hostname = '127.0.0.1';
  through.port = String(address.port);
  return {
    url: through.toString(),
    set(next) {
      state = next;
      if (next === 'cut') for (const socket of open) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
