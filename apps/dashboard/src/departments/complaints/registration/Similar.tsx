import { complaint } from '@kehu/domain/complaints/complaint';
import { Box, Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { someText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import type { Row } from '../case/file';
import { CaseLine } from '../case/Related';
import { registrationTexts } from './texts';
import type { Registering } from './values';

const names = ['no', 'subject', 'state', 'slaStatus', 'breached', 'waitingSince', 'receivedAt'];

/** Cases of the last 90 days of the same customer, or of the same product and category (R4.1), while typing. */
export function Similar({ values }: { values: Registering }) {
  const t = useTexts(registrationTexts);
  const { rights } = useHere();
  const ways = [
    ...(values.customer && rights.usesField(complaint, 'customer')
      ? [{ customer: { id: { eq: values.customer.id } } }]
      : []),
    ...(values.productId && values.category
      ? [{ product: { id: { eq: values.productId } }, category: { eq: values.category } }]
      : []),
  ];
  const asked = ways.length > 0 && rights.reads(complaint);
  const { data } = useAsk<{ list: { items: readonly Row[] } }>(
    asked ? someText(complaint, selectionOf(complaint, names, rights)) : null,
    {
      where: { and: [{ or: ways }, { receivedAt: { inLast: { days: 90 } } }] },
      orderBy: [{ receivedAt: 'DESC' }],
      limit: 8,
    },
  );
  const rows = data?.list.items ?? [];
  return (
    <Box component="section" aria-label={t('similar')} aria-live="polite">
      <Typography variant="h2" sx={{ borderBottom: 1, borderColor: 'divider', pb: 1, mb: 1 }}>
        {t('similar')}
      </Typography>
      {!asked ? (
        <Quiet>{t('similarHint')}</Quiet>
      ) : data && rows.length === 0 ? (
        <Quiet>{t('noSimilar')}</Quiet>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {rows.map((row) => (
            <CaseLine key={row.id} row={row} />
          ))}
        </Box>
      )}
    </Box>
  );
}
