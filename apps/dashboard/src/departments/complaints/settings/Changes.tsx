import type { AnySettingKey } from '@kehu/domain/complaints/settings-defaults';
import { isSettingKey } from '@kehu/domain/complaints/settings-defaults';
import { severity } from '@kehu/domain/complaints/vocabularies';
import { Box, Typography } from '@mui/material';
import { codeInWords } from '../../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { Quiet } from '../../../ui/record/Lines';
import { settingTexts } from './texts';
import { type SetValue, settingOf, valueBefore, valueWords } from './words';

/** Every change of a setting, the latest first: who, when, from what to what, and why. */
export function Changes({ rows }: { rows: readonly SetValue[] }) {
  const t = useTexts(settingTexts);
  const known = rows.filter((row) => isSettingKey(row.key)).reverse();
  if (known.length === 0) return <Quiet>{t('noHistory')}</Quiet>;
  return (
    <Box component="ul" aria-label={t('history')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {known.map((row) => (
        <ChangeLine key={row.id} row={row} rows={rows} named />
      ))}
    </Box>
  );
}

/** One change in two lines. */
export function ChangeLine(props: { row: SetValue; rows: readonly SetValue[]; named?: boolean }) {
  const { row, rows } = props;
  const t = useTexts(settingTexts);
  const say = useSay();
  const language = useLanguage();
  const key = row.key as AnySettingKey;
  const before = valueWords(key, valueBefore(rows, row), language);
  const after = valueWords(key, row.value, language);
  return (
    <Box component="li" sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
      <Box>
        {props.named && (
          <Box component="span" sx={{ fontWeight: 500, mr: 2 }}>
            {say(settingOf(key).label)}
          </Box>
        )}
        {row.severity ? codeInWords(severity, row.severity, language) : t('all')} · {before} → {after}
      </Box>
      <Typography variant="body2" color="text.secondary">
        {[dateTime(row.effectiveFrom), row.by?.displayName, row.reason].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
}
