import { bool, date, dateTime, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { addressPurpose, customerAttribute, decisionRole } from './vocabularies.js';

/** A contact person of a customer (dossier C2). Character, hobbies and family are left out: not necessary for the purpose. */
export const contact = kind('Contact', {
  plural: 'contacts',
  table: 'contact',
  department: 'customers',
  subject: 'customerFile',
  partOf: 'customer',
  label: label('联系人', '聯絡人', 'Contact'),
  title: 'name',
  importable: true,
  fields: {
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'contacts',
      inverseLabel: label('联系人', '聯絡人', 'Contacts'),
    }),
    name: text(label('姓名', '姓名', 'Name'), {
      max: 80,
      protection: 'name',
      searchable: true,
      sorted: true,
    }),
    position: text(label('职务', '職務', 'Position'), { optional: true, max: 60 }),
    decisionRole: oneOf(label('决策角色', '決策角色', 'Decision role'), decisionRole, { optional: true }),
    phone: text(label('电话', '電話', 'Phone'), {
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
    birthday: date(label('生日', '生日', 'Birthday'), {
      optional: true,
      protection: 'identifier',
      mask: 'birthDate',
    }),
    isPrimary: bool(label('主要联系人', '主要聯絡人', 'Primary')),
    validTo: date(label('有效至', '有效至', 'Valid to'), { optional: true }),
  },
});
export type ContactRow = RowOf<typeof contact>;

export const customerAddress = kind('CustomerAddress', {
  plural: 'customerAddresses',
  table: 'customer_address',
  department: 'customers',
  subject: 'customerFile',
  partOf: 'customer',
  label: label('地址', '地址', 'Address'),
  title: 'city',
  importable: true,
  fields: {
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'addresses',
      inverseLabel: label('地址', '地址', 'Addresses'),
    }),
    purpose: oneOf(label('用途', '用途', 'Purpose'), addressPurpose),
    country: text(label('国家', '國家', 'Country'), { optional: true, max: 60 }),
    province: text(label('省份', '省份', 'Province'), { optional: true, max: 60 }),
    city: text(label('城市', '城市', 'City'), { optional: true, max: 60 }),
    district: text(label('区县', '區縣', 'District'), { optional: true, max: 60 }),
    street: text(label('详细地址', '詳細地址', 'Street'), {
      optional: true,
      max: 300,
      protection: 'identifier',
      mask: 'address',
    }),
    postcode: text(label('邮政编码', '郵遞區號', 'Postcode'), { optional: true, max: 20 }),
  },
});
export type CustomerAddressRow = RowOf<typeof customerAddress>;

export const customerTag = kind('CustomerTag', {
  plural: 'customerTags',
  table: 'customer_tag',
  department: 'customers',
  subject: 'customerFile',
  partOf: 'customer',
  label: label('标签', '標籤', 'Tag'),
  title: 'tag',
  importable: true,
  fields: {
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'tags',
      inverseLabel: label('标签', '標籤', 'Tags'),
    }),
    tag: text(label('标签', '標籤', 'Tag'), { max: 40 }),
  },
});
export type CustomerTagRow = RowOf<typeof customerTag>;

/** Who owned the customer, its grade, region and store, each with from and to. */
export const customerHistory = kind('CustomerHistory', {
  plural: 'customerHistories',
  table: 'customer_history',
  department: 'customers',
  subject: 'customerFile',
  partOf: 'customer',
  label: label('变更历史', '變更歷史', 'History'),
  title: 'attribute',
  fields: {
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'history',
      inverseLabel: label('变更历史', '變更歷史', 'History'),
    }),
    attribute: oneOf(label('项目', '項目', 'Attribute'), customerAttribute),
    grade: text(label('等级', '等級', 'Grade'), { optional: true, max: 8 }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner')),
    region: toOne('Region', label('区域', '區域', 'Region')),
    store: toOne('Department', label('门店', '門市', 'Store')),
    validFrom: dateTime(label('自', '自', 'From')),
    validTo: dateTime(label('至', '至', 'To'), { optional: true }),
    changedBy: toOne('Staff', label('变更人', '變更人', 'Changed by')),
    reason: text(label('原因', '原因', 'Reason'), { optional: true, max: 500 }),
  },
});
export type CustomerHistoryRow = RowOf<typeof customerHistory>;
