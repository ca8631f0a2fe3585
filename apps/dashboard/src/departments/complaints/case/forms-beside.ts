import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels as labels } from '@kehu/domain/complaints/act-labels';
import { collaborationActLabels as labelsBeside } from '@kehu/domain/complaints/collaboration-labels';
import { caseParticipant, complaint } from '@kehu/domain/complaints/complaint';
import { customerReply, evidenceRuling, supervisorReview } from '@kehu/domain/complaints/documents';
import {
  caseLink,
  compensationRequest,
  departmentTask,
  preventiveAction,
  trackingEntry,
} from '@kehu/domain/complaints/handling';
import { severeTrigger, severity } from '@kehu/domain/complaints/vocabularies';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { today } from '../../../ui/figures';
import { ownPeople } from '../../platform/tasks/own-people';
import type { ActField, ActForm } from './act-form';

const staffAtWork = () => ({ status: 'ACTIVE' });
const reason: ActField = {
  name: 'reason',
  type: 'long',
  required: true,
  label: label('理由', '理由', 'Reason'),
};
const urges = [
  label('临近期限，请尽快办理。', '臨近期限，請儘快辦理。', 'The deadline is near; please hurry.'),
  label(
    '客户再次来电催问，请今日内答复进展。',
    '客戶再次來電催問，請今日內答覆進展。',
    'The customer called again; please answer today.',
  ),
];
const spoken: readonly ActField[] = [
  {
    name: 'mode',
    kind: customerReply,
    required: true,
    initial: () => 'ORAL',
    pick: [
      { value: 'ORAL', label: label('口头', '口頭', 'Oral') },
      { value: 'WRITTEN', label: label('书面', '書面', 'Written') },
    ],
  },
  { name: 'talkedTo', kind: customerReply, when: (values) => values.mode === 'ORAL' },
  { name: 'phone', kind: customerReply, when: (values) => values.mode === 'ORAL' },
  { name: 'content', kind: customerReply, required: true },
];
const levels = severity.codes.map((value) => ({ value, label: severity.labels[value] }));
const inDays = (days: number) => (_: unknown, now: Date, zone: string) =>
  today(new Date(now.getTime() + days * 86_400_000), zone);

