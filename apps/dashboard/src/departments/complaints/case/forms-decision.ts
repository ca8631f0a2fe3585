import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels as labels } from '@kehu/domain/complaints/act-labels';
import { gmDecision, hrOpinion } from '@kehu/domain/complaints/documents';
import type { ActForm } from './act-form';
import {
  agree,
  giveBack,
  gmPhrases,
  is,
  opinionFields,
  reviewFields,
  reviewPhrases,
} from './pipeline-fields';

/** HR, the general manager, and the handling opinion (D1.2 nos. 13–19). */
export const decisionForms: readonly ActForm[] = [
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
];
