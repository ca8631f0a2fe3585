import { exportRun } from '@kehu/domain/administration/data-runs';
import { Link } from '@mui/material';
import { useHere } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import { LedgerList } from '../../ui/list/LedgerList';
import { entityInWords } from '../../ui/words';
import { dataTexts } from './texts';

type Named = { readonly id: string } | null | undefined;

/** Who took what out, how many rows, why; one's own files can be fetched here until they expire. */
export function ExportRunList() {
  const t = useTexts(dataTexts);
  const language = useLanguage();
  const { person } = useHere();
  return (
    <LedgerList
      kind={exportRun}
      title={t('exports')}
      columns={[
        'createdAt',
        'staff',
        'entity',
        'format',
        'state',
        'rowCount',
        'containsPersonalData',
        'reason',
        'expiresAt',
      ]}
      moreColumns={['finishedAt', 'message', 'fileHash']}
      alsoRead={['state', 'staff', 'expiresAt']}
      filters={['staff', 'state', 'createdAt', 'containsPersonalData']}
      moreFilters={['entity', 'format']}
      narrow={['staff', 'entity', 'rowCount', 'reason']}
      rowTo={null}
      render={{ entity: (row) => entityInWords(String(row.entity ?? ''), language) }}
      rowActs={(row) =>
        row.state === 'DONE' &&
        (row.staff as Named)?.id === person.id &&
        (typeof row.expiresAt !== 'string' || Date.parse(row.expiresAt) > Date.now()) && (
          <Link href={`/files/${row.id}`} download>
            {t('download')}
          </Link>
        )
      }
    />
  );
}
