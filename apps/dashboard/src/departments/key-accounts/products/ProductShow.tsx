import { order, orderLine, product } from '@kehu/domain/key-accounts/order';
import { Link, Typography } from '@mui/material';
import { LinkBase, useParams } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { oneText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { MonthChart } from '../../../ui/charts/MonthChart';
import { decimal, quantity, whole } from '../../../ui/figures';
import { listAddress } from '../../../ui/list/address';
import { lastMonths } from '../../../ui/months';
import { Page, Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { keyAccountTexts } from '../texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Sales {
  readonly all: readonly {
    readonly count: number;
    readonly sum: { readonly quantity: string | null; readonly amount: string | null };
  }[];
  readonly months: readonly {
    readonly key: { readonly order: { readonly orderedAt: string } };
    readonly sum: { readonly amount: string | null };
  }[];
}

const names = [
  'productNo',
  'name',
  'category',
  'subcategory',
  'supplier',
  'unit',
  'listPrice',
  'active',
  'source',
  'sourceKey',
];

const salesText = `query ProductSales($where: OrderLineWhere, $recent: OrderLineWhere) {
  all: orderLinesAggregate(where: $where) { count sum { quantity amount } }
  months: orderLinesAggregate(where: $recent, groupBy: [{ order: { orderedAt: MONTH } }]) { key { order { orderedAt } } sum { amount } }
}`;

/** One product, and what was sold of it by month. */
export function ProductShow() {
  const { id = '' } = useParams();
  const t = useTexts(keyAccountTexts);
  const { rights, zone } = useHere();
  const months = lastMonths(12, new Date(), zone);
  const where = { product: { id: { eq: id } } };
  const sells = rights.reads(order) && rights.seesField(orderLine, 'amount');
  const { data, error } = useAsk<{ one: Row | null }>(oneText(product, selectionOf(product, names, rights)), {
    id,
  });
  const sales = useAsk<Sales>(sells ? salesText : null, {
    where,
    recent: { and: [where, { order: { orderedAt: { gte: `${months[0]}-01` } } }] },
  });
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const all = sales.data?.all[0];
  const sums = new Map(sales.data?.months.map((each) => [each.key.order.orderedAt, each.sum.amount]));
  return (
    <Page
      title={String(data.one.name)}
      beside={<Typography color="text.secondary">{String(data.one.productNo)}</Typography>}
    >
      <Facts kind={product} names={names} record={data.one} skipEmpty />
      {all && all.count > 0 && (
        <Section title={t('soldTo')}>
          <Typography sx={{ mb: 3 }}>
            <Link component={LinkBase} to={listAddress('orderLines', { product: id })}>
              {t('soldAll', {
                n: whole(all.count),
                quantity: quantity(all.sum.quantity),
                amount: decimal(all.sum.amount),
              })}
            </Link>
          </Typography>
          <MonthChart
            label={t('soldHint')}
            monthLabel={t('month')}
            points={months.map((month) => ({ month, value: sums.get(month) ?? '0' }))}
          />
        </Section>
      )}
    </Page>
  );
}
