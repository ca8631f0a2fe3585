import { type Label, label } from '../catalogue/labels.js';

/** What people are told when a case moves; never a name or a number of the complainant. */
export const complaintActMessages = {
  'case.onYourDesk': label(
    '案件 {no}（{state}）待您办理：{act}。',
    '案件 {no}（{state}）待您辦理：{act}。',
    'Case {no} ({state}) waits for you: {act}.',
  ),
  'case.sampled': label(
    '简易程序案件 {no} 已结案，被抽中复查：请核对处理经过与答复。',
    '簡易程序案件 {no} 已結案，被抽中複查：請核對處理經過與答覆。',
    'Case {no} was closed by the simple procedure and is sampled: check how it was handled and answered.',
  ),
  'case.moved': label(
    '案件 {no}：{act}，现为“{state}”。',
    '案件 {no}：{act}，現為「{state}」。',
    'Case {no}: {act}; it is “{state}” now.',
  ),
  'case.undertaking': label(
    '案件 {no} 已结案，承诺客户的处理措施由您限期落实。',
    '案件 {no} 已結案，承諾客戶的處理措施由您限期落實。',
    'Case {no} is closed; what was promised to the customer is yours to carry out.',
  ),
  'case.severe': label(
    '严重投诉 {no} 已登记，请立即响应。',
    '嚴重投訴 {no} 已登記，請立即回應。',
    'Severe complaint {no} was registered; respond at once.',
  ),
  'case.overridden': label(
    '案件 {no}：总经理已改变裁定或指派，理由见案件。',
    '案件 {no}：總經理已改變裁定或指派，理由見案件。',
    'Case {no}: the general manager overrode a ruling or an assignment; the case says why.',
  ),
  'case.passedOn': label(
    '案件 {no} 已转给您办理。',
    '案件 {no} 已轉給您辦理。',
    'Case {no} was passed on to you.',
  ),
  'case.recalled': label(
    '案件 {no}：上一步已撤回，不再需要您办理。',
    '案件 {no}：上一步已撤回，不再需要您辦理。',
    'Case {no}: the last step was taken back; nothing is expected of you.',
  ),
  'case.cardCopy': label(
    '案件 {no} 的记录卡（{copy}）已发给您，请签收。',
    '案件 {no} 的紀錄卡（{copy}）已發給您，請簽收。',
    'A card copy ({copy}) of case {no} was sent to you; acknowledge it.',
  ),
} satisfies Record<string, Label>;
