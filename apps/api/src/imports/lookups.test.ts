import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../testing/test-server.js';
import { importInto, startDataServer } from './testing/real-data.js';

const folder = mkdtempSync(join(tmpdir(), 'kehu-lookups-'));

describe('looking records up', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startDataServer();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A profile whose customers get their region by a look-up as given. */
  function profile(name: string, region: string): string {
    const path = join(folder, `${name}.yaml`);
    writeFileSync(
      path,
      `name: ${name}
tables: { customers: {} }
records:
  - kind: Customer
    table: customers
    key: [No]
    fields: { name: Name, region: ${region} }
    initial: { partyType: { value: ORGANISATION }, type: { value: DEALER } }
  - kind: Contact
    table: customers
    key: [No]
    when: [Person]
    fields: { customer: { ref: Customer, key: [No] }, name: Person }
`,
    );
    return path;
  }

  function file(name: string, ...rows: readonly string[]): string {
    const path = join(folder, name);
    writeFileSync(path, `No,Name,Area,Person\n${rows.join('\n')}\n`);
    return path;
  }

  const customersOf = async (source: string) => {
    const gm = await server.as('gm');
    const { customers } = await gm.data(
      `{ customers(where: { source: { eq: "${source}" } }, orderBy: [{ sourceKey: ASC }]) { items { region { code name source } contacts { name } } } }`,
    );
    return customers.items;
  };

  it('takes a record of the organisation by the value of a field', async () => {
    await importInto(server.services, {
      profile: profile('found', '{ find: Region, by: { code: Area } }'),
      files: [file('found.csv', '1,甲公司,EAST,王一', '2,乙公司,,')],
    });
    expect(await customersOf('found')).toEqual([
      { region: { code: 'EAST', name: '华东', source: null }, contacts: [{ name: '王一' }] },
      { region: null, contacts: [] },
    ]);
  });

  it('reports what it does not find, or finds twice', async () => {
    await server.services.database.change("UPDATE region SET name = '华东' WHERE code = 'NORTH'");
    const none = await importInto(server.services, {
      profile: profile('none', '{ find: Region, by: { code: Area } }'),
      files: [file('none.csv', '1,甲公司,MOON,')],
    });
    expect(none.check.bad.map(({ rowNo, value, problem }) => [rowNo, value, problem.message])).toEqual([
      [2, 'MOON', 'import.lookupNone'],
    ]);
    const several = await importInto(server.services, {
      profile: profile('several', '{ find: Region, by: { name: Area }, create: { code: Area, name: Area } }'),
      files: [file('several.csv', '1,甲公司,华东,')],
    });
    expect(several.check.bad.map(({ problem }) => problem.message)).toEqual(['import.lookupSeveral']);
    await server.services.database.change("UPDATE region SET name = '华北' WHERE code = 'NORTH'");
  });

  it('leaves the field empty when the profile says so', async () => {
    await importInto(server.services, {
      profile: profile('empty', '{ find: Region, by: { code: Area }, missing: empty }'),
      files: [file('empty.csv', '1,甲公司,MOON,')],
    });
    expect(await customersOf('empty')).toEqual([{ region: null, contacts: [] }]);
  });

  it('makes what is missing, once, also when the file comes again', async () => {
    const wish = {
      profile: profile('made', '{ find: Region, by: { name: Area }, create: { code: Area, name: Area } }'),
      files: [file('made.csv', '1,甲公司,西南区,', '2,乙公司,西南区,', '3,丙公司,华东,')],
    };
    const first = await importInto(server.services, wish);
    expect(first.counts.get('Region')).toMatchObject({ created: 1 });
    const made = { code: '西南区', name: '西南区', source: 'made' };
    expect(await customersOf('made')).toEqual([
      { region: made, contacts: [] },
      { region: made, contacts: [] },
      { region: { code: 'EAST', name: '华东', source: null }, contacts: [] },
    ]);
    const again = await importInto(server.services, wish);
    for (const [kind, counts] of again.counts)
      expect({ kind, ...counts }).toMatchObject({ created: 0, changed: 0 });
    // Renamed here, it is still the region that this profile made.
    await server.services.database.change("UPDATE region SET name = '大西南' WHERE source = 'made'");
    const renamed = await importInto(server.services, wish);
    expect(renamed.counts.get('Region')).toMatchObject({ created: 0 });
  });
});
