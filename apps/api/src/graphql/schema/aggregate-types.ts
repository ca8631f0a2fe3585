import type { ReadFieldType } from '@kehu/query/model';
import { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLString } from 'graphql';
import type { ArgumentSpec, Declarations, FieldSpec, FieldSpecs } from './declare.js';
import { isComparable, isNumber, type SchemaField, type SchemaKind, scalars } from './kinds.js';
import { DecimalScalar } from './scalars.js';
import { texts } from './texts.js';
import { operatorsNameOf } from './where-inputs.js';

const numeric = ['sum', 'avg', 'median'] as const;
const extreme = ['min', 'max'] as const;

const numbersOf = (kind: SchemaKind): SchemaField[] => kind.fields.filter(({ read }) => isNumber(read.type));
const extremesOf = (kind: SchemaKind): SchemaField[] =>
  kind.fields.filter((field) => isComparable(field) && !['boolean', 'id', 'enum'].includes(field.read.type));

/** What a sum or average of a field is: rates stay doubles, everything else is exact. */
const numberType = (type: ReadFieldType) => (type === 'double' ? 'double' : 'decimal');

/** The arguments of every `…Aggregate` field. */
export function aggregateArguments(
  to: Declarations,
  kindName: string,
): Readonly<Record<string, ArgumentSpec>> {
  const list = (name: string) => () => [to.ref(name)()] as [ReturnType<ReturnType<Declarations['ref']>>];
  return {
    where: { type: to.ref(`${kindName}Where`), label: texts.where },
    groupBy: { type: list(`${kindName}GroupBy`), label: texts.groupBy },
    measures: { type: list(`${kindName}Measure`), label: texts.measures },
    having: { type: to.ref(`${kindName}Having`), label: texts.having },
    orderBy: { type: list(`${kindName}AggregateOrderBy`), label: texts.orderBy },
    topPerGroup: { type: to.ref(`${kindName}TopPerGroup`), label: texts.topPerGroup },
    compareTo: { type: to.ref('ComparePeriod'), label: texts.compareTo },
    limit: { type: () => GraphQLInt, default: 1000, label: texts.limit },
  };
}

/** `OrderAggregate` and the object types in it. */
export function declareAggregate(to: Declarations, kind: SchemaKind): void {
  const { name } = kind;
  const numbers = to.ref(`${name}Numbers`);
  const extremes = to.ref(`${name}Extremes`);
  to.object(
    `${name}Counts`,
    counted(kind, () => GraphQLInt),
  );
  to.object(
    `${name}Numbers`,
    perField(
      numbersOf(kind),
      ({ read }) =>
        () =>
          scalars[numberType(read.type)],
    ),
  );
  to.object(
    `${name}Extremes`,
    perField(
      extremesOf(kind),
      ({ read }) =>
        () =>
          scalars[scalarType(read.type)],
    ),
  );
  declareKey(to, kind);
  to.object(
    `${name}Aggregate`,
    {
      key: { type: to.ref(`${name}Key`), required: true, label: texts.key },
      count: { type: () => GraphQLInt, required: true, label: texts.count },
      countDistinct: { type: to.ref(`${name}Counts`), required: true, label: texts.countDistinct },
      ...Object.fromEntries(numeric.map((f) => [f, { type: numbers, required: true, label: texts[f] }])),
      ...Object.fromEntries(extreme.map((f) => [f, { type: extremes, required: true, label: texts[f] }])),
      percentile: {
        type: numbers,
        required: true,
        label: texts.percentile,
        args: { p: { type: () => GraphQLFloat, required: true } },
      },
      measure: {
        type: () => DecimalScalar,
        label: texts.measure,
        args: { name: { type: () => GraphQLString, required: true } },
      },
      previous: { type: to.ref(`${name}Aggregate`), label: texts.previous },
      share: { type: () => GraphQLFloat, label: texts.share },
      groupCount: { type: () => GraphQLInt, required: true, label: texts.groupCount },
      folded: { type: () => GraphQLBoolean, required: true, label: texts.folded },
    } satisfies FieldSpecs,
    kind.text,
  );
}

/** Enums and ids have no place among extremes; every other comparable type has its scalar. */
function scalarType(type: ReadFieldType): Exclude<ReadFieldType, 'enum'> {
  return type === 'enum' ? 'text' : type;
}

/** `OrderKey`: nested like groupBy; a time is the text of its bucket. */
function declareKey(to: Declarations, kind: SchemaKind): void {
  const fields: Record<string, FieldSpec> = {};
  for (const field of kind.fields) {
    const { read, text, enumName } = field;
    if (read.type === 'dateTime' || read.type === 'date') {
      const buckets = read.type === 'date' ? 'DateBucket' : 'TimeBucket';
      fields[read.name] = {
        type: () => GraphQLString,
        label: text,
        args: { by: { type: to.ref(buckets), label: texts.by } },
      };
    } else {
      fields[read.name] = { type: outputType(to, field), label: text };
      if (enumName) fields[`${read.name}Label`] = { type: () => GraphQLString, label: texts.stateLabel };
    }
  }
  for (const { read, text } of kind.toOne)
    fields[read.name] = { type: to.ref(`${read.target}Key`), label: text };
  to.object(`${kind.name}Key`, fields, texts.key);
}

/** The output type of a field: its scalar or its enum. */
export function outputType(to: Declarations, { read, enumName }: SchemaField): FieldSpec['type'] {
  if (read.type === 'enum') return to.ref(enumName ?? '');
  const scalar = scalars[read.type];
  return () => scalar;
}

