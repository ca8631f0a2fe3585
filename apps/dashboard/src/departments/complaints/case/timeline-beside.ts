import type { Language } from '@kehu/domain/catalogue/labels';
import { complaintIntake } from '@kehu/domain/complaints/complaint';
import { compensationRequest, preventiveAction } from '@kehu/domain/complaints/handling';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { textOf } from '../../../ui/Value';
import { type CaseFile, nameOf } from './file';
import type { CaseEvent } from './timeline';

const str = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** What happens beside the pipeline: further reports of the same matter, money, measures, tasks. */
export function besideEvents(file: CaseFile, language: Language): CaseEvent[] {
  const events: CaseEvent[] = [];
  const add = (key: string, at: unknown, head: string, who: unknown, text = '', aside = '') => {
    if (at) events.push({ key, at: str(at), group: 'talk', head, who: nameOf(who), text, aside });
  };
  // The first report is the registration itself.
  for (const row of (file.intakes ?? []).slice(1))
    add(
      `intake${row.id}`,
      row.receivedAt,
      `${complaintIntake.label[language]} · ${textOf(complaintIntake.fields.channel, row.channel, language)}`,
      row.receivedBy,
    );
  for (const row of file.compensations ?? []) {
    const sum = `${textOf(compensationRequest.fields.type, row.type, language)} ${textOf(compensationRequest.fields.amount, row.amount, language)}`;
    add(
      `asked${row.id}`,
      row.requestedAt,
      `${compensationRequest.label[language]} · ${sum}`,
      row.requestedBy,
      str(row.reason),
    );
    const fate = row.state === 'EXECUTED' ? 'APPROVED' : row.state;
    add(
      `decided${row.id}`,
      row.decidedAt,
      `${compensationRequest.label[language]} · ${textOf(compensationRequest.fields.state, fate, language)}`,
      row.decidedBy,
      str(row.decision),
    );
    add(
      `paid${row.id}`,
      row.executedAt,
      `${compensationRequest.label[language]} · ${textOf(compensationRequest.fields.state, 'EXECUTED', language)}`,
      row.executedBy,
      row.voucher ? `${compensationRequest.fields.voucher.label[language]} ${str(row.voucher)}` : '',
    );
  }
  for (const row of file.preventiveActions ?? []) {
    const head = `${preventiveAction.label[language]} · ${str(row.measure)}`;
    add(
      `measure${row.id}`,
      row.doneAt,
      head,
      row.owner,
      str(row.doneNote),
      preventiveAction.fields.doneAt.label[language],
    );
    add(
      `checked${row.id}`,
      row.checkedAt,
      head,
      row.checkedBy,
      str(row.checkNote),
      preventiveAction.fields.checkedAt.label[language],
    );
  }
  for (const row of file.assignedTasks ?? []) {
    const head = `${assignedTask.label[language]} · ${str(row.title)}`;
    const to = nameOf(row.assignee) && `→ ${nameOf(row.assignee)}`;
    add(`given${row.id}`, row.assignedAt, head, row.assigner, str(row.detail), to);
    add(
      `done${row.id}`,
      row.doneAt,
      head,
      row.assignee,
      str(row.result),
      assignedTask.fields.doneAt.label[language],
    );
    add(
      `confirmed${row.id}`,
      row.confirmedAt,
      head,
      row.assigner,
      str(row.verdict),
      assignedTask.fields.confirmedAt.label[language],
    );
  }
  return events;
}
