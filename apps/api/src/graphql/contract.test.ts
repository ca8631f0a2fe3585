import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { languages } from '@kehu/domain/catalogue/labels';
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  printType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesOf } from '../access/rules-register.js';
import { departments } from '../departments/register.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { catalogueTypes } from './schema/catalogue-types.js';
import { buildSchema, fieldsWithoutRule } from './schema.js';

const { schema, descriptions, publicFields } = buildSchema(departments);
const kinds = catalogueTypes().kinds;

/** The definition of a type, without its descriptions. */
function shape(name: string): string {
  const type = schema.getType(name);
  if (!type) throw new Error(`There is no type ${name}.`);
  return printType(type)
    .replace(/"""[\s\S]*?"""\n\s*/g, '')
    .replace(/\n\s*\n/g, '\n')
    .replace(/\(\n\s*([\s\S]*?)\n\s*\)/g, (_, inner: string) => `(${inner.replace(/\n\s*/g, ', ')})`);
}

const fieldsOf = (name: string) => Object.keys((schema.getType(name) as GraphQLObjectType).getFields());

describe('the schema', () => {
  it('is closed: every root field has its rule', () => {
    expect(fieldsWithoutRule(schema, departments)).toEqual([]);
  });

  it('refuses to be built with a mutation that nobody answers for', () => {
    const forgetful = departments.map((department) => ({ ...department, commands: [], publicMutations: {} }));
    const open = fieldsWithoutRule(schema, forgetful);
    expect(open).toContain('Mutation.signIn');
    expect(() => buildSchema(forgetful)).toThrow(/Without a rule/);
  });

  it('lets nobody in without signing in but for the sign-in acts', () => {
    expect([...publicFields].sort()).toEqual(['signIn', 'signOut']);
  });

  it('has row rules for every kind that can be read', () => {
    expect(catalogue.filter(({ name }) => !rulesOf(name)).map(({ name }) => name)).toEqual([]);
  });

  it('shows no object that is not a kind, a part of one, or the payload of an act', () => {
    const known = new Set(
      kinds.flatMap(({ name }) => [
        name,
        ...['Page', 'Aggregate', 'Key', 'Counts', 'Numbers', 'Extremes'].map((part) => name + part),
      ]),
    );
    const reached = reachedByReading(schema);
    expect(
      [...reached].filter(
        (name) => !known.has(name) && !['PageInfo', 'AllowedAction', 'NextAct'].includes(name),
      ),
    ).toEqual([]);
  });

  it('says what every field of a kind means, in three languages', () => {
    const silent = kinds.flatMap(({ name, fields, toOne, toMany }) =>
      [...fields, ...toOne, ...toMany]
        .map(({ read }) => `${name}.${read.name}`)
        .filter((coordinate) => languages.some((language) => !descriptions.get(coordinate)?.[language])),
    );
    expect(silent).toEqual([]);
  });

  it('names its types and enum values as the contract does', () => {
    for (const { name } of kinds) {
      for (const part of [
        '',
        'Page',
        'Where',
        'OrderBy',
        'GroupBy',
        'Aggregate',
        'Key',
        'Measure',
        'Having',
        'AggregateOrderBy',
        'TopPerGroup',
        'Path',
      ]) {
        expect(schema.getType(name + part), name + part).toBeDefined();
      }
    }
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isEnumType(type) || type.name.startsWith('__') || type.name.endsWith('Field')) continue;
      for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    }
  });

  it('makes only the id of a record certain: what one may not see is null', () => {
    for (const { name, fields, toOne } of kinds) {
      const type = schema.getType(name) as GraphQLObjectType;
      for (const { read } of [...fields, ...toOne]) {
        expect(isNonNullType(type.getFields()[read.name]?.type), `${name}.${read.name}`).toBe(
          read.name === 'id',
        );
      }
    }
  });

  it('gives every coded field a label, every importable kind its source', () => {
    for (const { name, fields } of kinds) {
      for (const { read, enumName } of fields) {
        if (enumName) expect(fieldsOf(name)).toContain(`${read.name}Label`);
      }
    }
    for (const { name } of catalogue.filter(({ importable }) => importable)) {
      expect(fieldsOf(name)).toEqual(expect.arrayContaining(['source', 'sourceKey']));
      const where = schema.getType(`${name}Where`);
      expect(isInputObjectType(where) && Object.keys(where.getFields())).toContain('source');
    }
  });
});

