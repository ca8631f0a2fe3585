import { label } from '@kehu/domain/catalogue/labels';
import { kpiDimension, kpiUnit } from '@kehu/domain/kpi/kpi';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../../commands/act-schema.js';
import { catalogueTypes } from '../../../../graphql/schema/catalogue-types.js';
import type { ArgumentSpec, FieldSpecs } from '../../../../graphql/schema/declare.js';
import { scalars } from '../../../../graphql/schema/kinds.js';
import { answerKpis, type KpiQuestion } from './answer.js';
import { codesWords } from './schema-words.js';

const text = () => GraphQLString;
const required = true as const;

/** What a figure and its groups share. */
export const figureFields: FieldSpecs = {
  label: { type: text, required, label: label('名称', '名稱', 'Name') },
  value: {
    type: () => scalars.decimal,
    label: label(
      '数值；没有时为空，显示“–”',
      '數值；沒有時為空，顯示「–」',
      'The figure; null is shown as "–"',
    ),
  },
  text: { type: text, required, label: label('带单位的数值', '帶單位的數值', 'The figure with its unit') },
  numerator: { type: () => scalars.decimal, label: label('分子', '分子', 'Numerator') },
  denominator: { type: () => scalars.decimal, label: label('分母', '分母', 'Denominator') },
  previous: { type: () => scalars.decimal, label: label('上期', '上期', 'The period before') },
  lastYear: { type: () => scalars.decimal, label: label('去年同期', '去年同期', 'Same period of last year') },
  where: {
    type: text,
    label: label(
      '数值所据记录的筛选条件（JSON），用于同名列表',
      '數值所據紀錄的篩選條件（JSON），用於同名清單',
      'Filter of the rows behind the figure (JSON), for the list of their kind',
    ),
  },
  hits: {
    type: text,
    label: label('分子所据记录的筛选条件', '分子所據紀錄的篩選條件', 'Filter of the rows of the numerator'),
  },
};

/** The span that figures are asked for. */
export const periodArguments: Readonly<Record<string, ArgumentSpec>> = {
  period: {
    type: () => scalars.month,
    label: label('月份；不填为本月', '月份；不填為本月', 'A month; the current one when left out'),
  },
  from: { type: () => scalars.dateTime, label: label('起', '起', 'From (included)') },
  to: { type: () => scalars.dateTime, label: label('止（不含）', '訖（不含）', 'To (excluded)') },
};

/** The catalogue of figures in GraphQL: `kpis`. */
export function kpiRoots(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  to.enum('KpiUnit', kpiUnit.codes, label('单位', '單位', 'Unit of a figure'), kpiUnit.labels);
  to.enum(
    'KpiDimension',
    kpiDimension.codes,
    label('分组', '分組', 'What figures are split by'),
    kpiDimension.labels,
  );
  to.object(
    'KpiGroup',
    { key: { type: text, label: label('组', '組', 'Key of the group') }, ...figureFields },
    label('指标的一组', '指標的一組', 'One group of a figure'),
  );
  to.object(
    'Kpi',
    {
      code: { type: text, required, label: label('编号，如 E1.2', '編號，如 E1.2', 'Code, such as E1.2') },
      family: { type: text, required, label: label('指标', '指標', 'Number in the catalogue') },
      ...figureFields,
      definition: { type: text, required, label: label('口径', '口徑', 'Definition in words') },
      unit: { type: to.ref('KpiUnit'), required, label: label('单位', '單位', 'Unit') },
      unitLabel: { type: text, required },
      source: {
        type: () => [GraphQLString],
        required,
        label: label('数据来源', '資料來源', 'Kinds of record'),
      },
      basis: { type: text, required, label: label('统计周期', '統計週期', 'Usual period') },
      article: { type: text, label: label('依据的条款', '依據的條款', 'The article') },
      better: {
        type: text,
        label: label('高者为优或低者为优', '高者為優或低者為優', 'MORE or LESS is better'),
      },
      target: { type: () => scalars.decimal, label: label('目标', '目標', 'Target') },
      met: { type: () => GraphQLBoolean, label: label('达到目标', '達到目標', 'Target met') },
      reason: { type: text, label: label('为何没有数值', '為何沒有數值', 'Why there is no figure') },
      from: { type: () => scalars.dateTime, required },
      to: { type: () => scalars.dateTime, required },
      asOf: { type: () => scalars.dateTime, required, label: label('数据截至', '資料截至', 'As of') },
      kind: { type: text, label: label('所据记录的类型', '所據紀錄的類型', 'Kind of the rows') },
      groups: { type: () => [to.ref('KpiGroup')()], required, label: label('分组', '分組', 'Groups') },
    },
    label('指标', '指標', 'A figure of the catalogue'),
  );
  return [
    {
      name: 'kpis',
      label: label(
        '投诉指标（E1.1–E1.17）：按提问人可见的案件计算',
        '投訴指標（E1.1–E1.17）：按提問人可見的案件計算',
        'Complaint figures (E1.1–E1.17), worked out from the cases that the asker may see',
      ),
      args: {
        codes: {
          type: () => [GraphQLString],
          label: codesWords,
        },
        ...periodArguments,
        by: { type: to.ref('KpiDimension'), label: label('分组', '分組', 'Split by') },
        compare: {
          type: () => GraphQLBoolean,
          label: label(
            '是否与上期、去年同期比较；不填为是',
            '是否與上期、去年同期比較；不填為是',
            'Compare with the period before and last year; yes when left out',
          ),
        },
      },
      type: () => [to.ref('Kpi')()],
      resolve: (args, context) => answerKpis(args as KpiQuestion, context),
    },
  ];
}
