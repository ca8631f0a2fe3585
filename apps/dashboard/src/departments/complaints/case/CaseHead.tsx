import { complaint, complaintDemand } from '@kehu/domain/complaints/complaint';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../../app/texts';
import { StateMark } from '../../../ui/StateMark';
import { textOf } from '../../../ui/Value';
import { standingOf } from '../standing';
import { CaseClock } from './CaseClock';
import type { CaseFile } from './file';
import { caseTexts } from './texts';

/** The head of the record card: number, state, severity, what the customer asks for, and the clock. */
export function CaseHead({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const say = (name: 'state' | 'severity' | 'category') =>
    textOf(complaint.fields[name], file[name], language);
  const demands = (file.demands ?? [])
    .map((each) => {
      const kind = demandWords(each, language);
      return each.detail ? `${kind}（${String(each.detail)}）` : kind;
    })
    .join('、');
  const marks = [
    say('category'),
    demands,
    file.keyAccount ? t('keyAccount') : '',
    file.disputed ? t('disputed') : '',
    Number(file.reopenCount) > 0 ? t('reopened', { n: Number(file.reopenCount) }) : '',
    file.recurrence ? t('recurrence') : '',
    file.source ? t('imported') : '',
  ].filter(Boolean);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 8,
        rowGap: 3,
        py: 3,
        borderTop: 1,
        borderBottom: 1,
        borderColor: 'divider',
        mb: 4,
      }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, alignItems: 'baseline' }}>
          <Typography component="span" sx={{ fontWeight: 600, fontSize: 15 }}>
            {file.no}
          </Typography>
          <StateMark standing={standingOf(file)} words={say('state')} strong />
          <SeverityMark severity={file.severity}>{say('severity')}</SeverityMark>
        </Box>
        <Typography color="text.secondary" sx={{ mt: 1 }}>
          {marks.join(' · ')}
        </Typography>
      </Box>
      <CaseClock file={file} />
    </Box>
  );
}

function demandWords(
  demand: Readonly<Record<string, unknown>>,
  language: ReturnType<typeof useLanguage>,
): string {
  return textOf(complaintDemand.fields.type, demand.type, language);
}

/** Severity by weight and word: one, two or three strokes. */
export function SeverityMark({ severity, children }: { severity: unknown; children: ReactNode }) {
  const strokes = severity === 'SEVERE' ? 3 : severity === 'MAJOR' ? 2 : 1;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        whiteSpace: 'nowrap',
        fontWeight: strokes === 3 ? 600 : 400,
        color: strokes === 3 ? 'error.main' : strokes === 2 ? 'warning.main' : 'text.secondary',
      }}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {[0, 1, 2].map((at) => (
          <rect
            key={at}
            x={at * 4.5}
            y={8 - at * 4}
            width="3"
            height={4 + at * 4}
            fill="currentColor"
            opacity={at < strokes ? 1 : 0.25}
          />
        ))}
      </svg>
      {children}
    </Box>
  );
}
