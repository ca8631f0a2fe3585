import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useHere } from '../../app/person';
import { useTexts } from '../../app/texts';
import { monthBack, today } from '../figures';
import { listTexts } from './texts';

interface Span {
  readonly from?: string;
  readonly to?: string;
}

const presets = ['today', 'week', 'thisMonth', 'lastMonth', 'thisYear'] as const;
type Preset = (typeof presets)[number];

/** The dates of a preset as they are today, so that a copied address means the same tomorrow. `to` is excluded. */
export function presetSpan(preset: Preset, now: Date, zone: string): Span {
  const day = today(now, zone);
  const tomorrow = today(new Date(now.getTime() + 86_400_000), zone);
  if (preset === 'today') return { from: day, to: tomorrow };
  if (preset === 'week') return { from: today(new Date(now.getTime() - 6 * 86_400_000), zone), to: tomorrow };
  if (preset === 'thisMonth')
    return { from: `${monthBack(now, zone, 0)}-01`, to: `${monthBack(now, zone, -1)}-01` };
  if (preset === 'lastMonth')
    return { from: `${monthBack(now, zone, 1)}-01`, to: `${monthBack(now, zone, 0)}-01` };
  const year = Number(day.slice(0, 4));
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

/** A span of time: the usual ones by name, others by their dates. */
export function SpanInput(props: {
  label: string;
  value: unknown;
  onChange: (value: Span | undefined) => void;
}) {
  const t = useTexts(listTexts);
  const { zone } = useHere();
  const span = (typeof props.value === 'object' && props.value !== null ? props.value : {}) as Span;
  const now = new Date();
  const chosen = presets.find((preset) => {
    const each = presetSpan(preset, now, zone);
    return each.from === span.from && each.to === span.to;
  });
  const custom = !chosen && Boolean(span.from || span.to);
  const [choosing, setChoosing] = useState(custom);
  const dates = choosing || custom;
  const change = (part: Span) => {
    const next = { ...span, ...part };
    props.onChange(next.from || next.to ? next : undefined);
  };

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      <TextField
        select
        label={props.label}
        value={dates ? 'choose' : (chosen ?? '')}
        onChange={(event) => {
          const { value } = event.target;
          setChoosing(value === 'choose');
          if (value === '') props.onChange(undefined);
          else if (value !== 'choose') props.onChange(presetSpan(value as Preset, now, zone));
        }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        sx={{ width: { xs: '100%', sm: 128 } }}
      >
        <option value="">{t('anyTime')}</option>
        {presets.map((preset) => (
          <option key={preset} value={preset}>
            {t(preset)}
          </option>
        ))}
        <option value="choose">{t('choose')}</option>
      </TextField>
      {dates &&
        (['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={t(end)}
            value={span[end] ?? ''}
            onChange={(event) => change({ [end]: event.target.value || undefined })}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ width: 148 }}
          />
        ))}
    </Box>
  );
}
