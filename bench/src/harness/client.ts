import { connect, type Socket } from 'node:net';

/** What one connection got back. */
export interface Response {
  readonly status: number;
  readonly body: string;
}

/**
 * A keep-alive connection that does as little as a client can: the measuring process shares the
 * machine with what it measures, so each microsecond here would be taken from there.
 */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer[] = [];
  private size = 0;
  /** Bytes of the whole answer once its head has been read. */
  private expected = -1;
  private settle: { resolve: (whole: Buffer) => void; reject: (error: Error) => void } | null = null;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', (error) => this.settle?.reject(error));
    this.socket.on('close', () => this.settle?.reject(new Error('the server closed the connection')));
  }

  /** Sends a request made by `requestBytes`; the answer as it came, head and body. */
  send(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    if (this.expected < 0) this.expected = wholeLength(Buffer.concat(this.received));
    if (this.expected < 0 || this.size < this.expected) return;
    const whole = this.received.length === 1 ? chunk : Buffer.concat(this.received);
    this.received = [];
    this.size = 0;
    this.expected = -1;
    const { settle } = this;
    this.settle = null;
    settle?.resolve(whole);
  }
}

/** Head and body in bytes, −1 while the head is not complete. Only answers with a length are understood. */
function wholeLength(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return -1;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, end));
  if (!length) throw new Error('an answer without content-length');
  return end + 4 + Number(length[1]);
}

/** A POST with a JSON body, ready to be sent again and again. */
export function requestBytes(path: string, body: unknown, headers: Readonly<Record<string, string>>): Buffer {
  const content = Buffer.from(JSON.stringify(body));
  const lines = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${content.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

/** Status and body of an answer. */
export function parsed(whole: Buffer): Response {
  const end = whole.indexOf('\r\n\r\n');
  return { status: statusOf(whole), body: whole.toString('utf8', end + 4) };
}

/** The status alone, without reading the answer. */
export function statusOf(whole: Buffer): number {
  return Number(whole.toString('latin1', 9, 12));
}

/** One request on a connection of its own. */
export async function once(port: number, request: Buffer): Promise<Response> {
  const connection = new Connection(port);
  try {
    return parsed(await connection.send(request));
  } finally {
    connection.close();
  }
}
