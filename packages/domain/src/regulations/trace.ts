import { catalogue } from '../catalogue/catalogue.js';
import { type Label, label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';
import { complaintActLabel } from '../complaints/act-labels.js';
import { momentRules, otherDeadlines, stepRules } from '../complaints/deadlines.js';
import { guardMessages } from '../complaints/guard-messages.js';
import { complaintGuards } from '../complaints/guards.js';
import { complaintTransitions } from '../complaints/workflow.js';
import { complaintKpis } from '../kpi/complaint-kpis.js';

/** What may enforce an article. */
export const enforcementKind = vocabulary('EnforcementKind', {
  TRANSITION: label('流程', '流程', 'Transition'),
  GUARD: label('办理条件', '辦理條件', 'Guard'),
  DEADLINE: label('期限', '期限', 'Deadline'),
  DOCUMENT: label('单据', '單據', 'Document'),
  REPORT: label('报表与指标', '報表與指標', 'Report or figure'),
});

/** One rule of the product that carries out an article. */
export interface Enforcement {
  readonly is: (typeof enforcementKind)['codes'][number];
  /** Its name in the tables: `7a`, `reportComplete`, `RULE`, `CardCopy`, `E1.2`. */
  readonly id: string;
  readonly label: Label;
}

/**
 * Which records an article asks for. This is said here alone; transitions, guards, deadlines and figures
 * name their article in their own tables.
 */
const documentsOf: Readonly<Record<string, readonly string[]>> = {
  'R1.1': ['ComplaintIntake'],
  'R1.2': ['ComplaintIntake', 'DepartmentTask', 'CustomerReply'],
  'R1.5': ['HandlingProcedure', 'TrackingEntry'],
  'R4.1': ['Complaint', 'CaseLink'],
  'R4.2': ['ComplaintDemand'],
  'R4.3': ['Complaint'],
  'R4.4': ['PreventiveAction'],
  'R4.5': ['AcceptanceRuling', 'AssignmentOrder', 'EvidenceRuling', 'CustomerReply'],
  'R4.6': ['AssignmentOrder', 'CardCopy', 'ComplaintMonthlyReport'],
  'R4.7': ['StoreAssessment', 'AcceptanceRuling', 'CustomerReply'],
  'R4.8': ['AssignmentOrder', 'HandlingOpinion'],
  'R4.9': ['AssignmentOrder'],
  'R4.10': ['InvestigationItem'],
  'R4.11': ['InvestigationReport', 'SupervisorReview', 'Attachment'],
  'R4.12': ['HrOpinion', 'GmDecision'],
  'R4.13': ['HandlingOpinion', 'SupervisorReview'],
  'R4.14': ['CustomerReply'],
  'R4.15': ['Complaint', 'CardCopy'],
  'R4.16': ['CardCopy'],
  'R4.17': ['InvestigationReport', 'ResponsiblePerson'],
  'R4.18': ['CompensationRequest', 'SalesRule', 'ApprovalLimit'],
  'R4.19': ['PolicyArticle'],
  'R4.20': ['PolicyArticle'],
  'R4.21': ['PolicyArticle'],
  'R4.22': ['PolicyArticle'],
  'R4.23': ['PolicyArticle'],
  'R4.24': ['PolicyArticle'],
  'R4.25': ['TrackingEntry', 'Escalation', 'MissingEntry'],
  'R4.26': ['DeadlineEntry'],
  'R4.27': ['ComplaintMonthlyReport', 'MonthlyReportCorrection'],
  'R4.28': ['PolicyVersion', 'PolicyArticle', 'PolicyInterpretation'],
};

/** Everything that carries out an article, read from the tables that the product itself runs by. */
export function enforcementsOf(article: string): readonly Enforcement[] {
  const names = (basis: string) => basis.split(/[,\s]+/).includes(article);
  const transitions = complaintTransitions.filter((transition) => names(transition.article));
  const deadlines = Object.entries({ ...stepRules, ...momentRules, ...otherDeadlines });
  return [
    ...transitions.map(
      ({ id, act }): Enforcement => ({ is: 'TRANSITION', id, label: complaintActLabel(act) }),
    ),
    ...Object.entries(complaintGuards)
      .filter(([, guard]) => names(guard.article))
      .map(([id, { message }]): Enforcement => ({ is: 'GUARD', id, label: guardMessages[message] })),
    ...deadlines
      .filter(([, rule]) => names(rule.article))
      .map(([id, rule]): Enforcement => ({ is: 'DEADLINE', id, label: rule.label })),
    ...(documentsOf[article] ?? []).map((name): Enforcement => {
      const kind = catalogue.find((each) => each.name === name);
      return { is: 'DOCUMENT', id: name, label: kind?.label ?? label(name, name, name) };
    }),
    ...complaintKpis
      .filter((kpi) => kpi.article === article)
      .map((kpi): Enforcement => ({ is: 'REPORT', id: kpi.code, label: kpi.label })),
  ];
}

/** Numbers of the transitions that an article stands behind. */
export function transitionsOf(article: string): readonly string[] {
  return enforcementsOf(article).flatMap(({ is, id }) => (is === 'TRANSITION' ? [id] : []));
}
