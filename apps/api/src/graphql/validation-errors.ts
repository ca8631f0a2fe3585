import type { Language } from '@kehu/domain/catalogue/labels';
import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import { validationText } from './validation-messages.js';

/**
 * Errors of graphql-js about a document or its variables as the contract has them: BAD_USER_INPUT in
 * the reader's language, with the place as a path (`orders.items.colour`, `variables.where.id.eq`).
 */
export function validationErrors(
  errors: readonly GraphQLError[],
  language: Language,
  document: DocumentNode | null,
): GraphQLError[] {
  return errors.map((error) => {
    const message = validationText(error.message, language);
    const path = variablePath(error.message) ?? (document && documentPath(document, error.nodes?.[0]));
    return new GraphQLError(message, {
      ...(error.source ? { source: error.source } : {}),
      ...(error.positions ? { positions: error.positions } : {}),
      extensions: { code: 'BAD_USER_INPUT', ...(path ? { fields: [{ path, message }] } : {}) },
    });
  });
}

/**
 * `Variable "$w" got invalid value … at "w.orderedAt.gt"` → `variables.w.orderedAt.gt`; a field that is
 * unknown or missing is named itself.
 */
function variablePath(message: string): string | null {
  const name = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (!name) return null;
  const inside = / at "([^"]+)"; /.exec(message)?.[1];
  // The value that was sent stands before it, and may hold anything.
  const reason = message.slice(message.lastIndexOf('; Field "'));
  const field = /^; Field "([^"]+)" (?:is not defined by|of required) type/.exec(reason)?.[1];
  return `variables.${[inside ?? name, ...(field ? [field] : [])].join('.').replace(/\[(\d+)\]/g, '.$1')}`;
}

/** The response keys, arguments and input fields that lead to a node of the document. */
function documentPath(document: DocumentNode, wanted: ASTNode | undefined): string | null {
  if (!wanted) return null;
  const path: string[] = [];
  let found: string | null = null;
  visit(document, {
    enter(node) {
      const step = stepOf(node);
      if (step !== null) path.push(step);
      // A name stands inside the field or argument that it names.
      if (node === wanted) {
        found = path.join('.');
        return false;
      }
      return found === null ? undefined : false;
    },
    leave(node) {
      if (found === null && stepOf(node) !== null) path.pop();
    },
  });
  return found;
}

function stepOf(node: ASTNode): string | null {
  if (node.kind === Kind.FIELD) return node.alias?.value ?? node.name.value;
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
  return null;
}
