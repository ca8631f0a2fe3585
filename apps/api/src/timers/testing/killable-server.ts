import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../dist/timers/testing/timer-process.js', import.meta.url));

interface Answer {
  readonly key: string;
  readonly answer?: { readonly id: string };
  readonly problem?: string;
}

/** A server process that can be killed at any moment and started again. */
export class KillableServer {
  private child: ChildProcessWithoutNullStreams | null = null;
  private waiting = new Map<string, (answer: Answer | null) => void>();
  /** What it said on its error output. */
  readonly said: string[] = [];

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], { env: { ...process.env, ...this.env } });
    this.child = child;
    child.stderr.on('data', (chunk: Buffer) => this.said.push(chunk.toString()));
    child.stdin.on('error', () => {});
    const ready = new Promise<void>((resolve, reject) => {
      this.waiting.set('ready', (answer) =>
        answer ? resolve() : reject(new Error(`It ended: ${this.said.join('')}`)),
      );
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as Answer;
      this.waiting.get(answer.key)?.(answer);
      this.waiting.delete(answer.key);
    });
    child.once('exit', () => {
      if (this.child !== child) return;
      this.child = null;
      for (const tell of this.waiting.values()) tell(null);
      this.waiting.clear();
    });
    await ready;
  }

  /** Sends an act; null when the server was killed before it answered. */
  send(order: { readonly key: string } & Readonly<Record<string, unknown>>): Promise<Answer | null> {
    const { child } = this;
    if (!child) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.waiting.set(order.key, resolve);
      child.stdin.write(`${JSON.stringify(order)}\n`);
    });
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await gone;
  }
}
