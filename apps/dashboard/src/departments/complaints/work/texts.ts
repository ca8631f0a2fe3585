import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const myWorkTexts = {
  title: label('我的待办', '我的待辦', 'My to-do'),
  empty: label('没有等您办理的事项。', '沒有等您辦理的事項。', 'Nothing waits for you.'),
  caseKind: label('案件', '案件', 'Case'),
  help: label('协办', '協辦', 'Assistance'),
  given: label('交办', '交辦', 'Task'),
  verify: label('验收交办', '驗收交辦', 'To accept'),
  copy: label('签收', '簽收', 'To sign for'),
  compensation: label('赔偿审批', '賠償核准', 'Compensation'),
  payment: label('待付赔偿', '待付賠償', 'To be paid'),
  prevention: label('预防措施', '預防措施', 'Prevention'),
  urged: label('催办督办', '催辦督辦', 'Urged'),
  due: label('限 %{at}', '限 %{at}', 'by %{at}'),
  noDue: label('无期限', '無期限', 'no deadline'),
  came: label('%{ago}送达', '%{ago}送達', 'came %{ago}'),
  open: label('打开', '開啟', 'Open'),
} satisfies Texts;
