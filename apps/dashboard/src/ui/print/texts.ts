import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

export const printTexts = {
  print: label('打印', '列印', 'Print'),
  back: label('返回', '返回', 'Back'),
  number: label('编号：%{no}', '編號：%{no}', 'No. %{no}'),
  date: label('日期：%{date}', '日期：%{date}', 'Date: %{date}'),
  page: label('第 %{page} 页　共 %{pages} 页', '第 %{page} 頁　共 %{pages} 頁', 'Page %{page} of %{pages}'),
  sheet: label('第 %{page} 页', '第 %{page} 頁', 'Page %{page}'),
  signed: label('签字：', '簽名：', 'Signed:'),
  day: label('年　　月　　日', '年　　月　　日', 'Date:'),
  printedBy: label(
    '打印人：%{name}　%{at}　内容按打印人权限脱敏',
    '列印人：%{name}　%{at}　內容依列印人權限遮罩',
    'Printed by %{name}, %{at}; masked by the reader’s rights',
  ),
  none: label('（无）', '（無）', '(none)'),
} satisfies Texts;
