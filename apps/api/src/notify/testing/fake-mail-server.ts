import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Mail {
  readonly from: string;
  readonly to: string;
  /** Headers and text as they came over the line. */
  readonly source: string;
}

/** A mail server on loopback that keeps what it is given; `refuse` makes it turn receivers away. */
export interface FakeMailServer {
  readonly url: string;
  readonly mails: Mail[];
  refuse: boolean;
  stop(): Promise<void>;
}

export async function fakeMailServer(): Promise<FakeMailServer> {
  const mails: Mail[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    converse(socket, mails, () => fake.refuse);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const fake: FakeMailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuse: false,
    stop: () =>
      new Promise((gone) => {
        server.close(() => gone());
        for (const socket of open) socket.destroy();
      }),
  };
  return fake;
}

/** The few commands of RFC 5321 that a client without extensions needs. */
function converse(socket: Socket, mails: Mail[], refuse: () => boolean): void {
  let from = '';
  let to = '';
  let source: string[] | null = null;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') return say('250 fake');
    if (verb === 'MAIL') {
      from = address(line);
      return say('250 OK');
    }
    if (verb === 'RCPT') {
      to = address(line);
      return say(refuse() ? `550 ${to} is unknown here` : '250 OK');
    }
    if (verb === 'DATA') {
      source = [];
      return say('354 Go on');
    }
    if (verb === 'QUIT') {
      say('221 Bye');
      return socket.end();
    }
    return say('250 OK');
  };
  say('220 fake');
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('utf8');
    const lines = rest.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!source) command(line);
      else if (line === '.') {
        mails.push({ from, to, source: source.join('\n') });
        source = null;
        say('250 Taken');
      } else source.push(line.startsWith('..') ? line.slice(1) : line);
    }
  });
}
