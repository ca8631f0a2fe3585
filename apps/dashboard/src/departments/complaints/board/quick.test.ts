import { describe, expect, it } from 'vitest';
import { onDeskOf, quickFrom, quickSteps } from './quick';

describe('dragging on the case board', () => {
  it('takes an assigned case without a form', () => {
    expect(quickFrom('ASSIGNED')).toEqual({ act: 'acceptAssignment', from: 'ASSIGNED', to: 'INVESTIGATING' });
  });

  it('never rules, decides or replies: those acts need words', () => {
    const acts = quickSteps.map(({ act }) => act);
    for (const act of ['ruleOnComplaint', 'decideComplaint', 'replyToCustomer', 'giveHrOpinion'])
      expect(acts).not.toContain(act);
    expect(quickFrom('GM_REVIEW')).toBeUndefined();
  });

  it('is for whoever has the case on the desk, or for the department whose desk it lies on', () => {
    const person = { id: '7', department: { id: '3' } };
    expect(onDeskOf({ desk: { id: '7' }, deskDepartment: { id: '9' } }, person)).toBe(true);
    expect(onDeskOf({ desk: { id: '8' }, deskDepartment: { id: '3' } }, person)).toBe(false);
    expect(onDeskOf({ desk: null, deskDepartment: { id: '3' } }, person)).toBe(true);
    expect(onDeskOf({ desk: null, deskDepartment: null }, { id: '7', department: null })).toBe(false);
  });
});
