import type { Role } from '@kehu/domain/access/roles';
import { roleGrant } from '@kehu/domain/administration/access-records';
import { codeListEntry, organisation } from '@kehu/domain/administration/settings';
import { department, region, staff } from '@kehu/domain/organisation/organisation';
import type { Batch, NewRow } from './batch.js';
import { at, dateText, instantText } from './calendar.js';
import { codeLists } from './code-lists.js';
import { departmentPlans, type Post, posts } from './house-plan.js';
import { type Identifiers, romanised } from './identifiers.js';
import { personName } from './names.js';
import { regionPlans } from './places.js';
import { Random } from './random.js';

/** A person of the demo as the other parts need him. */
export interface DemoStaff {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Code of the department. */
  readonly department: string;
  /** Code of the region; null at headquarters. */
  readonly region: string | null;
  readonly left: number | null;
  /** Has a password: one of the twenty demo sign-ins. */
  readonly signsIn: boolean;
}

export interface DemoHouse {
  readonly batches: readonly Batch[];
  readonly staff: readonly DemoStaff[];
  /** Id of a region by its code. */
  readonly regionIds: ReadonlyMap<string, string>;
  /** Id of a department by its code. */
  readonly departmentIds: ReadonlyMap<string, string>;
}

/** How long ago the company's grants were given, in days. */
const grantsBefore = 760;

/** The organisation with its regions, departments, stores, sixty people and what they may do. */
export function demoHouse(
  seed: string,
  today: number,
  nextId: () => string,
  identifiers: Identifiers,
): DemoHouse {
  const random = new Random(`${seed} house`);
  const regionIds = new Map(regionPlans.map((plan) => [plan.code, nextId()]));
  const plans = departmentPlans();
  const departmentIds = new Map(plans.map((plan) => [plan.code, nextId()]));
  const people = makePeople(random, today, nextId);
  const byPost = new Map(people.map((person) => [person.post.key, person]));
  const idOfPost = (key: string | undefined): string | null => (key ? (byPost.get(key)?.id ?? null) : null);
  const opened = instantText(at(today - grantsBefore, 9));

  const regions: NewRow<typeof region>[] = regionPlans.map((plan) => ({
    id: regionIds.get(plan.code) ?? '',
    code: plan.code,
    name: plan.name,
    parentId: null,
    managerId: idOfPost(`area-${plan.code}`),
    createdAt: opened,
  }));
  const departments: NewRow<typeof department>[] = plans.map((plan) => ({
    id: departmentIds.get(plan.code) ?? '',
    code: plan.code,
    name: plan.name,
    kind: plan.kind,
    parentId: plan.parent ? (departmentIds.get(plan.parent) ?? null) : null,
    headId: idOfPost(people.find(({ post }) => post.heads === plan.code)?.post.key),
    regionId: plan.region ? (regionIds.get(plan.region) ?? null) : null,
    ownership: plan.ownership ?? null,
    address: plan.address ?? null,
    active: true,
    createdAt: opened,
  }));
  const staffRows = people.map(
    (person): NewRow<typeof staff> => ({
      id: person.id,
      login: person.login,
      displayName: person.name,
      familyName: person.family,
      givenName: person.given,
      jobTitle: person.post.title,
      phone: identifiers.mobile(random),
      email: `${person.login}@lanxu.example`,
      departmentId: departmentIds.get(person.post.department) ?? null,
      regionId: person.post.region ? (regionIds.get(person.post.region) ?? null) : null,
      supervisorId: idOfPost(person.post.supervisor),
      status: person.left !== null ? 'LEFT' : person.post.onLeave ? 'LEAVE' : 'ACTIVE',
      leftOn: person.left === null ? null : dateText(person.left),
      createdAt: opened,
    }),
  );
  return {
    batches: [
      { kind: organisation, rows: [organisationRow(nextId())] },
      { kind: region, rows: regions },
      { kind: department, rows: departments },
      { kind: staff, rows: staffRows },
      { kind: roleGrant, rows: grantRows(people, today, nextId, idOfPost) },
      { kind: codeListEntry, rows: codeLists(nextId) },
    ],
    staff: people.map((person) => ({
      id: person.id,
      login: person.login,
      name: person.name,
      roles: person.post.roles,
      department: person.post.department,
      region: person.post.region ?? null,
      left: person.left,
      signsIn: person.post.signIn !== undefined,
    })),
    regionIds,
    departmentIds,
  };
}

function organisationRow(id: string): NewRow<typeof organisation> {
  return {
    id,
    name: '岚序家居股份有限公司',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: true,
  };
}

interface Person {
  readonly id: string;
  readonly post: Post;
  readonly login: string;
  readonly name: string;
  readonly family: string;
  readonly given: string;
  readonly left: number | null;
}

function makePeople(random: Random, today: number, nextId: () => string): Person[] {
  const names = new Set<string>();
  const logins = new Set<string>();
  return posts().map((post) => {
    const gender = random.chance(0.5) ? 'FEMALE' : 'MALE';
    const birthYear = post.senior ? random.whole(1968, 1984) : random.whole(1985, 2001);
    let found = personName(random, gender, birthYear);
    while (names.has(found.name)) found = personName(random, gender, birthYear);
    names.add(found.name);
    let login = post.signIn ?? romanised(found.name);
    for (let no = 2; logins.has(login); no++) login = `${romanised(found.name)}${no}`;
    logins.add(login);
    return { id: nextId(), post, login, ...found, left: post.leftDaysAgo ? today - post.leftDaysAgo : null };
  });
}

/** Every role was granted by one administrator and approved by somebody else (B7.5). */
function grantRows(
  people: readonly Person[],
  today: number,
  nextId: () => string,
  idOfPost: (key: string) => string | null,
): NewRow<typeof roleGrant>[] {
  const first = idOfPost('sys-admin');
  const second = idOfPost('sys-admin-2');
  const hr = idOfPost('hr-admin');
  const gm = idOfPost('gm');
  return people.flatMap((person, place) =>
    person.post.roles.map((role) => {
      const day = today - grantsBefore + (place % 9);
      const approved = instantText(at(day + 1, 10, (place * 7) % 60));
      return {
        id: nextId(),
        staffId: person.id,
        role,
        state: person.left === null ? ('ACTIVE' as const) : ('REVOKED' as const),
        grantedById: person.id === first ? second : first,
        grantedVia: 'session',
        approvedById: person.id === hr || person.id === first ? gm : hr,
        approvedVia: 'session',
        approvedAt: approved,
        validFrom: approved,
        validTo: person.left === null ? null : instantText(at(person.left, 18)),
        expiresOn: null,
        reason: '按岗位职责授权',
        createdAt: instantText(at(day, 9, (place * 5) % 60)),
      };
    }),
  );
}
