import { action as actions } from '@kehu/domain/access/permission';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { staff } from '@kehu/domain/organisation/organisation';
import { Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useRights } from '../../app/person';
import { useSay, useTexts } from '../../app/texts';
import { Section } from '../../ui/Page';
import { useProblem } from '../../ui/problem';
import { RelationChoice } from '../../ui/RelationChoice';
import { useAsk } from '../../ui/useAsk';
import { accessTexts } from './texts';

interface Question {
  readonly entity: string;
  readonly id: string;
  readonly action: string;
  readonly staffId: string | null;
}

interface Explained {
  readonly why: { readonly allowed: boolean; readonly because: readonly string[] };
}

const text = `query ExplainAccess($entity: String!, $id: ID!, $action: String!, $staffId: ID) {
  why: explainAccess(entity: $entity, id: $id, action: $action, staffId: $staffId) { allowed because }
}`;

/** Which rule grants or refuses an action on one record, in the reader's language. */
export function ExplainAccess() {
  const t = useTexts(accessTexts);
  const say = useSay();
  const rights = useRights();
  const problemOf = useProblem();
  const [asked, setAsked] = useState<Question | null>(null);
  const [staffId, setStaffId] = useState('');
  const { data, error } = useAsk<Explained>(asked ? text : null, { ...asked });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string) => String(form.get(name) ?? '').trim();
    setAsked({ entity: of('entity'), id: of('id'), action: of('action'), staffId: staffId || null });
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
        {rights.may('READ', 'accessReview') && (
          <RelationChoice
            kind={staff}
            label={t('forWhom')}
            value={staffId}
            onChange={setStaffId}
            sx={{ width: 220 }}
          />
        )}
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
