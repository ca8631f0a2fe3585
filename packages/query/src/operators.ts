import type { ReadFieldType } from './model.js';
import { badInput } from './problems.js';
import { part, parts, type Source } from './run.js';
import type { SqlValue } from './runner.js';
import { all, any, type Bind, no, type Sql, sql, yes } from './sql.js';
import { lastWindow, readValue, type Scalar } from './values.js';

/** Something that operators apply to: a field, or a number made from children. */
export interface Operand {
  readonly value: Sql;
  readonly type: ReadFieldType;
  readonly codes?: readonly string[] | undefined;
  readonly nullable: boolean;
  /** The folded text, where `contains` and `startsWith` are offered. */
  readonly folded?: Sql | undefined;
  readonly fold?: (text: string) => string;
  /** Encrypted: `value` is the hash column, and values are compared by their hash. */
  readonly hash?: ((value: string) => Buffer | string) | undefined;
  /** The field of the same row that a `…Field` operator names. */
  readonly other?: (name: string, path: string) => Operand;
  /** Written by a policy: no limit on lists. */
  readonly trusted: boolean;
}

const ordered: readonly ReadFieldType[] = [
  'text',
  'integer',
  'decimal',
  'double',
  'dateTime',
  'date',
  'month',
];
const comparisons: Readonly<Record<string, readonly [string, string]>> = {
  eq: ['=', '<>'],
  lt: ['<', '>='],
  lte: ['<=', '>'],
  gt: ['>', '<='],
  gte: ['>=', '<'],
};

/** The names of the operators, to tell an operator object from a nested path. */
export const operatorNames: ReadonlySet<string> = new Set([
  ...Object.keys(comparisons),
  ...Object.keys(comparisons).map((name) => `${name}Field`),
  'ne',
  'in',
  'notIn',
  'isNull',
  'contains',
  'startsWith',
  'between',
  'inLast',
]);

/**
 * The operators of one object, ANDed; with `negated` their exact complement. Every condition is true
 * or false, never unknown: null rows satisfy the complement.
 */
export function operatorsCondition(
  operand: Operand,
  source: Source,
  negated: boolean,
  count: () => void,
): Sql {
  if (source.value === null || typeof source.value !== 'object' || Array.isArray(source.value)) {
    throw badInput('emptyOperator', source.path);
  }
  const given = parts(source);
  if (given.length === 0) throw badInput('emptyOperator', source.path);
  const conditions = given.map(([name, value]) => {
    count();
    return oneOperator(operand, name, value, negated);
  });
  return negated ? any(conditions) : all(conditions);
}

function oneOperator(operand: Operand, name: string, source: Source, negated: boolean): Sql {
  if (source.value === null || source.value === undefined) throw badInput('emptyOperator', source.path);
  if (!isOffered(operand, name)) throw badInput('operatorUnknown', source.path, { operator: name });
  const { value } = operand;
  switch (name) {
    case 'ne':
      return compared(operand, '=', '<>', whole(operand, source), !negated);
    case 'in':
      return listed(operand, source, negated);
    case 'notIn':
      return listed(operand, source, !negated);
    case 'isNull':
      if (typeof source.value !== 'boolean') throw badInput('wrongValue', source.path, { type: 'boolean' });
      if (!operand.nullable) return source.value === negated ? yes : no;
      return source.value === negated ? sql`${value} IS NOT NULL` : sql`${value} IS NULL`;
    case 'contains':
    case 'startsWith':
      return like(operand, name, source, negated);
    case 'between':
      return within(operand, edges(operand, source), negated);
    case 'inLast':
      return within(operand, window(operand, source), negated);
    default:
      if (name.endsWith('Field')) return againstField(operand, name.slice(0, -5), source, negated);
  }
  const [sign, opposite] = comparisons[name] ?? ['=', '<>'];
  const bind = name === 'eq' ? whole(operand, source) : scalar(operand, source);
  return compared(operand, sign, opposite, bind, negated);
}

function isOffered(operand: Operand, name: string): boolean {
  if (operand.type === 'json') return name === 'isNull';
  switch (name) {
    case 'eq':
    case 'ne':
    case 'in':
    case 'notIn':
    case 'isNull':
      return true;
    case 'contains':
    case 'startsWith':
      return operand.folded !== undefined;
    case 'between':
    case 'inLast':
      return operand.type === 'dateTime' || operand.type === 'date';
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return !operand.hash && ordered.includes(operand.type);
    case 'eqField':
      return !operand.hash && operand.other !== undefined;
    default: {
      const comparison = name.endsWith('Field') ? name.slice(0, -5) : '';
      if (!Object.hasOwn(comparisons, comparison)) return false;
      return !operand.hash && operand.other !== undefined && ordered.includes(operand.type);
    }
  }
}

function convert(operand: Operand, value: unknown, path: string, zone: string): Scalar | Buffer {
  const scalarValue = readValue(operand, value, path, zone);
  return operand.hash ? operand.hash(String(scalarValue)) : scalarValue;
}

