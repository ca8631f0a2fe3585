import { department } from '@kehu/domain/organisation/organisation';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { adminTexts } from '../texts';

const groups = [
  { names: ['code', 'name', 'kind', 'parent', 'head', 'region', 'ownership', 'address', 'active'] },
];

/** Departments and stores; a store is a department of that kind. */
export function DepartmentList() {
  const t = useTexts(adminTexts);
  const rights = useRights();
  const changes = rights.may('UPDATE', department.subject);
  return (
    <LedgerList
      kind={department}
      title={t('departments')}
      columns={['name', 'code', 'kind', 'parent', 'head', 'region', 'ownership', 'active']}
      moreColumns={['address', 'createdAt', 'source']}
      alsoRead={['version', 'address']}
      filters={['name', 'kind', 'region', 'active']}
      moreFilters={['parent', 'ownership', 'source']}
      narrow={['code', 'kind', 'head', 'region']}
      rowTo={null}
      {...(changes
        ? {
            rowActs: (row) => (
              <OpenForm
                button={t('edit')}
                title={t('editDepartment', { name: String(row.name) })}
                kind={department}
                record={row}
                groups={groups}
                act="updateDepartment"
              />
            ),
          }
        : {})}
      acts={
        rights.may('CREATE', department.subject) && (
          <OpenForm
            button={t('newDepartment')}
            variant="contained"
            title={t('newDepartment')}
            kind={department}
            initial={{ active: true }}
            groups={groups}
            act="createDepartment"
          />
        )
      }
    />
  );
}
