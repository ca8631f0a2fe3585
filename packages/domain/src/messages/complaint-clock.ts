import { type Label, label } from '../catalogue/labels.js';

/** What the clock tells people (D1.3, D1.4, D1.5). */
export const clockMessages = {
  'clock.stepPassed': label(
    '{no}：“{step}”已到期未办，请尽快办理。',
    '{no}：「{step}」已到期未辦，請儘快辦理。',
    '{no}: "{step}" is past its time and not done.',
  ),
  'clock.atRisk': label(
    '{no} 临近结案期限，请抓紧办理。',
    '{no} 臨近結案期限，請抓緊辦理。',
    '{no} comes near its deadline.',
  ),
  'clock.escalated': label(
    '{no} 即将超期，请督办。',
    '{no} 即將超期，請督辦。',
    '{no} is about to breach its deadline; please see to it.',
  ),
  'clock.breached': label(
    '{no} 已超期未结，须说明原因。',
    '{no} 已超期未結，須說明原因。',
    '{no} has breached its deadline; a reason must be given.',
  ),
  'clock.firstResponseTarget': label(
    '{no} 尚未首次响应客户。',
    '{no} 尚未首次回應客戶。',
    'Nobody has responded to the customer of {no} yet.',
  ),
  'clock.firstResponseMissing': label(
    '{no} 未在时限内首次响应客户，已记录在案。',
    '{no} 未在時限內首次回應客戶，已記錄在案。',
    'The first response of {no} did not come in time; this is on record.',
  ),
  'clock.trackingMissing': label(
    '{no} 缺每日跟踪记录，已记录在案，请补记。',
    '{no} 缺每日追蹤紀錄，已記錄在案，請補記。',
    'The daily tracking of {no} is missing; this is on record, please make it up.',
  ),
  'clock.assistanceDue': label(
    '{no} 的协办已到期未复。',
    '{no} 的協辦已到期未覆。',
    'The assistance for {no} is past its time and not answered.',
  ),
  'clock.taskDue': label(
    '交办事项“{title}”已到期未完成。',
    '交辦事項「{title}」已到期未完成。',
    'The assigned task "{title}" is past its time and not done.',
  ),
  'clock.undertakingDue': label(
    '{no} 结案时对客户的承诺已到期未落实。',
    '{no} 結案時對客戶的承諾已到期未落實。',
    'What was promised to the customer when {no} was closed is past its date and not carried out.',
  ),
  'clock.preventionDue': label(
    '{no} 的预防措施已到期未完成。',
    '{no} 的預防措施已到期未完成。',
    'A preventive action of {no} is past its time and not done.',
  ),
  'clock.preventionCheck': label(
    '{no} 的预防措施应检查效果。',
    '{no} 的預防措施應檢查效果。',
    'The effect of a preventive action of {no} is to be checked.',
  ),
  'clock.weeklyList': label(
    '超期未结案件 {breached} 件；本周未逐件报批的案件 {skipped} 件。{list}',
    '超期未結案件 {breached} 件；本週未逐件報批的案件 {skipped} 件。{list}',
    'Breached and open: {breached}. Cases of the week that skipped you: {skipped}. {list}',
  ),
  'clock.monthlyDrafted': label(
    '{period} 投诉统计表已生成草稿，请填写，10 日 24:00 前报送。',
    '{period} 投訴統計表已產生草稿，請填寫，10 日 24:00 前報送。',
    'The complaint table of {period} is drafted; fill it in and submit it by the end of day 10.',
  ),
  'clock.monthlyReminder': label(
    '{period} 投诉统计表尚未报送，期限为 10 日 24:00。',
    '{period} 投訴統計表尚未報送，期限為 10 日 24:00。',
    'The complaint table of {period} is not submitted yet; it is due by the end of day 10.',
  ),
  'clock.monthlyUnsent': label(
    '{period} 投诉统计表逾期未报送。',
    '{period} 投訴統計表逾期未報送。',
    'The complaint table of {period} was not submitted in time.',
  ),
} satisfies Record<string, Label>;
