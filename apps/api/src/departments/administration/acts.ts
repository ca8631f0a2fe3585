import { role } from '@kehu/domain/access/roles';
import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLString } from 'graphql';
import { type ActSpec, inputFields, reasonField, versioned } from '../../commands/act-schema.js';
import type { RequestContext } from '../../context.js';
import type { FieldSpecs } from '../../graphql/schema/declare.js';
import { scalars } from '../../graphql/schema/kinds.js';
import { changePassword, revokeApiToken } from './commands/account.js';
import {
  createDepartment,
  createRegion,
  departmentFields,
  regionFields,
  updateDepartment,
  updateRegion,
} from './commands/house.js';
import { approveRoleGrant, grantRole, refuseRoleGrant, revokeRoleGrant } from './commands/role-grants.js';
import {
  codeListFields,
  deleteView,
  labelFields,
  organisationFields,
  removeLabelOverride,
  saveCodeListEntry,
  saveLabelOverride,
  saveView,
  updateOrganisation,
  viewFields,
} from './commands/settings.js';
import {
  createStaff,
  resetStaffPassword,
  setStaffStatus,
  staffFields,
  updateStaff,
} from './commands/staff.js';
import { approvingRoles } from './grants.js';

const required = true as const;
const recordOf = (outcome: unknown) => ({ recordId: (outcome as { id: string | null }).id });
const withPassword = (outcome: unknown) => ({
  ...recordOf(outcome),
  initialPassword: (outcome as { initialPassword: string | null }).initialPassword,
});

const approveText = label('批准授权', '核准授權', 'Approve a role grant');

const initialPassword: FieldSpecs = {
  initialPassword: {
    type: () => GraphQLString,
    label: label(
      '初始密码，只显示一次；首次登录须修改',
      '初始密碼，只顯示一次；首次登入須變更',
      'First password, shown once; to be changed at the first sign-in',
    ),
  },
};
const saved: FieldSpecs = {
  id: { type: () => scalars.id, label: label('为空即新建', '為空即新增', 'None: a new one') },
  expectedVersion: {
    type: () => scalars.integer,
    label: label('所见的版本', '所見的版本', 'The version that was seen'),
  },
};

/** Mutations of administration. */
export function administrationActs(): ActSpec[] {
  return [...staffActs(), ...grantActs(), ...houseActs(), ...settingActs()] as ActSpec[];
}

function staffActs() {
  return [
    {
      command: createStaff,
      label: label('新建员工', '新增員工', 'Create a person'),
      input: inputFields('Staff', staffFields, ['displayName']),
      returns: 'Staff',
      more: initialPassword,
      answer: withPassword,
    },
    {
      command: updateStaff,
      label: label('修改员工', '修改員工', 'Change a person'),
      input: { ...versioned, ...inputFields('Staff', staffFields) },
      returns: 'Staff',
      more: initialPassword,
      answer: withPassword,
    },
    {
      command: setStaffStatus,
      label: label('在职、休假或离职', '在職、休假或離職', 'Active, on leave, or left'),
      input: {
        ...versioned,
        ...inputFields('Staff', ['status', 'leftOn'], ['status']),
        ...reasonField(false),
      },
      returns: 'Staff',
      answer: recordOf,
    },
    {
      command: resetStaffPassword,
      label: label('重置密码', '重設密碼', 'Reset a password'),
      input: versioned,
      returns: 'Staff',
      more: initialPassword,
      answer: withPassword,
    },
    {
      command: changePassword,
      label: label('修改自己的密码', '變更自己的密碼', 'Change one’s own password'),
      input: {
        currentPassword: {
          type: () => GraphQLString,
          required,
          label: label('原密码', '原密碼', 'Current password'),
        },
        newPassword: {
          type: () => GraphQLString,
          required,
          label: label('新密码', '新密碼', 'New password'),
        },
      },
      returns: null,
    },
    {
      command: revokeApiToken,
      label: label('撤销接口令牌', '撤銷介面權杖', 'Revoke an API token'),
      input: versioned,
      returns: 'ApiToken',
      answer: recordOf,
    },
  ];
}

