import { bool, date, dateTime, decimal, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { buyingRole, keyAccountKind, keyAccountState, responsibilityPhase } from './vocabularies.js';

/** A key account 大客户: what a customer's file holds beyond a customer (dossier C5, R3.1); one per customer. */
export const keyAccount = kind('KeyAccount', {
  plural: 'keyAccounts',
  table: 'key_account',
  department: 'key-accounts',
  subject: 'keyAccount',
  label: label('大客户', '大客戶', 'Key account'),
  title: 'accountNo',
  importable: true,
  defaultOrder: [{ field: 'accountNo', direction: 'DESC' }],
  fields: {
    accountNo: text(label('大客户编号', '大客戶編號', 'Account no.'), { max: 32, searchable: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'keyAccount',
      inverseOne: true,
      inverseLabel: label('大客户', '大客戶', 'Key account'),
    }),
    region: toOne('Region', label('区域', '區域', 'Region'), { required: true, inverse: 'keyAccounts' }),
    manager: toOne('Staff', label('大客户经理', '大客戶經理', 'Account manager'), {
      inverse: 'managedAccounts',
      inverseLabel: label('负责的大客户', '負責的大客戶', 'Managed accounts'),
    }),
    kind: oneOf(label('类别', '類別', 'Kind'), keyAccountKind),
    state: oneOf(label('状态', '狀態', 'State'), keyAccountState),
    stateReason: text(label('状态说明', '狀態說明', 'Why in this state'), { optional: true, max: 500 }),
    phase: oneOf(label('责任阶段', '責任階段', 'Phase'), responsibilityPhase, {
      note: label(
        '决定订单、跟单、发运、投诉与售后由谁负责',
        '決定訂單、跟單、出貨、投訴與售後由誰負責',
        'Decides who answers for orders, follow-up, deliveries, complaints and after-sales (R3.2, R3.5)',
      ),
    }),
    phaseSince: dateTime(label('阶段开始', '階段開始', 'Phase since')),
    signedOn: date(label('签约日期', '簽約日期', 'Signed on'), { optional: true }),
    annualPotential: decimal(label('年潜力', '年潛力', 'Annual potential'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
      protection: 'secret',
    }),
    lastOrderAt: dateTime(label('最近下单', '最近下單', 'Last order'), { optional: true }),
    lastVisitAt: dateTime(label('最近拜访', '最近拜訪', 'Last visit'), { optional: true }),
    nextVisitDue: date(label('下次应拜访', '下次應拜訪', 'Next visit due'), { optional: true }),
    usualOrderDays: decimal(label('通常下单间隔（天）', '通常下單間隔（天）', 'Usual days between orders'), {
      optional: true,
      scale: 1,
      min: 0,
      note: label(
        '最近十二个月订单间隔的中位数；久于其两倍未下单即列为沉寂',
        '最近十二個月訂單間隔的中位數；久於其兩倍未下單即列為沉寂',
        'Median days between the orders of twelve months; twice as long without an order counts as quiet',
      ),
    }),
    creditUsed: decimal(label('已用信用额度', '已用信用額度', 'Credit used'), {
      optional: true,
      scale: 2,
      money: true,
      protection: 'secret',
    }),
  },
  through: { orders: { path: ['customer', 'orders'], label: label('订单', '訂單', 'Orders') } },
});
export type KeyAccountRow = RowOf<typeof keyAccount>;

/** The company's assignment of an account or lead to a manager (R3.1 在公司安排下), with its span. */
export const accountAssignment = kind('AccountAssignment', {
  plural: 'accountAssignments',
  table: 'account_assignment',
  department: 'key-accounts',
  subject: 'keyAccount',
  partOf: 'keyAccount',
  label: label('分派记录', '分派紀錄', 'Assignment'),
  title: 'reason',
  fields: {
    keyAccount: toOne('KeyAccount', label('大客户', '大客戶', 'Key account'), {
      required: true,
      inverse: 'assignments',
      inverseLabel: label('分派记录', '分派紀錄', 'Assignments'),
    }),
    manager: toOne('Staff', label('大客户经理', '大客戶經理', 'Account manager'), { required: true }),
    region: toOne('Region', label('区域', '區域', 'Region'), { required: true }),
    reason: text(label('安排说明', '安排說明', 'Reason'), { max: 500 }),
    by: toOne('Staff', label('安排人', '安排人', 'Assigned by')),
    startsAt: dateTime(label('开始', '開始', 'From')),
    endsAt: dateTime(label('结束', '結束', 'Until'), { optional: true }),
  },
});

/** Who of the customer decides, influences, buys (dossier C5, decision chain). */
export const decisionMaker = kind('DecisionMaker', {
  plural: 'decisionMakers',
  table: 'decision_maker',
  department: 'key-accounts',
  subject: 'keyAccount',
  partOf: 'keyAccount',
  label: label('决策链', '決策鏈', 'Decision chain'),
  title: 'role',
  fields: {
    keyAccount: toOne('KeyAccount', label('大客户', '大客戶', 'Key account'), {
      required: true,
      inverse: 'decisionMakers',
      inverseLabel: label('决策链', '決策鏈', 'Decision chain'),
    }),
    contact: toOne('Contact', label('联系人', '聯絡人', 'Contact'), { required: true }),
    role: oneOf(label('角色', '角色', 'Role'), buyingRole),
    favourable: bool(label('支持我方', '支持我方', 'On our side'), { optional: true }),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 500 }),
  },
});
