import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TargetField } from '../profile/target.js';
import { compileFormat, parseInstant, usualFormats, ZoneClock } from './dates.js';
import { evaluate, parseFormula } from './formula.js';
import { parseNumber, plainNumbers, toScale } from './fraction.js';
import { convert, type ValueStyle } from './values.js';

const style: ValueStyle = {
  numbers: plainNumbers,
  formats: usualFormats.flatMap((format) => compileFormat(format) ?? []),
  zone: new ZoneClock('Asia/Shanghai'),
};
const field = (type: TargetField['type'], more: Partial<TargetField> = {}): TargetField => ({
  type,
  nullable: true,
  hasDefault: false,
  findable: false,
  ...more,
});
const converted = (text: string, target: TargetField) => {
  const result = convert(text, target, style);
  return 'value' in result ? result.value : result.problem.message;
};

describe('numbers', () => {
  it.each([
    ['129.696', '129.6960'],
    ['125.43999999999998', '125.4400'],
    ['-60.70400000000001', '-60.7040'],
    ['0.00005', '0.0001'],
    ['-0.00005', '-0.0001'],
    ['0.00004999', '0.0000'],
    ['-0.00001', '0.0000'],
    ['1,234,567.8', '1234567.8000'],
    ['１２．５', '12.5000'],
    ['¥1,000', '1000.0000'],
    ['1.5e3', '1500.0000'],
    ['2E-4', '0.0002'],
    ['12.5%', '0.1250'],
    ['−3', '-3.0000'],
    ['.5', '0.5000'],
  ])('%s becomes %s with four decimals, half-up', (text, expected) => {
    const number = parseNumber(text);
    expect(number && toScale(number, 4)).toBe(expected);
  });

  it.each([
    '',
    'abc',
    '1,23',
    '1.2.3',
    '12,34,567',
    '--1',
    '1e999',
    '0x10',
    '1_000',
    'NaN',
    '.',
    '9'.repeat(61),
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('with a decimal comma are read when the profile says so', () => {
    const german = parseNumber('1.234,5', { point: ',', group: '.' });
    expect(german && toScale(german, 2)).toBe('1234.50');
    expect(parseNumber('1,234.5', { point: ',', group: '.' })).toBeNull();
  });

  it('are exact: a text of digits comes back as itself', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 9999 }),
        (whole, part) => {
          const text = `${whole}.${String(part).padStart(4, '0')}`;
          const number = parseNumber(text);
          expect(number && toScale(number, 4)).toBe(text);
        },
      ),
    );
  });

  it('keep within their field', () => {
    expect(converted('-1', field('decimal', { scale: 4, min: 0 }))).toBe('import.tooSmall');
    expect(converted('99999999999999.9999', field('decimal', { scale: 4 }))).toBe('99999999999999.9999');
    expect(converted('100000000000000', field('decimal', { scale: 4 }))).toBe('import.tooLarge');
    expect(converted('1.5', field('integer'))).toBe('import.notAnInteger');
    expect(converted('3000000000', field('integer'))).toBe('import.tooLarge');
    expect(converted('0.15', field('double'))).toBe(0.15);
  });
});

describe('formulas', () => {
  const value = (text: string, columns: Record<string, string>) => {
    const formula = parseFormula(text);
    if ('wrong' in formula) return `wrong at ${formula.wrong}`;
    const result = evaluate(formula, (column) => parseNumber(columns[column] ?? ''));
    return result && toScale(result, 4);
  };

  it('compute exactly and round once', () => {
    const line = { unitPrice: '14.00', quantity: '12', discount: '0.15' };
    expect(value('{unitPrice} * {quantity} * (1 - {discount})', line)).toBe('142.8000');
    expect(value('{销售额} / ({数量} * (1 - {折扣}))', { 销售额: '129.696', 数量: '2', 折扣: '0.4' })).toBe(
      '108.0800',
    );
    expect(value('1 / 3 * 3', {})).toBe('1.0000');
    expect(value('2 - 3 - 4', {})).toBe('-5.0000');
    expect(value('-{a} + 2 * 3', { a: '1' })).toBe('5.0000');
  });

  it('have no value when a column is empty or zero divides', () => {
    expect(value('{a} + {b}', { a: '1' })).toBeNull();
    expect(value('1 / {a}', { a: '0' })).toBeNull();
  });

  it.each([
    '',
    '1 +',
    '(1',
    '{a',
    '1 2',
    'process.exit()',
    '{a} ** 2',
    '1 = 1',
    `${'('.repeat(40)}1${')'.repeat(40)}`,
  ])('refuse %j', (text) => {
    expect(value(text, { a: '1' })).toMatch(/^wrong at /);
  });
});

