import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogContent,
  DialogTitle,
  Typography,
  useMediaQuery,
} from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useRefresh } from 'react-admin';
import { useForm, useWatch } from 'react-hook-form';
import { useHere } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { actText } from '../../../data/query';
import { Refusal } from '../../../data/refusal';
import { momentIn } from '../../../ui/figures';
import { dropDraft, keepDraft, readDraft } from '../../../ui/form/draft';
import type { Values } from '../../../ui/form/KindInput';
import { formTexts } from '../../../ui/form/texts';
import { useProblem } from '../../../ui/problem';
import { ActInput } from './ActInput';
import { type ActForm, actInput, fieldAt, initialValues } from './act-form';
import { CaseChanges } from './CaseChanges';
import type { CaseFile } from './file';
import type { ActDone } from './Outcome';
import { readCase } from './read-case';
import { caseTexts } from './texts';

export interface ActDialogProps {
  readonly form: ActForm;
  readonly file: CaseFile;
  /** The record that is acted on when it is not the case itself: a task, a request. */
  readonly record?: { readonly id: string; readonly version: number } | undefined;
  /** What the person should have before the eyes: the report, the opinion. */
  readonly brief?: ReactNode;
  /** Reads what is acted on again after a CONFLICT; the case unless given (a task that belongs to none). */
  readonly reread?: () => Promise<CaseFile | null>;
  readonly onClose: () => void;
  readonly onDone: (done: ActDone) => void;
}

interface ActAnswer {
  readonly act: Pick<ActDone, 'told' | 'next'>;
}

const actReturns = 'told { name via } next { label by dueAt }';

/**
 * The form of one act: asks only what the act needs, keeps what is typed over reloads, says what comes next.
 * On a CONFLICT it shows what has changed and keeps every word.
 */
