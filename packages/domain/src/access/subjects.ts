import { type Label, label } from '../catalogue/labels.js';

/** The matrices of the dossier and the one of administration, as the Permissions page groups them. */
export type MatrixName = 'B3' | 'B4' | 'B5' | 'B6' | 'ADMINISTRATION';

export const matrixLabels: Readonly<Record<MatrixName, Label>> = {
  B3: label('客户与服务', '客戶與服務', 'Customers and service'),
  B4: label('投诉', '投訴', 'Complaints'),
  B5: label('银行', '銀行', 'Banking'),
  B6: label('大客户', '大客戶', 'Key accounts'),
  ADMINISTRATION: label('管理', '管理', 'Administration'),
};

interface Subject {
  readonly matrix: MatrixName;
  readonly label: Label;
}

const at = (matrix: MatrixName, hans: string, hant: string, en: string): Subject => ({
  matrix,
  label: label(hans, hant, en),
});

/** Everything that a permission can be about: a column of a matrix; kinds of record name theirs. */
export const subjects = {
  customerFile: at('B3', '客户档案', '客戶檔案', 'Customer file'),
  businessContact: at(
    'B3',
    '自有单位客户的业务联系方式',
    '自有單位客戶的業務聯絡方式',
    'Business contacts of own organisations',
  ),
  businessSecret: at('B3', '客户商业秘密', '客戶營業秘密', "Customers' business secrets"),
  customerGrade: at('B3', '等级与潜力', '等級與潛力', 'Grade and potential'),
  ownerTransfer: at('B3', '客户移交', '客戶移交', 'Transfer of customers'),
  customerPool: at('B3', '公海', '公海', 'Public pool'),
  visitorRegister: at('B3', '来访登记', '來訪登記', 'Visitor register'),
  interaction: at('B3', '来电与沟通', '來電與溝通', 'Calls and contacts'),
  feedbackTicket: at('B3', '意见单', '意見單', 'Feedback tickets'),
  departmentTask: at('B3', '部门任务', '部門任務', 'Department tasks'),
  followUpVisit: at('B3', '回访', '回訪', 'Follow-up visits'),
  satisfactionSurvey: at('B3', '满意度调查', '滿意度調查', 'Satisfaction surveys'),
  training: at('B3', '培训、职责与流程', '訓練、職責與流程', 'Training, duties, procedures'),
  trainingRecord: at('B3', '培训记录', '訓練紀錄', 'Training records'),
  serviceSettings: at('B3', '客户与服务参数', '客戶與服務參數', 'Settings of customers and service'),

  complaintCard: at('B4', '投诉登记与记录卡', '投訴登記與紀錄卡', 'Complaint and record card'),
  storeAssessment: at('B4', '理由成立与否的确认', '理由成立與否的確認', 'Assessment of the reason'),
  acceptanceRuling: at('B4', '受理裁定', '受理裁定', 'Acceptance ruling'),
  departmentAssignment: at('B4', '指定受理部门', '指定受理部門', 'Assignment of the department'),
  investigationReport: at('B4', '调查报告', '調查報告', 'Investigation report'),
  supervisorReview: at('B4', '主管审核', '主管審核', "Supervisor's review"),
  hrOpinion: at('B4', '行政人事部意见', '行政人事部意見', 'Opinion of HR and administration'),
  gmDecision: at('B4', '总经理批阅', '總經理批閱', "General manager's decision"),
  handlingOpinion: at('B4', '处理意见', '處理意見', 'Handling opinion'),
  customerReply: at('B4', '答复客户', '答覆客戶', 'Reply to the customer'),
  notAcceptedReply: at('B4', '不受理答复', '不受理答覆', 'Reply when not accepted'),
  compensation: at('B4', '折价与赔偿', '折價與賠償', 'Discount and compensation'),
  complaintMonthlyReport: at('B4', '投诉统计表', '投訴統計表', 'Monthly complaint table'),
  supervision: at('B4', '催办与督办', '催辦與督辦', 'Urging and supervision'),
  complaintSettings: at('B4', '投诉参数、程序与限额', '投訴參數、程序與限額', 'Complaint settings'),
  policyText: at('B4', '办法条文与解释', '辦法條文與解釋', 'Text of the regulations'),

  prospect: at('B5', '潜在客户、调研与活动', '潛在客戶、調查與活動', 'Prospects, research, activities'),
  creditApplication: at('B5', '授信申请', '授信申請', 'Credit application'),
  preliminaryReview: at('B5', '初步审核', '初步審核', 'Preliminary review'),
  creditInvestigation: at('B5', '授信调查报告', '授信調查報告', 'Credit investigation report'),
  creditDecision: at('B5', '授信审批', '授信審批', 'Facility decision'),
  creditRefusal: at('B5', '授信否决', '授信否決', 'Refusal of a facility'),
  creditCommittee: at('B5', '贷审会表决', '貸審會表決', 'Vote of the credit committee'),
  creditOpinion: at('B5', '风险意见', '風險意見', 'Risk opinion'),
  loan: at('B5', '贷款与还款', '貸款與還款', 'Loans and repayment'),
  postLoanCheck: at('B5', '贷后查访与监控', '貸後查訪與監控', 'Post-loan visits and monitoring'),
  collection: at('B5', '催收', '催收', 'Collection'),
  classification: at('B5', '五级分类', '五級分類', 'Five-class classification'),
  npaHandover: at('B5', '不良资产移交', '不良資產移交', 'Handover of non-performing assets'),
  kpiTarget: at('B5', '指标任务', '指標任務', 'Targets'),
  kpiScore: at('B5', '指标得分', '指標得分', 'Scores'),

  keyAccount: at('B6', '大客户', '大客戶', 'Key account'),
  solicitation: at('B6', '招商', '招商', 'Solicitation'),
  contract: at('B6', '合同', '合約', 'Contracts'),
  order: at('B6', '订单与跟单', '訂單與跟單', 'Orders and follow-up'),
  orderComment: at('B6', '订单批注', '訂單批註', 'Comments on orders'),
  phaseHandover: at('B6', '前期移交', '前期移交', 'Handover of responsibility'),
  product: at('B6', '产品', '產品', 'Products'),
  shipment: at('B6', '发运', '出貨', 'Shipments'),
  afterSales: at('B6', '售后', '售後', 'After-sales'),
  techSupport: at('B6', '技术支持', '技術支援', 'Technical support'),
  salesPlan: at('B6', '销售计划', '銷售計畫', 'Sales plans'),
  dealerRules: at('B6', '经销商与管理制度', '經銷商與管理制度', 'Dealers and dealer rules'),
  resourceCost: at('B6', '资源与费用', '資源與費用', 'Resources and cost'),
  proposal: at('B6', '合理化建议', '合理化建議', 'Proposals'),
  payment: at('B6', '回款', '收款', 'Payments received'),
  invoice: at('B6', '发票', '發票', 'Invoices'),
  creditRelease: at('B6', '超信用额度放行', '超信用額度放行', 'Release over the credit limit'),
  expense: at('B6', '费用报销', '費用核銷', 'Expenses'),

  assignedTask: at('ADMINISTRATION', '交办事项', '交辦事項', 'Assigned tasks'),
  delegation: at('ADMINISTRATION', '委托代理', '委託代理', 'Delegations'),
  notification: at('ADMINISTRATION', '消息', '訊息', 'Notifications'),
  personalChannel: at('ADMINISTRATION', '个人接收方式', '個人接收方式', 'Personal channels'),
  messageDelivery: at('ADMINISTRATION', '外发消息', '外發訊息', 'Messages sent out'),

  organisation: at('ADMINISTRATION', '部门、门店与区域', '部門、門市與區域', 'Departments, stores, regions'),
  staff: at('ADMINISTRATION', '员工', '員工', 'Staff'),
  roleGrant: at('ADMINISTRATION', '授权', '授權', 'Role grants'),
  apiToken: at('ADMINISTRATION', '接口令牌', '介面權杖', 'API tokens'),
  savedView: at('ADMINISTRATION', '已存筛选', '已存篩選', 'Saved views'),
  organisationSettings: at('ADMINISTRATION', '参数设置', '參數設定', 'Settings'),
  codeList: at('ADMINISTRATION', '代码表', '代碼表', 'Code lists'),
  importRun: at('ADMINISTRATION', '导入记录', '匯入紀錄', 'Import runs'),
  exportLog: at('ADMINISTRATION', '导出记录', '匯出紀錄', 'Export log'),
  audit: at('ADMINISTRATION', '操作审计', '操作稽核', 'Audit trail'),
  administrationAudit: at('ADMINISTRATION', '管理操作审计', '管理操作稽核', 'Audit trail of administration'),
  personalDataAccess: at('ADMINISTRATION', '查看完整号码记录', '查看完整號碼紀錄', 'Log of reveals'),
  consent: at('ADMINISTRATION', '同意记录', '同意紀錄', 'Consents'),
  dataSubjectRequest: at(
    'ADMINISTRATION',
    '个人信息权利请求',
    '個人資料權利請求',
    'Requests of data subjects',
  ),
  adHocQuery: at('ADMINISTRATION', '自由查询', '自由查詢', 'Ad-hoc queries'),
  accessReview: at('ADMINISTRATION', '谁能看到', '誰能看到', 'Who can see what'),
} satisfies Record<string, Subject>;

export type SubjectName = keyof typeof subjects;

/** The label of a subject; the name itself when it is not one. */
export function subjectLabel(subject: string): Label {
  return Object.hasOwn(subjects, subject)
    ? subjects[subject as SubjectName].label
    : label(subject, subject, subject);
}
