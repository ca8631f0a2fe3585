import {
  type FieldNode,
  type GraphQLInputType,
  getArgumentValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { hasVariables } from './variables.js';

type Variables = Readonly<Record<string, unknown>>;
/** Reads a value from the variables; `missing` for a variable that was left out, `invalid` for what graphql-js refuses. */
type Read = (variables: Variables) => unknown;

const missing = Symbol('missing');
const invalid = Symbol('invalid');

/**
 * The arguments of one field of a document as `getArgumentValues` reads them, to be asked again and
 * again: what stands in the document is read once, and of a filter with fifty fields only those are
 * looked at that it names. Whatever is not as it should be is left to `getArgumentValues` and its errors.
 */
export function argumentReader(
  field: Parameters<typeof getArgumentValues>[0],
  node: FieldNode,
): (variables: Variables) => Record<string, unknown> {
  const asGraphqlDoes = (variables: Variables) => getArgumentValues(field, node, variables);
  if (!hasVariables(node.arguments)) {
    const constant = asGraphqlDoes({});
    return () => constant;
  }
  const given = new Map(node.arguments?.map((argument) => [argument.name.value, argument.value]));
  const read = readerOf(
    field.args.map(({ name, type, defaultValue }) => ({ name, type, defaultValue, value: given.get(name) })),
    () => ({}),
  );
  return (variables) => {
    const values = read(variables);
    return values === invalid ? asGraphqlDoes(variables) : (values as Record<string, unknown>);
  };
}

interface Part {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
  readonly value: ValueNode | undefined;
}

/** An object of parts, in the order in which the type declares them. */
function readerOf(parts: readonly Part[], empty: () => Record<string, unknown>): Read {
  const readers = parts.flatMap(({ name, type, defaultValue, value }) => {
    if (value === undefined && defaultValue === undefined && !isNonNullType(type)) return [];
    return [
      { name, type, defaultValue, read: value === undefined ? () => missing : valueReader(type, value) },
    ];
  });
  return (variables) => {
    const values = empty();
    for (const { name, type, defaultValue, read } of readers) {
      const value = read(variables);
      if (value === invalid) return invalid;
      if (value !== missing) values[name] = value;
      else if (defaultValue !== undefined) values[name] = defaultValue;
      else if (isNonNullType(type)) return invalid;
    }
    return values;
  };
}

function valueReader(type: GraphQLInputType, value: ValueNode): Read {
  if (!hasVariables(value)) {
    const constant: unknown = valueFromAST(value, type);
    return () => (constant === undefined ? invalid : constant);
  }
  if (value.kind === Kind.VARIABLE) {
    const name = value.name.value;
    return (variables) => {
      const found = variables[name];
      if (found === undefined) return missing;
      return found === null && isNonNullType(type) ? invalid : found;
    };
  }
  if (isNonNullType(type)) return valueReader(type.ofType, value);
  if (isListType(type)) return listReader(type.ofType, value);
  if (isInputObjectType(type) && !type.isOneOf && value.kind === Kind.OBJECT) {
    const given = new Map(value.fields.map((field) => [field.name.value, field.value]));
    const parts = Object.values(type.getFields()).map((field) => ({
      ...field,
      value: given.get(field.name),
    }));
    return readerOf(parts, () => Object.create(null));
  }
  return (variables) => {
    const found: unknown = valueFromAST(value, type, { ...variables });
    return found === undefined ? invalid : found;
  };
}

function listReader(type: GraphQLInputType, value: ValueNode): Read {
  const items = (value.kind === Kind.LIST ? value.values : [value]).map((item) => valueReader(type, item));
  return (variables) => {
    const values: unknown[] = [];
    for (const read of items) {
      const item = read(variables);
      // A variable that was left out is null inside a list.
      const found = item === missing ? null : item;
      if (found === invalid || (found === null && isNonNullType(type))) return invalid;
      values.push(found);
    }
    return values;
  };
}
