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
  readonly customerType: string;
  readonly description: string;
  readonly subject: string;
  readonly category: string;
  readonly severity: string;
  readonly severityReason: string;
  readonly demands: readonly string[];
  readonly requestedAmount: string;
  readonly channel: string;
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
}

export const nothingYet: Registering = {
  who: 'KNOWN',
  customer: null,
  complainantName: '',
  complainantPhone: '',
  customerType: 'CONSUMER',
  description: '',
  subject: '',
  category: '',
  severity: 'GENERAL',
  severityReason: '',
  demands: [],
  requestedAmount: '',
  channel: 'PHONE',
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
};

/** Channels that bring a number and often a deadline of their own. */
export const outsideChannels: ReadonlySet<string> = new Set([
  'HOTLINE_12315',
  'HOTLINE_12345',
  'PLATFORM',
  'CONSUMER_ASSOCIATION',
  'MEDIA',
]);

export type RegisteringProblem = 'needCustomer' | 'needDemand' | 'required' | 'notNumber';

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
  if (values.requestedAmount.trim() !== '' && !/^\d+(\.\d{1,2})?$/.test(values.requestedAmount.trim()))
    problems.requestedAmount = 'notNumber';
  if (values.severity === 'SEVERE' && values.severityReason.trim() === '')
    problems.severityReason = 'required';
  return problems;
}

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
  return filled({
    anonymous: values.who === 'ANONYMOUS',
    customerId: values.who === 'KNOWN' ? (values.customer?.id ?? '') : '',
    complainantName: values.who === 'ANONYMOUS' ? '' : values.complainantName.trim(),
    complainantPhone: values.who === 'ANONYMOUS' ? '' : values.complainantPhone.trim(),
    subject: subjectOf(values),
    description: values.description.trim(),
    category: values.category,
    severity: values.severity,
    severityReason: values.severityReason.trim(),
    requestedAmount: values.requestedAmount.trim(),
    channel: values.channel,
    outsideNo: outside ? values.outsideNo.trim() : '',
    outsideDueAt: outside ? values.outsideDueAt : '',
    storeId: values.storeId,
    productId: values.productId,
    orderId: values.orderId || (values.customer?.orderId ?? ''),
    batchNo: values.batchNo.trim(),
    receiptNo: values.receiptNo.trim() || (values.customer?.receiptNo ?? ''),
    complainedDepartmentId: values.complainedDepartmentId,
    complainedStaffId: values.complainedStaffId,
    demands: values.demands.map((type) => ({ type })),
    fileIds: values.files.map((file) => file.id),
  });
}
