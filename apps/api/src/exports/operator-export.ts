import { limitsOf } from '@kehu/domain/access/role-limits';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Language } from '@kehu/domain/catalogue/labels';
import { loadActor } from '../access/actors.js';
import { policyFor } from '../access/policy-for.js';
import { writeAudit } from '../commands/audit.js';
import { insertRows } from '../records/bulk.js';
import type { Services } from '../services.js';
import { parseExport } from './parse-export.js';
import { sensitivityOf } from './sensitivity.js';
import { type ExportFormat, type ExportResult, writeExport } from './write-export.js';

export interface OperatorExport {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whose rights decide what is seen. */
  readonly login: string;
  readonly format: ExportFormat;
  readonly path: string;
  readonly reason: string | null;
  readonly language: Language;
  readonly progress: (rows: number) => void;
}

/** Nobody has this login, or the person has left. */
export class NoSuchLoginError extends Error {
  constructor(readonly login: string) {
    super(`Nobody who may sign in has the login ${login}.`);
    this.name = 'NoSuchLoginError';
  }
}

/**
 * Exports to a file of the operator's, under the rights of the person named: the operator sees what that
 * person would. There is no limit of rows; the run stands in the export log, the audit says `operator`.
 */
export async function operatorExport(services: Services, wish: OperatorExport): Promise<ExportResult> {
  const { database, clock, codec, engine, ids, organisation, secrets } = services;
  const { zone, ownLabels } = organisation.facts();
  const now = clock.now();
  const [person] = await database.query<{ id: string }>('SELECT id FROM staff WHERE login = ?', [wish.login]);
  const actor = person
    ? await loadActor(database, String(person.id), { via: 'operator', mustChangePassword: false, now, zone })
    : null;
  if (!actor) throw new NoSuchLoginError(wish.login);
  const policy = policyFor(actor);
  const question = parseExport(wish.query, wish.variables, limitsOf(actor.roles), wish.language);
  const result = await writeExport({
    engine,
    question,
    reading: { policy, actor: actor.staffId, now, zone },
    columns: { language: wish.language, zone, ownLabels },
    format: wish.format,
    path: wish.path,
    mostRows: Number.POSITIVE_INFINITY,
    progress: async (rows) => wish.progress(rows),
  });
  const id = await ids.next();
  const row = {
    id,
    staffId: actor.staffId,
    entity: question.kind.name,
    query: wish.query.slice(0, 20_000),
    variables: wish.variables,
    columns: { language: wish.language, names: result.columns },
    format: wish.format,
    state: 'DONE',
    rowCount: result.rows,
    containsPersonalData: sensitivityOf(question, policy).personalData,
    reason: wish.reason,
    fileHash: result.hash,
    finishedAt: clock.now(),
  };
  await database.transaction(async (transaction) => {
    await insertRows(transaction, kindNamed('ExportRun'), [row], codec, clock.now());
    await writeAudit(transaction, secrets.auditChain, await ids.next(), {
      at: clock.now(),
      actorId: actor.staffId,
      via: 'operator',
      action: 'export',
      entity: 'ExportRun',
      entityId: id,
      after: { entity: row.entity, rowCount: row.rowCount, format: row.format },
      reason: wish.reason,
      ip: null,
      requestId: null,
    });
  });
  return result;
}
