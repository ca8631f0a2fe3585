import { demandType } from '@kehu/domain/complaints/vocabularies';
import { Alert, Box, Chip, FormHelperText, Typography } from '@mui/material';
import { codeInWords } from '../../../app/own-labels';
import { useLanguage, useTexts } from '../../../app/texts';
import { TextIn, useWrong } from './inputs';
import { rove } from './roving';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';
import { isOnlyFeedback } from './values';

/** What the customer asks for; a suggestion that asks for nothing is told to be feedback. */
export function Demands() {
  const t = useTexts(registrationTexts);
  const language = useLanguage();
  const { values, put } = useForm();
  const wrong = useWrong()('demands');
  const feedback = isOnlyFeedback(values);
  const opinionOnly = values.demands.length === 1 && values.demands[0] === 'CRITICISM_SUGGESTION';
  return (
    <Box role="group" aria-label={t('demands')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t('demands')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} onKeyDown={rove}>
        {demandType.codes.map((code, place) => {
          const on = values.demands.includes(code);
          return (
            <Chip
              key={code}
              component="button"
              type="button"
              tabIndex={place === 0 ? 0 : -1}
              clickable
              label={codeInWords(demandType, code, language)}
              aria-pressed={on}
              variant={on ? 'filled' : 'outlined'}
              color={on ? 'primary' : 'default'}
              onClick={() =>
                put({
                  demands: on ? values.demands.filter((each) => each !== code) : [...values.demands, code],
                })
              }
            />
          );
        })}
      </Box>
      {values.demands.includes('OTHER') && (
        <Box sx={{ display: 'grid', mt: 3 }}>
          <TextIn name="otherDemand" label={t('otherDemand')} max={200} />
        </Box>
      )}
      {feedback ? (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('onlyFeedback')}
        </Alert>
      ) : wrong ? (
        <FormHelperText error>{wrong}</FormHelperText>
      ) : (
        opinionOnly && <FormHelperText>{t('opinionOnly')}</FormHelperText>
      )}
    </Box>
  );
}
