import { customer } from '@kehu/domain/customers/customer';
import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useHere } from '../../app/person';
import { useTexts } from '../../app/texts';
import type { ListAnswer } from '../../data/answer';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { whereOf } from '../../data/where';
import { today } from '../../ui/figures';
import { listAddress } from '../../ui/list/address';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { Lines, Quiet } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { keepsCustomers } from './figures';
import { workTexts } from './texts';

const names = ['name', 'grade', 'owner', 'nextContactDue'];

/** Whom to contact today, the longest overdue first; one's own where one keeps customers. */
export function DueCustomers() {
  const t = useTexts(workTexts);
  const say = useProblem();
  const { person, rights, zone } = useHere();
  const shown = rights.seesField(customer, 'nextContactDue');
  const tomorrow = today(new Date(Date.now() + 86_400_000), zone);
  const keeps = keepsCustomers(rights);
  const filter = { ...(keeps ? { owner: person.id } : {}), nextContactDue: { to: tomorrow } };
  const { data, error } = useAsk<ListAnswer>(
    shown ? someText(customer, selectionOf(customer, names, rights)) : null,
    {
      where: whereOf(customer, filter),
      orderBy: [{ nextContactDue: 'ASC' }],
      limit: 8,
    },
  );
  if (!shown) return null;
  const rows = data?.list.items;
  return (
    <Section
      title={t('dueList')}
      acts={
        rows && rows.length > 0 ? (
          <Link component={LinkBase} to={listAddress('customers', filter)}>
            {t('all')}
          </Link>
        ) : undefined
      }
    >
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : rows?.length === 0 ? (
        <Quiet>{t('dueNothing')}</Quiet>
      ) : (
        <Lines
          kind={customer}
          names={keeps ? names.filter((name) => name !== 'owner') : names}
          rows={rows}
          label={t('dueList')}
          rowTo={(row) => `/customers/${row.id}/show`}
        />
      )}
    </Section>
  );
}
