import { customer } from '@kehu/domain/customers/customer';
import { useMemo, useRef } from 'react';
import { useNavigate, useNotify } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { inputOf } from '../../../data/input';
import { actText } from '../../../data/query';
import { KindForm } from '../../../ui/form/KindForm';
import { Page } from '../../../ui/Page';
import { customerChoices, customerGroups } from './CustomerForm';
import { customerTexts } from './texts';

/** A new customer file. Store and department are the person's own unless said otherwise. */
export function CustomerCreate() {
  const t = useTexts(customerTexts);
  const navigate = useNavigate();
  const notify = useNotify();
  const { person } = useHere();
  // The same key for every try from this form: a repeated click creates one customer.
  const idempotencyKey = useRef(`${person.id}-${Date.now()}-${Math.random().toString(36).slice(2)}`);
  const groups = useMemo(() => customerGroups(t), [t]);
  return (
    <Page title={t('create')}>
      <KindForm
        kind={customer}
        groups={groups}
        draft="customer.new"
        choices={customerChoices}
        initial={{ lifecycle: 'PROSPECT', type: 'CONSUMER', partyType: 'PERSON' }}
        onCancel={() => navigate('/customers')}
        onSubmit={async (values, names) => {
          const filled = names.filter((name) => values[name] !== '');
          const answer = await act<{ act: { customer: { id: string } | null } }>(
            actText('createCustomer', 'customer { id }'),
            { input: { ...inputOf(customer, values, filled), idempotencyKey: idempotencyKey.current } },
          );
          notify(t('created'), { type: 'success' });
          navigate(answer.act.customer ? `/customers/${answer.act.customer.id}/show` : '/customers');
        }}
      />
    </Page>
  );
}
