import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLBoolean, GraphQLInt, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../../commands/act-schema.js';
import { catalogueTypes } from '../../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../../graphql/schema/declare.js';
import { scalars } from '../../../../graphql/schema/kinds.js';
import { answerMonthlyCases, answerMonthlyTable } from './answer.js';

const text = { type: () => GraphQLString };
const required = true as const;
const always = { ...text, required };
const flag = { type: () => GraphQLBoolean, required };
const whole = { type: () => GraphQLInt, required };
const instant = { type: () => scalars.dateTime };

export const previousLabel = label('上月', '上月', 'Last month');
export const lastYearLabel = label('去年同月', '去年同月', 'Same month of last year');

const reportFields: FieldSpecs = {
  id: { type: () => scalars.id, required },
  version: whole,
  state: always,
  causes: text,
  comment: text,
  gmComment: text,
  filledBy: { ...text, label: label('填表人', '填表人', 'Filled by') },
  submittedBy: { ...text, label: label('报送人', '報送人', 'Submitted by') },
  reviewedBy: { ...text, label: label('审阅人', '審閱人', 'Reviewed by') },
  reviewedAt: instant,
  submittedAt: instant,
  dueAt: { ...instant, required },
  late: flag,
};
const cellFields: FieldSpecs = {
  place: {
    ...always,
    label: label(
      '所在格，如 part1.received',
      '所在格，如 part1.received',
      'Its place, such as part1.received',
    ),
  },
  value: text,
  text: always,
  previous: { ...text, label: previousLabel },
  lastYear: { ...text, label: lastYearLabel },
  cases: { ...whole, label: label('所据案件数', '所據案件數', 'Cases that it counts') },
  uncorrected: { ...text, label: label('更正前的数', '更正前的數', 'Before its last correction') },
};
const caseFields: FieldSpecs = {
  complaintId: { type: () => scalars.id, required },
  no: always,
  state: always,
  stateLabel: always,
  severityLabel: always,
  categoryLabel: always,
  store: text,
  department: text,
  receivedAt: { ...instant, required },
  dueAt: { ...instant, required },
  closedAt: instant,
  breached: flag,
  breachReason: text,
};

function declareTypes(): void {
  const { declarations: to } = catalogueTypes();
  to.object('MonthlyTableReport', reportFields, label('统计表', '統計表', 'The report'));
  to.object('MonthlyTableCell', cellFields, label('统计表的一格', '統計表的一格', 'A cell of the table'));
  to.object('MonthlyTableRow', {
    label: always,
    cells: { type: () => [to.ref('MonthlyTableCell')()], required },
  });
  to.object('MonthlyTablePart', {
    no: whole,
    title: always,
    columns: { type: () => [GraphQLString], required },
    rows: { type: () => [to.ref('MonthlyTableRow')()], required },
  });
  to.object('MonthlyTableCorrection', {
    number: whole,
    cell: always,
    before: text,
    after: always,
    reason: always,
  });
  to.object(
    'MonthlyTable',
    {
      organisation: always,
      period: always,
      asOf: { ...instant, required, label: label('数据截至', '資料截至', 'As of') },
      report: { type: to.ref('MonthlyTableReport') },
      stateLabel: text,
      partOnly: { ...flag, label: label('只含本人范围', '只含本人範圍', "Only the reader's own part") },
      frozen: { ...flag, label: label('已冻结', '已凍結', 'Frozen') },
      note: always,
      corrections: { type: () => [to.ref('MonthlyTableCorrection')()], required },
      parts: { type: () => [to.ref('MonthlyTablePart')()], required },
    },
    label('投诉统计表（R4.27）', '投訴統計表（R4.27）', 'The monthly complaint table (R4.27)'),
  );
  to.object('MonthlyTableCase', caseFields, label('当时的案件', '當時的案件', 'A case as it was then'));
}

/** The monthly table as people read it. */
export function monthlyRoots(): RootSpec[] {
  declareTypes();
  const { declarations: to } = catalogueTypes();
  const period = {
    type: () => scalars.month,
    required,
    label: label('月份', '月份', 'Month'),
  };
  return [
    {
      name: 'monthlyTable',
      label: label(
        '某月的投诉统计表：报送后为冻结的数，此前按现有案件计算',
        '某月的投訴統計表：報送後為凍結的數，此前按現有案件計算',
        'The complaint table of a month: frozen once submitted, before that from the cases as they stand',
      ),
      args: { period },
      type: to.ref('MonthlyTable'),
      resolve: ({ period: month }, context) => answerMonthlyTable(String(month), context),
    },
    {
      name: 'monthlyTableCases',
      label: label(
        '统计表一格所据的案件，当时的样子',
        '統計表一格所據的案件，當時的樣子',
        'The cases that a cell counts, as they were then',
      ),
      args: {
        period,
        place: { ...always, label: label('所在格', '所在格', 'Place of the cell') },
      },
      type: () => [to.ref('MonthlyTableCase')()],
      resolve: ({ period: month, place }, context) =>
        answerMonthlyCases(String(month), String(place), context),
    },
  ];
}
