import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const figuresTexts = {
  title: label('投诉统计', '投訴統計', 'Complaint figures'),
  monthly: label('月度统计表', '月度統計表', 'Monthly table'),
  month: label('月份', '月份', 'Month'),
  figures: label('投诉指标', '投訴指標', 'Complaint figures'),
  coming: label('48 小时内将超期', '48 小時內將超期', 'Breaching within 48 hours'),
  comingNote: label('按结案期限，未结案件', '按結案期限，未結案件', 'open cases by their deadline'),
  target: label('目标 %{n}', '目標 %{n}', 'target %{n}'),
  previous: label('上月 %{n}', '上月 %{n}', 'last month %{n}'),
  lastYear: label('去年同月 %{n}', '去年同月 %{n}', 'last year %{n}'),
  definition: label('口径：%{text}', '口徑：%{text}', 'Definition: %{text}'),
  waiting: label(
    '各环节停留小时数（中位数）',
    '各環節停留小時數（中位數）',
    'Where cases wait: median hours per step',
  ),
  causes: label('投诉原因（件）', '投訴原因（件）', 'Causes (cases)'),
  stores: label('各门店 7 天结案率（%）', '各門市 7 天結案率（%）', '7-day closure rate by store (%)'),
  departments: label(
    '各受理部门 7 天结案率（%）',
    '各受理部門 7 天結案率（%）',
    '7-day closure rate by department (%)',
  ),
  compare: label('比较', '比較', 'Compare'),
  byStore: label('门店', '門市', 'Stores'),
  byDepartment: label('受理部门', '受理部門', 'Departments'),
  item: label('项目', '項目', 'Item'),
  cases: label('案件', '案件', 'Cases'),
  cumulative: label('累计 %', '累計 %', 'Cumulative %'),
  table: label('看表格', '看表格', 'As a table'),
  chart: label('看图', '看圖', 'As a chart'),
  none: label('本月没有可统计的案件。', '本月沒有可統計的案件。', 'Nothing to count in this month.'),
  all: label('查看统计', '檢視統計', 'All figures'),
} satisfies Texts;
