import { personalDataReveal } from '@kehu/domain/administration/access-records';
import { useLanguage, useTexts } from '../../app/texts';
import { LedgerList } from '../../ui/list/LedgerList';
import { entityInWords, fieldsInWords } from '../../ui/words';
import { accessTexts } from './texts';

/** Every look at full numbers, for the privacy officer and superiors. */
export function PersonalDataRevealList() {
  const t = useTexts(accessTexts);
  const language = useLanguage();
  return (
    <LedgerList
      kind={personalDataReveal}
      title={t('reveals')}
      columns={['at', 'staff', 'customer', 'entity', 'fieldNames', 'reason', 'basis']}
      moreColumns={['entityId']}
      alsoRead={['entity']}
      filters={['staff', 'at', 'customer']}
      moreFilters={['entity', 'entityId']}
      narrow={['staff', 'customer', 'reason']}
      rowTo={null}
      render={{
        entity: (row) => entityInWords(String(row.entity ?? ''), language),
        fieldNames: (row) => fieldsInWords(String(row.entity ?? ''), String(row.fieldNames ?? ''), language),
      }}
    />
  );
}
