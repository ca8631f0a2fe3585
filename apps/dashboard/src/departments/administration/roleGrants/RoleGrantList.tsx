import { roleGrant } from '@kehu/domain/administration/access-records';
import { useHere } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { AskedAct } from '../../../ui/AskedAct';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { viaInWords } from '../../../ui/words';
import { roleName, roleOptions } from '../role-name';
import { adminTexts } from '../texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Named = { readonly id: string; readonly displayName?: string } | null | undefined;

/** Roles given to people. A grant holds from the approval by a second person (dossier B7.5). */
export function RoleGrantList() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const { rights } = useHere();
  return (
    <LedgerList
      kind={roleGrant}
      title={t('grants')}
      columns={['staff', 'role', 'state', 'grantedBy', 'approvedBy', 'approvedAt', 'reason']}
      moreColumns={['grantedVia', 'approvedVia', 'validFrom', 'validTo', 'expiresOn', 'createdAt']}
      alsoRead={['version', 'state', 'staff', 'grantedBy']}
      filters={['staff', 'state']}
      moreFilters={['grantedBy', 'approvedBy']}
      narrow={['role', 'state', 'grantedBy', 'approvedBy']}
      rowTo={null}
      render={{
        role: (row) => roleName(row.role, language),
        grantedVia: (row) => viaInWords(row.grantedVia, language),
        approvedVia: (row) => viaInWords(row.approvedVia, language),
      }}
      {...(rights.may('APPROVE', roleGrant.subject) || rights.may('UPDATE', roleGrant.subject)
        ? { rowActs: (row) => <GrantActs row={row} /> }
        : {})}
      acts={
        rights.may('CREATE', roleGrant.subject) && (
          <OpenForm
            button={t('grant')}
            variant="contained"
            title={t('grant')}
            kind={roleGrant}
            groups={[{ title: t('grantHint'), names: ['staff', 'role', 'expiresOn', 'reason'] }]}
            options={{ role: roleOptions(language) }}
            choices={{ staff: { status: 'ACTIVE' } }}
            act="grantRole"
            said={t('granted')}
          />
        )
      }
    />
  );
}

/** What can be done with a grant now: decide about a pending one, take back one in force. */
function GrantActs({ row }: { row: Row }) {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const { person } = useHere();
  const staff = row.staff as Named;
  const values = { name: staff?.displayName ?? '', role: roleName(row.role, language) };
  const input = { id: row.id, expectedVersion: row.version };
  const own = (row.grantedBy as Named)?.id === person.id || staff?.id === person.id;
  if (row.state === 'PENDING')
    return (
      <>
        {!own && (
          <AskedAct
            button={t('approve')}
            question={t('approveSure', values)}
            act="approveRoleGrant"
            input={input}
            said={t('approved')}
          />
        )}
        <AskedAct
          button={t('refuse')}
          question={t('refuseSure', values)}
          act="refuseRoleGrant"
          input={input}
          said={t('refused')}
          asksReason
        />
      </>
    );
  if (row.state === 'ACTIVE')
    return (
      <AskedAct
        button={t('revoke')}
        question={t('revokeSure', values)}
        act="revokeRoleGrant"
        input={input}
        said={t('revoked')}
        asksReason
      />
    );
  return null;
}
