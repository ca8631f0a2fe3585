import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { useLanguage, useTexts } from '../../../app/texts';
import { StateMark } from '../../../ui/StateMark';
import { textOf } from '../../../ui/Value';
import { taskStanding } from './task';
import { taskTexts } from './texts';

/** The state of a task in shape and word; what is late says so. */
export function TaskMark({ task }: { task: Readonly<Record<string, unknown>> }) {
  const t = useTexts(taskTexts);
  const language = useLanguage();
  const standing = taskStanding(task, Date.now());
  const state = textOf(assignedTask.fields.state, task.state, language);
  const words =
    standing === 'waiting' ? t('awaits') : standing === 'breached' ? `${state} · ${t('overdue')}` : state;
  return <StateMark standing={standing} words={words} />;
}
