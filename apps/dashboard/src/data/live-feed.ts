/** A hint of the server that a record was changed (`GET /events`); it says which, not what. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

/** What the feed uses of an `EventSource`. */
export interface EventStream {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  /** 2: given up by the browser; else it tries again by itself. */
  readonly readyState: number;
  addEventListener(type: 'change', listener: (event: { readonly data: string }) => void): void;
  close(): void;
}

/** The browser as the feed needs it; tests bring their own. */
export interface LiveWorld {
  /** Opens the stream; null where the browser has none. */
  open(): EventStream | null;
  /** Calls later; the answer takes it back. */
  later(milliseconds: number, then: () => void): () => void;
  /** From 0 to 1: clients of a server that was away do not come back in one moment. */
  random(): number;
}

export interface LiveListener {
  /** Records were changed; several hints come together. */
  changed(changes: readonly Change[]): void;
  /** Nobody knows what was changed meanwhile: what is shown should be read again. */
  missed(): void;
}

const gather = 500;
const between = 2000;
const firstWait = 1000;
const longestWait = 60_000;
const pollEvery = 30_000;
const givenUp = 2;

/**
 * Hints of changes without a reload. Reconnects with growing waits, and while there is no stream says every
 * 30 seconds that something may have been missed, so that pages stay current behind proxies that
 * cut streams. Hints are gathered: at most one call in two seconds.
 */
export class LiveFeed {
  private stream: EventStream | null = null;
  private running = false;
  private isOpen = false;
  private wasOpen = false;
  private attempts = 0;
  private held: Change[] = [];
  private cancelRetry: (() => void) | null = null;
  private cancelPoll: (() => void) | null = null;
  private cancelFlush: (() => void) | null = null;
  private resting = false;

  constructor(
    private readonly world: LiveWorld,
    private readonly listener: LiveListener,
  ) {}

  /** Opens the stream; after a pause whatever is shown is read again. */
  start(): void {
    if (this.running) return;
    this.running = true;
    if (this.wasOpen) this.listener.missed();
    this.wasOpen = false;
    this.connect();
  }

  /** Closes the stream and forgets every wait; `start` opens it again. */
  stop(): void {
    if (this.running) this.wasOpen = true;
    this.running = false;
    this.drop();
    for (const cancel of [this.cancelRetry, this.cancelPoll, this.cancelFlush]) cancel?.();
    this.cancelRetry = null;
    this.cancelPoll = null;
    this.cancelFlush = null;
    this.held = [];
    this.resting = false;
    this.attempts = 0;
  }

  private drop(): void {
    this.stream?.close();
    this.stream = null;
    this.isOpen = false;
  }

  private connect(): void {
    this.cancelRetry = null;
    const stream = this.world.open();
    if (!stream) {
      this.poll();
      return;
    }
    this.stream = stream;
    stream.onopen = () => {
      this.isOpen = true;
      this.attempts = 0;
      this.cancelPoll?.();
      this.cancelPoll = null;
      if (this.wasOpen) this.listener.missed();
      this.wasOpen = true;
    };
    stream.onerror = () => this.broken(stream);
    stream.addEventListener('change', ({ data }) => this.hinted(data));
  }

  private broken(stream: EventStream): void {
    if (!this.running || stream !== this.stream) return;
    this.isOpen = false;
    this.poll();
    if (stream.readyState !== givenUp || this.cancelRetry) return;
    this.drop();
    const wait = Math.min(longestWait, firstWait * 2 ** this.attempts);
    this.attempts += 1;
    this.cancelRetry = this.world.later(wait * (0.5 + this.world.random() / 2), () => this.connect());
  }

  private poll(): void {
    if (this.cancelPoll) return;
    this.cancelPoll = this.world.later(pollEvery, () => {
      this.cancelPoll = null;
      if (!this.running || this.isOpen) return;
      this.wasOpen = false;
      this.listener.missed();
      this.poll();
    });
  }

  private hinted(data: string): void {
    const change = changeOf(data);
    if (!change) return;
    this.held.push(change);
    if (!this.cancelFlush && !this.resting) this.cancelFlush = this.world.later(gather, () => this.flush());
  }

  private flush(): void {
    const changes = this.held;
    this.held = [];
    this.listener.changed(changes);
    this.resting = true;
    this.cancelFlush = this.world.later(between - gather, () => {
      this.resting = false;
      this.cancelFlush = this.held.length > 0 ? this.world.later(gather, () => this.flush()) : null;
    });
  }
}

function changeOf(data: string): Change | null {
  try {
    const { kind, id } = JSON.parse(data) as Partial<Change>;
    return kind !== undefined && id !== undefined ? { kind: String(kind), id: String(id) } : null;
  } catch {
    // A line that a proxy mangled.
    return null;
  }
}

/**
 * What a question on a page depends on: a kind (`Notification`), or one record of it (`Complaint/4711`).
 * Stands in the question's `meta.live`.
 */
export function isTouched(live: unknown, changes: readonly Change[]): boolean {
  if (!Array.isArray(live)) return false;
  return changes.some(({ kind, id }) => live.includes(kind) || live.includes(`${kind}/${id}`));
}
