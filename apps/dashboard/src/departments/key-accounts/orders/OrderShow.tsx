import { customer } from '@kehu/domain/customers/customer';
import { order, orderLine } from '@kehu/domain/key-accounts/order';
import { Box, Link, Typography } from '@mui/material';
import { LinkBase, useParams } from 'react-admin';
import { useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { oneText } from '../../../data/query';
import type { Rights } from '../../../data/rights';
import { allFields, selectionOf } from '../../../data/selection';
import { decimal, whole } from '../../../ui/figures';
import { Page, Section } from '../../../ui/Page';
import { AuditTrail } from '../../../ui/record/AuditTrail';
import { Facts } from '../../../ui/record/Facts';
import { Lines } from '../../../ui/record/Lines';
import { NotThere } from '../../../ui/record/NotThere';
import { Reveal } from '../../../ui/record/Reveal';
import { recordTexts } from '../../../ui/record/texts';
import { WhoSees } from '../../../ui/record/WhoSees';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { keyAccountTexts } from '../texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

type OrderFile = Row & {
  readonly orderNo: string;
  readonly customer?: { readonly id: string; readonly name?: string; readonly phone?: string | null } | null;
  readonly lines?: readonly Row[];
  readonly linesAggregate?: readonly {
    readonly count: number;
    readonly sum: { readonly amount: string | null };
  }[];
};

const factNames = [
  'customer',
  'receiptNo',
  'state',
  'owner',
  'region',
  'orderedAt',
  'requiredAt',
  'promisedAt',
  'shippedAt',
  'daysToShip',
  'shippedLate',
  'returned',
  'country',
  'province',
  'city',
  'shippingMode',
  'shipper',
  'freight',
  'total',
  'profit',
  'source',
  'sourceKey',
];
const lineNames = [
  'lineNo',
  'product',
  'quantity',
  'unitPrice',
  'grossAmount',
  'discount',
  'amount',
  'profit',
  'spec',
  'shippedQuantity',
  'returnedQuantity',
];
const shownLines = 200;

function selection(rights: Rights): string {
  const own = [...allFields(order), 'customer.name', 'customer.phone'];
  const lines = rights.reads(orderLine)
    ? `lines(orderBy: [{ lineNo: ASC }], limit: ${shownLines}) { ${selectionOf(orderLine, lineNames, rights)} } linesAggregate { count sum { amount } }`
    : '';
  return `${selectionOf(order, own, rights)} ${lines}`;
}

/** One order with its lines; the customer's number can be shown for this order in two clicks. */
export function OrderShow() {
  const { id = '' } = useParams();
  const t = useTexts(keyAccountTexts);
  const record = useTexts(recordTexts);
  const say = useSay();
  const language = useLanguage();
  const rights = useRights();
  const { data, error } = useAsk<{ one: OrderFile | null }>(oneText(order, selection(rights)), { id });
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const file = data.one;
  const sums = file.linesAggregate?.[0];
  const beside = [
    textOf(order.fields.state, file.state, language),
    file.returned === true ? t('returned') : '',
    file.shippedLate === true ? t('late') : '',
  ];
  return (
    <Page
      title={t('order', { no: file.orderNo })}
      beside={<Typography color="text.secondary">{beside.filter(Boolean).join(' · ')}</Typography>}
      acts={<WhoSees kind={order} id={id} />}
    >
      <Section title={t('facts')}>
        <Facts kind={order} names={factNames} record={file} skipEmpty />
        {file.customer?.phone && (
          <Box sx={{ display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', gap: 2, py: 1 }}>
            <Box sx={{ color: 'text.secondary' }}>{t('delivery')}</Box>
            <Box>
              <Reveal
                kind={customer}
                id={file.customer.id}
                name="phone"
                value={file.customer.phone}
                reasons={[{ words: record('reasonOrder', { no: file.orderNo }), basis: `Order:${file.id}` }]}
              >
                {file.customer.phone}
              </Reveal>
            </Box>
          </Box>
        )}
      </Section>
      {file.lines && (
        <Section
          title={t('lines')}
          count={sums && t('lineSum', { n: whole(sums.count), amount: decimal(sums.sum.amount, 2) })}
        >
          <Lines
            kind={orderLine}
            names={usedNames(file.lines)}
            rows={file.lines}
            label={say(orderLine.label)}
          />
          {sums && sums.count > file.lines.length && (
            <Link
              component={LinkBase}
              to={`/orderLines?filter=${encodeURIComponent(JSON.stringify({ order: id }))}`}
            >
              {record('showAll', { n: whole(sums.count) })}
            </Link>
          )}
        </Section>
      )}
      <AuditTrail kind={order} id={id} />
    </Page>
  );
}

/** Columns that no line of this order fills are left out. */
function usedNames(lines: readonly Row[]): readonly string[] {
  const always = new Set(['lineNo', 'product', 'quantity', 'unitPrice', 'amount']);
  return lineNames.filter(
    (name) => always.has(name) || lines.some((line) => line[name] !== null && line[name] !== undefined),
  );
}
