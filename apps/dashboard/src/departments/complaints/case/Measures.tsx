import { compensationRequest, preventiveAction } from '@kehu/domain/complaints/handling';
import { Box, Typography } from '@mui/material';
import { useSay, useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { Quiet } from '../../../ui/record/Lines';
import { StateMark } from '../../../ui/StateMark';
import type { Acting } from './CaseShow';
import { type CaseFile, nameOf, type Row } from './file';
import { PartActs } from './PartActs';
import { caseTexts } from './texts';

/** Compensation with its approval, and what is done against recurrence with the numbers before and after. */
export function Measures({ file, onAct }: { file: CaseFile; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const requests = file.compensations ?? [];
  const actions = file.preventiveActions ?? [];
  const decided = (row: Row) => row.state === 'DECLINED' || row.state === 'EXECUTED';
  return (
    <Section title={t('measures')} id="measures">
      {requests.length + actions.length === 0 && <Quiet>{t('noMeasures')}</Quiet>}
      {requests.map((row) => (
        <Part
          key={`c${row.id}`}
          row={row}
          waits={!decided(row)}
          onAct={onAct}
          head={say(compensationRequest.label)}
        >
          <Facts
            kind={compensationRequest}
            names={[
              'type',
              'amount',
              'state',
              'rule',
              'requestedBy',
              'requestedAt',
              'decidedBy',
              'decidedAt',
              'executedBy',
              'executedAt',
              'voucher',
              'reason',
              'decision',
            ]}
            record={row}
            skipEmpty
            narrow
          />
        </Part>
      ))}
      {actions.map((row) => (
        <Part
          key={`p${row.id}`}
          row={row}
          waits={!row.checkedAt}
          onAct={onAct}
          head={`${say(preventiveAction.label)} · ${nameOf(row.owner)}`}
          mark={
            row.checkedAt ? (
              <StateMark
                standing={row.effective ? 'done' : 'atRisk'}
                words={say(preventiveAction.fields.checkedAt.label)}
              />
            ) : row.doneAt ? (
              <StateMark standing="done" words={say(preventiveAction.fields.doneAt.label)} />
            ) : undefined
          }
        >
          <Facts
            kind={preventiveAction}
            names={[
              'measure',
              'dueOn',
              'doneAt',
              'doneNote',
              'checkOn',
              'checkedAt',
              'checkedBy',
              'effective',
              'checkNote',
            ]}
            record={row}
            skipEmpty
            narrow
          />
          {row.before !== null && row.before !== undefined && (
            <Typography>
              {t('effectNumbers', { before: Number(row.before), after: Number(row.after ?? 0) })}
            </Typography>
          )}
        </Part>
      ))}
    </Section>
  );
}

function Part(props: {
  row: Row;
  head: string;
  mark?: React.ReactNode;
  waits: boolean;
  onAct: (acting: Acting) => void;
  children: React.ReactNode;
}) {
  return (
    <Box sx={{ py: 3, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'baseline', mb: 1 }}>
        <Typography variant="h3">{props.head}</Typography>
        {props.mark}
        <Box sx={{ flex: 1 }} />
        <PartActs row={props.row} onAct={props.onAct} waits={props.waits} />
      </Box>
      {props.children}
    </Box>
  );
}
