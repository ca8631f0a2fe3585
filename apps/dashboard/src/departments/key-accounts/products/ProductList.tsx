import { product } from '@kehu/domain/key-accounts/order';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { keyAccountTexts } from '../texts';

export function ProductList() {
  const t = useTexts(keyAccountTexts);
  return (
    <LedgerList
      kind={product}
      title={t('products')}
      columns={['productNo', 'name', 'category', 'subcategory', 'unit', 'listPrice', 'active']}
      moreColumns={['supplier', 'source', 'sourceKey']}
      filters={['name', 'productNo', 'category', 'active']}
      moreFilters={['subcategory', 'supplier', 'source']}
      narrow={['name', 'category', 'listPrice']}
    />
  );
}
