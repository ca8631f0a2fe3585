import { dateTime, decimal, month, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

export const costKind = vocabulary('CostKind', {
  SOLICITATION: label('招商成本', '招商成本', 'Solicitation'),
  OPERATION: label('运营成本', '營運成本', 'Operation'),
  LOGISTICS: label('物流成本', '物流成本', 'Logistics'),
  AFTER_SALES: label('售后成本', '售後成本', 'After-sales'),
});

/** A budget for an account or a region (R3.4): planned, and used by the cost entries. */
export const resourceAllocation = kind('ResourceAllocation', {
  plural: 'resourceAllocations',
  table: 'resource_allocation',
  department: 'key-accounts',
  subject: 'resourceCost',
  label: label('资源分配', '資源分配', 'Allocation'),
  title: 'name',
  defaultOrder: [{ field: 'period', direction: 'DESC' }],
  fields: {
    name: text(label('项目', '項目', 'Name'), { max: 120, searchable: true }),
    kind: oneOf(label('类别', '類別', 'Kind'), costKind),
    period: month(label('月份', '月份', 'Month')),
    keyAccount: toOne('KeyAccount', label('大客户', '大客戶', 'Key account'), {
      inverse: 'allocations',
      inverseLabel: label('资源分配', '資源分配', 'Allocations'),
    }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'allocations' }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner'), { inverse: 'allocations' }),
    planned: decimal(label('计划', '計畫', 'Planned'), { scale: 2, money: true, min: 0 }),
    used: decimal(label('已用', '已用', 'Used'), { scale: 2, money: true, min: 0, system: true }),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 1000 }),
  },
});

export const expenseState = vocabulary('ExpenseState', {
  REQUESTED: label('已申请', '已申請', 'Requested'),
  APPROVED: label('已批准', '已核准', 'Approved'),
  DECLINED: label('未批准', '未核准', 'Declined'),
  CLAIMED: label('待核销', '待核銷', 'Claimed'),
  SETTLED: label('已核销', '已核銷', 'Settled'),
  WITHDRAWN: label('已撤回', '已撤回', 'Withdrawn'),
});
export type ExpenseState = CodeOf<typeof expenseState>;

/** An expense: applied for before 费用申请, settled afterwards by finance 核销 (R3.4). */
export const expenseClaim = kind('ExpenseClaim', {
  plural: 'expenseClaims',
  table: 'expense_claim',
  department: 'key-accounts',
  subject: 'expense',
  label: label('费用申请', '費用申請', 'Expense'),
  title: 'no',
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('申请编号', '申請編號', 'No.'), { max: 32 }),
    kind: oneOf(label('类别', '類別', 'Kind'), costKind),
    state: oneOf(label('状态', '狀態', 'State'), expenseState),
    purpose: text(label('事由', '事由', 'Purpose'), { max: 1000 }),
    keyAccount: toOne('KeyAccount', label('大客户', '大客戶', 'Key account'), { inverse: 'expenses' }),
    solicitation: toOne('Solicitation', label('招商', '招商', 'Solicitation'), { inverse: 'expenses' }),
    allocation: toOne('ResourceAllocation', label('预算', '預算', 'Budget'), { inverse: 'expenses' }),
    requested: decimal(label('申请金额', '申請金額', 'Requested'), { scale: 2, money: true, min: 0 }),
    settled: decimal(label('核销金额', '核銷金額', 'Settled'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    by: toOne('Staff', label('申请人', '申請人', 'Requested by'), { required: true, inverse: 'expenses' }),
    at: dateTime(label('申请时间', '申請時間', 'Requested at')),
    decidedBy: toOne('Staff', label('审批人', '審批人', 'Decided by')),
    decidedAt: dateTime(label('审批时间', '審批時間', 'Decided at'), { optional: true }),
    decision: text(label('审批意见', '審批意見', 'Decision'), { optional: true, max: 500 }),
    settledBy: toOne('Staff', label('核销人', '核銷人', 'Settled by')),
    settledAt: dateTime(label('核销时间', '核銷時間', 'Settled at'), { optional: true }),
  },
});

/** A cost that fell upon an account, a lead or a region (R3.4). */
export const costEntry = kind('CostEntry', {
  plural: 'costEntries',
  table: 'cost_entry',
  department: 'key-accounts',
  subject: 'resourceCost',
  label: label('费用记录', '費用紀錄', 'Cost entry'),
  title: 'description',
  importable: true,
  defaultOrder: [{ field: 'period', direction: 'DESC' }],
  fields: {
    kind: oneOf(label('类别', '類別', 'Kind'), costKind),
    period: month(label('月份', '月份', 'Month')),
    description: text(label('说明', '說明', 'Description'), { max: 300 }),
    amount: decimal(label('金额', '金額', 'Amount'), { scale: 2, money: true }),
    keyAccount: toOne('KeyAccount', label('大客户', '大客戶', 'Key account'), {
      inverse: 'costs',
      inverseLabel: label('费用', '費用', 'Costs'),
    }),
    solicitation: toOne('Solicitation', label('招商', '招商', 'Solicitation'), {
      inverse: 'costs',
      inverseLabel: label('费用', '費用', 'Costs'),
    }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'costs' }),
    allocation: toOne('ResourceAllocation', label('预算', '預算', 'Budget'), { inverse: 'costs' }),
    expense: toOne('ExpenseClaim', label('费用申请', '費用申請', 'Expense'), { inverse: 'costs' }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner'), { inverse: 'costs' }),
    at: dateTime(label('登记时间', '登記時間', 'Recorded at')),
  },
});
