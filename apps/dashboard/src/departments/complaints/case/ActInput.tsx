import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import {
  Box,
  Button,
  Checkbox,
  Chip,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useStore } from 'react-admin';
import { type Control, useController } from 'react-hook-form';
import { fieldLabel } from '../../../app/own-labels';
import { useHere } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { CodeChips } from '../../../ui/form/CodeChips';
import { KindInput, type Values } from '../../../ui/form/KindInput';
import { formTexts } from '../../../ui/form/texts';
import { type ActField, codesOf, isRequired } from './act-form';
import { FileChoice, FilesField } from './FileFields';
import type { CaseFile } from './file';
import { ItemsEditor, ResponsibleEditor } from './ReportEditors';
import { caseTexts } from './texts';

export interface ActInputProps {
  readonly field: ActField;
  readonly control: Control<Values>;
  readonly values: Values;
  readonly file: CaseFile;
  /** Puts a value into the form from beside its input. */
  readonly put: (name: string, value: string) => void;
}

/** One field of an act's form, by what it is: a choice, a list, files, or a field of the catalogue. */
export function ActInput(props: ActInputProps) {
  const { field, values } = props;
  const { rights, person } = useHere();
  const required = isRequired(field, values);
  if (field.pick) return <Pick {...props} required={required} />;
  if (field.editor === 'items') return <ItemsEditor {...props} />;
  if (field.editor === 'responsible') return <ResponsibleEditor {...props} />;
  if (field.editor === 'files') return <FilesField {...props} />;
  if (field.editor === 'codes' && field.codes) return <Codes {...props} of={field.codes} />;
  if (field.editor === 'file') return <FileChoice {...props} required={required} />;
  if (!field.kind) return <Plain {...props} required={required} />;
  const of = field.kind.fields[field.name];
  // Whom one may not list, one cannot choose.
  if (of?.is === 'toOne' && !rights.reads(kindNamed(of.target))) return null;
  return (
    <Box sx={{ gridColumn: isWide(field) ? '1 / -1' : undefined, display: 'grid' }}>
      <KindInput
        kind={field.kind}
        name={field.name}
        control={props.control}
        required={required}
        choices={field.choices?.(props.file, person)}
      />
      <Phrases {...props} />
    </Box>
  );
}

function isWide({ kind, name, wide }: ActField): boolean {
  if (wide) return true;
  const of = kind?.fields[name];
  return of?.is === 'column' && of.type === 'text' && (of.max ?? 0) >= 300;
}

/** The label of a field: its own, or that of the catalogue. */
export function useFieldLabel(field: ActField): string {
  const say = useSay();
  if (field.label) return say(field.label);
  return field.kind ? say(fieldLabel(field.kind, field.name)) : field.name;
}

/** The field's value with its rule: required means not empty. */
export function useField({ field, control }: ActInputProps, required: boolean) {
  const words = useTexts(formTexts);
  return useController({
    name: field.name,
    control,
    rules: { validate: (value) => !required || (value !== '' && value !== undefined) || words('required') },
  });
}

function Codes(props: ActInputProps & { of: Vocabulary }) {
  const name = useFieldLabel(props.field);
  const { field: input } = useField(props, false);
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <CodeChips
        of={props.of}
        label={name}
        chosen={codesOf(input.value)}
        onChange={(codes) => input.onChange(codes.join(' '))}
      />
    </Box>
  );
}

function Pick(props: ActInputProps & { required: boolean }) {
  const say = useSay();
  const name = useFieldLabel(props.field);
  const { field: input, fieldState } = useField(props, props.required);
  const problem = fieldState.error?.message;
  const choices = (props.field.pick ?? []).filter((choice) => choice.fits?.(props.file) ?? true);
  return (
    <FormControl required={props.required} error={problem !== undefined} sx={{ gridColumn: '1 / -1' }}>
      <FormLabel id={`pick-${props.field.name}`} sx={{ fontSize: 13 }}>
        {name}
      </FormLabel>
      <RadioGroup
        row
        aria-labelledby={`pick-${props.field.name}`}
        value={input.value ?? ''}
        onChange={(event) => input.onChange(event.target.value)}
        sx={{ columnGap: 2 }}
      >
        {choices.map((choice) => (
          <FormControlLabel
            key={choice.value}
            value={choice.value}
            label={say(choice.label)}
            control={<Radio size="small" sx={{ py: 1 }} />}
          />
        ))}
      </RadioGroup>
      {problem && <FormHelperText>{problem}</FormHelperText>}
    </FormControl>
  );
}

function Plain(props: ActInputProps & { required: boolean }) {
  const { field } = props;
  const say = useSay();
  const name = useFieldLabel(field);
  const { field: input, fieldState } = useField(props, props.required);
  const problem = fieldState.error?.message;
  if (field.type === 'flag')
    return (
      <FormControlLabel
        sx={{ gridColumn: '1 / -1' }}
        label={name}
        control={
          <Checkbox
            size="small"
            checked={input.value === true}
            onChange={(event) => input.onChange(event.target.checked)}
          />
        }
      />
    );
  const long = field.type === 'long';
  return (
    <Box sx={{ gridColumn: long ? '1 / -1' : undefined, display: 'grid' }}>
      <TextField
        label={name}
        value={input.value ?? ''}
        onChange={input.onChange}
        onBlur={input.onBlur}
        inputRef={input.ref}
        required={props.required}
        error={problem !== undefined}
        helperText={problem ?? (field.hint ? say(field.hint) : undefined)}
        multiline={long}
        minRows={long ? 3 : undefined}
        type={field.type === 'date' ? 'date' : field.type === 'dateTime' ? 'datetime-local' : 'text'}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: field.type === 'amount' ? { inputMode: 'decimal', style: { textAlign: 'right' } } : {},
        }}
      />
      <Phrases {...props} />
    </Box>
  );
}

/** Usual phrases 常用批语: those of the house and the person's own, put into the field with a click. */
function Phrases(props: ActInputProps) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const { name } = props.field;
  // Not as a second controller of the field: one without its rules would take them from the first.
  const value = props.values[name];
  const { person } = useHere();
  // By person: two people at one counter keep their own.
  const [own, setOwn] = useStore<string[]>(
    `phrases.${person.id}.${props.field.kind?.name ?? 'own'}.${props.field.name}`,
    [],
  );
  const [more, setMore] = useState(false);
  const phrases = [...own, ...(props.field.phrases ?? []).map(say)];
  if (!props.field.phrases) return null;
  const typed = typeof value === 'string' ? value.trim() : '';
  const put = (phrase: string) => props.put(name, typed === '' ? phrase : `${typed}\n${phrase}`);
  const shown = more ? phrases : phrases.slice(0, 3);
  return (
    <Box
      role="group"
      aria-label={t('phrases')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}
    >
      {shown.map((phrase) => (
        <Chip
          key={phrase}
          label={phrase}
          size="small"
          variant="outlined"
          onClick={() => put(phrase)}
          {...(own.includes(phrase) ? { onDelete: () => setOwn(own.filter((each) => each !== phrase)) } : {})}
          sx={{
            maxWidth: '100%',
            height: 'auto',
            minHeight: 24,
            '& .MuiChip-label': { whiteSpace: 'normal' },
          }}
        />
      ))}
      {phrases.length > 3 && !more && <Button onClick={() => setMore(true)}>{t('morePhrases')}</Button>}
      {typed !== '' && typed.length <= 200 && !phrases.includes(typed) && (
        <Button onClick={() => setOwn([typed, ...own].slice(0, 8))}>{t('keepPhrase')}</Button>
      )}
    </Box>
  );
}
