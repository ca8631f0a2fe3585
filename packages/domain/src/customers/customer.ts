import { date, dateTime, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { customerGrade, customerRelation, customerType, lifecycle, partyType } from './vocabularies.js';

/** The customer file 客户档案 (dossier C2, R1.3, R2.8, R3.1). */
export const customer = kind('Customer', {
  plural: 'customers',
  table: 'customer',
  department: 'customers',
  subject: 'customerFile',
  label: label('客户', '客戶', 'Customer'),
  title: 'name',
  importable: true,
  defaultOrder: [{ field: 'customerNo', direction: 'DESC' }],
  fields: {
    customerNo: text(label('客户编号', '客戶編號', 'Customer no.'), {
      max: 32,
      system: true,
      searchable: true,
    }),
    type: oneOf(label('客户类型', '客戶類型', 'Type'), customerType),
    partyType: oneOf(label('个人或单位', '個人或單位', 'Person or organisation'), partyType),
    name: text(label('名称', '名稱', 'Name'), {
      max: 120,
      searchable: true,
      sorted: true,
      protection: 'name',
      protectedWhen: { field: 'partyType', equals: 'PERSON' },
    }),
    shortName: text(label('简称', '簡稱', 'Short name'), { optional: true, max: 60, searchable: true }),
    phone: text(label('电话', '電話', 'Phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
      note: label(
        '个人的手机号或单位的总机',
        '個人的手機號碼或單位的總機',
        "A person's mobile or an organisation's main line",
      ),
    }),
    memberNo: text(label('会员号', '會員號', 'Member no.'), { optional: true, max: 40 }),
    relation: oneOf(label('客户关系', '客戶關係', 'Relation'), customerRelation, { optional: true }),
    lifecycle: oneOf(label('状态', '狀態', 'Lifecycle'), lifecycle),
    segment: text(label('细分', '細分', 'Segment'), { optional: true, max: 40, codeList: 'segment' }),
    grade: oneOf(label('等级', '等級', 'Grade'), customerGrade, { optional: true }),
    country: text(label('国家', '國家', 'Country'), { optional: true, max: 60 }),
    province: text(label('省份', '省份', 'Province'), { optional: true, max: 60 }),
    city: text(label('城市', '城市', 'City'), { optional: true, max: 60, searchable: true }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'customers' }),
    store: toOne('Department', label('门店', '門市', 'Store'), { inverse: 'storeCustomers' }),
    department: toOne('Department', label('负责部门', '負責部門', 'Department'), {
      inverse: 'customers',
      note: label(
        '对该客户负责的部门；门店客户即该门店',
        '對該客戶負責的部門；門市客戶即該門市',
        'The department that answers for the customer; for a store’s customer the store',
      ),
    }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner'), { inverse: 'ownedCustomers' }),
    acquiredVia: text(label('获客渠道', '獲客管道', 'Acquired via'), {
      optional: true,
      max: 40,
      codeList: 'acquiredVia',
    }),
    lastContactAt: dateTime(label('最近联系', '最近聯絡', 'Last contact'), { optional: true }),
    nextContactDue: date(label('下次联系', '下次聯絡', 'Next contact due'), { optional: true }),
    lastVerifiedAt: dateTime(label('最近核实', '最近核實', 'Last verified'), { optional: true }),
    remark: text(label('备注', '備註', 'Remark'), { optional: true, max: 2000 }),
  },
  through: { orderLines: { path: ['orders', 'lines'], label: label('订单明细', '訂單明細', 'Order lines') } },
});
export type CustomerRow = RowOf<typeof customer>;
