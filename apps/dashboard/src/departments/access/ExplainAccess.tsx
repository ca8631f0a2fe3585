import { action as actions } from '@kehu/domain/access/permission';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useSay, useTexts } from '../../app/texts';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { useAsk } from '../../ui/useAsk';
import { accessTexts } from './texts';

interface Explained {
  readonly why: { readonly allowed: boolean; readonly because: readonly string[] };
}

const text = `query ExplainAccess($entity: String!, $id: ID!, $action: String!) {
  why: explainAccess(entity: $entity, id: $id, action: $action) { allowed because }
}`;

/** Which rule grants or refuses an action on one record, in the reader's language. */
export function ExplainAccess() {
  const t = useTexts(accessTexts);
  const say = useSay();
  const problemOf = useProblem();
  const [asked, setAsked] = useState<{ entity: string; id: string; action: string } | null>(null);
  const { data, error } = useAsk<Explained>(asked ? text : null, asked ?? {});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string) => String(form.get(name) ?? '').trim();
    setAsked({ entity: of('entity'), id: of('id'), action: of('action') });
  };
  return (
    <Section title={t('explain')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
        {t('explainHint')}
      </Typography>
      <Box component="form" onSubmit={submit} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
        <TextField
          select
          name="entity"
          label={t('subject')}
          defaultValue="Customer"
          slotProps={{ select: { native: true } }}
          sx={{ width: 180 }}
        >
          {catalogue.map((kind) => (
            <option key={kind.name} value={kind.name}>
              {say(kind.label)}
            </option>
          ))}
        </TextField>
        <TextField
          name="id"
          label={t('recordId')}
          required
          sx={{ width: 140 }}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        <TextField
          select
          name="action"
          label={t('action')}
          defaultValue="READ"
          slotProps={{ select: { native: true } }}
          sx={{ width: 160 }}
        >
          {actions.codes.map((code) => (
            <option key={code} value={code}>
              {say(actions.labels[code])}
            </option>
          ))}
        </TextField>
        <Button type="submit" variant="outlined">
          {t('ask')}
        </Button>
      </Box>
      <Box role="status">
        {error && <Typography color="error">{problemOf(error)}</Typography>}
        {data && (
          <>
            <Typography sx={{ fontWeight: 600 }}>{t(data.why.allowed ? 'allowed' : 'refused')}</Typography>
            {data.why.because.map((each) => (
              <Typography key={each} variant="body2">
                {each}
              </Typography>
            ))}
          </>
        )}
      </Box>
    </Section>
  );
}
