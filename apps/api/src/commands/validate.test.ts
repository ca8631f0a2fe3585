import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from './errors.js';
import { messageKeys, say } from './messages.js';
import { checkFields, checkRow } from './validate.js';

const customer = kindNamed('Customer');
const profile = kindNamed('OrganisationProfile');
const contact = kindNamed('Contact');

/** The message of each bad field, by path. */
function problems(kind: typeof customer, input: Record<string, unknown>) {
  const found = checkFields(kind, input, {
    fields: Object.keys(input).map((k) => k.replace(/Id$/, '')),
    partial: true,
  });
  return Object.fromEntries(found.problems.map((p) => [p.path, p.message]));
}
const accepted = (kind: typeof customer, input: Record<string, unknown>) =>
  checkRow(kind, input, { fields: Object.keys(input).map((k) => k.replace(/Id$/, '')), partial: true });

describe('an input', () => {
  it('names every bad field at once', () => {
    expect(
      problems(profile, {
        legalName: '',
        uscc: '913110000600000010',
        foundedOn: '2023-02-29',
        registeredCapital: '-1',
        annualSales: '1.234',
        headcount: 2.5,
        creditLimit: '1'.repeat(17),
        industry: 'x'.repeat(10_000),
      }),
    ).toEqual({
      legalName: 'input.required',
      uscc: 'input.uscc',
      foundedOn: 'input.notDate',
      registeredCapital: 'input.tooSmall',
      annualSales: 'input.tooManyDecimals',
      headcount: 'input.notInteger',
      creditLimit: 'input.tooLarge',
      industry: 'input.tooLong',
    });
  });

  it('refuses fields that the act does not write, also system fields', () => {
    const found = checkFields(customer, { name: '好', customerNo: '1' }, { fields: ['name'], partial: true });
    expect(found.problems).toEqual([{ path: 'customerNo', message: 'input.unknownField' }]);
  });

  it('of a creation must hold what is required', () => {
    const act = () => checkRow(contact, {}, { fields: ['name', 'isPrimary', 'phone'], partial: false });
    expect(act).toThrow(ActError);
    try {
      act();
    } catch (error) {
      expect((error as ActError).fields.map((f) => f.path)).toEqual(['name', 'isPrimary']);
    }
  });

  it('keeps emoji, takes out invisible marks that turn the writing direction, and trims', () => {
    expect(accepted(customer, { name: ' 王\u202e小\u200b明 👨‍👩‍👧 ' })).toEqual({ name: '王小明 👨‍👩‍👧' });
  });

  it('takes text that looks like SQL or a formula as the text that it is', () => {
    expect(accepted(customer, { name: "'; DROP TABLE customer; --" })).toEqual({
      name: "'; DROP TABLE customer; --",
    });
    expect(accepted(customer, { remark: '=1+1' })).toEqual({ remark: '=1+1' });
  });

  it('counts characters, not UTF-16 halves', () => {
    expect(accepted(customer, { name: '😀'.repeat(120) })).toEqual({ name: '😀'.repeat(120) });
    expect(problems(customer, { name: '😀'.repeat(121) })).toEqual({ name: 'input.tooLong' });
  });

  it('takes nothing for an id that is not one', () => {
    expect(problems(customer, { ownerId: '1 OR 1=1', storeId: '9007199254740993', regionId: '0' })).toEqual({
      ownerId: 'input.notId',
      storeId: 'input.notId',
      regionId: 'input.notId',
    });
    expect(accepted(customer, { ownerId: '42', storeId: null })).toEqual({ ownerId: '42', storeId: null });
  });

  it('takes an enum code only from its list', () => {
    expect(problems(customer, { type: 'KING' })).toEqual({ type: 'input.notOneOf' });
  });

  it('checks phone, e-mail and credit code in their form', () => {
    expect(problems(contact, { phone: '1380013', email: 'a@b' })).toEqual({
      phone: 'input.mobile',
      email: 'input.email',
    });
    expect(accepted(profile, { uscc: ' 91311000 0600000 01p ' })).toEqual({ uscc: '91311000060000001P' });
  });

  it('brings an instant into UTC and refuses one without an offset', () => {
    expect(accepted(customer, { lastContactAt: '2026-03-07T08:30:00+08:00' })).toEqual({
      lastContactAt: '2026-03-07T00:30:00.000Z',
    });
    expect(problems(customer, { lastContactAt: '2026-02-30T08:30:00Z' })).toEqual({
      lastContactAt: 'input.notInstant',
    });
  });

  it('keeps every accepted amount exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (cents) => {
        const text = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        const { registeredCapital } = accepted(profile, { registeredCapital: text });
        const [whole = '', fraction = ''] = String(registeredCapital).split('.');
        expect(BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))).toBe(cents);
      }),
    );
  });
});

describe('the messages of acts', () => {
  it('exist in three languages, with the same values in each', () => {
    for (const key of messageKeys) {
      const texts = (['zh-Hans', 'zh-Hant', 'en'] as const).map((language) => say(key, language));
      const values = texts.map((text) => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort());
      expect(texts.every((text) => text.trim() !== '')).toBe(true);
      expect(values[1], key).toEqual(values[0]);
      expect(values[2], key).toEqual(values[0]);
    }
  });
});
