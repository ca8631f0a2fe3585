import { permissionsOf } from '@kehu/domain/access/permissions';
import { type Role, role } from '@kehu/domain/access/roles';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { rightsOf } from '../../data/rights';
import { figuresFor, figuresText, numberOf } from './figures';

const now = new Date('2026-11-24T04:00:00Z');
const rightsOfRole = (code: Role) =>
  rightsOf(
    permissionsOf([code]).map((row) => ({
      subject: row.subject,
      action: row.action,
      scope: row.scope,
      masked: row.disclosure !== 'PLAIN',
      disclosure: row.disclosure,
      fields: row.onlyFields ?? null,
    })),
  );
const figures = (code: Role) => figuresFor(rightsOfRole(code), '43', now, 'Asia/Shanghai');

describe('My work', () => {
  it.each(role.codes)('%s: has at most six figures and asks at most ten root fields at a time', (code) => {
    const own = figures(code);
    expect(own.length).toBeLessThanOrEqual(6);
    for (const side of ['value', 'against'] as const) {
      const { text } = figuresText(own, side);
      if (text) expect(() => parse(text)).not.toThrow();
    }
  });

  it('counts one’s own customers for whoever keeps some, and everybody’s for whoever works on all', () => {
    const ids = (code: Role) => figures(code).map((figure) => figure.id);
    expect(ids('KAM')).toContain('mine');
    expect(ids('OPS_CS')).toContain('customers');
  });

  it('shows logistics what is to be shipped, by when, and nothing that it cannot reach', () => {
    const own = figures('LOGISTICS');
    expect(own.map((figure) => figure.id)).toEqual(['toShip', 'shipSoon', 'partly', 'onTheWay']);
    expect(new Set(own.map((figure) => figure.value.kind.name))).toEqual(new Set(['Order']));
    expect(figures('OPS').map((figure) => figure.id)).not.toContain('toShip');
  });

  it('asks the administrator and the privacy officer for nothing of the customers', () => {
    for (const code of ['SYS_ADMIN', 'PRIVACY_OFFICER'] as const)
      expect(figures(code).map((figure) => figure.value.kind.name)).not.toContain('Customer');
    expect(figures('PRIVACY_OFFICER').map((figure) => figure.id)).toEqual(
      expect.arrayContaining(['reveals', 'exports']),
    );
    expect(figures('SYS_ADMIN').map((figure) => figure.id)).toContain('grants');
  });

  it('takes every number from the server as it is', () => {
    const [figure] = figures('GM').filter((each) => each.id === 'amount');
    if (!figure) throw new Error('The general manager has no figure of the order amount.');
    expect(numberOf({ amount: [{ count: 3, sum: { total: '12.3400' } }] }, figure, 'value')).toBe('12.3400');
    expect(numberOf({ amount: [{ count: 0, sum: { total: null } }] }, figure, 'value')).toBe('0');
    expect(numberOf(undefined, figure, 'value')).toBeNull();
  });
});
