import type { Language } from '@kehu/domain/catalogue/labels';
import { complaint } from '@kehu/domain/complaints/complaint';
import {
  acceptanceRuling,
  customerReply,
  gmDecision,
  hrOpinion,
  supervisorReview,
} from '@kehu/domain/complaints/documents';
import { departmentTask, trackingEntry } from '@kehu/domain/complaints/handling';
import { deadlineEntry, escalation, missingEntry } from '@kehu/domain/platform/deadlines';
import { textOf } from '../../../ui/Value';
import { deadlineWords } from './deadline-words';
import { type CaseFile, nameOf, type Row } from './file';
import { besideEvents } from './timeline-beside';

/** What an entry of the timeline belongs to, for its filter and its mark. */
export type EventGroup = 'steps' | 'talk' | 'clock' | 'files';

export interface CaseEvent {
  readonly key: string;
  readonly at: string;
  readonly group: EventGroup;
  readonly head: string;
  readonly who: string;
  readonly onBehalfOf?: string;
  readonly text?: string;
  readonly aside?: string;
  readonly late?: boolean;
  readonly override?: boolean;
  readonly recalledAt?: string;
  /** An urge, a supervision or an escalation that somebody has to answer, and by which act. */
  readonly answerable?: Row;
  readonly answeredBy?: 'acknowledgeTracking' | 'acknowledgeEscalation';
  readonly acknowledgedAt?: string;
}

const str = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The whole life of a case in one order of time: steps, talks, deadlines, documents, files. */
export function eventsOf(file: CaseFile, language: Language, words: (act: string) => string): CaseEvent[] {
  const events: CaseEvent[] = [];
  const add = (event: CaseEvent) => {
    if (event.at) events.push(event);
  };
  for (const row of file.steps ?? [])
    add({
      key: `step${row.id}`,
      at: str(row.at),
      group: 'steps',
      head: `${words(str(row.action))} → ${textOf(complaint.fields.state, row.to, language)}`,
      who: nameOf(row.by),
      onBehalfOf: nameOf(row.onBehalfOf),
      text: said(file, row, language) || str(row.note),
      aside: nameOf(row.department),
      late: row.late === true,
      override: row.conflictOverride === true,
      recalledAt: str(row.recalledAt),
    });
  for (const row of file.trackingEntries ?? [])
    add({
      key: `talk${row.id}`,
      at: str(row.at),
      group: 'talk',
      head: textOf(trackingEntry.fields.kind, row.kind, language),
      who: nameOf(row.by),
      text: str(row.text),
      aside: nameOf(row.to) && `→ ${nameOf(row.to)}`,
      ...(row.kind === 'URGE' || row.kind === 'SUPERVISE'
        ? { answerable: row, answeredBy: 'acknowledgeTracking', acknowledgedAt: str(row.acknowledgedAt) }
        : {}),
    });
  for (const row of file.replies ?? [])
    if (row.kind === 'FIRST_RESPONSE' || row.kind === 'PROGRESS')
      add({
        key: `reply${row.id}`,
        at: str(row.at),
        group: 'talk',
        head: textOf(customerReply.fields.kind, row.kind, language),
        who: nameOf(row.by),
        onBehalfOf: nameOf(row.onBehalfOf),
        text: str(row.content),
        aside: textOf(customerReply.fields.mode, row.mode, language),
      });
  for (const row of file.deadlineEntries ?? [])
    if (row.event !== 'MET' && row.event !== 'CANCELLED' && row.event !== 'STARTED')
      add({
        key: `deadline${row.id}`,
        at: str(row.at),
        group: 'clock',
        head: `${deadlineWords(str(row.rule), language)} · ${textOf(deadlineEntry.fields.event, row.event, language)}`,
        who: nameOf(row.by),
        text: str(row.reason),
        late: row.event === 'PASSED' || row.event === 'MET_LATE',
      });
  for (const row of file.missingEntries ?? [])
    add({
      key: `missing${row.id}`,
      at: str(row.dueAt),
      group: 'clock',
      head: `${missingEntry.label[language]} · ${deadlineWords(str(row.rule), language)}`,
      who: nameOf(row.owner) || nameOf(row.department),
      late: true,
      aside: row.madeUpAt
        ? `${missingEntry.fields.madeUpAt.label[language]} ${textOf(missingEntry.fields.madeUpAt, row.madeUpAt, language)}`
        : '',
    });
  for (const row of file.escalations ?? [])
    add({
      key: `escalation${row.id}`,
      at: str(row.at),
      group: 'clock',
      head: `${escalation.label[language]} · ${deadlineWords(str(row.rule), language)}`,
      who: '',
      aside: nameOf(row.to) && `→ ${nameOf(row.to)}`,
      answerable: row,
      answeredBy: 'acknowledgeEscalation',
      acknowledgedAt: str(row.acknowledgedAt),
    });
  for (const row of file.departmentTasks ?? []) {
    add({
      key: `task${row.id}`,
      at: str(row.askedAt),
      group: 'talk',
      head: `${departmentTask.label[language]} · ${nameOf(row.department)}`,
      who: nameOf(row.askedBy),
      text: str(row.request),
    });
    add({
      key: `answer${row.id}`,
      at: str(row.answeredAt),
      group: 'talk',
      head: `${departmentTask.label[language]} · ${departmentTask.fields.answer.label[language]}`,
      who: nameOf(row.answeredBy),
      text: str(row.answer),
    });
  }
  for (const event of besideEvents(file, language)) add(event);
  for (const row of file.attachments ?? [])
    add({
      key: `file${row.id}`,
      at: str(row.uploadedAt),
      group: 'files',
      head: str(row.fileName),
      who: nameOf(row.uploadedBy),
    });
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key));
}

