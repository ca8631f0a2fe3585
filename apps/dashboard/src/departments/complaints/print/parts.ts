import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Language } from '@kehu/domain/catalogue/labels';
import { complaint, complaintDemand } from '@kehu/domain/complaints/complaint';
import {
  acceptanceRuling,
  assignmentOrder,
  customerReply,
  evidenceRuling,
  handlingOpinion,
  investigationItem,
  investigationReport,
  responsiblePerson,
  storeAssessment,
} from '@kehu/domain/complaints/documents';
import type { useTexts } from '../../../app/texts';
import type { Rights } from '../../../data/rights';
import { day } from '../../../ui/figures';
import { type PrintPart, printFields, printText, ruledFields, ruledRecords } from '../../../ui/print/parts';
import { signaturePart } from '../../../ui/print/SignatureRow';
import { textOf } from '../../../ui/Value';
import { type CaseFile, latest, type Row } from '../case/file';
import { filledNames, inOrder } from '../case/report-rows';
import type { casePrintTexts } from './texts';

/** What the parts of a printed document are made from. */
export interface Printing {
  readonly file: CaseFile;
  readonly rights: Rights;
  readonly language: Language;
  readonly t: ReturnType<typeof useTexts<typeof casePrintTexts>>;
  readonly words: (act: string) => string;
  /** The record that is printed; the latest unless the address names one. */
  readonly of: string | null;
  /** Whose letter it is. */
  readonly organisation: string;
  readonly zone: string;
}

export type PrintedDocument = 'card' | 'report' | 'reply' | 'ruling' | 'notice' | 'evidence' | 'dossier';

/** The fields of one record as a ruled form. */
export const fields = (
  p: Printing,
  key: string,
  heading: string | undefined,
  kind: Kind,
  names: readonly string[],
  row: Row,
) => ruledFields(key, heading, printFields(kind, names, row, p.rights, p.language));

const chosen = (p: Printing, rows: readonly Row[] | undefined): Row | undefined =>
  rows?.find((row) => row.id === p.of) ?? latest(rows);

/** The record card with the data of R4.15: customer, demand, time of acceptance, number, opinion of the department. */
export function cardParts(p: Printing): PrintPart[] {
  const { file, t, language } = p;
  const demands = (file.demands ?? [])
    .map((row) =>
      [textOf(complaintDemand.fields.type, row.type, language), row.detail].filter(Boolean).join('：'),
    )
    .join('、');
  const [main = [], rest = []] = [
    printFields(
      complaint,
      [
        'no',
        'acceptNo',
        'receivedAt',
        'acceptedAt',
        'complainantName',
        'complainantPhone',
        'customer',
        'store',
        'channel',
        'category',
        'severity',
      ],
      file,
      p.rights,
      language,
    ),
    printFields(
      complaint,
      [
        'requestedAmount',
        'product',
        'batchNo',
        'order',
        'receiptNo',
        'complainedDepartment',
        'complainedStaff',
        'subject',
        'description',
      ],
      file,
      p.rights,
      language,
    ),
  ];
  const ruling = latest(file.rulings);
  const assessment = latest(file.assessments);
  const order = latest(file.assignments);
  const opinion = latest(file.opinions);
  const reply = latest(file.replies?.filter((row) => row.kind === 'FINAL' || row.kind === 'NOT_ACCEPTED'));
  return [
    ruledFields('basic', t('basic'), [
      ...main,
      { key: 'demands', label: t('demands'), value: demands, wide: true },
      ...rest,
    ]),
    ruledFields('acceptance', t('acceptance'), [
      ...(assessment
        ? printFields(storeAssessment, ['result', 'by', 'reason'], assessment, p.rights, language)
        : []),
      ...(ruling
        ? printFields(acceptanceRuling, ['decision', 'by', 'at', 'reason'], ruling, p.rights, language)
        : []),
      ...(order
        ? printFields(assignmentOrder, ['department', 'handler', 'instruction'], order, p.rights, language)
        : []),
    ]),
    opinion
      ? fields(
          p,
          'handling',
          t('handling'),
          handlingOpinion,
          ['remedy', 'amount', 'executor', 'executeBy', 'detail'],
          opinion,
        )
      : ruledFields('handling', t('handling'), [
          { key: 'none', label: handlingOpinion.fields.detail.label[language], value: '\n\n', wide: true },
        ]),
    ...(reply
      ? [
          fields(
            p,
            'replies',
            t('replies'),
            customerReply,
            ['kind', 'mode', 'by', 'at', 'content', 'response'],
            reply,
          ),
        ]
      : []),
    signaturePart('signatures', [t('signRegistered'), t('signSupervisor'), t('signService')]),
  ];
}

