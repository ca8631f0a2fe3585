import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import { complaint } from '@kehu/domain/complaints/complaint';
import { suggestedTriggers } from '@kehu/domain/complaints/severe-triggers';
import {
  complaintCategory,
  complaintChannel,
  demandType,
  severeTrigger,
  severity,
} from '@kehu/domain/complaints/vocabularies';
import { order, product } from '@kehu/domain/key-accounts/order';
import { department, staff } from '@kehu/domain/organisation/organisation';
import {
  Alert,
  Box,
  Button,
  Chip,
  FormHelperText,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useNotify } from 'react-admin';
import { codeInWords } from '../../../app/own-labels';
import { useHere } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { actText } from '../../../data/query';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { RelationChoice } from '../../../ui/RelationChoice';
import type { SentFile } from '../case/files';
import { Uploads } from '../case/Uploads';
import { FindCustomer } from './FindCustomer';
import { Similar } from './Similar';
import { registrationTexts } from './texts';
import {
  nothingYet,
  outsideChannels,
  problemsOf,
  type Registering,
  registrationInput,
  subjectOf,
} from './values';

const draftKey = (person: string) => `kehu.draft.${person}.registration`;

function draftOf(person: string): Registering {
  try {
    return {
      ...nothingYet,
      ...(JSON.parse(localStorage.getItem(draftKey(person)) ?? '{}') as Partial<Registering>),
    };
  } catch {
    return nothingYet;
  }
}

