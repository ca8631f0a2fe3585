import { describe, expect, it } from 'vitest';
import type { Row } from './file';
import { shownActs } from './PartActs';

const act = (action: string, enabled: boolean) => ({
  action,
  enabled,
  reason: enabled ? null : '尚未完成',
  article: null,
  dueAt: null,
});
const row: Row = {
  id: '1',
  allowedActions: [
    act('completePreventiveAction', true),
    act('checkPreventiveAction', false),
    act('noSuchAct', true),
  ],
};
const names = (waits: boolean) => shownActs(row, waits).map(({ action }) => action);

describe('the acts on a part of a case', () => {
  it('stand there while something is due, the closed ones too; afterwards the open ones alone', () => {
    expect(names(true)).toEqual(['completePreventiveAction', 'checkPreventiveAction']);
    expect(names(false)).toEqual(['completePreventiveAction']);
  });

  it('are none where the server says nothing', () => {
    expect(shownActs({ id: '2' }, true)).toEqual([]);
  });
});
