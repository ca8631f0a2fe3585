import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { uploadLivesMilliseconds } from './attach.js';
import { fileKinds } from './file-kinds.js';
import { dropFile, sweepIncoming } from './store.js';

const atOnce = 200;
/** Wherever a content may still be used. */
const tables = [...fileKinds.map(({ kind }) => kind.table), 'uploaded_file'];

/** Ends uploads that no act took within a day; their content goes unless a record has the same. */
export async function sweepUploadedFiles({ database, settings, clock }: Services): Promise<number> {
  const until = new Date(clock.now().getTime() - uploadLivesMilliseconds);
  const rows = await database.query<{ id: string; sha256: string }>(
    'SELECT id, sha256 FROM uploaded_file WHERE at < ? ORDER BY at LIMIT ?',
    [storedInstant(until), atOnce],
  );
  for (const { id, sha256 } of rows) {
    await database.change('DELETE FROM uploaded_file WHERE id = ? AND at < ?', [id, storedInstant(until)]);
    const used = await database.query(
      tables.map((table) => `(SELECT 1 FROM ${table} WHERE sha256 = ? LIMIT 1)`).join(' UNION ALL '),
      tables.map(() => sha256),
    );
    // The disk has its own clock.
    if (used.length === 0) await dropFile(settings.home, sha256, new Date(Date.now() - 60_000));
  }
  await sweepIncoming(settings.home, new Date(Date.now() - uploadLivesMilliseconds));
  return rows.length;
}
