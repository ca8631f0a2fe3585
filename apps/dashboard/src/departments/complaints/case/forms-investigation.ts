import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels as labels } from '@kehu/domain/complaints/act-labels';
import { assignmentOrder, investigationReport } from '@kehu/domain/complaints/documents';
import type { ActForm } from './act-form';
import { idOf, opinionFields, reasonField, reviewFields } from './pipeline-fields';

/** Assignment, investigation and the review of its report (D1.2 nos. 7–12). */
export const investigationForms: readonly ActForm[] = [
  {
    act: 'assignComplaint',
    label: labels.assignComplaint,
    fields: [
      {
        name: 'department',
        kind: assignmentOrder,
        required: true,
        initial: (file) => idOf(file.handlingDepartment),
      },
      { name: 'handler', kind: assignmentOrder, choices: () => ({ status: 'ACTIVE' }) },
      {
        name: 'instruction',
        kind: assignmentOrder,
        required: true,
        phrases: [
          label(
            '请查明原因、经过和责任人，按期提交调查报告。',
            '請查明原因、經過和責任人，按期提交調查報告。',
            'Find cause, course and responsible persons; report in time.',
          ),
          label(
            '请先联系客户安抚，再行调查。',
            '請先聯絡客戶安撫，再行調查。',
            'Call and soothe the customer first, then investigate.',
          ),
        ],
      },
    ],
    after: label(
      '受理部门收到通知，4 小时内接办。',
      '受理部門收到通知，4 小時內接辦。',
      'The department is told and takes it within 4 hours.',
    ),
  },
  {
    act: 'submitContractDispute',
    label: labels.submitContractDispute,
    about: label(
      '附处理意见，直接呈报总经理批阅（情形二）。',
      '附處理意見，直接呈報總經理批閱（情形二）。',
      'With an opinion, straight to the general manager.',
    ),
    fields: opinionFields(),
    after: label('呈报总经理批阅。', '呈報總經理批閱。', 'Goes to the general manager.'),
  },
  {
    act: 'assignDispatchCase',
    label: labels.assignDispatchCase,
    about: label(
      '发货手续问题，由营运或物流直接拟定处理意见（情形三）。',
      '出貨手續問題，由營運或物流直接擬定處理意見（情形三）。',
      'A matter of dispatch: operations or logistics draft the opinion.',
    ),
    fields: [
      { name: 'department', kind: assignmentOrder, required: true },
      { name: 'handler', kind: assignmentOrder, choices: () => ({ status: 'ACTIVE' }) },
      { name: 'instruction', kind: assignmentOrder, required: true },
    ],
    after: label('由该部门拟定处理意见。', '由該部門擬定處理意見。', 'That department drafts the opinion.'),
  },
  {
    act: 'acceptAssignment',
    label: labels.acceptAssignment,
    about: label(
      '接办后由您经办，开始调查。',
      '接辦後由您經辦，開始調查。',
      'You become the handler and begin to investigate.',
    ),
    fields: [],
    after: label('3 日内提交调查报告。', '3 日內提交調查報告。', 'The report is due on day 3.'),
  },
  {
    act: 'refuseAssignment',
    label: labels.refuseAssignment,
    fields: [
      reasonField([
        label(
          '不属本部门职责，请另行指定。',
          '不屬本部門職責，請另行指定。',
          'Not our duty; please name another.',
        ),
      ]),
    ],
    after: label(
      '退回行政人事部重新指定；只能退派一次。',
      '退回行政人事部重新指定；只能退派一次。',
      'Back to HR, who decides finally; once only.',
    ),
  },
  {
    act: 'submitInvestigationReport',
    label: labels.submitInvestigationReport,
    about: label(
      '五部分写全，附投诉原件，送主管审核。签署后不再修改，退回则另起一稿。',
      '五部分寫全，附投訴原件，送主管審核。簽署後不再修改，退回則另起一稿。',
      'All five parts and the original complaint; once signed it is not edited.',
    ),
    fields: [
      { name: 'items', editor: 'items', label: label('调查事项', '調查事項', 'Heads of the investigation') },
      { name: 'cause', kind: investigationReport, required: true },
      { name: 'course', kind: investigationReport, required: true },
      {
        name: 'responsiblePersons',
        editor: 'responsible',
        required: true,
        label: label('责任人', '責任人', 'Responsible persons'),
      },
      { name: 'conclusion', kind: investigationReport, required: true },
      { name: 'conclusionText', kind: investigationReport, required: true },
      { name: 'countermeasures', kind: investigationReport, required: true },
      { name: 'preventiveMeasures', kind: investigationReport, required: true },
      {
        name: 'originalComplaint',
        kind: investigationReport,
        editor: 'file',
        required: true,
        label: label('投诉原件', '投訴原件', 'Original complaint'),
        hint: label(
          '来函、录音或签字的口述记录',
          '來函、錄音或簽字的口述紀錄',
          'Letter, recording or signed transcript',
        ),
      },
    ],
    after: label(
      '送本部门主管审核，再报行政人事部。',
      '送本部門主管審核，再報行政人事部。',
      'Your supervisor reviews, then HR.',
    ),
  },
  {
    act: 'reviewInvestigationReport',
    label: labels.reviewInvestigationReport,
    fields: reviewFields(
      label('报行政人事部审核。', '報行政人事部審核。', 'Goes to HR.'),
      label('退回经办人修改。', '退回經辦人修改。', 'Back to the handler.'),
    ),
  },
];
