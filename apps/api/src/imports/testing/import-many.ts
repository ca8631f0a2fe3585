import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProduct } from '../../open-product.js';
import { readSettings } from '../../settings.js';
import { exportMany } from './export-many.js';
import { peakMemory, writeManyLines } from './many-lines.js';
import { importInto } from './real-data.js';

/**
 * Imports so many generated order lines (first argument) in a process of its own, exports them again, and
 * prints what came of it and the memory that it took, as JSON. `DATABASE_URL` names an empty database.
 */
const lines = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'kehu-many-'));
const product = await openProduct(readSettings());
try {
  const file = join(folder, 'lines.csv');
  await writeManyLines(file, lines);
  const began = Date.now();
  const { value, megabytes } = await peakMemory(() =>
    importInto(product.services, { profile: 'zh-superstore', files: [file] }),
  );
  const counts = Object.fromEntries(value.counts);
  const seconds = Math.round((Date.now() - began) / 1000);
  const exported = {
    CSV: await exportMany(product.services, 'CSV', folder),
    XLSX: await exportMany(product.services, 'XLSX', folder),
  };
  process.stdout.write(`${JSON.stringify({ state: value.state, counts, megabytes, seconds, exported })}\n`);
} finally {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
}
