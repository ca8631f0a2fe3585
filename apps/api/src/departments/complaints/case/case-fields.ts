import type { Actor } from '@kehu/domain/access/actor';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { complaintActLabel } from '@kehu/domain/complaints/act-labels';
import type { LimitRow } from '@kehu/domain/complaints/approval-limits';
import { complaint as complaintKind } from '@kehu/domain/complaints/complaint';
import { expectedAct } from '@kehu/domain/complaints/expected';
import { brokenCaseGuards } from '@kehu/domain/complaints/guards';
import { complaintState } from '@kehu/domain/complaints/vocabularies';
import { type ComplaintTransition, complaintTransitions } from '@kehu/domain/complaints/workflow';
import { dayIn } from '@kehu/domain/text/dates';
import {
  type ActionRule,
  type AllowedAction,
  actionsOf,
  allowedActionsBy,
  loaderOf,
  readRows,
  recordField,
} from '../../../commands/allowed-actions.js';
import { type MessageKey, say } from '../../../commands/messages.js';
import type { RequestContext } from '../../../context.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import { sourceOfRequest } from '../../../records/source.js';
import { mayAtAll, onlyByPart, standingFor } from '../../../workflow/standing.js';
import type { ResolverClass } from '../../department.js';
import { type CaseKnowledge, knowCases } from './facts.js';
import { actorFacts, branchFor, readLimits, transitionsOf } from './guard-facts.js';
import type { NextStep } from './take-step.js';

/** Everything that was read for the cases of one turn of the event loop. */
interface Known {
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly knowledge: CaseKnowledge;
  readonly limits: readonly LimitRow[];
  readonly names: ReadonlyMap<string, string>;
}

const open = new WeakMap<RequestContext, { readonly ids: Set<string>; readonly known: Promise<Known> }>();

/** Cases that are asked about together are read together: twenty-five cost as many statements as one. */
function knownOf(id: string, context: RequestContext): Promise<Known> {
  const batch = open.get(context);
  if (batch) {
    batch.ids.add(id);
    return batch.known;
  }
  const ids = new Set([id]);
  const known = new Promise<void>((turn) => setImmediate(turn)).then(() => {
    open.delete(context);
    return readKnown([...ids], context);
  });
  open.set(context, { ids, known });
  return known;
}

async function readKnown(ids: readonly string[], context: RequestContext): Promise<Known> {
  const rows = await readRows(kindNamed('Complaint'), ids, context);
  const source = sourceOfRequest(context);
  const knowledge = await knowCases(source, [...rows.values()]);
  const desks = [...rows.values()].flatMap(({ deskId }) => (deskId == null ? [] : [String(deskId)]));
  const people =
    desks.length === 0
      ? []
      : await source.rows<{ id: unknown; name: string }>(
          `SELECT id, display_name AS name FROM staff WHERE id IN (${marks(desks)})`,
          desks,
        );
  return {
    rows,
    knowledge,
    limits: await readLimits(source),
    names: new Map(people.map(({ id, name }) => [String(id), name])),
  };
}

/** Acts of the table in its order, each once; registering makes a case and is no act on one. */
const acts = [...new Set(complaintTransitions.map(({ act }) => act))].filter(
  (act) => act !== 'registerComplaint',
);

async function actionsOfCase(
  id: string,
  context: RequestContext,
  beside: readonly ActionRule[],
): Promise<AllowedAction[]> {
  const { actor } = context;
  if (!actor) return [];
  const known = await knownOf(id, context);
  const row = known.rows.get(id);
  if (!row) return [];
  const found: AllowedAction[] = [];
  for (const act of acts) {
    const answer = await actionOf(act, row, known, actor, context);
    if (answer) found.push(answer);
  }
  return [...found, ...(await actionsOf(kindNamed('Complaint'), beside, id, context))];
}

