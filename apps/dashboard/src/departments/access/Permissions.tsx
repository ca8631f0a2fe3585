import { basisLabel } from '@kehu/domain/access/basis';
import { action as actions, type Permission, scope as scopes } from '@kehu/domain/access/permission';
import { permissions, permissionsOf } from '@kehu/domain/access/permissions';
import { type Role, role as roles } from '@kehu/domain/access/roles';
import { cellText } from '@kehu/domain/access/sheet';
import { type MatrixName, matrixLabels, type SubjectName, subjects } from '@kehu/domain/access/subjects';
import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useRights } from '../../app/person';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { Page, Section } from '../../ui/Page';
import { fieldInWords } from '../../ui/words';
import { roleName } from '../administration/role-name';
import { ExplainAccess } from './ExplainAccess';
import { OnePerson } from './OnePerson';
import { accessTexts } from './texts';

const matrixNames = Object.keys(matrixLabels) as MatrixName[];
const subjectNames = Object.keys(subjects) as SubjectName[];

/** The permission matrices as they hold (dossier B3–B6), the rights of one role, and of one person with the reason. */
export function Permissions() {
  const t = useTexts(accessTexts);
  const language = useLanguage();
  const rights = useRights();
  const [role, setRole] = useState<Role | ''>('');
  return (
    <Page title={t('permissions')}>
      <Section title={t('matrix')}>
        <TextField
          select
          label={t('role')}
          value={role}
          onChange={(event) => setRole(event.target.value as Role | '')}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          sx={{ mb: 3, width: 220 }}
        >
          <option value="">{t('allRoles')}</option>
          {roles.codes.map((code) => (
            <option key={code} value={code}>
              {roleName(code, language)}
            </option>
          ))}
        </TextField>
        {role === '' ? (
          <Sheet />
        ) : (
          <RoleRights rows={permissionsOf([role])} label={roleName(role, language)} />
        )}
      </Section>
      {rights.may('READ', 'accessReview') && <OnePerson />}
      <ExplainAccess />
    </Page>
  );
}

/** All roles against all subjects, in the letters of the dossier. */
function Sheet() {
  const t = useTexts(accessTexts);
  const say = useSay();
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2, maxWidth: 960 }}>
        {t('legend')}
      </Typography>
      {matrixNames.map((matrix) => {
        const rows = subjectNames.filter((name) => subjects[name].matrix === matrix);
        return (
          <Box key={matrix} sx={{ mb: 6 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {say(matrixLabels[matrix])}
            </Typography>
            <TableContainer
              tabIndex={0}
              role="region"
              aria-label={say(matrixLabels[matrix])}
              sx={{
                bgcolor: 'background.paper',
                border: 1,
                borderColor: 'divider',
                borderRadius: 1,
              }}
            >
              <Table
                size="small"
                stickyHeader
                sx={{ '& td, & th': { px: 2, fontSize: 12, whiteSpace: 'nowrap' } }}
              >
                <TableHead>
                  <TableRow>
                    <TableCell sx={{ position: 'sticky', left: 0, zIndex: 3 }}>{t('role')}</TableCell>
                    {rows.map((name) => (
                      <TableCell key={name}>{say(subjects[name].label)}</TableCell>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {roles.codes.map((code) => (
                    <TableRow key={code} hover>
                      <TableCell
                        component="th"
                        scope="row"
                        sx={{ position: 'sticky', left: 0, bgcolor: 'background.paper', fontWeight: 500 }}
                      >
                        {say(roles.labels[code])}
                      </TableCell>
                      {rows.map((name) => (
                        <TableCell key={name}>
                          {cellText(
                            permissions.filter((each) => each.role === code && each.subject === name),
                          )}
                        </TableCell>
                      ))}
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </TableContainer>
          </Box>
        );
      })}
    </>
  );
}

/** Rights in words: what, which act, how far, how much of it, on which basis. */
export function RoleRights({ rows, label }: { rows: readonly Permission[]; label: string }) {
  const t = useTexts(accessTexts);
  const say = useSay();
  const language = useLanguage();
  const shownAs = { PLAIN: 'plain', MASKED: 'masked', DEIDENTIFIED: 'deidentified' } as const;
  const grouped = subjectNames
    .map((name) => ({ name, rows: rows.filter((row) => row.subject === name) }))
    .filter((each) => each.rows.length > 0);
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {(['subject', 'action', 'scope', 'disclosure', 'basis'] as const).map((key) => (
              <TableCell key={key}>{t(key)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {grouped.flatMap(({ name, rows: own }) =>
            own.map((row, index) => (
              <TableRow key={`${name}-${row.action}-${row.scope}-${row.disclosure}-${row.basis}`}>
                <TableCell sx={{ fontWeight: 500 }}>{index === 0 ? say(subjects[name].label) : ''}</TableCell>
                <TableCell>{say(actions.labels[row.action])}</TableCell>
                <TableCell>{say(scopes.labels[row.scope])}</TableCell>
                <TableCell>
                  {t(shownAs[row.disclosure])}
                  {row.onlyFields && (
                    <Typography
                      variant="caption"
                      color="text.secondary"
                      sx={{ display: 'block', maxWidth: 360 }}
                    >
                      {t('someFields', {
                        fields: row.onlyFields.map((each) => fieldInWords(each, language)).join('、'),
                      })}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>{say(basisLabel(row.basis))}</TableCell>
              </TableRow>
            )),
          )}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
