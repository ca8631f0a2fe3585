import { Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { dateTime, relative } from '../../../ui/figures';
import { StateMark } from '../../../ui/StateMark';
import { stepStanding } from '../standing';
import { myWorkTexts } from './texts';

/** Until when something waits; what has no deadline says when it came. */
export function Due({ at, since }: { at: string; since: string | undefined }) {
  const t = useTexts(myWorkTexts);
  const language = useLanguage();
  const { zone } = useHere();
  if (since)
    return (
      <>
        <span>{dateTime(since)}</span>
        <Typography variant="body2" color="text.secondary">
          {t('came', { ago: relative(since, new Date(), language, zone) })}
        </Typography>
      </>
    );
  const standing = stepStanding(at, Date.now());
  if (!standing) return <Typography color="text.secondary">{t('noDue')}</Typography>;
  return (
    <>
      <StateMark standing={standing} words={at.length > 10 ? dateTime(at) : at} />
      <Typography variant="body2" color="text.secondary">
        {relative(at, new Date(), language, zone)}
      </Typography>
    </>
  );
}
