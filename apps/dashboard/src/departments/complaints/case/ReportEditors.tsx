import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import {
  investigationHead,
  investigationMethod,
  responsibility,
} from '@kehu/domain/complaints/document-vocabularies';
import { investigationItem, responsiblePerson } from '@kehu/domain/complaints/documents';
import { staff } from '@kehu/domain/organisation/organisation';
import { Box, Button, FormHelperText, TextField, Typography } from '@mui/material';
import { useController } from 'react-hook-form';
import { codeInWords } from '../../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { formTexts } from '../../../ui/form/texts';
import { RelationChoice } from '../../../ui/RelationChoice';
import { type ActInputProps, useFieldLabel } from './ActInput';
import { listOf } from './act-form';
import { caseTexts } from './texts';

type Line = Readonly<Record<string, unknown>>;

/** Rows inside a form, kept as one value so that the draft keeps them. */
function useLines(props: ActInputProps, validate?: (rows: readonly Line[]) => string | true) {
  const { field: input, fieldState } = useController({
    name: props.field.name,
    control: props.control,
    rules: { validate: (value) => validate?.(listOf(value)) ?? true },
  });
  const rows = listOf(input.value);
  return {
    rows,
    problem: fieldState.error?.message,
    put: (next: readonly Line[]) => input.onChange(next.length > 0 ? JSON.stringify(next) : ''),
  };
}

function Codes(props: {
  label: string;
  vocabulary: Vocabulary;
  value: string;
  onChange: (code: string) => void;
}) {
  const language = useLanguage();
  const words = useTexts(formTexts);
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
    >
      <option value="">{words('choose')}</option>
      {props.vocabulary.codes.map((code) => (
        <option key={code} value={code}>
          {codeInWords(props.vocabulary, code, language)}
        </option>
      ))}
    </TextField>
  );
}

/** The six heads of R4.10: how each was looked into and what was found; what is left empty is not sent. */
export function ItemsEditor(props: ActInputProps) {
  const t = useTexts(caseTexts);
  const name = useFieldLabel(props.field);
  const say = useSay();
  const language = useLanguage();
  const { rows, problem, put } = useLines(props, (all) =>
    all.filter((row) => String(row.finding ?? '').trim() !== '').length < investigationHead.codes.length
      ? t('sixHeads')
      : true,
  );
  const of = (head: string) => rows.find((row) => row.head === head);
  const change = (head: string, values: Line) => {
    const next = { method: 'GOODS_INSPECTION', finding: '', ...of(head), ...values, head };
    const others = rows.filter((row) => row.head !== head);
    put(String(next.finding).trim() === '' && !values.method ? others : [...others, next]);
  };
  return (
    <Box component="fieldset" sx={{ gridColumn: '1 / -1', border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 2, p: 0 }}>
        {name}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {investigationHead.codes.map((head) => (
          <Box
            key={head}
            sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '136px minmax(0,1fr)' } }}
          >
            <Codes
              label={say(investigationItem.fields.method.label)}
              vocabulary={investigationMethod}
              value={String(of(head)?.method ?? 'GOODS_INSPECTION')}
              onChange={(method) => change(head, { method })}
            />
            <TextField
              label={codeInWords(investigationHead, head, language)}
              value={String(of(head)?.finding ?? '')}
              onChange={(event) => change(head, { finding: event.target.value })}
              multiline
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 2000 } }}
            />
          </Box>
        ))}
        {problem && <FormHelperText error>{problem}</FormHelperText>}
      </Box>
    </Box>
  );
}

/** Who is responsible and how (R4.17); percents are optional and then sum to 100. */
export function ResponsibleEditor(props: ActInputProps) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const name = useFieldLabel(props.field);
  const shares = (all: readonly Line[]) => all.map((row) => String(row.share ?? '')).filter(Boolean);
  const sum = (all: readonly Line[]) => shares(all).reduce((total, each) => total + Number(each), 0);
  const { rows, problem, put } = useLines(props, (all) =>
    all.length === 0 || all.some((row) => !row.responsibility)
      ? t('responsibleNeeded')
      : shares(all).length > 0 && sum(all) !== 100
        ? t('shareSum', { n: sum(all) })
        : true,
  );
  const change = (index: number, values: Line) =>
    put(rows.map((row, at) => (at === index ? without({ ...row, ...values }) : row)));
  return (
    <Box component="fieldset" sx={{ gridColumn: '1 / -1', border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 2, p: 0 }}>
        {name}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {rows.map((row, index) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
            key={index}
            sx={{
              display: 'grid',
              gap: 2,
              alignItems: 'start',
              gridTemplateColumns: { xs: '1fr 1fr', sm: '1.2fr 1fr 1fr 72px auto' },
            }}
          >
            <RelationChoice
              kind={staff}
              label={say(responsiblePerson.fields.staff.label)}
              value={String(row.staffId ?? '')}
              onChange={(staffId) => change(index, { staffId })}
            />
            <TextField
              label={say(responsiblePerson.fields.externalName.label)}
              value={String(row.externalName ?? '')}
              onChange={(event) => change(index, { externalName: event.target.value })}
              disabled={Boolean(row.staffId)}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 80 } }}
            />
            <Codes
              label={say(responsiblePerson.fields.responsibility.label)}
              vocabulary={responsibility}
              value={String(row.responsibility ?? '')}
              onChange={(code) => change(index, { responsibility: code })}
            />
            <TextField
              label={`${say(responsiblePerson.fields.share.label)} %`}
              value={String(row.share ?? '')}
              onChange={(event) => change(index, { share: event.target.value })}
              slotProps={{
                inputLabel: { shrink: true },
                htmlInput: { inputMode: 'decimal', style: { textAlign: 'right' } },
              }}
            />
            <Button onClick={() => put(rows.filter((_, at) => at !== index))}>{t('removeRow')}</Button>
          </Box>
        ))}
        <Box>
          <Button variant="outlined" onClick={() => put([...rows, { responsibility: 'DIRECT' }])}>
            {t('addRow')}
          </Button>
        </Box>
        {problem && <FormHelperText error>{problem}</FormHelperText>}
      </Box>
    </Box>
  );
}

/** A row without what was emptied again. */
function without(row: Line): Line {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
}
