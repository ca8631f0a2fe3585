import { createHash } from 'node:crypto';
import { role } from '@kehu/domain/access/roles';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { isPhoneNumber } from '@kehu/domain/customers/phone';
import { birthDateOf, isResidentId } from '@kehu/domain/customers/resident-id';
import { isUscc } from '@kehu/domain/customers/uscc';
import { customerType } from '@kehu/domain/customers/vocabularies';
import { describe, expect, it } from 'vitest';
import { encodeRow, type RecordRow } from '../records/encode.js';
import { generateDemo } from './generate.js';
import { posts } from './house-plan.js';

const today = new Date('2026-11-24T06:00:00.000Z');

type Rows = ReadonlyMap<string, readonly RecordRow[]>;

function rowsOf(day: Date, seed?: string): Rows {
  const rows = new Map<string, RecordRow[]>();
  for (const batch of generateDemo({ today: day, ...(seed ? { seed } : {}) }).batches) {
    rows.set(batch.kind.name, [...(rows.get(batch.kind.name) ?? []), ...batch.rows]);
  }
  return rows;
}

const demo = rowsOf(today);
const of = (kind: string): readonly RecordRow[] => demo.get(kind) ?? [];
const digest = (rows: Rows): string =>
  createHash('sha256')
    .update(JSON.stringify([...rows]))
    .digest('hex');
const byId = (kind: string): Map<unknown, RecordRow> => new Map(of(kind).map((row) => [row.id, row]));
const sum = (rows: readonly RecordRow[], field: string): bigint =>
  rows.reduce((total, row) => total + BigInt(String(row[field]).replace('.', '')), 0n);