describe('dates', () => {
  it.each([
    ['2016-02-29', '2016-02-28T16:00:00.000Z'],
    ['2016/2/9 8:05', '2016-02-09T00:05:00.000Z'],
    ['2011/10/3 21:52:37', '2011-10-03T13:52:37.000Z'],
    ['1996-07-04 00:00:00.000', '1996-07-03T16:00:00.000Z'],
    ['2016年3月7日', '2016-03-06T16:00:00.000Z'],
    ['2016-01-01T08:30:00+08:00', '2016-01-01T00:30:00.000Z'],
    ['2016-01-01T00:30:00Z', '2016-01-01T00:30:00.000Z'],
    // Shanghai had summer time until 1991.
    ['1988-07-01 12:00', '1988-07-01T03:00:00.000Z'],
  ])('%s in Shanghai is %s', (text, expected) => {
    expect(converted(text, field('dateTime'))).toBe(expected);
  });

  it.each([
    '2016-02-30',
    '2015-02-29',
    '2016-13-01',
    '2016-00-10',
    '0000-01-01',
    '2016-01-01 25:00',
    '31/12/2016',
    'soon',
    '42852',
    '2016-02-30T00:00:00Z',
  ])('%s is none', (text) => {
    expect(converted(text, field('dateTime'))).toBe('import.notADate');
    expect(converted(text, field('date'))).toBe('import.notADate');
  });

  it('of days have no time', () => {
    expect(converted('2016/3/7', field('date'))).toBe('2016-03-07');
    expect(converted('2016-03-07 00:00:00', field('date'))).toBe('2016-03-07');
    expect(converted('2016-03-07 10:00:00', field('date'))).toBe('import.notADate');
  });

  it('can be read in a format of the profile', () => {
    const formats = ['D.M.YYYY'].flatMap((format) => compileFormat(format) ?? []);
    expect(convert('7.3.2016', field('date'), { ...style, formats })).toEqual({ value: '2016-03-07' });
    for (const format of ['YYYY', 'hello', 'YYYY-MM-DD DD']) expect(compileFormat(format)).toBeNull();
  });

  it('go to UTC and back on the wall clock of every zone, around clock changes too', () => {
    const instant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
        instant,
        (zone, at) => {
          const clock = new ZoneClock(zone);
          const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = clock
            .toLocal(at - (at % 1000))
            .split(/[- :]/)
            .map(Number);
          const back = clock.toUtc({ year, month, day, hour, minute, second, millisecond: 0 });
          // In the hour that a clock change repeats, the first of both is taken.
          expect([0, 1_800_000, 3_600_000]).toContain(at - (at % 1000) - Date.parse(back));
        },
      ),
      { numRuns: 500 },
    );
    expect(parseInstant('2016-01-01 08:30')).toBeNull();
  });
});

describe('other values', () => {
  it('know yes and no in three languages', () => {
    for (const text of ['是', 'TRUE', 'yes', '1', '√']) expect(converted(text, field('boolean'))).toBe(true);
    for (const text of ['否', 'false', 'No', '0', '無'])
      expect(converted(text, field('boolean'))).toBe(false);
    expect(converted('也许', field('boolean'))).toBe('import.notABoolean');
  });

  it('take codes and their labels, nothing else', () => {
    const codes = new Map([
      ['dealer', 'DEALER'],
      ['经销商', 'DEALER'],
    ]);
    expect(converted('Dealer', field('enum', { codes }))).toBe('DEALER');
    expect(converted('经销商', field('enum', { codes }))).toBe('DEALER');
    expect(converted('批发商', field('enum', { codes }))).toBe('import.notOneOf');
  });

  it('take texts as they are, up to their length', () => {
    expect(converted("'; DROP TABLE customer; --", field('text', { max: 40 }))).toBe(
      "'; DROP TABLE customer; --",
    );
    expect(converted('👨‍👩‍👧', field('text', { max: 5 }))).toBe('👨‍👩‍👧');
    expect(converted('名'.repeat(10_000), field('text', { max: 120 }))).toBe('import.tooLong');
  });
});
