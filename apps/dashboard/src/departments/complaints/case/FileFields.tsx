import { Box, FormHelperText, TextField, Typography } from '@mui/material';
import { useCallback, useMemo, useRef } from 'react';
import { useSay, useTexts } from '../../../app/texts';
import { type ActInputProps, useField, useFieldLabel } from './ActInput';
import { listOf } from './act-form';
import type { SentFile } from './files';
import { caseTexts } from './texts';
import { Uploads } from './Uploads';

/** Several files, sent as they are given; the act takes their ids. */
export function FilesField(props: ActInputProps) {
  const required = props.field.required === true;
  const name = useFieldLabel(props.field);
  const { field: input, fieldState } = useField(props, required);
  const files = useMemo(() => listOf(input.value) as unknown as readonly SentFile[], [input.value]);
  // Several files end at their own time, perhaps before the form is drawn again: none may overwrite another.
  const latest = useRef(input.value);
  latest.current = input.value;
  const send = useRef(input.onChange);
  send.current = input.onChange;
  const change = useCallback((next: (before: readonly SentFile[]) => readonly SentFile[]) => {
    const rows = next(listOf(latest.current) as unknown as readonly SentFile[]);
    latest.current = rows.length > 0 ? JSON.stringify(rows) : '';
    send.current(latest.current);
  }, []);
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {name}
      </Typography>
      <Uploads files={files} onFiles={change} />
      {fieldState.error && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
    </Box>
  );
}

/** One file: of those that the case has, or a new one. */
export function FileChoice(props: ActInputProps & { required: boolean }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const name = useFieldLabel(props.field);
  const { field: input, fieldState } = useField(props, props.required);
  const attachments = props.file.attachments ?? [];
  const [id = '', fileName = ''] = String(input.value ?? '').split('\n');
  const known = attachments.some((each) => each.id === id);
  const problem = fieldState.error?.message;
  const { onChange } = input;
  const change = useCallback(
    (next: (before: readonly SentFile[]) => readonly SentFile[]) => {
      const last = next([]).at(-1);
      onChange(last ? `${last.id}\n${last.fileName}` : '');
    },
    [onChange],
  );
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 2 }}>
      <TextField
        select
        label={name}
        value={id}
        onChange={(event) => onChange(event.target.value)}
        required={props.required}
        error={problem !== undefined}
        helperText={problem ?? (props.field.hint ? say(props.field.hint) : undefined)}
        slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
      >
        <option value="">{t('chooseFile')}</option>
        {id !== '' && !known && <option value={id}>{fileName || id}</option>}
        {attachments.map((each) => (
          <option key={each.id} value={each.id}>
            {String(each.fileName)}
          </option>
        ))}
      </TextField>
      <Uploads files={[]} onFiles={change} />
    </Box>
  );
}
