import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { monthBack } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { useAsk } from '../../../ui/useAsk';
import { type FiguresAnswer, figuresQuery, headCodes } from './ask';
import { FigureRow } from './FigureRow';
import { figuresTexts } from './texts';

/** The six figures of complaints on the first page of whoever answers for a store, a region, a department or all. */
export function HomeFigures() {
  const t = useTexts(figuresTexts);
  const { zone } = useHere();
  const { data } = useAsk<FiguresAnswer>(figuresQuery, {
    codes: headCodes,
    period: monthBack(new Date(), zone, 0),
  });
  if (!data) return null;
  return (
    <Section
      title={t('figures')}
      acts={
        <Button size="small" component={LinkBase} to="/complaint-figures">
          {t('all')}
        </Button>
      }
    >
      <FigureRow data={data} />
    </Section>
  );
}
