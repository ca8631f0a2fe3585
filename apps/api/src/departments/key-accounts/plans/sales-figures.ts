import { type DaySpan } from '@kehu/domain/key-accounts/periods';
import { instantOfLocal } from '@kehu/domain/text/local-time';
import type { Where } from '@kehu/query/arguments';
import { Decimal } from 'decimal.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { chosen, nested } from '../../../graphql/select.js';

/** By what the lines of a plan are told apart, and where an order's line says the same. */
export const dimensions = {
  customer: ['order', 'customer', 'id'],
  product: ['product', 'id'],
  category: ['product', 'category'],
  dealer: ['order', 'dealer', 'id'],
  region: ['order', 'region', 'id'],
  manager: ['order', 'owner', 'id'],
} as const satisfies Record<string, readonly string[]>;
export type Dimension = keyof typeof dimensions;
export const allDimensions = Object.keys(dimensions) as Dimension[];

/** What was sold, received and spent. */
export interface Sold {
  readonly amount: Decimal;
  readonly quantity: Decimal;
  readonly orders: number;
}

/** Orders that count as sold: everything but drafts and what was cancelled. */
export const notSold = ['DRAFT', 'CANCELLED'] as const;

/** The instants of a span of days in the organisation's zone; the end is excluded. */
export function instantsOf(span: DaySpan, zone: string): { readonly from: string; readonly to: string } {
  const at = (text: string, days: number) => {
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
    return instantOfLocal(zone, { year, month, day: day + days }).toISOString();
  };
  return { from: at(span.from, 0), to: at(span.to, 1) };
}

/** Which orders a span is about, as a filter of order lines; the same filter opens the list behind a figure. */
export function soldIn(span: DaySpan, zone: string): Where {
  const { from, to } = instantsOf(span, zone);
  return { order: { orderedAt: { gte: from, lt: to }, state: { notIn: notSold } } };
}

/**
 * Sales of a span by some dimensions, through the read engine with the policy of the asker: by a key of the
 * dimensions' values joined with a line break, `` for none. Amounts are those of the lines, before freight.
 */
export async function soldBy(
  by: readonly Dimension[],
  span: DaySpan,
  context: RequestContext,
  more: Where = { and: [] },
): Promise<ReadonlyMap<string, Sold>> {
  const answers = await context.services.engine.aggregate(
    'OrderLine',
    {
      where: {
        and: [
          soldIn(span, context.organisation.zone),
          { or: [{ removed: { isNull: true } }, { removed: { eq: false } }] },
          more,
        ],
      },
      ...(by.length > 0 ? { groupBy: by.map((dimension) => nested(dimensions[dimension], 'VALUE')) } : {}),
    },
    chosen({
      ...(by.length > 0 ? { key: keySelection(by) } : {}),
      count: true,
      sum: { amount: true, quantity: true },
    }),
    readContext(context),
  );
  return new Map(
    answers.map((answer) => {
      const sum = answer.sum as Record<string, unknown>;
      const key = by.map((dimension) => valueAt(answer.key, dimensions[dimension])).join('\n');
      return [
        key,
        {
          amount: new Decimal(String(sum.amount ?? 0)),
          quantity: new Decimal(String(sum.quantity ?? 0)),
          orders: Number(answer.count),
        },
      ];
    }),
  );
}

function keySelection(by: readonly Dimension[]) {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const dimension of by) merge(merged, nested(dimensions[dimension], true));
  return merged as never;
}

function merge(into: Record<string, unknown>, from: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(from)) {
    const known = into[name];
    if (typeof known === 'object' && known !== null && typeof value === 'object' && value !== null)
      merge(known as Record<string, unknown>, value as Record<string, unknown>);
    else into[name] = value;
  }
}

function valueAt(key: unknown, path: readonly string[]): string {
  let value: unknown = key;
  for (const name of path) value = value == null ? null : (value as Record<string, unknown>)[name];
  return value == null ? '' : String(value);
}
