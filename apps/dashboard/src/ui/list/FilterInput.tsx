import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { Autocomplete, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { listChoices } from '../../app/code-lists';
import { codeInWords } from '../../app/own-labels';
import { useHere } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import { RelationChoice } from '../RelationChoice';
import { at, textOf } from '../Value';
import { SpanInput } from './SpanInput';
import { listTexts } from './texts';

interface FilterInputProps {
  readonly kind: Kind;
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
  readonly choices?: Readonly<Record<string, unknown>> | undefined;
  readonly onChange: (value: unknown) => void;
}

/** The control that suits a field: choices for codes and relations, a span for times, words for text. */
export function FilterInput(props: FilterInputProps) {
  const { field } = at(props.kind, props.name, {});
  const { rights } = useHere();
  const language = useLanguage();
  const t = useTexts(listTexts);
  if (!field) return null;
  if (field.is === 'toOne') {
    const target = kindNamed(field.target);
    if (!rights.reads(target)) return null;
    return (
      <RelationChoice
        kind={target}
        label={props.label}
        value={typeof props.value === 'string' ? props.value : ''}
        filter={props.choices}
        placeholder={t('all')}
        onChange={(id) => props.onChange(id)}
        sx={{ width: { xs: '100%', sm: 160 } }}
      />
    );
  }
  if (field.type === 'dateTime' || field.type === 'date') return <SpanInput {...props} />;
  if (field.is === 'column' && field.vocabulary) {
    const { vocabulary } = field;
    return (
      <CodeSelect
        {...props}
        codes={vocabulary.codes.map((code) => [code, codeInWords(vocabulary, code, language)])}
      />
    );
  }
  if (field.type === 'boolean')
    return (
      <CodeSelect
        {...props}
        codes={['true', 'false'].map((code) => [code, textOf(field, code === 'true', language)])}
      />
    );
  if (field.is === 'column' && field.codeList) {
    const choices = listChoices(field.codeList, language);
    if (choices.length > 0) return <ListedInput {...props} listed={choices} />;
  }
  return <WordsInput {...props} />;
}

function CodeSelect(props: FilterInputProps & { codes: readonly (readonly [string, string])[] }) {
  const t = useTexts(listTexts);
  const value = Array.isArray(props.value) ? (props.value.length === 1 ? props.value[0] : '') : props.value;
  return (
    <TextField
      select
      label={props.label}
      value={value === undefined || value === null ? '' : String(value)}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 128 } }}
    >
      <option value="">{t('all')}</option>
      {props.codes.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </TextField>
  );
}

/** A choice of the organisation's own list; whatever else an import brought can be typed. */
function ListedInput(
  props: FilterInputProps & { listed: readonly { readonly value: string; readonly label: string }[] },
) {
  const t = useTexts(listTexts);
  const value = typeof props.value === 'string' && props.value !== '' ? props.value : null;
  const chosen = props.listed.find((each) => each.value === value);
  return (
    <Autocomplete
      freeSolo
      autoSelect
      options={props.listed.map((each) => each.label)}
      value={chosen?.label ?? value}
      onChange={(_, words) => {
        const typed = (words ?? '').trim();
        props.onChange(props.listed.find((each) => each.label === typed)?.value ?? typed);
      }}
      sx={{ width: { xs: '100%', sm: 176 } }}
      slotProps={{ popper: { sx: { minWidth: 176 } } }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={props.label}
          placeholder={t('all')}
          slotProps={{ inputLabel: { ...params.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}

/** Text that is asked for while typing, but not while an input method still composes. */
function WordsInput(props: FilterInputProps) {
  const given = typeof props.value === 'string' || typeof props.value === 'number' ? String(props.value) : '';
  const [words, setWords] = useState(given);
  const sent = useRef(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);

  useEffect(() => {
    // A filter taken away elsewhere (chip, saved view) empties the box as well.
    if (given === sent.current) return;
    sent.current = given;
    setWords(given);
  }, [given]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (text: string, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = text.trim();
      props.onChange(sent.current);
    }, wait);
  };

  return (
    <TextField
      label={props.label}
      value={words}
      onChange={(event) => {
        setWords(event.target.value);
        if (!composing.current) send(event.target.value, 400);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) send(words, 0);
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: {
          type: 'search',
          maxLength: 120,
          onCompositionStart: () => {
            composing.current = true;
          },
          onCompositionEnd: (event: React.CompositionEvent<HTMLInputElement>) => {
            composing.current = false;
            send(event.currentTarget.value, 400);
          },
        },
      }}
      sx={{ width: { xs: 'calc(100% - 112px)', sm: 176 } }}
    />
  );
}
