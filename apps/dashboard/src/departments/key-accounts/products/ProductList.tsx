import { product } from '@kehu/domain/key-accounts/order';
import { LedgerList } from '../../../ui/list/LedgerList';

export function ProductList() {
  return (
    <LedgerList
      kind={product}
      columns={['productNo', 'name', 'category', 'subcategory', 'unit', 'listPrice', 'active']}
      moreColumns={['supplier', 'source', 'sourceKey']}
      filters={['name', 'productNo', 'category', 'active']}
      moreFilters={['subcategory', 'supplier', 'source']}
      narrow={['name', 'category', 'listPrice']}
    />
  );
}
