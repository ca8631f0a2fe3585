import { isFeedbackOnly } from '@kehu/domain/complaints/procedures';
import type { SevereTrigger } from '@kehu/domain/complaints/severe-triggers';
import type { DemandType } from '@kehu/domain/complaints/vocabularies';
import type { SentFile } from '../case/files';

/** The customer that was found: a card with just what tells him from others. */
export interface FoundCustomer {
  readonly id: string;
  readonly name: string;
  readonly customerNo: string;
  readonly phone: string;
  readonly storeName: string;
  /** The receipt or order by which he was found. */
  readonly orderId?: string | undefined;
  readonly orderNo?: string | undefined;
  readonly receiptNo?: string | undefined;
}

export type Complainant = 'KNOWN' | 'NEW' | 'ANONYMOUS';

/** What stands in the form of a registration. */
export interface Registering {
  readonly who: Complainant;
  readonly customer: FoundCustomer | null;
  readonly complainantName: string;
  readonly complainantPhone: string;
  readonly representedBy: string;
  readonly description: string;
  readonly subject: string;
  readonly category: string;
  readonly subcategory: string;
  readonly severity: string;
  readonly severityReason: string;
  /** What makes it severe. */
  readonly triggers: readonly SevereTrigger[];
  readonly demands: readonly string[];
  readonly otherDemand: string;
  readonly requestedAmount: string;
  readonly channel: string;
  /** When it came in, if that was earlier; typed, in the organisation's zone. */
  readonly receivedAt: string;
  readonly note: string;
  readonly outsideNo: string;
  readonly outsideDueAt: string;
  readonly storeId: string;
  readonly productId: string;
  readonly orderId: string;
  readonly batchNo: string;
  readonly receiptNo: string;
  readonly complainedDepartmentId: string;
  readonly complainedStaffId: string;
  readonly files: readonly SentFile[];
  /** Ids of the files that are the original complaint 投诉原件: the letter, the recording. */
  readonly originals: readonly string[];
  readonly settledOnSpot: boolean;
  readonly settledText: string;
  readonly settledType: string;
  readonly settledAmount: string;
}

export const nothingYet: Registering = {
  who: 'KNOWN',
  customer: null,
  complainantName: '',
  complainantPhone: '',
  representedBy: '',
  description: '',
  subject: '',
  category: '',
  subcategory: '',
  severity: 'GENERAL',
  severityReason: '',
  triggers: [],
  demands: [],
  otherDemand: '',
  requestedAmount: '',
  channel: 'PHONE',
  receivedAt: '',
  note: '',
  outsideNo: '',
  outsideDueAt: '',
  storeId: '',
  productId: '',
  orderId: '',
  batchNo: '',
  receiptNo: '',
  complainedDepartmentId: '',
  complainedStaffId: '',
  files: [],
  originals: [],
  settledOnSpot: false,
  settledText: '',
  settledType: 'DISCOUNT',
  settledAmount: '',
};

/** Channels that bring a number and often a deadline of their own. */
export const outsideChannels: ReadonlySet<string> = new Set([
  'HOTLINE_12315',
  'HOTLINE_12345',
  'PLATFORM',
  'CONSUMER_ASSOCIATION',
  'MEDIA',
]);

export type RegisteringProblem = 'needCustomer' | 'needDemand' | 'required' | 'notNumber' | 'onlyFeedback';

const amount = /^\d+(\.\d{1,2})?$/;

/** Settled on the spot is only what is general (R1.5). */
export const isSettled = (values: Registering): boolean =>
  values.settledOnSpot && values.severity === 'GENERAL';

/** A suggestion that asks for nothing and complains about nobody: feedback, and no case (R4.2). */
export function isOnlyFeedback(values: Registering): boolean {
  return (
    values.demands.length > 0 &&
    isFeedbackOnly({
      demands: values.demands as readonly DemandType[],
      category: values.category,
      complainsAboutSomebody: values.complainedDepartmentId !== '' || values.complainedStaffId !== '',
    })
  );
}

