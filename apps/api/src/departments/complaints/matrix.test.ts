import { type Role, role } from '@kehu/domain/access/roles';
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

/** How a case lies to the person who asks. A relationship manager reads cases of his own customers (B4) and those that he handles. */
interface Relation {
  readonly name: string;
  /** Whether the right's scope reaches a case that lies so (B2, B4). */
  readonly reaches: ReadonlySet<Role>;
  readonly of: (staffId: string) => RecordRow;
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

const relations: readonly Relation[] = [
  {
    name: 'of the own store, assigned to the person where it is assigned',
    reaches: new Set([
      ...whole,
      ...inStoreA,
      ...supervising,
      'HANDLER',
      'OPS',
      'LOGISTICS',
      'TECH',
      'KAM',
      'RM',
    ]),
    of: (staffId) => ({ handlerId: staffId }),
  },
  {
    name: 'of another store and another handler',
    reaches: new Set([...whole, ...supervising]),
    of: () => ({ storeId: house.departments.storeB }),
  },
  {
    name: 'about the person himself',
    reaches: new Set([
      ...whole,
      ...inStoreA,
      ...supervising,
      'HANDLER',
      'OPS',
      'LOGISTICS',
      'TECH',
      'KAM',
      'RM',
    ]),
    of: (staffId) => ({ complainedStaffId: staffId, handlerId: staffId }),
    closed: () => true,
  },
];

/** Acts that the small house cannot do to any case: dispatch needs a department of another kind. */
const otherInput: ReadonlySet<string> = new Set(['assignDispatchCase']);

/** From the tables alone: whether a role may do an act on a case in a state that lies to the person so. */
function allowed(holder: Role, state: ComplaintState, act: string, relation: Relation): boolean {
  if (relation.closed?.(act) || !relation.reaches.has(holder) || otherInput.has(act)) return false;
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
      for (const state of complaintState.codes) {
        const fresh = async () => {
          const own = relation.of(staffId);
          const { handlerId, ...rest } = own;
          const more = assignedStates.includes(state) ? own : rest;
          // Documents are other people's, so that authorship decides nothing here.
          const people = { ...casePeople, assessor: '151', handler: '151' };
          const { storeId } = more;
          const desk = state === 'PENDING_RULING' ? { deskDepartmentId: storeId ?? casePeople.store } : {};
          return plantCase((kind, row) => world.plant(kind, row), state, people, {
            ...more,
            ...desk,
            ...(assignedStates.includes(state) ? { handlerId: handlerId ?? '151' } : {}),
          });
        };
        let standing = await fresh();
        for (const act of acts) {
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