function scalar(operand: Operand, source: Source): Bind {
  const { at, path } = source;
  return (run) => convert(operand, at(run), path, run.context.zone);
}

/** A value that is compared as a whole: by `eq`, `ne`, `in`, `notIn`. */
function whole(operand: Operand, source: Source): Bind {
  const bind = scalar(operand, source);
  return (run) => unpadded(operand, bind(run) as Scalar | Buffer);
}

/**
 * The collation ignores blanks at the end of texts, and an index serves only what is compared by its
 * collation. Stored text is trimmed and has no control characters: a value that ends with a blank
 * equals none of it, and with a NUL behind the blank it does so for the database too.
 */
function unpadded({ type, hash }: Operand, value: Scalar | Buffer): Scalar | Buffer {
  const padded = type === 'text' && !hash && typeof value === 'string' && value.endsWith(' ');
  return padded ? `${value}\0` : value;
}

function compared(operand: Operand, sign: string, opposite: string, bind: Bind, negated: boolean): Sql {
  const { value, nullable } = operand;
  if (!negated) return sql`${value} ${sign} ${bind}`;
  return nullable
    ? sql`(${value} ${opposite} ${bind} OR ${value} IS NULL)`
    : sql`${value} ${opposite} ${bind}`;
}

function listed(operand: Operand, source: Source, negated: boolean): Sql {
  if (!Array.isArray(source.value)) throw badInput('wrongValue', source.path, { type: 'list' });
  if (source.value.length === 0) return negated ? yes : no;
  const { at, path } = source;
  const bind: Bind = (run): SqlValue => {
    const list = at(run) as unknown[];
    const { inList } = run.context.policy.limits;
    if (!operand.trusted && list.length > inList)
      throw badInput('listTooLong', path, { count: list.length, limit: inList });
    return list.map((item, i) => unpadded(operand, convert(operand, item, `${path}.${i}`, run.context.zone)));
  };
  const { value, nullable } = operand;
  if (!negated) return sql`${value} IN (${bind})`;
  return nullable ? sql`(${value} NOT IN (${bind}) OR ${value} IS NULL)` : sql`${value} NOT IN (${bind})`;
}

function like(operand: Operand, name: string, source: Source, negated: boolean): Sql {
  const { at, path } = source;
  const bind: Bind = (run) => {
    const text = at(run);
    if (typeof text !== 'string') throw badInput('wrongValue', path, { type: 'text' });
    const needle = (operand.fold ? operand.fold(text) : text).replace(/[!%_]/g, '!$&');
    return name === 'contains' ? `%${needle}%` : `${needle}%`;
  };
  const folded = operand.folded ?? operand.value;
  if (!negated) return sql`${folded} LIKE ${bind} ESCAPE '!'`;
  return operand.nullable
    ? sql`(${folded} NOT LIKE ${bind} ESCAPE '!' OR ${folded} IS NULL)`
    : sql`${folded} NOT LIKE ${bind} ESCAPE '!'`;
}

function edges(operand: Operand, source: Source): [Bind, Bind] {
  const value = source.value as { from?: unknown; to?: unknown };
  if (typeof value !== 'object') throw badInput('wrongValue', source.path, { type: 'period' });
  const ends = (['from', 'to'] as const).map((end) => {
    if (value[end] === null || value[end] === undefined)
      throw badInput('emptyOperator', `${source.path}.${end}`);
    return scalar(operand, part(source, end));
  });
  return ends as [Bind, Bind];
}

function window(operand: Operand, source: Source): [Bind, Bind] {
  const { at, path } = source;
  const type = operand.type === 'date' ? 'date' : 'dateTime';
  const end =
    (which: 'from' | 'to'): Bind =>
    (run) =>
      lastWindow(type, at(run), path, run.context.now, run.context.zone)[which];
  return [end('from'), end('to')];
}

function within({ value, nullable }: Operand, [from, to]: [Bind, Bind], negated: boolean): Sql {
  if (!negated) return sql`(${value} >= ${from} AND ${value} < ${to})`;
  const outside = sql`${value} < ${from} OR ${value} >= ${to}`;
  return nullable ? sql`(${outside} OR ${value} IS NULL)` : sql`(${outside})`;
}

function againstField(operand: Operand, comparison: string, source: Source, negated: boolean): Sql {
  if (typeof source.value !== 'string' || !operand.other)
    throw badInput('wrongValue', source.path, { type: 'field' });
  const right = operand.other(source.value, source.path);
  if (right.type !== operand.type) throw badInput('fieldsDiffer', source.path, { field: source.value });
  const [sign, opposite] = comparisons[comparison] ?? ['=', '<>'];
  if (!negated) return sql`${operand.value} ${sign} ${right.value}`;
  return any([
    sql`${operand.value} ${opposite} ${right.value}`,
    ...(operand.nullable ? [sql`${operand.value} IS NULL`] : []),
    ...(right.nullable ? [sql`${right.value} IS NULL`] : []),
  ]);
}