/** What was said in the document that a step wrote, so that the timeline reads by itself. */
function said(file: CaseFile, step: Row, language: Language): string {
  const at = Date.parse(str(step.at));
  const near = (rows: readonly Row[] | undefined, name = 'at') =>
    rows?.find((row) => Math.abs(Date.parse(str(row[name])) - at) < 2000);
  switch (step.action) {
    case 'assessComplaint': {
      return str(near(file.assessments)?.reason);
    }
    case 'ruleOnComplaint':
    case 'overrideRuling': {
      const row = near(file.rulings);
      return row
        ? `${textOf(acceptanceRuling.fields.decision, row.decision, language)}：${str(row.reason)}`
        : '';
    }
    case 'assignComplaint':
    case 'assignDispatchCase':
      return str(near(file.assignments)?.instruction);
    case 'reviewInvestigationReport':
    case 'reviewHandlingOpinion':
    case 'reviewSample': {
      const row = near(file.supervisorReviews);
      return row
        ? [textOf(supervisorReview.fields.result, row.result, language), str(row.opinion)]
            .filter(Boolean)
            .join('：')
        : '';
    }
    case 'giveHrOpinion': {
      const row = near(file.hrOpinions);
      return row ? `${textOf(hrOpinion.fields.result, row.result, language)}：${str(row.opinion)}` : '';
    }
    case 'decideComplaint': {
      const row = near(file.gmDecisions);
      return row ? `${textOf(gmDecision.fields.result, row.result, language)}：${str(row.decision)}` : '';
    }
    case 'submitHandlingOpinion':
      return str(near(file.opinions, 'signedAt')?.detail);
    case 'replyToCustomer':
    case 'explainNonAcceptance': {
      const row = near(file.replies);
      return row
        ? [
            str(row.content),
            row.rejectionReason
              ? `${customerReply.fields.rejectionReason.label[language]}：${str(row.rejectionReason)}`
              : '',
          ]
            .filter(Boolean)
            .join('\n')
        : '';
    }
    default:
      return '';
  }
}
