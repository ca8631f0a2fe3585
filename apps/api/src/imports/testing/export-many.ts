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

const query =
  '{ orderLines { items { lineNo quantity unitPrice amount profit order { orderNo orderedAt customer { name } } product { name } } } }';

/** Exports every order line with what belongs to it; answers rows, seconds, and how far the memory grew. */
export async function exportMany(services: Services, format: ExportFormat, folder: string) {
  const before = process.memoryUsage.rss();
  const began = Date.now();
  const { value, megabytes } = await peakMemory(() =>
    writeExport({
      engine: services.engine,
      question: parseExport(query, {}, limitsOf(manager.roles), 'en'),
      reading: { policy: policyFor(manager), actor: '1', now: services.clock.now(), zone: 'Asia/Shanghai' },
      columns: { language: 'zh-Hans', zone: 'Asia/Shanghai', ownLabels: new Map() },
      format,
      path: join(folder, `out.${format}`),
      mostRows: Number.POSITIVE_INFINITY,
      progress: async () => {},
    }),
  );
  const seconds = (Date.now() - began) / 1000;
  return { rows: value.rows, seconds, grewBy: megabytes - Math.round(before / 1_048_576) };
}
