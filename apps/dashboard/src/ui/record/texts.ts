import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

export const recordTexts = {
  acts: label('操作', '操作', 'Acts'),
  edit: label('修改', '修改', 'Edit'),
  cancel: label('取消', '取消', 'Cancel'),
  close: label('关闭', '關閉', 'Close'),
  none: label('无', '無', 'None'),
  nothing: label('暂无。', '暫無。', 'None yet.'),
  loading: label('正在读取…', '讀取中…', 'Loading…'),
  showAll: label('查看全部 %{n} 条', '檢視全部 %{n} 筆', 'Show all %{n}'),
  reveal: label('查看完整号码', '檢視完整號碼', 'Show in full'),
  revealTitle: label('查看完整号码', '檢視完整號碼', 'Show in full'),
  revealHint: label(
    '此次查看将记入客户档案的查看记录。',
    '此次檢視將記入客戶檔案的檢視紀錄。',
    "This look is entered in the log on the customer's file.",
  ),
  reason: label('理由', '理由', 'Reason'),
  show: label('查看', '檢視', 'Show'),
  hidesAgain: label('离开本页后重新隐藏。', '離開本頁後重新隱藏。', 'Hidden again when you leave the page.'),
  reasonCall: label('联系客户：到期联系 %{due}', '聯絡客戶：到期聯絡 %{due}', 'Contact due on %{due}'),
  reasonOrder: label('办理订单 %{no}', '辦理訂單 %{no}', 'Work on order %{no}'),
  reasonVisit: label('接待来访 %{at}', '接待來訪 %{at}', 'Visit on %{at}'),
  reasonContact: label('联系客户', '聯絡客戶', 'Contact the customer'),
  whoSees: label('谁能看到', '誰能看到', 'Who can see this'),
  whoSeesHint: label(
    '按现行授权，以下人员能看到此记录：',
    '依現行授權，以下人員能看到此紀錄：',
    'By the grants in force, these people can see this record:',
  ),
  history: label('操作记录', '操作紀錄', 'Audit trail'),
  before: label('修改前', '修改前', 'Before'),
  after: label('修改后', '修改後', 'After'),
  table: label('数据表', '資料表', 'Table'),
  chart: label('图', '圖表', 'Chart'),
} satisfies Texts;
