import type { Kind } from '@kehu/domain/catalogue/kind';
import { complaint } from '@kehu/domain/complaints/complaint';
import {
  acceptanceRuling,
  assignmentOrder,
  customerReply,
  evidenceRuling,
  gmDecision,
  handlingOpinion,
  hrOpinion,
  investigationReport,
  storeAssessment,
  supervisorReview,
} from '@kehu/domain/complaints/documents';
import { attachment } from '@kehu/domain/platform/attachment';
import { day, momentIn } from '../../../ui/figures';
import { PageOf } from '../../../ui/print/A4Document';
import { type PrintPart, printFields, ruledFields, ruledRecords, ruledTable } from '../../../ui/print/parts';
import { signaturePart } from '../../../ui/print/SignatureRow';
import { type CaseFile, nameOf, type Row } from '../case/file';
import { eventsOf } from '../case/timeline';
import { cardParts, fields, type Printing, reportParts } from './parts';

interface Filed {
  readonly key: string;
  readonly name: string;
  readonly by: string;
  readonly at: unknown;
  readonly parts: readonly PrintPart[];
}

/** What the case is about, large and by itself in the upper half of the cover. */
function coverPart(subject: string): PrintPart {
  return {
    key: 'subject',
    widths: [100],
    plain: true,
    rows: [
      {
        key: 'subject',
        row: (
          <tr>
            <td style={{ textAlign: 'center', padding: '34mm 8mm 30mm', fontSize: '16pt', fontWeight: 700 }}>
              {subject}
            </td>
          </tr>
        ),
      },
    ],
  };
}

/** 案卷: cover, list of contents, then every document of the case in the order in which it came, and its course. */
export function dossierParts(p: Printing): PrintPart[] {
  const { file, t, language, rights } = p;
  const archive = `${String(file.no)}-${String(day(file.closedAt)).slice(0, 4)}`;
  const documents = filedDocuments(p);
  return [
    coverPart(String(file.subject ?? file.no)),
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
        ],
        file,
        rights,
        language,
      ),
    ]),
    signaturePart('filed', [t('signArchive'), t('signHr'), t('seal')]),
    {
      ...ruledTable(
        'contents',
        t('contents'),
        [
          { key: 'no', label: t('serial'), width: 9 },
          { key: 'name', label: t('fileName') },
          { key: 'by', label: t('signedBy'), width: 18 },
          { key: 'at', label: t('dated'), width: 17 },
          { key: 'page', label: t('pageNo'), width: 9, numeric: true },
          { key: 'remark', label: t('remark'), width: 12 },
        ],
        documents.map((each, index) => ({
          key: each.key,
          cells: [
            String(index + 1),
            each.name,
            each.by,
            day(each.at),
            <PageOf key="page" part={`${each.key}.${each.parts[0]?.key}`} />,
            '',
          ],
        })),
      ),
      fresh: true,
    },
    ...documents.flatMap((each, index) =>
      each.parts.map((part, at) => ({
        ...part,
        key: `${each.key}.${part.key}`,
        ...(at === 0 ? { heading: `${index + 1}　${each.name}`, fresh: index === 0 } : {}),
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
    ...each('rulings', acceptanceRuling, ['decision', 'by', 'at', 'reason'], 'by', 'at'),
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
              momentIn(new Date(event.at), p.zone),
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
