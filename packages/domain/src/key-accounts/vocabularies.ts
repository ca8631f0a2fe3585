import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

/** What makes a customer a key account (dossier C5). */
export const keyAccountKind = vocabulary('KeyAccountKind', {
  ECONOMIC: label('经济大客户', '經濟大客戶', 'Economic'),
  IMPORTANT: label('重要客户', '重要客戶', 'Important'),
  GROUP: label('集团客户', '集團客戶', 'Group'),
  STRATEGIC: label('战略客户', '戰略客戶', 'Strategic'),
});

/** Who is accountable (R3.2, R3.5): the key-account manager in the early phase, operations afterwards. */
export const responsibilityPhase = vocabulary('ResponsibilityPhase', {
  EARLY: label(
    '前期（大客户经理负责）',
    '前期（大客戶經理負責）',
    'Early: the account manager is responsible',
  ),
  REGULAR: label('移交后（营运部负责）', '移交後（營運部負責）', 'Handed over: operations are responsible'),
});
export type ResponsibilityPhase = CodeOf<typeof responsibilityPhase>;

export const keyAccountState = vocabulary('KeyAccountState', {
  ACTIVE: label('合作中', '合作中', 'Active'),
  PAUSED: label('暂停合作', '暫停合作', 'Paused'),
  ENDED: label('终止合作', '終止合作', 'Ended'),
});

/** A contact's part in a decision to buy. */
export const buyingRole = vocabulary('BuyingRole', {
  DECIDER: label('决策人', '決策人', 'Decides'),
  INFLUENCER: label('影响者', '影響者', 'Influences'),
  USER: label('使用人', '使用人', 'Uses'),
  BUYER: label('采购', '採購', 'Buys'),
  TECHNICAL: label('技术', '技術', 'Technical'),
  FINANCE: label('财务', '財務', 'Finance'),
});

/** Stages of solicitation 招商 (R3.1, dossier C5). */
export const solicitationStage = vocabulary('SolicitationStage', {
  LEAD: label('线索', '線索', 'Lead'),
  CONTACTED: label('已联系', '已聯絡', 'Contacted'),
  VISITED: label('已拜访', '已拜訪', 'Visited'),
  PROPOSED: label('已提方案', '已提方案', 'Proposed'),
  NEGOTIATING: label('洽谈中', '洽談中', 'Negotiating'),
  SIGNED: label('已签约', '已簽約', 'Signed'),
  LOST: label('未成交', '未成交', 'Lost'),
});
export type SolicitationStage = CodeOf<typeof solicitationStage>;

export const lostReason = vocabulary('LostReason', {
  PRICE: label('价格', '價格', 'Price'),
  COMPETITOR: label('选择竞争对手', '選擇競爭對手', 'Went to a competitor'),
  NO_NEED: label('无需求', '無需求', 'No need'),
  NO_BUDGET: label('无预算', '無預算', 'No budget'),
  PRODUCT: label('产品不合适', '產品不合適', 'Product does not fit'),
  CREDIT: label('信用不符', '信用不符', 'Credit'),
  NO_ANSWER: label('联系不上', '聯絡不上', 'No answer'),
  OTHER: label('其他', '其他', 'Other'),
});

export const contractState = vocabulary('ContractState', {
  DRAFT: label('起草', '起草', 'Draft'),
  DEPT_REVIEW: label('部门审批', '部門審批', 'With the department head'),
  GM_REVIEW: label('总经理审批', '總經理審批', 'With the general manager'),
  RETURNED: label('退回修改', '退回修改', 'Returned'),
  ACTIVE: label('履行中', '履行中', 'In force'),
  EXPIRED: label('已到期', '已到期', 'Expired'),
  RENEWED: label('已续签', '已續約', 'Renewed'),
  TERMINATED: label('已终止', '已終止', 'Terminated'),
});
export type ContractState = CodeOf<typeof contractState>;

/** Whether prices carry the value-added tax 含税/未税. */
export const taxMode = vocabulary('TaxMode', {
  INCLUDED: label('含税', '含稅', 'Tax included'),
  EXCLUDED: label('未税', '未稅', 'Tax excluded'),
});

export const visitLevel = vocabulary('VisitLevel', {
  SENIOR: label('高层', '高層', 'Senior'),
  MIDDLE: label('中层', '中層', 'Middle'),
  GENERAL: label('一般', '一般', 'General'),
});

export const visitMode = vocabulary('VisitMode', {
  ON_SITE: label('上门', '到訪', 'On site'),
  INVITED: label('来访', '來訪', 'At our place'),
  PHONE: label('电话', '電話', 'Telephone'),
  ONLINE: label('线上', '線上', 'Online'),
});

export const visitObjective = vocabulary('VisitObjective', {
  BUILD_CONTACT: label('建立联系', '建立聯繫', 'Build contact'),
  DEEPEN: label('加深关系', '加深關係', 'Deepen the relation'),
  INTENT: label('确认意向', '確認意向', 'Confirm intent'),
  PROGRESS: label('推进项目', '推進專案', 'Move a matter on'),
  COLLECT_INFO: label('收集信息', '蒐集資訊', 'Collect information'),
  LEARN_NEED: label('了解需求', '了解需求', 'Learn the need'),
  PRODUCT_TALK: label('产品介绍', '產品介紹', 'Present products'),
});

export const visitState = vocabulary('VisitState', {
  PLANNED: label('已计划', '已計畫', 'Planned'),
  DONE: label('已拜访待报告', '已拜訪待報告', 'Visited, report due'),
  REPORTED: label('已报告', '已報告', 'Reported'),
  REVIEWED: label('已审阅', '已審閱', 'Reviewed'),
  CANCELLED: label('已取消', '已取消', 'Cancelled'),
});
export type VisitState = CodeOf<typeof visitState>;

export const objectiveResult = vocabulary('ObjectiveResult', {
  REACHED: label('达到', '達到', 'Reached'),
  PARTLY: label('部分达到', '部分達到', 'Partly reached'),
  MISSED: label('未达到', '未達到', 'Not reached'),
});

/** A hand-over in its own small workflow (D5): the manager proposes, operations accept, the head approves. */
export const handoverState = vocabulary('HandoverState', {
  PROPOSED: label('已提出', '已提出', 'Proposed'),
  ACCEPTED: label('营运已接收', '營運已接收', 'Accepted by operations'),
  REFUSED: label('营运退回', '營運退回', 'Sent back by operations'),
  APPROVED: label('已批准移交', '已核准移交', 'Approved'),
  WITHDRAWN: label('已撤回', '已撤回', 'Withdrawn'),
});
export type HandoverState = CodeOf<typeof handoverState>;

export const handoverItemKind = vocabulary('HandoverItemKind', {
  ORDER: label('在途订单', '在途訂單', 'Open order'),
  COMPLAINT: label('未结投诉', '未結投訴', 'Open complaint'),
  AFTER_SALES: label('未结售后', '未結售後', 'Open after-sales case'),
  TECH_SUPPORT: label('未结技术支持', '未結技術支援', 'Open technical support'),
  CONTRACT: label('合同', '合約', 'Contract'),
  RECEIVABLE: label('应收款', '應收款', 'Receivable'),
  CONTACT: label('联系人', '聯絡人', 'Contact'),
  OTHER: label('其他', '其他', 'Other'),
});
