import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels as labels } from '@kehu/domain/complaints/act-labels';
import { acceptanceRuling, customerReply, storeAssessment } from '@kehu/domain/complaints/documents';
import type { ActForm } from './act-form';
import { breachReasonField, modeField, reasonField, replyFields } from './pipeline-fields';

/** Registration is a page of its own: assessment, ruling, refusal and its overturning (D1.2 nos. 2–6). */
export const acceptanceForms: readonly ActForm[] = [
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
      breachReasonField,
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
];
