import type { Label } from '../catalogue/labels.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

/** A filter in the language of the read engine, as data. */
export type RowFilter = Readonly<Record<string, unknown>>;

/** What a figure is counted in. */
export const kpiUnit = vocabulary('KpiUnit', {
  CASES: label('件', '件', 'cases'),
  PERCENT: label('%', '%', '%'),
  MINUTES: label('分钟', '分鐘', 'minutes'),
  HOURS: label('小时', '小時', 'hours'),
  DAYS: label('天', '天', 'days'),
  MONEY: label('金额', '金額', 'money'),
  YES_NO: label('是/否', '是/否', 'yes/no'),
  PER_TEN_THOUSAND: label('件/万单', '件/萬單', 'per 10,000 orders'),
  SCORE: label('分', '分', 'points'),
});
export type KpiUnit = (typeof kpiUnit)['codes'][number];

/** By what a figure may be split. */
export const kpiDimension = vocabulary('KpiDimension', {
  STORE: label('门店', '門市', 'Store'),
  DEPARTMENT: label('受理部门', '受理部門', 'Handling department'),
  HANDLER: label('经办人', '經辦人', 'Handler'),
  CATEGORY: label('投诉类别', '投訴類別', 'Category'),
  SEVERITY: label('严重程度', '嚴重程度', 'Severity'),
  PROCEDURE: label('处理程序', '處理程序', 'Procedure'),
  CHANNEL: label('投诉渠道', '投訴管道', 'Channel'),
  PRODUCT: label('产品', '產品', 'Product'),
});
export type KpiDimension = (typeof kpiDimension)['codes'][number];

/** The span and the instant that a figure is worked out for; instants as ISO text. */
export interface KpiMoment {
  readonly from: string;
  /** Excluded. */
  readonly to: string;
  readonly now: string;
  /** Seven times 24 hours before `now` (R4.26): what was received later has its time still running. */
  readonly weekAgo: string;
}

/** The rows that a figure is made of: of which kind, by which time they belong to a period, and which of them. */
export interface KpiRows {
  readonly kind: string;
  /** The time by which a row belongs to the period; null: the rows say it themselves, by the moment. */
  readonly time: string | null;
  readonly timeType?: 'date' | 'month';
  readonly where: (moment: KpiMoment) => RowFilter;
  /** How the case is reached from the row; null where the row is the case. */
  readonly complaint: string | null;
}

/** How a figure comes from rows. */
export type KpiFormula =
  | { readonly is: 'count'; readonly rows: KpiRows }
  | {
      readonly is: 'share';
      readonly rows: KpiRows;
      readonly hit: (moment: KpiMoment) => RowFilter;
    }
  | {
      readonly is: 'percentile';
      readonly rows: KpiRows;
      readonly field: string;
      readonly p: number;
      readonly times: number;
    }
  | { readonly is: 'average'; readonly rows: KpiRows; readonly field: string }
  | { readonly is: 'sum'; readonly rows: KpiRows; readonly field: string; readonly perCase: boolean }
  | { readonly is: 'perTenThousand'; readonly rows: KpiRows; readonly of: KpiRows }
  /** Of the measures that were due in the period, those done by the day they were due. */
  | { readonly is: 'doneByDay'; readonly rows: KpiRows; readonly due: string; readonly done: string }
  /** Cannot be worked out yet, and why. */
  | { readonly is: 'absent'; readonly reason: Label };

/** One figure of the catalogue (dossier E1): declared once, worked out in one place, the same everywhere. */
export interface Kpi {
  /** `E1.10-RULING`. */
  readonly code: string;
  /** The number in the catalogue that it belongs to: `E1.10`. */
  readonly family: string;
  readonly label: Label;
  /** 口径: the formula in words. */
  readonly definition: Label;
  readonly unit: KpiUnit;
  /** Kinds of record that it is worked out from. */
  readonly source: readonly string[];
  readonly period: 'DAY' | 'MONTH' | 'QUARTER';
  readonly article: string | null;
  /** Whether more or less is better. */
  readonly better: 'MORE' | 'LESS' | null;
  /** What is aimed at, in the unit; the organisation's setting `kpi.<code>` replaces it. */
  readonly target: string | null;
  readonly formula: KpiFormula;
}
