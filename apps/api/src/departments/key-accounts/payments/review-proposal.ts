import { permits } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { reviewFindings } from '@kehu/domain/key-accounts/review-findings';
import { fill } from '@kehu/domain/messages/message';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { readRows } from '../../../commands/allowed-actions.js';
import { notFound, unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen } from '../../../graphql/select.js';
import { sourceOfRequest } from '../../../records/source.js';
import { systemReview } from './review.js';

/** What the asker may see of the customer's credit limit: the figure, or nothing where it is a secret to him. */
async function limitShown(customerId: string, context: RequestContext): Promise<string | null> {
  if (!context.actor || permits(context.actor.roles, 'businessSecret', 'READ').length === 0) return null;
  const customer = await context.services.engine.one(
    'Customer',
    customerId,
    chosen({ organisationProfile: { creditLimit: true } }),
    readContext(context),
  );
  const profile = customer?.organisationProfile as { readonly creditLimit?: unknown } | null | undefined;
  return profile?.creditLimit == null ? null : String(profile.creditLimit);
}

/**
 * The seven items of an order's review as the system finds them, in the asker's language; for whoever sees the
 * order. The figures of the credit are shown only to whom the limit is no secret; whether it is kept, to all.
 */
export async function reviewProposal(orderId: string, context: RequestContext) {
  const seen = await context.services.engine.one(
    'Order',
    orderId,
    chosen({ id: true }),
    readContext(context),
  );
  const order = seen ? (await readRows(kindNamed('Order'), [orderId], context)).get(orderId) : undefined;
  if (!order) throw notFound();
  const { findings, credit, own } = await systemReview(sourceOfRequest(context), order);
  const limit = await limitShown(String(order.customerId), context);
  const figures =
    limit === null
      ? null
      : fill(
          reviewFindings.limitFigures,
          { used: credit.used.toFixed(2), own: own.toFixed(2), limit },
          context.language,
        );
  return {
    orderId,
    items: findings.map(({ kind, met, text, values }) => {
      const finding = fill(reviewFindings[text], values, context.language);
      return {
        kind,
        met,
        finding: kind === 'CREDIT' && figures !== null ? `${finding} · ${figures}` : finding,
      };
    }),
  };
}

/** `orderReviewProposal`: what the form of the review is filled in with (D5). */
export function reviewProposalRoot(): RootSpec {
  const { declarations } = catalogueTypes();
  declarations.object('OrderReviewFinding', {
    kind: {
      type: declarations.ref('OrderReviewItemKind'),
      required: true,
      label: label('评审项', '審查項', 'Item'),
    },
    met: { type: () => GraphQLBoolean, required: true, label: label('满足', '滿足', 'Met') },
    finding: { type: () => GraphQLString, required: true, label: label('依据', '依據', 'Finding') },
  });
  const finding = declarations.ref('OrderReviewFinding');
  declarations.object('OrderReviewProposal', {
    orderId: { type: () => scalars.id, required: true, label: label('订单', '訂單', 'Order') },
    items: { type: () => [finding() as never], required: true, label: label('评审项', '審查項', 'Items') },
  });
  return {
    name: 'orderReviewProposal',
    label: label('系统对订单的评审建议', '系統對訂單的審查建議', "The order's review as the system finds it"),
    args: { orderId: { type: () => scalars.id, required: true } },
    type: declarations.ref('OrderReviewProposal'),
    async resolve({ orderId }, context) {
      if (!context.actor) throw unauthenticated();
      return reviewProposal(String(orderId), context);
    },
  };
}
