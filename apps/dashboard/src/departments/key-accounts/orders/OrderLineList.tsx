import { orderLine } from '@kehu/domain/key-accounts/order';
import { LedgerList } from '../../../ui/list/LedgerList';

type Named = { readonly order?: { readonly id: string } | null };

/** Order lines over all orders: what was sold, filtered by product or order. */
export function OrderLineList() {
  return (
    <LedgerList
      kind={orderLine}
      columns={['order', 'lineNo', 'product', 'quantity', 'unitPrice', 'discount', 'amount', 'profit']}
      moreColumns={['spec', 'shippedQuantity', 'returnedQuantity', 'source']}
      filters={['product', 'order']}
      moreFilters={['source']}
      sums={['quantity', 'amount', 'profit']}
      narrow={['product', 'quantity', 'amount']}
      rowTo={(row) => `/orders/${(row as Named).order?.id ?? ''}/show`}
    />
  );
}
