import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { SelectedField } from './arguments.js';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema' | 'variableValues'>;

/** Selections of document nodes that use no variables: the same for every request of the document. */
const constant = new WeakMap<FieldNode, readonly SelectedField[]>();

interface Walk {
  readonly info: Info;
  /** A variable was read, so that the answer holds for this request only. */
  usesVariables: boolean;
}

/**
 * What the field of a resolver asks for below itself: fragments, `@skip` and `@include`, defaults and
 * variables resolved; fields of the same answer key merged. `__typename` is left to the executor.
 */
export function selectionOf(info: Info): readonly SelectedField[] {
  const [node] = info.fieldNodes;
  if (node && info.fieldNodes.length === 1) {
    const known = constant.get(node);
    if (known) return known;
  }
  const walk: Walk = { info, usesVariables: false };
  const sets = info.fieldNodes.flatMap((n) => n.selectionSet ?? []);
  const selection = collected(walk, sets, getNamedType(info.returnType));
  if (node && info.fieldNodes.length === 1 && !walk.usesVariables) constant.set(node, selection);
  return selection;
}

function collected(
  walk: Walk,
  sets: readonly SelectionSetNode[],
  type: GraphQLNamedType,
): readonly SelectedField[] {
  const byKey = new Map<string, FieldNode[]>();
  for (const set of sets) gather(walk, set.selections, byKey, type);
  const fields: SelectedField[] = [];
  for (const [key, nodes] of byKey) {
    const field = selected(walk, key, nodes, type);
    if (field) fields.push(field);
  }
  return fields;
}

function gather(
  walk: Walk,
  selections: readonly SelectionNode[],
  byKey: Map<string, FieldNode[]>,
  type: GraphQLNamedType,
): void {
  for (const node of selections) {
    if (!isIncluded(walk, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const known = byKey.get(key);
      if (known) known.push(node);
      else byKey.set(key, [node]);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : walk.info.fragments[node.name.value];
    if (fragment && applies(walk, fragment.typeCondition?.name.value, type)) {
      gather(walk, fragment.selectionSet.selections, byKey, type);
    }
  }
}

function applies({ info }: Walk, condition: string | undefined, type: GraphQLNamedType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = info.schema.getType(condition);
  return isAbstractType(wanted) && isObjectType(type) && info.schema.isSubType(wanted, type);
}

function isIncluded(walk: Walk, node: SelectionNode): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  walk.usesVariables = true;
  const { variableValues } = walk.info;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if !== true && include?.if !== false;
}

function selected(
  walk: Walk,
  key: string,
  nodes: readonly FieldNode[],
  type: GraphQLNamedType,
): SelectedField | null {
  const [node] = nodes;
  if (!node || !('getFields' in type)) return null;
  const definition = type.getFields()[node.name.value];
  if (!definition || !('args' in definition)) return null;
  if (!walk.usesVariables)
    walk.usesVariables = nodes.some((n) => n.arguments?.some((a) => hasVariable(a.value)));
  const sets = nodes.flatMap((n) => n.selectionSet ?? []);
  return {
    name: node.name.value,
    key,
    arguments: getArgumentValues(definition, node, walk.info.variableValues),
    selection: sets.length === 0 ? [] : collected(walk, sets, getNamedType(definition.type)),
  };
}

function hasVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(hasVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => hasVariable(field.value));
    default:
      return false;
  }
}
