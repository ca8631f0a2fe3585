import type { Label } from './labels.js';

/**
 * A closed list of codes of the regulations, each with its label. Stored and sent as the code,
 * shown as the label; becomes an enum in GraphQL and a select in the dashboard.
 */
export interface Vocabulary<Code extends string = string> {
  readonly name: string;
  readonly codes: readonly Code[];
  readonly labels: Readonly<Record<Code, Label>>;
}

/** Declares a vocabulary; the order of the codes is the order in which people see and sort them. */
export function vocabulary<Code extends string>(
  name: string,
  labels: Readonly<Record<Code, Label>>,
): Vocabulary<Code> {
  return { name, codes: Object.keys(labels) as Code[], labels };
}

/** The codes of a vocabulary as a TypeScript union. */
export type CodeOf<V> = V extends Vocabulary<infer Code> ? Code : never;
