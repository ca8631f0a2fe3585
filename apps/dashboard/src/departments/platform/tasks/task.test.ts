import { describe, expect, it } from 'vitest';
import { newTaskAddress, ownActs, prefilled, type Task, taskStanding, viewWhere, waitsFor } from './task';

const now = Date.parse('2026-03-07T00:00:00Z');
const task = (state: string, dueAt: string) => taskStanding({ state, dueAt }, now);

describe('a task', () => {
  it('is on track, near its date or past it while somebody works on it', () => {
    expect(task('OPEN', '2026-03-09T00:00:00Z')).toBe('onTrack');
    expect(task('ACCEPTED', '2026-03-07T12:00:00+08:00')).toBe('atRisk');
    expect(task('RETURNED', '2026-03-07T00:00:00Z')).toBe('breached');
  });

  it('waits for the assigner when it is done, and is over when confirmed or cancelled, however late', () => {
    expect(task('DONE', '2026-03-01T00:00:00Z')).toBe('waiting');
    expect(task('CONFIRMED', '2026-03-01T00:00:00Z')).toBe('done');
    expect(task('CANCELLED', '2026-03-01T00:00:00Z')).toBe('done');
  });
});

describe('what may be done with a task', () => {
  const action = (name: string, enabled: boolean) => ({
    action: name,
    enabled,
    reason: enabled ? null : 'not now',
    article: null,
    dueAt: null,
  });
  const given: Task = {
    id: '1',
    version: 1,
    state: 'ACCEPTED',
    assigner: { id: '5' },
    assignee: { id: '6' },
    allowedActions: [
      action('acceptTask', false),
      action('completeTask', true),
      action('confirmTask', false),
      action('cancelTask', true),
    ],
  };
  const names = (personId: string) => ownActs(given, personId).map((each) => each.action);

  it('is offered to each side as its own, what is open first', () => {
    expect(names('6')).toEqual(['completeTask', 'acceptTask']);
    expect(names('5')).toEqual(['cancelTask', 'confirmTask']);
    expect(names('7')).toEqual([]);
  });

  it('waits for one side until it is over', () => {
    expect(['OPEN', 'RETURNED', 'DONE', 'CONFIRMED'].map((state) => waitsFor({ state }))).toEqual([
      'assignee',
      'assignee',
      'assigner',
      null,
    ]);
  });
});

describe('the list of tasks', () => {
  it('holds what waits for the reader: his own open ones, and those that he has to accept', () => {
    expect(viewWhere('todo', '5')).toEqual({
      or: [
        { assignee: { id: { eq: '5' } }, state: { in: ['OPEN', 'ACCEPTED', 'RETURNED'] } },
        { assigner: { id: { eq: '5' } }, state: { eq: 'DONE' } },
      ],
    });
    expect(viewWhere('all', '5')).toBeUndefined();
  });
});

describe('a link to a new task', () => {
  it('brings title, figure and case', () => {
    const address = newTaskAddress({ title: '结案率 & 超期', figure: 'E1.7 81%', complaint: '12' });
    expect(prefilled(address.slice(address.indexOf('?')))).toEqual({
      title: '结案率 & 超期',
      figure: 'E1.7 81%',
      complaint: { id: '12' },
    });
  });

  it('may bring nothing, and nothing that is no case', () => {
    expect(prefilled('')).toEqual({ title: '', figure: '' });
    expect(prefilled('?complaint=javascript')).toEqual({ title: '', figure: '' });
    expect(prefilled(`?title=${'长'.repeat(300)}`).title).toHaveLength(200);
  });
});
