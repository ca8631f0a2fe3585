import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useCallback, useMemo, useState } from 'react';
import { LinkBase, useLocation, useNavigate } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { lastMonths } from '../../../ui/months';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAsk } from '../../../ui/useAsk';
import { comparedCodes, compareQuery, type FiguresAnswer, figuresQuery, headCodes, type Kpi } from './ask';
import { BarSection } from './BarList';
import { causeBars, groupBars, waitingBars } from './bars';
import { Catalogue } from './Catalogue';
import { FigureRow } from './FigureRow';
import { comparedLabels, figuresTexts } from './texts';

/** What heads of department and the general manager look at: six figures, three charts, for one month. */
export function Figures() {
  const t = useTexts(figuresTexts);
  const say = useProblem();
  const language = useLanguage();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { rights, zone } = useHere();
  const months = lastMonths(24, new Date(), zone);
  const asked = new URLSearchParams(search).get('period');
  const period = asked && months.includes(asked) ? asked : (months.at(-1) ?? '');
  const { data, error } = useAsk<FiguresAnswer>(figuresQuery, { codes: headCodes, period });
  const open = useCallback((to: string) => navigate(to), [navigate]);
  const waiting = useMemo(() => waitingBars(data?.heads.waiting ?? []), [data]);
  const causes = useMemo(() => causeBars(data?.heads.causes ?? [], language), [data, language]);
  return (
    <Page
      title={t('title')}
      beside={
        data && (
          <Typography color="text.secondary">
            {t('asOf', { at: momentIn(new Date(data.heads.asOf), zone) })}
          </Typography>
        )
      }
      acts={
        <>
          <TextField
            select
            size="small"
            label={t('month')}
            value={period}
            onChange={(event) =>
              navigate(`/complaint-figures?period=${event.target.value}`, { replace: true })
            }
            sx={{ width: 128 }}
          >
            {[...months].reverse().map((month) => (
              <MenuItem key={month} value={month}>
                {month}
              </MenuItem>
            ))}
          </TextField>
          {rights.reads(complaintMonthlyReport) && (
            <Button component={LinkBase} to={`/complaint-monthly?period=${period}`}>
              {t('monthly')}
            </Button>
          )}
        </>
      }
    >
      {error && (
        <Typography role="alert" color="error">
          {say(error)}
        </Typography>
      )}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <FigureRow data={data} />
          <Box
            sx={{
              display: 'grid',
              columnGap: 8,
              gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' },
            }}
          >
            <BarSection title={t('waiting')} bars={waiting} heads={[t('hours'), t('steps')]} onOpen={open} />
            <BarSection
              title={t('causes')}
              bars={causes}
              heads={[t('cases'), t('share'), t('cumulative')]}
              onOpen={open}
            />
          </Box>
          <Compared period={period} onOpen={open} />
          <Catalogue key={period} period={period} />
        </>
      )}
    </Page>
  );
}

/** Stores or departments side by side, by the figure that the reader chooses. */
function Compared({ period, onOpen }: { period: string; onOpen: (to: string) => void }) {
  const t = useTexts(figuresTexts);
  const say = useSay();
  const problem = useProblem();
  const language = useLanguage();
  const [by, setBy] = useState<'STORE' | 'DEPARTMENT'>('STORE');
  const [code, setCode] = useState<string>(comparedCodes[0]);
  const { data, error } = useAsk<{ kpis: readonly Kpi[] }>(compareQuery, { code, period, by });
  // A family answers with all its figures; the first is the one that was asked for.
  const kpi = data?.kpis[0];
  const none = t(by === 'STORE' ? 'noStore' : 'noDepartment');
  const bars = useMemo(() => (kpi ? groupBars(kpi, none, language) : []), [kpi, none, language]);
  if (error)
    return (
      <Typography role="alert" color="error">
        {problem(error)}
      </Typography>
    );
  return (
    <BarSection
      title={t(by === 'STORE' ? 'stores' : 'departments')}
      bars={bars}
      heads={[t('value'), t('before'), t('yearAgo'), ...(kpi?.unit === 'PERCENT' ? [t('cases')] : [])]}
      onOpen={onOpen}
      acts={
        <>
          <TextField
            select
            size="small"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            slotProps={{ select: { inputProps: { 'aria-label': t('measure') } } }}
          >
            {comparedCodes.map((each) => (
              <MenuItem key={each} value={each}>
                {say(comparedLabels[each])}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            size="small"
            value={by}
            onChange={(event) => setBy(event.target.value as typeof by)}
            slotProps={{ select: { inputProps: { 'aria-label': t('compare') } } }}
          >
            <MenuItem value="STORE">{t('byStore')}</MenuItem>
            <MenuItem value="DEPARTMENT">{t('byDepartment')}</MenuItem>
          </TextField>
        </>
      }
    />
  );
}
