import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { intakeForms } from '../registration/forms-intake';
import type { ActForm } from './act-form';
import { besideForms, partForms } from './forms-beside';
import { pipelineForms } from './forms-pipeline';

const all = new Map(
  [...pipelineForms, ...besideForms, ...partForms, ...intakeForms].map((form) => [form.act, form]),
);

/** The form of an act by the name of its mutation; undefined for acts that have none here. */
export function formOf(act: string): ActForm | undefined {
  return all.get(act);
}

const transitions: ReadonlySet<string> = new Set(complaintTransitions.map((each) => each.act));

/** Whether an act moves the case, as opposed to what is done beside the pipeline. */
export function movesCase(act: string): boolean {
  return transitions.has(act);
}

/** Every form, for tests. */
export const actForms: readonly ActForm[] = [...all.values()];
