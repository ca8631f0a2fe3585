import { order } from '@kehu/domain/key-accounts/order';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { keyAccountTexts } from '../texts';

/** All orders that the person may see, newest first, with the sum of what the filter finds. */
export function OrderList() {
  const t = useTexts(keyAccountTexts);
  return (
    <LedgerList
      kind={order}
      title={t('orders')}
      columns={[
        'orderNo',
        'customer',
        'orderedAt',
        'state',
        'shippedAt',
        'region',
        'owner',
        'total',
        'profit',
      ]}
      moreColumns={[
        'receiptNo',
        'requiredAt',
        'promisedAt',
        'daysToShip',
        'shippedLate',
        'returned',
        'country',
        'province',
        'city',
        'shippingMode',
        'shipper',
        'freight',
        'source',
      ]}
      filters={['orderNo', 'state', 'region', 'orderedAt']}
      moreFilters={[
        'receiptNo',
        'customer',
        'owner',
        'returned',
        'shippedLate',
        'province',
        'city',
        'shippingMode',
        'shippedAt',
        'source',
      ]}
      sums={['total', 'profit', 'freight']}
      narrow={['customer', 'orderedAt', 'state', 'total']}
    />
  );
}
