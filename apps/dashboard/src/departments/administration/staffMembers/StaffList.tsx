import { staff } from '@kehu/domain/organisation/organisation';
import { useState } from 'react';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { ShownOnce } from '../../../ui/ShownOnce';
import { adminTexts } from '../texts';
import { staffGroups } from './StaffInputs';

/** The people of the company. Whoever has a login may sign in. */
export function StaffList() {
  const t = useTexts(adminTexts);
  const rights = useRights();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <LedgerList
        kind={staff}
        title={t('staff')}
        columns={['displayName', 'login', 'jobTitle', 'department', 'region', 'supervisor', 'status']}
        moreColumns={['phone', 'email', 'leftOn', 'createdAt', 'source']}
        filters={['displayName', 'department', 'region', 'status']}
        moreFilters={['login', 'supervisor', 'source']}
        narrow={['login', 'jobTitle', 'department', 'status']}
        acts={
          rights.may('CREATE', staff.subject) && (
            <OpenForm
              button={t('newStaff')}
              variant="contained"
              title={t('newStaff')}
              kind={staff}
              groups={staffGroups}
              required={['login', 'department']}
              act="createStaff"
              returns="initialPassword"
              onDone={(answer) =>
                setSecret(typeof answer.initialPassword === 'string' ? answer.initialPassword : null)
              }
            />
          )
        }
      />
      {secret !== null && (
        <ShownOnce words={t('newPasswordIs')} secret={secret} onClose={() => setSecret(null)} />
      )}
    </>
  );
}
