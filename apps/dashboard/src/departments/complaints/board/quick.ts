import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { formOf } from '../case/act-forms';

/** A step that needs no form: a case can be dragged from the one column to the other. */
export interface QuickStep {
  readonly act: string;
  readonly from: ComplaintState;
  readonly to: ComplaintState;
}

/** The steps of the pipeline whose act asks for nothing; all others are done in their form. */
export const quickSteps: readonly QuickStep[] = complaintTransitions.flatMap(({ act, from, to }) =>
  formOf(act)?.fields.length === 0 ? from.map((each) => ({ act, from: each, to })) : [],
);

/** The step by which a case may leave a state without a form. */
export function quickFrom(state: unknown): QuickStep | undefined {
  return quickSteps.find(({ from }) => from === state);
}

/** Whether a case lies on somebody's desk: on the own one, or on the department's, from which nobody has taken it yet. */
export function onDeskOf(
  row: Readonly<Record<string, unknown>>,
  person: { readonly id: string; readonly department: { readonly id: string } | null },
): boolean {
  const idOf = (value: unknown) => (value as { id?: string } | null | undefined)?.id ?? null;
  const desk = idOf(row.desk);
  if (desk !== null) return desk === person.id;
  return person.department !== null && idOf(row.deskDepartment) === person.department.id;
}
