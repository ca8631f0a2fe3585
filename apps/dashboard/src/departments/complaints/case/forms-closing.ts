import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels as labels } from '@kehu/domain/complaints/act-labels';
import { assignmentOrder, customerReply } from '@kehu/domain/complaints/documents';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import type { ActForm } from './act-form';
import { latest } from './file';
import { breachReasonField, closing, idOf, is, modeField, reasonField, replyFields } from './pipeline-fields';

const promised = is('remedyDone', 'PROMISED');

/** The reply, the end and the new beginning (D1.2 nos. 20–25). */
export const closingForms: readonly ActForm[] = [
  {
    act: 'replyToCustomer',
    label: labels.replyToCustomer,
    fields: [
      modeField(),
      ...replyFields(),
      {
        name: 'content',
        kind: customerReply,
        required: true,
        phrases: [
          label(
            '您好！您反映的问题我们已查明，现答复如下：。给您带来不便，深表歉意。',
            '您好！您反映的問題我們已查明，現答覆如下：。給您帶來不便，深表歉意。',
            'We have looked into what you told us and answer as follows: . We are sorry for the trouble.',
          ),
        ],
      },
      {
        name: 'outcome',
        required: true,
        label: label('答复后', '答覆後', 'After the reply'),
        pick: [
          {
            value: 'EXECUTE',
            label: label('客户接受，执行处理', '客戶接受，執行處理', 'Accepted; carry it out'),
            after: label(
              '由执行人落实，凭证齐全后结案。',
              '由執行人落實，憑證齊全後結案。',
              'The executor carries it out; closed on proof.',
            ),
          },
          {
            value: 'CLOSE',
            label: label('无须执行，结案', '無須執行，結案', 'Nothing to do; close'),
            after: label('案件结案。', '案件結案。', 'The case is closed.'),
          },
          {
            value: 'REJECTED',
            label: label('客户不接受', '客戶不接受', 'Rejected'),
            after: label(
              '退回受理部门重拟处理意见。',
              '退回受理部門重擬處理意見。',
              'Back for a new opinion.',
            ),
          },
          {
            value: 'TO_GM',
            label: label(
              '再次不接受，呈报总经理',
              '再次不接受，呈報總經理',
              'Rejected twice: to the general manager',
            ),
            fits: (file) => Number(file.rejections ?? 0) >= 1,
          },
          {
            value: 'CLOSE_DISPUTED',
            label: label(
              '再次不接受，告知外部渠道后结案',
              '再次不接受，告知外部管道後結案',
              'Rejected twice: close as disputed',
            ),
            fits: (file) => Number(file.rejections ?? 0) >= 1,
            after: label(
              '以“客户不接受”结案，已告知 12315 等渠道。',
              '以「客戶不接受」結案，已告知 12315 等管道。',
              'Closed as disputed; outside channels were named.',
            ),
          },
        ],
      },
      {
        name: 'rejectionReason',
        kind: customerReply,
        required: true,
        when: is('outcome', 'REJECTED', 'TO_GM', 'CLOSE_DISPUTED'),
      },
      {
        name: 'outsideChannels',
        type: 'text',
        required: true,
        when: is('outcome', 'CLOSE_DISPUTED'),
        label: label('已告知的外部途径', '已告知的外部途徑', 'Outside channels that were named'),
        hint: label('如 12315、消协', '如 12315、消保團體', 'Such as 12315'),
      },
      ...closing.map((field) => ({ ...field, when: is('outcome', 'CLOSE', 'CLOSE_DISPUTED') })),
    ],
  },
  {
    act: 'closeComplaint',
    label: labels.closeComplaint,
    fields: [
      {
        name: 'remedyDone',
        unsent: true,
        required: true,
        label: label('处理措施', '處理措施', 'The remedy'),
        initial: () => 'DONE',
        pick: [
          {
            value: 'DONE',
            label: label('已落实，有凭证', '已落實，有憑證', 'Carried out, with proof'),
            after: label(
              '案件结案，可打印案卷归档。',
              '案件結案，可列印案卷歸檔。',
              'Closed; the file can be printed.',
            ),
          },
          {
            value: 'PROMISED',
            label: label('尚未落实，承诺限期落实', '尚未落實，承諾限期落實', 'Not yet; promised by a date'),
            after: label(
              '案件结案；承诺成为承办人的待办，列入督办台账，到期未落实即记录在案。',
              '案件結案；承諾成為承辦人的待辦，列入督辦台帳，到期未落實即記錄在案。',
              'Closed; the promise is a task, stands on the supervision ledger, and is on record when it is late.',
            ),
          },
        ],
      },
      {
        name: 'text',
        within: 'undertaking',
        type: 'text',
        required: true,
        when: promised,
        label: label('承诺的内容', '承諾的內容', 'What will be done'),
        hint: label(
          '如：5 日内换新并送货上门',
          '如：5 日內換新並送貨到府',
          'Such as: a new one within five days',
        ),
        initial: (file) => String(latest(file.opinions)?.detail ?? '').slice(0, 200),
      },
      {
        name: 'assignee',
        within: 'undertaking',
        kind: assignedTask,
        required: true,
        when: promised,
        choices: () => ({ status: 'ACTIVE' }),
        initial: (file) => idOf(latest(file.opinions)?.executor),
      },
      { name: 'dueAt', within: 'undertaking', kind: assignedTask, required: true, when: promised },
      {
        name: 'proof',
        type: 'long',
        required: true,
        when: is('remedyDone', 'DONE'),
        label: label('执行凭证', '執行憑證', 'Proof of the remedy'),
        hint: label('凭证号、收货或付款记录', '憑證號、收貨或付款紀錄', 'Voucher, goods or payment'),
      },
      {
        name: 'proofAttachment',
        editor: 'file',
        when: is('remedyDone', 'DONE'),
        label: label('凭证附件', '憑證附件', 'Proof, attached'),
      },
      ...closing,
    ],
  },
  {
    act: 'closeAnonymousComplaint',
    label: labels.closeAnonymousComplaint,
    fields: [reasonField(), ...closing],
    after: label(
      '匿名投诉无从答复，由行政人事部结案。',
      '匿名投訴無從答覆，由行政人事部結案。',
      'Nobody to answer; HR closes.',
    ),
  },
  {
    act: 'reopenComplaint',
    label: labels.reopenComplaint,
    fields: [
      reasonField(),
      { name: 'department', kind: assignmentOrder, initial: (file) => idOf(file.handlingDepartment) },
      { name: 'handler', kind: assignmentOrder, choices: () => ({ status: 'ACTIVE' }) },
    ],
    after: label(
      '重新起算 7 天，原超期记录保留。',
      '重新起算 7 天，原超期紀錄保留。',
      'A new seven days begin; an old breach stays.',
    ),
  },
  {
    act: 'withdrawComplaint',
    label: labels.withdrawComplaint,
    grave: true,
    fields: [
      {
        name: 'statement',
        type: 'long',
        required: true,
        label: label('客户撤回的说明', '客戶撤回的說明', "The customer's statement"),
      },
      {
        name: 'statementAttachment',
        editor: 'file',
        label: label('说明附件', '說明附件', 'The statement, attached'),
      },
      breachReasonField,
    ],
    after: label('案件撤回，不再办理。', '案件撤回，不再辦理。', 'The case ends as withdrawn.'),
  },
];
