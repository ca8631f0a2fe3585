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
  rule: label('%{is}：%{what}', '%{is}：%{what}', '%{is}: %{what}'),
  evidence: label('执行情况', '執行情況', 'How it is kept'),
  kept: label(
    '办理 %{n} 次，按期 %{onTime}，超期 %{late}',
    '辦理 %{n} 次，按期 %{onTime}，超期 %{late}',
    '%{n} steps, %{onTime} on time, %{late} late',
  ),
  missing: label('应办未办 %{n}', '應辦未辦 %{n}', '%{n} missing entries'),
  last: label('最近一次超期 %{at}', '最近一次超期 %{at}', 'last breach %{at}'),
  records: label('%{label} %{n} 份', '%{label} %{n} 份', '%{label}: %{n}'),
  lateCases: label('超期的案件', '超期的案件', 'The late cases'),
  setOwn: label('补订条文', '補訂條文', 'Set the own text'),
  question: label('问：', '問：', 'Question:'),
  answer: label('答：', '答：', 'Answer:'),
  ask: label('询问本条', '詢問本條', 'Ask about it'),
  giveAnswer: label('解释', '解釋', 'Answer'),
  unanswered: label('待行政人事部解释', '待行政人事部解釋', 'HR and administration has not answered yet'),
  answerOnce: label(
    '解释作出后不能修改，提问人会收到消息。',
    '解釋作出後不能修改，提問人會收到訊息。',
    'An answer stands as given; whoever asked is told.',
  ),
  yourQuestion: label('问题', '問題', 'Question'),
  yourAnswer: label('解释', '解釋', 'Answer'),
  send: label('提交', '送出', 'Send'),
  cancel: label('取消', '取消', 'Cancel'),
  askedDone: label(
    '已提交，行政人事部会收到消息。',
    '已送出，行政人事部會收到訊息。',
    'Sent; HR and administration is told.',
  ),
  answeredDone: label('已解释。', '已解釋。', 'Answered.'),
  contents: label('条目', '條目', 'Articles'),
} satisfies Texts;
