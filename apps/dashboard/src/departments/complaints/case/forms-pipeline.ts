import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels as labels } from '@kehu/domain/complaints/act-labels';
import { complaint } from '@kehu/domain/complaints/complaint';
import {
  acceptanceRuling,
  assignmentOrder,
  customerReply,
  gmDecision,
  handlingOpinion,
  hrOpinion,
  investigationReport,
  storeAssessment,
  supervisorReview,
} from '@kehu/domain/complaints/documents';
import type { Values } from '../../../ui/form/KindInput';
import type { ActField, ActForm } from './act-form';

/** What every act that ends a case asks for: why it was late, why no measure was needed (D1.4, R4.4). */
const closing: readonly ActField[] = [
  {
    name: 'breachReason',
    kind: complaint,
    required: true,
    fits: (file) =>
      !file.breachReason && (file.breached === true || Date.parse(String(file.dueAt)) < Date.now()),
  },
  {
    name: 'noPreventionReason',
    kind: complaint,
    fits: (file) =>
      !file.noPreventionReason &&
      (file.preventiveActions ?? []).length === 0 &&
      file.conclusion !== 'OUR_FAULT' &&
      file.conclusion !== 'SHARED',
  },
];
const reasonField = (phrases: ActField['phrases'] = []): ActField => ({
  name: 'reason',
  type: 'long',
  required: true,
  label: label('理由', '理由', 'Reason'),
  phrases,
});

const agree = label('同意', '同意', 'Agree');
const giveBack = label('退回', '退回', 'Return');
const is =
  (name: string, ...codes: string[]) =>
  (values: Values) =>
    codes.includes(String(values[name]));

const reviewPhrases = [
  label('同意，按此办理。', '同意，按此辦理。', 'Agreed; proceed accordingly.'),
  label('情况属实，同意上报。', '情況屬實，同意上報。', 'The facts hold; agreed to submit.'),
  label(
    '原因分析不够具体，请补充后再报。',
    '原因分析不夠具體，請補充後再報。',
    'Be more specific on the cause and submit again.',
  ),
  label('证据不足，请补充。', '證據不足，請補充。', 'Evidence is missing; please add it.'),
];
const gmPhrases = [
  label('同意行政人事部意见。', '同意行政人事部意見。', 'I agree with HR.'),
  label(
    '同意，请抓紧办理，按期答复客户。',
    '同意，請抓緊辦理，按期答覆客戶。',
    'Agreed; be quick and reply in time.',
  ),
  label('请举一反三，防止再次发生。', '請舉一反三，防止再次發生。', 'Look wider and prevent recurrence.'),
  label(
    '责任认定不清，退回重新核实。',
    '責任認定不清，退回重新核實。',
    'Responsibility is unclear; check again.',
  ),
];

