import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Language } from '@kehu/domain/catalogue/labels';
import { contact, customerAddress } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { organisationProfile, personProfile } from '@kehu/domain/customers/profiles';
import { order } from '@kehu/domain/key-accounts/order';
import { Button } from '@mui/material';
import { useMemo } from 'react';
import { LinkBase, useParams } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import type { Rights } from '../../../data/rights';
import { selectionOf } from '../../../data/selection';
import { momentIn, today } from '../../../ui/figures';
import { Page } from '../../../ui/Page';
import { A4Document } from '../../../ui/print/A4Document';
import { PrintButton } from '../../../ui/print/PrintButton';
import { type PrintPart, printFields, ruledFields, ruledRecords } from '../../../ui/print/parts';
import { signaturePart } from '../../../ui/print/SignatureRow';
import { printTexts } from '../../../ui/print/texts';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { organisationNames, personNames } from './CustomerProfiles';
import { type CustomerFile, fileSelection } from './file';
import { customerTexts } from './texts';

const basics = [
  'name',
  'customerNo',
  'shortName',
  'type',
  'partyType',
  'grade',
  'relation',
  'segment',
  'lifecycle',
  'acquiredVia',
  'phone',
  'owner',
  'country',
  'province',
  'city',
  'region',
  'store',
  'department',
  'createdAt',
  'lastContactAt',
  'nextContactDue',
  'lastVerifiedAt',
];
const contactNames = ['name', 'position', 'decisionRole', 'phone', 'email', 'birthday', 'isPrimary'];
const addressNames = ['purpose', 'province', 'city', 'district', 'street', 'postcode'];
const orderNames = ['orderNo', 'orderedAt', 'state', 'shippedAt', 'total'];
const printedOrders = 10;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Printed = CustomerFile & { readonly printedOrders?: readonly Row[] };

function text(rights: Rights): string {
  const orders =
    rights.reads(order) && rights.seesField(order, 'orderNo')
      ? `printedOrders: orders(orderBy: [{ orderedAt: DESC }], limit: ${printedOrders}) { ${selectionOf(order, orderNames, rights)} }`
      : '';
  return `query CustomerPrint($id: ID!) { one: customer(id: $id) { ${fileSelection(rights)} ${orders} } }`;
}

/** The customer file on paper 客户档案, as it is filed: masked exactly as its reader sees it. */
export function CustomerPrint() {
  const { id = '' } = useParams();
  const t = useTexts(customerTexts);
  const print = useTexts(printTexts);
  const language = useLanguage();
  const { rights, person, zone } = useHere();
  const { data, error } = useAsk<{ one: Printed | null }>(text(rights), { id });
  const file = data?.one ?? null;
  const parts = useMemo(() => (file ? partsOf(file, rights, language, t) : []), [file, rights, language, t]);
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!file) return <Waiting />;
  const now = new Date();
  const name = String(file.name ?? file.customerNo ?? '');
  const at = momentIn(now, zone);
  return (
    <Page
      title={t('printTitle', { name })}
      headOnScreenOnly
      acts={
        <>
          <Button component={LinkBase} to={`/customers/${id}/show`}>
            {print('back')}
          </Button>
          <PrintButton />
        </>
      }
    >
      <A4Document
        organisation={person.organisationName}
        title={t('printed')}
        number={file.customerNo === undefined ? undefined : String(file.customerNo)}
        date={today(now, zone)}
        foot={print('printedBy', { name: person.displayName, at })}
        parts={parts}
      />
    </Page>
  );
}

/** The parts of the card in the order in which they are filed; parts that the reader may not see are absent. */
function partsOf(
  file: Printed,
  rights: Rights,
  language: Language,
  t: ReturnType<typeof useTexts<typeof customerTexts>>,
): PrintPart[] {
  const fields = (key: string, heading: string, kind: Kind, names: readonly string[], record: object) =>
    ruledFields(key, heading, printFields(kind, names, record as Row, rights, language));
  const records = (
    key: string,
    kind: Kind,
    names: readonly string[],
    rows: readonly Row[] | undefined,
    widths: Readonly<Record<string, number>>,
  ) =>
    rows?.length
      ? [ruledRecords(key, t(key as 'contacts'), kind, names, rows, rights, language, widths)]
      : [];
  const tags = (file.tags ?? []).map((each) => each.tag).join('、');
  return [
    fields('profile', t('profile'), customer, basics, file),
    ...(file.partyType !== 'ORGANISATION' && file.personProfile
      ? [fields('person', t('person'), personProfile, personNames, file.personProfile)]
      : []),
    ...(file.partyType !== 'PERSON' && file.organisationProfile
      ? [
          fields(
            'organisation',
            t('organisation'),
            organisationProfile,
            organisationNames,
            file.organisationProfile,
          ),
        ]
      : []),
    ...records('contacts', contact, contactNames, file.contacts, { phone: 17, email: 22, isPrimary: 11 }),
    ...records('addresses', customerAddress, addressNames, file.addresses, { street: 36, postcode: 13 }),
    ...records('recentOrders', order, orderNames, file.printedOrders, { orderNo: 26 }),
    ruledFields('remarks', undefined, [
      { key: 'tags', label: t('tags'), value: tags, wide: true },
      ...printFields(customer, ['remark'], file, rights, language),
    ]),
    signaturePart('signatures', [t('filedBy'), t('checkedBy'), t('archivedBy')]),
  ];
}
