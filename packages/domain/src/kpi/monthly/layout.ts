import { type Label, label } from '../../catalogue/labels.js';
import type { Vocabulary } from '../../catalogue/vocabulary.js';
import { compensationType } from '../../complaints/document-vocabularies.js';
import { complaintCategory, demandType, severity } from '../../complaints/vocabularies.js';
import { customerType } from '../../customers/vocabularies.js';
import { type Line, without } from './board.js';
import type { MonthlyTable } from './table.js';

/** A line of a part as people see it: its name, and the place of each cell; without cells it heads those below it. */
export interface PartRow {
  readonly label: Label;
  readonly cells: readonly string[];
}

/** One of the ten parts of the table (dossier E6). */
export interface Part {
  readonly no: number;
  readonly title: Label;
  readonly columns: readonly Label[];
  readonly rows: readonly PartRow[];
}

const nothing = label('（无）', '（無）', '(none)');
const sum = label('合计', '合計', 'Total');
const count = label('件数', '件數', 'Cases');
const receivedLabel = label('收到', '收到', 'Received');
const closedLabel = label('已结案', '已結案', 'Closed');
const breachedLabel = label('超期', '超期', 'Breached');
const rateLabel = label('7天结案率（%）', '7天結案率（%）', '7-day closure (%)');
const again = label('再次发生', '再次發生', 'Recurred');

const byStore = label('按门店', '按門市', 'By store');
const byDepartment = label(
  '按受理或责任部门',
  '按受理或責任部門',
  'By department that handles or is responsible',
);
const byCause = label('按原因', '按原因', 'By cause');
const byProduct = label('按产品', '按產品', 'By product');

/** Lines under a heading of their own; nothing where there are none. */
const headed = (heading: Label, rows: readonly PartRow[]): readonly PartRow[] =>
  rows.length === 0 ? [] : [{ label: heading, cells: [] }, ...rows];

const totalRows: readonly (readonly [string, Label])[] = [
  ['carriedIn', label('上期结转', '上期結轉', 'Carried in')],
  ['received', label('本月收到', '本月收到', 'Received')],
  ['accepted', label('受理', '受理', 'Accepted')],
  ['notAccepted', label('不受理', '不受理', 'Not accepted')],
  ['withdrawn', label('撤回', '撤回', 'Withdrawn')],
  ['pending', label('待裁定', '待裁定', 'Not ruled on yet')],
  ['simple', label('其中简易程序', '其中簡易程序', 'Of these by the simple procedure')],
  ['closed', closedLabel],
  ['due7', label('应在 7 天内结案', '應在 7 天內結案', 'To be closed within 7 days')],
  ['closedIn7', label('7 天内结案', '7 天內結案', 'Closed within 7 days')],
  ['rate7', rateLabel],
  ['breached', breachedLabel],
  [
    'ended',
    label('本月办结（含上期结转）', '本月辦結（含上期結轉）', 'Ended in the month, carried in ones included'),
  ],
  ['carriedOut', label('结转下期', '結轉下期', 'Carried out')],
  ['satisfaction', label('满意度', '滿意度', 'Satisfaction')],
];

const actionRows: readonly (readonly [string, Label])[] = [
  ['open', label('月末未完成', '月末未完成', 'Open at the end of the month')],
  ['overdue', label('其中已过期限', '其中已過期限', 'Of these past their day')],
  ['done', label('本月完成', '本月完成', 'Done in the month')],
  ['checked', label('本月检查', '本月檢查', 'Checked in the month')],
  ['effective', label('认定有效', '認定有效', 'Found effective')],
];

