import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { checkRow } from '../../../commands/validate.js';

export type TagInput = ActInput & {
  readonly customerId: string;
  readonly expectedVersion: number;
  readonly tag: string;
};

function tagging(
  name: string,
  change: (work: Work, customerId: string, tag: string, known: string | null) => Promise<void>,
): Command<TagInput, { readonly id: string }> {
  return {
    name,
    permission: { subject: 'customerFile', action: 'UPDATE' },
    targets: ({ customerId, expectedVersion }) => [
      { kind: 'Customer', id: String(customerId), expectedVersion },
    ],
    async run(work, { customerId, tag: given }) {
      const { tag } = checkRow(kindNamed('CustomerTag'), { tag: given }, { fields: ['tag'], partial: false });
      const [known] = await work.find('CustomerTag', { customerId, tag: String(tag) });
      await change(work, customerId, String(tag), known ? String(known.id) : null);
      return { id: customerId };
    },
  };
}

/** Puts a word on a file; one that is there already stays as it is. */
export const tagCustomer = tagging('tagCustomer', async (work, customerId, tag, known) => {
  if (known !== null) return;
  await work.insert('CustomerTag', { customerId, tag });
  await work.touch('Customer', customerId);
});

/** Takes a word off a file; one that is not there is no error. */
export const untagCustomer = tagging('untagCustomer', async (work, customerId, _tag, known) => {
  if (known === null) return;
  await work.remove('CustomerTag', known);
  await work.touch('Customer', customerId);
});
