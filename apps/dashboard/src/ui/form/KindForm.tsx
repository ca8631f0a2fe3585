import type { Kind } from '@kehu/domain/catalogue/kind';
import { Alert, Box, Button, Typography } from '@mui/material';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { fieldLabel } from '../../app/own-labels';
import { useHere } from '../../app/person';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { type Clash, changedNames, type FormValues, formValuesOf, isMasked, merged } from '../../data/input';
import { Refusal } from '../../data/refusal';
import { momentIn } from '../figures';
import { useProblem } from '../problem';
import { textOf } from '../Value';
import { dropDraft, keepDraft, readDraft } from './draft';
import { KindInput, type Values } from './KindInput';
import { formTexts } from './texts';

type RecordLike = Readonly<Record<string, unknown>>;

export interface FormGroup {
  readonly title?: string;
  readonly names: readonly string[];
  /** Shown only while this holds for what is typed. */
  readonly when?: (values: Values) => boolean;
}

export interface KindFormProps {
  readonly kind: Kind;
  readonly groups: readonly FormGroup[];
  /** Under which name the draft is kept. */
  readonly draft: string;
  readonly record?: RecordLike | undefined;
  readonly initial?: RecordLike | undefined;
  readonly required?: readonly string[];
  readonly choices?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly options?: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>;
  /** Sends what changed; throws `Refusal`. */
  readonly onSubmit: (
    values: FormValues,
    changed: readonly string[],
    version: number | null,
  ) => Promise<void>;
  /** Reads the record again after a CONFLICT. */
  readonly onConflict?: () => Promise<RecordLike | undefined>;
  readonly onCancel: () => void;
  readonly submitLabel?: string;
  readonly children?: (control: Control<Values>) => ReactNode;
}

/**
 * A form about one record of a kind. Checks while typing, keeps a draft over reloads and lost sessions,
 * puts the server's complaints at their fields, and on a conflict keeps what was typed.
 */
export function KindForm(props: KindFormProps) {
  const { kind, groups } = props;
  const t = useTexts(formTexts);
  const problemOf = useProblem();
  const { person, zone } = useHere();
  const names = useMemo(() => groups.flatMap((group) => group.names), [groups]);
  const [base, setBase] = useState<FormValues>(() =>
    formValuesOf(kind, names, props.record ?? props.initial ?? {}),
  );
  const [record, setRecord] = useState<RecordLike>(props.record ?? {});
  const [draft] = useState(() => readDraft(person.id, props.draft, Date.now()));
  const [restored, setRestored] = useState(draft !== null);
  const [problem, setProblem] = useState('');
  const [clashes, setClashes] = useState<readonly Clash[] | null>(null);
  const form = useForm<Values>({ defaultValues: { ...base, ...draft?.values }, mode: 'onTouched' });
  const { control, handleSubmit, setError, reset, getValues, setValue, formState } = form;
  const version = typeof record.version === 'number' ? record.version : null;
  const done = useRef(false);

  useEffect(() => {
    // What is typed is written down a moment later; leaving the page keeps it, sending it drops it.
    const { unsubscribe } = form.watch((values) => {
      if (done.current) return;
      keepDraft(person.id, props.draft, {
        at: new Date().toISOString(),
        version,
        values: values as FormValues,
      });
    });
    return unsubscribe;
  }, [form, person.id, props.draft, version]);

  const submit = handleSubmit(
    async (values) => {
      const shown = new Set(
        groups.filter((group) => !group.when || group.when(values)).flatMap((group) => group.names),
      );
      const changed = changedNames(values, base).filter((name) => shown.has(name));
      if (props.record && changed.length === 0) {
        setProblem(t('nothingChanged'));
        return;
      }
      setProblem('');
      try {
        done.current = true;
        await props.onSubmit(values, props.record ? changed : [...shown], version);
        dropDraft(person.id, props.draft);
      } catch (error) {
        done.current = false;
        await refused(error);
      }
    },
    () => setProblem(t('wrongBelow')),
  );

  async function refused(error: unknown) {
    if (error instanceof Refusal && error.code === 'CONFLICT' && props.onConflict) {
      const latest = await props.onConflict();
      if (latest) {
        const theirs = formValuesOf(kind, names, latest);
        const result = merged(getValues(), base, theirs);
        setBase(theirs);
        setRecord(latest);
        setClashes(result.clashes);
        reset({ ...result.values });
        return;
      }
    }
    if (error instanceof Refusal)
      for (const [name, message] of Object.entries(error.byField)) {
        const field = names.find((each) => each === name || `${each}Id` === name);
        if (field) setError(field, { message }, { shouldFocus: true });
      }
    setProblem(problemOf(error));
  }

  const discard = () => {
    dropDraft(person.id, props.draft);
    reset({ ...base });
    setRestored(false);
  };

  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 880 }}>
      {restored && draft && (
        <Alert
          severity="info"
          action={
            <Button size="small" onClick={discard}>
              {t('dropDraft')}
            </Button>
          }
        >
          {t('draft', { at: momentIn(new Date(draft.at), zone) })}
        </Alert>
      )}
      {clashes && (
        <Conflict
          kind={kind}
          clashes={clashes}
          onTheirs={(clash) => {
            setValue(clash.name, clash.theirs, { shouldDirty: true });
            setClashes(clashes.filter((each) => each !== clash));
          }}
        />
      )}
      {groups.map((group) => (
        <Group key={group.names.join()} group={group} control={control}>
          {group.names.map((name) => {
            const field = kind.fields[name];
            const current = record[name];
            return (
              <KindInput
                key={name}
                kind={kind}
                name={name}
                control={control}
                masked={field && isMasked(field, current) ? String(current) : undefined}
                {...(props.required?.includes(name) ? { required: true } : {})}
                choices={props.choices?.[name]}
                options={props.options?.[name]}
              />
            );
          })}
        </Group>
      ))}
      {props.children?.(control)}
      {problem && <Alert severity="error">{problem}</Alert>}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={formState.isSubmitting}>
          {formState.isSubmitting ? t('saving') : (props.submitLabel ?? t('save'))}
        </Button>
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
        <Typography variant="caption" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>
          {t('hint')}
        </Typography>
      </Box>
    </Box>
  );
}

function Group(props: { group: FormGroup; control: Control<Values>; children: ReactNode }) {
  const values = useWatch({ control: props.control });
  if (props.group.when && !props.group.when(values as Values)) return null;
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      {props.group.title && (
        <Typography component="legend" variant="h2" sx={{ p: 0, mb: 3 }}>
          {props.group.title}
        </Typography>
      )}
      <Box
        sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' } }}
      >
        {props.children}
      </Box>
    </Box>
  );
}

function Conflict(props: { kind: Kind; clashes: readonly Clash[]; onTheirs: (clash: Clash) => void }) {
  const t = useTexts(formTexts);
  const say = useSay();
  const language = useLanguage();
  return (
    <Alert severity="warning">
      {t('conflict')} {t('again')}
      {props.clashes.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 4 }} aria-label={t('clashes')}>
          {props.clashes.map((clash) => {
            const field = props.kind.fields[clash.name];
            if (!field) return null;
            const theirs =
              field.is === 'toOne' ? String(clash.theirs) : textOf(field, clash.theirs, language);
            return (
              <li key={clash.name}>
                {say(fieldLabel(props.kind, clash.name))} · {t('theirs', { value: theirs || t('none') })}{' '}
                <Button size="small" onClick={() => props.onTheirs(clash)}>
                  {t('useTheirs')}
                </Button>
              </li>
            );
          })}
        </Box>
      )}
    </Alert>
  );
}
