import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Typography } from '@mui/material';
import { useMemo, useRef } from 'react';
import { useLocation, useNavigate, useNotify } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { inputOf } from '../../../data/input';
import { actText } from '../../../data/query';
import { KindForm } from '../../../ui/form/KindForm';
import { Page } from '../../../ui/Page';
import { ownPeople } from './own-people';
import { prefilled } from './task';
import { taskTexts } from './texts';

/** 交办 from scratch, from a case or from a figure; what it is about comes with the address. */
export function TaskCreate() {
  const t = useTexts(taskTexts);
  const navigate = useNavigate();
  const notify = useNotify();
  const { person } = useHere();
  const { search } = useLocation();
  const initial = useMemo(() => prefilled(search), [search]);
  // The same key for every try from this form: a repeated click gives one task.
  const idempotencyKey = useRef(`${person.id}-task-${Date.now()}-${Math.random().toString(36).slice(2)}`);
  const about = [...(initial.complaint ? ['complaint'] : []), ...(initial.figure ? ['figure'] : [])];
  return (
    <Page title={t('createTitle')}>
      <Typography color="text.secondary" sx={{ mb: 4, maxWidth: 720 }}>
        {t('createHint')}
      </Typography>
      <KindForm
        key={search}
        kind={assignedTask}
        groups={[{ names: ['title', 'assignee', 'dueAt', ...about, 'detail'] }]}
        draft={`assignTask.new${search}`}
        initial={initial}
        required={['title', 'assignee', 'dueAt']}
        choices={{ assignee: ownPeople(person) }}
        submitLabel={t('create')}
        onCancel={() => navigate(-1)}
        onSubmit={async (values, names) => {
          const filled = names.filter((name) => values[name] !== '');
          const answer = await act<{ act: { assignedTask: { id: string } | null } }>(
            actText('assignTask', 'assignedTask { id }'),
            { input: { ...inputOf(assignedTask, values, filled), idempotencyKey: idempotencyKey.current } },
          );
          notify(t('created'), { type: 'success' });
          const made = answer.act.assignedTask;
          navigate(made ? `/assignedTasks/${made.id}/show` : '/assignedTasks/given');
        }}
      />
    </Page>
  );
}
