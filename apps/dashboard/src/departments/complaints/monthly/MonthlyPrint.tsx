import { Box, Button, Typography } from '@mui/material';
import { useMemo } from 'react';
import { LinkBase, useLocation } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { day, momentIn, today } from '../../../ui/figures';
import { Page } from '../../../ui/Page';
import { A4Document } from '../../../ui/print/A4Document';
import { PrintButton } from '../../../ui/print/PrintButton';
import { printTexts } from '../../../ui/print/texts';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { periodOf } from './period';
import { monthlyParts } from './print-parts';
import { standingWords } from './standing';
import { type MonthlyTable, tableText } from './table';
import { monthlyTexts } from './texts';

/** From so many columns on a table needs the long side of the sheet. */
const widest = 10;

/** The monthly table on sheets of A4, as it is filed: title, month, ruled parts, places to sign. */
export function MonthlyPrint() {
  const t = useTexts(monthlyTexts);
  const print = useTexts(printTexts);
  const { person, zone } = useHere();
  const { search } = useLocation();
  const period = periodOf(search, zone);
  const { data, error } = useAsk<{ table: MonthlyTable }>(tableText, { period });
  const table = data?.table;
  const parts = useMemo(
    () =>
      table
        ? monthlyParts(table, {
            item: t('item'),
            previous: t('previousMonth'),
            lastYear: t('lastYearMonth'),
            corrections: t('corrections'),
            correction: ({ number, before, after, reason }, cell) =>
              t('correction', { n: number, cell, before: before ?? '–', after, reason }),
            before: (value) => t('before', { value }),
            standing: standingWords(table, t, (at) => momentIn(new Date(at), zone)).join(' · '),
            signers: [t('filler'), t('head'), t('gm')],
          })
        : [],
    [table, t, zone],
  );
  if (error) return <NotThere error={error} />;
  if (!table) return <Waiting />;
  const now = new Date();
  const submitted = table.report?.submittedAt;
  return (
    <Page
      title={`${t('title')} · ${period}`}
      headOnScreenOnly
      acts={
        <>
          <Button component={LinkBase} to={`/complaint-monthly?period=${period}`}>
            {print('back')}
          </Button>
          <PrintButton />
        </>
      }
    >
      {table.partOnly && (
        <Typography color="text.secondary" sx={{ mb: 3, displayPrint: 'none' }}>
          {t('partOnly')}
        </Typography>
      )}
      <Box sx={{ overflowX: 'auto' }}>
        <A4Document
          organisation={person.organisationName}
          title={t('titleOf', { period })}
          date={submitted ? day(momentIn(new Date(submitted), zone)) : today(now, zone)}
          foot={[
            t('asOf', { at: momentIn(new Date(table.asOf), zone) }),
            ...(table.partOnly ? [t('partOnly')] : []),
            print('printedBy', { name: person.displayName, at: momentIn(now, zone) }),
          ].join(' · ')}
          parts={parts}
          landscape={table.parts.some(({ columns }) => columns.length > widest)}
        />
      </Box>
    </Page>
  );
}
