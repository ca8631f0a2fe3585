import type { ServerResponse } from 'node:http';
import type { Actor } from '@kehu/domain/access/actor';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { ReadError } from '@kehu/query/errors';
import type { ReadPolicy } from '@kehu/query/policy';
import { loadActor } from '../access/actors.js';
import { policyOf } from '../access/policy-for.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';

export interface Listener {
  readonly response: ServerResponse;
  readonly actor: Actor;
  readonly policy: ReadPolicy;
  readonly sessionId: string | null;
}

/** One open stream; rights are read anew now and then. */
interface Stream {
  readonly response: ServerResponse;
  readonly sessionId: string | null;
  readonly openedAt: number;
  actor: Actor;
  policy: ReadPolicy;
}

interface Change {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

const pollMilliseconds = 1000;
/** Ids are given before their commit, so a change may come in late; the window is read again and again. */
const windowMs = 10_000;
const heartbeatMs = 15_000;
const recheckMs = 30_000;
/** A token's stream ends after so long and must be opened anew. */
const tokenMs = 10 * 60_000;
const mostOfPerson = 6;
const mostOfServer = 2000;
/** Changes read at once; whoever changes more (an import) makes clients read their lists again anyway. */
const mostChanges = 500;
/** Somebody who does not take what he is sent is cut off. */
const mostUnsentBytes = 64 * 1024;

const kinds = new Set(catalogue.map(({ name }) => name));

/** The open streams of this server; each server reads the change feed for its own. */
export class EventHub {
  private readonly streams = new Set<Stream>();
  private readonly seen = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private beatAt = 0;
  private checkedAt = 0;

  constructor(private readonly services: Services) {}

  placeFor(staffId: string): { readonly free: boolean; readonly limit: number } {
    const own = [...this.streams].filter(({ actor }) => actor.staffId === staffId).length;
    if (own >= mostOfPerson) return { free: false, limit: mostOfPerson };
    return { free: !this.stopped && this.streams.size < mostOfServer, limit: mostOfServer };
  }

  open({ response, actor, policy, sessionId }: Listener): void {
    const stream: Stream = { response, actor, policy, sessionId, openedAt: performance.now() };
    if (this.streams.size === 0) this.seen.clear();
    this.streams.add(stream);
    response.once('close', () => this.streams.delete(stream));
    response.on('error', () => this.end(stream));
    response.write('retry: 3000\n: ready\n\n');
    if (!this.timer) this.next();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const stream of [...this.streams]) this.end(stream);
  }

  private end(stream: Stream): void {
    this.streams.delete(stream);
    stream.response.end();
  }

  private next(): void {
    this.timer = undefined;
    if (this.stopped || this.streams.size === 0) return;
    this.timer = setTimeout(() => {
      // The database is away for a moment: the window covers it, and clients read anew after longer ones.
      this.round()
        .catch(() => {})
        .finally(() => this.next());
    }, pollMilliseconds);
    this.timer.unref();
  }

  private async round(): Promise<void> {
    const now = performance.now();
    if (now - this.beatAt > heartbeatMs) {
      this.beatAt = now;
      for (const stream of this.streams) this.send(stream, ': beat\n\n');
    }
    if (now - this.checkedAt > recheckMs) {
      this.checkedAt = now;
      await this.recheck(now);
    }
    const changes = await this.changes(now);
    if (changes.size > 0) await Promise.all([...this.streams].map((stream) => this.hint(stream, changes)));
  }

  /** Changes that no round has seen, by kind. */
  private async changes(now: number): Promise<ReadonlyMap<string, readonly Change[]>> {
    const since = storedInstant(new Date(this.services.clock.now().getTime() - windowMs));
    const rows = await this.services.database.query<{
      id: unknown;
      kind: string;
      record_id: unknown;
      version: unknown;
    }>(
      `SELECT id, kind, record_id, version FROM change_feed WHERE at >= ? ORDER BY at DESC, id DESC LIMIT ${mostChanges}`,
      [since],
    );
    const found = new Map<string, Map<string, Change>>();
    for (const row of rows.reverse()) {
      const key = String(row.id);
      if (this.seen.has(key)) continue;
      this.seen.set(key, now);
      if (!kinds.has(row.kind)) continue;
      const ofKind = found.get(row.kind) ?? new Map<string, Change>();
      const id = String(row.record_id);
      ofKind.set(id, { kind: row.kind, id, version: Number(row.version) });
      found.set(row.kind, ofKind);
    }
    for (const [key, at] of this.seen) if (now - at > 2 * windowMs) this.seen.delete(key);
    return new Map([...found].map(([kind, ofKind]) => [kind, [...ofKind.values()]]));
  }

  /** Sends what of the changes the reader sees, by the same row policy as every list. */
  private async hint(stream: Stream, changes: ReadonlyMap<string, readonly Change[]>): Promise<void> {
    for (const [kind, ofKind] of changes) {
      const visible = await this.visible(stream, kind, ofKind);
      const text = ofKind
        .filter(({ id }) => visible.has(id))
        .map((change) => `event: change\ndata: ${JSON.stringify(change)}\n\n`)
        .join('');
      if (text) this.send(stream, text);
    }
  }

  private async visible(
    { actor, policy }: Stream,
    kind: string,
    changes: readonly Change[],
  ): Promise<ReadonlySet<string>> {
    const { engine, clock, organisation } = this.services;
    const found = new Set<string>();
    for (let at = 0; at < changes.length; at += 100) {
      const ids = changes.slice(at, at + 100).map(({ id }) => id);
      try {
        const { items } = await engine.page(
          kind,
          { where: { id: { in: ids } }, limit: ids.length },
          [
            {
              name: 'items',
              key: 'items',
              arguments: {},
              selection: [{ name: 'id', key: 'id', arguments: {}, selection: [] }],
            },
          ],
          { policy, actor: actor.staffId, now: clock.now(), zone: organisation.facts().zone, primary: true },
        );
        for (const { id } of items) found.add(String(id));
      } catch (error) {
        // A kind that this reader may not read at all.
        if (!(error instanceof ReadError)) throw error;
      }
    }
    return found;
  }

  /** Ends streams of sessions that are over, without keeping any session alive by it, and reads rights anew. */
  private async recheck(now: number): Promise<void> {
    const { database, clock, organisation } = this.services;
    const at = storedInstant(clock.now());
    for (const stream of [...this.streams]) {
      if (stream.sessionId === null) {
        if (now - stream.openedAt > tokenMs) this.end(stream);
        continue;
      }
      const [session] = await database.query<{ id: unknown }>(
        `SELECT id FROM session WHERE id = ? AND revoked_at IS NULL AND expires_at > ?
           AND DATE_ADD(last_used_at, INTERVAL idle_seconds SECOND) > ?`,
        [stream.sessionId, at, at],
      );
      const { staffId, via } = stream.actor;
      const actor = session
        ? await loadActor(database, staffId, {
            via,
            mustChangePassword: false,
            now: clock.now(),
            zone: organisation.facts().zone,
          })
        : null;
      if (!actor) {
        this.end(stream);
        continue;
      }
      stream.actor = actor;
      stream.policy = policyOf(actor);
    }
  }

  private send(stream: Stream, text: string): void {
    if (stream.response.writableLength > mostUnsentBytes) stream.response.destroy();
    else stream.response.write(text);
  }
}
