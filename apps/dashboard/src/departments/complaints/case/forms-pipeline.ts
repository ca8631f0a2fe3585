import type { ActForm } from './act-form';
import { acceptanceForms } from './forms-acceptance';
import { closingForms } from './forms-closing';
import { decisionForms } from './forms-decision';
import { investigationForms } from './forms-investigation';

/** The forms of the transitions of dossier D1.2, in the order of the pipeline. */
export const pipelineForms: readonly ActForm[] = [
  ...acceptanceForms,
  ...investigationForms,
  ...decisionForms,
  ...closingForms,
];
