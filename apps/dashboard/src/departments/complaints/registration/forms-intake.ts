import { label } from '@kehu/domain/catalogue/labels';
import { complaintIntake } from '@kehu/domain/complaints/complaint';
import type { ActForm } from '../case/act-form';
import { outsideChannels } from './values';

const fromOutside = (values: Readonly<Record<string, unknown>>) =>
  outsideChannels.has(String(values.channel ?? ''));

/** The act of the intake on a case that is known already: the same matter came in once more (F38). */
export const intakeForms: readonly ActForm[] = [
  {
    act: 'addComplaintIntake',
    label: label('补登来源', '補登來源', 'Add a further intake'),
    about: label(
      '同一件事又从别处来：12345 转办、客户再次来电等。记入本案，不另立案；最早的收到时间和最严的期限为准。',
      '同一件事又從別處來：12345 轉辦、客戶再次來電等。記入本案，不另立案；最早的收到時間和最嚴的期限為準。',
      'The same matter came in once more: passed on by 12345, the customer called again. It goes to this case; the earliest receipt and the strictest deadline count.',
    ),
    versionless: true,
    fields: [
      { name: 'channel', kind: complaintIntake, required: true },
      {
        name: 'receivedAt',
        kind: complaintIntake,
        required: false,
        hint: label('留空即现在', '留空即現在', 'Left empty: now'),
      },
      { name: 'outsideNo', kind: complaintIntake, when: fromOutside },
      { name: 'outsideDueAt', kind: complaintIntake, when: fromOutside },
      { name: 'note', kind: complaintIntake },
      {
        name: 'files',
        as: 'fileIds',
        editor: 'files',
        label: label('凭证', '憑證', 'Evidence'),
      },
    ],
  },
];
