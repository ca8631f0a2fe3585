import { label } from '@kehu/domain/catalogue/labels';
import { complaint } from '@kehu/domain/complaints/complaint';
import { customerReply, handlingOpinion, supervisorReview } from '@kehu/domain/complaints/documents';
import { isOurFault } from '@kehu/domain/complaints/fault';
import type { Values } from '../../../ui/form/KindInput';
import type { ActField } from './act-form';

/** Why a case was late, asked for while it is not said (D1.4). */
export const breachReasonField: ActField = {
  name: 'breachReason',
  kind: complaint,
  required: true,
  fits: (file) =>
    !file.breachReason && (file.breached === true || Date.parse(String(file.dueAt)) < Date.now()),
};

/**
 * What every closing asks for: why it was late, and where the fault is found not to be ours why there is
 * no measure. Where it is ours a measure is recorded before, which no reason replaces (R4.4).
 */
export const closing: readonly ActField[] = [
  breachReasonField,
  {
    name: 'noPreventionReason',
    kind: complaint,
    required: true,
    fits: (file) =>
      Boolean(file.conclusion) &&
      !isOurFault(file.conclusion) &&
      !file.noPreventionReason &&
      (file.preventiveActions ?? []).length === 0,
    phrases: [
      label(
        '非我方责任，无需预防措施。',
        '非我方責任，無須預防措施。',
        'Not our fault; no measure is needed.',
      ),
    ],
  },
];
export const reasonField = (phrases: ActField['phrases'] = []): ActField => ({
  name: 'reason',
  type: 'long',
  required: true,
  label: label('理由', '理由', 'Reason'),
  phrases,
});

export const agree = label('同意', '同意', 'Agree');
export const giveBack = label('退回', '退回', 'Return');
export const is =
  (name: string, ...codes: string[]) =>
  (values: Values) =>
    codes.includes(String(values[name]));

export const reviewPhrases = [
  label('同意，按此办理。', '同意，按此辦理。', 'Agreed; proceed accordingly.'),
  label('情况属实，同意上报。', '情況屬實，同意上報。', 'The facts hold; agreed to submit.'),
  label(
    '原因分析不够具体，请补充后再报。',
    '原因分析不夠具體，請補充後再報。',
    'Be more specific on the cause and submit again.',
  ),
  label('证据不足，请补充。', '證據不足，請補充。', 'Evidence is missing; please add it.'),
];
export const gmPhrases = [
  label('同意行政人事部意见。', '同意行政人事部意見。', 'I agree with HR.'),
  label(
    '同意，请抓紧办理，按期答复客户。',
    '同意，請抓緊辦理，按期答覆客戶。',
    'Agreed; be quick and reply in time.',
  ),
  label('请举一反三，防止再次发生。', '請舉一反三，防止再次發生。', 'Look wider and prevent recurrence.'),
  label(
    '责任认定不清，退回重新核实。',
    '責任認定不清，退回重新核實。',
    'Responsibility is unclear; check again.',
  ),
];

export function modeField(): ActField {
  return {
    name: 'mode',
    kind: customerReply,
    required: true,
    initial: () => 'ORAL',
    pick: [
      { value: 'ORAL', label: label('口头', '口頭', 'Oral') },
      { value: 'WRITTEN', label: label('书面', '書面', 'Written') },
    ],
  };
}

/** An oral reply says with whom and on which number; a written one is there as a document (R4.14). */
export function replyFields(): ActField[] {
  return [
    {
      name: 'talkedTo',
      kind: customerReply,
      required: true,
      when: is('mode', 'ORAL'),
      initial: (file) => plain(file.complainantName),
    },
    { name: 'phone', kind: customerReply, when: is('mode', 'ORAL') },
    {
      name: 'document',
      kind: customerReply,
      editor: 'file',
      when: is('mode', 'WRITTEN'),
      label: customerReply.fields.document.label,
    },
  ];
}

export function opinionFields(): ActField[] {
  return [
    { name: 'remedy', kind: handlingOpinion, required: true },
    {
      name: 'amount',
      kind: handlingOpinion,
      when: is(
        'remedy',
        'DISCOUNT',
        'REFUND_RETURN',
        'DAMAGES',
        'SERVICE_CREDIT',
        'REPLACEMENT',
        'EXCHANGE',
        'REPAIR',
      ),
    },
    { name: 'detail', kind: handlingOpinion, required: true },
    {
      name: 'executor',
      kind: handlingOpinion,
      choices: () => ({ status: 'ACTIVE' }),
      when: (values) => !is('remedy', 'NONE', 'EXPLAIN', '')(values),
    },
    {
      name: 'executeBy',
      kind: handlingOpinion,
      when: (values) => !is('remedy', 'NONE', 'EXPLAIN', '')(values),
    },
    { name: 'customerConditions', kind: handlingOpinion },
  ];
}

export function reviewFields(
  afterAgree: ReturnType<typeof label>,
  afterReturn: ReturnType<typeof label>,
): ActField[] {
  return [
    {
      name: 'result',
      kind: supervisorReview,
      required: true,
      pick: [
        { value: 'AGREE', label: agree, after: afterAgree },
        { value: 'RETURN', label: giveBack, after: afterReturn },
      ],
    },
    { name: 'opinion', kind: supervisorReview, required: is('result', 'RETURN'), phrases: reviewPhrases },
  ];
}

export function idOf(value: unknown): string {
  return String((value as { id?: unknown } | null | undefined)?.id ?? '');
}

/** A value that came masked is no suggestion. */
export function plain(value: unknown): string {
  return typeof value === 'string' && !/[*＊]/.test(value) ? value : '';
}
