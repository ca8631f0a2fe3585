import type { Person } from '../../../app/boot/session';
import type { Row } from './file';

const idOf = (value: unknown): string => String((value as { id?: unknown } | null)?.id ?? '');

/**
 * What a person may do with a task, an assistance or a request as it stands: buttons only, the server asks
 * again. The first is the one that is expected.
 */
export function taskActs(
  kind: 'DepartmentTask' | 'AssignedTask',
  row: Row,
  person: Person,
): readonly string[] {
  if (kind === 'DepartmentTask') {
    const asked = idOf(row.assignee)
      ? idOf(row.assignee) === person.id
      : idOf(row.department) === person.department?.id;
    const asker = idOf(row.askedBy) === person.id;
    const open = row.state === 'OPEN' || row.state === 'ACCEPTED';
    return [
      ...(asked && row.state === 'OPEN' ? ['acceptAssistance'] : []),
      ...(asked && open ? ['answerAssistance', 'returnAssistance'] : []),
      ...(asker && open ? ['cancelAssistance'] : []),
    ];
  }
  const mine = idOf(row.assignee) === person.id;
  const given = idOf(row.assigner) === person.id;
  const open = row.state === 'OPEN' || row.state === 'ACCEPTED' || row.state === 'RETURNED';
  return [
    ...(mine && row.state === 'OPEN' ? ['acceptTask'] : []),
    ...(mine && open ? ['completeTask'] : []),
    ...(given && row.state === 'DONE' ? ['confirmTask', 'returnTask'] : []),
    ...(given && open ? ['cancelTask'] : []),
  ];
}
