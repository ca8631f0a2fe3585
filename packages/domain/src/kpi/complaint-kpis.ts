import { type Label, label } from '../catalogue/labels.js';
import { endedStates } from '../complaints/vocabularies.js';
import { complaintTransitions } from '../complaints/workflow.js';
import type { Kpi, KpiMoment, KpiRows, RowFilter } from './kpi.js';

const all: RowFilter = { and: [] };
const none = { isNull: true };
const some = { isNull: false };

const complaints = (time: string | null, where: (moment: KpiMoment) => RowFilter = () => all): KpiRows => ({
  kind: 'Complaint',
  time,
  where,
  complaint: null,
});
const ofCase = (kind: string, time: string, where: RowFilter = all, timeType?: 'date'): KpiRows => ({
  kind,
  time,
  where: () => where,
  complaint: 'complaint',
  ...(timeType ? { timeType } : {}),
});

const closed: RowFilter = { state: { eq: 'CLOSED' } };
/** Accepted, not withdrawn, and its seven days are over (E1.2, F8). */
const due7 = ({ weekAgo }: KpiMoment): RowFilter => ({
  acceptedAt: some,
  state: { ne: 'WITHDRAWN' },
  receivedAt: { lte: weekAgo },
});
/** Open at the end of the period (or now, if that is earlier), its deadline passed. */
const openAndLate = ({ to, now }: KpiMoment): RowFilter => {
  const at = to < now ? to : now;
  return {
    receivedAt: { lt: at },
    dueAt: { lt: at },
    or: [{ state: { notIn: endedStates } }, { closedAt: { gte: at } }],
  };
};
const stepsOf = (...acts: readonly string[]): RowFilter => ({
  transition: { in: complaintTransitions.filter(({ act }) => acts.includes(act)).map(({ id }) => id) },
  recalledAt: none,
  daysInStep: some,
});

const absent = (hans: string, hant: string, en: string) =>
  ({ is: 'absent', reason: label(hans, hant, en) }) as const;

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

