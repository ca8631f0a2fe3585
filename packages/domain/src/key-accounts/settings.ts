import { label } from '../catalogue/labels.js';
import type { SettingDefault } from '../complaints/setting.js';

const product = 'product default';

/** Rules of the key accounts' department that an organisation may set otherwise. */
export const keyAccountSettings = {
  'keyAccount.scope': {
    unit: 'CHOICE',
    value: 'OWN',
    choices: {
      OWN: label('本人负责的', '本人負責的', 'His own'),
      TEAM: label('本组的', '本組的', "His team's"),
      REGION: label('本区域的', '本區域的', "His region's"),
    },
    basis: product,
    article: 'R3.2',
    oneForAll: true,
    label: label('大客户经理的范围', '大客戶經理的範圍', 'How far account managers reach'),
    about: label(
      '大客户经理可见、可办的大客户：本人所签的、本组的或本区域的',
      '大客戶經理可見、可辦的大客戶：本人所簽的、本組的或本區域的',
      'Which accounts a manager sees and works on: those he signed, those of his team, or those of his region',
    ),
  },
  'solicitation.protectionDays': {
    unit: 'DAYS',
    value: '90',
    basis: product,
    article: 'R3.1',
    oneForAll: true,
    label: label('报备保护天数', '報備保護天數', 'Days that a prospect is protected'),
    about: label(
      '报备之后，在此天数内其他人不得开发同一客户；0 为不保护',
      '報備之後，在此天數內其他人不得開發同一客戶；0 為不保護',
      'For so many days nobody else may solicit a registered prospect; 0: no protection',
    ),
  },
  'solicitation.reopenDays': {
    unit: 'DAYS',
    value: '365',
    basis: product,
    article: 'R3.1',
    oneForAll: true,
    label: label('重新开发期限（天）', '重新開發期限（天）', 'Days to take a lost one up again'),
    about: label(
      '未成交之后，在此天数内可重新开发；之后须另行报备',
      '未成交之後，在此天數內可重新開發；之後須另行報備',
      'A lost solicitation can be reopened for so many days; afterwards a new one is opened',
    ),
  },
  'contract.headLimit': {
    unit: 'MONEY',
    value: '500000.00',
    basis: product,
    article: 'R3.1',
    oneForAll: true,
    label: label('部门负责人合同审批限额', '部門主管合約核准限額', 'Contracts a department head may approve'),
    about: label(
      '合同金额不超过此数的由部门负责人批准，超过或未写金额的报总经理；留空则一律由部门负责人批准',
      '合約金額不超過此數的由部門主管核准，超過或未寫金額的報總經理；留空則一律由部門主管核准',
      'Up to this amount the department head approves alone; above it, or without an amount, the general manager decides; empty: no limit',
    ),
  },
  'visit.reportHours': {
    unit: 'HOURS',
    value: '24',
    basis: product,
    article: 'R3.1',
    oneForAll: true,
    label: label('拜访报告时限（小时）', '拜訪報告時限（小時）', 'Hours to report a visit'),
    about: label(
      '拜访之后须在此时数内提交报告，过时的计为逾期',
      '拜訪之後須在此時數內提交報告，過時的計為逾期',
      'A visit is reported within so many hours; later counts as late',
    ),
  },
} as const satisfies Record<string, SettingDefault>;

export type KeyAccountSetting = keyof typeof keyAccountSettings;