/** The forms of the transitions of dossier D1.2, in the order of the pipeline. */
export const pipelineForms: readonly ActForm[] = [
  {
    act: 'assessComplaint',
    label: labels.assessComplaint,
    about: label(
      '确认投诉理由是否成立，报上级主管裁定。',
      '確認投訴理由是否成立，報上級主管裁定。',
      'Confirm whether the reason holds; the supervisor rules.',
    ),
    fields: [
      {
        name: 'result',
        kind: storeAssessment,
        required: true,
        pick: [
          { value: 'HOLDS', label: label('成立', '成立', 'Holds') },
          { value: 'NOT_HOLD', label: label('不成立', '不成立', 'Does not hold') },
        ],
      },
      {
        name: 'reason',
        kind: storeAssessment,
        required: true,
        phrases: [
          label(
            '核对小票与实物，情况属实。',
            '核對收據與實物，情況屬實。',
            'Receipt and goods checked; it is true.',
          ),
          label(
            '经核对，系客户使用不当。',
            '經核對，係客戶使用不當。',
            'Checked: wrong use by the customer.',
          ),
        ],
      },
    ],
    after: label(
      '报上级主管裁定是否受理，限收到后 24 小时内。',
      '報上級主管裁定是否受理，限收到後 24 小時內。',
      'The supervisor rules within 24 hours of receipt.',
    ),
  },
  {
    act: 'ruleOnComplaint',
    label: labels.ruleOnComplaint,
    fields: [
      {
        name: 'decision',
        kind: acceptanceRuling,
        required: true,
        pick: [
          {
            value: 'ACCEPT',
            label: label('受理', '受理', 'Accept'),
            after: label(
              '生成受理编号和记录卡，报行政人事部指定受理部门。',
              '產生受理編號和紀錄卡，報行政人事部指定受理部門。',
              'Number and record card are issued; HR names the handling department.',
            ),
          },
          {
            value: 'NOT_ACCEPT',
            label: label('不受理', '不受理', 'Do not accept'),
            after: label(
              '须向客户婉转说明，请其谅解，说明后结案。',
              '須向客戶婉轉說明，請其諒解，說明後結案。',
              'The customer is told tactfully; then the case ends.',
            ),
          },
        ],
      },
      {
        name: 'reason',
        kind: acceptanceRuling,
        required: true,
        phrases: [
          label(
            '属投诉范围，理由成立，予以受理。',
            '屬投訴範圍，理由成立，予以受理。',
            'Within scope and sound: accepted.',
          ),
          label(
            '责任在客户一方，不予受理。',
            '責任在客戶一方，不予受理。',
            "The customer's own cause: not accepted.",
          ),
        ],
      },
    ],
  },
  {
    act: 'explainNonAcceptance',
    label: labels.explainNonAcceptance,
    about: label(
      '婉转向客户说明不受理的原因，请其谅解；说明后结案。',
      '婉轉向客戶說明不受理的原因，請其諒解；說明後結案。',
      'Explain to the customer tactfully why; then the case ends.',
    ),
    fields: [
      modeField(),
      ...replyFields(),
      {
        name: 'content',
        kind: customerReply,
        required: true,
        phrases: [
          label(
            '感谢您的反馈。经核实，此次问题不属于商品质量原因，恳请谅解。如有需要，我们愿协助您检修。',
            '感謝您的回饋。經核實，此次問題不屬於商品品質原因，懇請諒解。如有需要，我們願協助您檢修。',
            'Thank you for telling us. We found that the goods are not the cause and ask for your understanding; we gladly help with a repair.',
          ),
        ],
      },
      ...closing.slice(0, 1),
    ],
    after: label('案件以“不受理”结案。', '案件以「不受理」結案。', 'The case ends as not accepted.'),
  },
  {
    act: 'overrideRuling',
    label: labels.overrideRuling,
    fields: [reasonField()],
    after: label(
      '案件改为受理，报行政人事部指定受理部门。',
      '案件改為受理，報行政人事部指定受理部門。',
      'The case is accepted; HR names the handling department.',
    ),
  },
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
  {
    act: 'giveHrOpinion',
    label: labels.giveHrOpinion,
    fields: [
      {
        name: 'result',
        kind: hrOpinion,
        required: true,
        pick: [
          {
            value: 'AGREE',
            label: label('呈报总经理', '呈報總經理', 'Submit to the general manager'),
            after: label('呈报总经理批阅。', '呈報總經理批閱。', 'Goes to the general manager.'),
          },
          {
            value: 'RETURN',
            label: label('退回重查', '退回重查', 'Return'),
            after: label('退回受理部门重新调查。', '退回受理部門重新調查。', 'Back to the department.'),
          },
        ],
      },
      { name: 'opinion', kind: hrOpinion, required: true, phrases: reviewPhrases },
      {
        name: 'skipGeneralManager',
        type: 'flag',
        when: is('result', 'AGREE'),
        label: label(
          '限额以下，列入每周清单，不逐件呈报总经理',
          '限額以下，列入每週清單，不逐件呈報總經理',
          'Below the limit: on the weekly list, not case by case',
        ),
      },
    ],
  },
  {
    act: 'decideComplaint',
    label: labels.decideComplaint,
    fields: [
      {
        name: 'result',
        kind: gmDecision,
        required: true,
        pick: [
          {
            value: 'AGREE',
            label: agree,
            after: label(
              '批复受理部门，由其拟定处理意见。',
              '批覆受理部門，由其擬定處理意見。',
              'The department is told and drafts the opinion.',
            ),
          },
          {
            value: 'INSTRUCT',
            label: label('批示', '批示', 'Instruct'),
            after: label(
              '按批示办理：受理部门拟定处理意见。',
              '按批示辦理：受理部門擬定處理意見。',
              'The department follows the instruction.',
            ),
          },
          {
            value: 'RETURN',
            label: giveBack,
            after: label('退回上一步重新审核。', '退回上一步重新審核。', 'Back to the step before.'),
          },
        ],
      },
      { name: 'decision', kind: gmDecision, required: true, phrases: gmPhrases },
    ],
  },
  {
    act: 'submitHandlingOpinion',
    label: labels.submitHandlingOpinion,
    about: label(
      '依据行政人事部意见和总经理批示，提出具体处理意见。',
      '依據行政人事部意見和總經理批示，提出具體處理意見。',
      'On the ground of the opinion of HR and the decision.',
    ),
    fields: opinionFields(),
    after: label(
      '送主管审核，再由营运部客服答复客户。',
      '送主管審核，再由營運部客服答覆客戶。',
      'Your supervisor reviews; customer service then replies.',
    ),
  },
  {
    act: 'reviewHandlingOpinion',
    label: labels.reviewHandlingOpinion,
    fields: reviewFields(
      label('交营运部客服答复客户。', '交營運部客服答覆客戶。', 'Customer service replies.'),
      label('退回经办人修改。', '退回經辦人修改。', 'Back to the handler.'),
    ),
  },
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
    about: label(
      '处理已落实、凭证齐全，予以结案。',
      '處理已落實、憑證齊全，予以結案。',
      'Carried out and proven.',
    ),
    fields: [
      {
        name: 'proof',
        type: 'long',
        required: true,
        label: label('执行凭证', '執行憑證', 'Proof of the remedy'),
        hint: label('凭证号、收货或付款记录', '憑證號、收貨或付款紀錄', 'Voucher, goods or payment'),
      },
      { name: 'proofAttachment', editor: 'file', label: label('凭证附件', '憑證附件', 'Proof, attached') },
      ...closing,
    ],
    after: label(
      '案件结案，可打印案卷归档。',
      '案件結案，可列印案卷歸檔。',
      'Closed; the file can be printed.',
    ),
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
      ...closing,
    ],
    after: label('案件撤回，不再办理。', '案件撤回，不再辦理。', 'The case ends as withdrawn.'),
  },
];

