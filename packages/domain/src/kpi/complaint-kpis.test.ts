import { describe, expect, it } from 'vitest';
import { kindNamed } from '../catalogue/catalogue.js';
import { languages } from '../catalogue/labels.js';
import { complaintKpis, kpisOf } from './complaint-kpis.js';
import type { KpiRows } from './kpi.js';

const moment = { from: '2026-02-01', to: '2026-03-01', now: '2026-03-05', weekAgo: '2026-02-26' };
const rowsOf = ({ formula }: (typeof complaintKpis)[number]): readonly KpiRows[] =>
  formula.is === 'absent'
    ? []
    : formula.is === 'perTenThousand'
      ? [formula.rows, formula.of]
      : [formula.rows];

describe('the complaint figures', () => {
  it('are those of the catalogue, E1.1 to E1.17, each under its own code', () => {
    const families = [...new Set(complaintKpis.map(({ family }) => family))];
    expect(families).toEqual(Array.from({ length: 17 }, (_, i) => `E1.${i + 1}`));
    expect(new Set(complaintKpis.map(({ code }) => code)).size).toBe(complaintKpis.length);
    expect(kpisOf('E1.10').map(({ code }) => code)).toContain('E1.10-GM');
    expect(kpisOf('E1.10-GM')).toHaveLength(1);
  });

  it('say their name and definition in three languages', () => {
    for (const { label, definition } of complaintKpis) {
      for (const language of languages) {
        expect(label[language].trim()).not.toBe('');
        expect(definition[language].trim()).not.toBe('');
      }
    }
  });

  it('are made of fields that exist', () => {
    for (const kpi of complaintKpis) {
      for (const rows of rowsOf(kpi)) {
        const { fields } = kindNamed(rows.kind);
        const { formula } = kpi;
        const hit = formula.is === 'share' ? formula.hit(moment) : {};
        const named = [rows.where(moment), hit].flatMap((where) => Object.keys(where));
        const columns = named.filter((name) => name !== 'and' && name !== 'or');
        const further = [rows.time, 'field' in formula && rows === formula.rows ? formula.field : null];
        for (const name of [...columns, ...further]) if (name) expect(fields).toHaveProperty(name);
      }
    }
  });

  it('say why there is no figure where there cannot be one yet', () => {
    const absent = complaintKpis.filter(({ formula }) => formula.is === 'absent');
    expect(absent.map(({ code }) => code)).toEqual(['E1.11', 'E1.12', 'E1.17']);
  });
});