/** Registration of a complaint by somebody on the telephone: one page, in the order of the talk, all by keyboard. */
export function Registration() {
  const t = useTexts(registrationTexts);
  const say = useSay();
  const language = useLanguage();
  const problemOf = useProblem();
  const { person, rights } = useHere();
  const navigate = useNavigate();
  const notify = useNotify();
  const [values, setValues] = useState<Registering>(() => draftOf(person.id));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const key = useRef(`${person.id}-${Date.now()}-${Math.random().toString(36).slice(2)}`);
  const sent = useRef(false);

  useEffect(() => {
    try {
      if (!sent.current) localStorage.setItem(draftKey(person.id), JSON.stringify(values));
    } catch {
      // No storage: the form still works, only without a draft.
    }
  }, [person.id, values]);

  const put = useCallback(
    (change: Partial<Registering>) => setValues((before) => ({ ...before, ...change })),
    [],
  );
  const putFiles = useCallback(
    (change: (before: readonly SentFile[]) => readonly SentFile[]) =>
      setValues((before) => ({ ...before, files: change(before.files) })),
    [],
  );
  const problems = problemsOf(values);
  const wrong = (name: keyof Registering) => {
    const found = tried ? problems[name] : undefined;
    return found ? t(found) : undefined;
  };
  const triggers = useMemo(
    () =>
      suggestedTriggers({
        channels: [values.channel],
        text: `${values.subject} ${values.description}`,
        requestedAmount: /^\d+(\.\d+)?$/.test(values.requestedAmount) ? Number(values.requestedAmount) : null,
        largeLoss: null,
        unsolvedOfCustomer: 0,
        aboutHead: false,
      }),
    [values.channel, values.subject, values.description, values.requestedAmount],
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (Object.keys(problems).length > 0) {
      setProblem(t('required'));
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setProblem('');
    try {
      const answer = await act<{ act: { complaint: { id: string; no: string } | null } }>(
        actText('registerComplaint', 'complaint { id no }'),
        { input: { ...registrationInput(values), idempotencyKey: key.current } },
      );
      sent.current = true;
      localStorage.removeItem(draftKey(person.id));
      notify(t('done', { no: answer.act.complaint?.no ?? '' }), { type: 'success' });
      navigate(answer.act.complaint ? `/complaints/${answer.act.complaint.id}/show` : '/complaints');
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  const text = (
    name: 'complainantName' | 'complainantPhone' | 'batchNo' | 'receiptNo' | 'outsideNo',
    label: string,
  ) => (
    <TextField
      label={label}
      value={values[name]}
      onChange={(event) => put({ [name]: event.target.value })}
      error={wrong(name) !== undefined}
      helperText={wrong(name)}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 80 } }}
    />
  );
  const codes = (name: 'category' | 'channel', vocabulary: Vocabulary, label: string) => (
    <TextField
      select
      label={label}
      value={values[name]}
      onChange={(event) => put({ [name]: event.target.value })}
      required
      error={wrong(name) !== undefined}
      helperText={wrong(name)}
      slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
    >
      <option value="" />
      {vocabulary.codes.map((code) => (
        <option key={code} value={code}>
          {codeInWords(vocabulary, code, language)}
        </option>
      ))}
    </TextField>
  );
  const relation = (
    name: 'storeId' | 'productId' | 'orderId' | 'complainedDepartmentId' | 'complainedStaffId',
    kind: Kind,
    label: string,
    filter?: Readonly<Record<string, unknown>>,
  ) =>
    rights.reads(kind) && (
      <RelationChoice
        kind={kind}
        label={label}
        value={values[name]}
        filter={filter}
        onChange={(id) => put({ [name]: id })}
      />
    );

  const { fields } = complaint;
  return (
    <Page title={t('title')}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 8,
          rowGap: 6,
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) 320px' },
        }}
      >
        <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 5, maxWidth: 880 }}>
          <Part title={t('find')}>
            <ToggleButtonGroup
              exclusive
              size="small"
              value={values.who}
              onChange={(_, who) => who && put({ who })}
              aria-label={t('who')}
              sx={{ justifySelf: 'start' }}
            >
              {(['KNOWN', 'NEW', 'ANONYMOUS'] as const).map((who) => (
                <ToggleButton key={who} value={who} sx={{ px: 4, py: 0.5, color: 'text.primary' }}>
                  {t(({ KNOWN: 'existing', NEW: 'fresh', ANONYMOUS: 'anonymous' } as const)[who])}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            {values.who === 'KNOWN' && (
              <FindCustomer
                chosen={values.customer}
                onChoose={(found) => put({ customer: found })}
                // What was typed for nobody who exists begins the new customer.
                onWords={(words) =>
                  put(/^[\d+\- ]+$/.test(words) ? { complainantPhone: words } : { complainantName: words })
                }
                error={wrong('customer')}
              />
            )}
            {values.who === 'NEW' && (
              <Pair>
                {text('complainantName', t('name'))}
                {text('complainantPhone', t('phone'))}
              </Pair>
            )}
            {values.who === 'ANONYMOUS' && (
              <Typography color="text.secondary">{t('anonymousHint')}</Typography>
            )}
          </Part>
          <Part title={t('matter')}>
            <TextField
              label={t('what')}
              value={values.description}
              onChange={(event) => put({ description: event.target.value })}
              required
              multiline
              minRows={4}
              error={wrong('description') !== undefined}
              helperText={wrong('description')}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 20000 } }}
            />
            <Pair>
              <TextField
                label={t('subject')}
                value={values.subject}
                onChange={(event) => put({ subject: event.target.value })}
                placeholder={subjectOf(values)}
                helperText={t('subjectHint')}
                slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 200 } }}
              />
              {codes('category', complaintCategory, say(fields.category.label))}
            </Pair>
            <Box role="group" aria-label={t('demands')}>
              <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
                {t('demands')}
              </Typography>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                {demandType.codes.map((code) => {
                  const on = values.demands.includes(code);
                  return (
                    <Chip
                      key={code}
                      component="button"
                      type="button"
                      clickable
                      label={codeInWords(demandType, code, language)}
                      aria-pressed={on}
                      variant={on ? 'filled' : 'outlined'}
                      color={on ? 'primary' : 'default'}
                      onClick={() =>
                        put({
                          demands: on
                            ? values.demands.filter((each) => each !== code)
                            : [...values.demands, code],
                        })
                      }
                    />
                  );
                })}
              </Box>
              {wrong('demands') && <FormHelperText error>{wrong('demands')}</FormHelperText>}
              {values.demands.length === 1 && values.demands[0] === 'CRITICISM_SUGGESTION' && (
                <FormHelperText>{t('feedback')}</FormHelperText>
              )}
            </Box>
            <Pair>
              <TextField
                label={t('amount')}
                value={values.requestedAmount}
                onChange={(event) => put({ requestedAmount: event.target.value })}
                error={wrong('requestedAmount') !== undefined}
                helperText={wrong('requestedAmount')}
                slotProps={{
                  inputLabel: { shrink: true },
                  htmlInput: { inputMode: 'decimal', style: { textAlign: 'right' } },
                }}
              />
              <Box>
                <ToggleButtonGroup
                  exclusive
                  size="small"
                  value={values.severity}
                  onChange={(_, level) => level && put({ severity: level })}
                  aria-label={t('severityTitle')}
                >
                  {severity.codes.map((code) => (
                    <ToggleButton key={code} value={code} sx={{ px: 4, py: 1, color: 'text.primary' }}>
                      {codeInWords(severity, code, language)}
                    </ToggleButton>
                  ))}
                </ToggleButtonGroup>
              </Box>
            </Pair>
            {triggers.length > 0 && values.severity !== 'SEVERE' && (
              <Alert
                severity="warning"
                action={
                  <Button
                    onClick={() =>
                      put({
                        severity: 'SEVERE',
                        severityReason: triggers
                          .map((each) => severeTrigger.labels[each][language])
                          .join('、'),
                      })
                    }
                  >
                    {t('takeSuggestion')}
                  </Button>
                }
              >
                {t('suggested')}
                {triggers.map((each) => severeTrigger.labels[each][language]).join('、')}
              </Alert>
            )}
            {values.severity !== 'GENERAL' && (
              <TextField
                label={t('severeReason')}
                value={values.severityReason}
                onChange={(event) => put({ severityReason: event.target.value })}
                required={values.severity === 'SEVERE'}
                error={wrong('severityReason') !== undefined}
                helperText={wrong('severityReason')}
                slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 500 } }}
              />
            )}
          </Part>
          <Part title={t('source')}>
            <Pair>
              {codes('channel', complaintChannel, say(fields.channel.label))}
              {relation('storeId', department, say(fields.store.label), { kind: 'STORE' })}
              {outsideChannels.has(values.channel) && (
                <>
                  {text('outsideNo', t('outsideNo'))}
                  <TextField
                    type="datetime-local"
                    label={t('outsideDue')}
                    value={values.outsideDueAt}
                    onChange={(event) => put({ outsideDueAt: event.target.value })}
                    helperText={t('outsideHint')}
                    slotProps={{ inputLabel: { shrink: true } }}
                  />
                </>
              )}
              {text('receiptNo', say(fields.receiptNo.label))}
              {relation('productId', product, say(fields.product.label))}
            </Pair>
            <Box component="details">
              <Box component="summary" sx={{ cursor: 'pointer', mb: 3 }}>
                {t('more')}
              </Box>
              <Pair>
                {relation(
                  'orderId',
                  order,
                  say(fields.order.label),
                  values.customer ? { customer: values.customer.id } : undefined,
                )}
                {text('batchNo', say(fields.batchNo.label))}
                {relation('complainedDepartmentId', department, say(fields.complainedDepartment.label))}
                {relation('complainedStaffId', staff, say(fields.complainedStaff.label))}
              </Pair>
            </Box>
          </Part>
          <Part title={t('files')}>
            <Uploads files={values.files} onFiles={putFiles} wholePage />
          </Part>
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
        <Similar values={values} />
      </Box>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h2" sx={{ p: 0, mb: 3 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gap: 4 }}>{children}</Box>
    </Box>
  );
}

function Pair({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
    >
      {children}
    </Box>
  );
}
