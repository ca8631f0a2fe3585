import { describe, expect, it } from 'vitest';
import { severeTriggerRules, suggestedTriggers } from './severe-triggers.js';
import { severeTrigger } from './vocabularies.js';

const quiet = {
  channels: ['PHONE'],
  text: '椅子有划痕，要求换货',
  requestedAmount: 100,
  largeLoss: 5000,
  unsolvedOfCustomer: 0,
  aboutHead: false,
};

describe('suggested triggers of a severe case (D1.3)', () => {
  it('have a rule each', () => {
    expect(severeTriggerRules.map(({ trigger }) => trigger)).toEqual(severeTrigger.codes);
  });

  it('are none for an everyday case', () => {
    expect(suggestedTriggers(quiet)).toEqual([]);
  });

  it('hear of injuries in either script', () => {
    expect(suggestedTriggers({ ...quiet, text: '孩子被燙傷，送醫' })).toEqual(['INJURY_SAFETY']);
    expect(suggestedTriggers({ ...quiet, text: '孩子被烫伤' })).toEqual(['INJURY_SAFETY']);
  });

  it('see the regulator in the channel', () => {
    expect(suggestedTriggers({ ...quiet, channels: ['STORE', 'HOTLINE_12315'] })).toEqual([
      'MEDIA_REGULATOR',
    ]);
  });

  it('count the third case of a customer, and a loss from the set amount on', () => {
    expect(suggestedTriggers({ ...quiet, unsolvedOfCustomer: 1 })).toEqual([]);
    expect(suggestedTriggers({ ...quiet, unsolvedOfCustomer: 2, requestedAmount: 5000 })).toEqual([
      'THIRD_TIME',
      'LARGE_LOSS',
    ]);
    expect(suggestedTriggers({ ...quiet, requestedAmount: 9999, largeLoss: null })).toEqual([]);
  });

  it('take the misconduct of a head as severe', () => {
    expect(suggestedTriggers({ ...quiet, aboutHead: true })).toEqual(['MANAGER_MISCONDUCT']);
  });
});
