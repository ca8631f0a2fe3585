import { handlingRoles } from '@kehu/domain/access/handling-roles';
import type { Role } from '@kehu/domain/access/roles';
import type { CaseFacts } from '@kehu/domain/complaints/case-facts';
import { delegatedAt, delegationHolds } from '../../../access/stand-ins.js';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';
import type { OrganisationTree } from './organisation-tree.js';
import { type Candidate, peopleWith } from './people.js';
import type { SettingReader } from './settings.js';

/** Whose desk a case lies on: a person where one can be named, and the department in any case. */
export interface Desk {
  readonly staffId: string | null;
  readonly departmentId: string | null;
}

/** One level at which somebody is looked for, before it goes up to the next. */
interface Level {
  readonly roles: readonly Role[];
  /** Only people of these departments, or of this region; the whole house when both are left out. */
  readonly departments?: readonly string[];
  readonly region?: string | null;
  /** Only these people. */
  readonly people?: readonly string[];
}

interface Asked {
  /** Who had the case at this station before, or was named for it. */
  readonly prefer: readonly (string | null | undefined)[];
  /** Who must not have it: the author, the assessor. */
  readonly never: readonly string[];
  readonly levels: readonly Level[];
  readonly department: string | null;
  /** The department keeps the case whoever is found for it. */
  readonly stays?: true;
  /** Who is away is passed over for his deputy, else for the level above (R4.7). */
  readonly upWhenAway?: true;
}

/**
 * Whose desk a case lies on in the state that it has entered. Goes up a level by itself where nobody of
 * a level may do it: one person alone on shift, a conflict of interest (practice, settings 1; B7).
 * `complaint` is the case as it stands after the step.
 */
export async function deskOf(
  source: FactSource,
  complaint: RecordRow,
  facts: CaseFacts,
  tree: OrganisationTree,
  setting: SettingReader,
): Promise<Desk> {
  const asked = askedFor(complaint, facts, tree, setting);
  if (!asked) return { staffId: null, departmentId: null };
  const people = await peopleWith(source, [...new Set(asked.levels.flatMap(({ roles }) => roles))]);
  const conflicted = (person: Pick<Candidate, 'id' | 'departmentId'>) =>
    !facts.overriddenIds.includes(person.id) &&
    (person.id === facts.complainedStaffId ||
      (person.departmentId !== null && facts.complainedUnitIds.includes(person.departmentId)));
  const at = asked.levels.map((level) =>
    people.filter((person) => fits(person, level) && !conflicted(person) && !asked.never.includes(person.id)),
  );
  const found = async (): Promise<Found | null> => {
    for (const [height, able] of at.entries()) {
      const here = asked.upWhenAway ? able.filter(({ onLeave }) => !onLeave) : able;
      const chosen = choose(here, asked.prefer);
      if (chosen) return { height, chosen, staffId: chosen.id };
      const standIn = asked.upWhenAway ? await standInFor(source, able) : null;
      if (standIn && !conflicted(standIn) && !asked.never.includes(standIn.id))
        return { height, chosen: standIn.principal, staffId: standIn.id };
    }
    // Everybody of every level is away: it waits for the nearest.
    const height = at.findIndex((able) => able.length > 0);
    const chosen = choose(at[height] ?? [], asked.prefer);
    return chosen && { height, chosen, staffId: chosen.id };
  };
  const desk = await found();
  if (!desk) return { staffId: null, departmentId: asked.department };
  const own = desk.height === 0 || asked.stays ? asked.department : null;
  return { staffId: desk.staffId, departmentId: own ?? desk.chosen.departmentId };
}

/** Who was found, at which level, and on whose desk the case lies: the own one, or that of who stands in. */
interface Found {
  readonly height: number;
  readonly chosen: Candidate;
  readonly staffId: string;
}

type StandIn = Pick<Candidate, 'id' | 'departmentId'> & { readonly principal: Candidate };

/** Who stands in now for one of those who are away (B7.7) and is not away himself; null when nobody does. */
async function standInFor(source: FactSource, away: readonly Candidate[]): Promise<StandIn | null> {
  if (away.length === 0) return null;
  const ids = away.map(({ id }) => id);
  const [row] = await source.rows<{ from_id: unknown; id: unknown; department_id: unknown }>(
    `SELECT d.from_id, s.id, s.department_id
     FROM (SELECT from_id, to_id FROM delegation WHERE from_id IN (${marks(ids)}) AND ${delegationHolds}) d
     JOIN staff s ON s.id = d.to_id WHERE s.status NOT IN ('LEAVE', 'LEFT') ORDER BY d.from_id LIMIT 1`,
    [...ids, ...delegatedAt(source.now)],
  );
  const principal = away.find(({ id }) => id === String(row?.from_id));
  if (!row || !principal) return null;
  return {
    id: String(row.id),
    departmentId: row.department_id == null ? null : String(row.department_id),
    principal,
  };
}

function fits(person: Candidate, { roles, departments, region, people }: Level): boolean {
  if (people && !people.includes(person.id)) return false;
  if (!person.roles.some((role) => roles.includes(role))) return false;
  if (departments) return person.departmentId !== null && departments.includes(person.departmentId);
  return region === undefined || (region !== null && person.regionId === region);
}

/** Whoever had it before; else present before on leave, then the emptier desk, then the older id. */
function choose(able: readonly Candidate[], prefer: Asked['prefer']): Candidate | null {
  for (const id of prefer) {
    const known = able.find((person) => person.id === id && !person.onLeave);
    if (known) return known;
  }
  const order = (person: Candidate) => [person.onLeave ? 1 : 0, person.load, Number(person.id)];
  return (
    [...able].sort((a, b) => {
      const one = order(a);
      const other = order(b);
      const at = one.findIndex((value, i) => value !== other[i]);
      return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
    })[0] ?? null
  );
}