function modeField(): ActField {
  return {
    name: 'mode',
    kind: customerReply,
    required: true,
    initial: () => 'ORAL',
    pick: [
      { value: 'ORAL', label: label('口头', '口頭', 'Oral') },
      { value: 'WRITTEN', label: label('书面', '書面', 'Written') },
    ],
  };
}

/** An oral reply says with whom and on which number; a written one is there as a document (R4.14). */
function replyFields(): ActField[] {
  return [
    {
      name: 'talkedTo',
      kind: customerReply,
      required: true,
      when: is('mode', 'ORAL'),
      initial: (file) => plain(file.complainantName),
    },
    { name: 'phone', kind: customerReply, when: is('mode', 'ORAL') },
    {
      name: 'document',
      kind: customerReply,
      editor: 'file',
      when: is('mode', 'WRITTEN'),
      label: customerReply.fields.document.label,
    },
  ];
}

function opinionFields(): ActField[] {
  return [
    { name: 'remedy', kind: handlingOpinion, required: true },
    {
      name: 'amount',
      kind: handlingOpinion,
      when: is(
        'remedy',
        'DISCOUNT',
        'REFUND_RETURN',
        'DAMAGES',
        'SERVICE_CREDIT',
        'REPLACEMENT',
        'EXCHANGE',
        'REPAIR',
      ),
    },
    { name: 'detail', kind: handlingOpinion, required: true },
    {
      name: 'executor',
      kind: handlingOpinion,
      choices: () => ({ status: 'ACTIVE' }),
      when: (values) => !is('remedy', 'NONE', 'EXPLAIN', '')(values),
    },
    {
      name: 'executeBy',
      kind: handlingOpinion,
      when: (values) => !is('remedy', 'NONE', 'EXPLAIN', '')(values),
    },
    { name: 'customerConditions', kind: handlingOpinion },
  ];
}

function reviewFields(
  afterAgree: ReturnType<typeof label>,
  afterReturn: ReturnType<typeof label>,
): ActField[] {
  return [
    {
      name: 'result',
      kind: supervisorReview,
      required: true,
      pick: [
        { value: 'AGREE', label: agree, after: afterAgree },
        { value: 'RETURN', label: giveBack, after: afterReturn },
      ],
    },
    { name: 'opinion', kind: supervisorReview, required: is('result', 'RETURN'), phrases: reviewPhrases },
  ];
}

function idOf(value: unknown): string {
  return String((value as { id?: unknown } | null | undefined)?.id ?? '');
}

/** A value that came masked is no suggestion. */
function plain(value: unknown): string {
  return typeof value === 'string' && !/[*＊]/.test(value) ? value : '';
}
