import { describe, expect, it } from 'vitest';
import { latestOf, standingOfLimit, standingOfVersion, type VersionLine } from './procedure-rows';

const procedure = (procedureVersion: number, effectiveFrom: string, category: string | null = null) => ({
  id: String(procedureVersion),
  category,
  severity: 'GENERAL',
  procedure: 'SIMPLE',
  procedureVersion,
  effectiveFrom,
});
const version = (id: string, effectiveFrom: string, regulation = 'R4'): VersionLine => ({
  id,
  regulation,
  code: `${regulation}-${id}`,
  effectiveFrom,
  note: null,
  articles: [],
});

describe('published rules', () => {
  it('hold from their day on, the latest of a category and severity', () => {
    const rows = [
      procedure(1, '2026-01-01'),
      procedure(2, '2026-03-01'),
      procedure(3, '2026-02-01', 'OTHER'),
    ];
    expect(latestOf(rows, null, 'GENERAL', '2026-02-10')?.procedureVersion).toBe(1);
    expect(latestOf(rows, null, 'GENERAL', '2026-03-01')?.procedureVersion).toBe(2);
    expect(latestOf(rows, 'OTHER', 'GENERAL', '2026-03-01')?.procedureVersion).toBe(3);
    expect(latestOf(rows, null, 'MAJOR', '2026-03-01')).toBeUndefined();
  });

  it('say of a limit whether it is in force: the latest of its role and type', () => {
    const limit = (role: string, effectiveFrom: string, type: string | null = null) => ({
      role,
      type,
      effectiveFrom,
    });
    const all = [
      limit('GM', '2027-01-01'),
      limit('GM', '2026-01-01'),
      limit('STORE_SUP', '2025-01-01', 'REFUND'),
      limit('GM', '2024-01-01'),
    ];
    expect(all.map((each) => standingOfLimit(all, each, '2026-03-01'))).toEqual([
      'later',
      'inForce',
      'inForce',
      'earlier',
    ]);
  });

  it('say of a version of the regulation whether it is in force', () => {
    const all = [version('1', '2024-01-01'), version('2', '2026-01-01'), version('3', '2027-01-01')];
    const other = version('4', '2026-02-01', 'R1');
    const standing = [...all, other].map((each) => standingOfVersion([...all, other], each, '2026-03-01'));
    expect(standing).toEqual(['earlier', 'inForce', 'later', 'inForce']);
  });
});
