import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Box, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { newTaskAddress } from '../../platform/tasks/task';
import { casesAddress, type FiguresAnswer, type Kpi, madeOf, outOf } from './ask';
import { OfAll } from './OfAll';
import { figuresTexts } from './texts';
import { differenceText, figureText } from './words';

/** What is shown of one figure. */
interface Shown {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** Against what: a line each. */
  readonly notes: readonly string[];
  readonly to: string | null;
  /** Of how many, where it is a share. */
  readonly all: ReturnType<typeof outOf>;
  readonly kind: string | null;
  readonly title: string | undefined;
  readonly bad: boolean;
}

/** At most six figures: each against target, month before and last year; each opens the cases that make it. */
export function FigureRow({ data }: { data: FiguresAnswer }) {
  const t = useTexts(figuresTexts);
  const language = useLanguage();
  const gives = useRights().may('CREATE', assignedTask.subject);
  const { coming } = data.heads;
  const against = (kpi: Kpi): string[] => {
    if (kpi.reason && kpi.value === null) return [kpi.reason];
    const before = differenceText(kpi.value, kpi.previous, kpi, language);
    const yearAgo = differenceText(kpi.value, kpi.lastYear, kpi, language);
    return [
      kpi.target === null ? '' : t('target', { n: figureText(kpi.target, kpi, language) }),
      before === null ? '' : t('previous', { n: before }),
      yearAgo === null ? '' : t('lastYear', { n: yearAgo }),
      before === null && yearAgo === null ? t('nothingBefore') : '',
    ].filter(Boolean);
  };
  const cases = { unit: 'CASES', unitLabel: data.kpis.find(({ unit }) => unit === 'CASES')?.unitLabel ?? '' };
  const figures: readonly Shown[] = [
    {
      key: coming.key,
      label: t('coming'),
      text: figureText(String(coming.count), cases, language),
      notes: [t('comingNote')],
      to: casesAddress('Complaint', coming.where),
      all: null,
      kind: 'Complaint',
      title: undefined,
      bad: coming.count > 0,
    },
    ...data.kpis.map((kpi) => ({
      key: kpi.code,
      label: kpi.label,
      text: figureText(kpi.value, kpi, language),
      notes: against(kpi),
      to: madeOf(kpi.kind, kpi),
      all: outOf(kpi, kpi),
      kind: kpi.kind,
      title: t('definition', { text: kpi.definition }),
      bad: kpi.met === false,
    })),
  ]
    // A family of the catalogue stands here with its first figure.
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
        gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(3, 1fr)', lg: `repeat(${figures.length}, 1fr)` },
        borderTop: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {figures.map((figure) => (
        <Box component="li" key={figure.key} sx={{ display: 'flex', flexDirection: 'column' }}>
          <Figure figure={figure} />
          <Box
            sx={{
              display: 'flex',
              columnGap: 3,
              px: { xs: 2, sm: 3 },
              pb: 2,
              fontSize: 12,
              flexWrap: 'wrap',
            }}
          >
            {figure.all && <OfAll all={figure.all} kind={figure.kind} name={figure.label} />}
            {gives && (
              <Box
                component={LinkBase}
                to={newTaskAddress({
                  title: t('taskAbout', { name: figure.label }),
                  figure: [figure.key, figure.label, figure.text].join(' '),
                })}
                aria-label={t('giveTaskAbout', { name: figure.label })}
                sx={{ color: 'text.secondary', displayPrint: 'none' }}
              >
                {t('giveTask')}
              </Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Figure({ figure }: { figure: Shown }) {
  return (
    <Box
      {...(figure.to ? { component: LinkBase, to: figure.to } : {})}
      title={figure.title}
      sx={{
        display: 'block',
        flex: 1,
        px: { xs: 2, sm: 3 },
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
          whiteSpace: 'nowrap',
          color: figure.bad ? 'error.main' : undefined,
        }}
      >
        {figure.text}
      </Typography>
      {figure.notes.map((note) => (
        <Typography
          key={note}
          component="span"
          variant="caption"
          color="text.secondary"
          sx={{ display: 'block' }}
        >
          {note}
        </Typography>
      ))}
    </Box>
  );
}
