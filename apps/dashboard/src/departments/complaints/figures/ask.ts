import { complaint } from '@kehu/domain/complaints/complaint';
import { caseStep, compensationRequest, preventiveAction } from '@kehu/domain/complaints/handling';
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
  readonly where: string | null;
  readonly groups: readonly {
    readonly key: string | null;
    readonly label: string;
    readonly value: string | null;
    readonly text: string;
    readonly denominator: string | null;
    readonly previous: string | null;
    readonly lastYear: string | null;
    readonly where: string | null;
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
  'code label text value unit unitLabel previous lastYear target met better reason definition kind where groups { key label value text denominator previous lastYear where }';

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

/** The list of the cases that make a figure; null where its rows are not cases. */
export function casesAddress(kind: string | null, where: string | null): string | null {
  if (!where) return null;
  const rows = JSON.parse(where) as Record<string, unknown>;
  if (kind === complaint.name) return listAddress(complaint.plural, { where: rows });
  // Steps and documents lead to the cases that they belong to.
  const part = kind === null ? undefined : partsOfCase[kind];
  return part ? listAddress(complaint.plural, { where: { [part]: { some: rows } } }) : null;
}
