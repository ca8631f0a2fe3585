import { bool, dateTime, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { taskState } from '../complaints/document-vocabularies.js';

/** A task that a leader gives 交办 (R2.10), from a case or a figure: with a date and acceptance by the assigner. */
export const assignedTask = kind('AssignedTask', {
  plural: 'assignedTasks',
  table: 'assigned_task',
  department: 'platform',
  subject: 'assignedTask',
  label: label('交办事项', '交辦事項', 'Assigned task'),
  title: 'title',
  fields: {
    title: text(label('事项', '事項', 'Task'), { max: 200, searchable: true }),
    detail: text(label('要求', '要求', 'Detail'), { optional: true, max: 4000 }),
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      inverse: 'assignedTasks',
      inverseLabel: label('交办事项', '交辦事項', 'Assigned tasks'),
    }),
    visit: toOne('CustomerVisit', label('拜访', '拜訪', 'Visit'), {
      inverse: 'tasks',
      inverseLabel: label('后续事项', '後續事項', 'Next steps'),
    }),
    figure: text(label('来自的指标', '來自的指標', 'From the figure'), { optional: true, max: 120 }),
    assigner: toOne('Staff', label('交办人', '交辦人', 'Assigner'), { required: true }),
    assignee: toOne('Staff', label('承办人', '承辦人', 'Assignee'), {
      required: true,
      inverse: 'assignedTasks',
      inverseLabel: label('交办事项', '交辦事項', 'Assigned tasks'),
    }),
    assignedAt: dateTime(label('交办时间', '交辦時間', 'Assigned at')),
    dueAt: dateTime(label('期限', '期限', 'Due at')),
    state: oneOf(label('状态', '狀態', 'State'), taskState),
    result: text(label('办理结果', '辦理結果', 'Result'), { optional: true, max: 8000 }),
    doneAt: dateTime(label('完成时间', '完成時間', 'Done at'), { optional: true }),
    verdict: text(label('验收意见', '驗收意見', 'Verdict'), { optional: true, max: 2000 }),
    confirmedAt: dateTime(label('验收时间', '驗收時間', 'Confirmed at'), { optional: true }),
    undertaking: bool(label('对客户的承诺', '對客戶的承諾', 'Undertaking to the customer'), {
      system: true,
      note: label(
        '结案时尚未落实、承诺限期落实的处理措施（F7）',
        '結案時尚未落實、承諾限期落實的處理措施（F7）',
        'A remedy that was not carried out yet when the case was closed, promised by a date (F7)',
      ),
    }),
  },
});
