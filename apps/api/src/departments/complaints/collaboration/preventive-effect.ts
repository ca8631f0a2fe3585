import { label } from '@kehu/domain/catalogue/labels';
import type { Where } from '@kehu/query/arguments';
import { GraphQLInt, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen } from '../../../graphql/select.js';
import { storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';

/** What is compared: cases of the same matter, and of its store, product and cause each by itself. */
const dimensions = ['MATTER', 'STORE', 'PRODUCT', 'CATEGORY'] as const;
type Dimension = (typeof dimensions)[number];

/** Most cases that are named per side; the counts are whole. */
const mostCases = 200;

/**
 * The cases of a dimension: of the matter the same category together with the product where one is
 * known, else with the store (R4.1). Null where the case has nothing to compare by.
 */
function matching(complaint: RecordRow, dimension: Dimension): Readonly<Record<string, string>> | null {
  const { category, productId, storeId } = complaint;
  const store = storeId == null ? null : { storeId: String(storeId) };
  const product = productId == null ? null : { productId: String(productId) };
  switch (dimension) {
    case 'STORE':
      return store;
    case 'PRODUCT':
      return product;
    case 'CATEGORY':
      return { category: String(category) };
    case 'MATTER':
      return { category: String(category), ...(product ?? store) };
  }
}

/** The time before a measure and the time after it, of the same length: from when it was done until now. */
export function spans(doneAt: Date, now: Date): { from: Date; turn: Date; to: Date } {
  return { from: new Date(2 * doneAt.getTime() - now.getTime()), turn: doneAt, to: now };
}

/** How many cases of the same matter came in before the measure and after it, over times of the same length (R4.4). */
export async function countAround(
  work: Work,
  complaint: RecordRow,
  doneAt: Date,
  now: Date,
): Promise<{ readonly before: number; readonly after: number }> {
  const { from, turn, to } = spans(doneAt, now);
  const columns = { category: 'category', productId: 'product_id', storeId: 'store_id' } as const;
  const same = Object.entries(matching(complaint, 'MATTER') ?? {});
  const [row] = await work.rows<{ before_count: string; after_count: string }>(
    `SELECT COUNT(CASE WHEN received_at < ? THEN 1 END) AS before_count,
       COUNT(CASE WHEN received_at >= ? THEN 1 END) AS after_count
     FROM complaint WHERE received_at >= ? AND received_at < ?
       ${same.map(([name]) => `AND ${columns[name as keyof typeof columns]} = ?`).join(' ')}`,
    [
      storedInstant(turn),
      storedInstant(turn),
      storedInstant(from),
      storedInstant(to),
      ...same.map(([, value]) => value),
    ],
  );
  return { before: Number(row?.before_count ?? 0), after: Number(row?.after_count ?? 0) };
}

/** Types of `preventiveEffect`. */
export function declareEffectTypes(): void {
  const { declarations: to } = catalogueTypes();
  const required = true as const;
  const count = { type: () => GraphQLInt, required };
  const cases = { type: () => [scalars.id] as never, required };
  to.object(
    'PreventiveEffectLine',
    {
      dimension: {
        type: () => GraphQLString,
        required,
        label: label(
          'MATTER（同类别同产品，无产品则同门店）、STORE、PRODUCT 或 CATEGORY',
          'MATTER（同類別同產品，無產品則同門市）、STORE、PRODUCT 或 CATEGORY',
          'MATTER (same category and product, or store where there is none), STORE, PRODUCT or CATEGORY',
        ),
      },
      before: { ...count, label: label('措施前件数', '措施前件數', 'Cases before the measure') },
      after: { ...count, label: label('措施后件数', '措施後件數', 'Cases after the measure') },
      beforeCases: { ...cases, label: label('措施前的案件', '措施前的案件', 'The cases before') },
      afterCases: { ...cases, label: label('措施后的案件', '措施後的案件', 'The cases after') },
    },
    label('一个维度的前后件数', '一個維度的前後件數', 'Cases before and after by one dimension'),
  );
  to.object(
    'PreventiveEffect',
    {
      from: {
        type: () => scalars.dateTime,
        required,
        label: label('前段开始', '前段開始', 'Start of the time before'),
      },
      turn: {
        type: () => scalars.dateTime,
        required,
        label: label('措施完成', '措施完成', 'When the measure was done'),
      },
      to: {
        type: () => scalars.dateTime,
        required,
        label: label('后段结束', '後段結束', 'End of the time after'),
      },
      days: { type: () => GraphQLInt, required, label: label('每段天数', '每段天數', 'Days of each time') },
      lines: { type: () => [to.ref('PreventiveEffectLine')()], required },
    },
    label('预防措施的效果', '預防措施的效果', 'Effect of a preventive action'),
  );
}

/**
 * The numbers behind the check of a measure: cases of its matter, store, product and cause that came
 * in before it was done and after, over times of the same length, as far as the asking person may see
 * them. Null for a measure that is not done or not visible.
 */
export function preventiveEffectQuery(): RootSpec {
  return {
    name: 'preventiveEffect',
    label: label(
      '预防措施前后的投诉件数及其案件（R4.4）',
      '預防措施前後的投訴件數及其案件（R4.4）',
      'Complaints before and after a preventive action, with the cases (R4.4)',
    ),
    args: {
      id: {
        type: () => scalars.id,
        required: true,
        label: label('预防措施', '預防措施', 'The preventive action'),
      },
    },
    type: catalogueTypes().declarations.ref('PreventiveEffect'),
    nullable: true,
    resolve: ({ id }, context) => effectOf(String(id), context),
  };
}

async function effectOf(id: string, context: RequestContext) {
  if (!context.actor) throw unauthenticated();
  const reading = readContext(context);
  const { engine } = context.services;
  const measure = await engine.one(
    'PreventiveAction',
    id,
    chosen({
      doneAt: true,
      checkedAt: true,
      complaint: { category: true, product: { id: true }, store: { id: true } },
    }),
    reading,
  );
  const complaint = measure?.complaint as Compared | null | undefined;
  if (!measure || !complaint || measure.doneAt == null) return null;
  const until = measure.checkedAt == null ? reading.now : instantOf(measure.checkedAt);
  const { from, turn, to } = spans(instantOf(measure.doneAt), until);
  const row = {
    category: complaint.category,
    productId: complaint.product?.id ?? null,
    storeId: complaint.store?.id ?? null,
  };
  const lines = [];
  for (const dimension of dimensions) {
    const same = matching(row, dimension);
    if (!same) continue;
    const side = async (start: Date, end: Date) => {
      const received = { between: { from: start.toISOString(), to: end.toISOString() } };
      const page = await engine.page(
        'Complaint',
        {
          where: { and: [...filtersOf(same), { receivedAt: received }] },
          orderBy: [{ receivedAt: 'ASC' }],
          limit: Math.min(mostCases, reading.policy.limits.pageSize),
        },
        chosen({ totalCount: true, items: { id: true } }),
        reading,
      );
      return { count: page['@totalCount'] ?? 0, ids: page.items.map((item) => String(item.id)) };
    };
    const before = await side(from, turn);
    const after = await side(turn, to);
    lines.push({
      dimension,
      before: before.count,
      after: after.count,
      beforeCases: before.ids,
      afterCases: after.ids,
    });
  }
  const days = Math.floor((to.getTime() - turn.getTime()) / 86_400_000);
  return { from: from.toISOString(), turn: turn.toISOString(), to: to.toISOString(), days, lines };
}

interface Compared {
  readonly category: string;
  readonly product: { readonly id: string } | null;
  readonly store: { readonly id: string } | null;
}

const instantOf = (value: unknown): Date => new Date(value instanceof Date ? value : String(value));

/** The same as filters of the read engine. */
function filtersOf(same: Readonly<Record<string, string>>): Where[] {
  return Object.entries(same).map(([name, value]) =>
    name === 'category' ? { category: { eq: value } } : { [name.slice(0, -2)]: { id: { eq: value } } },
  );
}
