import {
  bool,
  dateTime,
  daysBetween,
  decimal,
  integer,
  json,
  netDaysBetween,
  oneOf,
  text,
  toOne,
} from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { reviewResult } from './document-vocabularies.js';
import {
  casePart,
  closeReason,
  complaintCategory,
  complaintChannel,
  complaintState,
  demandType,
  faultConclusion,
  handlingProcedureKind,
  severeTrigger,
  severity,
  situation,
  slaStatus,
} from './vocabularies.js';

/** A complaint case 投诉案件 (R4.1–R4.28, dossier C4). Its documents are parts of it. */
export const complaint = kind('Complaint', {
  plural: 'complaints',
  table: 'complaint',
  department: 'complaints',
  subject: 'complaintCard',
  label: label('投诉案件', '投訴案件', 'Complaint'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'receivedAt', direction: 'DESC' }],
  fields: {
    no: text(label('案件编号', '案件編號', 'Case no.'), { max: 60, searchable: true, system: true }),
    state: oneOf(label('状态', '狀態', 'State'), complaintState),
    procedure: oneOf(label('处理程序', '處理程序', 'Procedure'), handlingProcedureKind),
    severity: oneOf(label('严重程度', '嚴重程度', 'Severity'), severity),
    severityReason: text(label('定级理由', '定級理由', 'Reason of the severity'), {
      optional: true,
      max: 500,
    }),
    category: oneOf(label('投诉类别', '投訴類別', 'Category'), complaintCategory),
    subcategory: text(label('子类别', '子類別', 'Subcategory'), { optional: true, max: 80 }),
    situation: oneOf(label('情形', '情形', 'Situation'), situation),
    channel: oneOf(label('投诉渠道', '投訴管道', 'Channel'), complaintChannel, {
      note: label('首次收到的渠道', '首次收到的管道', 'Of the first intake'),
    }),
    subject: text(label('主题', '主題', 'Subject'), { max: 200, searchable: true }),
    description: text(label('投诉内容', '投訴內容', 'Description'), { max: 20000, searchable: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      inverse: 'complaints',
      inverseLabel: label('投诉', '投訴', 'Complaints'),
    }),
    anonymous: bool(label('匿名', '匿名', 'Anonymous')),
    complainantName: text(label('投诉人', '投訴人', 'Complainant'), {
      max: 80,
      protection: 'name',
      searchable: true,
    }),
    complainantPhone: text(label('投诉人电话', '投訴人電話', "Complainant's phone"), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    representedBy: text(label('代理人', '代理人', 'Represented by'), {
      optional: true,
      max: 80,
      protection: 'name',
    }),
    keyAccount: bool(label('大客户', '大客戶', 'Key account')),
    order: toOne('Order', label('订单', '訂單', 'Order'), {
      inverse: 'complaints',
      inverseLabel: label('投诉', '投訴', 'Complaints'),
    }),
    product: toOne('Product', label('产品', '產品', 'Product'), {
      inverse: 'complaints',
      inverseLabel: label('投诉', '投訴', 'Complaints'),
    }),
    batchNo: text(label('批号', '批號', 'Batch'), { optional: true, max: 60 }),
    receiptNo: text(label('小票号', '收據號', 'Receipt no.'), { optional: true, max: 60 }),
    requestedAmount: decimal(label('要求金额', '要求金額', 'Amount asked'), {
      optional: true,
      money: true,
      scale: 2,
      min: 0,
    }),
    store: toOne('Department', label('涉及门店', '涉及門市', 'Store'), {
      inverse: 'storeComplaints',
      inverseLabel: label('门店投诉', '門市投訴', 'Complaints of the store'),
    }),
    complainedDepartment: toOne(
      'Department',
      label('被投诉部门', '被投訴部門', 'Department complained about'),
    ),
    complainedStaff: toOne('Staff', label('被投诉人', '被投訴人', 'Person complained about')),
    aboutHead: bool(label('投诉的是部门负责人', '投訴的是部門負責人', 'About the head of the unit'), {
      system: true,
    }),
    shielded: bool(
      label(
        '对被投诉人隐去投诉人',
        '對被投訴人隱去投訴人',
        'Complainant hidden from the person complained about',
      ),
      {
        optional: true,
        system: true,
        note: label(
          '答复前，被投诉人只能看到隐去投诉人的案件',
          '答覆前，被投訴人只能看到隱去投訴人的案件',
          'Until the reply that person reads the case without who complained',
        ),
      },
    ),
    receivedBy: toOne('Staff', label('登记人', '登記人', 'Received by')),
    receivedAt: dateTime(label('收到时间', '收到時間', 'Received at'), {
      note: label(
        '公司任何人首次收到的时间（F5）',
        '公司任何人首次收到的時間（F5）',
        'First receipt by anyone (F5)',
      ),
    }),
    dueAt: dateTime(label('结案期限', '結案期限', 'Due at'), {
      note: label(
        '收到后 7×24 小时（R4.26），外部期限更早的从其期限；不因等待而停',
        '收到後 7×24 小時（R4.26），外部期限更早者從其期限；不因等待而停',
        'Receipt + 7 × 24 h (R4.26), or the stricter outside deadline; never paused',
      ),
    }),
    extendedTo: dateTime(label('延期至', '延期至', 'Extended to'), { optional: true }),
    slaStatus: oneOf(label('时限状态', '時限狀態', 'Clock'), slaStatus, { system: true }),
    breachedAt: dateTime(label('超期时间', '超期時間', 'Breached at'), { optional: true, system: true }),
    breachReason: text(label('超期原因', '超期原因', 'Reason of the breach'), { optional: true, max: 1000 }),
    firstResponseAt: dateTime(label('首次响应时间', '首次回應時間', 'First response at'), { optional: true }),
    ruledAt: dateTime(label('裁定时间', '裁定時間', 'Ruled at'), { optional: true }),
    acceptedAt: dateTime(label('受理时间', '受理時間', 'Accepted at'), { optional: true }),
    acceptNo: text(label('受理编号', '受理編號', 'Acceptance no.'), { optional: true, max: 60 }),
    assignedAt: dateTime(label('指派时间', '指派時間', 'Assigned at'), { optional: true }),
    reportedAt: dateTime(label('报告提交时间', '報告提交時間', 'Reported at'), { optional: true }),
    repliedAt: dateTime(label('答复时间', '答覆時間', 'Replied at'), {
      optional: true,
      note: label('最终答复客户的时间', '最終答覆客戶的時間', 'Of the final reply to the customer'),
    }),
    closedAt: dateTime(label('结案时间', '結案時間', 'Closed at'), { optional: true }),
    closeReason: oneOf(label('结案方式', '結案方式', 'Close reason'), closeReason, { optional: true }),
    sampledAt: dateTime(label('抽查时间', '抽查時間', 'Sampled at'), {
      optional: true,
      system: true,
      note: label(
        '简易程序结案后抽中，由行政人事部检查（R1.5）',
        '簡易程序結案後抽中，由行政人事部檢查（R1.5）',
        'Picked after a simple procedure, for HR and administration to look at (R1.5)',
      ),
    }),
    sampleResult: oneOf(label('抽查结果', '抽查結果', 'Finding of the sample'), reviewResult, {
      optional: true,
      system: true,
      note: label(
        '同意即处理得当；空白为尚未检查',
        '同意即處理得當；空白為尚未檢查',
        'Agreed: handled as it should be; empty: not looked at yet',
      ),
    }),
    conclusion: oneOf(label('责任认定', '責任認定', 'Conclusion'), faultConclusion, { optional: true }),
    noPreventionReason: text(label('不需预防措施的理由', '不需預防措施的理由', 'Why no preventive action'), {
      optional: true,
      max: 1000,
    }),
    disputed: bool(label('有争议', '有爭議', 'Disputed')),
    rejections: integer(label('客户拒绝次数', '客戶拒絕次數', 'Rejections'), { min: 0, system: true }),
    returns: integer(label('退回次数', '退回次數', 'Returns'), { min: 0, system: true }),
    refusals: integer(label('退派次数', '退派次數', 'Refused assignments'), { min: 0, system: true }),
    reopenCount: integer(label('重新立案次数', '重新立案次數', 'Reopened'), { min: 0, system: true }),
    repeatOf: toOne('Complaint', label('重复于', '重複於', 'Repeat of'), { inverse: 'repeats' }),
    recurrence: bool(label('再次发生', '再次發生', 'Recurrence'), {
      system: true,
      note: label(
        '90 天内同一部门、类别、产品已有投诉（E1.6）',
        '90 天內同一部門、類別、產品已有投訴（E1.6）',
        'Same department, category and product within 90 days (E1.6)',
      ),
    }),
    handlingDepartment: toOne('Department', label('受理部门', '受理部門', 'Handling department'), {
      inverse: 'handledComplaints',
      inverseLabel: label('受理的投诉', '受理的投訴', 'Complaints handled'),
    }),
    handler: toOne('Staff', label('经办人', '經辦人', 'Handler'), {
      inverse: 'handledComplaints',
      inverseLabel: label('经办的投诉', '經辦的投訴', 'Complaints handled'),
    }),
    owner: toOne('Staff', label('牵头客服', '牽頭客服', 'Case owner'), {
      note: label('由营运部客服牵头（R4.25）', '由營運部客服牽頭（R4.25）', 'Customer service leads (R4.25)'),
    }),
    desk: toOne('Staff', label('现在谁手里', '現在誰手裡', 'Whose desk'), {
      inverse: 'desk',
      inverseLabel: label('手里的案件', '手裡的案件', 'Cases on the desk'),
      system: true,
    }),
    deskDepartment: toOne('Department', label('现在哪个部门', '現在哪個部門', 'Which department'), {
      system: true,
    }),
    stateSince: dateTime(label('进入现状态的时间', '進入現狀態的時間', 'In this state since'), {
      system: true,
    }),
    stepDueAt: dateTime(label('本步期限', '本步期限', 'Step due at'), { optional: true, system: true }),
    waitingSince: dateTime(label('开始等待的时间', '開始等待的時間', 'Waiting since'), {
      optional: true,
      system: true,
    }),
    waitedSeconds: integer(label('已等待秒数', '已等待秒數', 'Seconds waited'), {
      min: 0,
      system: true,
      note: label(
        '等待客户或送检的时间；只用于净时限，不影响结案期限',
        '等待客戶或送檢的時間；只用於淨時限，不影響結案期限',
        'Waiting for the customer or a laboratory; for the net clock only',
      ),
    }),
    policyVersion: text(label('适用办法版本', '適用辦法版本', 'Policy version'), { max: 40, system: true }),
    procedureVersion: integer(label('程序版本', '程序版本', 'Procedure version'), { system: true }),
    settings: json(label('立案时的设定', '立案時的設定', 'Settings it began with'), {
      optional: true,
      system: true,
    }),
    daysToRuling: daysBetween(label('裁定天数', '裁定天數', 'Days to ruling'), 'receivedAt', 'ruledAt'),
    daysToReply: daysBetween(label('答复天数', '答覆天數', 'Days to reply'), 'receivedAt', 'repliedAt'),
    daysToClose: daysBetween(label('结案天数', '結案天數', 'Days to close'), 'receivedAt', 'closedAt'),
    netDaysToClose: netDaysBetween(
      label('净结案天数', '淨結案天數', 'Net days to close'),
      'receivedAt',
      'closedAt',
      'waitedSeconds',
      label(
        '不含等待客户或送检的时间，只作参考；是否超期按结案天数（F5）',
        '不含等待客戶或送檢的時間，只作參考；是否超期按結案天數（F5）',
        'Without the time spent waiting for the customer or a laboratory; reported second, breaches follow daysToClose (F5)',
      ),
    ),
    daysToFirstResponse: daysBetween(
      label('首次响应天数', '首次回應天數', 'Days to first response'),
      'receivedAt',
      'firstResponseAt',
    ),
    breached: bool(label('超期', '超期', 'Breached'), {
      system: true,
      note: label(
        '结案晚于期限，或期限到时未结；一经超期不再改回（E1.3）',
        '結案晚於期限，或期限到時未結；一經超期不再改回（E1.3）',
        'Closed after the deadline, or open when it passed; permanent (E1.3)',
      ),
    }),
  },
});
export type ComplaintRow = RowOf<typeof complaint>;

