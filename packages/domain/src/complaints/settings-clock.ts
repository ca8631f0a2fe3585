import { label } from '../catalogue/labels.js';
import type { SettingDefault } from './setting.js';

const product = 'product default';

const weekdays = {
  1: label('星期一', '星期一', 'Monday'),
  2: label('星期二', '星期二', 'Tuesday'),
  3: label('星期三', '星期三', 'Wednesday'),
  4: label('星期四', '星期四', 'Thursday'),
  5: label('星期五', '星期五', 'Friday'),
  6: label('星期六', '星期六', 'Saturday'),
  7: label('星期日', '星期日', 'Sunday'),
} as const;

/** Moments of the clock (dossier D1.3, D1.4). */
export const clockSettings = {
  'close.hours': {
    unit: 'HOURS',
    value: '168',
    basis: 'R4.26',
    label: label(
      '结案期限（小时，自收到起）',
      '結案期限（小時，自收到起）',
      'Time to close (hours from receipt)',
    ),
    article: 'R4.26',
    about: label(
      '自收到投诉起，须在这么多小时内结案；7 天即 168 小时，节假日不扣除',
      '自收到投訴起，須在這麼多小時內結案；7 天即 168 小時，節假日不扣除',
      'A case is closed within so many hours of receipt; seven days are 168 hours, holidays count',
    ),
  },
  'warn.atRiskHours': {
    unit: 'HOURS',
    value: '48',
    basis: 'D1.4',
    label: label('临期提醒（到期前小时）', '臨期提醒（到期前小時）', 'At risk (hours before the deadline)'),
    article: 'R4.26',
    about: label(
      '离到期还剩这么多小时，案件标为临期，并提醒经手人',
      '離到期還剩這麼多小時，案件標為臨期，並提醒經手人',
      'So many hours before the deadline a case is at risk, and whoever has it is reminded',
    ),
  },
  'warn.escalateHours': {
    unit: 'HOURS',
    value: '24',
    basis: 'D1.4',
    label: label(
      '升级提醒（到期前小时）',
      '升級提醒（到期前小時）',
      'Escalation (hours before the deadline)',
    ),
    article: 'R4.26',
    about: label(
      '离到期还剩这么多小时仍未结案，报上一级',
      '離到期還剩這麼多小時仍未結案，報上一級',
      'So many hours before the deadline an open case goes up a level',
    ),
  },
  'firstResponse.target': {
    unit: 'LIMIT',
    value: '8h',
    bySeverity: { SEVERE: '30m' },
    basis: 'D1.3',
    label: label('首次响应目标', '首次回應目標', 'Target of the first response'),
    article: 'R1.2',
    about: label(
      '希望在此时间内首次联系客户，只作提醒',
      '希望在此時間內首次聯絡客戶，只作提醒',
      'The customer should be contacted within this time; a reminder only',
    ),
  },
  'firstResponse.limit': {
    unit: 'LIMIT',
    value: '24h',
    bySeverity: { SEVERE: '2h' },
    basis: 'R1.2',
    label: label('首次响应时限', '首次回應時限', 'Limit of the first response'),
    article: 'R1.2',
    about: label(
      '最迟须在此时间内首次联系客户，逾此记为应办未办',
      '最遲須在此時間內首次聯絡客戶，逾此記為應辦未辦',
      'The customer is contacted within this time at the latest; later it is on record as missing',
    ),
  },
  'tracking.hours': {
    unit: 'HOURS',
    value: '0',
    bySeverity: { SEVERE: '24' },
    basis: 'R1.5',
    label: label(
      '跟踪记录间隔（小时，0 为不要求）',
      '追蹤紀錄間隔（小時，0 為不要求）',
      'Hours between tracking entries (0: none asked)',
    ),
    article: 'R1.5',
    about: label(
      '办理期间，每隔这么多小时须有一条跟踪记录',
      '辦理期間，每隔這麼多小時須有一條追蹤紀錄',
      'While a case is open, an entry is due every so many hours',
    ),
  },
  'step.repeatHours': {
    unit: 'HOURS',
    value: '24',
    basis: 'D1.4',
    label: label(
      '本步到期后重复提醒（小时）',
      '本步到期後重複提醒（小時）',
      'Reminder of a passed step (every so many hours)',
    ),
    about: label(
      '本步超过时限仍未办，每隔这么多小时再提醒一次',
      '本步超過時限仍未辦，每隔這麼多小時再提醒一次',
      'A step that is past its limit is reminded of again every so many hours',
    ),
  },
  'step.leastHours': {
    unit: 'HOURS',
    value: '4',
    basis: product,
    label: label(
      '到手时已过时限的，至少给予（小时）',
      '到手時已過時限的，至少給予（小時）',
      'Least time for a step that comes late (hours)',
    ),
    about: label(
      '前一步办晚了，后一步到手时时限已过，仍给这么多小时',
      '前一步辦晚了，後一步到手時時限已過，仍給這麼多小時',
      'When the step before was late, the next still has so many hours',
    ),
  },
  'weekly.weekday': {
    unit: 'CHOICE',
    value: '1',
    choices: weekdays,
    basis: 'D1.4',
    label: label('超期未结周报日', '超期未結週報日', 'Day of the weekly list of breached cases'),
    article: 'R4.25',
    oneForAll: true,
    about: label(
      '每周这一天，总经理收到超期未结案件清单',
      '每週這一天，總經理收到超期未結案件清單',
      'On this day of the week the general manager gets the list of breached cases',
    ),
  },
  'weekly.time': {
    unit: 'TIME',
    value: '09:00',
    basis: product,
    label: label('超期未结周报时间', '超期未結週報時間', 'Time of the weekly list'),
    article: 'R4.25',
    oneForAll: true,
    about: label('清单在这个时刻发出', '清單在這個時刻發出', 'The list goes out at this time'),
  },
  'monthly.remindTime': {
    unit: 'TIME',
    value: '09:00',
    basis: product,
    label: label('统计表提醒时间', '統計表提醒時間', 'Time of the reminders of the monthly table'),
    article: 'R4.27',
    oneForAll: true,
    about: label(
      '每月 5、8、10 日的这个时刻，提醒行政人事部报送统计表',
      '每月 5、8、10 日的這個時刻，提醒行政人事部報送統計表',
      'On days 5, 8 and 10 of the month HR is reminded of the table at this time',
    ),
  },
} as const satisfies Record<string, SettingDefault>;
