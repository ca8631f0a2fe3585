import { afterAll, describe, expect, it } from 'vitest';
import { operatorLimits } from '../limits.js';
import { openDataFile } from '../open-file.js';
import { readProfile } from '../profile/read-profile.js';
import type { TargetField, Targets } from '../profile/target.js';
import { failureOf, TestFolder } from '../testing/files.js';
import { joinKey } from './keys.js';
import { linksInto, loadLinkedTable } from './linked-table.js';
import type { MappedRow } from './mapped.js';
import { rowMapper } from './row-mapper.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

const field = (type: TargetField['type'], more: Partial<TargetField> = {}): TargetField => ({
  type,
  nullable: true,
  hasDefault: false,
  findable: true,
  ...more,
});
const targets: Targets = new Map([
  [
    'Author',
    {
      name: 'Author',
      fields: new Map([['name', field('text', { nullable: false, max: 20 })]]),
      relations: new Map(),
    },
  ],
  [
    'Book',
    {
      name: 'Book',
      fields: new Map([
        ['title', field('text', { max: 20 })],
        ['price', field('decimal', { scale: 2, min: 0 })],
        ['sold', field('boolean')],
        ['genre', field('text')],
        ['published', field('date')],
      ]),
      relations: new Map([['author', { target: 'Author', nullable: false }]]),
    },
  ],
]);

const profileText = `name: books
empty: [NULL]
guarded: true
options: { fix: Mend }
tables:
  books: { only: { Kind: [book] }, extraCells: { mend: [{ column: Title }], option: fix } }
  sales: { optional: true }
  genres: { optional: true }
records:
  - kind: Author
    table: books
    key: [Author]
    fields: { name: Author }
  - kind: Book
    table: books
    key: [ISBN, Year]
    fields:
      title: Title
      price: Price
      published: { column: Published, formats: [D.M.YYYY] }
      sold: { exists: sales, on: [ISBN] }
      genre: { column: Name, from: genres, on: { Genre: Code }, otherwise: other }
      author: { ref: Author, key: [Author] }
`;
const header = 'Kind,ISBN,Year,Title,Price,Published,Genre,Author';

async function mapped(
  rows: string,
  more: { sales?: string; genres?: string; fix?: boolean } = {},
): Promise<(MappedRow | null)[]> {
  const profile = readProfile(profileText, 'books.yaml', targets);
  const open = async (name: string, content: string) => {
    const [table] = await openDataFile(folder.write(name, content), operatorLimits);
    if (!table) throw new Error('no table');
    return table;
  };
  const options = new Map([['fix', more.fix ?? false]]);
  const linked = new Map();
  for (const name of ['sales', 'genres'] as const) {
    const content = more[name];
    const spec = profile.tables.get(name);
    if (!content || !spec) continue;
    linked.set(
      name,
      await loadLinkedTable(
        await open(`${name}.csv`, content),
        spec,
        linksInto(profile, name),
        profile,
        options,
      ),
    );
  }
  const spec = profile.tables.get('books');
  if (!spec) throw new Error('no spec');
  const table = await open('books.csv', `${header}\n${rows}\n`);
  const map = rowMapper({ profile, targets, spec, table, linked, options, zone: 'Asia/Shanghai' });
  const result: (MappedRow | null)[] = [];
  for await (const batch of table.rows()) result.push(...batch.map(map));
  return result;
}

describe('a row', () => {
  it('becomes parent and child with composite keys, joined values and flags', async () => {
    const [row] = await mapped('book,1-2,2020,Emma,9.995,7.3.2016,N,Austen', {
      sales: 'ISBN\n1-2\n',
      genres: 'Code,Name\nN,Novel\n',
    });
    expect(row?.problems).toEqual([]);
    expect(row?.records.map(({ key, fields, relations }) => ({ key, fields, relations }))).toEqual([
      { key: 'Austen', fields: { name: 'Austen' }, relations: [] },
      {
        key: '1-2|2020',
        fields: { title: 'Emma', price: '10.00', published: '2016-03-07', sold: true, genre: 'Novel' },
        relations: [
          { field: 'author', initial: false, is: 'ref', kind: 'Author', key: 'Austen', column: 'Author' },
        ],
      },
    ]);
  });

  it('leaves fields of tables that were not given as they are, and takes what it does not find for nothing', async () => {
    const [without] = await mapped('book,1,2020,Emma,1,NULL,N,Austen');
    expect(without?.records[1]?.fields).toEqual({ title: 'Emma', price: '1.00', published: null });
    const [unfound] = await mapped('book,1,2020,NULL,1,,X,Austen', {
      sales: 'ISBN\n2\n',
      genres: 'Code,Name\nN,Novel\n',
    });
    expect(unfound?.records[1]?.fields).toEqual({
      title: null,
      price: '1.00',
      published: null,
      sold: false,
      genre: 'other',
    });
  });

  it('that the table’s conditions leave out is none', async () => {
    expect(await mapped('film,1,2020,Emma,1,,N,Austen')).toEqual([null]);
  });

  it('names every bad value with its place', async () => {
    const [row] = await mapped(`book,1,,${'x'.repeat(30)},-1,30.2.2016,N,`);
    expect(
      row?.problems.map(({ rowNo, column, columnNo, problem }) => [rowNo, column, columnNo, problem.message]),
    ).toEqual(
      expect.arrayContaining([
        [2, 'Year', 3, 'import.keyEmpty'],
        [2, 'Title', 4, 'import.tooLong'],
        [2, 'Price', 5, 'import.tooSmall'],
        [2, 'Published', 6, 'import.notADate'],
        [2, 'Author', 8, 'import.keyEmpty'],
      ]),
    );
  });

  it('with a cell too many is bad, or mended when the option says so', async () => {
    const torn = 'book,1,2020,Pride, and Prejudice,1,,N,Austen';
    const [bad] = await mapped(torn);
    expect(bad?.problems).toMatchObject([
      { columnNo: 9, value: 'Austen', problem: { message: 'import.tooManyCells' } },
    ]);
    const [mended] = await mapped(torn.replace('Pride, and Prejudice', 'Pride, Prejudice'), { fix: true });
    expect(mended).toMatchObject({ mended: true, problems: [] });
    expect(mended?.records[1]?.fields.title).toBe('Pride, Prejudice');
  });

  it('with a cell too few is bad', async () => {
    const [row] = await mapped('book,1,2020');
    expect(row?.problems.map(({ problem }) => problem.message)).toEqual(['import.tooFewCells']);
  });

  it('of an export of the product loses the guard against formulas', async () => {
    const [row] = await mapped("book,1,2020,'=1+1,1,,N,Austen");
    expect(row?.records[1]?.fields.title).toBe('=1+1');
  });

  it('finds no two answers in a table that it looks into', async () => {
    const twice = mapped('book,1,2020,Emma,1,,N,Austen', { genres: 'Code,Name\nN,Novel\nN,Other\n' });
    expect(await failureOf(twice)).toEqual(['import.linkedTwice']);
  });
});

describe('keys', () => {
  it('never let two different lists of parts become one', () => {
    expect(joinKey(['a|b', 'c'])).not.toBe(joinKey(['a', 'b|c']));
    expect(joinKey(['a\\', 'b'])).not.toBe(joinKey(['a\\|b']));
    const long = 'x'.repeat(300);
    expect([...joinKey([long])].length).toBeLessThanOrEqual(190);
    expect(joinKey([long, 'a'])).not.toBe(joinKey([long, 'b']));
  });
});
