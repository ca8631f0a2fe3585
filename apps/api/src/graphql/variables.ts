import { Kind } from 'graphql';

/** Whether a variable stands anywhere in a part of a document. */
export function hasVariables(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasVariables);
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === Kind.VARIABLE) return true;
  return Object.entries(part).some(([name, inner]) => name !== 'loc' && hasVariables(inner));
}
