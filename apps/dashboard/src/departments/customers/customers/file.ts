import type { Kind } from '@kehu/domain/catalogue/kind';
import { contact, customerAddress, customerTag } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { organisationProfile, personProfile } from '@kehu/domain/customers/profiles';
import { order } from '@kehu/domain/key-accounts/order';
import type { Rights } from '../../../data/rights';
import { allFields, selectionOf } from '../../../data/selection';

type Part = Readonly<Record<string, unknown>> & { readonly id: string; readonly version?: number };

/** The customer file as its page reads it; parts that the person may not see are absent. */
export type CustomerFile = Part & {
  readonly owner?: { readonly id: string; readonly displayName?: string } | null;
  readonly personProfile?: Part | null;
  readonly organisationProfile?: Part | null;
  readonly contacts?: readonly Part[];
  readonly addresses?: readonly Part[];
  readonly tags?: readonly (Part & { readonly tag: string })[];
  readonly orders?: readonly { readonly id: string; readonly orderNo: string }[];
};

/** One document for the file and its parts: one statement for the file, one per list. */
export function fileSelection(rights: Rights): string {
  const own = selectionOf(customer, allFields(customer), rights);
  const part = (name: string, args: string, kind: Kind) => {
    const names = allFields(kind).filter((each) => each !== 'customer');
    return rights.reads(kind) ? `${name}${args} { ${selectionOf(kind, names, rights)} }` : '';
  };
  const profiles = (['personProfile', 'organisationProfile'] as const).map((name) => {
    const kind = name === 'personProfile' ? personProfile : organisationProfile;
    const names = allFields(kind).filter((each) => each !== 'customer');
    return rights.reads(kind) ? `${name} { ${selectionOf(kind, names, rights)} }` : '';
  });
  return [
    own,
    ...profiles,
    part('contacts', '(orderBy: [{ isPrimary: DESC }], limit: 100)', contact),
    part('addresses', '(limit: 100)', customerAddress),
    part('tags', '(limit: 100)', customerTag),
    rights.reads(order) && rights.seesField(order, 'orderNo')
      ? 'orders(orderBy: [{ orderedAt: DESC }], limit: 1) { id orderNo }'
      : '',
  ].join(' ');
}