/** Acts beside the pipeline (dossier D1.3, F5, F14, R4.25), on the case. */
export const besideForms: readonly ActForm[] = [
  {
    act: 'addTrackingEntry',
    label: label('记录跟踪、安抚', '記錄追蹤、安撫', 'Record tracking or soothing'),
    fields: [
      {
        name: 'kind',
        kind: trackingEntry,
        required: true,
        initial: () => 'TRACK',
        pick: [
          { value: 'TRACK', label: label('跟踪', '追蹤', 'Tracking') },
          { value: 'SOOTHE', label: label('安抚沟通', '安撫溝通', 'Soothing') },
          { value: 'NOTE', label: label('备注', '備註', 'Note') },
        ],
      },
      { name: 'text', kind: trackingEntry, required: true },
    ],
  },
  {
    act: 'recordFirstResponse',
    label: label('记录首次响应', '記錄首次回應', 'Record the first response'),
    fields: spoken,
  },
  {
    act: 'recordProgressReply',
    label: label('告知客户进展', '告知客戶進展', 'Record a progress reply'),
    fields: spoken,
  },
  {
    act: 'urgeComplaint',
    label: label('催办', '催辦', 'Urge'),
    fields: [{ name: 'text', kind: trackingEntry, required: true, phrases: urges }],
    after: label(
      '通知案件所在的人，并记入办理过程。',
      '通知案件所在的人，並記入辦理過程。',
      'Whoever has the case is told; it is on record.',
    ),
  },
  {
    act: 'superviseComplaint',
    label: label('督办', '督辦', 'Supervise'),
    fields: [
      { name: 'text', kind: trackingEntry, required: true, phrases: urges },
      { name: 'to', kind: trackingEntry, choices: staffAtWork },
    ],
    after: label('通知被督办人，须回应。', '通知被督辦人，須回應。', 'The person is told and must answer.'),
  },
  {
    act: 'requestAssistance',
    label: label('请求协办', '請求協辦', 'Ask for assistance'),
    fields: [
      { name: 'department', kind: departmentTask, required: true },
      { name: 'assignee', kind: departmentTask, choices: staffAtWork },
      { name: 'request', kind: departmentTask, required: true },
      { name: 'dueAt', kind: departmentTask, required: true },
    ],
    after: label(
      '协办未完成前，不能提交报告和意见。',
      '協辦未完成前，不能提交報告和意見。',
      'Nothing is submitted while one is open.',
    ),
  },
  {
    act: 'passOnCase',
    label: labels.passOnCase,
    fields: [{ name: 'staff', kind: caseParticipant, required: true, choices: staffAtWork }, reason],
  },
  {
    act: 'copyCase',
    label: label('抄送', '副知', 'Copy to somebody'),
    fields: [{ name: 'staff', kind: caseParticipant, required: true, choices: staffAtWork }],
  },
  {
    act: 'requestCompensation',
    label: label('申请赔偿', '申請賠償', 'Ask for compensation'),
    fields: [
      { name: 'type', kind: compensationRequest, required: true },
      { name: 'amount', kind: compensationRequest, required: true },
      { name: 'rule', kind: compensationRequest, choices: () => ({ active: true }) },
      { name: 'reason', kind: compensationRequest, required: true },
    ],
    after: label(
      '按审批限额报批，超过限额报总经理。',
      '按核准限額報批，超過限額報總經理。',
      'Approved by limit; above it by the general manager.',
    ),
  },
  {
    act: 'addPreventiveAction',
    label: label('登记预防措施', '登記預防措施', 'Record a preventive action'),
    fields: [
      { name: 'measure', kind: preventiveAction, required: true },
      { name: 'owner', kind: preventiveAction, required: true, choices: staffAtWork },
      { name: 'dueOn', kind: preventiveAction, required: true, initial: inDays(14) },
      { name: 'checkOn', kind: preventiveAction, required: true, initial: inDays(90) },
    ],
  },
  {
    act: 'skipPreventiveAction',
    label: label('说明不需预防措施', '說明不需預防措施', 'Say why no preventive action is needed'),
    fields: [reason],
  },
  {
    act: 'reviewSample',
    label: labelsBeside.reviewSample,
    fields: [
      {
        name: 'result',
        kind: supervisorReview,
        required: true,
        pick: [
          { value: 'AGREE', label: label('处理得当', '處理得當', 'Handled as it should be') },
          { value: 'RETURN', label: label('发现问题', '發現問題', 'Found wanting') },
        ],
      },
      { name: 'opinion', kind: supervisorReview, required: (values) => values.result === 'RETURN' },
    ],
    after: label(
      '结果记入案卷并计入抽查统计。',
      '結果記入案卷並計入抽查統計。',
      'The finding stays in the file and is counted.',
    ),
  },
  {
    act: 'ruleOnEvidence',
    label: label('裁定争议', '裁定爭議', 'Rule on a dispute'),
    fields: [
      { name: 'matter', kind: evidenceRuling, required: true },
      { name: 'evidence', kind: evidenceRuling, required: true },
      { name: 'ruling', kind: evidenceRuling, required: true },
    ],
  },
  {
    act: 'linkCase',
    label: label('关联案件', '關聯案件', 'Link a case'),
    fields: [
      { name: 'other', kind: caseLink, required: true },
      { name: 'basis', kind: caseLink, required: true, initial: () => 'MANUAL' },
    ],
  },
  {
    act: 'raiseSeverity',
    label: label('提高严重程度', '提高嚴重程度', 'Raise the severity'),
    fields: [
      {
        name: 'severity',
        kind: complaint,
        required: true,
        pick: levels
          .filter((each) => each.value !== 'GENERAL')
          .map((each) => ({
            ...each,
            fits: (file) => rank(each.value) > rank(file.severity),
          })),
      },
      {
        name: 'triggers',
        editor: 'codes',
        codes: severeTrigger,
        when: (values) => values.severity === 'SEVERE',
        label: label('严重情形', '嚴重情形', 'What makes it severe'),
      },
      reason,
    ],
    after: label(
      '严重案件立即通知客服负责人、行政人事部和总经理。',
      '嚴重案件立即通知客服負責人、行政人事部和總經理。',
      'For a severe case all heads are told at once.',
    ),
  },
  {
    act: 'lowerSeverity',
    label: label('降低严重程度', '降低嚴重程度', 'Lower the severity'),
    fields: [
      {
        name: 'severity',
        kind: complaint,
        required: true,
        pick: levels
          .filter((each) => each.value !== 'SEVERE')
          .map((each) => ({
            ...each,
            fits: (file) => rank(each.value) < rank(file.severity),
          })),
      },
      reason,
    ],
  },
  {
    act: 'startWaiting',
    label: label('等待客户或送检', '等待客戶或送檢', 'Waiting for the customer or a laboratory'),
    about: label(
      '只停净时限；7 天结案期限照常计算。',
      '只停淨時限；7 天結案期限照常計算。',
      'Only the net clock stops; the seven days go on.',
    ),
    fields: [{ ...reason, label: label('等什么', '等什麼', 'What for') }],
  },
  {
    act: 'endWaiting',
    label: label('结束等待', '結束等待', 'Stop waiting'),
    fields: [{ ...reason, required: false }],
  },
  {
    act: 'extendDeadline',
    label: label('延期', '延期', 'Extend the deadline'),
    fields: [{ name: 'extendedTo', kind: complaint, required: true }, reason],
    after: label(
      '延期只用于安排，不改变超期统计。',
      '延期只用於安排，不改變超期統計。',
      'For planning only; a breach stays a breach.',
    ),
  },
  {
    act: 'explainBreach',
    label: label('说明超期原因', '說明超期原因', 'Explain the breach'),
    fields: [{ name: 'breachReason', kind: complaint, required: true }],
  },
  {
    act: 'nameInvestigator',
    label: label('指定调查人', '指定調查人', 'Name an investigator'),
    fields: [{ name: 'staff', kind: caseParticipant, required: true, choices: staffAtWork }, reason],
  },
  { act: 'consentToRefusal', label: labels.consentToRefusal, fields: [reason] },
  {
    act: 'overrideConflict',
    label: labels.overrideConflict,
    fields: [{ name: 'staff', kind: caseParticipant, required: true, choices: staffAtWork }, reason],
    grave: true,
  },
  {
    act: 'recallStep',
    label: labels.recallStep,
    about: label(
      '下一人打开之前可以撤回。',
      '下一人開啟之前可以撤回。',
      'Possible until the next person has opened the case.',
    ),
    fields: [reason],
  },
  {
    act: 'assignTask',
    label: label('交办', '交辦', 'Assign a task'),
    fields: [
      {
        name: 'title',
        kind: assignedTask,
        wide: true,
        required: true,
        initial: (file) => (file.no ? `${file.no}：` : ''),
      },
      { name: 'detail', kind: assignedTask },
      { name: 'assignee', kind: assignedTask, required: true, choices: (_, person) => ownPeople(person) },
      { name: 'dueAt', kind: assignedTask, required: true },
    ],
    idName: 'complaintId',
    versionless: true,
    after: label(
      '承办人收到待办，完成后由您验收。',
      '承辦人收到待辦，完成後由您驗收。',
      'The assignee is told; you accept the result.',
    ),
  },
];

