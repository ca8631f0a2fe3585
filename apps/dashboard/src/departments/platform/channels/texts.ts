import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const channelTexts = {
  mine: label('接收方式', '接收方式', 'How I am told'),
  mineHint: label(
    '通知总会出现在右上角的铃铛里。此外可以用下列方式发到系统外；外发的只有编号、事项、期限和链接，没有客户信息。',
    '通知一律出現在右上角的鈴鐺裡。此外可以用下列方式傳到系統外；外發的只有編號、事項、期限和連結，沒有客戶資料。',
    'Messages always stand under the bell. Besides, they can go out in these ways: number, act, deadline and link alone, nothing about customers.',
  ),
  times: label(
    '摘要在 %{digests} 发出；%{from} 至 %{until} 为安静时段，只发紧急消息。',
    '摘要在 %{digests} 發出；%{from} 至 %{until} 為安靜時段，只發緊急訊息。',
    'Digests go out at %{digests}. From %{from} to %{until} only what is urgent goes out.',
  ),
  timesLoud: label(
    '摘要在 %{digests} 发出；没有安静时段。',
    '摘要在 %{digests} 發出；沒有安靜時段。',
    'Digests go out at %{digests}. There are no quiet hours.',
  ),
  channel: label('外发方式', '外發方式', 'Ways out'),
  noAddress: label('还没有填写地址，收不到', '尚未填寫地址，收不到', 'no address yet, so nothing arrives'),
  fromFile: label('（员工档案）', '（員工檔案）', ' (staff file)'),
  group: label(
    '发到全群，由系统管理员设置',
    '傳送到全群，由系統管理員設定',
    'Speaks to a group; set up by the administrator',
  ),
  change: label('修改', '修改', 'Change'),
  changeTitle: label('%{channel}：接收方式', '%{channel}：接收方式', '%{channel}: how I am told'),
  saved: label(
    '已保存，下一条消息起生效。',
    '已儲存，下一則訊息起生效。',
    'Saved; it holds from the next message.',
  ),
  notSetUp: label('本单位尚未开通：%{names}', '本單位尚未開通：%{names}', 'Not set up here: %{names}'),
  noneSetUp: label(
    '本单位还没有开通任何外发方式，通知只在系统内显示。',
    '本單位還沒有開通任何外發方式，通知只在系統內顯示。',
    'No way out of the house is set up; messages stand here only.',
  ),
  people: label('员工接收方式', '員工接收方式', 'How people are told'),
  setFor: label('为员工设置', '為員工設定', 'Set for somebody'),
  deliveries: label('外发消息', '外發訊息', 'Messages sent out'),
  test: label('发送测试消息', '傳送測試訊息', 'Send a test'),
  testHint: label(
    '发给您自己；群机器人则发到群里。',
    '發給您自己；群機器人則發到群裡。',
    'To yourself; by a robot into its group.',
  ),
  tested: label(
    '测试消息已排队，结果见下表。',
    '測試訊息已排入，結果見下表。',
    'Queued; the table shows how it went.',
  ),
  retry: label('重发', '重送', 'Send again'),
  retrySure: label('重新发送这条消息？', '重新傳送這則訊息？', 'Send this message again?'),
  retried: label('已重新排队。', '已重新排入。', 'Queued again.'),
} satisfies Texts;