/** The investigation report with its five parts (R4.17) and the six heads (R4.10). */
export function reportParts(p: Printing): PrintPart[] {
  const row = chosen(p, p.file.reports);
  if (!row) return [];
  const items = inOrder((row.items ?? []) as readonly Row[]);
  const persons = (row.responsiblePersons ?? []) as readonly Row[];
  const { t, rights, language } = p;
  return [
    fields(
      p,
      'case',
      undefined,
      complaint,
      ['no', 'category', 'receivedAt', 'handlingDepartment', 'subject'],
      p.file,
    ),
    ...(items.length > 0
      ? [
          ruledRecords(
            'items',
            t('items'),
            investigationItem,
            ['head', 'method', 'finding'],
            items,
            rights,
            language,
            { head: 24, method: 14 },
          ),
        ]
      : []),
    fields(p, 'report', undefined, investigationReport, ['cause', 'course'], row),
    ...(persons.length > 0
      ? [
          ruledRecords(
            'persons',
            t('responsible'),
            responsiblePerson,
            filledNames(['staff', 'externalName', 'department', 'responsibility', 'share'], persons),
            persons,
            rights,
            language,
          ),
        ]
      : []),
    fields(
      p,
      'findings',
      undefined,
      investigationReport,
      [
        'conclusion',
        'reportVersion',
        'conclusionText',
        'countermeasures',
        'preventiveMeasures',
        'originalComplaint',
        'author',
        'signedAt',
      ],
      row,
    ),
    signaturePart('signatures', [t('signHandler'), t('signDepartment'), t('signHr')]),
  ];
}

/** A day as a Chinese letter is dated. */
function writtenDay(at: unknown, language: Language): string {
  const [year, month, date] = day(at).split('-').map(Number);
  return language === 'en' || !date ? day(at) : `${year}年${month}月${date}日`;
}

/** The reply as a letter to the customer (R4.14). */
export function replyParts(p: Printing): PrintPart[] {
  const row = chosen(
    p,
    p.file.replies?.filter((each) => each.kind === 'FINAL' || each.kind === 'NOT_ACCEPTED'),
  );
  if (!row) return [];
  const name = typeof p.file.complainantName === 'string' ? p.file.complainantName : p.t('customer');
  return [
    printText('dear', undefined, p.t('dear', { name }), 'opening'),
    printText('content', undefined, String(row.content ?? '')),
    printText('closing', undefined, p.t('regards')),
    printText(
      'signed',
      undefined,
      [p.organisation, p.t('signService'), writtenDay(row.at, p.language), p.t('seal')]
        .filter(Boolean)
        .join('\n'),
      'closing',
    ),
  ];
}

const single = (
  p: Printing,
  kind: Kind,
  rows: readonly Row[] | undefined,
  names: readonly string[],
  signers: readonly string[],
): PrintPart[] => {
  const row = chosen(p, rows);
  if (!row) return [];
  return [
    fields(
      p,
      'case',
      undefined,
      complaint,
      ['no', 'acceptNo', 'complainantName', 'receivedAt', 'category', 'severity', 'subject', 'description'],
      p.file,
    ),
    fields(p, 'document', undefined, kind, names, row),
    signaturePart('signatures', signers),
  ];
};

export const rulingParts = (p: Printing): PrintPart[] =>
  single(
    p,
    acceptanceRuling,
    p.file.rulings,
    ['decision', 'by', 'onBehalfOf', 'at', 'reason'],
    [p.t('signSupervisor'), p.t('seal')],
  );

export const noticeParts = (p: Printing): PrintPart[] =>
  single(
    p,
    assignmentOrder,
    p.file.assignments,
    ['department', 'handler', 'by', 'at', 'dueAt', 'seenAt', 'instruction'],
    [p.t('signHr'), p.t('signDepartment')],
  );

export const evidenceParts = (p: Printing): PrintPart[] =>
  single(
    p,
    evidenceRuling,
    p.file.evidenceRulings,
    ['by', 'at', 'matter', 'evidence', 'ruling'],
    [p.t('signService'), p.t('seal')],
  );
