import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import { permits } from '@kehu/domain/access/permissions';
import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../../../../access/authenticate.js';
import { policyOf } from '../../../../access/policy-for.js';
import { writeAudit } from '../../../../commands/audit.js';
import { badInput, forbidden, unauthenticated } from '../../../../commands/errors.js';
import type { RequestContext } from '../../../../context.js';
import { contentTypes } from '../../../../exports/export-files.js';
import { answerProblem, readerOf } from '../../../../imports/upload/answers.js';
import type { Services } from '../../../../services.js';
import { cellReader, type ShownCell, type ShownTable, shownTable } from './answer.js';
import { type Fill, fillTemplate } from './fill-template.js';
import { type ReadTable, readMonthlyTable } from './read-report.js';
import { lastYearLabel, previousLabel } from './roots.js';
import { tableWorkbook } from './workbook.js';

const mostBytes = 2 * 1024 * 1024;
const templatePath = (home: string) => join(home, 'templates', 'monthly-table.xlsx');

/**
 * `GET /monthly-table/:period.xlsx`: the table as a workbook, in the company's own template where it has
 * one; with `?places=true` the places that a template may name. `POST /monthly-table/template` (multipart, one file): replaces that template; for whoever fills the
 * table in.
 */
export function monthlyRoutes(server: FastifyInstance, services: Services): void {
  const answered =
    (work: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'private, no-store');
      try {
        return await work(request, reply);
      } catch (error) {
        return answerProblem(request, reply, error);
      }
    };
  server.get(
    '/monthly-table/:file',
    answered(async (request, reply) => {
      const context = await contextOf(services, request);
      const { file } = request.params as { file: string };
      const [, period] = /^(\d{4}-\d{2})\.xlsx$/.exec(file) ?? [];
      if (!period) throw badInput({ path: 'period', message: 'input.notMonth' });
      const read = await readMonthlyTable(period, context);
      const { places } = request.query as { places?: unknown };
      const content = await (places === 'true' ? placesOf(read, context) : workbookOf(read, context));
      await noteDownload(context, read);
      return reply
        .type(contentTypes.XLSX ?? 'application/octet-stream')
        .header('content-disposition', `attachment; filename="complaints-${period}.xlsx"`)
        .header('x-content-type-options', 'nosniff')
        .send(content);
    }),
  );
  server.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: mostBytes, files: 1, fields: 2, parts: 3 } });
    scope.post(
      '/monthly-table/template',
      answered(async (request, reply) => {
        const context = await contextOf(services, request);
        const { actor } = context;
        if (!actor || permits(actor.roles, 'complaintMonthlyReport', 'UPDATE').length === 0)
          throw forbidden();
        const part = request.isMultipart() ? await request.file() : undefined;
        const content = part ? await part.toBuffer() : Buffer.alloc(0);
        await keepTemplate(services, content);
        await note(context, 'uploadMonthlyTemplate', '0', {
          sha256: createHash('sha256').update(content).digest('hex'),
          size: content.length,
        });
        return reply.code(201).send({ size: content.length });
      }),
    );
  });
}

async function workbookOf(read: ReadTable, context: RequestContext): Promise<Buffer> {
  const path = templatePath(context.services.settings.home);
  if (await stat(path).catch(() => null)) return fillTemplate(path, fillOf(read, context));
  return plainWorkbook(shownTable(read, context.language, context.organisation), context);
}

/** The table with the place of each figure instead of it, from which a template is made. */
function placesOf(read: ReadTable, context: RequestContext): Promise<Buffer> {
  const table = shownTable(read, context.language, context.organisation);
  const placed = ({ place }: ShownCell) => ({
    value: `{{${place}}}`,
    previous: `{{${place}.previous}}`,
    lastYear: `{{${place}.lastYear}}`,
  });
  const parts = table.parts.map((part) => ({
    ...part,
    rows: part.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, ...placed(cell) })),
    })),
  }));
  return plainWorkbook({ ...table, parts }, context, '{{period}}');
}

function plainWorkbook(
  table: ShownTable,
  { language, organisation }: RequestContext,
  period = table.period,
): Promise<Buffer> {
  const title = `${organisation.name} ${complaintMonthlyReport.label[language]} ${period}`;
  return tableWorkbook(table, title, [previousLabel[language], lastYearLabel[language]]);
}

/** `{{part1.received}}`, `{{part1.received.previous}}`, `{{part1.received.lastYear}}`, `{{period}}`, `{{organisation}}`. */
export function fillOf(read: ReadTable, { organisation }: Pick<RequestContext, 'organisation'>): Fill {
  const cell = cellReader(read);
  return (name) => {
    if (name === 'period') return read.snapshot.table.moment.period;
    if (name === 'organisation') return organisation.name;
    const [, place = name, compared] = /^(.*)\.(previous|lastYear)$/.exec(name) ?? [];
    const found = cell(place);
    return compared === 'previous' ? found.previous : compared === 'lastYear' ? found.lastYear : found.value;
  };
}

/** Keeps a template that can be filled; anything else is refused before it replaces the one that works. */
async function keepTemplate({ settings: { home }, ids }: Services, content: Buffer): Promise<void> {
  if (content.subarray(0, 2).toString('latin1') !== 'PK')
    throw badInput({ path: 'file', message: 'monthly.template' });
  const path = templatePath(home);
  const fresh = `${path}.${await ids.next()}`;
  await mkdir(join(home, 'templates'), { recursive: true });
  await writeFile(fresh, content, { mode: 0o600 });
  try {
    await fillTemplate(fresh, () => '0');
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

async function contextOf(services: Services, request: FastifyRequest): Promise<RequestContext> {
  const { actor } = await authenticate(services, { headers: request.headers, method: request.method });
  if (!actor) throw unauthenticated();
  return {
    services,
    requestId: request.id,
    language: readerOf(request),
    actor,
    policy: policyOf(actor),
    sessionId: null,
    organisation: services.organisation.facts(),
    primary: false,
    ip: request.ip,
    secure: false,
    fromBrowser: false,
    explain: null,
    responseHeaders: new Map(),
  };
}

const noteDownload = (context: RequestContext, { report, snapshot }: ReadTable) =>
  note(context, 'downloadMonthlyTable', report?.id ?? '0', { period: snapshot.table.moment.period });

async function note(
  { services, actor, ip, requestId }: RequestContext,
  action: string,
  entityId: string,
  after: Readonly<Record<string, string | number>>,
): Promise<void> {
  await services.database.transaction(async (transaction) => {
    await writeAudit(transaction, services.secrets.auditChain, await services.ids.next(), {
      at: services.clock.now(),
      actorId: actor?.staffId ?? null,
      via: actor?.via ?? 'system',
      action,
      entity: 'ComplaintMonthlyReport',
      entityId,
      after,
      ip,
      requestId,
    });
  });
}
