import type { ActSpec } from '../../../commands/act-schema.js';
import {
  acceptAssistance,
  answerAssistance,
  cancelAssistance,
  requestAssistance,
  returnAssistance,
} from './assistance.js';
import { type CaseAct, caseSpec } from './case-act.js';
import {
  approveCompensation,
  declineCompensation,
  executeCompensation,
  requestCompensation,
} from './compensation.js';
import { acknowledgeEscalation, explainBreach, extendDeadline } from './deadlines.js';
import { linkCase, ruleOnEvidence, unlinkCase } from './matters.js';
import { copyCase, endCopy, nameInvestigator } from './participants.js';
import { policyActs } from './policy-acts.js';
import {
  addPreventiveAction,
  checkPreventiveAction,
  completePreventiveAction,
  skipPreventiveAction,
} from './prevention.js';
import { recordFirstResponse, recordProgressReply } from './replies.js';
import { ruleActs } from './rules-acts.js';
import { reviewSample } from './sample.js';
import { lowerSeverity, raiseSeverity } from './severity.js';
import { acknowledgeTracking, addTrackingEntry, superviseComplaint, urgeComplaint } from './tracking.js';
import { endWaiting, startWaiting } from './waiting.js';

/** Acts beside the pipeline, on a case or a part of one (D1.3, D1.4, R4.4, R4.5, R4.18, R4.25). */
export function caseActs(): CaseAct[] {
  return [
    raiseSeverity(),
    lowerSeverity(),
    recordFirstResponse(),
    recordProgressReply(),
    addTrackingEntry(),
    urgeComplaint(),
    superviseComplaint(),
    acknowledgeTracking(),
    startWaiting(),
    endWaiting(),
    extendDeadline(),
    explainBreach(),
    acknowledgeEscalation(),
    requestAssistance(),
    acceptAssistance(),
    answerAssistance(),
    returnAssistance(),
    cancelAssistance(),
    copyCase(),
    endCopy(),
    nameInvestigator(),
    requestCompensation(),
    approveCompensation(),
    declineCompensation(),
    executeCompensation(),
    addPreventiveAction(),
    completePreventiveAction(),
    checkPreventiveAction(),
    skipPreventiveAction(),
    reviewSample(),
    linkCase(),
    unlinkCase(),
    ruleOnEvidence(),
  ];
}

/** Every mutation beside the pipeline. */
export function collaborationActs(): ActSpec[] {
  return [...caseActs().map(caseSpec), ...ruleActs(), ...policyActs()];
}
