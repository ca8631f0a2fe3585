import { personalDataReveal } from '@kehu/domain/administration/access-records';
import { order } from '@kehu/domain/key-accounts/order';
import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import type { ListAnswer } from '../../data/answer';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { listAddress } from '../../ui/list/address';
import { Section } from '../../ui/Page';
import { Lines } from '../../ui/record/Lines';
import { useAsk } from '../../ui/useAsk';
import { entityInWords, fieldsInWords } from '../../ui/words';
import { workTexts } from './texts';

const names = ['at', 'staff', 'entity', 'fieldNames', 'reason'];

/** The newest looks at full numbers, for whoever watches over all of them and has no other work here. */
export function RecentReveals() {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const rights = useRights();
  const shown = rights.mayForAll('READ', personalDataReveal.subject) && !rights.reads(order);
  const { data } = useAsk<ListAnswer>(
    shown ? someText(personalDataReveal, selectionOf(personalDataReveal, names, rights)) : null,
    { where: {}, limit: 12 },
  );
  const rows = data?.list.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Section
      title={t('recentReveals')}
      acts={
        <Link component={LinkBase} to={listAddress('personalDataReveals', {})}>
          {t('all')}
        </Link>
      }
    >
      <Lines
        kind={personalDataReveal}
        names={names}
        rows={rows}
        label={t('recentReveals')}
        cell={(name, row) => {
          const entity = String(row.entity ?? '');
          if (name === 'entity') return entityInWords(entity, language);
          return name === 'fieldNames' ? fieldsInWords(entity, String(row.fieldNames ?? ''), language) : null;
        }}
      />
    </Section>
  );
}
