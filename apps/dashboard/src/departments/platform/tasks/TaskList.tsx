import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Box, Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { LedgerList } from '../../../ui/list/LedgerList';
import { TaskMark } from './TaskMark';
import { type TaskView, taskStanding, taskViews, viewWhere } from './task';
import { taskTexts } from './texts';

const places: Readonly<Record<TaskView, string>> = {
  todo: '/assignedTasks',
  given: '/assignedTasks/given',
  all: '/assignedTasks/all',
};

/** 交办事项 (R2.10): what waits for the reader, what he gave, all that he may see; each with its date. */
function TaskList({ view }: { view: TaskView }) {
  const t = useTexts(taskTexts);
  const { person, rights, zone } = useHere();
  const where = viewWhere(view, person.id);
  const gives = rights.may('CREATE', assignedTask.subject);
  return (
    <LedgerList
      key={view}
      kind={assignedTask}
      title={t('title')}
      beside={
        <Box component="nav" aria-label={t('views')} sx={{ display: 'flex', gap: 1 }}>
          {taskViews
            .filter((each) => each !== 'given' || gives)
            .map((each) => (
              <Button
                key={each}
                component={LinkBase}
                to={places[each]}
                aria-current={each === view ? 'page' : undefined}
                sx={{
                  color: 'text.primary',
                  fontWeight: each === view ? 600 : 400,
                  ...(each === view ? { bgcolor: 'action.selected' } : {}),
                }}
              >
                {t(each)}
              </Button>
            ))}
        </Box>
      }
      columns={['title', 'state', 'dueAt', 'assigner', 'assignee', 'complaint']}
      moreColumns={['figure', 'assignedAt', 'doneAt', 'confirmedAt']}
      filters={view === 'todo' ? ['title', 'dueAt'] : ['title', 'state', 'assignee', 'dueAt']}
      moreFilters={['assigner', 'complaint']}
      narrow={['dueAt', 'state', 'assigner', 'assignee']}
      alsoRead={['state', 'dueAt']}
      sort={{ field: 'dueAt', order: view === 'todo' ? 'ASC' : 'DESC' }}
      {...(where ? { always: { where } } : {})}
      render={{
        state: (row) => <TaskMark task={row} />,
        dueAt: (row) => {
          const at = row.dueAt ? momentIn(new Date(String(row.dueAt)), zone) : '';
          return taskStanding(row, Date.now()) === 'breached' ? `${at} · ${t('overdue')}` : at;
        },
      }}
      acts={
        gives && (
          <Button component={LinkBase} to="/assignedTasks/create" variant="contained">
            {t('create')}
          </Button>
        )
      }
    />
  );
}

export const TasksToDo = () => <TaskList view="todo" />;
export const TasksGiven = () => <TaskList view="given" />;
export const TasksAll = () => <TaskList view="all" />;