describe('the demo organisation', () => {
  it('is the same for the same seed and instant, and another one for another seed', () => {
    expect(digest(rowsOf(today))).toBe(digest(demo));
    expect(digest(rowsOf(today, 'other'))).not.toBe(digest(demo));
  });

  it('has the size that was promised', () => {
    expect(of('Region')).toHaveLength(6);
    expect(of('Department').filter((row) => row.kind === 'STORE')).toHaveLength(12);
    expect(of('Staff')).toHaveLength(60);
    expect(of('Customer')).toHaveLength(3000);
    expect(of('Order').length).toBeGreaterThan(11_000);
    expect(of('Order').length).toBeLessThan(13_000);
    expect(of('VisitorRegistration').length).toBeGreaterThan(2500);
    expect(of('Product').length).toBeGreaterThanOrEqual(60);
  });

  it('gives every role to somebody, and the twenty sign-ins each the role of their name', () => {
    const held = new Set(of('RoleGrant').map((row) => row.role));
    expect([...held].sort()).toEqual([...role.codes].sort());
    const signIns = posts().flatMap((post) => (post.signIn ? [post] : []));
    expect(signIns.map((post) => post.signIn).sort()).toEqual(
      role.codes.map((code) => code.toLowerCase().replaceAll('_', '-')).sort(),
    );
    for (const post of signIns)
      expect(post.roles.map((code) => code.toLowerCase().replaceAll('_', '-'))).toContain(post.signIn);
  });

  it('has each grant given by one person and approved by another, never by the one who got it', () => {
    for (const grant of of('RoleGrant')) {
      expect(new Set([grant.staffId, grant.grantedById, grant.approvedById]).size).toBe(3);
    }
  });

  it('has nothing that happened after its day, nor before its customer was known', () => {
    const customers = byId('Customer');
    for (const order of of('Order')) {
      expect(String(order.orderedAt) <= today.toISOString()).toBe(true);
      expect(order.shippedAt === null || String(order.shippedAt) <= today.toISOString()).toBe(true);
      const opened = String(customers.get(order.customerId)?.createdAt).slice(0, 10);
      expect(String(order.orderedAt).slice(0, 10) >= opened).toBe(true);
    }
    for (const visit of of('VisitorRegistration')) {
      expect(String(visit.arrivedAt) <= today.toISOString()).toBe(true);
      expect(visit.leftAt === null || String(visit.leftAt) > String(visit.arrivedAt)).toBe(true);
    }
  });

  it('reaches back two years and grows with the seasons', () => {
    const months = new Map<string, number>();
    for (const order of of('Order')) {
      const month = String(order.orderedAt).slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect(months.size).toBe(25);
    const count = (month: string): number => months.get(month) ?? 0;
    expect(count('2026-02')).toBeLessThan(count('2026-01'));
    expect(count('2025-11')).toBeGreaterThan(count('2025-10'));
    expect(count('2026-06')).toBeGreaterThan(count('2025-06'));
  });

  it('adds up: lines to orders, shipped and returned within what was ordered', () => {
    const lines = new Map<unknown, RecordRow[]>();
    for (const line of of('OrderLine')) lines.set(line.orderId, [...(lines.get(line.orderId) ?? []), line]);
    for (const order of of('Order')) {
      const own = lines.get(order.id) ?? [];
      expect(own.length).toBeGreaterThan(0);
      expect(sum(own, 'amount')).toBe(BigInt(String(order.total).replace('.', '')));
      expect(sum(own, 'profit')).toBe(BigInt(String(order.profit).replace('.', '')));
      for (const line of own) {
        const [ordered, shipped, returned] = [line.quantity, line.shippedQuantity, line.returnedQuantity].map(
          Number,
        );
        expect(returned).toBeLessThanOrEqual(shipped ?? 0);
        expect(shipped).toBeLessThanOrEqual(ordered ?? 0);
        const exact = Number(line.unitPrice) * Number(line.quantity) * (1 - Number(line.discount));
        expect(Math.abs(exact - Number(line.amount))).toBeLessThan(0.001);
      }
    }
  });

  it('points only to records that stand before it or in the same house', () => {
    const ids = new Map([...demo].map(([kind, rows]) => [kind, new Set(rows.map((row) => row.id))]));
    let relations = 0;
    for (const kind of catalogue) {
      for (const [name, field] of Object.entries(kind.fields)) {
        if (field.is !== 'toOne') continue;
        for (const row of of(kind.name)) {
          const target = row[`${name}Id`];
          if (target == null) continue;
          relations += 1;
          if (!ids.get(field.target)?.has(target))
            throw new Error(`${kind.name}.${name} → ${String(target)}`);
        }
      }
    }
    expect(relations).toBeGreaterThan(100_000);
    expect(new Set([...demo.values()].flat().map((row) => row.id)).size).toBe(
      [...demo.values()].flat().length,
    );
  });

  it('can be written as it is: every required field is there, every code is one of its vocabulary', () => {
    const codec = { encrypt: () => Buffer.alloc(1), decrypt: () => '', hash: () => Buffer.alloc(1) };
    for (const kind of catalogue) {
      for (const row of of(kind.name)) {
        encodeRow(kind, row, codec);
        for (const [name, field] of Object.entries(kind.fields)) {
          if (field.is === 'derived' || ['createdAt', 'updatedAt', 'version'].includes(name)) continue;
          const value = row[field.is === 'toOne' ? `${name}Id` : name];
          if (!field.nullable && value == null) throw new Error(`${kind.name}.${name} is missing.`);
          if (field.is !== 'column' || value == null) continue;
          if (field.vocabulary && !field.vocabulary.codes.includes(String(value))) {
            throw new Error(`${kind.name}.${name} has no code ${String(value)}.`);
          }
          if (field.max !== undefined && [...String(value)].length > field.max) {
            throw new Error(`${kind.name}.${name} is too long: ${String(value)}`);
          }
        }
      }
    }
  });

  it('has valid numbers that belong to nobody', () => {
    for (const row of of('Customer')) {
      expect(isPhoneNumber(String(row.phone))).toBe(true);
      expect(String(row.phone)).toMatch(/^1\d\d0000\d{4}$|^0\d{2,3}-0\d{6,7}$/);
    }
    for (const row of of('PersonProfile').filter(({ idNo }) => idNo != null)) {
      expect(isResidentId(String(row.idNo))).toBe(true);
      expect(String(row.idNo)).toMatch(/^99/);
      expect(birthDateOf(String(row.idNo))).toBe(row.birthDate);
    }
    for (const row of of('OrganisationProfile')) expect(isUscc(String(row.uscc))).toBe(true);
    for (const [kind, field] of [
      ['PersonProfile', 'idNo'],
      ['OrganisationProfile', 'uscc'],
      ['OrganisationProfile', 'legalName'],
    ] as const) {
      const given = of(kind).flatMap((row) => (row[field] == null ? [] : [row[field]]));
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it('fills the screens of those who sign in', () => {
    const staff = new Map(of('Staff').map((row) => [row.login, row]));
    const ownedBy = (login: string): readonly RecordRow[] =>
      of('Customer').filter((row) => row.ownerId === staff.get(login)?.id);
    expect(staff.get('store-staff')?.departmentId).toBe(staff.get('store-sup')?.departmentId);
    expect(staff.get('area-manager')?.regionId).toBe(staff.get('kam')?.regionId);
    for (const login of ['store-staff', 'store-sup', 'kam', 'rm', 'area-manager']) {
      expect(ownedBy(login).length, login).toBeGreaterThan(40);
    }
    expect(ownedBy('rm').every((row) => row.type === 'CORPORATE')).toBe(true);
    expect(ownedBy('kam').some((row) => row.type === 'KEY_ACCOUNT')).toBe(true);
    const riskRegion = staff.get('risk-mgr')?.regionId;
    expect(ownedBy('rm').every((row) => row.regionId === riskRegion)).toBe(true);
    const types = new Set(of('Customer').map((row) => row.type));
    expect([...types].sort()).toEqual([...customerType.codes].sort());
  });

  it('keeps the history of owners without gaps, ending with the present one', () => {
    const customers = byId('Customer');
    const owners = of('CustomerHistory').filter((row) => row.attribute === 'OWNER');
    const last = owners.filter((row) => row.validTo == null);
    expect(last).toHaveLength(3000);
    for (const row of last) expect(row.ownerId).toBe(customers.get(row.customerId)?.ownerId);
    const earlier = owners.filter((row) => row.validTo != null);
    expect(earlier.length).toBeGreaterThan(20);
    for (const row of earlier) {
      expect(String(row.validFrom) < String(row.validTo)).toBe(true);
      expect(last.find((one) => one.customerId === row.customerId)?.validFrom).toBe(row.validTo);
    }
    const grades = of('CustomerHistory').filter((row) => row.attribute === 'GRADE' && row.validTo == null);
    for (const row of grades) expect(row.grade).toBe(customers.get(row.customerId)?.grade);
  });

  it('works on every day of the year, also just after midnight', () => {
    for (const day of ['2026-01-01T00:10:00Z', '2028-02-29T16:05:00Z', '2027-06-30T12:00:00Z']) {
      const rows = rowsOf(new Date(day));
      expect(rows.get('Customer')).toHaveLength(3000);
      expect(rows.get('Order')?.length).toBeGreaterThan(11_000);
    }
  });
});