function askedFor(
  complaint: RecordRow,
  facts: CaseFacts,
  tree: OrganisationTree,
  setting: SettingReader,
): Asked | null {
  const id = (name: string) => (complaint[name] == null ? null : String(complaint[name]));
  const store = id('storeId');
  const owner = id('ownerId');
  const service = tree.ofKind('OPS_CS')[0]?.id ?? null;
  const office = tree.ofKind('HR_ADMIN')[0]?.id ?? null;
  const customerService: Level = { roles: ['OPS_CS'] };
  const management: Level = { roles: ['GM'] };
  const inStore = (...roles: Role[]): Level => ({ roles, departments: store === null ? [] : [store] });
  const ruling = rulingLevels(store, facts, tree, setting);
  switch (facts.state) {
    case 'REGISTERED':
      if (facts.procedure === 'SIMPLE')
        return { prefer: [], never: [], levels: ruling, department: store ?? service, upWhenAway: true };
      return {
        prefer: [id('receivedById'), owner],
        never: [],
        levels: store === null ? [customerService] : [inStore('STORE_STAFF'), customerService],
        department: store ?? service,
      };
    case 'PENDING_RULING':
      return {
        prefer: [],
        never: facts.assessorIds,
        levels: ruling,
        department: store ?? service,
        upWhenAway: true,
      };
    case 'NOT_ACCEPTED':
      if (facts.anonymous) return hrOrGm(facts, office);
      return {
        prefer: [...facts.assessorIds, owner],
        never: [],
        levels: store === null ? [customerService] : [inStore('STORE_STAFF', 'STORE_SUP'), customerService],
        department: store ?? service,
      };
    case 'ACCEPTED':
      return facts.settings.situations.includes(facts.situation)
        ? { prefer: [owner], never: [], levels: [customerService], department: service }
        : hrOrGm(facts, office);
    case 'ASSIGNED':
    case 'INVESTIGATING':
    case 'OPINION_DRAFT':
      return handling(facts, tree);
    case 'REPORT_REVIEW':
      return reviewing(facts, tree, facts.reportAuthorIds);
    case 'OPINION_REVIEW':
      return reviewing(facts, tree, facts.opinionAuthorIds);
    case 'HR_REVIEW':
      return { ...hrOrGm(facts, office), never: facts.reportAuthorIds };
    case 'GM_REVIEW': {
      const never = [...facts.reportAuthorIds, ...facts.opinionAuthorIds];
      return { prefer: [], never, levels: [management], department: null };
    }
    case 'REPLY_PENDING':
      if (facts.anonymous) return hrOrGm(facts, office);
      return { prefer: [owner], never: [], levels: [customerService], department: service };
    case 'EXECUTING':
      return { prefer: [owner], never: [], levels: [customerService], department: service };
    default:
      return null;
  }
}

/** The superior who rules (R4.7): by setting the store's supervisor or the area manager; above them customer service and the GM. */
function rulingLevels(
  store: string | null,
  facts: CaseFacts,
  tree: OrganisationTree,
  setting: SettingReader,
): Level[] {
  const service: Level = { roles: ['OPS_CS'] };
  const top: Level = { roles: ['GM'] };
  if (store === null) return [service, top];
  const supervisor: Level = { roles: ['STORE_SUP'], departments: [store] };
  const area: Level = { roles: ['AREA_MANAGER'], region: tree.department(store)?.regionId ?? null };
  const first = setting('ruling.by', facts.severity) === 'AREA_MANAGER' ? [area] : [supervisor, area];
  return [...first, service, top];
}

function hrOrGm(facts: CaseFacts, office: string | null): Asked {
  const levels: Level[] = facts.hrComplainedAbout
    ? [{ roles: ['GM'] }]
    : [{ roles: ['HR_ADMIN'] }, { roles: ['GM'] }];
  return { prefer: [], never: [], levels, department: facts.hrComplainedAbout ? null : office };
}

/** The named handler; else the head of the department's line, who passes it on. */
function handling(facts: CaseFacts, tree: OrganisationTree): Asked {
  const department = facts.handlingDepartmentId;
  const within = department === null ? [] : [department];
  const handlers: Role[] = ['HANDLER', 'KAM', 'OPS', 'LOGISTICS', 'TECH', 'RM'];
  return {
    prefer: [facts.handlerId, facts.customerOwnerId],
    never: [],
    levels: [
      ...(facts.handlerId === null ? [] : [{ roles: handlingRoles, people: [facts.handlerId] }]),
      { roles: handlers, departments: within },
      ...supervising(department, tree),
    ],
    department,
    stays: true,
  };
}

function reviewing(facts: CaseFacts, tree: OrganisationTree, authors: readonly string[]): Asked {
  const keyAccount = facts.keyAccount && facts.customerOwnerId !== null ? [facts.customerOwnerId] : [];
  return {
    prefer: facts.handlingDepartmentId === null ? [] : [tree.department(facts.handlingDepartmentId)?.headId],
    never: [...authors, ...keyAccount],
    levels: supervising(facts.handlingDepartmentId, tree),
    department: facts.handlingDepartmentId,
    stays: true,
  };
}

/** Supervisors of a department, then of the one above it, and so on up the tree. */
function supervising(department: string | null, tree: OrganisationTree): Level[] {
  return tree.above(department).map((id) => ({
    roles: ['HANDLER_SUP', 'DEPT_HEAD'],
    departments: [id],
  }));
}