describe('the shape of one kind', () => {
  it('has its three queries', () => {
    const query = shape('Query');
    expect(query).toContain('order(id: ID!): Order\n');
    expect(query).toContain(
      'orders(where: OrderWhere, orderBy: [OrderOrderBy!], limit: Int = 25, offset: Int = 0, after: String): OrderPage!',
    );
    expect(query).toContain(
      'ordersAggregate(where: OrderWhere, groupBy: [OrderGroupBy!], measures: [OrderMeasure!], having: OrderHaving, orderBy: [OrderAggregateOrderBy!], topPerGroup: OrderTopPerGroup, compareTo: ComparePeriod, limit: Int = 1000): [OrderAggregate!]!',
    );
  });

  it.each([
    'OrderPage',
    'PageInfo',
    'Order',
    'OrderAggregate',
    'OrderKey',
    'OrderMeasure',
    'OrderTopPerGroup',
    'OrderHaving',
    'OrderAggregateOrderBy',
    'OrderDateTimeOperators',
    'TextOperators',
    'CustomerGradeOperators',
    'EncryptedOperators',
    'CustomerListWhere',
    'OrderAggregateWhere',
    'MeasureHaving',
  ])('%s', (name) => {
    expect(shape(name)).toMatchSnapshot();
  });

  it('loses and gains root fields only on purpose', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()].map((type) =>
      Object.keys(type?.getFields() ?? {}).sort(),
    );
    expect({ queries: roots[0], mutations: roots[1] }).toMatchSnapshot();
  });
});

/** Names of the objects that can be reached from the catalogue's own queries. */
function reachedByReading(whole: GraphQLSchema): Set<string> {
  const reached = new Set<string>();
  const visit = (type: GraphQLObjectType) => {
    if (reached.has(type.name)) return;
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const below = getNamedType(field.type);
      if (isObjectType(below)) visit(below);
    }
  };
  const queries = whole.getQueryType()?.getFields() ?? {};
  for (const { single, plural } of kinds) {
    for (const name of [single, plural, `${plural}Aggregate`]) {
      const type = getNamedType(queries[name]?.type);
      if (isObjectType(type)) visit(type);
    }
  }
  return reached;
}

describe('every kind over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  /** Somebody who may read the kind, or null when nobody of the small house may. */
  async function readerOf(plural: string) {
    for (const login of ['gm', 'sys-admin', 'privacy-officer', 'dept-head']) {
      const client = await server.as(login);
      const { errors } = await client.query(`{ ${plural} { totalCount } }`);
      if (errors.length === 0) return client;
    }
    return null;
  }

  it.each(kinds.map((kind) => [kind.plural, kind] as const))(
    '%s: read, filter, sort, count, group',
    async (plural, kind) => {
      const client = await readerOf(plural);
      expect(client, `somebody reads ${plural}`).not.toBeNull();
      if (!client) return;
      const refusals = new Set<string>();
      const ask = async (document: string) => {
        const { errors, text } = await client.query(document);
        for (const { extensions } of errors) refusals.add(extensions.code);
        if (errors.some(({ extensions }) => extensions.code === 'INTERNAL'))
          throw new Error(`${document}\n${text}`);
      };
      for (const { read, enumName } of kind.fields) {
        await ask(`{ ${plural} { items { ${read.name} ${enumName ? `${read.name}Label` : ''} } } }`);
        await ask(`{ ${plural}(where: { ${read.name}: { isNull: false } }) { totalCount } }`);
        if (read.encrypted || read.type === 'json') continue;
        const unit = read.type === 'dateTime' || read.type === 'date' ? 'MONTH' : 'VALUE';
        await ask(`{ ${plural}(orderBy: [{ ${read.name}: DESC }]) { items { id } } }`);
        await ask(
          `{ ${plural}Aggregate(groupBy: [{ ${read.name}: ${unit} }]) { count key { ${read.name} } countDistinct { ${read.name} } } }`,
        );
      }
      for (const { read } of kind.toOne) {
        await ask(
          `{ ${plural}(where: { ${read.name}: { id: { isNull: true } } }, orderBy: [{ ${read.name}: { id: ASC } }]) { items { ${read.name} { id } } } }`,
        );
      }
      for (const { read } of kind.toMany) {
        await ask(
          `{ ${plural}(where: { ${read.name}: { none: { id: { eq: 1 } } } }) { items { ${read.name}(limit: 2) { id } ${read.name}Aggregate { count } } } }`,
        );
      }
      // Identifiers, and what lies in kinds closed to this reader, may be refused; nothing else.
      expect([...refusals].filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    },
  );
});
