import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Box, Button, Tooltip, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { LinkBase, useLocation, useNavigate, useParams } from 'react-admin';
import { useHere, useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useSay, useTexts } from '../../../app/texts';
import { ask } from '../../../data/client';
import { oneText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { Page, Section } from '../../../ui/Page';
import { AuditTrail } from '../../../ui/record/AuditTrail';
import { Facts } from '../../../ui/record/Facts';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { visuallyHidden } from '../../../ui/visually-hidden';
import { ActDialog } from '../../complaints/case/ActDialog';
import type { ActForm } from '../../complaints/case/act-form';
import { formOf } from '../../complaints/case/act-forms';
import { type CaseFile, nameOf } from '../../complaints/case/file';
import { type ActDone, Outcome } from '../../complaints/case/Outcome';
import { TaskMark } from './TaskMark';
import { ownActs, type Task, waitsFor } from './task';
import { taskTexts } from './texts';

const names = [
  'title',
  'detail',
  'complaint',
  'figure',
  'assigner',
  'assignee',
  'assignedAt',
  'dueAt',
  'state',
  'result',
  'doneAt',
  'verdict',
  'confirmedAt',
  'version',
];

/** One task: what is asked, of whom, until when, and what the reader may do with it now. */
export function TaskShow() {
  const { id = '' } = useParams();
  const t = useTexts(taskTexts);
  const rights = useRights();
  const navigate = useNavigate();
  const { search } = useLocation();
  const text = oneText(
    assignedTask,
    `${selectionOf(assignedTask, names, rights)} allowedActions { action enabled reason article dueAt }`,
  );
  const { data, error } = useAsk<{ one: Task | null }>(text, { id }, [`${assignedTask.name}/${id}`]);
  const [acting, setActing] = useState<ActForm | null>(null);
  const [done, setDone] = useState<ActDone | null>(null);
  const task = data?.one ?? null;

  // `?act=completeTask` opens the form: the list of what waits leads straight to it.
  const wanted = new URLSearchParams(search).get('act');
  useEffect(() => {
    const form = wanted ? formOf(wanted) : undefined;
    if (!form || !task?.allowedActions?.some((each) => each.action === wanted && each.enabled)) return;
    setActing(form);
    navigate(`/assignedTasks/${id}/show`, { replace: true });
  }, [wanted, task, id, navigate]);

  if ((error && !data) || data?.one === null) return <NotThere error={error} />;
  if (!task) return <Waiting />;
  return (
    <Page
      title={String(task.title)}
      beside={<TaskMark task={task} />}
      acts={
        <Button component={LinkBase} to="/assignedTasks">
          {t('back')}
        </Button>
      }
    >
      {done && <Outcome done={done} onClose={() => setDone(null)} />}
      <TaskActs
        task={task}
        onAct={(form) => {
          setDone(null);
          setActing(form);
        }}
      />
      <Section title={t('working')}>
        <Facts
          kind={assignedTask}
          names={['assigner', 'assignee', 'dueAt', 'assignedAt', 'complaint', 'figure', 'detail']}
          record={task}
          skipEmpty
        />
      </Section>
      {Boolean(task.result || task.verdict) && (
        <Section title={t('result')}>
          <Facts
            kind={assignedTask}
            names={['doneAt', 'confirmedAt', 'result', 'verdict']}
            record={task}
            skipEmpty
          />
        </Section>
      )}
      <AuditTrail kind={assignedTask} id={id} />
      {acting && (
        <ActDialog
          key={acting.act}
          form={acting}
          file={fileOf(task)}
          reread={async () => {
            const { one } = await ask<{ one: Task | null }>(text, { id });
            return one ? fileOf(one) : null;
          }}
          onClose={() => setActing(null)}
          onDone={(answer) => {
            setActing(null);
            setDone(answer);
          }}
        />
      )}
    </Page>
  );
}

/** A task as the form of an act takes it: what it is called, and the version that was seen. */
const fileOf = (task: Task): CaseFile => ({ ...task, no: String(task.title) });

/** Acts that a task waits for; giving it up is never the first thing to do. */
const expected = new Set(['acceptTask', 'completeTask', 'confirmTask']);

/** For whom the task waits, and the acts of the reader; what is not open now says why. */
function TaskActs({ task, onAct }: { task: Task; onAct: (form: ActForm) => void }) {
  const t = useTexts(taskTexts);
  const say = useSay();
  const { person } = useHere();
  const acts = ownActs(task, person.id).flatMap((each) => {
    const form = formOf(each.action);
    return form ? [{ ...each, form }] : [];
  });
  const side = waitsFor(task);
  const primary = acts.find((each) => each.enabled && expected.has(each.action));
  return (
    <Box sx={{ mb: 6 }}>
      {!primary && (
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {side === null
            ? t('over')
            : t(side === 'assignee' ? 'waitsForAssignee' : 'waitsForAssigner', { name: nameOf(task[side]) })}
        </Typography>
      )}
      {side !== null && acts.length > 0 && (
        <Box role="group" aria-label={t('acts')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {acts.map((each) =>
            each.enabled ? (
              <Button
                key={each.action}
                variant={each === primary ? 'contained' : 'outlined'}
                onClick={() => onAct(each.form)}
              >
                {say(each.form.label)}
              </Button>
            ) : (
              // Stays reachable by pointer and keyboard, so that it can say why.
              <Tooltip key={each.action} title={each.reason ?? ''} describeChild>
                <Button
                  variant="outlined"
                  aria-disabled
                  onClick={(event) => event.preventDefault()}
                  sx={{ color: 'text.secondary', borderStyle: 'dashed', cursor: 'not-allowed' }}
                >
                  {say(each.form.label)}
                  <Box component="span" sx={visuallyHidden}>
                    {` · ${each.reason ?? ''}`}
                  </Box>
                </Button>
              </Tooltip>
            ),
          )}
        </Box>
      )}
    </Box>
  );
}
