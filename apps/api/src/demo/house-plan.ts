import type { Role } from '@kehu/domain/access/roles';
import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { departmentKind, storeOwnership } from '@kehu/domain/organisation/organisation';
import { regionPlans, storePlans } from './places.js';

export interface DepartmentPlan {
  readonly code: string;
  readonly name: string;
  readonly kind: CodeOf<typeof departmentKind>;
  readonly parent?: string;
  readonly region?: string;
  readonly ownership?: CodeOf<typeof storeOwnership>;
  readonly address?: string;
}

const office = '杭州市滨江区江虹路1900号';

/** Headquarters, the sales regions under sales, the stores under operations. */
export function departmentPlans(): DepartmentPlan[] {
  return [
    { code: 'HQ', name: '总部', kind: 'HEADQUARTERS', address: office },
    { code: 'OPS', name: '营运部', kind: 'OPS', parent: 'HQ' },
    { code: 'OPS-CS', name: '营运部客服', kind: 'OPS_CS', parent: 'OPS' },
    { code: 'HR', name: '行政人事部', kind: 'HR_ADMIN', parent: 'HQ' },
    { code: 'QUALITY', name: '品质管理部', kind: 'OTHER', parent: 'HQ' },
    {
      code: 'LOGISTICS',
      name: '物流配送部',
      kind: 'LOGISTICS',
      parent: 'OPS',
      address: '嘉兴市秀洲区物流园8号库',
    },
    { code: 'TECH', name: '技术支持部', kind: 'TECH', parent: 'OPS' },
    { code: 'SALES', name: '销售部', kind: 'SALES', parent: 'HQ' },
    ...regionPlans.map(
      (plan): DepartmentPlan => ({
        code: `SALES-${plan.code}`,
        name: `${plan.name}大区`,
        kind: 'SALES',
        parent: 'SALES',
        region: plan.code,
      }),
    ),
    { code: 'CREDIT', name: '企业信贷部', kind: 'CREDIT', parent: 'HQ' },
    { code: 'RISK', name: '风险管理部', kind: 'RISK', parent: 'HQ' },
    { code: 'FINANCE', name: '财务部', kind: 'FINANCE', parent: 'HQ' },
    { code: 'IT', name: '信息技术部', kind: 'OTHER', parent: 'HQ' },
    { code: 'ANALYSIS', name: '经营分析部', kind: 'OTHER', parent: 'HQ' },
    ...storePlans.map(
      (plan): DepartmentPlan => ({
        code: plan.code,
        name: plan.name,
        kind: 'STORE',
        parent: 'OPS',
        region: plan.region,
        ownership: plan.ownership,
        address: plan.address,
      }),
    ),
  ];
}

/** One post and who fills it; `signIn` marks the twenty that visitors of the demo may use. */
export interface Post {
  readonly key: string;
  readonly title: string;
  readonly department: string;
  readonly roles: readonly Role[];
  readonly region?: string;
  readonly supervisor?: string;
  readonly signIn?: string;
  /** Code of the department that the person heads. */
  readonly heads?: string;
  readonly senior?: boolean;
  readonly onLeave?: boolean;
  readonly leftDaysAgo?: number;
}

type Extra = Omit<Partial<Post>, 'key' | 'title' | 'department' | 'roles'>;

const post = (
  key: string,
  title: string,
  department: string,
  roles: readonly Role[],
  supervisor: string | null,
  extra: Extra = {},
): Post => ({ key, title, department, roles, ...(supervisor ? { supervisor } : {}), ...extra });

/** A post of the twenty sign-ins: its key is the login. */
const signIn = (
  key: string,
  title: string,
  department: string,
  roles: readonly Role[],
  supervisor: string | null,
  extra: Extra = {},
): Post => post(key, title, department, roles, supervisor, { ...extra, signIn: key });

