import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Article } from '@kehu/domain/regulations/article';
import { articleStatus } from '@kehu/domain/regulations/article';
import { articles, regulationNames } from '@kehu/domain/regulations/regulations';
import { enforcementKind, enforcementsOf } from '@kehu/domain/regulations/trace';
import { dayIn } from '@kehu/domain/text/dates';
import type { Where } from '@kehu/query/arguments';
import { ReadError } from '@kehu/query/errors';
import { unauthenticated } from '../../../../commands/errors.js';
import type { RequestContext } from '../../../../context.js';
import { readContext } from '../../../../graphql/read-resolvers.js';
import { type Chosen, chosen } from '../../../../graphql/select.js';
import type { Reading } from '../kpis/compute.js';

/** How an article is kept, from what the reader may see: steps and deadlines under it. */
interface Evidence {
  readonly cases: number;
  readonly onTime: number;
  readonly late: number;
  /** Entries that should have come and did not. */
  readonly missing: number;
  readonly lastBreachAt: string | null;
  /** Records of the documents that it asks for. */
  readonly records: readonly { readonly kind: string; readonly label: string; readonly count: number }[];
}

/**
 * The articles with their text, the company's own text where one is in force, what carries each out, and
 * how it is kept. Everybody reads the regulation; the evidence counts what the reader may see.
 */
export async function answerRegulations(
  regulation: string | null,
  context: RequestContext,
): Promise<unknown[]> {
  const { actor, language, services, organisation } = context;
  if (!actor) throw unauthenticated();
  const reading: Reading = { engine: services.engine, context: readContext(context) };
  const own = await ownTexts(reading, dayIn(organisation.zone, reading.context.now));
  const kept = await ledgers(reading);
  const counted = new Map<string, number | null>();
  const answers: unknown[] = [];
  for (const article of articles) {
    if (regulation !== null && article.regulation !== regulation) continue;
    const enforced = enforcementsOf(article.code);
    const documents = enforced.filter(({ is }) => is === 'DOCUMENT').map(({ id }) => id);
    for (const kind of documents) {
      if (!counted.has(kind)) counted.set(kind, await countOf(reading, kind));
    }
    const records = documents.flatMap((kind) => {
      const count = counted.get(kind) ?? null;
      const label = catalogue.find(({ name }) => name === kind)?.label[language] ?? kind;
      return count === null ? [] : [{ kind, label, count }];
    });
    answers.push({
      code: article.code,
      regulation: article.regulation,
      regulationName: regulationNames[article.regulation]?.[language] ?? article.regulation,
      number: article.number,
      title: article.title[language],
      text: article.text?.[language] ?? null,
      status: article.status,
      statusLabel: articleStatus.labels[article.status][language],
      note: article.note?.[language] ?? null,
      ownText: own.get(article.code)?.text ?? null,
      ownVersion: own.get(article.code)?.version ?? null,
      enforcedBy: enforced.map(({ is, id, label }) => ({
        is,
        isLabel: enforcementKind.labels[is][language],
        id,
        label: label[language],
      })),
      evidence: evidenceOf(article, kept, records),
    });
  }
  return answers;
}

async function ownTexts({ engine, context }: Reading, today: string) {
  const found = new Map<string, { text: string; version: string }>();
  if (!context.policy.kinds.has('PolicyArticle')) return found;
  const where: Where = { policyVersion: { effectiveFrom: { lte: today } } };
  const orderBy = [{ policyVersion: { effectiveFrom: 'ASC' } }, { id: 'ASC' }];
  const selection = chosen({ article: true, text: true, policyVersion: { code: true } });
  // The latest version in force wins.
  for await (const row of engine.stream('PolicyArticle', { where, orderBy }, selection, context)) {
    const version = String((row.policyVersion as { code?: unknown } | null)?.code ?? '');
    const code = String(row.article);
    found.set(code.startsWith('R') ? code : `R${code}`, { text: String(row.text), version });
  }
  return found;
}

interface Ledgers {
  /** By article: cases, deadlines met and not, the last one that passed. */
  readonly deadlines: ReadonlyMap<string, { cases: number; met: number; late: number; last: string | null }>;
  /** By number of the transition. */
  readonly steps: ReadonlyMap<string, { steps: number; late: number; last: string | null }>;
  readonly missing: ReadonlyMap<string, number>;
}

