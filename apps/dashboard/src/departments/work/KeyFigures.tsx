import { Box, Typography } from '@mui/material';
import { useMemo } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import { inShort, whole } from '../../ui/figures';
import { listAddress } from '../../ui/list/address';
import { useProblem } from '../../ui/problem';
import { useAsk } from '../../ui/useAsk';
import { type Figure, type FigureAnswer, figuresFor, figuresText, numberOf, type Side } from './figures';
import { workTexts } from './texts';

/** At most six figures in one ruled row; each says against what and opens the list behind it. */
export function KeyFigures() {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const say = useProblem();
  const { person, rights, zone } = useHere();
  const { figures, values, againsts } = useMemo(() => {
    const own = figuresFor(rights, person.id, new Date(), zone);
    return { figures: own, values: figuresText(own, 'value'), againsts: figuresText(own, 'against') };
  }, [rights, person.id, zone]);
  const value = useAsk<FigureAnswer>(values.text, values.variables);
  const against = useAsk<FigureAnswer>(againsts.text, againsts.variables);
  const error = value.error ?? against.error;
  if (figures.length === 0) return <Typography>{t('nothing')}</Typography>;

  const said = (figure: Figure, side: Side) => {
    const number = numberOf(side === 'value' ? value.data : against.data, figure, side);
    if (number === null) return '';
    return figure.format === 'money' ? inShort(number, language) : whole(number);
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
                {against.data || !figure.against ? t(figure.note, { n: said(figure, 'against') }) : ''}
              </Typography>
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}
