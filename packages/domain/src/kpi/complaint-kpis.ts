import { handlingKpis } from './handling-kpis.js';
import { intakeKpis } from './intake-kpis.js';
import type { Kpi } from './kpi.js';

/** The complaint figures of the catalogue, E1.1–E1.17. */
export const complaintKpis: readonly Kpi[] = [...intakeKpis, ...handlingKpis];

/** The figures that a code names: one (`E1.10-GM`) or all of its number in the catalogue (`E1.10`). */
export function kpisOf(code: string): readonly Kpi[] {
  return complaintKpis.filter((kpi) => kpi.code === code || kpi.family === code);
}
