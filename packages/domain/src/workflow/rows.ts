import type { Transition } from './workflow.js';

type Given<State extends string, Guard extends string> = Partial<Transition<State, Guard>> &
  Pick<Transition<State, Guard>, 'to' | 'by'>;

/**
 * Writes the rows of a workflow's table: what most of them share is said once, what a row leaves out is
 * none. `rights` and `article` of a row stand above the shared ones.
 */
export function transitionRows<State extends string, Guard extends string>(
  shared: Pick<Transition<State, Guard>, 'rights' | 'article'>,
): (id: string, act: string, given: Given<State, Guard>) => Transition<State, Guard> {
  return (id, act, given) => ({
    from: [],
    guards: [],
    requires: [],
    writes: [],
    limit: null,
    ...shared,
    ...given,
    id,
    act,
  });
}
