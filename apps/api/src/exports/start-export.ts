import { limitsOf } from '@kehu/domain/access/role-limits';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { PageArguments } from '@kehu/query/arguments';
import type { ActInput, Command, Work } from '../commands/command.js';
import { badInput, unauthenticated } from '../commands/errors.js';
import { optionalReason } from '../commands/reason.js';
import { readContext } from '../graphql/read-resolvers.js';
import { columnsOf } from './columns.js';
import { withoutPersonalValues } from './hide-values.js';
import { type ExportQuestion, mostGroups, parseExport } from './parse-export.js';
import { seal } from './sealed-question.js';
import { sensitivityOf } from './sensitivity.js';
import { type ExportFormat, exportFormats } from './write-export.js';

export interface StartExportInput extends ActInput {
  readonly query: string;
  readonly variables?: unknown;
  readonly format: string;
  readonly reason?: string | null;
}

const longestQuery = 20_000;

/**
 * Begins an export: whoever may read a list or an aggregate may take it out, masked as read. Everything
 * is checked here, under the person's own rights; a reason is asked for identifiers in plain, business
 * secrets, or more rows than the role's limit. The rows are written afterwards by `exportJob`.
 */
export const startExport: Command<StartExportInput, { readonly id: string }> = {
  name: 'startExport',
  // The read engine decides: what one may not read, one may not export.
  permission: null,
  async run(work, input) {
    const { context, actor } = work;
    if (!context.policy) throw unauthenticated();
    const format = formatOf(input.format);
    const limits = limitsOf(actor.roles);
    if (input.query.length > longestQuery) {
      throw badInput({ path: 'query', message: 'input.tooLong', values: { max: longestQuery } });
    }
    const variables = variablesOf(input.variables);
    const question = parseExport(input.query, variables, limits, context.language);
    const { zone, ownLabels } = context.organisation;
    const columns = columnsOf(question, { language: context.language, zone, ownLabels });
    const sensitivity = sensitivityOf(question, context.policy);
    const rows = await countRows(work, question, Math.max(limits.exportRows, limits.exportReasonFrom));
    if (rows > limits.exportRows) {
      throw badInput({ path: 'query', message: 'export.tooManyRows', values: { limit: limits.exportRows } });
    }
    const reason = optionalReason(input.reason, 'reason');
    if (reason === null && sensitivity.needsReason) {
      throw badInput({ path: 'reason', message: 'export.reasonPersonal' });
    }
    if (reason === null && question.is === 'list' && rows > limits.exportReasonFrom) {
      const values = { limit: limits.exportReasonFrom };
      throw badInput({ path: 'reason', message: 'export.reasonMany', values });
    }
    work.reason(reason);
    const shown = withoutPersonalValues(input.query, variables);
    const asked = shown ?? { query: input.query, variables };
    const id = await work.insert('ExportRun', {
      staffId: actor.staffId,
      entity: kindNamed(question.kind.name).name,
      query: asked.query,
      variables: Object.keys(asked.variables).length > 0 ? asked.variables : null,
      columns: {
        language: context.language,
        names: columns.map(({ name }) => name),
        ...(shown ? { sealed: seal(context.services.codec, { query: input.query, variables }) } : {}),
      },
      format,
      state: 'RUNNING',
      rowCount: 0,
      containsPersonalData: sensitivity.personalData,
      reason,
    });
    return { id };
  },
};

function formatOf(format: string): ExportFormat {
  const found = exportFormats.find((name) => name === format);
  if (!found) {
    throw badInput({
      path: 'format',
      message: 'input.notOneOf',
      values: { codes: exportFormats.join(', ') },
    });
  }
  return found;
}

function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {};
  if (typeof given === 'object' && !Array.isArray(given)) return given as Readonly<Record<string, unknown>>;
  throw badInput({ path: 'variables', message: 'input.bad' });
}

/**
 * Asks the read engine for the count, up to the limit and one more; it refuses here what may not be
 * read. An aggregate of more groups than one answer holds is refused, not cut.
 */
async function countRows({ context }: Work, question: ExportQuestion, limit: number): Promise<number> {
  const { engine } = context.services;
  const reading = readContext(context);
  if (question.is === 'aggregate') {
    const counting = { name: 'groupCount', key: 'groupCount', arguments: {}, selection: [] };
    const [group] = await engine.aggregate(
      question.kind.name,
      { ...question.args, limit: 1 },
      [...question.selection.filter(({ name }) => name !== 'groupCount'), counting],
      reading,
    );
    const groups = Number(group?.groupCount ?? 0);
    if (groups > mostGroups && !question.limited) {
      throw badInput({ path: 'query', message: 'export.tooManyRows', values: { limit: mostGroups } });
    }
    return groups;
  }
  const { where, orderBy } = question.args as PageArguments;
  const counted = { name: 'totalCount', key: 'totalCount', arguments: { limit }, selection: [] };
  const items = { name: 'items', key: 'items', arguments: {}, selection: question.selection };
  const page = await engine.page(
    question.kind.name,
    { where: where ?? null, orderBy: orderBy ?? null, limit: 1 },
    [counted, items],
    reading,
  );
  return page['@totalCount'] ?? 0;
}
