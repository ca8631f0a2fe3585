import { orderLine } from '@kehu/domain/key-accounts/order';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { keyAccountTexts } from '../texts';

type Named = { readonly order?: { readonly id: string } | null };

/** Order lines over all orders: what was sold, filtered by product or order. */
export function OrderLineList() {
  const t = useTexts(keyAccountTexts);
  return (
    <LedgerList
      kind={orderLine}
      title={t('orderLines')}
      columns={['order', 'lineNo', 'product', 'quantity', 'unitPrice', 'discount', 'amount', 'profit']}
      moreColumns={['grossAmount', 'spec', 'shippedQuantity', 'returnedQuantity', 'source']}
      filters={['product', 'order']}
      moreFilters={['source']}
      sums={['quantity', 'amount', 'profit']}
      narrow={['product', 'quantity', 'amount']}
      rowTo={(row) => `/orders/${(row as Named).order?.id ?? ''}/show`}
    />
  );
}
