import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const oversightTexts = {
  title: label('督办台账', '督辦台帳', 'Supervision ledger'),
  open: label('在办及承诺未落实 %{n} 件', '在辦及承諾未落實 %{n} 件', '%{n} open or promised'),
  no: label('编号、主题', '編號、主題', 'Case'),
  stand: label('状态与期限', '狀態與期限', 'State and deadline'),
  desk: label('在谁手里', '在誰手裡', 'Whose desk'),
  days: label('停留', '停留', 'There for'),
  urges: label('催办、督办', '催辦、督辦', 'Urged, supervised'),
  undone: label('未落实', '未落實', 'Not carried out'),
  acts: label('办理', '辦理', 'Acts'),
  urge: label('催办', '催辦', 'Urge'),
  supervise: label('督办', '督辦', 'Supervise'),
  urgeWords: label('请尽快办理。', '請儘快辦理。', 'Please act on this case soon.'),
  superviseWords: label(
    '请说明进展和完成时间。',
    '請說明進展和完成時間。',
    'Please say how it stands and when it will be done.',
  ),
  urged: label('已催办 %{no}。', '已催辦 %{no}。', '%{no}: urged.'),
  supervised: label(
    '已督办 %{no}，等待回应。',
    '已督辦 %{no}，等待回應。',
    '%{no}: supervised; an answer is due.',
  ),
  urgedTimes: label('催办 %{n} 次', '催辦 %{n} 次', 'urged %{n}×'),
  supervisedTimes: label('督办 %{n} 次', '督辦 %{n} 次', 'supervised %{n}×'),
  unanswered: label('%{n} 次未回应', '%{n} 次未回應', '%{n} unanswered'),
  promises: label('对客户的承诺 %{n} 项', '對客戶的承諾 %{n} 項', '%{n} promised to the customer'),
  remedies: label('赔偿 %{n} 项', '賠償 %{n} 項', '%{n} remedies'),
  measures: label('预防措施 %{n} 项', '預防措施 %{n} 項', '%{n} measures'),
  overdue: label('其中 %{n} 项已到期', '其中 %{n} 項已到期', '%{n} of them overdue'),
  more: label('再显示 %{n} 件', '再顯示 %{n} 件', 'Show %{n} more'),
  print: label('打印', '列印', 'Print'),
  nobody: label('无人', '無人', 'nobody'),
  empty: label('没有在办的案件。', '沒有在辦的案件。', 'No open case.'),
} satisfies Texts;