/** One thing that the customer asks for (R4.2). */
export const complaintDemand = kind('ComplaintDemand', {
  plural: 'complaintDemands',
  table: 'complaint_demand',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  importable: true,
  label: label('客户要求', '客戶要求', 'Demand'),
  title: 'type',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'demands',
      inverseLabel: label('客户要求', '客戶要求', 'Demands'),
    }),
    type: oneOf(label('要求', '要求', 'Demand'), demandType),
    detail: text(label('说明', '說明', 'Detail'), { optional: true, max: 200 }),
  },
});

/** One thing that makes a case severe (D1.3), as whoever took it for severe chose it. */
export const complaintTrigger = kind('ComplaintTrigger', {
  plural: 'complaintTriggers',
  table: 'complaint_trigger',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('严重情形', '嚴重情形', 'Severe trigger'),
  title: 'type',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'triggers',
      inverseLabel: label('严重情形', '嚴重情形', 'Severe triggers'),
    }),
    type: oneOf(label('情形', '情形', 'Trigger'), severeTrigger),
    by: toOne('Staff', label('认定人', '認定人', 'By')),
    at: dateTime(label('认定时间', '認定時間', 'At')),
  },
});

/** One receipt of a case: the same matter through a store, 12315 and the telephone is one case (F38). */
export const complaintIntake = kind('ComplaintIntake', {
  plural: 'complaintIntakes',
  table: 'complaint_intake',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  importable: true,
  label: label('来源登记', '來源登記', 'Intake'),
  title: 'channel',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'intakes',
      inverseLabel: label('来源登记', '來源登記', 'Intakes'),
    }),
    channel: oneOf(label('渠道', '管道', 'Channel'), complaintChannel),
    outsideNo: text(label('外部编号', '外部編號', 'Outside no.'), {
      optional: true,
      max: 80,
      searchable: true,
    }),
    outsideDueAt: dateTime(label('外部期限', '外部期限', 'Outside deadline'), { optional: true }),
    receivedAt: dateTime(label('收到时间', '收到時間', 'Received at')),
    receivedBy: toOne('Staff', label('登记人', '登記人', 'Received by')),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 1000 }),
  },
});

/** Part that somebody has in a case beside its handler. */
export const caseParticipant = kind('CaseParticipant', {
  plural: 'caseParticipants',
  table: 'case_participant',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('案件相关人', '案件相關人', 'Participant'),
  title: 'id',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'participants',
      inverseLabel: label('相关人', '相關人', 'Participants'),
    }),
    staff: toOne('Staff', label('人员', '人員', 'Person'), { required: true }),
    part: oneOf(label('身份', '身分', 'Part'), casePart),
    since: dateTime(label('开始', '開始', 'Since')),
    until: dateTime(label('结束', '結束', 'Until'), { optional: true }),
  },
});
