import { Box, Typography } from '@mui/material';
import { useMemo } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import { inShort, whole } from '../../ui/figures';
import { listAddress } from '../../ui/list/address';
import { useProblem } from '../../ui/problem';
import { useAsk } from '../../ui/useAsk';
import { type Figure, type FigureAnswer, figuresFor, figuresText, numberOf } from './figures';
import { workTexts } from './texts';

/** At most six figures in one ruled row; each says against what and opens the list behind it. */
export function KeyFigures() {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const say = useProblem();
  const { person, rights, zone } = useHere();
  const { figures, question } = useMemo(() => {
    const own = figuresFor(rights, person.id, new Date(), zone);
    return { figures: own, question: figuresText(own) };
  }, [rights, person.id, zone]);
  const { data, error } = useAsk<FigureAnswer>(figures.length ? question.text : null, question.variables);
  if (figures.length === 0) return <Typography>{t('nothing')}</Typography>;

  const said = (figure: Figure, side: 'value' | 'against') => {
    const value = data ? numberOf(data, figure, side) : null;
    if (value === null) return '';
    return figure.format === 'money' ? inShort(value, language) : whole(value);
  };
  return (
    <Box component="section" aria-label={t('figures')} sx={{ mb: 8 }}>
      {error && (
        <Typography role="alert" color="error">
          {say(error)}
        </Typography>
      )}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: `repeat(${figures.length}, 1fr)` },
          borderTop: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {figures.map((figure) => (
          <li key={figure.id}>
            <Box
              component={LinkBase}
              to={listAddress(figure.value.kind.plural, figure.value.filter)}
              sx={{
                display: 'block',
                px: 3,
                py: 3,
                color: 'text.primary',
                textDecoration: 'none',
                '&:hover': { bgcolor: 'action.hover' },
              }}
            >
              <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
                {t(figure.label)}
              </Typography>
              <Typography
                component="span"
                sx={{ display: 'block', fontSize: 24, lineHeight: '36px', fontWeight: 600, minHeight: 36 }}
              >
                {said(figure, 'value')}
              </Typography>
              <Typography
                component="span"
                variant="caption"
                color="text.secondary"
                sx={{ display: 'block', minHeight: 16 }}
              >
                {data ? t(figure.note, { n: said(figure, 'against') }) : ''}
              </Typography>
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}
