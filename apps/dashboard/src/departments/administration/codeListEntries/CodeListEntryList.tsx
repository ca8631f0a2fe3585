import { codeListEntry } from '@kehu/domain/administration/settings';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { adminTexts } from '../texts';

const groups = [{ names: ['list', 'code', 'labelHans', 'labelHant', 'labelEn', 'position', 'active'] }];

/** Lists that the organisation keeps itself: segments, industries, channels. */
export function CodeListEntryList() {
  const t = useTexts(adminTexts);
  const rights = useRights();
  return (
    <LedgerList
      kind={codeListEntry}
      title={t('codeLists')}
      columns={['list', 'code', 'labelHans', 'labelHant', 'labelEn', 'position', 'active']}
      alsoRead={['version']}
      filters={['list', 'code', 'active']}
      narrow={['code', 'labelHans', 'position', 'active']}
      sort={{ field: 'list', order: 'ASC' }}
      rowTo={null}
      {...(rights.may('UPDATE', codeListEntry.subject)
        ? {
            rowActs: (row) => (
              <OpenForm
                button={t('edit')}
                title={t('editEntry', { code: String(row.code) })}
                kind={codeListEntry}
                record={row}
                groups={groups}
                act="saveCodeListEntry"
              />
            ),
          }
        : {})}
      acts={
        rights.may('CREATE', codeListEntry.subject) && (
          <OpenForm
            button={t('newEntry')}
            variant="contained"
            title={t('newEntry')}
            kind={codeListEntry}
            initial={{ active: true, position: 10 }}
            groups={groups}
            act="saveCodeListEntry"
          />
        )
      }
    />
  );
}