/** Acts on a part of a case: a task, a request, a measure, an urge. */
export const partForms: readonly ActForm[] = [
  { act: 'acceptAssistance', label: label('接收协办', '接收協辦', 'Take it on'), fields: [] },
  {
    act: 'answerAssistance',
    label: label('回复协办', '回覆協辦', 'Answer'),
    fields: [{ name: 'answer', kind: departmentTask, required: true }],
  },
  {
    act: 'returnAssistance',
    label: label('退回协办', '退回協辦', 'Return it'),
    fields: [{ name: 'answer', kind: departmentTask, required: true }],
  },
  { act: 'cancelAssistance', label: label('取消协办', '取消協辦', 'Cancel it'), fields: [reason] },
  {
    act: 'approveCompensation',
    label: label('批准赔偿', '核准賠償', 'Approve'),
    fields: [
      { name: 'decision', kind: compensationRequest, phrases: [label('同意。', '同意。', 'Agreed.')] },
    ],
  },
  {
    act: 'declineCompensation',
    label: label('不批准', '不核准', 'Decline'),
    fields: [{ name: 'decision', kind: compensationRequest, required: true }],
  },
  {
    act: 'executeCompensation',
    label: label('执行赔偿', '執行賠償', 'Carry out'),
    fields: [{ name: 'voucher', kind: compensationRequest, required: true }],
  },
  {
    act: 'completePreventiveAction',
    label: label('完成措施', '完成措施', 'Done'),
    fields: [{ name: 'doneNote', kind: preventiveAction, required: true }],
  },
  {
    act: 'checkPreventiveAction',
    label: label('检查效果', '檢查效果', 'Check the effect'),
    about: label(
      '系统已列出措施前后的件数，请判断是否有效。',
      '系統已列出措施前後的件數，請判斷是否有效。',
      'The numbers before and after are shown; you decide.',
    ),
    fields: [
      {
        name: 'effective',
        required: true,
        label: preventiveAction.fields.effective.label,
        type: 'flag',
      },
      { name: 'checkNote', kind: preventiveAction, required: true },
    ],
  },
  {
    act: 'acknowledgeTracking',
    label: label('回应', '回應', 'Answer'),
    fields: [{ name: 'text', kind: trackingEntry, required: true }],
  },
  {
    act: 'acknowledgeEscalation',
    label: label('知悉升级', '知悉升級', 'Acknowledge'),
    about: label(
      '表示您已知悉此案升级到您这里；案件期限不因此改变。',
      '表示您已知悉此案升級到您這裡；案件期限不因此改變。',
      'You know that this case has been brought before you. Its deadlines stay as they are.',
    ),
    fields: [],
  },
  {
    act: 'unlinkCase',
    label: label('取消关联', '取消關聯', 'Take the link back'),
    about: label(
      '两案不再互相关联，操作记录中仍保留。',
      '兩案不再互相關聯，操作紀錄中仍保留。',
      'The cases are no longer linked; the audit trail keeps that they were.',
    ),
    fields: [],
  },
  { act: 'markCardRead', label: labels.markCardRead, versionless: true, fields: [] },
  { act: 'cancelTask', label: label('取消交办', '取消交辦', 'Cancel the task'), fields: [reason] },
  {
    act: 'endCopy',
    label: label('取消抄送', '取消副知', 'End the copy'),
    about: label(
      '此人不再因抄送而看到此案；其他原因能看到的不受影响。',
      '此人不再因副知而看到此案；其他原因能看到的不受影響。',
      'The person no longer sees the case by this copy; other rights to it stay.',
    ),
    fields: [],
  },
  { act: 'acceptTask', label: label('接收交办', '接收交辦', 'Take the task'), fields: [] },
  {
    act: 'completeTask',
    label: label('报告完成', '報告完成', 'Report done'),
    fields: [{ name: 'result', kind: assignedTask, required: true }],
    after: label('由交办人验收。', '由交辦人驗收。', 'The assigner accepts it.'),
  },
  {
    act: 'confirmTask',
    label: label('验收', '驗收', 'Accept the result'),
    fields: [
      { name: 'verdict', kind: assignedTask, phrases: [label('同意验收。', '同意驗收。', 'Accepted.')] },
    ],
  },
  {
    act: 'returnTask',
    label: label('退回重办', '退回重辦', 'Return it'),
    fields: [{ name: 'verdict', kind: assignedTask, required: true }],
  },
];

function rank(value: unknown): number {
  return (severity.codes as readonly unknown[]).indexOf(value);
}
