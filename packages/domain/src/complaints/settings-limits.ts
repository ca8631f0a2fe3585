import { type Label, label } from '../catalogue/labels.js';
import type { DeadlineLimit } from './limits.js';
import type { SettingDefault } from './setting.js';

const step = (value: string, article: string, name: Label, about: Label): SettingDefault => ({
  unit: 'LIMIT',
  value,
  basis: 'D1.2',
  article,
  label: name,
  about,
});

/** Limits of the steps (dossier D1.2, column "Limit"); the keys are `limit.` and the name in the workflow table. */
export const stepLimits = {
  'limit.ASSESS': step(
    '4h',
    'R4.7',
    label('门店核实时限', '門市核實時限', 'Time for the assessment'),
    label(
      '登记之后，门店须在此时限内核实投诉理由',
      '登記之後，門市須在此時限內核實投訴理由',
      'After registration the store assesses the reason within this time',
    ),
  ),
  'limit.RULE': step(
    '24h',
    'R4.7',
    label('裁定时限', '裁定時限', 'Time for the ruling'),
    label(
      '核实之后，上级主管须在此时限内裁定是否受理',
      '核實之後，上級主管須在此時限內裁定是否受理',
      'After the assessment the superior rules on acceptance within this time',
    ),
  ),
  'limit.EXPLAIN': step(
    '24h',
    'R4.7',
    label('不受理说明时限', '不受理說明時限', 'Time to explain a refusal'),
    label(
      '裁定不受理之后，须在此时限内向客户说明',
      '裁定不受理之後，須在此時限內向客戶說明',
      'A refusal is explained to the customer within this time',
    ),
  ),
  'limit.ASSIGN': step(
    'D+1',
    'R4.9',
    label('指定受理部门时限', '指定受理部門時限', 'Time for the assignment'),
    label(
      '受理之后，行政人事部须在此时限内指定受理部门',
      '受理之後，行政人事部須在此時限內指定受理部門',
      'HR and administration names the handling department within this time',
    ),
  ),
  'limit.TAKE': step(
    '4h',
    'R4.10',
    label('接收任务时限', '接收任務時限', 'Time to take the case'),
    label(
      '指派之后，经办人须在此时限内接收，或由主管退派',
      '指派之後，經辦人須在此時限內接收，或由主管退派',
      'The handler takes the case, or his superior sends it back, within this time',
    ),
  ),
  'limit.REPORT': step(
    'D+3',
    'R4.11',
    label('调查报告时限', '調查報告時限', 'Time for the investigation report'),
    label(
      '经办人须在此时限内提交调查报告',
      '經辦人須在此時限內提交調查報告',
      'The handler submits the investigation report within this time',
    ),
  ),
  'limit.REVIEW_REPORT': step(
    'D+4',
    'R4.11',
    label('报告审核时限', '報告審核時限', 'Time to review the report'),
    label(
      '受理部门主管须在此时限内审核调查报告',
      '受理部門主管須在此時限內審核調查報告',
      'The superior of the handler reviews the report within this time',
    ),
  ),
  'limit.HR_OPINION': step(
    'D+4',
    'R4.12',
    label('行政人事部审核时限', '行政人事部審核時限', 'Time for the HR opinion'),
    label(
      '行政人事部须在此时限内签署意见',
      '行政人事部須在此時限內簽署意見',
      'HR and administration gives its opinion within this time',
    ),
  ),
  'limit.GM_DECISION': step(
    'D+5',
    'R4.12',
    label('总经理批阅时限', '總經理批閱時限', 'Time for the decision'),
    label('总经理须在此时限内批阅', '總經理須在此時限內批閱', 'The general manager decides within this time'),
  ),
  'limit.OPINION': step(
    'D+5',
    'R4.13',
    label('处理意见时限', '處理意見時限', 'Time for the handling opinion'),
    label(
      '经办人须在此时限内提交处理意见',
      '經辦人須在此時限內提交處理意見',
      'The handler submits the handling opinion within this time',
    ),
  ),
  'limit.REVIEW_OPINION': step(
    'D+6',
    'R4.13',
    label('意见审核时限', '意見審核時限', 'Time to review the opinion'),
    label(
      '受理部门主管须在此时限内审核处理意见',
      '受理部門主管須在此時限內審核處理意見',
      'The superior of the handler reviews the opinion within this time',
    ),
  ),
  'limit.REPLY': step(
    'D+6',
    'R4.14',
    label('答复客户时限', '答覆客戶時限', 'Time for the reply'),
    label(
      '客服须在此时限内答复客户',
      '客服須在此時限內答覆客戶',
      'Customer service replies within this time',
    ),
  ),
} as const satisfies Record<`limit.${DeadlineLimit}`, SettingDefault>;
