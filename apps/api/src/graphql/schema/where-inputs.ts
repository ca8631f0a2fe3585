import type { ReadFieldType } from '@kehu/query/model';
import { GraphQLBoolean, GraphQLInt, type GraphQLScalarType, GraphQLString } from 'graphql';
import type { Declarations, FieldSpecs } from './declare.js';
import { isComparable, isNumber, type SchemaField, type SchemaKind, scalars } from './kinds.js';
import { DateScalar, DateTimeScalar } from './scalars.js';
import { texts } from './texts.js';

/** Operators that compare by size. */
const orders = ['lt', 'lte', 'gt', 'gte'] as const;
const fieldComparisons = ['eqField', 'ltField', 'lteField', 'gtField', 'gteField'] as const;

/** Names of the operator inputs by field type, without those of enums. */
const operatorNames: Readonly<Record<Exclude<ReadFieldType, 'enum'>, string>> = {
  id: 'IdOperators',
  text: 'TextOperators',
  boolean: 'BooleanOperators',
  integer: 'IntOperators',
  decimal: 'DecimalOperators',
  double: 'FloatOperators',
  dateTime: 'DateTimeOperators',
  date: 'DateOperators',
  month: 'MonthOperators',
  json: 'JsonOperators',
};

/** The operators that do not depend on a kind; also used for aggregates in `having`. */
export function declareOperators(to: Declarations): void {
  to.input('InLast', { days: { type: () => GraphQLInt }, months: { type: () => GraphQLInt } }, texts.inLast);
  for (const [name, scalar] of [
    ['DateTimeSpan', DateTimeScalar],
    ['DateSpan', DateScalar],
  ] as const) {
    to.input(
      name,
      { from: { type: () => scalar, required: true }, to: { type: () => scalar, required: true } },
      texts.between,
    );
  }
  for (const type of Object.keys(operatorNames) as (keyof typeof operatorNames)[]) {
    to.input(operatorNames[type], operatorsOf(to, type));
  }
  to.input(
    'EncryptedOperators',
    equality(() => GraphQLString),
  );
}

/** Enum operators are declared with the enum, once. */
export function declareEnumOperators(to: Declarations, enumName: string): void {
  const name = `${enumName}Operators`;
  if (!to.has(name)) to.input(name, equality(to.ref(enumName)));
}

function equality(type: () => ReturnType<ReturnType<Declarations['ref']>>): FieldSpecs {
  return {
    eq: { type, label: texts.eq },
    ne: { type, label: texts.ne },
    in: { type: () => [type()], label: texts.in },
    notIn: { type: () => [type()], label: texts.notIn },
    isNull: { type: () => GraphQLBoolean, label: texts.isNull },
  };
}

function operatorsOf(to: Declarations, type: keyof typeof operatorNames): FieldSpecs {
  const scalar: GraphQLScalarType = scalars[type];
  if (type === 'json') return { isNull: { type: () => GraphQLBoolean, label: texts.isNull } };
  if (type === 'boolean') return equality(() => scalar);
  return {
    ...equality(() => scalar),
    ...Object.fromEntries(orders.map((operator) => [operator, { type: () => scalar }])),
    ...(type === 'text'
      ? {
          contains: { type: () => GraphQLString, label: texts.contains },
          startsWith: { type: () => GraphQLString, label: texts.startsWith },
        }
      : {}),
    ...(type === 'dateTime' || type === 'date'
      ? {
          between: { type: to.ref(type === 'date' ? 'DateSpan' : 'DateTimeSpan'), label: texts.between },
          inLast: { type: to.ref('InLast'), label: texts.inLast },
        }
      : {}),
  };
}

/** The operator input of a field type, for aggregates. */
export function operatorsNameOf(type: Exclude<ReadFieldType, 'enum'>): string {
  return operatorNames[type];
}

/** `OrderWhere` with its operator inputs: fields, relations, children as numbers, and/or/not. */
export function declareWhere(to: Declarations, kind: SchemaKind): void {
  const own = to.ref(`${kind.name}Where`);
  const fields: Record<string, FieldSpecs[string]> = {
    and: { type: () => [own()], label: texts.and },
    or: { type: () => [own()], label: texts.or },
    not: { type: own, label: texts.not },
  };
  const families = comparableFamilies(kind);
  for (const field of kind.fields) {
    fields[field.read.name] = { type: to.ref(operatorsFor(to, kind, field, families)), label: field.text };
  }
  for (const { read, text } of kind.toOne) {
    fields[read.name] = { type: to.ref(`${read.target}Where`), label: text };
  }
  for (const { read, text } of kind.toMany) {
    fields[read.name] = { type: to.ref(`${read.target}ListWhere`), label: text };
    fields[`${read.name}Aggregate`] = { type: to.ref(`${read.target}AggregateWhere`), label: text };
  }
  to.input(`${kind.name}Where`, fields, kind.text);
  to.input(`${kind.name}ListWhere`, {
    some: { type: own, label: texts.some },
    none: { type: own, label: texts.none },
    every: { type: own, label: texts.every },
  });
}

/** Fields of a kind that can be compared with each other, by operator input. */
function comparableFamilies(kind: SchemaKind): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const field of kind.fields) {
    if (!isComparable(field) || field.read.type === 'id' || field.read.type === 'boolean') continue;
    const family = familyOf(field);
    families.set(family, [...(families.get(family) ?? []), field.read.name]);
  }
  return families;
}

function familyOf({ read, enumName }: SchemaField): string {
  return isNumber(read.type)
    ? 'Number'
    : (enumName ?? read.type.charAt(0).toUpperCase() + read.type.slice(1));
}

/** The operators of a field; with another field of its family, `gtField` and its like as well. */
function operatorsFor(
  to: Declarations,
  kind: SchemaKind,
  field: SchemaField,
  families: ReadonlyMap<string, string[]>,
): string {
  const { type } = field.read;
  if (field.read.encrypted) return 'EncryptedOperators';
  if (type === 'enum') {
    const enumName = field.enumName ?? '';
    declareEnumOperators(to, enumName);
    return `${enumName}Operators`;
  }
  const members = families.get(familyOf(field)) ?? [];
  if (members.length < 2) return operatorNames[type];
  const fieldsName = `${kind.name}${familyOf(field)}Field`;
  const name = `${kind.name}${operatorNames[type]}`;
  to.enum(fieldsName, members);
  if (!to.has(name)) {
    to.input(name, {
      ...operatorsOf(to, type),
      ...Object.fromEntries(
        fieldComparisons.map((operator) => [operator, { type: to.ref(fieldsName), label: texts.field }]),
      ),
    });
  }
  return name;
}
