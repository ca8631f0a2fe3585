import { complaint } from '@kehu/domain/complaints/complaint';
import { Box, Button, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { relative } from '../../../ui/figures';
import { StateMark, standingColour } from '../../../ui/StateMark';
import { standingTexts } from '../../../ui/texts';
import { useAct } from '../../../ui/useAct';
import { textOf } from '../../../ui/Value';
import { useActWords } from '../case/act-words';
import { SeverityMark } from '../case/CaseHead';
import { nameOf, type Row } from '../case/file';
import { standingOf } from '../standing';
import { onDeskOf, quickFrom } from './quick';
import { boardTexts } from './texts';

/** What the board reads of a case. */
export const cardFields = [
  'no',
  'version',
  'subject',
  'state',
  'severity',
  'store',
  'desk',
  'deskDepartment',
  'dueAt',
  'slaStatus',
  'breached',
  'waitingSince',
  'keyAccount',
] as const;

/** A case on the board: what it is, how it stands by its deadline, on whose desk it lies. */
export function CaseCard({ row }: { row: Row }) {
  const t = useTexts(boardTexts);
  const words = useTexts(standingTexts);
  const actWords = useActWords();
  const language = useLanguage();
  const { person, zone } = useHere();
  const { run, busy } = useAct();
  const standing = standingOf(row);
  const desk = nameOf(row.desk) || nameOf(row.deskDepartment);
  // Only whoever's desk it is on takes the step; the same with the mouse and with the button.
  const step = onDeskOf(row, person) ? quickFrom(row.state) : undefined;
  return (
    <Box
      component="li"
      draggable={step !== undefined}
      onDragStart={(event: React.DragEvent) => {
        event.dataTransfer.setData(
          'application/x-kehu-case',
          JSON.stringify({ id: row.id, version: row.version, state: row.state }),
        );
      }}
      title={step ? t('dragHint', { act: actWords(step.act) }) : undefined}
      sx={{
        borderLeft: 3,
        borderColor: standingColour[standing],
        bgcolor: 'background.paper',
        px: 2,
        py: 1.5,
        cursor: step ? 'grab' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Typography
        component={LinkBase}
        to={`/complaints/${row.id}/show`}
        sx={{
          fontWeight: 500,
          color: 'text.primary',
          textDecoration: 'none',
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
          '&:hover': { textDecoration: 'underline' },
        }}
      >
        {String(row.subject ?? row.no)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, fontSize: 13 }}>
        <StateMark
          standing={standing}
          words={`${words(standing)} · ${t('due', { when: relative(row.dueAt, new Date(), language, zone) })}`}
        />
        {row.severity !== 'GENERAL' && (
          <SeverityMark severity={row.severity}>
            {textOf(complaint.fields.severity, row.severity, language)}
          </SeverityMark>
        )}
      </Box>
      <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
        {[row.no, nameOf(row.store)].filter(Boolean).join(' · ')}
      </Typography>
      <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
        {desk ? t('at', { who: desk }) : t('nobody')}
      </Typography>
      {step && (
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          sx={{ mt: 1 }}
          onClick={() => run(step.act, { id: row.id, expectedVersion: row.version }, t('moved'))}
        >
          {actWords(step.act)}
        </Button>
      )}
    </Box>
  );
}
