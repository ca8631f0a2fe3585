import { bool, dateTime, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

/** What happened to a deadline. */
export const deadlineEvent = vocabulary('DeadlineEvent', {
  STARTED: label('起算', '起算', 'Started'),
  WARNED: label('提醒', '提醒', 'Warned'),
  PASSED: label('到期未办', '到期未辦', 'Passed'),
  EXTENDED: label('延期', '延期', 'Extended'),
  MET: label('按期办理', '按期辦理', 'Met'),
  MET_LATE: label('超期办理', '超期辦理', 'Met late'),
  CANCELLED: label('不再适用', '不再適用', 'No longer applies'),
});

/** The ledger 期限台账 of a deadline: started by which event under which rule, every warning and extension. */
export const deadlineEntry = kind('DeadlineEntry', {
  plural: 'deadlineEntries',
  table: 'deadline_entry',
  department: 'platform',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('期限记录', '期限紀錄', 'Entry of a deadline'),
  title: 'rule',
  defaultOrder: [{ field: 'id', direction: 'ASC' }],
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'deadlineEntries',
      inverseLabel: label('期限台账', '期限台帳', 'Ledger of deadlines'),
    }),
    rule: text(label('期限', '期限', 'Deadline'), { max: 60 }),
    article: text(label('条款', '條款', 'Article'), { max: 20 }),
    ruleVersion: integer(label('规则版本', '規則版本', 'Version of the rule')),
    event: oneOf(label('事件', '事件', 'Event'), deadlineEvent),
    startedBy: text(label('由何事起算', '由何事起算', 'Started by'), { optional: true, max: 60 }),
    dueAt: dateTime(label('期限', '期限', 'Due at')),
    at: dateTime(label('时间', '時間', 'At')),
    by: toOne('Staff', label('办理人', '辦理人', 'By')),
    reason: text(label('理由', '理由', 'Reason'), { optional: true, max: 1000 }),
  },
});

/** What should have come and did not 应办未办: the silence is on record, with an owner. */
export const missingEntry = kind('MissingEntry', {
  plural: 'missingEntries',
  table: 'missing_entry',
  department: 'platform',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('应办未办', '應辦未辦', 'Missing entry'),
  title: 'rule',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'missingEntries',
      inverseLabel: label('应办未办', '應辦未辦', 'Missing entries'),
    }),
    rule: text(label('应办事项', '應辦事項', 'What should have come'), { max: 60 }),
    article: text(label('条款', '條款', 'Article'), { max: 20 }),
    owner: toOne('Staff', label('责任人', '責任人', 'Owner')),
    department: toOne('Department', label('责任部门', '責任部門', 'Department')),
    dueAt: dateTime(label('应办时间', '應辦時間', 'Was due at')),
    madeUpAt: dateTime(label('补办时间', '補辦時間', 'Made up at'), { optional: true }),
  },
});

/** A case that was brought before somebody higher (dossier D1.4). */
export const escalation = kind('Escalation', {
  plural: 'escalations',
  table: 'escalation',
  department: 'platform',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('升级', '升級', 'Escalation'),
  title: 'rule',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      required: true,
      inverse: 'escalations',
      inverseLabel: label('升级记录', '升級紀錄', 'Escalations'),
    }),
    rule: text(label('规则', '規則', 'Rule'), { max: 60 }),
    level: integer(label('级别', '級別', 'Level'), { min: 1 }),
    to: toOne('Staff', label('报给', '報給', 'To')),
    at: dateTime(label('时间', '時間', 'At')),
    acknowledgedAt: dateTime(label('知悉时间', '知悉時間', 'Acknowledged at'), { optional: true }),
    done: bool(label('已处理', '已處理', 'Done')),
  },
});
