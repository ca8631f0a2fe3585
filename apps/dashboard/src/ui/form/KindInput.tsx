import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Column, Field, Kind } from '@kehu/domain/catalogue/kind';
import type { Language } from '@kehu/domain/catalogue/labels';
import { Checkbox, FormControlLabel, TextField } from '@mui/material';
import { type Control, useController } from 'react-hook-form';
import { listChoices } from '../../app/code-lists';
import { codeInWords, fieldLabel } from '../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { type Wrong, wrongWith } from '../../data/input';
import { RelationChoice } from '../RelationChoice';
import { formTexts } from './texts';

export type Values = Record<string, string | boolean>;

export interface KindInputProps {
  readonly kind: Kind;
  readonly name: string;
  readonly control: Control<Values>;
  /** The masked value that stands there now. */
  readonly masked?: string | undefined;
  readonly required?: boolean;
  readonly choices?: Readonly<Record<string, unknown>> | undefined;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly wide?: boolean;
}

/** The input that suits a field of the catalogue: its label, its choices, its limits. */
export function KindInput(props: KindInputProps) {
  const { kind, name, control } = props;
  const t = useTexts(formTexts);
  const say = useSay();
  const language = useLanguage();
  const field = kind.fields[name];
  const required = (props.required ?? (field ? isRequired(field) : false)) && !props.masked;
  const { field: input, fieldState } = useController({
    name,
    control,
    rules: {
      validate: (value) => {
        const wrong = field ? wrongWith(field, value, required) : null;
        return wrong ? sayWrong(t, wrong) : true;
      },
    },
  });
  if (!field) return null;
  const label = say(fieldLabel(kind, name));
  const problem = fieldState.error?.message;
  const span = { gridColumn: props.wide || long(field) ? '1 / -1' : undefined };

  if (field.is !== 'toOne' && field.type === 'boolean')
    return (
      <FormControlLabel
        sx={span}
        label={label}
        control={
          <Checkbox
            size="small"
            checked={input.value === true}
            onChange={(event) => input.onChange(event.target.checked)}
          />
        }
      />
    );
  if (field.is === 'toOne')
    return (
      <RelationChoice
        kind={kindNamed(field.target)}
        label={label}
        value={String(input.value ?? '')}
        filter={props.choices}
        onChange={input.onChange}
        required={required}
        error={problem !== undefined}
        helperText={problem ?? (field.note ? say(field.note) : undefined)}
        sx={span}
      />
    );

  const options =
    props.options ??
    vocabularyOptions(field, language) ??
    codeListOptions(field, language, String(input.value ?? ''));
  const help =
    problem ??
    (props.masked ? t('keepMasked', { value: props.masked }) : field.note ? say(field.note) : undefined);
  return (
    <TextField
      label={label}
      value={input.value ?? ''}
      onChange={input.onChange}
      onBlur={input.onBlur}
      inputRef={input.ref}
      name={name}
      required={required}
      error={problem !== undefined}
      helperText={help}
      select={options !== undefined}
      multiline={long(field)}
      minRows={long(field) ? 3 : undefined}
      type={field.type === 'date' ? 'date' : field.type === 'dateTime' ? 'datetime-local' : 'text'}
      slotProps={{
        inputLabel: { shrink: true },
        select: { native: true },
        htmlInput: {
          ...(['integer', 'decimal', 'double'].includes(field.type)
            ? { inputMode: 'decimal', style: { textAlign: 'right' } }
            : {}),
          ...(props.masked ? { autoComplete: 'off' } : {}),
        },
      }}
      sx={span}
    >
      {options && [
        <option key="" value="">
          {required ? t('choose') : t('none')}
        </option>,
        ...options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        )),
      ]}
    </TextField>
  );
}

function isRequired(field: Field): boolean {
  return !field.nullable && !(field.is === 'column' && (field.system || field.type === 'boolean'));
}

function long(field: Field): boolean {
  return (
    field.is === 'column' && (field.type === 'json' || (field.type === 'text' && (field.max ?? 0) >= 300))
  );
}

function vocabularyOptions(field: Field, language: Language) {
  const vocabulary = (field as Column).vocabulary;
  return vocabulary?.codes.map((code) => ({ value: code, label: codeInWords(vocabulary, code, language) }));
}

/** The organisation's own list; without entries the field is plain text. */
function codeListOptions(field: Field, language: Language, current: string) {
  const list = (field as Column).codeList;
  return list && listChoices(list, language).length > 0 ? listChoices(list, language, current) : undefined;
}

type Say = (key: keyof typeof formTexts, values?: Record<string, string | number>) => string;

function sayWrong(t: Say, wrong: Wrong): string {
  if (wrong.is === 'tooLong') return t('tooLong', { max: wrong.max });
  if (wrong.is === 'tooSmall') return t('tooSmall', { min: wrong.min });
  return t(wrong.is);
}
