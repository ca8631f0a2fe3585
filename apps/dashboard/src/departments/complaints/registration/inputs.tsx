import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import { Box, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { codeInWords } from '../../../app/own-labels';
import { useRights } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { RelationChoice } from '../../../ui/RelationChoice';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';
import type { Registering } from './values';

/** The fields of the form that hold one line of text. */
type TextName = {
  [Name in keyof Registering]: Registering[Name] extends string ? Name : never;
}[keyof Registering];

/** Where the talk goes on once the customer is found. */
export const descriptionId = 'registration-description';

/** A part of the form under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h2" sx={{ p: 0, mb: 3 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gap: 4 }}>{children}</Box>
    </Box>
  );
}

/** Two inputs beside each other, one below the other on a phone. */
export function Pair({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
    >
      {children}
    </Box>
  );
}

/** What is wrong with a field, in words; undefined when nothing is. */
export function useWrong(): (name: keyof Registering) => string | undefined {
  const t = useTexts(registrationTexts);
  const { wrong } = useForm();
  return (name) => {
    const found = wrong(name);
    return found ? t(found) : undefined;
  };
}

/** A text of the form. */
export function TextIn(props: {
  name: TextName;
  id?: string;
  label: string;
  hint?: string | undefined;
  placeholder?: string;
  required?: boolean;
  lines?: number;
  max?: number;
  type?: 'text' | 'amount' | 'datetime-local';
}) {
  const { name, type = 'text' } = props;
  const { values, put } = useForm();
  const wrong = useWrong()(name);
  return (
    <TextField
      id={props.id}
      label={props.label}
      value={values[name]}
      onChange={(event) => put({ [name]: event.target.value })}
      required={props.required ?? false}
      error={wrong !== undefined}
      helperText={wrong ?? props.hint}
      placeholder={props.placeholder}
      multiline={props.lines !== undefined}
      minRows={props.lines}
      type={type === 'datetime-local' ? type : 'text'}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: {
          maxLength: props.max ?? 80,
          ...(type === 'amount' ? { inputMode: 'decimal', style: { textAlign: 'right' } } : {}),
        },
      }}
    />
  );
}

/** A code of the form, out of its vocabulary. */
export function CodeIn(props: { name: TextName; label: string; vocabulary: Vocabulary; required?: boolean }) {
  const { name, vocabulary } = props;
  const language = useLanguage();
  const { values, put } = useForm();
  const wrong = useWrong()(name);
  return (
    <TextField
      select
      label={props.label}
      value={values[name]}
      onChange={(event) => put({ [name]: event.target.value })}
      required={props.required ?? false}
      error={wrong !== undefined}
      helperText={wrong}
      slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
    >
      {values[name] === '' && <option value="" />}
      {vocabulary.codes.map((code) => (
        <option key={code} value={code}>
          {codeInWords(vocabulary, code, language)}
        </option>
      ))}
    </TextField>
  );
}

/** A record that the case refers to; absent for whoever may not read such records. */
export function RelationIn(props: {
  name: TextName;
  label: string;
  kind: Kind;
  filter?: Readonly<Record<string, unknown>> | undefined;
}) {
  const rights = useRights();
  const { values, put } = useForm();
  if (!rights.reads(props.kind)) return null;
  return (
    <RelationChoice
      kind={props.kind}
      label={props.label}
      value={values[props.name]}
      filter={props.filter}
      onChange={(id) => put({ [props.name]: id })}
    />
  );
}
