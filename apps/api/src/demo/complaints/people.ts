import type { DemoHouse, DemoStaff } from '../house.js';

/** Who does what in the demo's cases. */
export interface CasePeople {
  readonly gm: DemoStaff;
  readonly hr: DemoStaff;
  readonly serviceHead: DemoStaff;
  readonly service: DemoStaff;
  readonly finance: DemoStaff;
  staffOf(store: string): DemoStaff;
  supervisorOf(store: string): DemoStaff;
  areaManagerOf(region: string): DemoStaff;
  /** Somebody of a department who handles, and who reviews there. */
  handlerOf(department: string): DemoStaff;
  reviewerOf(department: string): DemoStaff;
  idOf(department: string): string;
  byLogin(login: string): DemoStaff;
}

const handlers: Readonly<Record<string, string>> = {
  QUALITY: 'handler',
  LOGISTICS: 'logistics',
  TECH: 'tech',
  OPS: 'ops',
  'SALES-EAST': 'kam',
  CREDIT: 'rm',
};

/** The posts behind the cases, looked up once. */
export function casePeople({ staff, departmentIds }: DemoHouse): CasePeople {
  const logins = new Map(staff.map((one) => [one.login, one]));
  const byLogin = (login: string): DemoStaff => {
    const found = logins.get(login);
    if (!found) throw new Error(`The demo has nobody with the login ${login}.`);
    return found;
  };
  const holder = (role: DemoStaff['roles'][number], department: string): DemoStaff | undefined =>
    staff.find((one) => one.left === null && one.department === department && one.roles.includes(role));
  const service = byLogin('ops-cs');
  const serviceHead = staff.find((one) => one.department === 'OPS-CS' && one !== service) ?? service;
  const salesHead = byLogin('dept-head');
  const opsHead =
    staff.find((one) => one.department === 'OPS' && one.roles.includes('DEPT_HEAD')) ?? salesHead;
  const creditHead = holder('DEPT_HEAD', 'CREDIT') ?? salesHead;
  const reviewers: Readonly<Record<string, DemoStaff>> = {
    QUALITY: byLogin('handler-sup'),
    LOGISTICS: opsHead,
    TECH: opsHead,
    OPS: opsHead,
    'SALES-EAST': salesHead,
    CREDIT: creditHead,
  };
  return {
    gm: byLogin('gm'),
    hr: byLogin('hr-admin'),
    finance: byLogin('finance'),
    service,
    serviceHead,
    byLogin,
    staffOf: (store) => holder('STORE_STAFF', store) ?? service,
    supervisorOf: (store) => holder('STORE_SUP', store) ?? serviceHead,
    areaManagerOf: (region) => holder('AREA_MANAGER', `SALES-${region}`) ?? serviceHead,
    handlerOf: (department) => byLogin(handlers[department] ?? 'handler'),
    reviewerOf: (department) => reviewers[department] ?? salesHead,
    idOf: (department) => departmentIds.get(department) ?? '',
  };
}
