import type { Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import type { Actor } from '@kehu/domain/access/actor';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { difference, forAudit, writeAudit } from '../commands/audit.js';
import type { FieldCodec } from '../records/codec.js';
import { type DriverRow, decodeRow, storedInstant } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';

/** A record that an import changes: as it was, and what the import says of it. */
export interface TrailChange {
  readonly stored: DriverRow;
  readonly wanted: RecordRow;
}

/** Writes down what an import changes of records that were there before it; on the same connection, so with the change itself. */
export type ChangeTrail = (
  connection: Queryable,
  kind: Kind,
  changes: readonly TrailChange[],
) => Promise<void>;

export interface TrailDeps {
  readonly ids: IdBlocks;
  readonly codec: FieldCodec;
  readonly auditSecret: Buffer;
  readonly now: () => Date;
}

/**
 * Each changed record gets its audit entry, before → after with identifiers masked, and its place in the
 * change feed, as if a person had changed it. New records are told apart by their source and stand in the
 * run's own entry.
 */
export function changeTrail(
  deps: TrailDeps,
  run: { readonly id: string; readonly staffId: string | null; readonly via: Actor['via'] },
): ChangeTrail {
  return async (connection, kind, changes) => {
    if (changes.length === 0) return;
    const now = deps.now();
    const ids = await deps.ids.take(changes.length * 2);
    const feed: (string | number)[][] = [];
    for (const { stored, wanted } of changes) {
      const before = decodeRow(kind, stored, deps.codec);
      const changed = difference(before, wanted);
      if (!changed) continue;
      const id = String(stored.id);
      await writeAudit(connection, deps.auditSecret, ids.pop() ?? '', {
        at: now,
        actorId: run.staffId,
        via: run.via,
        action: 'import',
        entity: kind.name,
        entityId: id,
        whole: wholeOf(kind, id, before),
        before: forAudit(kind, changed.before),
        after: forAudit(kind, changed.after),
        reason: `ImportRun ${run.id}`,
        ip: null,
        requestId: null,
      });
      feed.push([ids.pop() ?? '', kind.name, id, Number(stored.version) + 1, storedInstant(now)]);
    }
    if (feed.length > 0) {
      await connection.query('INSERT INTO change_feed (id, kind, record_id, version, at) VALUES ?', [feed]);
    }
  };
}

/** The record that this one is a part of, so that its page shows the change too. */
function wholeOf(kind: Kind, id: string, row: RecordRow): { entity: string; entityId: string } {
  const relation = kind.partOf ? kind.fields[kind.partOf] : undefined;
  if (!kind.partOf || relation?.is !== 'toOne') return { entity: kind.name, entityId: id };
  return { entity: relation.target, entityId: String(row[`${kind.partOf}Id`] ?? id) };
}
