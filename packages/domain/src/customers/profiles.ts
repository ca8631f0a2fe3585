import { date, decimal, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { gender, idType } from './vocabularies.js';

/** What only a natural person has (dossier C2, PersonProfile); one per customer. */
export const personProfile = kind('PersonProfile', {
  plural: 'personProfiles',
  table: 'person_profile',
  department: 'customers',
  subject: 'customerFile',
  partOf: 'customer',
  label: label('个人资料', '個人資料', 'Personal profile'),
  title: 'id',
  importable: true,
  fields: {
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'personProfile',
      inverseOne: true,
      inverseLabel: label('个人资料', '個人資料', 'Personal profile'),
    }),
    gender: oneOf(label('性别', '性別', 'Gender'), gender, { optional: true }),
    birthDate: date(label('出生日期', '出生日期', 'Date of birth'), {
      optional: true,
      protection: 'identifier',
      mask: 'birthDate',
    }),
    idType: oneOf(label('证件类型', '證件類型', 'ID type'), idType, { optional: true }),
    idNo: text(label('证件号码', '證件號碼', 'ID number'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'idNumber',
      encrypted: true,
    }),
    phoneAlt: text(label('备用电话', '備用電話', 'Other phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    wechat: text(label('微信', '微信', 'WeChat'), {
      optional: true,
      max: 60,
      protection: 'identifier',
      mask: 'handle',
    }),
    email: text(label('电子邮箱', '電子郵件', 'E-mail'), {
      optional: true,
      max: 120,
      protection: 'identifier',
      mask: 'email',
    }),
    occupation: text(label('职业', '職業', 'Occupation'), { optional: true, max: 60, protection: 'name' }),
    preferences: text(label('偏好', '偏好', 'Preferences'), { optional: true, max: 500 }),
    consumptionFeatures: text(label('消费特点', '消費特點', 'Buying habits'), { optional: true, max: 500 }),
  },
});
export type PersonProfileRow = RowOf<typeof personProfile>;

/** What only an organisation has (dossier C2, OrgProfile); one per customer. */
export const organisationProfile = kind('OrganisationProfile', {
  plural: 'organisationProfiles',
  table: 'organisation_profile',
  department: 'customers',
  subject: 'customerFile',
  partOf: 'customer',
  label: label('单位资料', '單位資料', 'Organisation profile'),
  title: 'legalName',
  importable: true,
  fields: {
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'organisationProfile',
      inverseOne: true,
      inverseLabel: label('单位资料', '單位資料', 'Organisation profile'),
    }),
    legalName: text(label('注册名称', '註冊名稱', 'Legal name'), { max: 160, searchable: true }),
    uscc: text(label('统一社会信用代码', '統一社會信用代碼', 'Unified social credit code'), {
      optional: true,
      max: 18,
    }),
    legalRepresentative: text(label('法定代表人', '法定代表人', 'Legal representative'), {
      optional: true,
      max: 60,
      protection: 'name',
    }),
    registeredCapital: decimal(label('注册资本', '註冊資本', 'Registered capital'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    foundedOn: date(label('成立日期', '成立日期', 'Founded on'), { optional: true }),
    legalForm: text(label('企业类型', '企業類型', 'Legal form'), { optional: true, max: 60 }),
    industry: text(label('行业', '行業', 'Industry'), { optional: true, max: 60, codeList: 'industry' }),
    fax: text(label('传真', '傳真', 'Fax'), { optional: true, max: 40 }),
    firstDealOn: date(label('首次成交', '首次成交', 'First deal on'), { optional: true }),
    headcount: integer(label('员工人数', '員工人數', 'Headcount'), { optional: true, min: 0 }),
    annualSales: decimal(label('年销售额', '年銷售額', 'Annual sales'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
      protection: 'secret',
    }),
    serviceArea: text(label('经营区域', '經營區域', 'Service area'), { optional: true, max: 200 }),
    salesCapacity: text(label('销售能力', '銷售能力', 'Sales capacity'), { optional: true, max: 500 }),
    potential: text(label('发展潜力', '發展潛力', 'Potential'), { optional: true, max: 500 }),
    businessPhilosophy: text(label('经营理念', '經營理念', 'Business philosophy'), {
      optional: true,
      max: 500,
    }),
    salesRecord: text(label('销售实绩', '銷售實績', 'Sales record'), {
      optional: true,
      max: 2000,
      protection: 'secret',
    }),
    reputation: text(label('信誉', '信譽', 'Reputation'), { optional: true, max: 500 }),
    creditStatus: text(label('信用状况', '信用狀況', 'Credit status'), {
      optional: true,
      max: 500,
      protection: 'secret',
    }),
    creditLimit: decimal(label('信用额度', '信用額度', 'Credit limit'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
      protection: 'secret',
    }),
    paymentTerms: text(label('付款条件', '付款條件', 'Payment terms'), { optional: true, max: 200 }),
  },
});
export type OrganisationProfileRow = RowOf<typeof organisationProfile>;
