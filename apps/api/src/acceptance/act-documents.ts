import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { departments } from '../departments/register.js';
import { buildSchema } from '../graphql/schema.js';
import type { Input } from './valid-acts.js';

export const schema: GraphQLSchema = buildSchema(departments).schema;
const mutation = schema.getMutationType() as GraphQLObjectType;
export const mutationNames: readonly string[] = Object.keys(mutation.getFields());

/** What a mutation takes: the fields of its input, or its arguments where it has no input object. */
export function inputFieldsOf(name: string): ReadonlyMap<string, GraphQLInputType> {
  const args = mutation.getFields()[name]?.args ?? [];
  const input = args.find((arg) => arg.name === 'input');
  const type = input && getNamedType(input.type);
  if (type && isInputObjectType(type)) {
    return new Map(Object.values(type.getFields()).map((field) => [field.name, field.type]));
  }
  return new Map(args.map((arg) => [arg.name, arg.type]));
}

export const takesInput = (name: string): boolean =>
  mutation.getFields()[name]?.args.some((arg) => arg.name === 'input') ?? false;

/** The document of a mutation with all its arguments as variables. */
export function documentOf(name: string, selection = selectionOf(name)): string {
  const { args } = mutation.getFields()[name] ?? { args: [] };
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return args.length > 0
    ? `mutation(${declared}) { ${name}(${passed}) ${selection} }`
    : `mutation { ${name} ${selection} }`;
}

export const variablesOf = (name: string, input: unknown): Input =>
  takesInput(name) ? { input } : (input as Input);

/** Everything that a payload says of itself, and id and version of the record. */
export function selectionOf(name: string): string {
  const type = getNamedType(mutation.getFields()[name]?.type);
  if (!isObjectType(type)) return '';
  const parts = Object.values(type.getFields()).map((field) => {
    const own = getNamedType(field.type);
    if (isLeafType(own)) return field.name;
    if (!isObjectType(own)) return '';
    const names = Object.keys(own.getFields());
    if (field.name === 'told') return 'told { name }';
    if (field.name === 'next') return 'next { action by }';
    if (names.includes('version')) return `${field.name} { id version }`;
    return `${field.name} { ${names.filter((n) => isLeafType(getNamedType(own.getFields()[n]?.type))).join(' ')} }`;
  });
  return `{ ${parts.join(' ')} }`;
}
