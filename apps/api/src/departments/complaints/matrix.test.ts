import { handlingRoles } from '@kehu/domain/access/handling-roles';
import { type Role, role } from '@kehu/domain/access/roles';
import { handlers } from '@kehu/domain/complaints/transition';
import { type ComplaintState, complaintState } from '@kehu/domain/complaints/vocabularies';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePeople } from '../../acceptance/valid-complaint-acts.js';
import { openWorld, type World } from '../../acceptance/world.js';
import type { RecordRow } from '../../records/encode.js';
import { house, houseStaff, loginOf } from '../../testing/small-house.js';
import { actInput, plantCase } from './testing/plant-case.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const acts = [...new Set(complaintTransitions.map(({ act }) => act))].filter(
  (act) => act !== 'registerComplaint',
);

/** How a case lies to the person who asks. */
interface Relation {
  readonly name: string;
  /** Whether the right's scope reaches a case that lies so (B2, B4). */
  readonly reaches: ReadonlySet<Role>;
  readonly of: (staffId: string) => RecordRow;
  /** The person is the handler from the assignment on, and does what a handler does, whatever his role. */
  readonly handles: boolean;
  /** What the person's part in the case adds: it opens the card, and no act of the pipeline. */
  readonly part?: (staffId: string) => readonly [string, RecordRow];
  /** What stands against the act although the right reaches. */
  readonly closed?: (act: string) => boolean;
}

/** Roles of the whole house, of the store in the east, and of the department that handles. */
const whole: readonly Role[] = ['OPS_CS', 'HR_ADMIN', 'GM'];
const inStoreA: readonly Role[] = ['STORE_STAFF', 'STORE_SUP', 'AREA_MANAGER'];
const supervising: readonly Role[] = ['HANDLER_SUP'];

const assignedStates: readonly ComplaintState[] = complaintState.codes.filter(
  (state) => !['REGISTERED', 'PENDING_RULING', 'NOT_ACCEPTED', 'ACCEPTED'].includes(state),
);

const far = new Set([...whole, ...supervising]);
const otherStore = () => ({ storeId: house.departments.storeB });
const since = '2026-01-06T02:00:00.000Z';
const due = '2027-01-06T02:00:00.000Z';

const relations: readonly Relation[] = [
  {
    name: 'of the own store, assigned to the person where it is assigned',
    reaches: new Set([...whole, ...inStoreA, ...supervising, ...handlingRoles]),
    of: (staffId) => ({ handlerId: staffId }),
    handles: true,
  },
  {
    name: 'of another store and another handler',
    reaches: far,
    of: otherStore,
    handles: false,
  },
  {
    name: 'of another store, of which the person got a copy',
    reaches: far,
    of: otherStore,
    handles: false,
    part: (staffId) => ['CaseParticipant', { staffId, part: 'COPIED', since }],
  },
  {
    name: 'of another store, for which the person was asked to assist',
    reaches: far,
    of: otherStore,
    handles: false,
    part: (assigneeId) => [
      'DepartmentTask',
      {
        departmentId: house.departments.storeB,
        assigneeId,
        request: '协助',
        dueAt: due,
        state: 'ACCEPTED',
        askedById: '151',
        askedAt: since,
      },
    ],
  },
  {
    name: 'about the person himself',
    reaches: new Set([...whole, ...inStoreA, ...supervising, ...handlingRoles]),
    of: (staffId) => ({ complainedStaffId: staffId, handlerId: staffId }),
    handles: true,
    closed: () => true,
  },
];

/** Acts of the handler: who may them at all may them on what he handles. */
const ofHandlers: ReadonlySet<string> = new Set(
  complaintTransitions.filter(({ by }) => by === handlers).map(({ act }) => act),
);

/** Acts that the small house cannot do to any case: dispatch needs a department of another kind. */
const otherInput: ReadonlySet<string> = new Set(['assignDispatchCase']);

