import { importRun } from '@kehu/domain/administration/data-runs';
import { useLanguage, useTexts } from '../../app/texts';
import { LedgerList } from '../../ui/list/LedgerList';
import { viaInWords } from '../../ui/words';
import { runMessage } from './run-message';
import { dataTexts } from './texts';

/** What was imported, when, by whom, and what came of it. */
export function ImportRunList() {
  const t = useTexts(dataTexts);
  const language = useLanguage();
  return (
    <LedgerList
      kind={importRun}
      title={t('imports')}
      columns={[
        'profile',
        'state',
        'startedAt',
        'staff',
        'rowsRead',
        'rowsCreated',
        'rowsChanged',
        'rowsUnchanged',
        'rowsBad',
        'dryRun',
      ]}
      moreColumns={['finishedAt', 'via', 'message']}
      filters={['profile', 'state', 'startedAt', 'dryRun']}
      moreFilters={['staff']}
      render={{
        via: (row) => viaInWords(row.via, language),
        message: (row) => runMessage(row.message, language),
      }}
      narrow={['state', 'startedAt', 'rowsRead', 'rowsBad']}
    />
  );
}
