import type { ActSpec } from '../../commands/act-schema.js';
import {
  assessComplaint,
  explainNonAcceptance,
  overrideRuling,
  ruleOnComplaint,
} from './commands/acceptance.js';
import {
  acceptAssignment,
  assignComplaint,
  assignDispatchCase,
  refuseAssignment,
} from './commands/assignment.js';
import {
  closeAnonymousComplaint,
  closeComplaint,
  reopenComplaint,
  withdrawComplaint,
} from './commands/closing.js';
import {
  decideComplaint,
  giveHrOpinion,
  reviewHandlingOpinion,
  reviewInvestigationReport,
  submitContractDispute,
  submitHandlingOpinion,
} from './commands/decision.js';
import { deskSpecs } from './commands/desk-acts.js';
import { saveInvestigationReportSpec, submitInvestigationReport } from './commands/investigation.js';
import { pipelineSpec } from './commands/pipeline-act.js';
import { replyToCustomer } from './commands/reply.js';

/** Mutations of the pipeline, in its order; registering is the intake's. */
export function pipelineActs(): ActSpec[] {
  const acts = [
    assessComplaint,
    ruleOnComplaint,
    explainNonAcceptance,
    overrideRuling,
    assignComplaint,
    submitContractDispute,
    assignDispatchCase,
    acceptAssignment,
    refuseAssignment,
    submitInvestigationReport(),
    reviewInvestigationReport,
    giveHrOpinion,
    decideComplaint,
    submitHandlingOpinion,
    reviewHandlingOpinion,
    replyToCustomer(),
    closeComplaint(),
    reopenComplaint,
    withdrawComplaint,
    closeAnonymousComplaint,
  ];
  return [...acts.map(pipelineSpec), saveInvestigationReportSpec(), ...deskSpecs()];
}
