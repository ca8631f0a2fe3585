import { date, dateTime, decimal, integer, month, oneOf, rate, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

export const dealerState = vocabulary('DealerState', {
  ACTIVE: label('合作中', '合作中', 'Active'),
  SUSPENDED: label('暂停供货', '暫停供貨', 'Suspended'),
  ENDED: label('已终止', '已終止', 'Ended'),
});

/** A dealer 经销商 (R3.7, dossier C5): what a customer's file holds beyond a customer. */
export const dealer = kind('Dealer', {
  plural: 'dealers',
  table: 'dealer',
  department: 'key-accounts',
  subject: 'dealerRules',
  label: label('经销商', '經銷商', 'Dealer'),
  title: 'dealerNo',
  importable: true,
  defaultOrder: [{ field: 'dealerNo', direction: 'ASC' }],
  fields: {
    dealerNo: text(label('经销商编号', '經銷商編號', 'Dealer no.'), { max: 32, searchable: true }),
    customer: toOne('Customer', label('客户档案', '客戶檔案', 'Customer file'), {
      required: true,
      inverse: 'dealer',
      inverseOne: true,
      inverseLabel: label('经销商', '經銷商', 'Dealer'),
    }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'dealers' }),
    territory: text(label('授权区域', '授權區域', 'Territory'), { max: 200 }),
    level: text(label('级别', '級別', 'Level'), { max: 40, codeList: 'dealerLevel' }),
    state: oneOf(label('状态', '狀態', 'State'), dealerState),
    creditLimit: decimal(label('信用额度', '信用額度', 'Credit limit'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
      protection: 'secret',
    }),
    manager: toOne('Staff', label('负责人', '負責人', 'Manager'), { inverse: 'dealers' }),
    agreementNo: text(label('经销协议号', '經銷協議號', 'Agreement no.'), { optional: true, max: 40 }),
    agreementEndsOn: date(label('协议到期', '協議到期', 'Agreement ends on'), { optional: true }),
  },
});

/** States of dealer rules and other versioned rules (D4). */
export const dealerRuleState = vocabulary('DealerRuleState', {
  DRAFT: label('草稿', '草稿', 'Draft'),
  DEPT_REVIEW: label('部门审批', '部門審批', 'With the department head'),
  GM_REVIEW: label('总经理审批', '總經理審批', 'With the general manager'),
  RETURNED: label('退回修改', '退回修改', 'Returned'),
  EFFECTIVE: label('生效', '生效', 'Effective'),
  SUPERSEDED: label('已被取代', '已被取代', 'Superseded'),
});
export type DealerRuleState = CodeOf<typeof dealerRuleState>;

/** A version of a dealer management rule 经销商管理制度 (R3.7). */
export const dealerPolicy = kind('DealerPolicy', {
  plural: 'dealerPolicies',
  table: 'dealer_policy',
  department: 'key-accounts',
  subject: 'dealerRules',
  label: label('经销商制度', '經銷商制度', 'Dealer rule'),
  title: 'title',
  defaultOrder: [{ field: 'code', direction: 'ASC' }],
  fields: {
    code: text(label('制度编号', '制度編號', 'Code'), { max: 32 }),
    title: text(label('标题', '標題', 'Title'), { max: 160, searchable: true }),
    ruleVersion: integer(label('版次', '版次', 'Version of the rule'), { min: 1 }),
    state: oneOf(label('状态', '狀態', 'State'), dealerRuleState),
    text: text(label('正文', '正文', 'Text'), { max: 16000 }),
    effectiveOn: date(label('生效日期', '生效日期', 'Effective on'), { optional: true }),
    author: toOne('Staff', label('起草人', '起草人', 'Author')),
    departmentHead: toOne('Staff', label('部门审批人', '部門審批人', 'Department head')),
    approvedBy: toOne('Staff', label('批准人', '核准人', 'Approved by')),
    approvedAt: dateTime(label('批准时间', '核准時間', 'Approved at'), { optional: true }),
    note: text(label('审批意见', '審批意見', 'Remark'), { optional: true, max: 2000 }),
  },
});

/** A rebate 返利 to a dealer for a period. */
export const dealerRebate = kind('DealerRebate', {
  plural: 'dealerRebates',
  table: 'dealer_rebate',
  department: 'key-accounts',
  subject: 'dealerRules',
  partOf: 'dealer',
  label: label('返利', '返利', 'Rebate'),
  title: 'period',
  fields: {
    dealer: toOne('Dealer', label('经销商', '經銷商', 'Dealer'), {
      required: true,
      inverse: 'rebates',
      inverseLabel: label('返利', '返利', 'Rebates'),
    }),
    period: month(label('月份', '月份', 'Month')),
    basis: decimal(label('计算基数', '計算基數', 'Basis'), { money: true, min: 0 }),
    rate: rate(label('返利率', '返利率', 'Rate'), { min: 0 }),
    amount: decimal(label('返利金额', '返利金額', 'Amount'), { scale: 2, money: true, min: 0 }),
    paidOn: date(label('兑现日期', '兌現日期', 'Paid on'), { optional: true }),
    by: toOne('Staff', label('登记人', '登記人', 'Recorded by')),
    at: dateTime(label('登记时间', '登記時間', 'Recorded at')),
    remark: text(label('备注', '備註', 'Remark'), { optional: true, max: 500 }),
  },
});

/** Goods sold outside a dealer's territory 窜货, with what was done about it. */
export const territoryBreach = kind('TerritoryBreach', {
  plural: 'territoryBreaches',
  table: 'territory_breach',
  department: 'key-accounts',
  subject: 'dealerRules',
  partOf: 'dealer',
  label: label('窜货记录', '竄貨紀錄', 'Breach of territory'),
  title: 'place',
  fields: {
    dealer: toOne('Dealer', label('经销商', '經銷商', 'Dealer'), {
      required: true,
      inverse: 'territoryBreaches',
      inverseLabel: label('窜货记录', '竄貨紀錄', 'Breaches of territory'),
    }),
    foundOn: date(label('发现日期', '發現日期', 'Found on')),
    place: text(label('地点', '地點', 'Place'), { max: 200 }),
    product: toOne('Product', label('产品', '產品', 'Product')),
    quantity: decimal(label('数量', '數量', 'Quantity'), { optional: true, scale: 3, min: 0 }),
    amount: decimal(label('金额', '金額', 'Amount'), { optional: true, scale: 2, money: true, min: 0 }),
    evidence: text(label('证据', '證據', 'Evidence'), { optional: true, max: 1000 }),
    measure: text(label('处理', '處理', 'Measure'), { optional: true, max: 1000 }),
    by: toOne('Staff', label('登记人', '登記人', 'Recorded by')),
    at: dateTime(label('登记时间', '登記時間', 'Recorded at')),
  },
});