/** The ten parts with their lines, in the order in which people read them. */
export function partsOf(table: MonthlyTable): readonly Part[] {
  const { cells, stores, departments, causes, products, breached } = table;
  const placed = (prefix: string, lines: readonly Line[], columns: readonly string[]): PartRow[] =>
    lines.map(({ key, name }) => ({
      label: key === without ? nothing : label(name, name, name),
      cells: columns.map((column) => `${prefix}.${key}.${column}`),
    }));
  const coded = (prefix: string, words: Vocabulary, columns: readonly string[], always = false): PartRow[] =>
    words.codes
      .filter((code) => always || columns.some((column) => `${prefix}.${code}.${column}` in cells))
      .map((code) => ({
        label: words.labels[code] ?? nothing,
        cells: columns.map((column) => `${prefix}.${code}.${column}`),
      }));
  const demands = demandType.codes.filter((code) => `part2.total.${code}` in cells);
  const placeColumns = ['received', 'responsible', 'closed', 'rate7', 'breached', 'recurrence'];
  const severityColumns = ['received', 'closed', 'breached', 'median', 'p90', 'unanswered'];
  return [
    part(
      1,
      label('总体情况', '總體情況', 'Totals'),
      [label('本月', '本月', 'Month')],
      totalRows.map(([name, words]) => ({ label: words, cells: [`part1.${name}`] })),
    ),
    part(
      2,
      label('按类别与客户要求', '按類別與客戶要求', 'By category and demand'),
      [sum, ...demands.map((code) => demandType.labels[code])],
      [
        ...coded('part2', complaintCategory, ['total', ...demands], true),
        { label: sum, cells: ['total', ...demands].map((column) => `part2.total.${column}`) },
      ],
    ),
    part(
      3,
      label('按门店与部门', '按門市與部門', 'By store and department'),
      [
        receivedLabel,
        label('负有责任', '負有責任', 'Responsible'),
        closedLabel,
        rateLabel,
        breachedLabel,
        again,
      ],
      [
        ...headed(byStore, placed('part3.store', stores, placeColumns)),
        ...headed(byDepartment, placed('part3.department', departments, placeColumns)),
      ],
    ),
    part(
      4,
      label('按严重程度与首次响应', '按嚴重程度與首次回應', 'By severity, with the first response'),
      [
        receivedLabel,
        closedLabel,
        breachedLabel,
        label('首次响应中位数（分钟）', '首次回應中位數（分鐘）', 'First response, median (min)'),
        label(
          '首次响应 90 分位（分钟）',
          '首次回應 90 分位（分鐘）',
          'First response, 90th percentile (min)',
        ),
        label('未响应', '未回應', 'No response'),
      ],
      coded('part4', severity, severityColumns, true),
    ),
    part(
      5,
      label('按客户类型', '按客戶類型', 'By type of customer'),
      [receivedLabel, closedLabel],
      [
        ...coded('part5', customerType, ['received', 'closed']),
        ...(`part5.${without}.received` in cells
          ? [
              {
                label: label('匿名或未登记客户', '匿名或未登記客戶', 'Anonymous or no customer'),
                cells: [`part5.${without}.received`, `part5.${without}.closed`],
              },
            ]
          : []),
      ],
    ),
    part(
      6,
      label('折价与赔偿', '折價與賠償', 'Compensation'),
      [count, label('金额', '金額', 'Amount')],
      [
        ...coded('part6', compensationType, ['cases', 'amount']),
        { label: sum, cells: ['part6.total.cases', 'part6.total.amount'] },
      ],
    ),
    part(
      7,
      label('原因与产品排列', '原因與產品排列', 'Causes and products, most frequent first'),
      [
        count,
        label('占比（%）', '占比（%）', 'Share (%)'),
        label('累计（%）', '累計（%）', 'Cumulative (%)'),
      ],
      [
        ...headed(
          byCause,
          causes.map(({ key }) => ({ label: causeLabel(key), cells: paretoCells('part7.cause', key) })),
        ),
        ...headed(byProduct, placed('part7.product', products, ['cases', 'share', 'cumulative'])),
      ],
    ),
    part(
      8,
      label('预防措施', '預防措施', 'Preventive actions'),
      [label('项', '項', 'Actions')],
      actionRows.map(([name, words]) => ({ label: words, cells: [`part8.${name}`] })),
    ),
    part(
      9,
      label('超期案件', '超期案件', 'Breached cases'),
      [label('原因', '原因', 'Reason')],
      breached.map(({ key, name }) => ({ label: label(name, name, name), cells: [`part9.${key}`] })),
    ),
    part(
      10,
      label('行政人事部意见与建议', '行政人事部意見與建議', 'Comment and proposals of HR'),
      [],
      [
        { label: label('原因分析', '原因分析', 'Causes'), cells: ['part10.causes'] },
        { label: label('意见与建议', '意見與建議', 'Comment and proposals'), cells: ['part10.comment'] },
      ],
    ),
  ];
}

const part = (no: number, title: Label, columns: readonly Label[], rows: readonly PartRow[]): Part => ({
  no,
  title,
  columns,
  rows,
});
const paretoCells = (prefix: string, key: string) =>
  ['cases', 'share', 'cumulative'].map((column) => `${prefix}.${key}.${column}`);

/** `QUALITY_DEFECT/异味` in words. */
function causeLabel(key: string): Label {
  const [code = '', sub] = key.split('/');
  const words = complaintCategory.labels[code as keyof typeof complaintCategory.labels] ?? nothing;
  if (!sub) return words;
  return label(`${words['zh-Hans']} · ${sub}`, `${words['zh-Hant']} · ${sub}`, `${words.en} · ${sub}`);
}
