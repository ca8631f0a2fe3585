import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const regulationTexts = {
  title: label('办法条款', '辦法條款', 'Regulations'),
  mended: label('校勘：%{note}', '校勘：%{note}', 'Mended: %{note}'),
  own: label('本公司条文（%{version}）', '本公司條文（%{version}）', "The company's own text (%{version})"),
  lost: label(
    '条文佚失；本公司可在此补订自己的条文。',
    '條文佚失；本公司可在此補訂自己的條文。',
    'The text is lost; the company may set its own here.',
  ),
  enforcedBy: label('由什么执行', '由什麼執行', 'Carried out by'),
  evidence: label('执行情况', '執行情況', 'How it is kept'),
  kept: label(
    '办理 %{n} 次，按期 %{onTime}，超期 %{late}',
    '辦理 %{n} 次，按期 %{onTime}，超期 %{late}',
    '%{n} steps, %{onTime} on time, %{late} late',
  ),
  missing: label('应办未办 %{n}', '應辦未辦 %{n}', '%{n} missing entries'),
  last: label('最近一次超期 %{at}', '最近一次超期 %{at}', 'last breach %{at}'),
  records: label('%{label} %{n} 份', '%{label} %{n} 份', '%{label}: %{n}'),
  contents: label('条目', '條目', 'Articles'),
} satisfies Texts;
