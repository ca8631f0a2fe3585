import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useCallback, useMemo, useState } from 'react';
import { LinkBase, useLocation, useNavigate } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { lastMonths } from '../../../ui/months';
import { Page, Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAsk } from '../../../ui/useAsk';
import {
  casesAddress,
  compareQuery,
  type FigureLine,
  type FiguresAnswer,
  figuresQuery,
  headCodes,
  type Kpi,
} from './ask';
import { type Bar, BarList } from './BarList';
import { FigureRow } from './FigureRow';
import { figuresTexts } from './texts';

const most = 12;

/** What heads of department and the general manager look at: six figures, three charts, for one month. */
export function Figures() {
  const t = useTexts(figuresTexts);
  const say = useProblem();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { rights, zone } = useHere();
  const months = lastMonths(24, new Date(), zone);
  const asked = new URLSearchParams(search).get('period');
  const period = asked && months.includes(asked) ? asked : (months.at(-1) ?? '');
  const [by, setBy] = useState<'STORE' | 'DEPARTMENT'>('STORE');
  const { data, error } = useAsk<FiguresAnswer>(figuresQuery, { codes: headCodes, period });
  const compared = useAsk<{ kpis: readonly Kpi[] }>(compareQuery, { period, by });
  const open = useCallback((to: string) => navigate(to), [navigate]);
  const waiting = useMemo(() => linesAsBars(data?.heads.waiting), [data]);
  const causes = useMemo(() => linesAsBars(data?.heads.causes), [data]);
  const groups = useMemo(() => groupsAsBars(compared.data?.kpis[0]), [compared.data]);
  const problem = error ?? compared.error;
  return (
    <Page
      title={t('title')}
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
      {problem && (
        <Typography role="alert" color="error">
          {say(problem)}
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
            <Section title={t('waiting')}>
              <BarList title={t('waiting')} bars={waiting} onOpen={open} />
            </Section>
            <Section title={t('causes')}>
              <BarList title={t('causes')} bars={causes} onOpen={open} />
            </Section>
          </Box>
          <Section
            title={t(by === 'STORE' ? 'stores' : 'departments')}
            acts={(['STORE', 'DEPARTMENT'] as const).map((each) => (
              <Button key={each} size="small" aria-pressed={by === each} onClick={() => setBy(each)}>
                {t(each === 'STORE' ? 'byStore' : 'byDepartment')}
              </Button>
            ))}
          >
            <BarList title={t(by === 'STORE' ? 'stores' : 'departments')} bars={groups} onOpen={open} />
          </Section>
        </>
      )}
    </Page>
  );
}

function linesAsBars(lines: readonly FigureLine[] | undefined): readonly Bar[] {
  return (lines ?? []).slice(0, most).map((line) => ({ ...line, to: casesAddress('Complaint', line.where) }));
}

/** The lowest rate first: whoever looks wants to know who falls behind. */
function groupsAsBars(kpi: Kpi | undefined): readonly Bar[] {
  return [...(kpi?.groups ?? [])]
    .filter(({ value }) => value !== null)
    .sort((a, b) => Number(a.value) - Number(b.value))
    .slice(0, most)
    .map((group) => ({
      key: group.key ?? '–',
      label: group.label,
      value: group.value,
      count: group.denominator,
      to: casesAddress(kpi?.kind ?? null, group.where),
    }));
}
