import type { DemandType, HandlingProcedureKind, Severity } from './vocabularies.js';

/** A row of the table of procedures: which way a category and severity take, from a day on (R1.5). */
export interface ProcedureRow {
  /** Null: every category. */
  readonly category: string | null;
  readonly severity: string;
  readonly procedure: HandlingProcedureKind;
  readonly procedureVersion: number;
  /** Day of the organisation. */
  readonly effectiveFrom: string;
}

export interface ProcedureQuestion {
  readonly category: string;
  readonly severity: Severity;
  readonly demands: readonly DemandType[];
  /** Settled on the spot within the store's limit. */
  readonly settledOnSpot: boolean;
  /** Whether the organisation uses the simple procedure at all. */
  readonly simpleOn: boolean;
  readonly day: string;
}

export interface ChosenProcedure {
  readonly procedure: HandlingProcedureKind;
  /** Version of the row that decided; 0 where the product's own choice stands. */
  readonly version: number;
}

const simpleCategories: readonly string[] = ['SERVICE_ATTITUDE', 'PRICE_BILLING'];

/**
 * The procedure that a new case takes (R1.5). A severe case always takes the severe one. Else a row of the
 * organisation for the category goes before one for all, the latest in force counts; without one: simple
 * for general cases of service or price, of criticism or suggestions, or settled on the spot; standard for
 * the rest. Where the simple procedure is switched off, standard takes its place.
 */
export function chooseProcedure(rows: readonly ProcedureRow[], question: ProcedureQuestion): ChosenProcedure {
  const row = decidingRow(rows, question);
  const version = row?.procedureVersion ?? 0;
  if (question.severity === 'SEVERE') return { procedure: 'SEVERE', version };
  const wanted = wantedProcedure(row, question);
  return { procedure: wanted === 'SIMPLE' && !question.simpleOn ? 'STANDARD' : wanted, version };
}

function wantedProcedure(row: ProcedureRow | undefined, question: ProcedureQuestion): HandlingProcedureKind {
  if (question.severity === 'GENERAL' && question.settledOnSpot) return 'SIMPLE';
  if (row) return row.procedure;
  const { category, demands, severity } = question;
  const opinionOnly = demands.length > 0 && demands.every((type) => type === 'CRITICISM_SUGGESTION');
  const light = simpleCategories.includes(category) || opinionOnly;
  return severity === 'GENERAL' && light ? 'SIMPLE' : 'STANDARD';
}

function decidingRow(
  rows: readonly ProcedureRow[],
  { category, severity, day }: ProcedureQuestion,
): ProcedureRow | undefined {
  const inForce = rows.filter((row) => row.severity === severity && row.effectiveFrom <= day);
  return (
    latest(inForce.filter((row) => row.category === category)) ??
    latest(inForce.filter((row) => row.category === null))
  );
}

function latest(rows: readonly ProcedureRow[]): ProcedureRow | undefined {
  return rows.reduce<ProcedureRow | undefined>((best, row) => {
    if (!best) return row;
    const order =
      row.effectiveFrom.localeCompare(best.effectiveFrom) || row.procedureVersion - best.procedureVersion;
    return order >= 0 ? row : best;
  }, undefined);
}

/**
 * Whether what came in is feedback and no case: somebody suggests something and asks for nothing, and
 * complains about nobody (R4.2; a criticism of a person or of service is a case).
 */
export function isFeedbackOnly(given: {
  readonly demands: readonly DemandType[];
  readonly category: string;
  readonly complainsAboutSomebody: boolean;
}): boolean {
  const { demands, category, complainsAboutSomebody } = given;
  if (demands.length === 0) return true;
  const opinionOnly = demands.every((type) => type === 'CRITICISM_SUGGESTION');
  return opinionOnly && category === 'OTHER' && !complainsAboutSomebody;
}
