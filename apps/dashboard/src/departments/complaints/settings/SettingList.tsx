import { type AnySettingKey, defaultOf, settingAt } from '@kehu/domain/complaints/settings-defaults';
import { severity } from '@kehu/domain/complaints/vocabularies';
import { articles } from '@kehu/domain/regulations/regulations';
import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { codeInWords } from '../../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { dateTime, day } from '../../../ui/figures';
import { SettingDialog } from './SettingDialog';
import { settingTexts } from './texts';
import { comingValues, type SetValue, settingOf, severityWords, valueWords } from './words';

/** Settings with their value in force, default, basis and last change; each opens the form that changes it. */
export function SettingList(props: {
  keys: readonly AnySettingKey[];
  rows: readonly SetValue[];
  mayChange: boolean;
  title: string;
}) {
  const t = useTexts(settingTexts);
  const [open, setOpen] = useState<AnySettingKey | null>(null);
  return (
    <>
      <Box
        component="table"
        aria-label={props.title}
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: 13,
          display: { xs: 'block', sm: 'table' },
          tableLayout: { sm: 'fixed' },
          '& colgroup': { display: { xs: 'none', sm: 'table-column-group' } },
          '& tbody': { display: { xs: 'block', sm: 'table-row-group' } },
          '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary', py: 1, pr: 4 },
          '& td': { borderTop: 1, borderColor: 'divider', py: 2, pr: 4, verticalAlign: 'top' },
          // A phone has no room for columns: each setting is a block of lines.
          '& thead': { display: { xs: 'none', sm: 'table-header-group' } },
          '& tr': { display: { xs: 'block', sm: 'table-row' }, py: { xs: 2, sm: 0 } },
          '& tbody tr': { borderTop: { xs: 1, sm: 0 }, borderColor: { xs: 'divider', sm: 'divider' } },
          '& tbody td': {
            display: { xs: 'block', sm: 'table-cell' },
            borderTop: { xs: 0, sm: 1 },
            borderColor: { xs: 'divider', sm: 'divider' },
            py: { xs: 0.5, sm: 2 },
          },
        }}
      >
        <colgroup>
          <Box component="col" sx={{ width: '36%' }} />
          <Box component="col" sx={{ width: '22%' }} />
          <Box component="col" sx={{ width: '15%' }} />
          <Box component="col" sx={{ width: '11%' }} />
          <Box component="col" sx={{ width: '16%' }} />
        </colgroup>
        <thead>
          <tr>
            {(['setting', 'now', 'standard', 'basis', 'lastChange'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.keys.map((key) => (
            <SettingRow key={key} of={key} rows={props.rows} onOpen={props.mayChange ? setOpen : null} />
          ))}
        </tbody>
      </Box>
      {open && <SettingDialog of={open} rows={props.rows} onClose={() => setOpen(null)} />}
    </>
  );
}

function SettingRow(props: {
  of: AnySettingKey;
  rows: readonly SetValue[];
  onOpen: ((key: AnySettingKey) => void) | null;
}) {
  const { of: key, rows, onOpen } = props;
  const t = useTexts(settingTexts);
  const say = useSay();
  const language = useLanguage();
  const setting = settingOf(key);
  const now = new Date();
  const inForce = severityWords(key, (code) => settingAt(rows, key, code, now).value, language);
  const standard = severityWords(key, (code) => defaultOf(key, code), language);
  const last = rows.findLast((row) => row.key === key && new Date(row.effectiveFrom) <= now);
  const changed = inForce !== standard;
  return (
    <tr>
      <td>
        <Typography component="span" sx={{ fontSize: 14, fontWeight: 500 }}>
          {say(setting.label)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {say(setting.about)}
        </Typography>
      </td>
      <td>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2 }}>
          <Box component="span" sx={{ fontSize: 14, fontWeight: changed ? 600 : 400 }}>
            {inForce}
          </Box>
          {onOpen && (
            <Button
              size="small"
              onClick={() => onOpen(key)}
              aria-label={t('changeOf', { name: say(setting.label) })}
              sx={{ minHeight: 24, py: 0, px: 1, color: 'primary.main' }}
            >
              {t('change')}
            </Button>
          )}
        </Box>
        {comingValues(rows, key, now).map((row) => (
          <Typography key={row.id} variant="body2" color="text.secondary">
            {row.severity && `${codeInWords(severity, row.severity, language)} · `}
            {t('coming', { at: dateTime(row.effectiveFrom), value: valueWords(key, row.value, language) })}
          </Typography>
        ))}
      </td>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        <Narrow words={t('standard')} />
        {standard}
      </Box>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        <Narrow words={t('basis')} />
        <Basis article={setting.article} />
      </Box>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {last && (
          <>
            <Narrow words={t('lastChange')} />
            {[day(last.effectiveFrom), last.by?.displayName].filter(Boolean).join(' ')}
          </>
        )}
      </Box>
    </tr>
  );
}

/** The name of a column where a phone shows no heads. */
function Narrow({ words }: { words: string }) {
  return (
    <Box component="span" sx={{ display: { sm: 'none' }, mr: 2 }}>
      {words}
    </Box>
  );
}

/** The article that a setting serves, by its title, leading to its text. */
export function Basis({ article }: { article: string | undefined }) {
  const t = useTexts(settingTexts);
  const say = useSay();
  const known = articles.find(({ code }) => code === article);
  if (!known) return t('product');
  return (
    <Link component={LinkBase} to={`/regulations#${known.code}`} color="inherit">
      {known.code} {say(known.title)}
    </Link>
  );
}
