import { region } from '@kehu/domain/organisation/organisation';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { adminTexts } from '../texts';

const groups = [{ names: ['code', 'name', 'parent', 'manager'] }];

/** Sales regions 区域 (R3.1) with their managers. */
export function RegionList() {
  const t = useTexts(adminTexts);
  const rights = useRights();
  return (
    <LedgerList
      kind={region}
      title={t('regions')}
      columns={['name', 'code', 'parent', 'manager', 'updatedAt']}
      moreColumns={['source']}
      alsoRead={['version']}
      filters={['name', 'parent']}
      moreFilters={['manager', 'source']}
      narrow={['code', 'manager']}
      rowTo={null}
      {...(rights.may('UPDATE', region.subject)
        ? {
            rowActs: (row) => (
              <OpenForm
                button={t('edit')}
                title={t('editRegion', { name: String(row.name) })}
                kind={region}
                record={row}
                groups={groups}
                act="updateRegion"
              />
            ),
          }
        : {})}
      acts={
        rights.may('CREATE', region.subject) && (
          <OpenForm
            button={t('newRegion')}
            variant="contained"
            title={t('newRegion')}
            kind={region}
            groups={groups}
            act="createRegion"
          />
        )
      }
    />
  );
}
