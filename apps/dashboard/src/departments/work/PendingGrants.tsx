import { roleGrant } from '@kehu/domain/administration/access-records';
import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import type { ListAnswer } from '../../data/answer';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { listAddress } from '../../ui/list/address';
import { Section } from '../../ui/Page';
import { Lines } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { roleName } from '../administration/role-name';
import { workTexts } from './texts';

const names = ['staff', 'role', 'grantedBy', 'createdAt', 'reason'];

/** Role grants that wait for a second person; shown only when there are any. */
export function PendingGrants() {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const rights = useRights();
  const shown = rights.may('APPROVE', roleGrant.subject);
  const { data } = useAsk<ListAnswer>(
    shown ? someText(roleGrant, selectionOf(roleGrant, names, rights)) : null,
    {
      where: { state: { eq: 'PENDING' } },
      limit: 8,
    },
  );
  const rows = data?.list.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Section
      title={t('pending')}
      acts={
        <Link component={LinkBase} to={listAddress('roleGrants', { state: 'PENDING' })}>
          {t('all')}
        </Link>
      }
    >
      <Lines
        kind={roleGrant}
        names={names}
        rows={rows}
        label={t('pending')}
        cell={(name, row) => (name === 'role' ? roleName(row.role, language) : null)}
      />
    </Section>
  );
}
