import { describe, expect, it } from 'vitest';
import { quickFrom, quickSteps } from './quick';

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
});
