import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Language } from '@kehu/domain/catalogue/labels';
import { complaint, complaintDemand } from '@kehu/domain/complaints/complaint';
import {
  acceptanceRuling,
  assignmentOrder,
  customerReply,
  evidenceRuling,
  gmDecision,
  handlingOpinion,
  hrOpinion,
  investigationItem,
  investigationReport,
  responsiblePerson,
  storeAssessment,
  supervisorReview,
} from '@kehu/domain/complaints/documents';
import { attachment } from '@kehu/domain/platform/attachment';
import type { useTexts } from '../../../app/texts';
import type { Rights } from '../../../data/rights';
import { day } from '../../../ui/figures';
import {
  type PrintPart,
  printFields,
  printText,
  ruledFields,
  ruledRecords,
  ruledTable,
} from '../../../ui/print/parts';
import { signaturePart } from '../../../ui/print/SignatureRow';
import { textOf } from '../../../ui/Value';
import { type CaseFile, latest, nameOf, type Row } from '../case/file';
import { eventsOf } from '../case/timeline';
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
}

export type PrintedDocument = 'card' | 'report' | 'reply' | 'ruling' | 'notice' | 'evidence' | 'dossier';

const fields = (
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
  const items = (row.items ?? []) as readonly Row[];
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
            ['staff', 'externalName', 'department', 'responsibility', 'share'],
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

/** The reply as a letter to the customer (R4.14). */
export function replyParts(p: Printing): PrintPart[] {
  const row = chosen(
    p,
    p.file.replies?.filter((each) => each.kind === 'FINAL' || each.kind === 'NOT_ACCEPTED'),
  );
  if (!row) return [];
  const name = typeof p.file.complainantName === 'string' ? p.file.complainantName : p.t('customer');
  return [
    printText('dear', undefined, p.t('dear', { name })),
    printText('content', undefined, String(row.content ?? '')),
    signaturePart('signatures', [p.t('signService'), p.t('seal')]),
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
    ['decision', 'override', 'by', 'onBehalfOf', 'at', 'reason'],
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

interface Filed {
  readonly key: string;
  readonly name: string;
  readonly by: string;
  readonly at: unknown;
  readonly parts: readonly PrintPart[];
}

/** 案卷: cover, list of contents, then every document of the case in the order in which it came, and its course. */
export function dossierParts(p: Printing): PrintPart[] {
  const { file, t, language, rights } = p;
  const archive = `${String(file.no)}-${String(day(file.closedAt)).slice(0, 4)}`;
  const documents = filedDocuments(p);
  return [
    ruledFields('cover', undefined, [
      { key: 'archive', label: t('archiveNo'), value: archive },
      { key: 'retention', label: t('retention'), value: '' },
      ...printFields(
        complaint,
        [
          'no',
          'acceptNo',
          'complainantName',
          'category',
          'severity',
          'receivedAt',
          'closedAt',
          'closeReason',
          'handlingDepartment',
          'owner',
          'subject',
        ],
        file,
        rights,
        language,
      ),
    ]),
    ruledTable(
      'contents',
      t('contents'),
      [
        { key: 'no', label: t('serial'), width: 9 },
        { key: 'name', label: t('fileName') },
        { key: 'by', label: t('signedBy'), width: 20 },
        { key: 'at', label: t('dated'), width: 17 },
        { key: 'remark', label: t('remark'), width: 15 },
      ],
      documents.map((each, index) => ({
        key: each.key,
        cells: [String(index + 1), each.name, each.by, day(each.at), ''],
      })),
    ),
    signaturePart('filed', [t('signArchive'), t('signHr'), t('seal')]),
    ...documents.flatMap((each, index) =>
      each.parts.map((part, at) => ({
        ...part,
        key: `${each.key}.${part.key}`,
        ...(at === 0 ? { heading: `${index + 1}　${each.name}` } : {}),
      })),
    ),
  ];
}

function filedDocuments(p: Printing): readonly Filed[] {
  const { file, t, language, rights } = p;
  const each = (
    name: keyof CaseFile & string,
    kind: Kind,
    names: readonly string[],
    by: string,
    at: string,
  ): readonly Filed[] =>
    ((file as unknown as Record<string, readonly Row[] | undefined>)[name] ?? []).map((row) => ({
      key: `${name}${row.id}`,
      name: kind.label[language],
      by: nameOf(row[by]),
      at: row[at],
      parts: [fields(p, 'text', undefined, kind, names, row)],
    }));
  const dated = [
    ...each('assessments', storeAssessment, ['result', 'by', 'at', 'reason'], 'by', 'at'),
    ...each('rulings', acceptanceRuling, ['decision', 'override', 'by', 'at', 'reason'], 'by', 'at'),
    ...each('assignments', assignmentOrder, ['department', 'handler', 'by', 'at', 'instruction'], 'by', 'at'),
    ...(file.reports ?? []).map((row) => ({
      key: `reports${row.id}`,
      name: `${investigationReport.label[language]}（${String(row.reportVersion)}）`,
      by: nameOf(row.author),
      at: row.signedAt,
      parts: reportParts({ ...p, of: row.id }).slice(1, -1),
    })),
    ...each('supervisorReviews', supervisorReview, ['step', 'result', 'by', 'at', 'opinion'], 'by', 'at'),
    ...each('hrOpinions', hrOpinion, ['result', 'by', 'at', 'opinion'], 'by', 'at'),
    ...each('gmDecisions', gmDecision, ['result', 'by', 'at', 'decision'], 'by', 'at'),
    ...each(
      'opinions',
      handlingOpinion,
      ['remedy', 'amount', 'executor', 'executeBy', 'author', 'signedAt', 'detail'],
      'author',
      'signedAt',
    ),
    ...each('evidenceRulings', evidenceRuling, ['by', 'at', 'matter', 'evidence', 'ruling'], 'by', 'at'),
    ...each(
      'replies',
      customerReply,
      ['kind', 'mode', 'by', 'at', 'talkedTo', 'response', 'content', 'rejectionReason'],
      'by',
      'at',
    ),
  ].sort((a, b) => String(a.at ?? '').localeCompare(String(b.at ?? '')));
  const course = eventsOf(file, language, p.words).filter((event) => event.group !== 'files');
  const files = file.attachments ?? [];
  return [
    {
      key: 'card',
      name: t('card'),
      by: nameOf(file.receivedBy),
      at: file.receivedAt,
      parts: cardParts(p).slice(0, -1),
    },
    ...dated,
    {
      key: 'process',
      name: t('process'),
      by: '',
      at: file.closedAt,
      parts: [
        ruledTable(
          'process',
          undefined,
          [
            { key: 'at', label: t('when'), width: 20 },
            { key: 'act', label: t('act') },
            { key: 'who', label: t('who'), width: 18 },
          ],
          course.map((event) => ({
            key: event.key,
            cells: [
              event.at.slice(0, 16).replace('T', ' '),
              [event.head, event.text].filter(Boolean).join('\n'),
              event.who,
            ],
          })),
        ),
      ],
    },
    ...(files.length > 0
      ? [
          {
            key: 'attachments',
            name: t('attachments'),
            by: '',
            at: file.closedAt,
            parts: [
              ruledRecords(
                'files',
                undefined,
                attachment,
                ['fileName', 'uploadedBy', 'uploadedAt', 'sha256'],
                files,
                rights,
                language,
                { sha256: 36 },
              ),
            ],
          },
        ]
      : []),
  ];
}
