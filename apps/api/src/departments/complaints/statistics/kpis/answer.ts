import { permits } from '@kehu/domain/access/permissions';
import type { Label, Language } from '@kehu/domain/catalogue/labels';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import {
  complaintCategory,
  complaintChannel,
  handlingProcedureKind,
  severity,
} from '@kehu/domain/complaints/vocabularies';
import { complaintKpis, kpisOf } from '@kehu/domain/kpi/complaint-kpis';
import { type Kpi, type KpiDimension, kpiUnit } from '@kehu/domain/kpi/kpi';
import { ReadError } from '@kehu/query/errors';
import { Decimal } from 'decimal.js';
import { badInput, forbidden, unauthenticated } from '../../../../commands/errors.js';
import { say } from '../../../../commands/messages.js';
import type { RequestContext } from '../../../../context.js';
import { readContext } from '../../../../graphql/read-resolvers.js';
import { type Periods, periodsOf, type Span } from '../period.js';
import { type Figure, figureOf, figuresBy, type GroupFigure, type Reading } from './compute.js';
import { Gathering } from './gather.js';
import { targetsOf } from './targets.js';
import { asNumber, asText } from './words.js';

/** The figures of the catalogue as `kpis` answers them. */
export interface KpiQuestion {
  readonly codes?: readonly string[] | null;
  readonly period?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly by?: KpiDimension | null;
  /** Also the period before and the same of last year; true unless said otherwise. */
  readonly compare?: boolean | null;
}

const vocabularies: Partial<Record<KpiDimension, Vocabulary>> = {
  CATEGORY: complaintCategory,
  SEVERITY: severity,
  PROCEDURE: handlingProcedureKind,
  CHANNEL: complaintChannel,
};

/**
 * Works out the figures for the asker: FORBIDDEN without a right to cases; a figure whose data the
 * asker may not read is "–" with that reason.
 */
export async function answerKpis(question: KpiQuestion, context: RequestContext): Promise<unknown[]> {
  const { actor, organisation, services } = context;
  if (!actor) throw unauthenticated();
  if (permits(actor.roles, 'complaintCard', 'READ').length === 0) throw forbidden();
  const asked = question.codes?.flatMap((code) => {
    const found = kpisOf(code);
    if (found.length === 0)
      throw badInput({ path: 'codes', message: 'statistics.noSuchKpi', values: { code } });
    return found;
  });
  const now = services.clock.now();
  const periods = periodsOf(question, organisation.zone, now);
  const { engine } = services;
  const read = readContext(context);
  const reading: Reading = { engine, context: read, gathering: new Gathering(engine, read) };
  const targets = await targetsOf(reading);
  // All at once, so that figures of the same rows are one statement; the statements go one after the other.
  return Promise.all(
    [...new Set(asked ?? complaintKpis)].map((kpi) =>
      answerOf(kpi, question, periods, reading, targetOf(kpi, targets), context),
    ),
  );
}

function targetOf({ code, target }: Kpi, own: ReadonlyMap<string, string | null>): string | null {
  return own.has(code) ? (own.get(code) ?? null) : target;
}

async function answerOf(
  kpi: Kpi,
  { by, compare }: KpiQuestion,
  { current, previous, lastYear }: Periods,
  reading: Reading,
  target: string | null,
  { language, organisation }: RequestContext,
): Promise<unknown> {
  const words = (text: Label) => text[language];
  const shown = (value: Decimal | null) => asText(value, kpi.unit, language, organisation.currency);
  const base = {
    code: kpi.code,
    family: kpi.family,
    label: words(kpi.label),
    definition: words(kpi.definition),
    unit: kpi.unit,
    unitLabel: kpi.unit === 'MONEY' ? organisation.currency : words(kpiUnit.labels[kpi.unit]),
    source: kpi.source,
    basis: kpi.period,
    article: kpi.article,
    better: kpi.better,
    target,
    from: current.from.toISOString(),
    to: current.to.toISOString(),
    asOf: reading.context.now.toISOString(),
    kind: kpi.formula.is === 'absent' ? null : kpi.formula.rows.kind,
  };
  const nothing = (reason: string) => ({ ...base, value: null, text: '–', reason, groups: [] });
  if (kpi.formula.is === 'absent') return nothing(words(kpi.formula.reason));
  try {
    const spans: readonly Span[] = compare === false ? [current] : [current, previous, lastYear];
    const [now, before, yearAgo] = await inTurn(spans, (span) => figureOf(kpi, span, reading));
    if (!now) return nothing('');
    const groups = by ? await groupsOf(kpi, by, spans, reading, language, shown) : [];
    return {
      ...base,
      ...flat(now, shown),
      previous: asNumber(before?.value ?? null),
      lastYear: asNumber(yearAgo?.value ?? null),
      met: target === null || now.value === null ? null : meets(kpi, now.value, target),
      reason: now.value === null ? emptyReason(kpi, language) : null,
      groups,
    };
  } catch (error) {
    if (error instanceof ReadError && error.code === 'FORBIDDEN')
      return nothing(say('statistics.noRight', language));
    throw error;
  }
}

function emptyReason(kpi: Kpi, language: Language): string {
  return say(kpi.unit === 'YES_NO' ? 'statistics.notDue' : 'statistics.nothing', language);
}

function meets({ better }: Kpi, value: Decimal, target: string): boolean {
  return better === 'LESS' ? value.lte(target) : value.gte(target);
}

async function groupsOf(
  kpi: Kpi,
  by: KpiDimension,
  spans: readonly Span[],
  reading: Reading,
  language: Language,
  shown: (value: Decimal | null) => string,
): Promise<unknown[]> {
  const [now, before, yearAgo] = await inTurn(spans, (span) => figuresBy(kpi, by, span, reading));
  const at = (groups: readonly GroupFigure[] | null | undefined, key: string | null) =>
    asNumber(groups?.find((group) => group.key === key)?.value ?? null);
  return (now ?? []).map((group) => ({
    key: group.key,
    label: groupLabel(group, by, language),
    ...flat(group, shown),
    previous: at(before, group.key),
    lastYear: at(yearAgo, group.key),
  }));
}

function groupLabel({ key, name }: GroupFigure, by: KpiDimension, language: Language): string {
  if (key === null) return '–';
  return vocabularies[by]?.labels[key]?.[language] ?? name ?? key;
}

function flat(figure: Figure, shown: (value: Decimal | null) => string) {
  return {
    value: asNumber(figure.value),
    text: shown(figure.value),
    numerator: asNumber(figure.numerator),
    denominator: asNumber(figure.denominator),
    where: JSON.stringify(figure.where),
    hits: figure.hits ? JSON.stringify(figure.hits) : null,
  };
}

async function inTurn<In, Out>(list: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const found: Out[] = [];
  for (const item of list) found.push(await work(item));
  return found;
}
