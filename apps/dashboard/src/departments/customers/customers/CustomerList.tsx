import { customer } from '@kehu/domain/customers/customer';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { CustomerBulkActs, hasBulkActs } from './BulkActs';
import { customerTexts } from './texts';

/** All customers that the person may see. */
export function CustomerList() {
  const t = useTexts(customerTexts);
  const rights = useRights();
  return (
    <LedgerList
      kind={customer}
      title={t('customers')}
      columns={[
        'name',
        'customerNo',
        'type',
        'grade',
        'lifecycle',
        'phone',
        'region',
        'store',
        'owner',
        'nextContactDue',
      ]}
      moreColumns={[
        'shortName',
        'partyType',
        'relation',
        'segment',
        'province',
        'city',
        'department',
        'acquiredVia',
        'lastContactAt',
        'lastVerifiedAt',
        'createdAt',
        'source',
      ]}
      filters={['name', 'type', 'grade', 'region']}
      moreFilters={[
        'store',
        'owner',
        'lifecycle',
        'customerNo',
        'phone',
        'segment',
        'province',
        'nextContactDue',
        'createdAt',
        'source',
      ]}
      choices={{ store: { kind: 'STORE' } }}
      narrow={['customerNo', 'type', 'grade', 'owner', 'nextContactDue']}
      creates
      {...(hasBulkActs(rights) ? { bulkActs: (ids) => <CustomerBulkActs ids={ids} /> } : {})}
    />
  );
}
