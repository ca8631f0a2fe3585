import { describe, expect, it } from 'vitest';
import { chooseProcedure, isFeedbackOnly, type ProcedureQuestion, type ProcedureRow } from './procedures.js';

const question: ProcedureQuestion = {
  category: 'QUALITY_DEFECT',
  severity: 'GENERAL',
  demands: ['REFUND'],
  settledOnSpot: false,
  simpleOn: true,
  day: '2026-03-07',
};
const row = (more: Partial<ProcedureRow>): ProcedureRow => ({
  category: null,
  severity: 'GENERAL',
  procedure: 'STANDARD',
  procedureVersion: 1,
  effectiveFrom: '2026-01-01',
  ...more,
});

describe('the procedure of a new case', () => {
  it('is the standard one unless something speaks for another', () => {
    expect(chooseProcedure([], question)).toEqual({ procedure: 'STANDARD', version: 0 });
  });

  it('is simple for service, price, criticism, and what was settled on the spot', () => {
    for (const more of [
      { category: 'SERVICE_ATTITUDE' },
      { category: 'PRICE_BILLING' },
      { demands: ['CRITICISM_SUGGESTION'] },
      { settledOnSpot: true },
    ] as const)
      expect(chooseProcedure([], { ...question, ...more }).procedure).toBe('SIMPLE');
  });

  it('is never simple above GENERAL, nor where the organisation switched it off', () => {
    const settled = { ...question, settledOnSpot: true };
    expect(chooseProcedure([], { ...settled, severity: 'MAJOR' }).procedure).toBe('STANDARD');
    expect(chooseProcedure([], { ...settled, simpleOn: false }).procedure).toBe('STANDARD');
  });

  it('is the severe one for every severe case, whatever a row says', () => {
    const rows = [row({ severity: 'SEVERE', procedure: 'SIMPLE', procedureVersion: 4 })];
    expect(chooseProcedure(rows, { ...question, severity: 'SEVERE' })).toEqual({
      procedure: 'SEVERE',
      version: 4,
    });
  });

  it('follows the latest row in force, one for the category before one for all', () => {
    const rows = [
      row({ procedure: 'SIMPLE', procedureVersion: 2, effectiveFrom: '2026-02-01' }),
      row({ category: 'QUALITY_DEFECT', procedureVersion: 3 }),
      row({
        category: 'QUALITY_DEFECT',
        procedure: 'SIMPLE',
        procedureVersion: 4,
        effectiveFrom: '2026-04-01',
      }),
    ];
    expect(chooseProcedure(rows, question)).toEqual({ procedure: 'STANDARD', version: 3 });
    expect(chooseProcedure(rows, { ...question, category: 'TOLERANCE' })).toEqual({
      procedure: 'SIMPLE',
      version: 2,
    });
    expect(chooseProcedure(rows, { ...question, day: '2026-04-01' })).toEqual({
      procedure: 'SIMPLE',
      version: 4,
    });
  });
});

describe('feedback', () => {
  it('is what asks for nothing and complains about nobody', () => {
    const given = {
      demands: ['CRITICISM_SUGGESTION'],
      category: 'OTHER',
      complainsAboutSomebody: false,
    } as const;
    expect(isFeedbackOnly(given)).toBe(true);
    expect(isFeedbackOnly({ ...given, demands: [], category: 'QUALITY_DEFECT' })).toBe(true);
    expect(isFeedbackOnly({ ...given, category: 'SERVICE_ATTITUDE' })).toBe(false);
    expect(isFeedbackOnly({ ...given, complainsAboutSomebody: true })).toBe(false);
    expect(isFeedbackOnly({ ...given, demands: ['CRITICISM_SUGGESTION', 'REFUND'] })).toBe(false);
  });
});
