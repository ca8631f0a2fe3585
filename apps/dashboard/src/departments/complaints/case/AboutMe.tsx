import { complaint } from '@kehu/domain/complaints/complaint';
import { Box, Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { Page } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { NotThere } from '../../../ui/record/NotThere';
import { StateMark } from '../../../ui/StateMark';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { standingOf } from '../standing';
import { Folded } from './Timeline';
import { caseTexts } from './texts';

interface AboutMeCase {
  readonly id: string;
  readonly no: string;
  readonly state: string;
  readonly category: string;
  readonly receivedAt: string;
  readonly subject: string | null;
  readonly description: string | null;
  readonly steps: readonly Step[];
}

interface Step {
  readonly label: string;
  readonly at: string;
  readonly state: string;
  readonly by: string | null;
  readonly note: string | null;
}

const text = `query ComplaintsAboutMe { complaintsAboutMe { id no state category receivedAt subject description steps { label at state by note } } }`;

/** Cases about the reader: what is said, without who said it until the customer has the reply (practice, settings 13). */
export function AboutMe() {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const { zone } = useHere();
  const { data, error } = useAsk<{ complaintsAboutMe: readonly AboutMeCase[] }>(text);
  if (error) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  return (
    <Page title={t('aboutMe')}>
      <Typography color="text.secondary" sx={{ mb: 4, maxWidth: 720 }}>
        {t('aboutMeHint')}
      </Typography>
      {data.complaintsAboutMe.length === 0 && <Quiet>{t('aboutMeEmpty')}</Quiet>}
      {data.complaintsAboutMe.map((row) => (
        <Box
          component="article"
          key={row.id}
          sx={{ py: 3, borderTop: 1, borderColor: 'divider', maxWidth: 880 }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
            <Box component="span" sx={{ fontWeight: 600 }}>
              {row.no}
            </Box>
            <StateMark
              standing={standingOf({ ...row })}
              words={textOf(complaint.fields.state, row.state, language)}
            />
            <Typography component="span" color="text.secondary">
              {[
                textOf(complaint.fields.category, row.category, language),
                momentIn(new Date(row.receivedAt), zone),
              ].join(' · ')}
            </Typography>
          </Box>
          {row.subject && <Typography sx={{ fontWeight: 500 }}>{row.subject}</Typography>}
          {row.description && <Folded text={row.description} />}
          <Steps steps={row.steps} />
        </Box>
      ))}
    </Page>
  );
}

/** How the case went so far; who did it and what was noted comes with the reply. */
function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const { zone } = useHere();
  if (steps.length === 0) return null;
  return (
    <Box component="details" sx={{ mt: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary' }}>
        {t('stepsSoFar', { n: steps.length })}
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {steps.map((step) => (
          <Box
            component="li"
            key={`${step.at} ${step.label}`}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '136px minmax(0, 1fr)' },
              columnGap: 4,
              py: 1,
            }}
          >
            <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
              {momentIn(new Date(step.at), zone)}
            </Box>
            <Box sx={{ minWidth: 0 }}>
              {`${step.label} → ${textOf(complaint.fields.state, step.state, language)}`}
              {step.by && (
                <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 3 }}>
                  {step.by}
                </Typography>
              )}
              {step.note && <Folded text={step.note} />}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
