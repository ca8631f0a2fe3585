import { permits } from '@kehu/domain/access/permissions';
import { label } from '@kehu/domain/catalogue/labels';
import { addDays, dayIn } from '@kehu/domain/text/dates';
import type { Where } from '@kehu/query/arguments';
import { Decimal } from 'decimal.js';
import { GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { badInput, forbidden, unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen } from '../../../graphql/select.js';

/** By whom receivables are told apart: the order's relation, and the field of it that people read. */
const groupings = {
  customer: { relation: 'customer', name: 'name' },
  manager: { relation: 'owner', name: 'displayName' },
  region: { relation: 'region', name: 'name' },
} as const;
type Grouping = keyof typeof groupings;
const names = Object.keys(groupings) as Grouping[];

/** Ages of a receivable, in days over the day on which it was payable; the day itself is day 0. */
const ages = [
  { name: 'notDue', from: null, to: -1 },
  { name: 'days0To30', from: 0, to: 30 },
  { name: 'days31To60', from: 31, to: 60 },
  { name: 'days61To90', from: 61, to: 90 },
  { name: 'over90', from: 91, to: null },
] as const;
type Age = (typeof ages)[number]['name'];

type Amounts = Record<Age, Decimal>;
const nothing = (): Amounts =>
  ({
    notDue: new Decimal(0),
    days0To30: new Decimal(0),
    days31To60: new Decimal(0),
    days61To90: new Decimal(0),
    over90: new Decimal(0),
  }) satisfies Amounts;

/** Orders that somebody owes for: delivered on a term, neither draft nor cancelled. */
const owed: Where = { payableOn: { isNull: false }, state: { notIn: ['DRAFT', 'CANCELLED'] } };

/** The orders of an age, as a filter over the day on which they were payable. */
function ofAge({ from, to }: (typeof ages)[number], today: string): Where {
  return {
    payableOn: {
      ...(to === null ? {} : { gte: addDays(today, -to) }),
      ...(from === null ? {} : { lte: addDays(today, -from) }),
    },
  };
}

interface Owing {
  readonly key: string | null;
  readonly name: string | null;
  readonly amounts: Amounts;
}

/**
 * What is owed for delivered orders by age, for the orders that the asker's policy shows: what each comes to
 * with tax less what was booked on it. Grouped by customer, by the manager of the order, or by its region.
 */
export async function receivablesBy(by: Grouping | null, context: RequestContext): Promise<readonly Owing[]> {
  const today = dayIn(context.organisation.zone, context.services.clock.now());
  const relation = by === null ? null : groupings[by];
  const groups = new Map<string, Owing>();
  const answered = await Promise.all(
    ages.map((age) =>
      context.services.engine.aggregate(
        'Order',
        {
          where: { and: [owed, ofAge(age, today)] },
          groupBy: [...(relation ? [{ [relation.relation]: { id: 'VALUE' } }] : []), { taxMode: 'VALUE' }],
          limit: 5000,
        },
        chosen({
          key: {
            taxMode: true,
            ...(relation ? { [relation.relation]: { id: true, [relation.name]: true } } : {}),
          },
          sum: { total: true, taxTotal: true, paidTotal: true },
        }),
        readContext(context),
      ),
    ),
  );
  for (const [at, rows] of answered.entries()) {
    const age = ages[at]?.name ?? 'notDue';
    for (const { key: of, sum } of rows) {
      const values = of as Record<string, unknown>;
      const ref = relation ? (values[relation.relation] as Record<string, unknown> | null) : null;
      const key = ref?.id == null ? null : String(ref.id);
      const group = groups.get(key ?? '') ?? {
        key,
        name: relation && ref?.[relation.name] != null ? String(ref[relation.name]) : null,
        amounts: nothing(),
      };
      groups.set(key ?? '', group);
      group.amounts[age] = group.amounts[age].plus(owing(sum as Record<string, unknown>, values.taxMode));
    }
  }
  return [...groups.values()]
    .filter(({ amounts }) => !totalOf(amounts).isZero())
    .sort((a, b) => totalOf(b.amounts).cmp(totalOf(a.amounts)) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function owing(sum: Record<string, unknown>, taxMode: unknown): Decimal {
  const of = (name: string) => new Decimal(String(sum[name] ?? 0));
  return of('total')
    .plus(taxMode === 'EXCLUDED' ? of('taxTotal') : 0)
    .minus(of('paidTotal'));
}

function totalOf(amounts: Amounts): Decimal {
  return Object.values(amounts).reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}

function shown(amounts: Amounts) {
  return {
    total: totalOf(amounts).toString(),
    ...Object.fromEntries(ages.map(({ name }) => [name, amounts[name].toString()])),
  };
}

/** Receivables by age as a person asks for them. FORBIDDEN without a right to read payments. */
export async function receivables(given: unknown, context: RequestContext) {
  if (!context.actor) throw unauthenticated();
  if (permits(context.actor.roles, 'payment', 'READ').length === 0) throw forbidden();
  const by = names.find((name) => name === given);
  if (!by) throw badInput({ path: 'by', message: 'input.notOneOf', values: { codes: names.join(', ') } });
  const [[all], groups] = await Promise.all([receivablesBy(null, context), receivablesBy(by, context)]);
  const { relation } = groupings[by];
  return {
    asOf: dayIn(context.organisation.zone, context.services.clock.now()),
    ...shown(all?.amounts ?? nothing()),
    where: JSON.stringify(owed),
    groups: groups.map(({ key, name, amounts }) => ({
      key,
      name,
      ...shown(amounts),
      where: JSON.stringify({
        and: [owed, { [relation]: { id: key === null ? { isNull: true } : { eq: key } } }],
      }),
    })),
  };
}

/** `receivables`: what is owed by age, in all and by customer, manager or region (R3.7). */
export function receivablesRoot(): RootSpec {
  const { declarations } = catalogueTypes();
  const amount = (hans: string, hant: string, en: string): FieldSpecs[string] => ({
    type: () => scalars.decimal,
    required: true,
    label: label(hans, hant, en),
  });
  const amounts: FieldSpecs = {
    total: amount('应收合计', '應收合計', 'Total owed'),
    notDue: amount('未到期', '未到期', 'Not due yet'),
    days0To30: amount('逾期 0–30 天', '逾期 0–30 天', '0–30 days'),
    days31To60: amount('逾期 31–60 天', '逾期 31–60 天', '31–60 days'),
    days61To90: amount('逾期 61–90 天', '逾期 61–90 天', '61–90 days'),
    over90: amount('逾期 90 天以上', '逾期 90 天以上', 'Over 90 days'),
    where: {
      type: () => GraphQLString,
      required: true,
      label: label('背后的订单', '背後的訂單', 'Filter of the orders behind it'),
    },
  };
  declarations.object('ReceivableGroup', {
    key: { type: () => scalars.id, label: label('编号', '編號', 'Id') },
    name: { type: () => GraphQLString, label: label('名称', '名稱', 'Name') },
    ...amounts,
  });
  const group = declarations.ref('ReceivableGroup');
  declarations.object('Receivables', {
    asOf: { type: () => scalars.date, required: true, label: label('截至', '截至', 'As of') },
    ...amounts,
    groups: { type: () => [group() as never], required: true, label: label('分组', '分組', 'Groups') },
  });
  return {
    name: 'receivables',
    label: label(
      '应收账款账龄：按应收日期起算的天数；by 为 customer、manager 或 region',
      '應收帳款帳齡：按應收日期起算的天數；by 為 customer、manager 或 region',
      'Receivables by age in days over the day payable; by: customer, manager or region',
    ),
    args: { by: { type: () => GraphQLString, required: true } },
    type: declarations.ref('Receivables'),
    resolve: ({ by }, context) => receivables(by, context),
  };
}
