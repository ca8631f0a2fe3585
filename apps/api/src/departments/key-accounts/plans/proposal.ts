import { permits } from '@kehu/domain/access/permissions';
import { label } from '@kehu/domain/catalogue/labels';
import { spanOf, yearsBefore } from '@kehu/domain/key-accounts/periods';
import { type PlanPeriod, planPeriod } from '@kehu/domain/key-accounts/sales-plan';
import { Decimal } from 'decimal.js';
import { GraphQLFloat, GraphQLInt, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { badInput, forbidden, unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { allDimensions, type Dimension, type Sold, soldBy } from './sales-figures.js';

interface Asked {
  readonly periodType: PlanPeriod;
  readonly period: string;
  readonly by: Dimension;
  readonly years: number;
  readonly growth: number;
}

function checked(given: Readonly<Record<string, unknown>>): Asked {
  const periodType = planPeriod.codes.find((code) => code === given.periodType);
  const period = String(given.period ?? '');
  if (!periodType || !spanOf(periodType, period))
    throw badInput({ path: 'period', message: 'plan.badPeriod' });
  const by = allDimensions.find((dimension) => dimension === (given.by ?? 'customer'));
  if (!by)
    throw badInput({ path: 'by', message: 'input.notOneOf', values: { codes: allDimensions.join(', ') } });
  const years = Number(given.years ?? 3);
  if (!Number.isInteger(years) || years < 1 || years > 10)
    throw badInput({ path: 'years', message: 'input.notOneOf', values: { codes: '1–10' } });
  const growth = Number(given.growth ?? 0);
  if (!(growth > -1 && growth <= 10)) throw badInput({ path: 'growth', message: 'input.notPositive' });
  return { periodType, period, by, years, growth };
}

/**
 * A plan split from past shares (D4, R3.7): the total is that of the same period a year before, grown as asked;
 * each line gets the share that it had in the same period of the past years taken together. Rounded to cents;
 * what rounding leaves over goes to the largest line, so that the lines sum to the total exactly.
 */
export async function proposedLines(asked: Asked, context: RequestContext) {
  const past: ReadonlyMap<string, Sold>[] = [];
  for (let back = 1; back <= asked.years; back += 1) {
    const span = spanOf(asked.periodType, yearsBefore(asked.period, back));
    if (span) past.push(await soldBy([asked.by], span, context));
  }
  const zero = new Decimal(0);
  const sums = new Map<string, { amount: Decimal; quantity: Decimal }>();
  for (const year of past)
    for (const [key, { amount, quantity }] of year) {
      const known = sums.get(key) ?? { amount: zero, quantity: zero };
      sums.set(key, { amount: known.amount.plus(amount), quantity: known.quantity.plus(quantity) });
    }
  const factor = new Decimal(1).plus(asked.growth);
  const lastYear = [...(past[0]?.values() ?? [])];
  const total = lastYear
    .reduce((sum, { amount }) => sum.plus(amount), zero)
    .times(factor)
    .toDecimalPlaces(2);
  const quantity = lastYear
    .reduce((sum, sold) => sum.plus(sold.quantity), zero)
    .times(factor)
    .toDecimalPlaces(3);
  const base = [...sums.values()].reduce((sum, { amount }) => sum.plus(amount), zero);
  const baseQuantity = [...sums.values()].reduce((sum, sold) => sum.plus(sold.quantity), zero);
  const lines = [...sums]
    .filter(([, { amount }]) => amount.gt(0))
    .sort(([a, left], [b, right]) => right.amount.cmp(left.amount) || (a < b ? -1 : 1))
    .map(([key, sold]) => ({
      key,
      share: sold.amount.div(base),
      amount: total.times(sold.amount).div(base).toDecimalPlaces(2, Decimal.ROUND_DOWN),
      quantity: baseQuantity.isZero()
        ? zero
        : quantity.times(sold.quantity).div(baseQuantity).toDecimalPlaces(3, Decimal.ROUND_DOWN),
    }));
  const [largest] = lines;
  if (largest) {
    largest.amount = largest.amount.plus(lines.reduce((left, { amount }) => left.minus(amount), total));
    largest.quantity = largest.quantity.plus(
      lines.reduce((left, line) => left.minus(line.quantity), quantity),
    );
  }
  return { total, quantity, lines };
}

/** `salesPlanProposal`: lines for a new plan, each with what it sold in the past and its share. */
export function proposalRoot(): RootSpec {
  const { declarations } = catalogueTypes();
  declarations.object('ProposedPlanLine', {
    key: {
      type: () => GraphQLString,
      required: true,
      label: label('维度取值', '維度取值', 'Value of the dimension'),
    },
    share: {
      type: () => GraphQLFloat,
      required: true,
      label: label('过往份额', '過往份額', 'Share of the past'),
    },
    amount: {
      type: () => scalars.decimal,
      required: true,
      label: label('建议销售额', '建議銷售額', 'Proposed amount'),
    },
    quantity: {
      type: () => scalars.decimal,
      required: true,
      label: label('建议数量', '建議數量', 'Proposed quantity'),
    },
  });
  const line = declarations.ref('ProposedPlanLine');
  declarations.object('SalesPlanProposal', {
    amount: { type: () => scalars.decimal, required: true, label: label('合计', '合計', 'Total') },
    quantity: {
      type: () => scalars.decimal,
      required: true,
      label: label('数量合计', '數量合計', 'Quantity'),
    },
    lines: { type: () => [line() as never], required: true, label: label('明细', '明細', 'Lines') },
  });
  return {
    name: 'salesPlanProposal',
    label: label(
      '按过往份额建议的销售计划：总额为上年同期乘以（1＋增长率），各行按过往各年同期合计的份额分解',
      '按過往份額建議的銷售計畫：總額為上年同期乘以（1＋成長率），各行按過往各年同期合計的份額分解',
      'A plan from past shares: the total of the same period last year grown as asked, split by the shares of the same period in past years',
    ),
    args: {
      periodType: { type: catalogueTypes().declarations.ref('PlanPeriod'), required: true },
      period: { type: () => GraphQLString, required: true },
      by: { type: () => GraphQLString },
      years: { type: () => GraphQLInt },
      growth: { type: () => GraphQLFloat },
    },
    type: declarations.ref('SalesPlanProposal'),
    async resolve(given, context) {
      if (!context.actor) throw unauthenticated();
      if (permits(context.actor.roles, 'salesPlan', 'READ').length === 0) throw forbidden();
      const { total, quantity, lines } = await proposedLines(checked(given), context);
      return {
        amount: total.toString(),
        quantity: quantity.toString(),
        lines: lines.map(({ key, share, amount, quantity: pieces }) => ({
          key,
          share: share.toNumber(),
          amount: amount.toString(),
          quantity: pieces.toString(),
        })),
      };
    },
  };
}
