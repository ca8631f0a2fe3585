import { type Label, label } from '../catalogue/labels.js';
import { complaintTransitions } from '../complaints/workflow.js';
import type { Kpi } from './kpi.js';
import { absent, all, closed, complaints, ofCase, stepsOf } from './kpi-rows.js';

/** Steps whose median time is a figure of its own (E1.10), each by the acts that end it. */
const timedSteps: readonly (readonly [string, Label, readonly string[]])[] = [
  ['RULING', label('裁定', '裁定', 'ruling'), ['ruleOnComplaint']],
  [
    'ASSIGNMENT',
    label('指派', '指派', 'assignment'),
    ['assignComplaint', 'submitContractDispute', 'assignDispatchCase'],
  ],
  ['REPORT', label('调查报告', '調查報告', 'report'), ['submitInvestigationReport']],
  ['HR', label('行政人事部审核', '行政人事部審核', 'HR review'), ['giveHrOpinion']],
  ['GM', label('总经理批阅', '總經理批閱', 'decision of the general manager'), ['decideComplaint']],
  ['REPLY', label('答复', '答覆', 'reply'), ['replyToCustomer']],
];

/** Figures of the steps, the outcome and its cost: E1.10 to E1.17. */
export const handlingKpis: readonly Kpi[] = [
  ...timedSteps.map(
    ([code, step, acts]): Kpi => ({
      code: `E1.10-${code}`,
      family: 'E1.10',
      label: label(`${step['zh-Hans']}用时`, `${step['zh-Hant']}用時`, `Time to ${step.en}`),
      definition: label(
        `期内办完的“${step['zh-Hans']}”一步，从案件到达到办完的小时数，取中位数；撤回的步骤不算`,
        `期內辦完的「${step['zh-Hant']}」一步，從案件到達到辦完的小時數，取中位數；撤回的步驟不算`,
        `Median hours from the arrival of the case to the end of the step (${step.en}) among steps done in the period; recalled ones excluded`,
      ),
      unit: 'HOURS',
      source: ['CaseStep'],
      period: 'MONTH',
      article: complaintTransitions.find(({ act }) => act === acts[0])?.article ?? null,
      better: 'LESS',
      target: null,
      formula: {
        is: 'percentile',
        rows: ofCase('CaseStep', 'at', stepsOf(...acts)),
        field: 'daysInStep',
        p: 0.5,
        times: 24,
      },
    }),
  ),
  {
    code: 'E1.11',
    family: 'E1.11',
    label: label('处理满意率', '處理滿意率', 'Satisfaction with handling'),
    definition: label(
      '评分 4 分以上（满分 5 分）的 ÷ 收到的评价',
      '評分 4 分以上（滿分 5 分）的 ÷ 收到的評價',
      'Answers of 4 or 5 out of 5 ÷ answers',
    ),
    unit: 'PERCENT',
    source: ['SatisfactionSurvey'],
    period: 'MONTH',
    article: 'R1.6',
    better: 'MORE',
    target: null,
    formula: absent('尚无满意度调查', '尚無滿意度調查', 'There are no satisfaction surveys yet'),
  },
  {
    code: 'E1.12',
    family: 'E1.12',
    label: label('投诉回访率', '投訴回訪率', 'After-complaint visit rate'),
    definition: label(
      '已回访的 ÷ 期内结案的案件',
      '已回訪的 ÷ 期內結案的案件',
      'Visited ÷ closed in the period',
    ),
    unit: 'PERCENT',
    source: ['FollowUpVisit'],
    period: 'MONTH',
    article: 'R1.3',
    better: 'MORE',
    target: '100',
    formula: absent('尚无回访记录', '尚無回訪紀錄', 'There are no follow-up visits yet'),
  },
  {
    code: 'E1.13',
    family: 'E1.13',
    label: label('一次解决率', '一次解決率', 'First-time solution rate'),
    definition: label(
      '未经退回、客户拒绝或重新立案即结案的 ÷ 期内结案的案件',
      '未經退回、客戶拒絕或重新立案即結案的 ÷ 期內結案的案件',
      'Closed without a return, a rejection or a reopening ÷ closed in the period',
    ),
    unit: 'PERCENT',
    source: ['Complaint', 'CaseStep'],
    period: 'MONTH',
    article: 'R4.4',
    better: 'MORE',
    target: null,
    formula: {
      is: 'share',
      rows: complaints('closedAt', () => closed),
      hit: () => ({ returns: { eq: 0 }, rejections: { eq: 0 }, reopenCount: { eq: 0 } }),
    },
  },
  ...(
    [
      [
        'E1.14',
        false,
        label('赔偿金额', '賠償金額', 'Compensation'),
        label(
          '期内执行的折价与赔偿合计',
          '期內執行的折價與賠償合計',
          'Sum of the compensation carried out in the period',
        ),
      ],
      [
        'E1.14-PER_CASE',
        true,
        label('每案赔偿金额', '每案賠償金額', 'Compensation per case'),
        label(
          '期内执行的折价与赔偿合计 ÷ 有赔偿的案件数',
          '期內執行的折價與賠償合計 ÷ 有賠償的案件數',
          'Sum of the compensation carried out in the period ÷ cases that had any',
        ),
      ],
    ] as const
  ).map(
    ([code, perCase, name, definition]): Kpi => ({
      code,
      family: 'E1.14',
      label: name,
      definition,
      unit: 'MONEY',
      source: ['CompensationRequest'],
      period: 'MONTH',
      article: 'R4.18',
      better: 'LESS',
      target: null,
      formula: {
        is: 'sum',
        rows: ofCase('CompensationRequest', 'executedAt', { state: { eq: 'EXECUTED' } }),
        field: 'amount',
        perCase,
      },
    }),
  ),
  {
    code: 'E1.15',
    family: 'E1.15',
    label: label('万单投诉率', '萬單投訴率', 'Complaints per 10,000 orders'),
    definition: label(
      '期内收到的投诉 ÷ 期内的订单 × 10,000',
      '期內收到的投訴 ÷ 期內的訂單 × 10,000',
      'Complaints received ÷ orders of the period × 10,000',
    ),
    unit: 'PER_TEN_THOUSAND',
    source: ['Complaint', 'Order'],
    period: 'MONTH',
    article: 'R4.4',
    better: 'LESS',
    target: null,
    formula: {
      is: 'perTenThousand',
      rows: complaints('receivedAt'),
      of: { kind: 'Order', time: 'orderedAt', where: () => all, complaint: null },
    },
  },
  {
    code: 'E1.16',
    family: 'E1.16',
    label: label('预防措施按期率', '預防措施按期率', 'Preventive actions on time'),
    definition: label(
      '在完成期限当日 24:00 前完成的 ÷ 期内到期的预防措施',
      '在完成期限當日 24:00 前完成的 ÷ 期內到期的預防措施',
      'Done by the end of the day they were due ÷ preventive actions due in the period',
    ),
    unit: 'PERCENT',
    source: ['PreventiveAction'],
    period: 'QUARTER',
    article: 'R4.4',
    better: 'MORE',
    target: '100',
    formula: {
      is: 'doneByDay',
      rows: ofCase('PreventiveAction', 'dueOn', all, 'date'),
      due: 'dueOn',
      done: 'doneAt',
    },
  },
  {
    code: 'E1.16-EFFECTIVE',
    family: 'E1.16',
    label: label('预防措施有效率', '預防措施有效率', 'Preventive actions effective'),
    definition: label(
      '检查认定有效的 ÷ 期内检查的预防措施',
      '檢查認定有效的 ÷ 期內檢查的預防措施',
      'Found effective ÷ preventive actions checked in the period',
    ),
    unit: 'PERCENT',
    source: ['PreventiveAction'],
    period: 'QUARTER',
    article: 'R4.4',
    better: 'MORE',
    target: null,
    formula: {
      is: 'share',
      rows: ofCase('PreventiveAction', 'checkedAt'),
      hit: () => ({ effective: { eq: true } }),
    },
  },
  {
    code: 'E1.17',
    family: 'E1.17',
    label: label('答复礼貌得分', '答覆禮貌得分', 'Reply courtesy score'),
    definition: label(
      '服务质量检查表的平均得分',
      '服務品質檢查表的平均得分',
      'Mean score of the service-quality checks',
    ),
    unit: 'SCORE',
    source: ['ServiceQualityCheck'],
    period: 'MONTH',
    article: 'R1.1',
    better: 'MORE',
    target: null,
    formula: absent('尚无服务质量检查', '尚無服務品質檢查', 'There are no service-quality checks yet'),
  },
];
