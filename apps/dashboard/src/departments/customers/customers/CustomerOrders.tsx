import { order } from '@kehu/domain/key-accounts/order';
import { Box, Link } from '@mui/material';
import { LinkBase, useNavigate } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { MonthChart } from '../../../ui/charts/MonthChart';
import { decimal, whole } from '../../../ui/figures';
import { listAddress } from '../../../ui/list/address';
import { lastMonths, monthSpan } from '../../../ui/months';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Lines, Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import { customerTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Answer {
  readonly latest: { readonly items: readonly Row[] };
  readonly all: readonly { readonly count: number; readonly sum: { readonly total: string | null } }[];
  readonly months: readonly {
    readonly key: { readonly orderedAt: string };
    readonly sum: { readonly total: string | null };
  }[];
}

const names = ['orderNo', 'orderedAt', 'state', 'shippedAt', 'owner', 'total'];

function text(selection: string): string {
  return `query CustomerOrders($where: OrderWhere, $recent: OrderWhere) {
  latest: orders(where: $where, orderBy: [{ orderedAt: DESC }], limit: 8) { items { ${selection} } }
  all: ordersAggregate(where: $where) { count sum { total } }
  months: ordersAggregate(where: $recent, groupBy: [{ orderedAt: MONTH }]) { key { orderedAt } sum { total } }
}`;
}

/** The latest orders, the sum of all, and the last twelve months as a chart. */
export function CustomerOrders({ id }: { id: string }) {
  const t = useTexts(customerTexts);
  const say = useProblem();
  const navigate = useNavigate();
  const { rights, zone } = useHere();
  const allowed = rights.reads(order) && rights.seesField(order, 'total');
  const months = lastMonths(12, new Date(), zone);
  const where = { customer: { id: { eq: id } } };
  const { data, error } = useAsk<Answer>(allowed ? text(selectionOf(order, names, rights)) : null, {
    where,
    recent: { and: [where, { orderedAt: { gte: `${months[0]}-01` } }] },
  });
  if (!allowed) return null;
  const sums = new Map(data?.months.map((each) => [each.key.orderedAt, each.sum.total]));
  const all = data?.all[0];
  return (
    <Section
      title={t('orders')}
      count={
        all && all.count > 0
          ? t('orderSum', { n: whole(all.count), sum: decimal(all.sum.total, 2) })
          : undefined
      }
      acts={
        all && all.count > 0 ? (
          <Link component={LinkBase} to={listAddress('orders', { customer: id })}>
            {t('allOrders')}
          </Link>
        ) : undefined
      }
    >
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : (
        <Box
          sx={{
            display: 'grid',
            gap: 6,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          }}
        >
          <Lines
            kind={order}
            names={names}
            rows={data?.latest.items}
            label={t('orders')}
            rowTo={(row) => `/orders/${row.id}/show`}
          />
          {sums.size > 0 && (
            <MonthChart
              label={t('byMonth')}
              monthLabel={t('month')}
              points={months.map((month) => ({ month, value: sums.get(month) ?? '0' }))}
              onOpen={(month) =>
                navigate(listAddress('orders', { customer: id, orderedAt: monthSpan(month) }))
              }
            />
          )}
        </Box>
      )}
    </Section>
  );
}
