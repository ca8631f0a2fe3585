import { complaint } from '@kehu/domain/complaints/complaint';
import type { SevereTrigger } from '@kehu/domain/complaints/severe-triggers';
import { complaintCategory, severeTrigger, severity } from '@kehu/domain/complaints/vocabularies';
import { product } from '@kehu/domain/key-accounts/order';
import { Alert, Button, FormControl, FormLabel, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { codeInWords } from '../../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { CodeChips } from '../../../ui/form/CodeChips';
import { Demands } from './Demands';
import { CodeIn, descriptionId, Pair, Part, RelationIn, TextIn } from './inputs';
import { rove } from './roving';
import { SettledOnSpot } from './SettledOnSpot';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';
import { useTriggers } from './useTriggers';

const severityId = 'registration-severity';

/** What happened, what is asked for, and how grave it is: in the order of the talk. */
export function Matter() {
  const t = useTexts(registrationTexts);
  const say = useSay();
  const language = useLanguage();
  const { values, put } = useForm();
  const { fields } = complaint;
  const triggers = useTriggers();
  const words = triggers.map((each) => severeTrigger.labels[each][language]).join('、');
  return (
    <Part title={t('matter')}>
      <TextIn name="description" id={descriptionId} label={t('what')} required lines={4} max={20000} />
      <Pair>
        <CodeIn name="category" label={say(fields.category.label)} vocabulary={complaintCategory} required />
        <RelationIn name="productId" label={say(fields.product.label)} kind={product} />
      </Pair>
      <Demands />
      <Pair>
        <FormControl>
          <FormLabel id={severityId} sx={{ fontSize: 13, mb: 1 }}>
            {t('severityTitle')}
          </FormLabel>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={values.severity}
            onChange={(_, level) => level && put({ severity: level })}
            onKeyDown={rove}
            aria-labelledby={severityId}
          >
            {severity.codes.map((code) => (
              <ToggleButton
                key={code}
                value={code}
                tabIndex={code === values.severity ? 0 : -1}
                sx={{ px: 4, py: 1, color: 'text.primary' }}
              >
                {codeInWords(severity, code, language)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </FormControl>
        <TextIn name="requestedAmount" label={t('amount')} type="amount" />
      </Pair>
      {triggers.length > 0 && values.severity !== 'SEVERE' && (
        <Alert
          severity="warning"
          action={
            <Button onClick={() => put({ severity: 'SEVERE', triggers, severityReason: words })}>
              {t('takeSuggestion')}
            </Button>
          }
        >
          {t('suggested')}
          {words}
        </Alert>
      )}
      {values.severity === 'SEVERE' && (
        <CodeChips
          of={severeTrigger}
          label={t('triggers')}
          chosen={values.triggers}
          onChange={(codes) => put({ triggers: codes as readonly SevereTrigger[] })}
        />
      )}
      {values.severity !== 'GENERAL' && (
        <TextIn
          name="severityReason"
          label={t('severeReason')}
          required={values.severity === 'SEVERE'}
          max={500}
        />
      )}
      {values.severity === 'GENERAL' && <SettledOnSpot />}
    </Part>
  );
}
