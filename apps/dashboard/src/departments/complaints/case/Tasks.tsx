import { departmentTask } from '@kehu/domain/complaints/handling';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Box, Button, Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { StateMark } from '../../../ui/StateMark';
import { textOf } from '../../../ui/Value';
import { stepStanding } from '../standing';
import { formOf } from './act-forms';
import type { Acting } from './CaseShow';
import { type CaseFile, nameOf, type Row } from './file';
import { PartActs } from './PartActs';
import { caseTexts } from './texts';

/** 协办 and 交办 of the case, each with its deadline and what may be done with it. */
export function Tasks({ file, onAct }: { file: CaseFile; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const { rights } = useHere();
  const give = rights.may('CREATE', assignedTask.subject) ? formOf('assignTask') : undefined;
  const help = file.departmentTasks ?? [];
  const given = file.assignedTasks ?? [];
  return (
    <Section
      title={t('tasks')}
      acts={
        give && (
          <Button size="small" onClick={() => onAct({ form: give })}>
            {say(give.label)}
          </Button>
        )
      }
    >
      {help.length + given.length === 0 && <Quiet>{t('noTasks')}</Quiet>}
      {help.map((row) => (
        <Task
          key={`h${row.id}`}
          row={row}
          head={`${nameOf(row.department)}${nameOf(row.assignee) ? ` · ${nameOf(row.assignee)}` : ''}`}
          text={String(row.request ?? '')}
          answer={String(row.answer ?? '')}
          kind={departmentTask}
          onAct={onAct}
        />
      ))}
      {given.map((row) => (
        <Task
          key={`g${row.id}`}
          row={row}
          head={`${nameOf(row.assigner)} → ${nameOf(row.assignee)}`}
          mark={row.undertaking === true ? say(assignedTask.fields.undertaking.label) : ''}
          text={String(row.title ?? '')}
          answer={[row.result, row.verdict].filter(Boolean).map(String).join('\n')}
          kind={assignedTask}
          onAct={onAct}
        />
      ))}
    </Section>
  );
}

function Task(props: {
  row: Row;
  head: string;
  mark?: string;
  text: string;
  answer: string;
  kind: typeof departmentTask | typeof assignedTask;
  onAct: (acting: Acting) => void;
}) {
  const { row } = props;
  const say = useSay();
  const language = useLanguage();
  const open = row.state === 'OPEN' || row.state === 'ACCEPTED' || row.state === 'RETURNED';
  const standing = open ? (stepStanding(row.dueAt, Date.now()) ?? 'onTrack') : 'done';
  return (
    <Box
      component="article"
      sx={{ py: 2, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {props.head}
        </Box>
        <StateMark standing={standing} words={textOf(props.kind.fields.state, row.state, language)} />
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {props.mark ? `${props.mark}：` : ''}
        {props.text}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {say(props.kind.fields.dueAt.label)} {dateTime(row.dueAt)}
      </Typography>
      {props.answer && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{props.answer}</Typography>}
      <PartActs row={row} onAct={props.onAct} />
    </Box>
  );
}
