import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useLocation, useNavigate } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { lastMonths } from '../../../ui/months';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAct } from '../../../ui/useAct';
import { useAsk } from '../../../ui/useAsk';
import { CellCases } from './CellCases';
import { Parts } from './Parts';
import { type ReportAct, ReportDialog } from './ReportDialog';
import { standingWords } from './standing';
import { TableFile } from './TableFile';
import { cellWords, type MonthlyTable, tableText } from './table';
import { monthlyTexts } from './texts';
import { usePeriod } from './usePeriod';

/** The monthly complaint table (R4.27): filled, submitted, reviewed, corrected; any figure opens its cases. */
export function Monthly() {
  const t = useTexts(monthlyTexts);
  const say = useProblem();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { zone, rights } = useHere();
  const months = lastMonths(25, new Date(), zone);
  const { period, error: unfound } = usePeriod(search);
  const { data, error: refused } = useAsk<{ table: MonthlyTable }>(period === null ? null : tableText, {
    period,
  });
  const error = unfound ?? refused;
  const { run, busy } = useAct();
  const [acting, setActing] = useState<ReportAct | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  const table = data?.table;
  const report = table?.report ?? null;
  const may = (action: string) => rights.mayForAll(action, complaintMonthlyReport.subject);
  const drafts = ['DRAFT', 'FILLED', 'RETURNED'];
  return (
    <Page
      title={t('title')}
      beside={table && <Standing table={table} />}
      acts={
        <>
          <TextField
            select
            size="small"
            label={t('month')}
            value={period ?? ''}
            onChange={(event) =>
              navigate(`/complaint-monthly?period=${event.target.value}`, { replace: true })
            }
            sx={{ width: 128 }}
          >
            {[...new Set([...months, ...(period ? [period] : [])])]
              .sort()
              .reverse()
              .map((month) => (
                <MenuItem key={month} value={month}>
                  {month}
                </MenuItem>
              ))}
          </TextField>
          {!report && table && may('CREATE') && table.period < (months.at(-1) ?? '') && (
            <Button disabled={busy} onClick={() => run('draftMonthlyReport', { period }, t('done'))}>
              {t('draft')}
            </Button>
          )}
          {report && drafts.includes(report.state) && may('UPDATE') && (
            <Button onClick={() => setActing('fill')}>{t('fill')}</Button>
          )}
          {report && drafts.includes(report.state) && may('PERFORM') && (
            <Button variant="contained" onClick={() => setActing('submit')}>
              {t('submit')}
            </Button>
          )}
          {report?.state === 'SUBMITTED' && may('APPROVE') && (
            <Button variant="contained" onClick={() => setActing('review')}>
              {t('review')}
            </Button>
          )}
          <Button component={LinkBase} to={`/complaint-monthly/print?period=${period ?? ''}`}>
            {t('print')}
          </Button>
          {table && <TableFile table={table} mayChange={may('UPDATE')} />}
          <Button component={LinkBase} to={`/complaint-figures?period=${period ?? ''}`}>
            {t('figures')}
          </Button>
        </>
      }
    >
      {error && (
        <Typography role="alert" color="error">
          {say(error)}
        </Typography>
      )}
      {!table && !error && <Waiting />}
      {table && (
        <>
          {!report && (
            <Alert severity="info" sx={{ mb: 3, displayPrint: 'none' }}>
              {t('noReport')}
            </Alert>
          )}
          {report?.gmComment && (
            <Alert severity="info" sx={{ mb: 3 }}>
              {t('gmSaid', { text: report.gmComment })}
            </Alert>
          )}
          <Parts table={table} onOpen={setCell} />
          {table.corrections.length > 0 && (
            <Box component="section" sx={{ mb: 4 }}>
              <Typography variant="h2">{t('corrections')}</Typography>
              {table.corrections.map((each) => (
                <Typography key={each.number}>
                  {t('correction', {
                    n: each.number,
                    cell: cellWords(table, each.cell),
                    before: each.before ?? '–',
                    after: each.after,
                    reason: each.reason,
                  })}
                </Typography>
              ))}
            </Box>
          )}
          <Typography variant="body2" color="text.secondary">
            {table.note}
          </Typography>
          {acting && report && <ReportDialog act={acting} report={report} onClose={() => setActing(null)} />}
          {cell && (
            <CellCases
              table={table}
              place={cell}
              mayCorrect={report?.state === 'GM_APPROVED' && may('UPDATE')}
              onClose={() => setCell(null)}
            />
          )}
        </>
      )}
    </Page>
  );
}

function Standing({ table }: { table: MonthlyTable }) {
  const t = useTexts(monthlyTexts);
  const { zone } = useHere();
  const at = (instant: string) => momentIn(new Date(instant), zone);
  const words = [
    table.organisation,
    table.period,
    ...standingWords(table, t, at),
    t('asOf', { at: at(table.asOf) }),
    table.partOnly && t('partOnly'),
  ];
  return <Typography color="text.secondary">{words.filter(Boolean).join(' · ')}</Typography>;
}
