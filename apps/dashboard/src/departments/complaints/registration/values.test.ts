import { describe, expect, it } from 'vitest';
import {
  intakeInput,
  nothingYet,
  problemsOf,
  type Registering,
  registrationInput,
  subjectOf,
} from './values';

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

  it('tells feedback from a complaint: a suggestion that asks for nothing and complains about nobody', () => {
    const suggestion = { ...told, category: 'OTHER', demands: ['CRITICISM_SUGGESTION'] };
    expect(problemsOf(suggestion)).toEqual({ demands: 'onlyFeedback' });
    expect(problemsOf({ ...suggestion, complainedStaffId: '7' })).toEqual({});
    expect(problemsOf({ ...suggestion, category: 'SERVICE_ATTITUDE' })).toEqual({});
    expect(problemsOf({ ...suggestion, demands: ['CRITICISM_SUGGESTION', 'APOLOGY'] })).toEqual({});
  });

  it('says how a general case was settled on the spot, and nothing of it for a graver one', () => {
    const settled = { ...told, settledOnSpot: true, settledAmount: '50' };
    expect(problemsOf(settled)).toEqual({ settledText: 'required' });
    const whole = { ...settled, settledText: '当场折价' };
    expect(registrationInput(whole)).toMatchObject({
      settledOnSpot: true,
      settledText: '当场折价',
      settledAmount: '50',
      settledType: 'DISCOUNT',
    });
    const nothingGiven = registrationInput({ ...whole, settledAmount: '' });
    expect(nothingGiven).not.toHaveProperty('settledType');
    expect(registrationInput({ ...whole, severity: 'MAJOR' })).not.toHaveProperty('settledOnSpot');
  });

  it('keeps the original apart from the other files, and what else is asked for in words', () => {
    const file = (id: string) => ({ id, fileName: `${id}.png`, mime: 'image/png', size: 1 });
    const input = registrationInput({
      ...told,
      files: [file('1'), file('2')],
      originals: ['2'],
      demands: ['OTHER'],
      otherDemand: '上门取件',
      receivedAt: '2026-11-24T08:30',
      representedBy: '赵律师',
      subcategory: '椅类',
    });
    expect(input).toMatchObject({
      fileIds: ['1'],
      originalFileIds: ['2'],
      demands: [{ type: 'OTHER', detail: '上门取件' }],
      // As typed: without an offset it is a time of the organisation's zone.
      receivedAt: '2026-11-24T08:30',
      representedBy: '赵律师',
      subcategory: '椅类',
    });
  });

  it('gives what is typed to a case that is known already as a further intake', () => {
    const input = intakeInput('88', { ...told, channel: 'HOTLINE_12345', outsideNo: 'A-1', note: '转办件' });
    expect(input).toEqual({
      id: '88',
      channel: 'HOTLINE_12345',
      outsideNo: 'A-1',
      note: `转办件\n${told.description}`,
      fileIds: [],
    });
  });

  it('asks why a case is severe, and for an amount that is one', () => {
    expect(problemsOf({ ...told, severity: 'SEVERE', requestedAmount: '三百' })).toEqual({
      severityReason: 'required',
      requestedAmount: 'notNumber',
    });
  });

  it('sends what makes a case severe as codes, and only of a severe one', () => {
    const severe = { ...told, severity: 'SEVERE', severityReason: '受伤', triggers: ['GROUP'] as const };
    expect(registrationInput(severe)).toMatchObject({ triggers: ['GROUP'] });
    expect(registrationInput({ ...severe, severity: 'MAJOR' })).not.toHaveProperty('triggers');
    expect(registrationInput({ ...severe, triggers: [] })).not.toHaveProperty('triggers');
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
