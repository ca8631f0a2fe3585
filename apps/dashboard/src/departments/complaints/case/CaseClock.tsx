import { deadlineEntry } from '@kehu/domain/platform/deadlines';
import { Box, Button, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { StateMark, standingColour } from '../../../ui/StateMark';
import { textOf } from '../../../ui/Value';
import { isEnded, standingOf } from '../standing';
import { deadlineWords } from './deadline-words';
import { spanInWords } from './duration';
import { type CaseFile, nameOf, type Row } from './file';
import { caseTexts } from './texts';

/** The strict clock first, the net clock second, and what made the deadline behind a button. */
export function CaseClock({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const [at, setAt] = useState<HTMLElement | null>(null);
  const now = Date.now();
  const due = Date.parse(String(file.dueAt ?? ''));
  const received = Date.parse(String(file.receivedAt ?? ''));
  const closed = Date.parse(String(file.closedAt ?? ''));
  const ended = isEnded(file) && !Number.isNaN(closed);
  const standing = standingOf(file);
  const until = ended ? closed : now;
  const since = Date.parse(String(file.waitingSince ?? ''));
  const waited =
    Number(file.waitedSeconds ?? 0) * 1000 + (Number.isNaN(since) ? 0 : Math.max(0, until - since));
  const span = (milliseconds: number) => spanInWords(milliseconds, t);
  if (Number.isNaN(due)) return null;
  const words = ended
    ? t('closedIn', { time: span(closed - received) })
    : due > now
      ? t('left', { time: span(due - now) })
      : t('over', { time: span(now - due) });
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3 }}>
        <Typography component="span" color="text.secondary">
          {t('clock')}
        </Typography>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {dateTime(file.dueAt)}
        </Box>
        <Box component="span" sx={{ color: standingColour[standing], fontWeight: 600 }}>
          {words}
        </Box>
        {file.breached === true && ended && <StateMark standing="breached" />}
        <Button
          size="small"
          onClick={(event) => setAt(event.currentTarget)}
          aria-haspopup="dialog"
          sx={{ minHeight: 24, py: 0, color: 'primary.main' }}
        >
          {t('whyDue')}
        </Button>
      </Box>
      {waited > 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('netClock', { time: span(until - received - waited), waited: span(waited) })}
        </Typography>
      )}
      {Boolean(file.extendedTo) && (
        <Typography variant="body2" color="text.secondary">
          {t('extendedTo', { at: dateTime(file.extendedTo) })}
        </Typography>
      )}
      <Popover
        open={at !== null}
        anchorEl={at}
        onClose={() => setAt(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('ledger'),
            sx: { p: 4, width: 520, maxWidth: 'calc(100vw - 24px)' },
          },
        }}
      >
        <Ledger rows={file.deadlineEntries ?? []} />
      </Popover>
    </Box>
  );
}

/** Every deadline of the case with what started it and what happened to it, the case's own first. */
function Ledger({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const byRule = new Map<string, Row[]>();
  for (const row of rows) byRule.set(String(row.rule), [...(byRule.get(String(row.rule)) ?? []), row]);
  return (
    <>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('ledger')}
      </Typography>
      {rows.length === 0 && <Typography color="text.secondary">{t('ledgerEmpty')}</Typography>}
      {[...byRule].map(([rule, entries]) => {
        const last = entries.at(-1);
        const [first] = entries;
        return (
          <Box key={rule} sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {deadlineWords(rule, language)}
              </Box>
              <span>{dateTime(last?.dueAt)}</span>
              <Typography component="span" variant="body2" color="text.secondary">
                {[
                  String(first?.article ?? ''),
                  // What was set before anybody published a version has none.
                  Number(first?.ruleVersion) > 0 ? t('ruleVersion', { n: Number(first?.ruleVersion) }) : '',
                  first?.startedBy
                    ? t('startedBy', { what: deadlineWords(String(first.startedBy), language) })
                    : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}>
              {entries.map((entry) => (
                <Box component="li" key={entry.id} sx={{ display: 'flex', gap: 3, color: 'text.secondary' }}>
                  <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
                    {dateTime(entry.at)}
                  </Box>
                  <span>
                    {[
                      textOf(deadlineEntry.fields.event, entry.event, language),
                      nameOf(entry.by),
                      entry.reason ? String(entry.reason) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </>
  );
}
