import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, type EventStream, isTouched, LiveFeed } from './live-feed';

/** A browser whose time is moved by hand, and its streams. */
class World {
  now = 0;
  waiting: { at: number; then: () => void }[] = [];
  streams: Stream[] = [];
  withoutStreams = false;
  open = () => {
    if (this.withoutStreams) return null;
    const stream = new Stream();
    this.streams.push(stream);
    return stream;
  };
  later = (milliseconds: number, then: () => void) => {
    const timer = { at: this.now + milliseconds, then };
    this.waiting.push(timer);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== timer);
    };
  };
  random = () => 1;
  get last(): Stream {
    return this.streams[this.streams.length - 1] as Stream;
  }
  pass(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (;;) {
      const next = this.waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((each) => each !== next);
      this.now = next.at;
      next.then();
    }
    this.now = until;
  }
}
class Stream implements EventStream {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 0;
  closed = false;
  private listeners: ((event: { data: string }) => void)[] = [];
  addEventListener(_: 'change', listener: (event: { data: string }) => void): void {
    this.listeners.push(listener);
  }
  close(): void {
    this.closed = true;
  }
  say(kind: string, id: string): void {
    this.raw(JSON.stringify({ kind, id, version: 2 }));
  }
  raw(data: string): void {
    for (const listener of this.listeners) listener({ data });
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.();
  }
}

let world: World;
let told: (readonly Change[] | 'missed')[];
let feed: LiveFeed;
beforeEach(() => {
  world = new World();
  told = [];
  feed = new LiveFeed(world, {
    changed: (changes) => told.push(changes),
    missed: () => told.push('missed'),
  });
  feed.start();
});

describe('the feed of changes', () => {
  it('gathers hints and calls at most once in two seconds', () => {
    world.last.onopen?.();
    world.last.say('Complaint', '1');
    world.last.say('CaseStep', '2');
    world.pass(499);
    expect(told).toEqual([]);
    world.pass(1);
    world.last.say('Complaint', '3');
    world.pass(1999);
    expect(told).toEqual([
      [
        { kind: 'Complaint', id: '1' },
        { kind: 'CaseStep', id: '2' },
      ],
    ]);
    world.pass(1);
    expect(told[1]).toEqual([{ kind: 'Complaint', id: '3' }]);
  });

  it('takes no harm from a line that is none', () => {
    world.last.onopen?.();
    world.last.raw('{"kind":');
    world.last.raw('{}');
    world.pass(5000);
    expect(told).toEqual([]);
  });

  it('opens again with growing waits when the browser has given up, at most a minute', () => {
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const before = world.now;
      const count = world.streams.length;
      world.last.fail(2);
      while (world.streams.length === count) world.pass(100);
      waits.push(world.now - before);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('leaves it to the browser while that tries by itself, and reads anew when it is back', () => {
    world.last.onopen?.();
    world.last.fail(0);
    world.pass(20_000);
    expect(world.streams).toHaveLength(1);
    expect(told).toEqual([]);
    world.last.onopen?.();
    expect(told).toEqual(['missed']);
  });

  it('falls back to asking every thirty seconds without a stream, and stops with one', () => {
    world.last.fail(0);
    world.pass(65_000);
    expect(told).toEqual(['missed', 'missed']);
    world.last.onopen?.();
    world.pass(90_000);
    expect(told).toEqual(['missed', 'missed']);
  });

  it('asks now and then where the browser has no streams at all', () => {
    feed.stop();
    world.withoutStreams = true;
    told = [];
    feed.start();
    told = [];
    world.pass(30_000);
    expect(told).toEqual(['missed']);
  });

  it('closes when it is stopped, keeps no timer, and reads anew when started again', () => {
    world.last.onopen?.();
    world.last.say('Complaint', '1');
    feed.stop();
    expect(world.last.closed).toBe(true);
    expect(world.waiting).toEqual([]);
    world.last.fail(2);
    world.pass(120_000);
    expect(told).toEqual([]);
    feed.start();
    expect(world.streams).toHaveLength(2);
    expect(told).toEqual(['missed']);
  });
});

describe('a question', () => {
  const changes = [{ kind: 'Complaint', id: '7' }];
  it('is touched by its kind, or by its record alone', () => {
    expect(isTouched(['Complaint'], changes)).toBe(true);
    expect(isTouched(['Complaint/7'], changes)).toBe(true);
    expect(isTouched(['Complaint/8', 'CaseStep'], changes)).toBe(false);
    expect(isTouched(undefined, changes)).toBe(false);
  });
});