/** `OrderMeasure`, `OrderHaving`, `OrderAggregateOrderBy`, `OrderTopPerGroup`, `OrderPath` and their parts. */
export function declareAggregateInputs(to: Declarations, kind: SchemaKind): void {
  const { name } = kind;
  const where = to.ref(`${name}Where`);
  const path = to.ref(`${name}Path`);
  const direction = to.ref('Direction');

  to.input(`${name}Path`, {
    ...perField(numbersOf(kind), () => to.ref('Plain')),
    ...perRelation(kind, (target) => to.ref(`${target}Path`)),
  });
  to.input(`${name}Measure`, {
    name: { type: () => GraphQLString, required: true },
    count: { type: where },
    sum: { type: path },
    avg: { type: path },
    where: { type: where },
    ratio: { type: to.ref('MeasureRatio') },
    difference: { type: to.ref('MeasureDifference') },
    previous: { type: () => GraphQLString, label: texts.previousMeasure },
  });

  to.input(`${name}CountsHaving`, counted(kind, to.ref('IntOperators')));
  to.input(
    `${name}NumbersHaving`,
    perField(numbersOf(kind), ({ read }) => to.ref(operatorsNameOf(numberType(read.type)))),
  );
  to.input(
    `${name}ExtremesHaving`,
    perField(extremesOf(kind), ({ read }) => to.ref(operatorsNameOf(scalarType(read.type)))),
  );
  const own = to.ref(`${name}Having`);
  const numbers = measured(to, name, 'Having', to.ref('IntOperators'));
  to.input(`${name}Having`, {
    and: { type: () => [own()], label: texts.and },
    or: { type: () => [own()], label: texts.or },
    not: { type: own, label: texts.not },
    ...numbers,
    measure: { type: to.ref('MeasureHaving') },
  });
  to.input(`${name}AggregateWhere`, { where: { type: where, label: texts.where }, ...numbers });

  to.input(`${name}CountsOrderBy`, counted(kind, direction));
  to.input(
    `${name}NumbersOrderBy`,
    perField(numbersOf(kind), () => direction),
  );
  to.input(
    `${name}ExtremesOrderBy`,
    perField(extremesOf(kind), () => direction),
  );
  to.input(`${name}KeyOrderBy`, {
    ...perField(kind.fields.filter(isComparable), () => direction),
    ...perRelation(kind, (target) => to.ref(`${target}KeyOrderBy`)),
  });
  const orders = measured(to, name, 'OrderBy', direction);
  to.input(`${name}ChildrenOrderBy`, { where: { type: where, label: texts.where }, ...orders });
  to.input(`${name}AggregateOrderBy`, {
    key: { type: to.ref(`${name}KeyOrderBy`) },
    ...orders,
    measure: { type: to.ref('MeasureOrderBy') },
  });
  to.input(`${name}TopPerGroup`, {
    by: { type: () => [to.ref(`${name}GroupBy`)()] },
    limit: { type: () => GraphQLInt },
    orderBy: { type: () => [to.ref(`${name}AggregateOrderBy`)()] },
  });
}

/** Inputs about measures by name; the same for every kind. */
export function declareMeasureInputs(to: Declarations): void {
  const name: FieldSpec = { type: () => GraphQLString, required: true };
  to.input('MeasureRatio', { of: name, to: name });
  to.input('MeasureDifference', { of: name, minus: name });
  to.input('MeasureOrderBy', { name, direction: { type: to.ref('Direction'), required: true } });
  const decimal = () => DecimalScalar;
  to.input('MeasureHaving', {
    name,
    ...Object.fromEntries(
      ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'].map((operator) => [operator, { type: decimal }]),
    ),
    in: { type: () => [DecimalScalar] },
    notIn: { type: () => [DecimalScalar] },
    isNull: { type: () => GraphQLBoolean },
  });
}

/** The aggregate's own fields, each with its input: `count`, `sum { total }` … */
function measured(to: Declarations, kindName: string, suffix: string, count: FieldSpec['type']): FieldSpecs {
  const numbers = to.ref(`${kindName}Numbers${suffix}`);
  const extremes = to.ref(`${kindName}Extremes${suffix}`);
  return {
    count: { type: count, label: texts.count },
    countDistinct: { type: to.ref(`${kindName}Counts${suffix}`), label: texts.countDistinct },
    ...Object.fromEntries(numeric.map((f) => [f, { type: numbers, label: texts[f] }])),
    ...Object.fromEntries(extreme.map((f) => [f, { type: extremes, label: texts[f] }])),
  };
}

/** Fields and to-one relations whose different values are counted. */
function counted(kind: SchemaKind, type: FieldSpec['type']): FieldSpecs {
  return { ...perField(kind.fields.filter(isComparable), () => type), ...perRelation(kind, () => type) };
}

function perField(
  fields: readonly SchemaField[],
  type: (field: SchemaField) => FieldSpec['type'],
): FieldSpecs {
  return Object.fromEntries(
    fields.map((field) => [field.read.name, { type: type(field), label: field.text }]),
  );
}

function perRelation(kind: SchemaKind, type: (target: string) => FieldSpec['type']): FieldSpecs {
  return Object.fromEntries(
    kind.toOne.map(({ read, text }) => [read.name, { type: type(read.target), label: text }]),
  );
}
