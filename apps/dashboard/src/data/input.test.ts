import { contact } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { organisationProfile } from '@kehu/domain/customers/profiles';
import { describe, expect, it } from 'vitest';
import { changedNames, formValuesOf, inputOf, merged, wrongWith } from './input';

describe('form values', () => {
  it('never hold a masked number, so that it cannot be sent back as if it were one', () => {
    const values = formValuesOf(contact, ['name', 'phone', 'isPrimary'], {
      name: '李雷',
      phone: '138****5678',
      isPrimary: true,
    });
    expect(values).toEqual({ name: '李雷', phone: '', isPrimary: true });
  });

  it('hold relations by id and times without their zone', () => {
    const record = { owner: { id: '9', displayName: '王' }, lastContactAt: '2026-03-07T08:30:00.000+08:00' };
    expect(formValuesOf(customer, ['owner', 'lastContactAt', 'store'], record)).toEqual({
      owner: '9',
      lastContactAt: '2026-03-07T08:30',
      store: '',
    });
  });

  it('become an input: ids for relations, numbers for numbers, null for nothing, blanks trimmed', () => {
    const values = { store: '3', name: '  甲  ', remark: '' };
    expect(inputOf(customer, values, ['store', 'name', 'remark'])).toEqual({
      storeId: '3',
      name: '甲',
      remark: null,
    });
    expect(
      inputOf(organisationProfile, { headcount: '12', annualSales: '1280.50' }, ['headcount', 'annualSales']),
    ).toEqual({
      headcount: 12,
      annualSales: '1280.50',
    });
  });

  it('change only where they differ in more than blanks', () => {
    expect(changedNames({ name: '甲 ', remark: '新' }, { name: '甲', remark: '' })).toEqual(['remark']);
  });
});

describe('checks while typing', () => {
  const name = customer.fields.name;
  const headcount = organisationProfile.fields.headcount;

  it('ask for what is required and count characters, not code units', () => {
    expect(wrongWith(name, '  ', true)).toEqual({ is: 'required' });
    expect(wrongWith(name, '𠮷'.repeat(120), true)).toBeNull();
    expect(wrongWith(name, '字'.repeat(121), true)).toEqual({ is: 'tooLong', max: 120 });
  });

  it('want numbers where numbers belong', () => {
    expect(wrongWith(headcount, '十二', false)).toEqual({ is: 'notNumber' });
    expect(wrongWith(headcount, '1.5', false)).toEqual({ is: 'notWhole' });
    expect(wrongWith(headcount, '-1', false)).toEqual({ is: 'tooSmall', min: 0 });
    expect(wrongWith(headcount, '', false)).toBeNull();
  });
});

describe('a conflict', () => {
  const base = { name: '甲', grade: 'B', remark: '' };

  it('keeps what was typed, takes the latest elsewhere, and names what both changed', () => {
    const typed = { name: '甲二', grade: 'B', remark: '我的' };
    const latest = { name: '甲', grade: 'A', remark: '对方' };
    expect(merged(typed, base, latest)).toEqual({
      values: { name: '甲二', grade: 'A', remark: '我的' },
      clashes: [{ name: 'remark', mine: '我的', theirs: '对方' }],
    });
  });

  it('is none where both came to the same', () => {
    expect(merged({ ...base, grade: 'A' }, base, { ...base, grade: 'A' }).clashes).toEqual([]);
  });
});
