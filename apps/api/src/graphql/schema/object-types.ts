import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { aggregateArguments, outputType } from './aggregate-types.js';
import type { ArgumentSpec, Declarations, FieldSpec, FieldSpecs } from './declare.js';
import type { SchemaKind } from './kinds.js';
import { texts } from './texts.js';

/** `where`, `orderBy`, `limit`, `offset`: of every list. */
function listArguments(to: Declarations, kindName: string): Readonly<Record<string, ArgumentSpec>> {
  const orderBy = to.ref(`${kindName}OrderBy`);
  return {
    where: { type: to.ref(`${kindName}Where`), label: texts.where },
    orderBy: { type: () => [orderBy()], label: texts.orderBy },
    limit: { type: () => GraphQLInt, label: texts.limit },
    offset: { type: () => GraphQLInt, label: texts.offset },
  };
}

/**
 * The object type of a kind. Everything but the id may be null: a field or a related record that
 * the reader may not see is null, row by row.
 */
export function declareObject(to: Declarations, kind: SchemaKind): void {
  const fields: Record<string, FieldSpec> = {};
  for (const field of kind.fields) {
    const { read, text, enumName } = field;
    fields[read.name] = {
      type: outputType(to, field),
      label: text,
      ...(read.name === 'id' ? { required: true } : {}),
      ...(read.type === 'dateTime'
        ? { args: { in: { type: to.ref('TimeZoneChoice'), label: texts.zone } } }
        : {}),
    };
    if (enumName) fields[`${read.name}Label`] = { type: () => GraphQLString, label: texts.stateLabel };
  }
  for (const { read, text } of kind.toOne) fields[read.name] = { type: to.ref(read.target), label: text };
  for (const { read, text } of kind.toMany) {
    const target = to.ref(read.target);
    const aggregate = to.ref(`${read.target}Aggregate`);
    fields[read.name] = {
      type: () => [target()],
      required: true,
      label: text,
      args: listArguments(to, read.target),
    };
    fields[`${read.name}Aggregate`] = {
      type: () => [aggregate()],
      required: true,
      label: text,
      args: aggregateArguments(to, read.target),
    };
  }
  to.object(kind.name, fields, kind.text);
}

export function declarePageInfo(to: Declarations): void {
  to.object('PageInfo', {
    hasNextPage: { type: () => GraphQLBoolean, required: true },
    endCursor: { type: () => GraphQLString, label: texts.after },
  });
}

export function declarePage(to: Declarations, kind: SchemaKind): void {
  const own = to.ref(kind.name);
  to.object(
    `${kind.name}Page`,
    {
      items: { type: () => [own()], required: true },
      totalCount: {
        type: () => GraphQLInt,
        required: true,
        label: texts.totalCount,
        args: { limit: { type: () => GraphQLInt } },
      },
      pageInfo: { type: to.ref('PageInfo'), required: true },
    },
    kind.text,
  );
}

/** `order`, `orders`, `ordersAggregate`. */
export function rootFields(to: Declarations, kind: SchemaKind): FieldSpecs {
  const aggregate = to.ref(`${kind.name}Aggregate`);
  const list = listArguments(to, kind.name);
  return {
    [kind.single]: {
      type: to.ref(kind.name),
      label: kind.text,
      args: { id: { type: () => GraphQLID, required: true } },
    },
    [kind.plural]: {
      type: to.ref(`${kind.name}Page`),
      required: true,
      label: kind.text,
      args: {
        ...list,
        limit: { type: () => GraphQLInt, default: 25, label: texts.limit },
        offset: { type: () => GraphQLInt, default: 0, label: texts.offset },
        after: { type: () => GraphQLString, label: texts.after },
      },
    },
    [`${kind.plural}Aggregate`]: {
      type: () => [aggregate()],
      required: true,
      label: kind.text,
      args: aggregateArguments(to, kind.name),
    },
  };
}
