import { permits } from '@kehu/domain/access/permissions';
import type { Label } from '@kehu/domain/catalogue/labels';
import { label } from '@kehu/domain/catalogue/labels';
import { complaintCategory, complaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import type { RowFilter } from '@kehu/domain/kpi/kpi';
import type { Where } from '@kehu/query/arguments';
import { Decimal } from 'decimal.js';
import { GraphQLInt, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { forbidden, unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpec } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen } from '../../../graphql/select.js';
import { type Reading, together } from './kpis/compute.js';
import { periodArguments } from './kpis/roots.js';
import { asNumber } from './kpis/words.js';
import { periodsOf, type Span } from './period.js';

/** One line of a figure of the heads: a step, a cause. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly count: number;
  /** Percent of all lines. */
  readonly share: string | null;
  readonly cumulative: string | null;
  /** The cases behind it. */
  readonly where: string;
}

const within: Label = label('48 小时内到期', '48 小時內到期', 'Due within 48 hours');
const soon = 48 * 3_600_000;

/**
 * What heads of department and the general manager look at beside the figures of `kpis`: breaches coming
 * in the next 48 hours, where cases wait longest, and the causes. Each line carries the filter of its cases.
 */
export async function answerHeads(
  asked: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<unknown> {
  const { actor, language, organisation, services } = context;
  if (!actor) throw unauthenticated();
  if (permits(actor.roles, 'complaintCard', 'READ').length === 0) throw forbidden();
  const reading: Reading = { engine: services.engine, context: readContext(context) };
  const { current } = periodsOf(asked, organisation.zone, reading.context.now);
  const coming = comingWhere(reading.context.now);
  const [row] = await reading.engine.aggregate(
    'Complaint',
    { where: coming as Where },
    chosen({ count: true }),
    reading.context,
  );
  return {
    from: current.from.toISOString(),
    to: current.to.toISOString(),
    asOf: reading.context.now.toISOString(),
    coming: {
      key: 'coming',
      label: within[language],
      value: String(row?.count ?? 0),
      count: Number(row?.count ?? 0),
      share: null,
      cumulative: null,
      where: JSON.stringify(coming),
    },
    waiting: await waiting(reading, current, (text) => text[language]),
    causes: await causes(reading, current, (text) => text[language]),
  };
}

/** Open, not yet past the deadline, and past it within 48 hours. */
export function comingWhere(now: Date): RowFilter {
  const to = new Date(now.getTime() + soon).toISOString();
  return { state: { notIn: endedStates }, dueAt: { gte: now.toISOString(), lt: to } };
}

/** Median hours that cases lay in each state before they moved on, the longest first. */
async function waiting(
  { engine, context }: Reading,
  span: Span,
  words: (text: Label) => string,
): Promise<Line[]> {
  const at = { between: { from: span.from.toISOString(), to: span.to.toISOString() } };
  const own: RowFilter = { at, recalledAt: { isNull: true }, daysInStep: { isNull: false } };
  const answers = await engine.aggregate(
    'CaseStep',
    { where: own as Where, groupBy: [{ from: 'VALUE' }], orderBy: [{ median: { daysInStep: 'DESC' } }] },
    chosen({ key: { from: true }, count: true, median: { daysInStep: true } }),
    context,
  );
  return answers.flatMap((answer): Line[] => {
    const from = (answer.key as { from: keyof typeof complaintState.labels | null }).from;
    if (from === null) return [];
    const days = (answer.median as { daysInStep: unknown }).daysInStep;
    return [
      {
        key: from,
        label: words(complaintState.labels[from]),
        value: days === null ? null : asNumber(new Decimal(String(days)).mul(24)),
        count: Number(answer.count),
        share: null,
        cumulative: null,
        where: JSON.stringify({ steps: { some: together([own, { from: { eq: from } }]) } }),
      },
    ];
  });
}

/** Categories by how many cases were received, with the share that they and the ones above make (Pareto). */
async function causes(
  { engine, context }: Reading,
  span: Span,
  words: (text: Label) => string,
): Promise<Line[]> {
  const receivedAt = { between: { from: span.from.toISOString(), to: span.to.toISOString() } };
  const answers = await engine.aggregate(
    'Complaint',
    { where: { receivedAt }, groupBy: [{ category: 'VALUE' }], orderBy: [{ count: 'DESC' }] },
    chosen({ key: { category: true }, count: true }),
    context,
  );
  const all = answers.reduce((sum, { count }) => sum + Number(count), 0);
  let sum = 0;
  return answers.map((answer): Line => {
    const { category } = answer.key as { category: keyof typeof complaintCategory.labels };
    const count = Number(answer.count);
    sum += count;
    return {
      key: category,
      label: words(complaintCategory.labels[category]),
      value: String(count),
      count,
      share: asNumber(new Decimal(count).mul(100).div(all)),
      cumulative: asNumber(new Decimal(sum).mul(100).div(all)),
      where: JSON.stringify({ receivedAt, category: { eq: category } }),
    };
  });
}

/** `complaintFigures`: what is not in the catalogue of KPIs. */
export function headRoots(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  const always = { type: () => GraphQLString, required: true as const };
  to.object(
    'ComplaintFigure',
    {
      key: always,
      label: always,
      value: { type: () => scalars.decimal },
      count: { type: () => GraphQLInt, required: true },
      share: { type: () => scalars.decimal, label: label('占比（%）', '占比（%）', 'Share (%)') },
      cumulative: { type: () => scalars.decimal, label: label('累计（%）', '累計（%）', 'Cumulative (%)') },
      where: {
        ...always,
        label: label(
          '所据案件的筛选条件（JSON）',
          '所據案件的篩選條件（JSON）',
          'Filter of the cases behind it (JSON)',
        ),
      },
    },
    label('投诉分析的一行', '投訴分析的一行', 'A line of the analysis of complaints'),
  );
  const lines: FieldSpec = { type: () => [to.ref('ComplaintFigure')()], required: true };
  to.object(
    'ComplaintFigures',
    {
      from: { type: () => scalars.dateTime, required: true },
      to: { type: () => scalars.dateTime, required: true },
      asOf: { type: () => scalars.dateTime, required: true },
      coming: { type: to.ref('ComplaintFigure'), required: true, label: within },
      waiting: {
        ...lines,
        label: label('各状态停留小时数的中位数', '各狀態停留小時數的中位數', 'Median hours in each state'),
      },
      causes: { ...lines, label: label('按类别排列', '按類別排列', 'Categories, most frequent first') },
    },
    label('负责人关注的数字', '負責人關注的數字', 'Figures for heads of department'),
  );
  return [
    {
      name: 'complaintFigures',
      label: label(
        '即将超期、停留最久的环节、投诉原因；各带案件的筛选条件',
        '即將超期、停留最久的環節、投訴原因；各帶案件的篩選條件',
        'Breaches to come, where cases wait longest, causes; each with the filter of its cases',
      ),
      args: periodArguments,
      type: to.ref('ComplaintFigures'),
      resolve: answerHeads,
    },
  ];
}
