import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { NoticeOccasion } from '@kehu/domain/key-accounts/order-vocabularies';
import type { Work } from '../../../commands/command.js';
import { checkRow } from '../../../commands/validate.js';

/** Puts on record that the customer was told of something about the order, how, and by whom (D5). */
export async function tellCustomerOf(
  work: Work,
  orderId: string,
  occasion: NoticeOccasion,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const given = { mode: input.mode, ...(input.content === undefined ? {} : { content: input.content }) };
  const row = checkRow(kindNamed('CustomerNotice'), given, { fields: ['mode', 'content'], partial: false });
  await work.insert('CustomerNotice', {
    ...row,
    orderId,
    occasion,
    byId: work.actor.staffId,
    at: work.now.toISOString(),
  });
}
