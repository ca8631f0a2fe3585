import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import type { OrderFacts } from '@kehu/domain/key-accounts/order-facts';
import {
  type OrderReviewItemKind,
  type OrderState,
  reviewItemKind,
} from '@kehu/domain/key-accounts/order-vocabularies';
import type { OrderGuard } from '@kehu/domain/key-accounts/order-workflow';
import { dayIn } from '@kehu/domain/text/dates';
import { GraphQLString } from 'graphql';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { cleanReason, optionalReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import type { StepInput, WorkflowAct } from '../../../workflow/act.js';
import { hasReason, reasonOf } from '../../../workflow/step-input.js';
import { systemReview } from '../payments/review.js';
import { tellCustomerOf } from './notices.js';
import { payableOn } from './roll-up.js';

export type OrderAct = WorkflowAct<OrderState, OrderGuard, OrderFacts>;

const noteOf = (input: StepInput) => optionalReason(input.note, 'note');
const noteField = { note: { type: () => GraphQLString, label: label('说明', '說明', 'Note') } };

interface ReviewItem {
  readonly kind: OrderReviewItemKind;
  readonly met: boolean;
  readonly finding?: string | null;
}

function reviewItems(input: StepInput): readonly ReviewItem[] {
  return Array.isArray(input.items) ? (input.items as ReviewItem[]) : [];
}

/** Writes the seven answers of the review; asked again for the same version they replace the earlier ones. */
async function writeReview(work: Work, row: RecordRow, items: readonly ReviewItem[]): Promise<void> {
  const orderVersion = Number(row.orderVersion ?? 1);
  const seen = new Set<string>();
  const found = items.length === 0 ? [] : (await systemReview(sourceOf(work), row)).findings;
  for (const [at, item] of items.entries()) {
    if (!reviewItemKind.codes.includes(item.kind) || seen.has(item.kind))
      throw badInput({
        path: `items.${at}.kind`,
        message: 'input.notOneOf',
        values: { codes: reviewItemKind.codes.join(', ') },
      });
    seen.add(item.kind);
    const [earlier] = await work.find('OrderReviewItem', {
      orderId: String(row.id),
      orderVersion,
      kind: item.kind,
    });
    const answer = {
      met: item.met,
      proposed: found.find(({ kind }) => kind === item.kind)?.met ?? null,
      finding: item.finding == null ? null : cleanReason(item.finding, `items.${at}.finding`),
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    };
    if (earlier) await work.update('OrderReviewItem', String(earlier.id), answer);
    else
      await work.insert('OrderReviewItem', {
        orderId: String(row.id),
        orderVersion,
        kind: item.kind,
        ...answer,
      });
  }
}

/** The acts of the order's path (D5), in its order. */
export function orderSteps(): OrderAct[] {
  const { declarations } = catalogueTypes();
  declarations.input(
    'OrderReviewItemInput',
    inputFields('OrderReviewItem', ['kind', 'met', 'finding'], ['kind', 'met']),
  );
  const item = declarations.ref('OrderReviewItemInput');
  const outcomeField = (name: string, hans: string, hant: string, en: string) => ({
    [name]: { type: () => GraphQLString, required: true as const, label: label(hans, hant, en) },
  });
  return [
    { name: 'submitOrder', input: noteField, write: async (_work, input) => ({ note: noteOf(input) }) },
    {
      name: 'reviewOrder',
      input: {
        ...outcomeField('result', '结果：PASS 或 RETURN', '結果：PASS 或 RETURN', 'PASS or RETURN'),
        items: { type: () => [item() as never], label: label('评审项', '審查項', 'Items') },
        ...reasonField(false),
      },
      outcome: ({ result }) => String(result),
      given: (_work, input) => ({
        ...hasReason(input),
        reviewed: reviewItems(input).map(({ kind }) => kind),
      }),
      async write(work, input, row) {
        await writeReview(work, row, reviewItems(input));
        return { note: reasonOf(input) };
      },
    },
    {
      name: 'confirmOrder',
      input: {
        ...inputFields('Order', ['promisedAt']),
        ...inputFields('CustomerNotice', ['mode', 'content'], ['mode']),
      },
      given: (_work, input, row) => ({ promised: input.promisedAt != null || row.promisedAt != null }),
      async write(work, input, row) {
        const { promisedAt } = checkRow(
          kindNamed('Order'),
          input.promisedAt === undefined ? {} : { promisedAt: input.promisedAt },
          { fields: ['promisedAt'], partial: true },
        );
        await tellCustomerOf(work, String(row.id), 'CONFIRMATION', input);
        return {
          changes: {
            ...(promisedAt === undefined ? {} : { promisedAt }),
            confirmedAt: work.now.toISOString(),
          },
        };
      },
    },
    { name: 'prepareOrder', input: noteField, write: async (_work, input) => ({ note: noteOf(input) }) },
    { name: 'readyOrder', input: noteField, write: async (_work, input) => ({ note: noteOf(input) }) },
    {
      name: 'deliverOrder',
      input: noteField,
      async write(work, input, row) {
        const day = dayIn(work.context.organisation.zone, work.now);
        return {
          note: noteOf(input),
          changes: { deliveredAt: work.now.toISOString(), payableOn: payableOn(day, row.paymentDays) },
        };
      },
    },
    {
      name: 'completeOrder',
      input: noteField,
      write: async (work, input) => ({
        note: noteOf(input),
        changes: { completedAt: work.now.toISOString() },
      }),
    },
    {
      name: 'holdOrder',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(_work, input, row) {
        const reason = cleanReason(input.reason, 'reason');
        return { note: reason, changes: { heldFrom: row.state ?? null, holdReason: reason } };
      },
    },
    {
      name: 'resumeOrder',
      input: noteField,
      write: async (_work, input) => ({ note: noteOf(input), changes: { heldFrom: null, holdReason: null } }),
    },
    {
      name: 'cancelOrder',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(_work, input) {
        const reason = cleanReason(input.reason, 'reason');
        return { note: reason, changes: { cancelReason: reason } };
      },
    },
  ];
}
