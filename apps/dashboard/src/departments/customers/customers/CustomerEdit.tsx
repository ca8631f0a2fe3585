import { customer } from '@kehu/domain/customers/customer';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useNotify, useParams } from 'react-admin';
import { useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { act, ask } from '../../../data/client';
import { inputOf } from '../../../data/input';
import { actText, oneText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { KindForm } from '../../../ui/form/KindForm';
import { Page } from '../../../ui/Page';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { customerChoices, customerGroups } from './CustomerForm';
import { customerTexts } from './texts';

type RecordLike = Readonly<Record<string, unknown>> & { readonly id: string };

/** Corrects a customer file: only what changed is sent, with the version that was seen. */
export function CustomerEdit() {
  const t = useTexts(customerTexts);
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const notify = useNotify();
  const rights = useRights();
  const queries = useQueryClient();
  const groups = useMemo(() => {
    const visible = customerGroups(t).map((group) => ({
      ...group,
      names: group.names.filter((name) => rights.seesField(customer, name)),
    }));
    return visible.filter((group) => group.names.length > 0);
  }, [t, rights]);
  const text = oneText(
    customer,
    selectionOf(customer, [...groups.flatMap((group) => group.names), 'version'], rights),
  );
  const { data, error } = useAsk<{ one: RecordLike | null }>(text, { id });
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const record = data.one;
  return (
    <Page title={t('editTitle', { name: String(record.name ?? '') })}>
      <KindForm
        kind={customer}
        groups={groups}
        draft={`customer.${id}`}
        record={record}
        choices={customerChoices}
        onCancel={() => navigate(`/customers/${id}/show`)}
        onConflict={async () => (await ask<{ one: RecordLike | null }>(text, { id })).one ?? undefined}
        onSubmit={async (values, changed, version) => {
          await act(actText('updateCustomer', '__typename'), {
            input: { ...inputOf(customer, values, changed), id, expectedVersion: version },
          });
          notify(t('saved'), { type: 'success' });
          await queries.invalidateQueries({ queryKey: ['ask'] });
          navigate(`/customers/${id}/show`);
        }}
      />
    </Page>
  );
}
