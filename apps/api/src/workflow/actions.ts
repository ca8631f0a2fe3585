import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { dayIn } from '@kehu/domain/text/dates';
import {
  type ActionRule,
  type AllowedAction,
  actionsOf,
  allowedActionsBy,
  loaderOf,
  readRows,
} from '../commands/allowed-actions.js';
import { say } from '../commands/messages.js';
import type { RequestContext } from '../context.js';
import type { ResolverClass } from '../departments/department.js';
import type { RecordRow } from '../records/encode.js';
import { sourceOfRequest } from '../records/source.js';
import { type Hindrance, rule } from './clear.js';
import type { AskerFacts, Machine, RecordFacts } from './machine.js';
import { mayAtAll } from './standing.js';

interface Known<Facts> {
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly facts: ReadonlyMap<string, RecordFacts<Facts>>;
}

/**
 * `allowedActions` of a kind with a workflow: each act of its table to which the person has a right at
 * all, closed ones with the reason, and the acts `beside` the table. Records that are asked about
 * together are read together.
 */
export function workflowActions<State extends string, Name extends string, Facts extends AskerFacts>(
  machine: Machine<State, Name, Facts>,
  beside: readonly ActionRule[] = [],
): ResolverClass {
  const open = new WeakMap<
    RequestContext,
    { readonly ids: Set<string>; readonly known: Promise<Known<Facts>> }
  >();
  const kind = kindNamed(machine.workflow.kind);
  const acts = [
    ...new Set(
      machine.workflow.transitions
        .filter(({ from, effectOf }) => from.length > 0 && effectOf === undefined)
        .map(({ act }) => act),
    ),
  ];

  const knownOf = (id: string, context: RequestContext): Promise<Known<Facts>> => {
    const batch = open.get(context);
    if (batch) {
      batch.ids.add(id);
      return batch.known;
    }
    const ids = new Set([id]);
    const known = new Promise<void>((turn) => setImmediate(turn)).then(async () => {
      open.delete(context);
      const rows = await readRows(kind, [...ids], context);
      return { rows, facts: await machine.facts(sourceOfRequest(context), [...rows.values()]) };
    });
    open.set(context, { ids, known });
    return known;
  };

  return allowedActionsBy(kind.name, async (id, context) => {
    const { actor, language } = context;
    if (!actor) return [];
    const { rows, facts } = await knownOf(id, context);
    const row = rows.get(id);
    const known = facts.get(id);
    if (!row || !known) return [];
    const state = row[machine.stateField] as State;
    const found: AllowedAction[] = [];
    for (const act of acts) {
      const all = machine.workflow.transitions.filter((transition) => transition.act === act);
      if (!all.some((transition) => mayAtAll(kind, transition, actor))) continue;
      const { cleared, ...refused } = await rule(machine, {
        act,
        outcome: null,
        row,
        state,
        facts: known,
        actor,
        drawing: true,
        load: loaderOf(context),
        today: dayIn(context.organisation.zone, context.services.clock.now()),
      });
      const article = cleared?.transition.article ?? all[0]?.article ?? null;
      found.push(
        cleared
          ? { action: act, enabled: true, reason: null, article, dueAt: null }
          : { action: act, enabled: false, ...why(refused.hindrance, article), dueAt: null },
      );
    }
    return [...found, ...(await actionsOf(kind, beside, id, context))];

    function why(
      hindrance: Hindrance | null,
      article: string | null,
    ): Pick<AllowedAction, 'reason' | 'article'> {
      switch (hindrance?.why) {
        case 'guard':
          return { reason: say(hindrance.message, language), article: hindrance.article };
        case 'document':
          return {
            reason: say('guard.documentMissing', language, {
              document: kindNamed(hindrance.document).label[language],
            }),
            article: hindrance.article,
          };
        case 'noRight':
          return { reason: say('access.forbidden', language), article: null };
        default:
          return {
            reason: say('workflow.wrongState', language, { state: machine.stateLabel(state)[language] }),
            article,
          };
      }
    }
  });
}
