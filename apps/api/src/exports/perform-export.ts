import { limitsOf } from '@kehu/domain/access/role-limits';
import type { Language } from '@kehu/domain/catalogue/labels';
import { languages } from '@kehu/domain/catalogue/labels';
import { loadActor } from '../access/actors.js';
import { policyFor } from '../access/policy-for.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { exportDays, exportPath } from './export-files.js';
import { parseExport } from './parse-export.js';
import { type AskedQuestion, unseal } from './sealed-question.js';
import { type ExportFormat, TooManyRowsError, writeExport } from './write-export.js';

/** A row of `export_run` that waits for its file. */
export interface WaitingExport {
  readonly id: string;
  readonly staffId: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: ExportFormat;
  readonly language: Language;
}

const progressMilliseconds = 1000;

/**
 * Writes the file of an export under the rights that its owner has **now**: whoever has lost a right
 * since the order gets nothing. Records progress, then rows, hash and expiry, or why it failed.
 */
export async function performExport(
  services: Services,
  waiting: WaitingExport,
  alive: () => Promise<void>,
): Promise<void> {
  const { database, clock } = services;
  const finish = (columns: Readonly<Record<string, string | number>>) =>
    database.change(
      `UPDATE export_run SET ${Object.keys(columns)
        .map((name) => `${name} = ?`)
        .join(', ')},
       finished_at = ?, updated_at = ?, version = version + 1 WHERE id = ? AND state = 'RUNNING'`,
      [...Object.values(columns), storedInstant(clock.now()), storedInstant(clock.now()), waiting.id],
    );
  try {
    const { rows, hash } = await written(services, waiting, alive);
    const expires = new Date(clock.now().getTime() + exportDays * 86_400_000);
    await finish({ state: 'DONE', row_count: rows, file_hash: hash, expires_at: storedInstant(expires) });
  } catch (error) {
    // People are told that it failed, and whether it was too large; the rest is for the log.
    await finish({
      state: 'FAILED',
      message: error instanceof TooManyRowsError ? 'export.tooManyRows' : 'export.failed',
    });
    throw error;
  }
}

async function written(services: Services, waiting: WaitingExport, alive: () => Promise<void>) {
  const { database, clock, engine, organisation, settings } = services;
  const { zone, ownLabels } = organisation.facts();
  const now = clock.now();
  const actor = await loadActor(database, waiting.staffId, {
    via: 'session',
    mustChangePassword: false,
    now,
    zone,
  });
  if (!actor) throw new Error('The owner of the export has left.');
  const limits = limitsOf(actor.roles);
  const question = parseExport(waiting.query, waiting.variables, limits, waiting.language);
  let told = Date.now();
  return writeExport({
    engine,
    question,
    reading: { policy: policyFor(actor), actor: actor.staffId, now, zone, requestId: `export-${waiting.id}` },
    columns: { language: waiting.language, zone, ownLabels },
    format: waiting.format,
    path: exportPath(settings.home, waiting.id, waiting.format),
    mostRows: limits.exportRows,
    async progress(rows) {
      if (Date.now() - told < progressMilliseconds) return;
      told = Date.now();
      await database.change("UPDATE export_run SET row_count = ? WHERE id = ? AND state = 'RUNNING'", [
        rows,
        waiting.id,
      ]);
      await alive();
    },
  });
}

interface WaitingColumns {
  readonly id: string;
  readonly staff_id: string;
  readonly query: string;
  readonly variables: unknown;
  readonly columns: unknown;
  readonly format: string;
}

/** Exports that wait, oldest first. */
export async function waitingExports(services: Services): Promise<WaitingExport[]> {
  const rows = await services.database.query<WaitingColumns>(
    "SELECT id, staff_id, query, variables, columns, format FROM export_run WHERE state = 'RUNNING' AND staff_id IS NOT NULL ORDER BY id LIMIT 10",
  );
  return rows.map((row) => ({
    id: String(row.id),
    staffId: String(row.staff_id),
    ...questionOf(row, services),
    format: row.format === 'XLSX' ? 'XLSX' : 'CSV',
    language: languageOf(parsed(row.columns)),
  }));
}

/** The question as it was asked; what the log shows may leave personal values out. */
function questionOf(row: WaitingColumns, { codec }: Services): AskedQuestion {
  const sealed = (parsed(row.columns) as { sealed?: string } | null)?.sealed;
  if (sealed !== undefined) return unseal(codec, sealed);
  return { query: row.query, variables: (parsed(row.variables) ?? {}) as Record<string, unknown> };
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function languageOf(columns: unknown): Language {
  const wish = (columns as { language?: string } | null)?.language;
  return languages.find((language) => language === wish) ?? 'zh-Hans';
}