/** Sixty posts over every role. */
export function posts(): Post[] {
  const senior = true;
  const headquarters = [
    signIn('gm', '总经理', 'HQ', ['GM'], null, { heads: 'HQ', senior }),
    signIn('privacy-officer', '个人信息保护负责人', 'HQ', ['PRIVACY_OFFICER'], 'gm', { senior }),
    post('ops-head', '营运总监', 'OPS', ['DEPT_HEAD', 'OPS'], 'gm', { heads: 'OPS', senior }),
    signIn('ops', '订单主管', 'OPS', ['OPS'], 'ops-head'),
    post('cs-head', '客服经理', 'OPS-CS', ['OPS_CS'], 'ops-head', { heads: 'OPS-CS', senior }),
    signIn('ops-cs', '客服专员', 'OPS-CS', ['OPS_CS'], 'cs-head'),
    post('ops-cs-2', '客服专员', 'OPS-CS', ['OPS_CS'], 'cs-head', { onLeave: true }),
    signIn('hr-admin', '行政人事经理', 'HR', ['HR_ADMIN'], 'gm', { heads: 'HR', senior }),
    post('hr-admin-2', '人事专员', 'HR', ['HR_ADMIN'], 'hr-admin'),
    signIn('handler-sup', '品质管理主管', 'QUALITY', ['HANDLER_SUP'], 'gm', { heads: 'QUALITY', senior }),
    signIn('handler', '品质工程师', 'QUALITY', ['HANDLER'], 'handler-sup'),
    signIn('logistics', '配送调度主管', 'LOGISTICS', ['LOGISTICS'], 'ops-head', { heads: 'LOGISTICS' }),
    post('logistics-2', '配送调度员', 'LOGISTICS', ['LOGISTICS'], 'logistics'),
    signIn('tech', '技术支持主管', 'TECH', ['TECH'], 'ops-head', { heads: 'TECH' }),
    post('tech-2', '安装工程师', 'TECH', ['TECH'], 'tech'),
    signIn('dept-head', '销售总监', 'SALES', ['DEPT_HEAD'], 'gm', { heads: 'SALES', senior }),
    post('credit-head', '企业信贷部总经理', 'CREDIT', ['DEPT_HEAD'], 'gm', { heads: 'CREDIT', senior }),
    signIn('rm', '客户经理', 'CREDIT', ['RM'], 'credit-head', { region: 'EAST' }),
    post('rm-2', '客户经理', 'CREDIT', ['RM'], 'credit-head', { region: 'SOUTH' }),
    signIn('credit-reviewer', '授信审查员', 'RISK', ['CREDIT_REVIEWER'], 'risk-mgr'),
    signIn('risk-mgr', '风险经理', 'RISK', ['RISK_MGR'], 'gm', { heads: 'RISK', region: 'EAST', senior }),
    signIn('finance', '财务经理', 'FINANCE', ['FINANCE'], 'gm', { heads: 'FINANCE', senior }),
    post('finance-2', '应收会计', 'FINANCE', ['FINANCE'], 'finance'),
    signIn('sys-admin', '系统管理员', 'IT', ['SYS_ADMIN'], 'gm', { heads: 'IT' }),
    post('sys-admin-2', '运维工程师', 'IT', ['SYS_ADMIN'], 'sys-admin'),
    signIn('analyst', '数据分析师', 'ANALYSIS', ['ANALYST'], 'gm', { heads: 'ANALYSIS' }),
  ];
  return [...headquarters, ...fieldPosts()];
}

function fieldPosts(): Post[] {
  const areas = regionPlans.map((plan) => {
    const place = `SALES-${plan.code}`;
    const extra: Extra = { region: plan.code, heads: place, senior: true };
    // In the north-east the area manager keeps the key accounts himself.
    const roles: Role[] = plan.code === 'NORTHEAST' ? ['AREA_MANAGER', 'KAM'] : ['AREA_MANAGER'];
    return post(`area-${plan.code}`, '大区经理', place, roles, 'dept-head', {
      ...extra,
      ...(plan.code === 'EAST' ? { signIn: 'area-manager' } : {}),
    });
  });
  const keyAccounts = ['EAST', 'SOUTH', 'NORTH', 'CENTRAL'].map((code) =>
    post(`kam-${code}`, '大客户经理', `SALES-${code}`, ['KAM'], `area-${code}`, {
      region: code,
      ...(code === 'EAST' ? { signIn: 'kam' } : {}),
    }),
  );
  const stores = storePlans.flatMap((plan) => {
    const first = plan.code === 'ST01';
    return [
      post(`sup-${plan.code}`, '店长', plan.code, ['STORE_SUP'], `area-${plan.region}`, {
        region: plan.region,
        heads: plan.code,
        ...(first ? { signIn: 'store-sup' } : {}),
      }),
      post(`staff-${plan.code}`, '导购', plan.code, ['STORE_STAFF'], `sup-${plan.code}`, {
        region: plan.region,
        ...(first ? { signIn: 'store-staff' } : {}),
        // Somebody has left: those customers were handed over to the supervisor.
        ...(plan.code === 'ST08' ? { leftDaysAgo: 96 } : {}),
      }),
    ];
  });
  return [...areas, ...keyAccounts, ...stores];
}
