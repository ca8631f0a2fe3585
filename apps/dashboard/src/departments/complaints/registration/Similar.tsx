import { complaint } from '@kehu/domain/complaints/complaint';
import { Box, Button, Link, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { day, momentIn } from '../../../ui/figures';
import { Quiet } from '../../../ui/record/Lines';
import { StateMark } from '../../../ui/StateMark';
import { useAsk } from '../../../ui/useAsk';
import { standingOf } from '../standing';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';

/** A case that may be the same matter, as `similarComplaints` answers it. */
export interface SimilarCase {
  readonly id: string;
  readonly no: string;
  readonly subject: string | null;
  readonly state: string;
  readonly stateLabel: string;
  readonly slaStatus: string | null;
  readonly breached: boolean | null;
  readonly waitingSince: string | null;
  readonly categoryLabel: string | null;
  readonly storeName: string | null;
  readonly receivedAt: string;
  readonly open: boolean;
}

const similarText = `query SimilarComplaints($customerId: ID, $productId: ID, $category: String, $text: String) {
  similar: similarComplaints(customerId: $customerId, productId: $productId, category: $category, text: $text) {
    id no subject state stateLabel slaStatus breached waitingSince categoryLabel storeName receivedAt open
  }
}`;
const waitAfterTyping = 300;

/**
 * Cases of the last 90 days that may be the same matter, shown while typing (R4.1): of the customer, or of the
 * product and category. What came in a second time is added to its case instead of registered again (F38).
 */
export function Similar({ onAdd }: { onAdd: (found: SimilarCase) => void }) {
  const t = useTexts(registrationTexts);
  const { rights, zone } = useHere();
  const { values } = useForm();
  const text = useLater(values.subject.trim());
  const about = {
    ...(values.customer ? { customerId: values.customer.id } : {}),
    ...(values.productId && values.category
      ? { productId: values.productId, category: values.category }
      : {}),
    ...(text.length >= 2 ? { text } : {}),
  };
  const asked = Object.keys(about).length > 0 && rights.reads(complaint);
  const { data } = useAsk<{ similar: readonly SimilarCase[] }>(asked ? similarText : null, about);
  const found = data?.similar ?? [];
  return (
    <Box component="section" aria-label={t('similar')} aria-live="polite">
      <Typography variant="h2" sx={{ borderBottom: 1, borderColor: 'divider', pb: 1, mb: 1 }}>
        {t('similar')}
      </Typography>
      {!asked ? (
        <Quiet>{t('similarHint')}</Quiet>
      ) : data && found.length === 0 ? (
        <Quiet>{t('noSimilar')}</Quiet>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {found.map((each) => (
            <Box component="li" key={each.id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
              <Link
                component={LinkBase}
                to={`/complaints/${each.id}/show`}
                target="_blank"
                color="text.primary"
              >
                {each.subject ?? each.no}
              </Link>
              <Box
                sx={{
                  display: 'flex',
                  flexWrap: 'wrap',
                  columnGap: 2,
                  fontSize: 13,
                  color: 'text.secondary',
                }}
              >
                <span>{each.no}</span>
                <span>{day(momentIn(new Date(each.receivedAt), zone))}</span>
                <StateMark standing={standingOf({ ...each })} words={each.stateLabel} />
                <span>{[each.categoryLabel, each.storeName].filter(Boolean).join(' · ')}</span>
              </Box>
              {each.open && (
                <Button
                  variant="outlined"
                  size="small"
                  aria-label={`${t('addIntake')} ${each.no}`}
                  onClick={() => onAdd(each)}
                  sx={{ mt: 1 }}
                >
                  {t('addIntake')}
                </Button>
              )}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** A text as it was a moment ago, so that not every letter asks. */
function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), waitAfterTyping);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
