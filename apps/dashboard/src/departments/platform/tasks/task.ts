import type { Where } from '../../../data/where';
import type { Standing } from '../../../ui/StateMark';
import type { AllowedAction } from '../../complaints/case/file';

/** A task as its pages read it. */
export type Task = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly allowedActions?: readonly AllowedAction[];
};

/** States in which somebody still has to work on it. */
export const openStates: readonly string[] = ['OPEN', 'ACCEPTED', 'RETURNED'];
const soon = 24 * 3_600_000;

/** Where a task stands by its date: open ones by how near that is, done ones wait for the assigner (R2.10). */
export function taskStanding(task: Readonly<Record<string, unknown>>, now: number): Standing {
  if (task.state === 'DONE') return 'waiting';
  if (!openStates.includes(String(task.state))) return 'done';
  const due = Date.parse(String(task.dueAt ?? ''));
  if (Number.isNaN(due)) return 'onTrack';
  if (due <= now) return 'breached';
  return due - now < soon ? 'atRisk' : 'onTrack';
}

const sides: Readonly<Record<string, 'assigner' | 'assignee'>> = {
  acceptTask: 'assignee',
  completeTask: 'assignee',
  confirmTask: 'assigner',
  returnTask: 'assigner',
  cancelTask: 'assigner',
};

/** The acts of the side on which a person stands, open ones first; those of the other side are not his. */
export function ownActs(task: Task, personId: string): readonly AllowedAction[] {
  const isMine = ({ action }: AllowedAction) => {
    const side = sides[action];
    return side !== undefined && (task[side] as { id?: string } | null | undefined)?.id === personId;
  };
  return (task.allowedActions ?? []).filter(isMine).sort((a, b) => Number(b.enabled) - Number(a.enabled));
}

/** Whom a task waits for; null when it is over. */
export function waitsFor({ state }: Pick<Task, 'state'>): 'assigner' | 'assignee' | null {
  if (state === 'DONE') return 'assigner';
  return openStates.includes(state) ? 'assignee' : null;
}

export const taskViews = ['todo', 'given', 'all'] as const;
export type TaskView = (typeof taskViews)[number];

/** What a view of the list holds: what waits for the reader, what he gave, all that he may see. */
export function viewWhere(view: TaskView, personId: string): Where | undefined {
  const me = { id: { eq: personId } };
  if (view === 'all') return undefined;
  if (view === 'given') return { assigner: me };
  return {
    or: [
      { assignee: me, state: { in: openStates } },
      { assigner: me, state: { eq: 'DONE' } },
    ],
  };
}

/** What a link to a new task brings with it: from a case, from a figure, or nothing. */
export function prefilled(search: string): Readonly<Record<string, unknown>> {
  const given = new URLSearchParams(search);
  const text = (name: string, longest: number) => (given.get(name) ?? '').slice(0, longest);
  const complaint = given.get('complaint') ?? '';
  return {
    title: text('title', 200),
    figure: text('figure', 120),
    ...(/^\d{1,19}$/.test(complaint) ? { complaint: { id: complaint } } : {}),
  };
}

/** The address of a new task about something. */
export function newTaskAddress(about: {
  readonly title: string;
  readonly figure?: string;
  readonly complaint?: string;
}): string {
  const given = new URLSearchParams(Object.entries(about).filter(([, value]) => value));
  return `/assignedTasks/create?${given}`;
}
