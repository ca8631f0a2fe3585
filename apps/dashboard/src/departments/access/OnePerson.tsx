import { permissionsOf } from '@kehu/domain/access/permissions';
import { type Role, role as roles } from '@kehu/domain/access/roles';
import { roleGrant } from '@kehu/domain/administration/access-records';
import { staff } from '@kehu/domain/organisation/organisation';
import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useRights } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { RelationChoice } from '../../ui/RelationChoice';
import { Quiet } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { roleName } from '../administration/role-name';
import { RoleRights } from './Permissions';
import { accessTexts } from './texts';

interface Grant {
  readonly id: string;
  readonly role: string;
  readonly approvedBy?: { readonly displayName?: string } | null;
  readonly approvedVia?: string | null;
}

/** What one person may do, grant by grant: the reason stands beside the right. */
export function OnePerson() {
  const t = useTexts(accessTexts);
  const say = useProblem();
  const language = useLanguage();
  const rights = useRights();
  const [id, setId] = useState('');
  const { data, error } = useAsk<{ list: { items: readonly Grant[] } }>(
    id === ''
      ? null
      : someText(roleGrant, selectionOf(roleGrant, ['role', 'approvedBy', 'approvedVia'], rights)),
    { where: { staff: { id: { eq: id } }, state: { eq: 'ACTIVE' } }, limit: 50 },
  );
  return (
    <Section title={t('onePerson')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
        {t('onePersonHint')}
      </Typography>
      <RelationChoice
        kind={staff}
        label={t('person')}
        value={id}
        onChange={setId}
        sx={{ width: 260, mb: 3 }}
      />
      {error && <Quiet>{say(error)}</Quiet>}
      {data?.list.items.length === 0 && <Quiet>{t('noGrants')}</Quiet>}
      {data?.list.items.map((grant) => {
        const by = grant.approvedBy?.displayName ?? grant.approvedVia ?? '–';
        const words = t('byGrant', { role: roleName(grant.role, language), by });
        const known = roles.codes.find((code): code is Role => code === grant.role);
        return (
          <Box key={grant.id} sx={{ mb: 4 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {words}
            </Typography>
            {known && <RoleRights rows={permissionsOf([known])} label={words} />}
          </Box>
        );
      })}
    </Section>
  );
}
