import { Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { dateTime, relative } from '../../../ui/figures';
import { StateMark } from '../../../ui/StateMark';
import { CaseBrief } from '../case/Documents';
import type { CaseFile } from '../case/file';
import { stepStanding } from '../standing';
import { myWorkTexts } from './texts';

/** Documents that somebody who approves has before the eyes. */
const briefs: Readonly<Record<string, readonly string[]>> = {
  ruleOnComplaint: ['assessments'],
  reviewInvestigationReport: ['reports'],
  giveHrOpinion: ['reports', 'supervisorReviews'],
  decideComplaint: ['reports', 'hrOpinions', 'opinions'],
  submitHandlingOpinion: ['hrOpinions', 'gmDecisions'],
  reviewHandlingOpinion: ['opinions', 'gmDecisions'],
  replyToCustomer: ['opinions'],
};

/** What is read while an act is filled in: what is asked, the matter, and the documents that the act rests on. */
export function Brief(props: { file: CaseFile; asked: string | undefined; act: string }) {
  const { file, asked } = props;
  const parts = briefs[props.act] ?? [];
  const description = String(file.description ?? '');
  const subject = String(file.subject ?? file.no);
  return (
    <>
      {asked && (
        <Typography
          sx={{
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            borderLeft: 3,
            pl: 3,
            mb: 4,
            fontWeight: 500,
          }}
        >
          {asked}
        </Typography>
      )}
      {/* A subject taken from the first sentence is not said twice. */}
      {!description.startsWith(subject) && <Typography variant="h3">{subject}</Typography>}
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mb: 3 }}>{description}</Typography>
      <CaseBrief file={file} parts={parts} />
    </>
  );
}

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
