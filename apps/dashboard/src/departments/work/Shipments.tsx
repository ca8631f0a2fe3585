import { order } from '@kehu/domain/key-accounts/order';
import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../app/person';
import { useTexts } from '../../app/texts';
import type { ListAnswer } from '../../data/answer';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { whereOf } from '../../data/where';
import { listAddress } from '../../ui/list/address';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { Lines, Quiet } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { ships } from './figures';
import { workTexts } from './texts';

const toShip = [
  'orderNo',
  'state',
  'requiredAt',
  'promisedAt',
  'province',
  'city',
  'shippingMode',
  'shipper',
];
const onTheWay = ['orderNo', 'requiredAt', 'province', 'city', 'shippingMode', 'shipper'];

/** What logistics has at hand: the orders to be shipped, and those on their way, the most urgent first. */
export function Shipments() {
  const rights = useRights();
  if (!ships(rights)) return null;
  return (
    <>
      <Orders
        title="toShipList"
        empty="toShipNothing"
        states={['READY', 'PARTLY_SHIPPED']}
        names={toShip}
        most={20}
      />
      <Orders title="onTheWayList" empty="onTheWayNothing" states={['SHIPPED']} names={onTheWay} most={10} />
    </>
  );
}

function Orders(props: {
  title: 'toShipList' | 'onTheWayList';
  empty: 'toShipNothing' | 'onTheWayNothing';
  states: readonly string[];
  names: readonly string[];
  most: number;
}) {
  const t = useTexts(workTexts);
  const say = useProblem();
  const rights = useRights();
  const filter = { state: props.states };
  const { data, error } = useAsk<ListAnswer>(someText(order, selectionOf(order, props.names, rights)), {
    where: whereOf(order, filter),
    orderBy: [{ requiredAt: 'ASC' }],
    limit: props.most,
  });
  const rows = data?.list.items;
  return (
    <Section
      title={t(props.title)}
      acts={
        rows && rows.length > 0 ? (
          <Link component={LinkBase} to={listAddress('orders', filter)}>
            {t('all')}
          </Link>
        ) : undefined
      }
    >
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : rows?.length === 0 ? (
        <Quiet>{t(props.empty)}</Quiet>
      ) : (
        <Lines
          kind={order}
          names={props.names}
          rows={rows}
          label={t(props.title)}
          rowTo={(row) => `/orders/${row.id}/show`}
        />
      )}
    </Section>
  );
}
