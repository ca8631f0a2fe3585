import type { AnySettingKey } from '@kehu/domain/complaints/settings-defaults';
import { noTarget } from '@kehu/domain/complaints/settings-targets';
import { Box, InputAdornment, TextField } from '@mui/material';
import { useLanguage, useTexts } from '../../../app/texts';
import { settingTexts } from './texts';
import { isYesNo, settingOf, unitWords } from './words';

/** The input that suits the unit of a setting. */
export function ValueInput(props: { of: AnySettingKey; value: string; onChange: (value: string) => void }) {
  const { of: key, value, onChange } = props;
  const t = useTexts(settingTexts);
  const language = useLanguage();
  const setting = settingOf(key);
  if (setting.unit === 'LIMIT') return <LimitInput value={value} onChange={onChange} />;
  const choices: readonly (readonly [string, string])[] | null =
    setting.unit === 'SWITCH'
      ? [
          ['on', t('on')],
          ['off', t('off')],
        ]
      : setting.unit === 'CHOICE'
        ? Object.entries(setting.choices ?? {}).map(([code, words]) => [code, words[language]] as const)
        : isYesNo(key)
          ? [
              [noTarget, t('noTarget')],
              ['1', t('yes')],
              ['0', t('no')],
            ]
          : null;
  const unit = unitWords(key, language);
  return (
    <TextField
      label={t('value')}
      value={value === noTarget && !choices ? '' : value}
      onChange={(event) => onChange(event.target.value)}
      select={choices !== null}
      type={setting.unit === 'TIME' ? 'time' : 'text'}
      helperText={setting.unit === 'TARGET' && !choices ? t('noTargetHint') : undefined}
      autoFocus
      required={setting.unit !== 'TARGET'}
      slotProps={{
        inputLabel: { shrink: true },
        select: { native: true },
        ...(choices || setting.unit === 'TIME'
          ? {}
          : {
              htmlInput: { inputMode: 'decimal' },
              input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
            }),
      }}
    >
      {choices?.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </TextField>
  );
}

/** A limit: so many minutes or hours, or the end of a day after the receipt. */
function LimitInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTexts(settingTexts);
  const parts = /^(?:(\d*)([mh])|D\+(\d*))$/.exec(value);
  const kind = parts?.[2] ?? 'D';
  const number = (kind === 'D' ? parts?.[3] : parts?.[1]) ?? '';
  const write = (how: string, count: string) => onChange(how === 'D' ? `D+${count}` : `${count}${how}`);
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: '1fr 2fr' }}>
      <TextField
        label={t('value')}
        value={number}
        onChange={(event) => write(kind, event.target.value.replace(/\D/g, ''))}
        autoFocus
        required
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
      />
      <TextField
        select
        label={t('kindOfLimit')}
        value={kind}
        onChange={(event) => write(event.target.value, number)}
        slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
      >
        <option value="m">{t('minutes')}</option>
        <option value="h">{t('hours')}</option>
        <option value="D">{t('dayEnd')}</option>
      </TextField>
    </Box>
  );
}
