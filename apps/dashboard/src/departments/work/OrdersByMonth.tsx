import { order } from '@kehu/domain/key-accounts/order';
import { useNavigate } from 'react-admin';
import { useHere } from '../../app/person';
import { useTexts } from '../../app/texts';
import { MonthChart } from '../../ui/charts/MonthChart';
import { listAddress } from '../../ui/list/address';
import { lastMonths, monthSpan } from '../../ui/months';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { Quiet } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { ships } from './figures';
import { workTexts } from './texts';

interface Answer {
  readonly months: readonly {
    readonly key: { readonly orderedAt: string };
    readonly sum: { readonly total: string | null };
  }[];
}

const text = `query OrdersByMonth($where: OrderWhere) {
  months: ordersAggregate(where: $where, groupBy: [{ orderedAt: MONTH }]) { key { orderedAt } sum { total } }
}`;

/** The order amounts of twelve months that one may see; a bar opens the orders of its month. */
export function OrdersByMonth() {
  const t = useTexts(workTexts);
  const say = useProblem();
  const navigate = useNavigate();
  const { rights, zone } = useHere();
  // What is at logistics now says nothing about months.
  const shown = rights.seesField(order, 'total') && !ships(rights);
  const months = lastMonths(12, new Date(), zone);
  const { data, error } = useAsk<Answer>(shown ? text : null, {
    where: { orderedAt: { gte: `${months[0]}-01` } },
  });
  if (!shown) return null;
  const sums = new Map(data?.months.map((each) => [each.key.orderedAt, each.sum.total]));
  return (
    <Section title={t('ordersTitle')}>
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : (
        <MonthChart
          label={t('byMonth')}
          monthLabel={t('month')}
          points={months.map((month) => ({ month, value: sums.get(month) ?? '0' }))}
          onOpen={(month) => navigate(listAddress('orders', { orderedAt: monthSpan(month) }))}
        />
      )}
    </Section>
  );
}
