import { label } from '@kehu/domain/catalogue/labels';
import { spanOf } from '@kehu/domain/key-accounts/periods';
import type { PlanPeriod } from '@kehu/domain/key-accounts/sales-plan';
import { dayIn } from '@kehu/domain/text/dates';
import { Decimal } from 'decimal.js';
import { GraphQLFloat, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { notFound, unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen, nested } from '../../../graphql/select.js';
import { allDimensions, type Dimension, dimensions, type Sold, soldBy, soldIn } from './sales-figures.js';

interface PlanLine {
  readonly id: string;
  readonly amount: string;
  readonly quantity: string;
  readonly values: Readonly<Partial<Record<Dimension, string>>>;
}

const relations: readonly Dimension[] = ['customer', 'product', 'dealer', 'region', 'manager'];

async function planOf(id: string, context: RequestContext) {
  const refs = Object.fromEntries(relations.map((name) => [name, { id: true as const }]));
  const plan = await context.services.engine.one(
    'SalesPlan',
    id,
    chosen({
      id: true,
      periodType: true,
      period: true,
      amount: true,
      quantity: true,
      lines: {
        name: 'lines',
        arguments: { first: 1000, orderBy: [{ id: 'ASC' }] },
        selection: { id: true, amount: true, quantity: true, category: true, ...refs },
      },
    }),
    readContext(context),
  );
  if (!plan) throw notFound();
  const span = spanOf(plan.periodType as PlanPeriod, String(plan.period));
  if (!span) throw notFound();
  const rows = (plan['@lines'] ?? plan.lines ?? []) as readonly Record<string, unknown>[];
  const lines = rows.map((row): PlanLine => {
    const values: Partial<Record<Dimension, string>> = {};
    for (const name of relations) {
      const ref = row[name] as { readonly id: string } | null;
      if (ref) values[name] = String(ref.id);
    }
    if (row.category != null) values.category = String(row.category);
    return { id: String(row.id), amount: String(row.amount), quantity: String(row.quantity), values };
  });
  return { plan, span, lines };
}

const nothingSold: Sold = { amount: new Decimal(0), quantity: new Decimal(0), orders: 0 };

/**
 * What a plan's lines brought so far, computed from the orders and never typed over (R3.7, E4.1): actual,
 * completion in percent, a forecast that carries the pace of the days gone by to the end of the period, and
 * the filter of the order lines behind each figure. Counts what the asker's policy shows.
 */
export async function planActuals(id: string, context: RequestContext) {
  const { plan, span, lines } = await planOf(id, context);
  const { zone } = context.organisation;
  const now = context.services.clock.now();
  const bySet = new Map<string, ReadonlyMap<string, Sold>>();
  const setOf = ({ values }: PlanLine) => allDimensions.filter((name) => values[name] !== undefined);
  for (const line of lines) {
    const set = setOf(line);
    const key = set.join(' ');
    if (!bySet.has(key)) bySet.set(key, await soldBy(set, span, context));
  }
  const pace = shareGone(span, dayIn(zone, now));
  const figure = (planned: string, plannedQuantity: string, sold: Sold, where: unknown) => ({
    planned,
    actual: sold.amount.toString(),
    completion: percentOf(sold.amount, planned),
    plannedQuantity,
    actualQuantity: sold.quantity.toString(),
    quantityCompletion: percentOf(sold.quantity, plannedQuantity),
    forecast: pace === 0 ? null : sold.amount.div(pace).toDecimalPlaces(2).toString(),
    where: JSON.stringify(where),
  });
  const base = soldIn(span, zone);
  const answers = lines.map((line) => {
    const set = setOf(line);
    const key = set.map((name) => line.values[name] ?? '').join('\n');
    const sold = bySet.get(set.join(' '))?.get(key) ?? nothingSold;
    const own = set.map((name) => nested(dimensions[name], { eq: line.values[name] }));
    return { lineId: line.id, ...figure(line.amount, line.quantity, sold, { and: [base, ...own] }) };
  });
  const whole = answers.reduce(
    (sum, { actual, actualQuantity }) => ({
      amount: sum.amount.plus(actual),
      quantity: sum.quantity.plus(actualQuantity),
      orders: 0,
    }),
    nothingSold,
  );
  return { planId: id, ...figure(String(plan.amount), String(plan.quantity), whole, base), lines: answers };
}

function percentOf(actual: Decimal, planned: string): number | null {
  const plan = new Decimal(planned);
  return plan.isZero() ? null : actual.div(plan).times(100).toDecimalPlaces(1).toNumber();
}

/** Which share of a span's days is over; the day of today counts whole. */
export function shareGone(span: { readonly from: string; readonly to: string }, today: string): number {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  const all = day(span.to) - day(span.from) + 1;
  return Math.min(Math.max(day(today) - day(span.from) + 1, 0), all) / all;
}

/** `salesPlanActuals`: planned against actual of a plan and each of its lines. */
export function actualsRoot(): RootSpec {
  const { declarations } = catalogueTypes();
  const fields = {
    planned: {
      type: () => scalars.decimal,
      required: true as const,
      label: label('计划销售额', '計畫銷售額', 'Planned amount'),
    },
    actual: {
      type: () => scalars.decimal,
      required: true as const,
      label: label('实际销售额', '實際銷售額', 'Actual amount'),
    },
    completion: {
      type: () => GraphQLFloat,
      label: label('完成率（%）', '完成率（%）', 'Completion in percent'),
    },
    plannedQuantity: {
      type: () => scalars.decimal,
      required: true as const,
      label: label('计划数量', '計畫數量', 'Planned quantity'),
    },
    actualQuantity: {
      type: () => scalars.decimal,
      required: true as const,
      label: label('实际数量', '實際數量', 'Actual quantity'),
    },
    quantityCompletion: {
      type: () => GraphQLFloat,
      label: label('数量完成率（%）', '數量完成率（%）', 'Completion of the quantity in percent'),
    },
    forecast: {
      type: () => scalars.decimal,
      label: label(
        '期末预测：按已过天数的进度推算',
        '期末預測：按已過天數的進度推算',
        'Forecast to the end at the pace so far',
      ),
    },
    where: {
      type: () => GraphQLString,
      required: true as const,
      label: label('背后的订单明细', '背後的訂單明細', 'Filter of the order lines behind it'),
    },
  };
  declarations.object('SalesPlanLineActual', {
    lineId: { type: () => scalars.id, required: true, label: label('计划明细', '計畫明細', 'Plan line') },
    ...fields,
  });
  const line = declarations.ref('SalesPlanLineActual');
  declarations.object('SalesPlanActuals', {
    planId: { type: () => scalars.id, required: true, label: label('销售计划', '銷售計畫', 'Sales plan') },
    ...fields,
    lines: { type: () => [line() as never], required: true, label: label('明细', '明細', 'Lines') },
  });
  return {
    name: 'salesPlanActuals',
    label: label('计划与实际', '計畫與實際', 'Planned against actual'),
    args: { id: { type: () => scalars.id, required: true } },
    type: declarations.ref('SalesPlanActuals'),
    async resolve({ id }, context) {
      if (!context.actor) throw unauthenticated();
      return planActuals(String(id), context);
    },
  };
}