async function ledgers(reading: Reading): Promise<Ledgers> {
  const deadlines = new Map<string, { cases: number; met: number; late: number; last: string | null }>();
  const cases = { count: true, countDistinct: { complaint: true } } as const;
  const ended: Where = { event: { in: ['MET', 'MET_LATE', 'PASSED'] } };
  const byEvent = await grouped(reading, 'DeadlineEntry', ended, ['article', 'event'], {
    ...cases,
    max: { at: true },
  });
  for (const row of byEvent) {
    const [article = '', event] = row.keys;
    const entry = deadlines.get(article) ?? { cases: 0, met: 0, late: 0, last: null };
    if (event === 'MET') entry.met += row.count;
    // A deadline that passed and was then met late stands twice; it is late once.
    if (event === 'PASSED') {
      entry.late += row.count;
      entry.last = latest(entry.last, row.max);
    }
    entry.cases = Math.max(entry.cases, row.distinct);
    deadlines.set(article, entry);
  }
  const steps = new Map<string, { steps: number; late: number; last: string | null }>();
  const live: Where = { recalledAt: { isNull: true } };
  for (const row of await grouped(reading, 'CaseStep', live, ['transition', 'late'], {
    count: true,
    max: { at: true },
  })) {
    const [transition = '', late] = row.keys;
    const entry = steps.get(transition) ?? { steps: 0, late: 0, last: null };
    entry.steps += row.count;
    if (late === 'true') {
      entry.late += row.count;
      entry.last = latest(entry.last, row.max);
    }
    steps.set(transition, entry);
  }
  const missing = await grouped(reading, 'MissingEntry', { and: [] }, ['article'], { count: true });
  return { deadlines, steps, missing: new Map(missing.map(({ keys, count }) => [keys[0] ?? '', count])) };
}

function evidenceOf({ code }: Article, kept: Ledgers, records: Evidence['records']): Evidence {
  const missing = kept.missing.get(code) ?? 0;
  const ids = enforcementsOf(code).flatMap(({ is, id }) => (is === 'TRANSITION' ? [id] : []));
  const steps = ids.flatMap((id) => kept.steps.get(id) ?? []);
  const deadline = kept.deadlines.get(code);
  if (steps.length > 0) {
    const all = steps.reduce((sum, step) => sum + step.steps, 0);
    const late = steps.reduce((sum, step) => sum + step.late, 0);
    const last = steps.reduce<string | null>((at, step) => latest(at, step.last), null);
    return {
      cases: all,
      onTime: all - late,
      late,
      missing,
      lastBreachAt: latest(last, deadline?.last ?? null),
      records,
    };
  }
  return {
    cases: deadline?.cases ?? records[0]?.count ?? 0,
    onTime: deadline?.met ?? 0,
    late: deadline?.late ?? 0,
    missing,
    lastBreachAt: deadline?.last ?? null,
    records,
  };
}

const latest = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one;

interface Grouped {
  readonly keys: readonly string[];
  readonly count: number;
  readonly distinct: number;
  readonly max: string | null;
}

async function grouped(
  { engine, context }: Reading,
  kind: string,
  where: Where,
  by: readonly string[],
  selection: Chosen,
): Promise<Grouped[]> {
  if (!context.policy.kinds.has(kind)) return [];
  const key = Object.fromEntries(by.map((name) => [name, true as const]));
  const groupBy = by.map((name) => ({ [name]: 'VALUE' }));
  const answers = await engine.aggregate(kind, { where, groupBy }, chosen({ key, ...selection }), context);
  return answers.map((answer) => {
    const keys = answer.key as Record<string, unknown>;
    const max = (answer.max as { at?: unknown } | undefined)?.at;
    return {
      keys: by.map((name) => String(keys[name])),
      count: Number(answer.count),
      distinct: Number((answer.countDistinct as { complaint?: unknown } | undefined)?.complaint ?? 0),
      max: max === null || max === undefined ? null : new Date(String(max)).toISOString(),
    };
  });
}

async function countOf({ engine, context }: Reading, kind: string): Promise<number | null> {
  try {
    const [row] = await engine.aggregate(kind, {}, chosen({ count: true }), context);
    return Number(row?.count ?? 0);
  } catch (error) {
    if (error instanceof ReadError && error.code === 'FORBIDDEN') return null;
    throw error;
  }
}
