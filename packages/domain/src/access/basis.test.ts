import { describe, expect, it } from 'vitest';
import { basisLabel } from './basis.js';
import { permissions } from './permissions.js';
import { dutyGuards } from './separation-of-duties.js';

describe('the basis of a rule in words', () => {
  it.each([
    ['B4 (EARLY)', '投诉（前期）', 'Complaints (early phase)'],
    ['practice 8', '企业通行做法', 'Common practice of companies'],
    ['R4.14', '制度4第14条', 'Regulation 4, article 14'],
    [
      'B7.3, R4.14, R4.7',
      '职责分离、制度4第14条、制度4第7条',
      'Separation of duties, Regulation 4, article 14, Regulation 4, article 7',
    ],
    ['D1.2', '投诉流程', 'The complaint workflow'],
    ['C2 CS', '客户档案', 'The customer file'],
    ['something else', 'something else', 'something else'],
  ])('%s is %s', (basis, hans, en) => {
    expect(basisLabel(basis)['zh-Hans']).toBe(hans);
    expect(basisLabel(basis).en).toBe(en);
  });

  it('exists for every permission and every guard', () => {
    const all = [...permissions, ...Object.values(dutyGuards)].map(({ basis }) => basis);
    for (const basis of new Set(all)) expect(basisLabel(basis)['zh-Hans'], basis).not.toContain(basis);
  });
});
