import {
  apiToken,
  auditEntry,
  personalDataReveal,
  personalDataView,
  roleGrant,
} from '../administration/access-records.js';
import { exportRun, importRowError, importRun } from '../administration/data-runs.js';
import { codeListEntry, labelOverride, organisation, savedView } from '../administration/settings.js';
import {
  caseParticipant,
  complaint,
  complaintDemand,
  complaintIntake,
  complaintTrigger,
} from '../complaints/complaint.js';
import {
  acceptanceRuling,
  assignmentOrder,
  cardCopy,
  customerReply,
  evidenceRuling,
  gmDecision,
  handlingOpinion,
  hrOpinion,
  investigationItem,
  investigationReport,
  responsiblePerson,
  storeAssessment,
  supervisorReview,
} from '../complaints/documents.js';
import {
  approvalLimit,
  caseLink,
  caseStep,
  compensationRequest,
  departmentTask,
  preventiveAction,
  salesRule,
  trackingEntry,
} from '../complaints/handling.js';
import {
  complaintMonthlyReport,
  monthlyReportCase,
  monthlyReportCorrection,
} from '../complaints/monthly-report.js';
import {
  complaintSetting,
  handlingProcedure,
  policyArticle,
  policyInterpretation,
  policyVersion,
} from '../complaints/rules.js';
import { contact, customerAddress, customerHistory, customerTag } from '../customers/contact.js';
import { customer } from '../customers/customer.js';
import { organisationProfile, personProfile } from '../customers/profiles.js';
import {
  afterSalesCase,
  afterSalesLine,
  afterSalesStep,
  techSupportRequest,
  techSupportStep,
} from '../key-accounts/after-sales.js';
import { contract, contractPrice } from '../key-accounts/contract.js';
import { costEntry, expenseClaim, resourceAllocation } from '../key-accounts/cost.js';
import { dealer, dealerPolicy, dealerRebate, territoryBreach } from '../key-accounts/dealer.js';
import { contractFile, expenseFile, shipmentFile, supportFile, visitFile } from '../key-accounts/files.js';
import { handoverItem, phaseHandover } from '../key-accounts/handover.js';
import { accountAssignment, decisionMaker, keyAccount } from '../key-accounts/key-account.js';
import { order, orderLine, product } from '../key-accounts/order.js';
import {
  customerNotice,
  orderApproval,
  orderChange,
  orderComment,
  orderMilestone,
  orderReviewItem,
  orderStep,
} from '../key-accounts/order-parts.js';
import { invoice, payment, paymentAllocation } from '../key-accounts/payment.js';
import { improvementProposal } from '../key-accounts/proposal.js';
import { salesPlan, salesPlanLine, salesPlanStep } from '../key-accounts/sales-plan.js';
import { shipment, shipmentException, shipmentLine, shipmentStep, stock } from '../key-accounts/shipment.js';
import { solicitation, solicitationStep } from '../key-accounts/solicitation.js';
import { customerVisit, visitRhythm } from '../key-accounts/visit.js';
import { department, region, staff } from '../organisation/organisation.js';
import { assignedTask } from '../platform/assigned-task.js';
import { attachment } from '../platform/attachment.js';
import { deadlineEntry, escalation, missingEntry } from '../platform/deadlines.js';
import { delegation } from '../platform/delegation.js';
import { messageDelivery, notification, personalChannel } from '../platform/notification.js';
import { visitorRegistration } from '../service-desk/visitor-registration.js';
import type { Kind } from './kind.js';

/** Every kind of record of the product. A new kind is one line here. */
export const catalogue: readonly Kind[] = [
  organisation,
  region,
  department,
  staff,
  customer,
  personProfile,
  organisationProfile,
  contact,
  customerAddress,
  customerTag,
  customerHistory,
  product,
  order,
  orderLine,
  stock,
  keyAccount,
  accountAssignment,
  decisionMaker,
  solicitation,
  solicitationStep,
  contract,
  contractPrice,
  contractFile,
  customerVisit,
  visitFile,
  visitRhythm,
  phaseHandover,
  handoverItem,
  dealer,
  dealerPolicy,
  dealerRebate,
  territoryBreach,
  orderStep,
  orderReviewItem,
  orderChange,
  orderMilestone,
  orderComment,
  customerNotice,
  orderApproval,
  shipment,
  shipmentLine,
  shipmentException,
  shipmentStep,
  shipmentFile,
  payment,
  paymentAllocation,
  invoice,
  salesPlan,
  salesPlanLine,
  salesPlanStep,
  resourceAllocation,
  expenseClaim,
  expenseFile,
  costEntry,
  improvementProposal,
  afterSalesCase,
  afterSalesLine,
  afterSalesStep,
  techSupportRequest,
  techSupportStep,
  supportFile,
  visitorRegistration,
  complaint,
  complaintDemand,
  complaintTrigger,
  complaintIntake,
  caseParticipant,
  storeAssessment,
  acceptanceRuling,
  evidenceRuling,
  assignmentOrder,
  investigationReport,
  investigationItem,
  responsiblePerson,
  supervisorReview,
  hrOpinion,
  gmDecision,
  handlingOpinion,
  customerReply,
  cardCopy,
  caseStep,
  trackingEntry,
  departmentTask,
  salesRule,
  approvalLimit,
  compensationRequest,
  preventiveAction,
  caseLink,
  complaintMonthlyReport,
  monthlyReportCase,
  monthlyReportCorrection,
  handlingProcedure,
  complaintSetting,
  policyVersion,
  policyArticle,
  policyInterpretation,
  attachment,
  assignedTask,
  delegation,
  deadlineEntry,
  missingEntry,
  escalation,
  notification,
  messageDelivery,
  personalChannel,
  roleGrant,
  apiToken,
  auditEntry,
  personalDataReveal,
  personalDataView,
  importRun,
  importRowError,
  exportRun,
  codeListEntry,
  labelOverride,
  savedView,
];

/** The kind of a name; throws when there is none, since names come from code, not from people. */
export function kindNamed(name: string): Kind {
  const found = catalogue.find((kind) => kind.name === name);
  if (!found) throw new Error(`There is no kind named ${name} in the catalogue.`);
  return found;
}
