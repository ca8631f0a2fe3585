import { describe, expect, it } from 'vitest';
import { nothingYet, problemsOf, type Registering, registrationInput, subjectOf } from './values';

const told: Registering = {
  ...nothingYet,
  who: 'NEW',
  complainantName: '林小满',
  description: '椅子坐了两天就散架，要求退货。客服一直没有回电！',
  category: 'QUALITY_DEFECT',
  demands: ['RETURN', 'APOLOGY'],
};

describe('registering a complaint', () => {
  it('asks for a customer, a description, a category and a demand', () => {
    expect(problemsOf(nothingYet)).toEqual({
      customer: 'needCustomer',
      description: 'required',
      category: 'required',
      demands: 'needDemand',
    });
    expect(problemsOf(told)).toEqual({});
  });

  it('asks why a case is severe, and for an amount that is one', () => {
    expect(problemsOf({ ...told, severity: 'SEVERE', requestedAmount: '三百' })).toEqual({
      severityReason: 'required',
      requestedAmount: 'notNumber',
    });
  });

  it('takes the first sentence as the subject when none was typed', () => {
    expect(subjectOf(told)).toBe('椅子坐了两天就散架，要求退货');
    expect(subjectOf({ ...told, subject: '退货' })).toBe('退货');
    expect([...subjectOf({ ...told, description: '长'.repeat(90) })]).toHaveLength(41);
  });

  it('names nobody in an anonymous case and keeps outside numbers for outside channels', () => {
    const input = registrationInput({ ...told, who: 'ANONYMOUS', outsideNo: 'X1' });
    expect(input).not.toHaveProperty('complainantName');
    expect(input).not.toHaveProperty('outsideNo');
    expect(registrationInput({ ...told, channel: 'HOTLINE_12315', outsideNo: 'X1' })).toMatchObject({
      outsideNo: 'X1',
      demands: [{ type: 'RETURN' }, { type: 'APOLOGY' }],
    });
  });
});
