import { type Label, label } from '../catalogue/labels.js';
import type { Kpi } from './kpi.js';
import { closed, complaints, due7, openAndLate, some } from './kpi-rows.js';

/** Figures of receipt, clock and ruling: E1.1 to E1.9. */
export const intakeKpis: readonly Kpi[] = [
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
];

function joined(name: Label, word: Label): Label {
  return label(
    `${name['zh-Hans']}（${word['zh-Hans']}）`,
    `${name['zh-Hant']}（${word['zh-Hant']}）`,
    `${name.en} (${word.en})`,
  );
}
