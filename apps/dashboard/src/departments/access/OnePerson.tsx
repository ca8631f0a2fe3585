import type { Permission } from '@kehu/domain/access/permission';
import { staff } from '@kehu/domain/organisation/organisation';
import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../app/texts';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { RelationChoice } from '../../ui/RelationChoice';
import { Quiet } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { RoleRights } from './Permissions';
import { accessTexts } from './texts';

interface Row {
  readonly role: Permission['role'];
  readonly roleLabel: string;
  readonly subject: string;
  readonly action: Permission['action'];
  readonly scope: Permission['scope'];
  readonly disclosure: Permission['disclosure'];
  readonly fields: readonly string[] | null;
  readonly basisLabel: string;
  readonly grantId: string | null;
}

const text = `query PermissionsOfStaff($staffId: ID!) {
  rows: permissionsOfStaff(staffId: $staffId) { role roleLabel subject action scope disclosure fields basisLabel grantId }
}`;

/** What one person may do, grant by grant: the reason stands beside the right. */
export function OnePerson() {
  const t = useTexts(accessTexts);
  const say = useProblem();
  const [id, setId] = useState('');
  const { data, error } = useAsk<{ rows: readonly Row[] }>(id === '' ? null : text, { staffId: id });
  const roles = [...new Set(data?.rows.map((row) => row.role))];
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
      {data?.rows.length === 0 && <Quiet>{t('noGrants')}</Quiet>}
      {roles.map((role) => {
        const rows = data?.rows.filter((row) => row.role === role) ?? [];
        const [first] = rows;
        const words = t('byGrant', { role: first?.roleLabel ?? role, grant: first?.grantId ?? '–' });
        return (
          <Box key={role} sx={{ mb: 4 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {words}
            </Typography>
            <RoleRights rows={rows.map(asPermission)} label={words} />
          </Box>
        );
      })}
    </Section>
  );
}

function asPermission(row: Row): Permission {
  const { role, subject, action, scope, disclosure, basisLabel, fields } = row;
  return {
    role,
    subject,
    action,
    scope,
    disclosure,
    basis: basisLabel,
    ...(fields ? { onlyFields: fields } : {}),
  };
}
