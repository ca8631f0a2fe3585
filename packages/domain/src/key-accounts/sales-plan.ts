import { dateTime, decimal, integer, oneOf, rate, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

export const planPeriod = vocabulary('PlanPeriod', {
  YEAR: label('年度', '年度', 'Year'),
  QUARTER: label('季度', '季度', 'Quarter'),
  MONTH: label('月度', '月度', 'Month'),
});
export type PlanPeriod = CodeOf<typeof planPeriod>;

/** States of a sales plan (D4). */
export const planState = vocabulary('PlanState', {
  DRAFT: label('草稿', '草稿', 'Draft'),
  DEPT_REVIEW: label('部门审批', '部門審批', 'With the department head'),
  GM_REVIEW: label('总经理审批', '總經理審批', 'With the general manager'),
  RETURNED: label('退回修改', '退回修改', 'Returned'),
  APPROVED: label('已批准', '已核准', 'Approved'),
  IN_EXECUTION: label('执行中', '執行中', 'In execution'),
  REVISION: label('修订中', '修訂中', 'Under revision'),
  SUPERSEDED: label('已被新版取代', '已被新版取代', 'Superseded'),
  CLOSED: label('已结束', '已結束', 'Closed'),
});
export type PlanState = CodeOf<typeof planState>;

/** A sales plan of a year, quarter or month (R3.7, D4); a revision is a new version of the same plan. */
export const salesPlan = kind('SalesPlan', {
  plural: 'salesPlans',
  table: 'sales_plan',
  department: 'key-accounts',
  subject: 'salesPlan',
  label: label('销售计划', '銷售計畫', 'Sales plan'),
  title: 'name',
  defaultOrder: [{ field: 'period', direction: 'DESC' }],
  fields: {
    name: text(label('名称', '名稱', 'Name'), { max: 120, searchable: true }),
    periodType: oneOf(label('期间类别', '期間類別', 'Kind of period'), planPeriod),
    period: text(label('期间', '期間', 'Period'), {
      max: 8,
      note: label('2027、2027-Q1 或 2027-01', '2027、2027-Q1 或 2027-01', '2027, 2027-Q1 or 2027-01'),
    }),
    planVersion: integer(label('版次', '版次', 'Version of the plan'), { min: 1 }),
    state: oneOf(label('状态', '狀態', 'State'), planState),
    stateSince: dateTime(label('状态开始', '狀態開始', 'State since'), { system: true }),
    owner: toOne('Staff', label('编制人', '編製人', 'Owner'), { required: true, inverse: 'salesPlans' }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'salesPlans' }),
    parent: toOne('SalesPlan', label('上级计划', '上級計畫', 'Parent plan'), {
      inverse: 'children',
      inverseLabel: label('下级计划', '下級計畫', 'Parts'),
    }),
    previous: toOne('SalesPlan', label('前一版', '前一版', 'Earlier version'), { inverse: 'revisions' }),
    reason: text(label('编制或修订说明', '編製或修訂說明', 'Reason'), { optional: true, max: 2000 }),
    amount: decimal(label('计划销售额', '計畫銷售額', 'Planned amount'), {
      money: true,
      min: 0,
      system: true,
    }),
    quantity: decimal(label('计划数量', '計畫數量', 'Planned quantity'), { scale: 3, min: 0, system: true }),
    collection: decimal(label('计划回款', '計畫收款', 'Planned collection'), {
      money: true,
      min: 0,
      system: true,
    }),
    cost: decimal(label('计划费用', '計畫費用', 'Planned cost'), { money: true, min: 0, system: true }),
    tolerance: rate(label('分解允差', '分解允差', 'Tolerance of the split'), { min: 0 }),
    dueAt: dateTime(label('应提交时间', '應提交時間', 'Due at'), { optional: true, system: true }),
    submittedAt: dateTime(label('提交时间', '提交時間', 'Submitted at'), { optional: true, system: true }),
    approvedAt: dateTime(label('批准时间', '核准時間', 'Approved at'), { optional: true, system: true }),
  },
});
export type SalesPlanRow = RowOf<typeof salesPlan>;

/** A line of a plan: what one account, product, dealer or region should bring. */
export const salesPlanLine = kind('SalesPlanLine', {
  plural: 'salesPlanLines',
  table: 'sales_plan_line',
  department: 'key-accounts',
  subject: 'salesPlan',
  partOf: 'plan',
  label: label('计划明细', '計畫明細', 'Plan line'),
  title: 'amount',
  fields: {
    plan: toOne('SalesPlan', label('销售计划', '銷售計畫', 'Sales plan'), {
      required: true,
      inverse: 'lines',
      inverseLabel: label('明细', '明細', 'Lines'),
    }),
    customer: toOne('Customer', label('大客户', '大客戶', 'Account'), { inverse: 'planLines' }),
    product: toOne('Product', label('产品', '產品', 'Product'), { inverse: 'planLines' }),
    category: text(label('产品类别', '產品類別', 'Category'), { optional: true, max: 60 }),
    dealer: toOne('Dealer', label('经销商', '經銷商', 'Dealer'), { inverse: 'planLines' }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'planLines' }),
    manager: toOne('Staff', label('大客户经理', '大客戶經理', 'Account manager'), { inverse: 'planLines' }),
    amount: decimal(label('销售额', '銷售額', 'Amount'), { money: true, min: 0 }),
    quantity: decimal(label('数量', '數量', 'Quantity'), { scale: 3, min: 0 }),
    collection: decimal(label('回款', '收款', 'Collection'), { money: true, min: 0 }),
    cost: decimal(label('费用', '費用', 'Cost'), { money: true, min: 0 }),
    share: rate(label('占上期份额', '占上期份額', 'Share of the past'), { optional: true, min: 0 }),
  },
});

/** A step of a plan's approval. */
export const salesPlanStep = kind('SalesPlanStep', {
  plural: 'salesPlanSteps',
  table: 'sales_plan_step',
  department: 'key-accounts',
  subject: 'salesPlan',
  partOf: 'plan',
  label: label('计划步骤', '計畫步驟', 'Plan step'),
  title: 'act',
  fields: {
    plan: toOne('SalesPlan', label('销售计划', '銷售計畫', 'Sales plan'), {
      required: true,
      inverse: 'steps',
      inverseLabel: label('步骤', '步驟', 'Steps'),
    }),
    transition: text(label('流转号', '流轉號', 'Transition'), { max: 20 }),
    act: text(label('动作', '動作', 'Act'), { max: 60 }),
    fromState: oneOf(label('原状态', '原狀態', 'From'), planState, { optional: true }),
    toState: oneOf(label('新状态', '新狀態', 'To'), planState),
    note: text(label('意见', '意見', 'Note'), { optional: true, max: 2000 }),
    by: toOne('Staff', label('经办人', '經辦人', 'By')),
    onBehalfOf: toOne('Staff', label('代理', '代理', 'On behalf of'), {
      note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
    }),
    at: dateTime(label('时间', '時間', 'At')),
  },
});
