import { describe, expect, it } from 'vitest';
import { ImportError } from '../problem.js';
import { readProfile } from './read-profile.js';
import type { TargetField, TargetKind, Targets } from './target.js';

const text = (more: Partial<TargetField> = {}): TargetField => ({
  type: 'text',
  nullable: true,
  hasDefault: false,
  findable: true,
  max: 50,
  ...more,
});
const kind = (
  name: string,
  fields: Record<string, TargetField>,
  relations: Record<string, { target: string; nullable: boolean }> = {},
): [string, TargetKind] => [
  name,
  { name, fields: new Map(Object.entries(fields)), relations: new Map(Object.entries(relations)) },
];

const targets: Targets = new Map([
  kind(
    'Author',
    { name: text({ nullable: false }), secret: text({ findable: false }) },
    { mentor: { target: 'Author', nullable: true } },
  ),
  kind(
    'Book',
    {
      title: text({ nullable: false }),
      price: text({ type: 'decimal', scale: 2 }),
      pages: text({ type: 'integer' }),
      sold: text({ type: 'boolean' }),
    },
    { author: { target: 'Author', nullable: false } },
  ),
]);

const good = `name: books
label: { zh-Hans: 书, en: Books }
tables:
  books: {}
  sales: { optional: true }
records:
  - kind: Author
    table: books
    key: [Author]
    fields: { name: Author }
  - kind: Book
    table: books
    key: [ISBN, { text: '{Year}-{Edition}' }]
    fields:
      title: Title
      price: { formula: '{Net} * 1.07' }
      sold: { exists: sales, on: { ISBN: Book } }
      author: { ref: Author, key: [Author] }
`;

/** What is said of a profile: key and line, and a value that names the culprit. */
function complaints(profile: string): [string, number, ...unknown[]][] {
  try {
    readProfile(profile, 'books.yaml', targets);
    return [];
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return error.problems.map(({ message, values }) => [
      message.replace('import.profile', ''),
      Number(values.line),
    ]);
  }
}

describe('a profile', () => {
  it('is read, and knows the columns of each of its tables', () => {
    const profile = readProfile(good, 'books.yaml', targets);
    expect(profile).toMatchObject({ name: 'books', label: { 'zh-Hans': '书', en: 'Books' }, zone: null });
    expect([...(profile.tables.get('books')?.columns ?? [])].sort()).toEqual([
      'Author',
      'Edition',
      'ISBN',
      'Net',
      'Title',
      'Year',
    ]);
    expect(profile.tables.get('sales')).toMatchObject({ optional: true, lookedInto: true });
    expect([...(profile.tables.get('sales')?.columns ?? [])]).toEqual(['Book']);
  });

  it.each([
    ['is no YAML', 'name: [books', 'NotYaml', 1],
    ['is no mapping', '- books', 'NotAMap', 1],
    ['has an unknown key', good.replace('label:', 'lable:'), 'UnknownKey', 2],
    ['has an unknown kind', good.replace('kind: Author', 'kind: Autor'), 'UnknownKind', 7],
    ['has an unknown field', good.replace('title: Title', 'titel: Title'), 'UnknownField', 11],
    ['leaves out a field that is needed', good.replace('      title: Title\n', ''), 'MissingFields', 11],
    ['names a table that is not declared', good.replace('table: books', 'table: book'), 'UnknownTable', 7],
    [
      'looks into a table that is not declared',
      good.replace('exists: sales', 'exists: sale'),
      'UnknownTable',
      11,
    ],
    ['has a formula that is none', good.replace('{Net} * 1.07', '{Net} x 1.07'), 'Formula', 16],
    [
      'takes a column for a relation',
      good.replace('{ ref: Author, key: [Author] }', 'Author'),
      'NeedsRelation',
      11,
    ],
    [
      'takes a relation for a value',
      good.replace('title: Title', 'title: { ref: Author, key: [A] }'),
      'NotARelation',
      11,
    ],
    ['refers to the wrong kind', good.replace('ref: Author', 'ref: Book'), 'WrongKind', 11],
    [
      'looks up by a secret',
      good.replace('{ ref: Author, key: [Author] }', '{ find: Author, by: { secret: A } }'),
      'NotFindable',
      11,
    ],
    ['has a name with blanks', good.replace('name: books', 'name: my books'), 'Name', 1],
    ['has a zone that does not exist', `zone: Asia/Atlantis\n${good}`, 'Zone', 1],
    ['has a date format that is none', `formats: [YY]\n${good}`, 'DateFormat', 1],
    [
      'names an option that is not declared',
      good.replace('books: {}', 'books: { extraCells: { mend: [{ column: Title }], option: fix } }'),
      'UnknownOption',
      1,
    ],
    [
      'has a pattern that takes forever',
      good.replace('books: {}', () => "books: { extraCells: { mend: [{ column: Title, next: '(a+)+$' }] } }"),
      'Pattern',
      4,
    ],
  ])('that %s is refused with its line', (_, profile, message, line) => {
    expect(complaints(profile)).toContainEqual([message, line]);
  });

  it('is told all of its mistakes at once', () => {
    const bad = good
      .replace('kind: Author', 'kind: Autor')
      .replace('title: Title', 'titel: Title')
      .replace('label:', 'lable:');
    expect(complaints(bad).map(([message]) => message)).toEqual(
      expect.arrayContaining(['UnknownKey', 'UnknownKind', 'UnknownField', 'MissingFields']),
    );
  });

  it('must name a required parent before its children', () => {
    const [head = '', author = '', book = ''] = good.split(/(?= {2}- kind)/);
    expect(complaints(head + book + author)).toContainEqual(['RefOrder', 7]);
  });

  it('does not follow a billion aliases', () => {
    const laughs = `a: &a [x, x]\nb: &b [*a, *a]\nname: books\nrecords: *b\n`;
    expect(complaints(laughs).length).toBeGreaterThan(0);
  });
});
