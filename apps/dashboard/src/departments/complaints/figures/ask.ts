import { complaint } from '@kehu/domain/complaints/complaint';
import { caseStep, compensationRequest, preventiveAction } from '@kehu/domain/complaints/handling';
import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { listAddress } from '../../../ui/list/address';

/** A figure of the catalogue as `kpis` answers it. */
export interface Kpi {
  readonly code: string;
  readonly label: string;
  readonly text: string;
  readonly value: string | null;
  readonly unit: string;
  readonly unitLabel: string;
  readonly previous: string | null;
  readonly lastYear: string | null;
  readonly target: string | null;
  readonly met: boolean | null;
  /** MORE or LESS. */
  readonly better: string | null;
  readonly reason: string | null;
  readonly definition: string;
  readonly kind: string | null;
  /** The rows that it is made of; of a share those below the line. */
  readonly where: string | null;
  /** Of a share the rows above the line. */
  readonly hits: string | null;
  readonly denominator: string | null;
  readonly groups: readonly {
    readonly key: string | null;
    readonly label: string;
    readonly value: string | null;
    readonly text: string;
    readonly denominator: string | null;
    readonly previous: string | null;
    readonly lastYear: string | null;
    readonly where: string | null;
    readonly hits: string | null;
  }[];
}
export interface FigureLine {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly count: number;
  readonly cumulative: string | null;
  readonly where: string;
}

/** At most six: beside breaches to come, those that a head looks at first. */
export const headCodes = ['E1.2', 'E1.3', 'E1.4', 'E1.6', 'E1.14'] as const;

const kpiFields =
  'code label text value unit unitLabel denominator previous lastYear target met better reason definition kind where hits groups { key label value text denominator previous lastYear where hits }';

export const figuresQuery = `query ComplaintHeads($codes: [String!], $period: Month) {
  kpis(codes: $codes, period: $period) { ${kpiFields} }
  heads: complaintFigures(period: $period) {
    asOf
    coming { key label value count cumulative where }
    waiting { key label value count cumulative where }
    causes { key label value count cumulative where }
  }
}`;
export interface FiguresAnswer {
  readonly kpis: readonly Kpi[];
  readonly heads: {
    readonly asOf: string;
    readonly coming: FigureLine;
    readonly waiting: readonly FigureLine[];
    readonly causes: readonly FigureLine[];
  };
}

/** What stores and departments are compared by; the first unless the reader chooses. */
export const comparedCodes = ['E1.2', 'E1.1', 'E1.6', 'E1.14'] as const;

export const compareQuery = `query ComplaintCompare($code: String!, $period: Month, $by: KpiDimension!) {
  kpis(codes: [$code], period: $period, by: $by) { ${kpiFields} }
}`;

/** Every figure of the catalogue for a month. */
export const catalogueQuery = `query ComplaintKpis($period: Month) { kpis(period: $period) { ${kpiFields} } }`;

/** How the case reaches what else figures are made of. */
const partsOfCase: Readonly<Record<string, string>> = {
  [caseStep.name]: 'steps',
  [compensationRequest.name]: 'compensations',
  [preventiveAction.name]: 'preventiveActions',
};

/** The list of the cases that make a figure; the table of the month for what is counted in tables; null where there is no such list. */
export function casesAddress(kind: string | null, where: string | null): string | null {
  if (!where) return null;
  const rows = JSON.parse(where) as Record<string, unknown>;
  if (kind === complaint.name) return listAddress(complaint.plural, { where: rows });
  if (kind === complaintMonthlyReport.name) return tableAddress(rows);
  // Steps and documents lead to the cases that they belong to.
  const part = kind === null ? undefined : partsOfCase[kind];
  return part ? listAddress(complaint.plural, { where: { [part]: { some: rows } } }) : null;
}

function tableAddress({ period }: Record<string, unknown>): string | null {
  const months = (period as { in?: readonly string[] } | undefined)?.in ?? [];
  return months.length === 1 ? `/complaint-monthly?period=${months[0]}` : null;
}

type Counted = Pick<Kpi['groups'][number], 'where' | 'hits' | 'denominator'>;

/** What a figure opens: of a share the cases that count above the line, else all that it is made of. */
export const madeOf = (kind: string | null, { hits, where }: Counted): string | null =>
  casesAddress(kind, hits ?? where);

/** Of a share: of how many, and the list of all of them; null for what is no share, or a share of nothing. */
export function outOf(
  kpi: Pick<Kpi, 'kind' | 'unit'>,
  { hits, where, denominator }: Counted,
): { readonly count: number; readonly to: string | null } | null {
  const count = Number(denominator ?? 0);
  if (kpi.unit !== 'PERCENT' || count === 0) return null;
  // Without a list of its own the figure opens all already.
  return { count, to: hits === null ? null : casesAddress(kpi.kind, where) };
}
