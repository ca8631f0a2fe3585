import { bool, date, dateTime, decimal, integer, oneOf, rate, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { contractState, taxMode } from './vocabularies.js';

/** A contract with a key account (dossier C5): its span, terms and papers. */
export const contract = kind('Contract', {
  plural: 'contracts',
  table: 'contract',
  department: 'key-accounts',
  subject: 'contract',
  label: label('合同', '合約', 'Contract'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('合同编号', '合約編號', 'Contract no.'), { max: 40, searchable: true }),
    name: text(label('合同名称', '合約名稱', 'Title'), { max: 160, searchable: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'contracts',
      inverseLabel: label('合同', '合約', 'Contracts'),
    }),
    solicitation: toOne('Solicitation', label('招商', '招商', 'Solicitation'), { inverse: 'contracts' }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner'), { inverse: 'contracts' }),
    state: oneOf(label('状态', '狀態', 'State'), contractState),
    startsOn: date(label('生效日期', '生效日期', 'Starts on')),
    endsOn: date(label('到期日期', '到期日期', 'Ends on')),
    amount: decimal(label('合同金额', '合約金額', 'Amount'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    paymentDays: integer(label('账期（天）', '帳期（天）', 'Payment term in days'), { min: 0 }),
    taxMode: oneOf(label('含税方式', '含稅方式', 'Tax mode'), taxMode),
    terms: text(label('主要条款', '主要條款', 'Terms'), { optional: true, max: 8000 }),
    renewalDays: integer(label('提前提醒（天）', '提前提醒（天）', 'Reminder, days before'), { min: 0 }),
    previous: toOne('Contract', label('原合同', '原合約', 'Earlier contract'), {
      inverse: 'renewals',
      inverseLabel: label('续签合同', '續約合約', 'Renewals'),
    }),
    signedOn: date(label('签订日期', '簽訂日期', 'Signed on'), { optional: true }),
    submittedBy: toOne('Staff', label('提交人', '提交人', 'Submitted by')),
    submittedAt: dateTime(label('提交时间', '提交時間', 'Submitted at'), { optional: true }),
    reviewNote: text(label('审批意见', '審批意見', 'Remark of the reviewer'), { optional: true, max: 1000 }),
    approvedBy: toOne('Staff', label('批准人', '核准人', 'Approved by')),
    approvedAt: dateTime(label('批准时间', '核准時間', 'Approved at'), { optional: true }),
    endedReason: text(label('终止原因', '終止原因', 'Why it ended'), { optional: true, max: 1000 }),
  },
});
export type ContractRow = RowOf<typeof contract>;

/** A price that a contract settles; it is filled into the lines of orders under it. */
export const contractPrice = kind('ContractPrice', {
  plural: 'contractPrices',
  table: 'contract_price',
  department: 'key-accounts',
  subject: 'contract',
  partOf: 'contract',
  label: label('合同价格', '合約價格', 'Contract price'),
  title: 'unitPrice',
  fields: {
    contract: toOne('Contract', label('合同', '合約', 'Contract'), {
      required: true,
      inverse: 'prices',
      inverseLabel: label('价格', '價格', 'Prices'),
    }),
    product: toOne('Product', label('产品', '產品', 'Product'), { required: true }),
    unitPrice: decimal(label('单价', '單價', 'Unit price'), { money: true, min: 0 }),
    unit: text(label('单位', '單位', 'Unit'), { max: 20, codeList: 'unit' }),
    taxRate: rate(label('税率', '稅率', 'Tax rate'), { min: 0 }),
    active: bool(label('有效', '有效', 'Active')),
  },
});
