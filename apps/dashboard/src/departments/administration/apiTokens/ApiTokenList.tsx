import { apiToken } from '@kehu/domain/administration/access-records';
import { useState } from 'react';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { AskedAct } from '../../../ui/AskedAct';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { ShownOnce } from '../../../ui/ShownOnce';
import { adminTexts } from '../texts';

const createText = `mutation CreateApiToken($name: String!, $expiresAt: DateTime!) {
  act: createApiToken(name: $name, expiresAt: $expiresAt) { id token }
}`;

/** Named tokens for scripts and analysts; shown once, stored only as a hash. */
export function ApiTokenList() {
  const t = useTexts(adminTexts);
  const rights = useRights();
  const [token, setToken] = useState<string | null>(null);
  return (
    <>
      <LedgerList
        kind={apiToken}
        title={t('tokens')}
        columns={['name', 'staff', 'prefix', 'expiresAt', 'lastUsedAt', 'revokedAt']}
        moreColumns={['createdAt']}
        alsoRead={['version', 'revokedAt']}
        filters={['staff']}
        narrow={['staff', 'prefix', 'expiresAt']}
        rowTo={null}
        rowActs={(row) =>
          row.revokedAt === null && (
            <AskedAct
              button={t('revoke')}
              question={t('revokeTokenSure', { name: String(row.name) })}
              act="revokeApiToken"
              input={{ id: row.id, expectedVersion: row.version }}
              said={t('revoked')}
            />
          )
        }
        acts={
          rights.may('CREATE', apiToken.subject) && (
            <OpenForm
              button={t('newToken')}
              variant="contained"
              title={t('newToken')}
              kind={apiToken}
              groups={[{ names: ['name', 'expiresAt'] }]}
              act="createApiToken"
              document={createText}
              required={['name', 'expiresAt']}
              onDone={(answer) => setToken(String(answer.token ?? ''))}
            />
          )
        }
      />
      {token !== null && (
        <ShownOnce
          words={t('tokenIs')}
          secret={token}
          hint={`${t('tokenUse')} Authorization: Bearer …`}
          onClose={() => setToken(null)}
        />
      )}
    </>
  );
}