/** From the tables alone: whether a role may do an act on a case in a state that lies to the person so. */
function allowed(holder: Role, state: ComplaintState, act: string, relation: Relation): boolean {
  if (relation.closed?.(act) || !relation.reaches.has(holder) || otherInput.has(act)) return false;
  if (ofHandlers.has(act) && !(relation.handles && handlingRoles.includes(holder))) return false;
  if (!ofHandlers.has(act) && ![...whole, ...inStoreA, ...supervising].includes(holder)) return false;
  // Handling people reach a case by handling it, which nobody does before the assignment.
  const byHandling = !whole.includes(holder) && !inStoreA.includes(holder);
  if (byHandling && !assignedStates.includes(state)) return false;
  const asked: Readonly<Record<string, string>> = {
    ruleOnComplaint: 'ACCEPT',
    reviewInvestigationReport: 'AGREE',
    giveHrOpinion: 'AGREE',
    decideComplaint: 'AGREE',
    reviewHandlingOpinion: 'AGREE',
    replyToCustomer: 'CLOSE',
  };
  return complaintTransitions.some(
    (row) =>
      row.act === act &&
      row.from.includes(state) &&
      (!row.procedures || row.procedures.includes('STANDARD')) &&
      (!row.when || row.when.equals === asked[act]) &&
      row.by.includes(holder) &&
      // A quality case that is neither anonymous nor a key account, within the store's own line of rulers.
      !row.guards.some((guard) =>
        [
          'situationDispute',
          'anonymousCase',
          'lateWithdrawalOn',
          'hrComplainedAbout',
          'disputePath',
        ].includes(guard),
      ) &&
      !(row.guards.includes('superiorRules') && holder === 'OPS_CS') &&
      !(row.guards.includes('keyAccountEarly') && holder === 'KAM'),
  );
}

describe.each(relations)('on a case $name', (relation) => {
  it.each(role.codes.map((code) => [code] as const))(
    '%s may, over HTTP, exactly what the tables say in each state',
    async (holder) => {
      const login = loginOf(holder);
      const client = await world.server.as(login);
      const staffId = houseStaff[login] ?? '';
      const differs: string[] = [];
      // A mere part in the case is tried with what it must not open.
      const tried = relation.part ? acts.filter((act) => ofHandlers.has(act)) : acts;
      for (const state of complaintState.codes) {
        const fresh = async () => {
          const own = relation.of(staffId);
          const { handlerId, ...rest } = own;
          const handled = assignedStates.includes(state) && handlingRoles.includes(holder);
          const more = handled ? own : rest;
          // Documents are other people's, so that authorship decides nothing here.
          const people = { ...casePeople, assessor: '151', handler: '151' };
          const { storeId } = more;
          const desk = state === 'PENDING_RULING' ? { deskDepartmentId: storeId ?? casePeople.store } : {};
          const planted = await plantCase((kind, row) => world.plant(kind, row), state, people, {
            ...more,
            ...desk,
            ...(assignedStates.includes(state) ? { handlerId: handled ? (handlerId ?? '151') : '151' } : {}),
          });
          const [kind, part] = relation.part?.(staffId) ?? [];
          if (kind) await world.plant(kind, { complaintId: planted.id, ...part });
          return planted;
        };
        let standing = await fresh();
        for (const act of tried) {
          const input = {
            id: standing.id,
            expectedVersion: 1,
            ...actInput(act, { ...casePeople, handler: '151', executor: '151' }, standing.original),
          };
          const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input`;
          const { data, errors } = await client.query(
            `mutation A($input: ${type}!) { ${act}(input: $input) { told { name } next { action } } }`,
            { variables: { input } },
          );
          const done = (data as Record<string, unknown> | null)?.[act] != null;
          if (done) standing = await fresh();
          const should = allowed(holder, state, act, relation);
          if (done !== should)
            differs.push(
              `${state} ${act}: ${done ? 'done' : errors[0]?.message}, should ${should ? 'go' : 'be refused'}`,
            );
        }
      }
      expect(differs).toEqual([]);
    },
    60_000,
  );
});
