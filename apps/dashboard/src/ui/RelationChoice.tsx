import type { Kind } from '@kehu/domain/catalogue/kind';
import { Autocomplete, TextField } from '@mui/material';
import type { SxProps } from '@mui/material/styles';
import { useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import { useTexts } from '../app/texts';
import { listTexts } from './list/texts';

interface Option {
  readonly id: string;
  readonly title: string;
}

/** Chooses one record of a kind by typing part of its name; the server finds it. Answers the id, '' for none. */
export function RelationChoice(props: {
  kind: Kind;
  label: string;
  value: string;
  filter?: Readonly<Record<string, unknown>> | undefined;
  onChange: (id: string) => void;
  required?: boolean;
  /** Said while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
  error?: boolean;
  helperText?: string | undefined;
  sx?: SxProps;
}) {
  const { kind } = props;
  const t = useTexts(listTexts);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const title = kind.title;
  const searchable = kind.fields[title]?.is === 'column';
  const list = useGetList(
    kind.plural,
    {
      pagination: { page: 1, perPage: 50 },
      sort: { field: title, order: 'ASC' },
      filter: { ...props.filter, ...(words && searchable ? { [title]: words } : {}) },
      meta: { fields: [title] },
    },
    { enabled: open, retry: false, placeholderData: (before: unknown) => before as never },
  );
  const one = useGetOne(
    kind.plural,
    { id: props.value, meta: { fields: [title] } },
    { enabled: props.value !== '', retry: false },
  );
  const option = (record: { id: unknown; [field: string]: unknown }): Option => ({
    id: String(record.id),
    title: String(record[title] ?? record.id),
  });
  const value = props.value === '' ? null : one.data ? option(one.data) : { id: props.value, title: '…' };

  return (
    <Autocomplete<Option>
      options={(list.data ?? []).map(option)}
      filterOptions={(options) => options}
      getOptionLabel={(each) => each.title}
      getOptionKey={(each) => each.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      value={value}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(_, chosen) => props.onChange(chosen?.id ?? '')}
      onInputChange={(_, text, reason) => setWords(reason === 'input' ? text : '')}
      loading={list.isPending}
      loadingText={t('loading')}
      noOptionsText={t('noOptions')}
      disabled={props.disabled ?? false}
      slotProps={{ popper: { sx: { minWidth: 200 } } }}
      {...(props.sx ? { sx: props.sx } : {})}
      renderInput={(params) => (
        <TextField
          {...params}
          label={props.label}
          required={props.required ?? false}
          error={props.error ?? false}
          helperText={props.helperText}
          {...(props.placeholder && props.value === '' ? { placeholder: props.placeholder } : {})}
          slotProps={{ inputLabel: { ...params.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}
