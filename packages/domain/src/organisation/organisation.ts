import { bool, date, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

export const departmentKind = vocabulary('DepartmentKind', {
  HEADQUARTERS: label('总部', '總部', 'Headquarters'),
  STORE: label('门店', '門市', 'Store'),
  OPS: label('营运部', '營運部', 'Operations'),
  OPS_CS: label('营运部客服', '營運部客服', 'Customer service'),
  HR_ADMIN: label('行政人事部', '行政人事部', 'HR and administration'),
  LOGISTICS: label('物流配送', '物流配送', 'Logistics'),
  TECH: label('技术支持', '技術支援', 'Technical support'),
  SALES: label('销售', '銷售', 'Sales'),
  CREDIT: label('信贷', '信貸', 'Credit'),
  RISK: label('风险', '風險', 'Risk'),
  FINANCE: label('财务', '財務', 'Finance'),
  OTHER: label('其他', '其他', 'Other'),
});

export const storeOwnership = vocabulary('StoreOwnership', {
  DIRECT: label('直营', '直營', 'Direct'),
  FRANCHISE: label('加盟', '加盟', 'Franchise'),
  AGENT: label('代理', '代理', 'Agent'),
});

export const staffStatus = vocabulary('StaffStatus', {
  ACTIVE: label('在职', '在職', 'Active'),
  LEAVE: label('休假', '休假', 'On leave'),
  LEFT: label('离职', '離職', 'Left'),
});

/** A sales region 区域 (R3.1). */
export const region = kind('Region', {
  plural: 'regions',
  table: 'region',
  department: 'administration',
  subject: 'organisation',
  label: label('区域', '區域', 'Region'),
  title: 'name',
  importable: true,
  defaultOrder: [{ field: 'code', direction: 'ASC' }],
  fields: {
    code: text(label('代码', '代碼', 'Code'), { max: 40 }),
    name: text(label('名称', '名稱', 'Name'), { max: 80, searchable: true, sorted: true }),
    parent: toOne('Region', label('上级区域', '上級區域', 'Parent'), {
      inverse: 'subregions',
      inverseLabel: label('下级区域', '下級區域', 'Subregions'),
    }),
    manager: toOne('Staff', label('区域经理', '區域經理', 'Manager'), { inverse: 'managedRegions' }),
  },
});
export type RegionRow = RowOf<typeof region>;

/** A department, or a store: a department of kind STORE with address, region and ownership (dossier C1). */
export const department = kind('Department', {
  plural: 'departments',
  table: 'department',
  department: 'administration',
  subject: 'organisation',
  label: label('部门', '部門', 'Department'),
  title: 'name',
  importable: true,
  defaultOrder: [{ field: 'code', direction: 'ASC' }],
  fields: {
    code: text(label('代码', '代碼', 'Code'), { max: 40 }),
    name: text(label('名称', '名稱', 'Name'), { max: 80, searchable: true, sorted: true }),
    kind: oneOf(label('类别', '類別', 'Kind'), departmentKind),
    parent: toOne('Department', label('上级部门', '上級部門', 'Parent'), {
      inverse: 'subdepartments',
      inverseLabel: label('下级部门', '下級部門', 'Subdepartments'),
    }),
    head: toOne('Staff', label('负责人', '負責人', 'Head'), { inverse: 'headedDepartments' }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'departments' }),
    ownership: oneOf(label('门店性质', '門市性質', 'Store ownership'), storeOwnership, { optional: true }),
    address: text(label('地址', '地址', 'Address'), { optional: true, max: 200 }),
    active: bool(label('启用', '啟用', 'Active')),
  },
});
export type DepartmentRow = RowOf<typeof department>;

/** A person of the company. Whoever may sign in has a login; imported people of other systems have none. */
export const staff = kind('Staff', {
  plural: 'staffMembers',
  table: 'staff',
  department: 'administration',
  subject: 'staff',
  label: label('员工', '員工', 'Staff'),
  title: 'displayName',
  importable: true,
  defaultOrder: [{ field: 'id', direction: 'ASC' }],
  fields: {
    login: text(label('登录名', '登入名稱', 'Login'), { optional: true, max: 60 }),
    displayName: text(label('姓名', '姓名', 'Name'), {
      max: 80,
      protection: 'name',
      searchable: true,
      sorted: true,
    }),
    familyName: text(label('姓', '姓', 'Family name'), { optional: true, max: 60, protection: 'name' }),
    givenName: text(label('名', '名', 'Given name'), { optional: true, max: 60, protection: 'name' }),
    jobTitle: text(label('职务', '職務', 'Job title'), { optional: true, max: 80 }),
    phone: text(label('手机', '手機', 'Phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    email: text(label('电子邮箱', '電子郵件', 'E-mail'), {
      optional: true,
      max: 120,
      protection: 'identifier',
      mask: 'email',
    }),
    department: toOne('Department', label('部门', '部門', 'Department'), { inverse: 'staff' }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'staff' }),
    supervisor: toOne('Staff', label('上级', '上級', 'Supervisor'), {
      inverse: 'subordinates',
      inverseLabel: label('下级', '下級', 'Subordinates'),
    }),
    status: oneOf(label('状态', '狀態', 'Status'), staffStatus),
    leftOn: date(label('离职日期', '離職日期', 'Left on'), { optional: true }),
  },
});
export type StaffRow = RowOf<typeof staff>;
