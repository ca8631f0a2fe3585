import type { Kind } from '@kehu/domain/catalogue/kind';
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
import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useNotify } from 'react-admin';
import { useSay, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { Lines, Quiet } from '../../../ui/record/Lines';
import { type CaseFile, nameOf, type Row } from './file';
import { filledNames, inOrder } from './report-rows';
import { caseTexts } from './texts';

/** A document of the case: from which list, what it shows, who signed it when, and how it prints. */
interface DocumentSort {
  readonly part: keyof CaseFile & string;
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly version?: string;
  readonly print?: string;
  /** Only such records are documents of this sort. */
  readonly holds?: (row: Row) => boolean;
  /** What goes without saying of such a record. */
  readonly unsaid?: (name: string, row: Row) => boolean;
  /** A text that is sent on by message. */
  readonly copies?: string;
}

const sorts: readonly DocumentSort[] = [
  { part: 'assessments', kind: storeAssessment, names: ['result', 'reason'], by: 'by', at: 'at' },
  {
    part: 'rulings',
    kind: acceptanceRuling,
    names: ['decision', 'override', 'reason'],
    unsaid: (name, row) => name === 'override' && row.override !== true,
    by: 'by',
    at: 'at',
    print: 'ruling',
  },
  {
    part: 'assignments',
    kind: assignmentOrder,
    names: ['department', 'handler', 'dueAt', 'instruction', 'endedAt', 'endReason'],
    by: 'by',
    at: 'at',
    print: 'notice',
  },
  {
    part: 'reports',
    kind: investigationReport,
    names: [
      'conclusion',
      'cause',
      'course',
      'conclusionText',
      'countermeasures',
      'preventiveMeasures',
      'originalComplaint',
    ],
    by: 'author',
    at: 'signedAt',
    version: 'reportVersion',
    print: 'report',
  },
  {
    part: 'supervisorReviews',
    kind: supervisorReview,
    names: ['step', 'result', 'opinion'],
    by: 'by',
    at: 'at',
    holds: (row) => row.step === 'REPORT',
  },
  { part: 'hrOpinions', kind: hrOpinion, names: ['result', 'opinion'], by: 'by', at: 'at' },
  { part: 'gmDecisions', kind: gmDecision, names: ['result', 'decision'], by: 'by', at: 'at' },
  {
    part: 'opinions',
    kind: handlingOpinion,
    names: ['remedy', 'amount', 'executor', 'executeBy', 'detail', 'customerConditions'],
    by: 'author',
    at: 'signedAt',
    version: 'opinionVersion',
  },
  {
    part: 'supervisorReviews',
    kind: supervisorReview,
    names: ['step', 'result', 'opinion'],
    by: 'by',
    at: 'at',
    holds: (row) => row.step === 'OPINION',
  },
  {
    part: 'replies',
    kind: customerReply,
    names: ['kind', 'mode', 'talkedTo', 'phone', 'response', 'content', 'rejectionReason', 'document'],
    by: 'by',
    at: 'at',
    print: 'reply',
    copies: 'content',
    holds: (row) => row.kind === 'FINAL' || row.kind === 'NOT_ACCEPTED',
  },
  {
    part: 'supervisorReviews',
    kind: supervisorReview,
    names: ['step', 'result', 'opinion'],
    by: 'by',
    at: 'at',
    holds: (row) => row.step === 'SAMPLE',
  },
  {
    part: 'evidenceRulings',
    kind: evidenceRuling,
    names: ['matter', 'evidence', 'ruling'],
    by: 'by',
    at: 'at',
    print: 'evidence',
  },
];

/** 文书: every document of the case, readable in place; earlier versions are folded away. */
export function Documents({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const shown = sorts
    .map((sort) => ({ sort, rows: rowsOf(file, sort) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Section title={t('documents')} id="documents">
      {shown.length === 0 && <Quiet>{t('noDocuments')}</Quiet>}
      {shown.map(({ sort, rows }) => (
        <Sort key={`${sort.part}${rows[0]?.id ?? ''}`} file={file} sort={sort} rows={rows} />
      ))}
    </Section>
  );
}

function rowsOf(file: CaseFile, sort: DocumentSort): readonly Row[] {
  const rows = (file as unknown as Readonly<Record<string, readonly Row[] | undefined>>)[sort.part] ?? [];
  return rows.filter((row) => sort.holds?.(row) ?? true).toSorted((a, b) => Number(b.id) - Number(a.id));
}

function Sort({ file, sort, rows }: { file: CaseFile; sort: DocumentSort; rows: readonly Row[] }) {
  const t = useTexts(caseTexts);
  const [older, setOlder] = useState(false);
  const [first, ...others] = rows;
  if (!first) return null;
  return (
    <>
      <OneDocument file={file} sort={sort} row={first} />
      {others.length > 0 && (
        <Button size="small" onClick={() => setOlder(!older)} aria-expanded={older} sx={{ mb: 2 }}>
          {t('older', { n: others.length })}
        </Button>
      )}
      {older && others.map((row) => <OneDocument key={row.id} file={file} sort={sort} row={row} />)}
    </>
  );
}

/** One document: its name, who signed it, its text, and what can be done with it. */
export function OneDocument({ file, sort, row }: { file: CaseFile; sort: DocumentSort; row: Row }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const notify = useNotify();
  const by = nameOf(row[sort.by]);
  const behalf = nameOf(row.onBehalfOf);
  const who = behalf ? t('onBehalf', { by, of: behalf }) : by;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notify(t('copied'), { type: 'success' });
  };
  return (
    <Box
      component="article"
      aria-label={say(sort.kind.label)}
      sx={{ py: 3, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3, mb: 1 }}>
        <Typography variant="h3">
          {say(sort.kind.label)}
          {sort.version && ` · ${t('version', { n: Number(row[sort.version]) })}`}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
          {row[sort.at] ? t('signed', { by: who, at: dateTime(row[sort.at]) }) : t('unsigned')}
        </Typography>
        {sort.copies && Boolean(row[sort.copies]) && (
          <Button size="small" onClick={() => void copy(String(row[sort.copies ?? '']))}>
            {t('copyText')}
          </Button>
        )}
        {sort.print && (
          <Link component={LinkBase} to={`/complaints/${file.id}/print/${sort.print}?of=${row.id}`}>
            {t('print')}
          </Link>
        )}
      </Box>
      <Facts
        kind={sort.kind}
        names={sort.names.filter((name) => !sort.unsaid?.(name, row))}
        record={row}
        skipEmpty
        narrow
      />
      {sort.part === 'reports' && <ReportDetails row={row} />}
    </Box>
  );
}

/** The six heads in the order of R4.10, and of the persons only the columns that say something. */
function ReportDetails({ row }: { row: Row }) {
  const say = useSay();
  const items = inOrder((row.items ?? []) as readonly Row[]);
  const persons = (row.responsiblePersons ?? []) as readonly Row[];
  const filled = filledNames(['staff', 'externalName', 'department', 'responsibility', 'share'], persons);
  return (
    <>
      {items.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Lines
            kind={investigationItem}
            names={['head', 'method', 'finding']}
            rows={items}
            label={say(investigationItem.label)}
          />
        </Box>
      )}
      {persons.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Lines
            kind={responsiblePerson}
            names={filled}
            rows={persons}
            label={say(responsiblePerson.label)}
          />
        </Box>
      )}
    </>
  );
}

/** What somebody who reviews or decides should have before the eyes: the last of each of these. */
export function CaseBrief({ file, parts }: { file: CaseFile; parts: readonly string[] }) {
  return (
    <>
      {parts.map((part) => {
        const sort = sorts.find((each) => each.part === part);
        const [row] = sort ? rowsOf(file, sort) : [];
        return sort && row ? <OneDocument key={part} file={file} sort={sort} row={row} /> : null;
      })}
    </>
  );
}
