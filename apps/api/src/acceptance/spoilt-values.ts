import type { Column, Field } from '@kehu/domain/catalogue/fields';
import { type GraphQLInputType, getNamedType, isEnumType, isListType, isNonNullType } from 'graphql';

/** A value that must be refused, why, and by which codes of the contract. */
export interface Spoilt {
  readonly why: string;
  readonly value: unknown;
  readonly codes: readonly string[];
}

const bad = ['BAD_USER_INPUT'] as const;
const long = '名'.repeat(10_000);
const refusedAs = (codes: readonly string[], values: Readonly<Record<string, unknown>>): Spoilt[] =>
  Object.entries(values).map(([why, value]) => ({ why, value, codes }));

const days = {
  'a day that is not in the calendar': '2026-02-30',
  'the day of no year': '0000-00-00',
  'a month that does not exist': '2026-13-01',
  'a word for a day': 'yesterday',
  'a number for a day': 20260101,
  'a day before there were files': '0001-01-01',
};
const times = {
  'a time on no day': '2026-02-30T00:00:00Z',
  'an instant in the year 10000': '9999-12-31T23:59:59-12:00',
  'the hour 25': '2026-01-01T25:00:00Z',
  'no time at all': '0000-00-00 00:00:00',
  'a number for a time': 1_767_225_600_000,
};
const numbers = {
  'a word for a number': 'many',
  'no number': 'NaN',
  'an endless number': 'Infinity',
  'a number in powers of ten': '1e500',
  'more digits than fit': '9'.repeat(24),
  'a list for a number': ['1'],
};
const wholes = {
  'half a thing': 1.5,
  'a word for a whole number': 'seven',
  'a whole number as text': '7',
  'more than fits': 2_147_483_648,
};
const shapes = {
  'an object for a text': { eq: 'x' },
  'a number for a text': 7,
  'a list for a text': ['x', 'y'],
};

/** Ids that no record has, in every form; an act on one is NOT_FOUND, a mention of one a bad input. */
export const absentIds: readonly unknown[] = [
  -1,
  0,
  1_000_000_000,
  '99999999999999999999',
  'abc',
  '1 OR 1=1',
  '9007199254740993',
];

/**
 * Values that a field of an input must refuse, from its type in the schema and its field in the
 * catalogue. `target`: the record acted on, whose absence is NOT_FOUND.
 */
export function spoiltValues(type: GraphQLInputType, column: Field | undefined, target: boolean): Spoilt[] {
  const list = isListType(isNonNullType(type) ? type.ofType : type);
  const named = getNamedType(type);
  const own = column?.is === 'column' ? column : undefined;
  const found: Spoilt[] = isNonNullType(type) ? [{ why: 'null', value: null, codes: bad }] : [];
  if (list) {
    return [
      ...found,
      ...refusedAs(bad, {
        'an empty list': [],
        'a list of nothing': [null],
        'a name in it that is no field': ["'; DROP TABLE customer; --"],
      }),
    ];
  }
  if (isEnumType(named)) {
    return [
      ...found,
      ...refusedAs(bad, { 'a code that is none': 'KING', 'a number for a code': 1, 'no code': '' }),
    ];
  }
  switch (named.name) {
    case 'ID':
      return [
        ...found,
        ...absentIds.map((value) => ({
          why: `the id ${String(value)}`,
          value,
          codes: target ? ['NOT_FOUND'] : bad,
        })),
        ...refusedAs(bad, { 'half an id': 1.5, 'an object for an id': { eq: '1' } }),
      ];
    case 'Int':
      return [
        ...found,
        ...refusedAs(bad, wholes),
        ...(own?.min === undefined ? [] : refusedAs(bad, { 'less than nothing': own.min - 1 })),
      ];
    case 'Decimal':
      return [
        ...found,
        ...refusedAs(bad, numbers),
        ...(own?.min === 0
          ? refusedAs(bad, { 'negative money': '-1', 'a cent less than nothing': '-0.01' })
          : []),
        ...refusedAs(bad, { 'parts of a cent': `1.${'0'.repeat(own?.scale ?? 4)}1` }),
      ];
    case 'Float':
      return [...found, ...refusedAs(bad, { 'a word for a number': 'many' })];
    case 'Date':
      return [...found, ...refusedAs(bad, days)];
    case 'DateTime':
      return [...found, ...refusedAs(bad, { ...days, ...times })];
    case 'Boolean':
      return [...found, ...refusedAs(bad, { 'a word for yes': 'yes', 'a number for yes': 1 })];
    case 'String':
      return [
        ...found,
        ...refusedAs(bad, shapes),
        ...refusedAs(target ? ['NOT_FOUND'] : bad, {
          'ten thousand characters': tooLong(own),
          ...emptyTexts(own),
        }),
      ];
    default:
      return found;
  }
}

/** Ten thousand characters, or one more than fit where more fit. */
function tooLong(own: Column | undefined): string {
  return own?.max !== undefined && own.max >= long.length ? '名'.repeat(own.max + 1) : long;
}

/** A text that must be there is not there when it is made of nothing that can be seen. */
function emptyTexts(own: Column | undefined): Readonly<Record<string, string>> {
  if (!own || own.nullable) return {};
  return { 'an empty text': '', 'blanks only': ' \t\n ', 'marks that nobody sees': '\u202e\u200b\ufeff' };
}
