import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProduct } from '../../open-product.js';
import { readSettings } from '../../settings.js';
import { exportMany } from './export-many.js';
import { peakMemory, writeManyLines } from './many-lines.js';
import { importInto } from './real-data.js';

/**
 * A process of its own, whose memory can be measured: `import LINES` imports so many generated order
 * lines, `export CSV` or `export XLSX` exports what is there. Prints what came of it as JSON.
 * `DATABASE_URL` names the database.
 */
const [act, argument = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'kehu-many-'));
const product = await openProduct(readSettings());
try {
  const outcome =
    act === 'export'
      ? await exportMany(product.services, argument === 'XLSX' ? 'XLSX' : 'CSV', folder)
      : await importMany(Number(argument));
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
} finally {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
}

async function importMany(lines: number) {
  const file = join(folder, 'lines.csv');
  await writeManyLines(file, lines);
  const began = Date.now();
  const { value, megabytes } = await peakMemory(() =>
    importInto(product.services, { profile: 'zh-superstore', files: [file] }),
  );
  const seconds = Math.round((Date.now() - began) / 1000);
  return { state: value.state, counts: Object.fromEntries(value.counts), megabytes, seconds };
}
