import type { Actor } from '@kehu/domain/access/actor';
import { permits } from '@kehu/domain/access/permissions';

const answers = new WeakMap<Actor, boolean>();

/** Whether a person may write queries of his own: GraphiQL, introspection, the statements of `explain`. */
export function mayAskAdHoc(actor: Actor | null): boolean {
  if (!actor) return false;
  let answer = answers.get(actor);
  if (answer === undefined) {
    answer = permits(actor.roles, 'adHocQuery', 'PERFORM').length > 0;
    answers.set(actor, answer);
  }
  return answer;
}
