import { roleGrant } from '@kehu/domain/administration/access-records';
import { staff } from '@kehu/domain/organisation/organisation';
import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useParams } from 'react-admin';
import { useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { actText, oneText } from '../../../data/query';
import { allFields, selectionOf } from '../../../data/selection';
import { OpenForm } from '../../../ui/OpenForm';
import { Page, Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { AuditTrail } from '../../../ui/record/AuditTrail';
import { Facts } from '../../../ui/record/Facts';
import { Lines } from '../../../ui/record/Lines';
import { NotThere } from '../../../ui/record/NotThere';
import { ShownOnce } from '../../../ui/ShownOnce';
import { Sure } from '../../../ui/Sure';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { roleName } from '../role-name';
import { adminTexts } from '../texts';
import { staffGroups } from './StaffInputs';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type StaffFile = Row & { readonly roleGrants?: readonly Row[] };

const names = [
  'login',
  'jobTitle',
  'department',
  'region',
  'supervisor',
  'phone',
  'email',
  'status',
  'leftOn',
  'createdAt',
  'source',
];
const grantNames = [
  'role',
  'state',
  'grantedBy',
  'approvedBy',
  'approvedAt',
  'validFrom',
  'validTo',
  'reason',
];

/** One person of the company: file, grants, account. */
export function StaffShow() {
  const { id = '' } = useParams();
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const rights = useRights();
  const grants = rights.reads(roleGrant)
    ? `roleGrants(limit: 50) { ${selectionOf(roleGrant, grantNames, rights)} }`
    : '';
  const { data, error } = useAsk<{ one: StaffFile | null }>(
    oneText(staff, `${selectionOf(staff, allFields(staff), rights)} ${grants}`),
    { id },
  );
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const file = data.one;
  const changes = rights.may('UPDATE', staff.subject);
  const name = String(file.displayName ?? '');
  return (
    <Page
      title={name}
      beside={
        <Typography color="text.secondary">{textOf(staff.fields.status, file.status, language)}</Typography>
      }
      acts={
        changes && (
          <>
            {typeof file.login === 'string' && <ResetPassword file={file} />}
            <OpenForm
              button={t('setStatus')}
              variant="outlined"
              title={t('setStatus')}
              kind={staff}
              record={file}
              groups={[{ names: ['status', 'leftOn'] }]}
              act="setStaffStatus"
              said={t('statusChanged')}
            />
            <OpenForm
              button={t('edit')}
              variant="contained"
              title={t('editStaff', { name })}
              kind={staff}
              record={file}
              groups={staffGroups.map((group) => ({ names: group.names.filter((each) => each !== 'login') }))}
              act="updateStaff"
            />
          </>
        )
      }
    >
      <Section title={t('facts')}>
        <Facts kind={staff} names={names} record={file} skipEmpty />
      </Section>
      {file.roleGrants && (
        <Section title={t('grantsOf')}>
          <Lines
            kind={roleGrant}
            names={grantNames}
            rows={file.roleGrants}
            label={t('grantsOf')}
            cell={(field, row) => (field === 'role' ? roleName(row.role, language) : null)}
          />
        </Section>
      )}
      <AuditTrail kind={staff} id={id} />
    </Page>
  );
}

function ResetPassword({ file }: { file: StaffFile }) {
  const t = useTexts(adminTexts);
  const say = useProblem();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const reset = async () => {
    try {
      const answer = await act<{ act: { initialPassword: string } }>(
        actText('resetStaffPassword', 'initialPassword'),
        { input: { id: file.id, expectedVersion: file.version } },
      );
      setSecret(answer.act.initialPassword);
    } catch (error) {
      notify(say(error), { type: 'error' });
    }
    setAsking(false);
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('resetPassword')}
      </Button>
      {asking && (
        <Sure
          title={t('resetPassword')}
          act={t('resetPassword')}
          onClose={() => setAsking(false)}
          onSure={() => void reset()}
        >
          {t('resetSure')}
        </Sure>
      )}
      {secret !== null && (
        <ShownOnce words={t('newPasswordIs')} secret={secret} onClose={() => setSecret(null)} />
      )}
    </>
  );
}
