import { join } from 'node:path';
import type { Actor } from '@kehu/domain/access/actor';
import { limitsOf } from '@kehu/domain/access/role-limits';
import { policyFor } from '../../access/policy-for.js';
import { parseExport } from '../../exports/parse-export.js';
import { type ExportFormat, writeExport } from '../../exports/write-export.js';
import type { Services } from '../../services.js';
import { peakMemory } from './many-lines.js';

const manager: Actor = {
  staffId: '1',
  login: null,
  displayName: '',
  roles: ['GM'],
  departmentId: null,
  departmentIds: [],
  storeId: null,
  regionIds: [],
  teamIds: ['1'],
  language: 'en',
  via: 'system',
  mustChangePassword: false,
};

const document = (where: string) =>
  `{ orderLines(where: ${where}) { items { lineNo quantity unitPrice amount profit order { orderNo orderedAt customer { name } } product { name } } } }`;

/**
 * Exports every order line with what belongs to it; answers rows, seconds, and how far the memory grew
 * beyond what a process takes that has exported a few lines before.
 */
export async function exportMany(services: Services, format: ExportFormat, folder: string) {
  const write = (where: string) =>
    writeExport({
      engine: services.engine,
      question: parseExport(document(where), {}, limitsOf(manager.roles), 'en'),
      reading: { policy: policyFor(manager), actor: '1', now: services.clock.now(), zone: 'Asia/Shanghai' },
      columns: { language: 'zh-Hans', zone: 'Asia/Shanghai', ownLabels: new Map() },
      format,
      path: join(folder, `out.${format}`),
      mostRows: Number.POSITIVE_INFINITY,
      progress: async () => {},
    });
  await write('{ lineNo: { lte: 5000 } }');
  const before = Math.round(process.memoryUsage.rss() / 1_048_576);
  const began = Date.now();
  const { value, megabytes } = await peakMemory(() => write('{ and: [] }'));
  return { rows: value.rows, seconds: (Date.now() - began) / 1000, grewBy: megabytes - before };
}
