import { bool, date, dateTime, decimal, integer, oneOf, rate, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { objectiveResult, visitLevel, visitMode, visitObjective, visitState } from './vocabularies.js';

/** A visit, from its plan to the report 客户拜访报告 (dossier C5, R3.1); the report is due within 24 hours. */
export const customerVisit = kind('CustomerVisit', {
  plural: 'customerVisits',
  table: 'customer_visit',
  department: 'key-accounts',
  subject: 'keyAccount',
  label: label('拜访', '拜訪', 'Visit'),
  title: 'no',
  defaultOrder: [{ field: 'plannedAt', direction: 'DESC' }],
  fields: {
    no: text(label('拜访编号', '拜訪編號', 'No.'), { max: 32 }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      inverse: 'visits',
      inverseLabel: label('拜访', '拜訪', 'Visits'),
    }),
    solicitation: toOne('Solicitation', label('招商', '招商', 'Solicitation'), {
      inverse: 'visits',
      inverseLabel: label('拜访', '拜訪', 'Visits'),
    }),
    visitor: toOne('Staff', label('拜访人', '拜訪人', 'Visitor'), {
      required: true,
      inverse: 'visits',
      inverseLabel: label('拜访', '拜訪', 'Visits'),
    }),
    state: oneOf(label('状态', '狀態', 'State'), visitState),
    plannedAt: dateTime(label('计划时间', '計畫時間', 'Planned at')),
    level: oneOf(label('拜访层级', '拜訪層級', 'Level'), visitLevel),
    mode: oneOf(label('方式', '方式', 'Mode'), visitMode),
    objective: oneOf(label('目的', '目的', 'Objective'), visitObjective),
    objectiveText: text(label('目的说明', '目的說明', 'Objective in words'), { optional: true, max: 500 }),
    place: text(label('地点', '地點', 'Place'), { optional: true, max: 200 }),
    materials: text(label('所带资料', '所帶資料', 'Materials'), { optional: true, max: 500 }),
    expectedQuestions: text(label('预计问题', '預計問題', 'Questions expected'), {
      optional: true,
      max: 1000,
    }),
    visitedAt: dateTime(label('实际时间', '實際時間', 'Visited at'), { optional: true }),
    participants: text(label('参加人', '參加人', 'Participants'), {
      optional: true,
      max: 300,
      protection: 'name',
    }),
    latitude: rate(label('纬度', '緯度', 'Latitude'), { optional: true }),
    longitude: rate(label('经度', '經度', 'Longitude'), { optional: true }),
    topics: text(label('谈话内容', '談話內容', 'Topics'), { optional: true, max: 8000 }),
    needsFound: text(label('发现的需求', '發現的需求', 'Needs found'), { optional: true, max: 8000 }),
    competitorInfo: text(label('竞争对手情况', '競爭對手情況', 'Competitors'), {
      optional: true,
      max: 8000,
      protection: 'secret',
    }),
    strengthsWeaknesses: text(label('客户优劣势', '客戶優劣勢', 'Strengths and weaknesses'), {
      optional: true,
      max: 8000,
    }),
    objections: text(label('异议与答复', '異議與答覆', 'Objections and answers'), {
      optional: true,
      max: 8000,
    }),
    agreements: text(label('达成的约定', '達成的約定', 'Agreements'), { optional: true, max: 8000 }),
    issues: text(label('遗留问题', '遺留問題', 'Open issues'), { optional: true, max: 8000 }),
    result: oneOf(label('目的达成', '目的達成', 'Objective reached'), objectiveResult, { optional: true }),
    expense: decimal(label('费用', '費用', 'Expense'), { optional: true, scale: 2, money: true, min: 0 }),
    reportDueAt: dateTime(label('报告期限', '報告期限', 'Report due at'), { optional: true }),
    reportedAt: dateTime(label('报告时间', '報告時間', 'Reported at'), { optional: true }),
    reportLate: bool(label('报告逾期', '報告逾期', 'Report late'), { optional: true }),
    reviewedBy: toOne('Staff', label('审阅人', '審閱人', 'Reviewed by')),
    reviewedAt: dateTime(label('审阅时间', '審閱時間', 'Reviewed at'), { optional: true }),
    reviewNote: text(label('审阅意见', '審閱意見', 'Remark of the reviewer'), { optional: true, max: 1000 }),
    nextVisitOn: date(label('下次拜访', '下次拜訪', 'Next visit on'), { optional: true }),
    nextSteps: integer(label('后续事项数', '後續事項數', 'Next steps'), { min: 0 }),
  },
});
export type CustomerVisitRow = RowOf<typeof customerVisit>;

/** The rhythm of visits per grade (R3.1): how many days may pass. Versioned by its date. */
export const visitRhythm = kind('VisitRhythm', {
  plural: 'visitRhythms',
  table: 'visit_rhythm',
  department: 'key-accounts',
  subject: 'keyAccount',
  label: label('拜访节奏', '拜訪節奏', 'Visit rhythm'),
  title: 'days',
  fields: {
    grade: text(label('等级', '等級', 'Grade'), { max: 10 }),
    days: integer(label('最多间隔（天）', '最多間隔（天）', 'Days at most'), { min: 1 }),
    effectiveFrom: date(label('生效日期', '生效日期', 'Effective from')),
    by: toOne('Staff', label('设置人', '設定人', 'Set by')),
  },
});
