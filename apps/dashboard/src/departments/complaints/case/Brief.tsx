import { Typography } from '@mui/material';
import { CaseBrief } from './Documents';
import type { CaseFile } from './file';

/** Documents that somebody who approves has before the eyes. */
const briefs: Readonly<Record<string, readonly string[]>> = {
  ruleOnComplaint: ['assessments'],
  explainNonAcceptance: ['rulings', 'assessments'],
  overrideRuling: ['rulings', 'assessments'],
  assignComplaint: ['rulings'],
  acceptAssignment: ['assignments'],
  reviewInvestigationReport: ['reports'],
  giveHrOpinion: ['reports', 'supervisorReviews'],
  decideComplaint: ['reports', 'hrOpinions', 'opinions'],
  submitHandlingOpinion: ['hrOpinions', 'gmDecisions'],
  reviewHandlingOpinion: ['opinions', 'gmDecisions'],
  replyToCustomer: ['opinions'],
  closeComplaint: ['opinions', 'replies'],
};

/** Whether an act rests on documents, so that its form shows them. */
export const restsOnDocuments = (act: string): boolean => Object.hasOwn(briefs, act);

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
