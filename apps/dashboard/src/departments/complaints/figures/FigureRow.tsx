import { Box, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useTexts } from '../../../app/texts';
import { decimal, whole } from '../../../ui/figures';
import { casesAddress, type FiguresAnswer, type Kpi } from './ask';
import { figuresTexts } from './texts';

/** At most six figures: each against target, month before and last year; each opens the cases that make it. */
export function FigureRow({ data }: { data: FiguresAnswer }) {
  const t = useTexts(figuresTexts);
  const { coming } = data.heads;
  const against = (kpi: Kpi) => {
    const places = kpi.unit === 'CASES' ? 0 : 1;
    const said = (value: string | null) => (value === null ? '–' : decimal(value, places));
    return kpi.reason && kpi.value === null
      ? kpi.reason
      : [
          kpi.target !== null && t('target', { n: said(kpi.target) }),
          t('previous', { n: said(kpi.previous) }),
          t('lastYear', { n: said(kpi.lastYear) }),
        ]
          .filter(Boolean)
          .join(' · ');
  };
  const figures = [
    {
      key: coming.key,
      label: t('coming'),
      text: whole(coming.count),
      note: t('comingNote'),
      to: casesAddress('Complaint', coming.where),
      title: undefined as string | undefined,
      bad: coming.count > 0,
    },
    ...data.kpis.map((kpi) => ({
      key: kpi.code,
      label: kpi.label,
      text: kpi.text,
      note: against(kpi),
      to: casesAddress(kpi.kind, kpi.where),
      title: t('definition', { text: kpi.definition }),
      bad: kpi.met === false,
    })),
  ]
    // The catalogue's first percentile of E1.4 stands for both.
    .filter(({ key }) => !['E1.4-P90', 'E1.14-PER_CASE'].includes(key))
    .slice(0, 6);
  return (
    <Box
      component="ul"
      aria-label={t('figures')}
      sx={{
        listStyle: 'none',
        m: 0,
        mb: 6,
        p: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: `repeat(${figures.length}, 1fr)` },
        borderTop: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {figures.map((figure) => (
        <li key={figure.key}>
          <Box
            {...(figure.to ? { component: LinkBase, to: figure.to } : {})}
            title={figure.title}
            sx={{
              display: 'block',
              px: 3,
              py: 3,
              color: 'text.primary',
              textDecoration: 'none',
              '&:hover': figure.to ? { bgcolor: 'action.hover' } : undefined,
            }}
          >
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
              {figure.label}
            </Typography>
            <Typography
              component="span"
              sx={{
                display: 'block',
                fontSize: 24,
                lineHeight: '36px',
                fontWeight: 600,
                color: figure.bad ? 'error.main' : undefined,
              }}
            >
              {figure.text}
            </Typography>
            <Typography component="span" variant="caption" color="text.secondary" sx={{ display: 'block' }}>
              {figure.note}
            </Typography>
          </Box>
        </li>
      ))}
    </Box>
  );
}