async function actionOf(
  act: string,
  row: RecordRow,
  { knowledge, limits }: Known,
  actor: Actor,
  context: RequestContext,
): Promise<AllowedAction | null> {
  const all = complaintTransitions.filter((transition) => transition.act === act);
  if (!all.some((transition) => mayAtAll(complaintKind, transition, actor))) return null;
  const facts = knowledge.facts.get(String(row.id));
  if (!facts) return null;
  // Anybody may be the handler of a case; who is not that of this one has no such act here.
  if (
    all.every((transition) => onlyByPart(complaintKind, transition, actor)) &&
    !(await anyStanding(all, row, actor, context))
  )
    return null;
  const { language } = context;
  const expected = expectedAct(facts, facts.settings.situations) === act;
  const dueAt = expected && row.stepDueAt != null ? new Date(String(row.stepDueAt)).toISOString() : null;
  const closed = (message: MessageKey, article: string | null, values = {}): AllowedAction => ({
    action: act,
    enabled: false,
    reason: say(message, language, values),
    article,
    dueAt,
  });
  const here = transitionsOf(act, facts);
  const [first] = all;
  if (here.length === 0)
    return closed('guard.wrongState', first?.article ?? null, {
      state: complaintState.labels[facts.state][language],
    });
  // An act with several outcomes is open when one of them is; else the first one says why not.
  let obstacle: AllowedAction | null = null;
  for (const outcome of new Set(here.map(({ when }) => when?.equals ?? null))) {
    const transition = branchFor(here, outcome, facts);
    if (!transition) continue;
    const standing = await standingFor(complaintKind, transition, row, actor, loaderOf(context));
    if (!standing) {
      obstacle ??= closed('access.forbidden', null);
      continue;
    }
    const day = dayIn(context.organisation.zone, context.services.clock.now());
    const full = { ...facts, ...actorFacts(standing, limits, day) };
    const [broken] = brokenCaseGuards(transition.guards, full);
    const missing = transition.requires.find((kind) => !facts.documents.includes(kind));
    if (!broken && !missing)
      return { action: act, enabled: true, reason: null, article: transition.article, dueAt };
    obstacle ??= broken
      ? closed(broken.message, broken.article)
      : closed('guard.documentMissing', transition.article, {
          document: kindNamed(missing ?? '').label[language],
        });
  }
  return (
    obstacle ??
    closed('guard.wrongState', first?.article ?? null, {
      state: complaintState.labels[facts.state][language],
    })
  );
}

async function anyStanding(
  rows: readonly ComplaintTransition[],
  complaint: RecordRow,
  actor: Actor,
  context: RequestContext,
): Promise<boolean> {
  for (const row of rows) {
    if (await standingFor(complaintKind, row, complaint, actor, loaderOf(context))) return true;
  }
  return false;
}

async function expectedOf(id: string, context: RequestContext): Promise<NextStep | null> {
  const { rows, knowledge, names } = await knownOf(id, context);
  const row = rows.get(id);
  const facts = knowledge.facts.get(id);
  if (!row || !facts) return null;
  const action = expectedAct(facts, facts.settings.situations);
  if (action === null) return null;
  const department = knowledge.tree.department(
    row.deskDepartmentId == null ? null : String(row.deskDepartmentId),
  );
  return {
    action,
    label: complaintActLabel(action)[context.language],
    by: names.get(String(row.deskId)) ?? department?.name ?? null,
    dueAt: row.stepDueAt == null ? null : new Date(String(row.stepDueAt)).toISOString(),
  };
}

/**
 * `allowedActions` and `expected` of a case, from the table of transitions: each act to which the person
 * has a right at all, closed ones with the reason; and what is expected now, of whom, until when.
 * `beside` are the acts that are no transitions.
 */
export function caseFields(beside: readonly ActionRule[]): ResolverClass[] {
  const next = catalogueTypes().declarations.ref('NextAct');
  return [
    allowedActionsBy('Complaint', (id, context) => actionsOfCase(id, context, beside)),
    recordField('Complaint', 'expected', next, true, expectedOf),
  ];
}