export function ActDialog(props: ActDialogProps) {
  const { form, record } = props;
  const t = useTexts(caseTexts);
  const words = useTexts(formTexts);
  const say = useSay();
  const problemOf = useProblem();
  const { person, rights, zone } = useHere();
  const queries = useQueryClient();
  const refresh = useRefresh();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const [file, setFile] = useState(props.file);
  const [version, setVersion] = useState(record?.version ?? props.file.version);
  const [changedSince, setChangedSince] = useState<{ before: CaseFile; after: CaseFile } | null>(null);
  const [problem, setProblem] = useState('');
  const draftName = `${form.act}.${record?.id ?? props.file.id}`;
  const [draft] = useState(() => readDraft(person.id, draftName, Date.now()));
  const [first] = useState(() => initialValues(form, props.file, new Date(), zone));
  const [restored, setRestored] = useState(draft !== null);
  const { control, handleSubmit, watch, reset, setError, setValue, formState } = useForm<Values>({
    defaultValues: { ...first, ...draft?.values },
    mode: 'onTouched',
  });
  const values = useWatch({ control }) as Values;
  const done = useRef(false);
  // The same key for every try from this dialog: a double click or a lost answer acts once.
  const key = useRef(`${person.id}-${form.act}-${Date.now()}-${Math.random().toString(36).slice(2)}`);

  useEffect(() => {
    const { unsubscribe } = watch((typed) => {
      if (!done.current)
        keepDraft(person.id, draftName, { at: new Date().toISOString(), version, values: typed as Values });
    });
    return unsubscribe;
  }, [watch, person.id, draftName, version]);

  const submit = handleSubmit(
    async (typed) => {
      setProblem('');
      done.current = true;
      try {
        const input = {
          [form.idName ?? 'id']: record?.id ?? file.id,
          ...(form.versionless ? {} : { expectedVersion: version }),
          ...actInput(form, typed),
          idempotencyKey: key.current,
        };
        const answer = await act<ActAnswer>(actText(form.act, actReturns), { input });
        dropDraft(person.id, draftName);
        await queries.invalidateQueries({ queryKey: ['ask'] });
        refresh();
        props.onDone({ label: form.label, ...answer.act });
      } catch (error) {
        done.current = false;
        await refused(error);
      }
    },
    () => setProblem(words('wrongBelow')),
  );

  async function refused(error: unknown) {
    if (error instanceof Refusal && error.code === 'CONFLICT') {
      const one = await (props.reread?.() ?? readCase(file.id, rights));
      if (one) {
        setChangedSince({ before: file, after: one });
        setFile(one);
        setVersion(record ? versionIn(one, record.id, version) : one.version);
        return;
      }
    }
    if (error instanceof Refusal)
      for (const [path, message] of Object.entries(error.byField)) {
        const field = fieldAt(form, path);
        if (field) setError(field.name, { message });
      }
    setProblem(problemOf(error));
  }

  const action = file.allowedActions?.find((each) => each.action === form.act);
  const picked = form.fields.flatMap((field) =>
    (field.pick ?? []).filter((choice) => choice.value === values[field.name] && choice.after),
  );
  const after = picked[0]?.after ?? form.after;
  const discard = () => {
    dropDraft(person.id, draftName);
    reset(first);
    setRestored(false);
  };

  return (
    <Dialog
      open
      onClose={(_, why) => why === 'escapeKeyDown' && props.onClose()}
      maxWidth={props.brief ? 'lg' : 'sm'}
      fullWidth
      fullScreen={narrow}
      aria-labelledby="act-title"
    >
      <DialogTitle id="act-title">
        {say(form.label)}
        <Typography component="span" color="text.secondary" sx={{ ml: 2 }}>
          {file.no}
        </Typography>
      </DialogTitle>
      <DialogContent
        sx={{
          pb: 4,
          // Room for the label on the border of the first field, which the title would cut off.
          '.MuiDialogTitle-root + &': { pt: 2 },
          display: 'grid',
          gap: 6,
          alignItems: 'start',
          alignContent: 'start',
          gridTemplateColumns: props.brief
            ? { xs: 'minmax(0,1fr)', md: 'minmax(0,1fr) minmax(0,1fr)' }
            : '1fr',
        }}
      >
        {props.brief && (
          // A long form runs past what is read beside it.
          <Box
            sx={{
              minWidth: 0,
              position: { md: 'sticky' },
              top: { md: 0 },
              maxHeight: { md: 'calc(100vh - 180px)' },
              overflowY: { md: 'auto' },
            }}
            tabIndex={0}
            role="region"
            aria-label={t('matter')}
          >
            {props.brief}
          </Box>
        )}
        <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
          {form.about && <Typography color="text.secondary">{say(form.about)}</Typography>}
          {restored && draft && (
            <Alert
              severity="info"
              action={
                <Button size="small" onClick={discard}>
                  {words('dropDraft')}
                </Button>
              }
            >
              {words('draft', { at: momentIn(new Date(draft.at), zone) })}
            </Alert>
          )}
          {changedSince && (
            <Alert severity="warning">
              {t('conflict')}
              {!props.reread && <CaseChanges {...changedSince} />}
              {action && !action.enabled && (
                <Typography sx={{ mt: 1 }}>
                  {t('noLongerOpen', { act: say(form.label), reason: action.reason ?? '' })}
                </Typography>
              )}
            </Alert>
          )}
          <Box
            sx={{
              display: 'grid',
              gap: 4,
              gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(2, minmax(0,1fr))' },
            }}
          >
            {form.fields.map((field) =>
              (field.when && !field.when(values)) || field.fits?.(file) === false ? null : (
                <ActInput
                  key={field.name}
                  field={field}
                  control={control}
                  values={values}
                  file={file}
                  put={(name, value) => setValue(name, value, { shouldDirty: true, shouldValidate: true })}
                />
              ),
            )}
          </Box>
          {after && (
            <Typography variant="body2" color="text.secondary">
              {t('whatNext', { text: say(after) })}
            </Typography>
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 2,
              // On a phone the act stays under the thumb, however long the form is.
              position: { xs: 'sticky', sm: 'static' },
              bottom: { xs: -16 },
              bgcolor: { xs: 'background.paper', sm: 'transparent' },
              mb: { xs: -4, sm: 0 },
              py: { xs: 3, sm: 0 },
              zIndex: 1,
            }}
          >
            <Button
              type="submit"
              variant="contained"
              color={form.grave ? 'error' : 'primary'}
              disabled={formState.isSubmitting}
            >
              {formState.isSubmitting ? t('working') : say(form.label)}
            </Button>
            <Button onClick={props.onClose}>{words('cancel')}</Button>
            <Typography
              variant="caption"
              color="text.secondary"
              sx={{ display: { xs: 'none', sm: 'block' } }}
            >
              {t('hint')}
            </Typography>
          </Box>
        </Box>
      </DialogContent>
    </Dialog>
  );
}

/** The version of a part of the case, wherever it stands. */
function versionIn(file: CaseFile, id: string, fallback: number): number {
  for (const part of Object.values(file)) {
    if (!Array.isArray(part)) continue;
    const row = part.find((each: { id?: string; version?: unknown }) => each?.id === id && 'version' in each);
    if (row) return Number((row as { version: number }).version);
  }
  return fallback;
}
