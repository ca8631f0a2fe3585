import { customer } from '@kehu/domain/customers/customer';
import { LedgerList } from '../../../ui/list/LedgerList';

/** All customers that the person may see. */
export function CustomerList() {
  return (
    <LedgerList
      kind={customer}
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
    />
  );
}
