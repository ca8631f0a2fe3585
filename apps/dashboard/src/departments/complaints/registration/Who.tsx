import { complaint } from '@kehu/domain/complaints/complaint';
import { ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useSay, useTexts } from '../../../app/texts';
import { FindCustomer } from './FindCustomer';
import { descriptionId, Pair, Part, TextIn, useWrong } from './inputs';
import { rove } from './roving';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';

const kinds = [
  ['KNOWN', 'existing'],
  ['NEW', 'fresh'],
  ['ANONYMOUS', 'anonymous'],
] as const;

/** Who complains: a customer that is found, a new one, or nobody known. */
export function Who() {
  const t = useTexts(registrationTexts);
  const say = useSay();
  const { values, put } = useForm();
  const wrong = useWrong();
  return (
    <Part title={t('find')}>
      {values.who === 'KNOWN' && (
        <FindCustomer
          chosen={values.customer}
          // What was typed to find him is not the name of whoever complains.
          onChoose={(found) => {
            put({ customer: found, complainantName: '', complainantPhone: '' });
            // The talk goes on with what happened; the field that was searched in is gone.
            if (found) setTimeout(() => document.getElementById(descriptionId)?.focus());
          }}
          // What was typed for nobody who exists begins the new customer.
          onWords={(words) =>
            put(/^[\d+\- ]+$/.test(words) ? { complainantPhone: words } : { complainantName: words })
          }
          error={wrong('customer')}
        />
      )}
      {values.who === 'KNOWN' && values.customer && (
        <Pair>
          <TextIn name="complainantName" label={t('contactName')} hint={t('contactHint')} />
          <TextIn name="complainantPhone" label={t('contactPhone')} max={40} />
        </Pair>
      )}
      {values.who === 'NEW' && (
        <Pair>
          <TextIn name="complainantName" label={t('name')} required />
          <TextIn name="complainantPhone" label={t('phone')} max={40} />
        </Pair>
      )}
      {values.who === 'ANONYMOUS' && <Typography color="text.secondary">{t('anonymousHint')}</Typography>}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={values.who}
        onChange={(_, who) => who && put({ who })}
        onKeyDown={rove}
        aria-label={t('who')}
        sx={{ justifySelf: 'start' }}
      >
        {kinds.map(([who, words]) => (
          <ToggleButton
            key={who}
            value={who}
            tabIndex={who === values.who ? 0 : -1}
            sx={{ px: 4, py: 0.5, color: 'text.primary' }}
          >
            {t(words)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {values.who !== 'ANONYMOUS' && values.representedBy !== '' && (
        <Typography variant="body2" color="text.secondary">
          {say(complaint.fields.representedBy.label)} · {values.representedBy}
        </Typography>
      )}
    </Part>
  );
}
