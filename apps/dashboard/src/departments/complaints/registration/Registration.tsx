import { Alert, Box, Button, Typography } from '@mui/material';
import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useNavigate, useNotify } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { actText } from '../../../data/query';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Sure } from '../../../ui/Sure';
import { Evidence } from './Evidence';
import { Matter } from './Matter';
import { Similar, type SimilarCase } from './Similar';
import { Source } from './Source';
import { registrationTexts } from './texts';
import { useNamedCustomer } from './useNamedCustomer';
import { isBegun, RegisteringContext, useRegistering, wrongOf } from './useRegistering';
import { intakeInput, problemsOf, registrationInput } from './values';
import { Who } from './Who';

/** Registration of a complaint by somebody on the telephone: one page, in the order of the talk, all by keyboard. */
export function Registration() {
  const t = useTexts(registrationTexts);
  const problemOf = useProblem();
  const { person } = useHere();
  const navigate = useNavigate();
  const notify = useNotify();
  const { values, put, forget, restored } = useRegistering(person.id);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [adding, setAdding] = useState<SimilarCase | null>(null);
  // The same key for every try from this page: a double click or a lost answer acts once.
  const key = useRef(`${person.id}-${Date.now()}-${Math.random().toString(36).slice(2)}`);
  useNamedCustomer(put);

  const form = useMemo(() => ({ values, put, wrong: wrongOf(values, tried) }), [values, put, tried]);

  /** Does one act with what is typed, and goes to its case; on a refusal every word stays. */
  async function send(name: string, input: Readonly<Record<string, unknown>>, said: (no: string) => string) {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      const answer = await act<{ act: { complaint: { id: string; no: string } | null } }>(
        actText(name, 'complaint { id no }'),
        { input: { ...input, idempotencyKey: key.current } },
      );
      const done = answer.act.complaint;
      forget(true);
      notify(said(done?.no ?? adding?.no ?? ''), { type: 'success' });
      navigate(done ? `/complaints/${done.id}/show` : '/complaints');
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
      setAdding(null);
    }
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const problems = problemsOf(values);
    if (Object.keys(problems).length > 0) {
      setProblem(t(problems.demands === 'onlyFeedback' ? 'onlyFeedback' : 'seeAbove'));
      // The marks of what is wrong stand in the page only after it is drawn again.
      setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    await send('registerComplaint', registrationInput(values), (no) => t('done', { no }));
  }

  return (
    <RegisteringContext.Provider value={form}>
      <Page
        title={t('title')}
        acts={isBegun(values) && <Button onClick={() => forget(false)}>{t('clear')}</Button>}
      >
        <Box
          sx={{
            display: 'grid',
            columnGap: 8,
            rowGap: 6,
            gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) 320px' },
          }}
        >
          <Box
            component="form"
            noValidate
            onSubmit={submit}
            onKeyDown={(event: KeyboardEvent) => {
              // Enter in a line of text goes nowhere: half a form would be sent. Ctrl+Enter registers.
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              if (event.target instanceof HTMLInputElement) event.preventDefault();
            }}
            sx={{ display: 'grid', gap: 5, maxWidth: 880 }}
          >
            {restored && <Alert severity="info">{t('restored')}</Alert>}
            <Who />
            <Matter />
            <Source />
            <Evidence />
            {problem && <Alert severity="error">{problem}</Alert>}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
              <Button type="submit" variant="contained" disabled={busy} sx={{ px: 6 }}>
                {busy ? t('submitting') : t('submit')}
              </Button>
              <Typography variant="caption" color="text.secondary">
                {t('hint')}
              </Typography>
            </Box>
          </Box>
          <Similar onAdd={setAdding} />
        </Box>
        {adding && (
          <Sure
            title={t('addIntakeTo', { no: adding.no })}
            act={t('addIntake')}
            busy={busy}
            onClose={() => setAdding(null)}
            onSure={() =>
              send('addComplaintIntake', intakeInput(adding.id, values), (no) => t('intakeAdded', { no }))
            }
          >
            <Typography>{t('addIntakeHint')}</Typography>
          </Sure>
        )}
      </Page>
    </RegisteringContext.Provider>
  );
}