/** The complaint figures of the catalogue, E1.1–E1.17. */
export const complaintKpis: readonly Kpi[] = [
  {
    code: 'E1.1',
    family: 'E1.1',
    label: label('投诉件数', '投訴件數', 'Complaints received'),
    definition: label(
      '期内收到的全部投诉案件数（按收到时间），含不受理和撤回的',
      '期內收到的全部投訴案件數（按收到時間），含不受理和撤回的',
      'Cases received in the period (by time of receipt), those not accepted or withdrawn included',
    ),
    unit: 'CASES',
    source: ['Complaint'],
    period: 'MONTH',
    article: 'R4.1',
    better: 'LESS',
    target: null,
    formula: { is: 'count', rows: complaints('receivedAt') },
  },
  {
    code: 'E1.2',
    family: 'E1.2',
    label: label('7天结案率', '7天結案率', '7-day closure rate'),
    definition: label(
      '收到后 7×24 小时内结案的 ÷ 期内收到、已受理且 7 天已满的案件；不含撤回，等待时间不扣除',
      '收到後 7×24 小時內結案的 ÷ 期內收到、已受理且 7 天已滿的案件；不含撤回，等待時間不扣除',
      'Closed within 7 × 24 h of receipt ÷ accepted cases received in the period whose 7 days are over; withdrawn ones excluded, waiting not deducted',
    ),
    unit: 'PERCENT',
    source: ['Complaint'],
    period: 'MONTH',
    article: 'R4.26',
    better: 'MORE',
    target: '100',
    formula: {
      is: 'share',
      rows: complaints('receivedAt', due7),
      hit: () => ({ ...closed, daysToClose: { lte: 7 } }),
    },
  },
  {
    code: 'E1.3',
    family: 'E1.3',
    label: label('超期未结', '超期未結', 'Breached open cases'),
    definition: label(
      '期末（期未满则为现在）未结且已过结案期限的案件数',
      '期末（期未滿則為現在）未結且已過結案期限的案件數',
      'Cases open and past their deadline at the end of the period, or now while it runs',
    ),
    unit: 'CASES',
    source: ['Complaint'],
    period: 'DAY',
    article: 'R4.26',
    better: 'LESS',
    target: '0',
    formula: { is: 'count', rows: complaints(null, openAndLate) },
  },
  ...(
    [
      ['E1.4', 0.5, label('中位数', '中位數', 'median'), '30'],
      ['E1.4-P90', 0.9, label('90 分位', '90 分位', '90th percentile'), '120'],
    ] as const
  ).map(
    ([code, p, word, target]): Kpi => ({
      code,
      family: 'E1.4',
      label: joined(label('严重事件首次响应', '嚴重事件首次回應', 'First response to severe cases'), word),
      definition: label(
        '期内收到的严重案件，从收到到首次响应的分钟数；目标 30 分钟，上限 2 小时',
        '期內收到的嚴重案件，從收到到首次回應的分鐘數；目標 30 分鐘，上限 2 小時',
        'Minutes from receipt to first response of severe cases received in the period; target 30 minutes, limit 2 hours',
      ),
      unit: 'MINUTES',
      source: ['Complaint'],
      period: 'MONTH',
      article: 'R1.5',
      better: 'LESS',
      target,
      formula: {
        is: 'percentile',
        rows: complaints('receivedAt', () => ({ severity: { eq: 'SEVERE' }, firstResponseAt: some })),
        field: 'daysToFirstResponse',
        p,
        times: 1440,
      },
    }),
  ),
  {
    code: 'E1.5',
    family: 'E1.5',
    label: label('统计表按期报送', '統計表按期報送', 'Monthly table on time'),
    definition: label(
      '该月投诉统计表在次月 10 日 24:00 前报送总经理',
      '該月投訴統計表在次月 10 日 24:00 前報送總經理',
      'The table of the month was submitted by day 10, 24:00, of the next',
    ),
    unit: 'YES_NO',
    source: ['ComplaintMonthlyReport'],
    period: 'MONTH',
    article: 'R4.27',
    better: 'MORE',
    target: '1',
    formula: {
      is: 'share',
      rows: {
        kind: 'ComplaintMonthlyReport',
        time: 'period',
        timeType: 'month',
        where: ({ now }) => ({ or: [{ submittedAt: some }, { dueAt: { lt: now } }] }),
        complaint: null,
      },
      hit: () => ({ submittedAt: some, late: { eq: false } }),
    },
  },
  {
    code: 'E1.6',
    family: 'E1.6',
    label: label('再次发生率', '再次發生率', 'Recurrence rate'),
    definition: label(
      '90 天内同一部门、类别、产品已有投诉的案件 ÷ 期内收到的案件',
      '90 天內同一部門、類別、產品已有投訴的案件 ÷ 期內收到的案件',
      'Cases with an earlier one of the same department, category and product within 90 days ÷ received in the period',
    ),
    unit: 'PERCENT',
    source: ['Complaint'],
    period: 'MONTH',
    article: 'R4.4',
    better: 'LESS',
    target: null,
    formula: { is: 'share', rows: complaints('receivedAt'), hit: () => ({ recurrence: { eq: true } }) },
  },
  {
    code: 'E1.7',
    family: 'E1.7',
    label: label('重复投诉率', '重複投訴率', 'Repeat-complaint rate'),
    definition: label(
      '客户就同一事项再次投诉或重新立案的 ÷ 期内结案的案件',
      '客戶就同一事項再次投訴或重新立案的 ÷ 期內結案的案件',
      "Repeats of the customer's own earlier case, or reopened, ÷ closed in the period",
    ),
    unit: 'PERCENT',
    source: ['Complaint'],
    period: 'MONTH',
    article: 'R4.4',
    better: 'LESS',
    target: null,
    formula: {
      is: 'share',
      rows: complaints('closedAt', () => closed),
      hit: () => ({ or: [{ repeatOf: { id: some } }, { reopenCount: { gt: 0 } }] }),
    },
  },
  {
    code: 'E1.8',
    family: 'E1.8',
    label: label('平均结案天数', '平均結案天數', 'Average closure time'),
    definition: label(
      '期内结案的案件，从收到到结案的平均天数',
      '期內結案的案件，從收到到結案的平均天數',
      'Mean days from receipt to closing of cases closed in the period',
    ),
    unit: 'DAYS',
    source: ['Complaint'],
    period: 'MONTH',
    article: 'R4.26',
    better: 'LESS',
    target: '7',
    formula: { is: 'average', rows: complaints('closedAt', () => closed), field: 'daysToClose' },
  },
  {
    code: 'E1.9',
    family: 'E1.9',
    label: label('受理率', '受理率', 'Acceptance rate'),
    definition: label(
      '受理的 ÷ 期内裁定的案件；不受理后改裁受理的算受理',
      '受理的 ÷ 期內裁定的案件；不受理後改裁受理的算受理',
      'Accepted ÷ ruled on in the period; a refusal that was overruled counts as accepted',
    ),
    unit: 'PERCENT',
    source: ['Complaint', 'AcceptanceRuling'],
    period: 'MONTH',
    article: 'R4.7',
    better: null,
    target: null,
    formula: { is: 'share', rows: complaints('ruledAt'), hit: () => ({ acceptedAt: some }) },
  },
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

function joined(name: Label, word: Label): Label {
  return label(
    `${name['zh-Hans']}（${word['zh-Hans']}）`,
    `${name['zh-Hant']}（${word['zh-Hant']}）`,
    `${name.en} (${word.en})`,
  );
}

/** The figures that a code names: one (`E1.10-GM`) or all of its number in the catalogue (`E1.10`). */
export function kpisOf(code: string): readonly Kpi[] {
  return complaintKpis.filter((kpi) => kpi.code === code || kpi.family === code);
}