/** What is wrong before the server is asked, by field. */
export function problemsOf(
  values: Registering,
): Readonly<Partial<Record<keyof Registering, RegisteringProblem>>> {
  const problems: Partial<Record<keyof Registering, RegisteringProblem>> = {};
  if (values.who === 'KNOWN' && !values.customer) problems.customer = 'needCustomer';
  if (values.who === 'NEW' && values.complainantName.trim() === '') problems.complainantName = 'required';
  if (values.description.trim() === '') problems.description = 'required';
  if (values.category === '') problems.category = 'required';
  if (values.demands.length === 0) problems.demands = 'needDemand';
  else if (isOnlyFeedback(values)) problems.demands = 'onlyFeedback';
  if (!isAmount(values.requestedAmount)) problems.requestedAmount = 'notNumber';
  if (isSettled(values)) {
    if (values.settledText.trim() === '') problems.settledText = 'required';
    if (!isAmount(values.settledAmount)) problems.settledAmount = 'notNumber';
  }
  if (values.severity === 'SEVERE' && values.severityReason.trim() === '')
    problems.severityReason = 'required';
  return problems;
}

const isAmount = (text: string): boolean => text.trim() === '' || amount.test(text.trim());

/** The subject when none was typed: the first sentence, at most forty characters. */
export function subjectOf({ subject, description }: Registering): string {
  if (subject.trim()) return subject.trim();
  const [sentence = ''] = description.trim().split(/[。！？!?\n]/);
  const letters = [...sentence.trim()];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : letters.join('');
}

const filled = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null));

/** The input of the act that registers. */
export function registrationInput(values: Registering): Record<string, unknown> {
  const outside = outsideChannels.has(values.channel);
  const known = values.who !== 'ANONYMOUS';
  return {
    ...filled({
      anonymous: values.who === 'ANONYMOUS',
      customerId: values.who === 'KNOWN' ? (values.customer?.id ?? '') : '',
      complainantName: known ? values.complainantName.trim() : '',
      complainantPhone: known ? values.complainantPhone.trim() : '',
      representedBy: known ? values.representedBy.trim() : '',
      subject: subjectOf(values),
      description: values.description.trim(),
      category: values.category,
      subcategory: values.subcategory.trim(),
      severity: values.severity,
      severityReason: values.severityReason.trim(),
      triggers: values.severity === 'SEVERE' && values.triggers.length > 0 ? values.triggers : null,
      requestedAmount: values.requestedAmount.trim(),
      channel: values.channel,
      receivedAt: values.receivedAt,
      note: values.note.trim(),
      outsideNo: outside ? values.outsideNo.trim() : '',
      outsideDueAt: outside ? values.outsideDueAt : '',
      storeId: values.storeId,
      productId: values.productId,
      orderId: values.orderId || (values.customer?.orderId ?? ''),
      batchNo: values.batchNo.trim(),
      receiptNo: values.receiptNo.trim() || (values.customer?.receiptNo ?? ''),
      complainedDepartmentId: values.complainedDepartmentId,
      complainedStaffId: values.complainedStaffId,
      demands: values.demands.map((type) =>
        type === 'OTHER' && values.otherDemand.trim()
          ? { type, detail: values.otherDemand.trim() }
          : { type },
      ),
      fileIds: idsOf(values, false),
      originalFileIds: idsOf(values, true),
    }),
    ...(isSettled(values)
      ? filled({
          settledOnSpot: true,
          settledText: values.settledText.trim(),
          settledAmount: values.settledAmount.trim(),
          settledType: values.settledAmount.trim() ? values.settledType : '',
        })
      : {}),
  };
}

/** The files that are the original complaint, or the others. */
function idsOf({ files, originals }: Registering, original: boolean): string[] {
  return files.map(({ id }) => id).filter((id) => originals.includes(id) === original);
}

/** The input of the act that adds what is typed to a case that is known already (F38). */
export function intakeInput(id: string, values: Registering): Record<string, unknown> {
  const outside = outsideChannels.has(values.channel);
  const note = [values.note.trim(), values.description.trim()].filter(Boolean).join('\n');
  return filled({
    id,
    channel: values.channel,
    receivedAt: values.receivedAt,
    outsideNo: outside ? values.outsideNo.trim() : '',
    outsideDueAt: outside ? values.outsideDueAt : '',
    note: [...note].slice(0, 1000).join(''),
    fileIds: values.files.map((file) => file.id),
  });
}
