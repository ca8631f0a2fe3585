import { DatabaseUnavailableError } from '@kehu/database/errors';
import { label } from '@kehu/domain/catalogue/labels';
import { ReadError } from '@kehu/query/errors';
import { GraphQLInt, GraphQLString } from 'graphql';
import { rootResolvers } from '../commands/act-schema.js';
import { ActError } from '../commands/errors.js';
import type { Department } from '../departments/department.js';

const text = label('测试', '測試', 'Test');
/** Names that `doThing` was done for, in order. */
export const done: string[] = [];

const failures: Readonly<Record<string, () => unknown>> = {
  unforeseen: () => {
    throw new Error("SELECT * FROM staff at /srv/kehu/app.js: Duplicate entry '13800138000'");
  },
  duplicate: () => {
    throw Object.assign(new Error("Duplicate entry '13800138000' for key 'phone'"), {
      errno: 1062,
      sql: 'INSERT',
    });
  },
  rule: () => {
    throw new ActError('RULE_VIOLATION', 'rule.underFourteen', { article: 'R4.9' });
  },
  stale: () => {
    throw new ActError('CONFLICT', 'act.stale', { currentVersion: 7 });
  },
  bad: () => {
    throw new ActError('BAD_USER_INPUT', 'input.bad', {
      fields: [{ path: 'contacts.0.phone', message: 'input.mobile' }],
    });
  },
  throttled: () => {
    throw new ActError('RATE_LIMITED', 'access.throttled', { values: { seconds: 4 }, retryAfterSeconds: 4 });
  },
  away: () => {
    throw new DatabaseUnavailableError('connect ECONNREFUSED 10.0.0.5:3306');
  },
  dear: () => {
    throw new ReadError('QUERY_TOO_EXPENSIVE', [
      { message: 'read.tooExpensive', values: { cost: 9000, limit: 5000, part: 'customers.orders' } },
    ]);
  },
  nothing: () => {
    throw undefined;
  },
};

/** Questions and acts that fail in every way that there is: `fails(how:, after:)`, `longText`, `doThing`. */
export const failing: Department = {
  name: 'failing',
  resolvers: [
    rootResolvers(
      'Failing',
      [
        {
          name: 'fails',
          label: text,
          args: { how: { type: () => GraphQLString, required: true }, after: { type: () => GraphQLInt } },
          type: () => GraphQLString,
          async resolve({ how, after }) {
            await new Promise((resolve) => setTimeout(resolve, Number(after ?? 0)));
            return failures[String(how)]?.() ?? 'well';
          },
        },
        {
          name: 'longText',
          label: text,
          args: { length: { type: () => GraphQLInt, required: true } },
          type: () => GraphQLString,
          resolve: async ({ length }) => '客'.repeat(Number(length)),
        },
      ],
      [
        {
          name: 'doThing',
          label: text,
          args: { name: { type: () => GraphQLString, required: true } },
          type: () => GraphQLString,
          async resolve({ name }) {
            if (name === 'bad') throw new ActError('RULE_VIOLATION', 'rule.notOneself');
            done.push(String(name));
            return name;
          },
        },
      ],
    ),
  ],
  commands: [{ name: 'doThing' }],
  queries: { fails: 'for tests', longText: 'for tests' },
};