function grantActs() {
  const decided = { ...versioned, ...reasonField(true) };
  return [
    {
      command: grantRole,
      label: label('授权', '授權', 'Grant a role'),
      input: {
        ...inputFields('RoleGrant', ['staff', 'role'], ['staff', 'role']),
        ...inputFields('RoleGrant', ['expiresOn', 'reason']),
      },
      returns: 'RoleGrant',
      answer: (outcome: unknown, _input: unknown, { language }: RequestContext) => ({
        ...recordOf(outcome),
        next: (outcome as { waits: boolean }).waits
          ? {
              action: approveRoleGrant.name,
              label: approveText[language],
              by: approvingRoles.map((code) => role.labels[code][language]).join(', '),
              dueAt: null,
            }
          : null,
      }),
    },
    {
      command: approveRoleGrant,
      label: approveText,
      input: versioned,
      returns: 'RoleGrant',
      answer: recordOf,
    },
    {
      command: refuseRoleGrant,
      label: label('拒绝授权', '拒絕授權', 'Refuse a role grant'),
      input: decided,
      returns: 'RoleGrant',
      answer: recordOf,
    },
    {
      command: revokeRoleGrant,
      label: label('撤销授权', '撤銷授權', 'Revoke a role grant'),
      input: decided,
      returns: 'RoleGrant',
      answer: recordOf,
    },
  ];
}

function houseActs() {
  return [
    {
      command: createDepartment,
      label: label('新建部门或门店', '新增部門或門市', 'Create a department or store'),
      input: inputFields('Department', departmentFields, ['code', 'name', 'kind']),
      returns: 'Department',
      answer: recordOf,
    },
    {
      command: updateDepartment,
      label: label('修改部门或门店', '修改部門或門市', 'Change a department or store'),
      input: { ...versioned, ...inputFields('Department', departmentFields) },
      returns: 'Department',
      answer: recordOf,
    },
    {
      command: createRegion,
      label: label('新建区域', '新增區域', 'Create a region'),
      input: inputFields('Region', regionFields, ['code', 'name']),
      returns: 'Region',
      answer: recordOf,
    },
    {
      command: updateRegion,
      label: label('修改区域', '修改區域', 'Change a region'),
      input: { ...versioned, ...inputFields('Region', regionFields) },
      returns: 'Region',
      answer: recordOf,
    },
  ];
}

function settingActs() {
  return [
    {
      command: saveCodeListEntry,
      label: label('保存代码表条目', '儲存代碼表條目', 'Save a code list entry'),
      input: { ...saved, ...inputFields('CodeListEntry', codeListFields) },
      returns: 'CodeListEntry',
      answer: recordOf,
    },
    {
      command: saveLabelOverride,
      label: label('保存自定义名称', '儲存自訂名稱', 'Save an own label'),
      input: inputFields('LabelOverride', labelFields, ['key', 'labelHans']),
      returns: 'LabelOverride',
      answer: recordOf,
    },
    {
      command: removeLabelOverride,
      label: label('恢复原名称', '恢復原名稱', 'Back to the product’s own word'),
      input: inputFields('LabelOverride', ['key'], ['key']),
      returns: null,
    },
    {
      command: updateOrganisation,
      label: label('修改本单位', '修改本單位', 'Change the organisation'),
      input: { ...versioned, ...inputFields('Organisation', organisationFields) },
      returns: 'Organisation',
      answer: recordOf,
    },
    {
      command: saveView,
      label: label('保存筛选', '儲存篩選', 'Save a view'),
      input: { ...saved, ...inputFields('SavedView', viewFields) },
      returns: 'SavedView',
      answer: recordOf,
    },
    {
      command: deleteView,
      label: label('删除筛选', '刪除篩選', 'Delete a view'),
      input: versioned,
      returns: null,
    },
  ];
}
