import { complaint } from '@kehu/domain/complaints/complaint';
import { caseLink } from '@kehu/domain/complaints/handling';
import { Box, Button, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { day } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { StateMark } from '../../../ui/StateMark';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { standingOf } from '../standing';
import { formOf } from './act-forms';
import type { Acting } from './CaseShow';
import { type CaseFile, isOpen, type Row } from './file';
import { caseTexts } from './texts';

const names = ['no', 'subject', 'state', 'slaStatus', 'breached', 'waitingSince', 'receivedAt'];
const days90 = 90 * 86_400_000;

const idOf = (value: unknown): string | null => (value as Row | null | undefined)?.id ?? null;

/** Linked cases, those of the same product and category within 90 days before (R4.1), and the customer's others. */
export function Related({ file, onAct }: { file: CaseFile; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const say = useSay();
  const { rights } = useHere();
  const product = idOf(file.product);
  const customer = idOf(file.customer);
  const selection = selectionOf(complaint, names, rights);
  const until = String(file.receivedAt ?? '');
  const from = until ? new Date(Date.parse(until) - days90).toISOString() : '';
  const similar = product && until;
  const text =
    similar || customer
      ? `query Related(${[similar ? '$similar: ComplaintWhere' : '', customer ? '$own: ComplaintWhere' : ''].filter(Boolean).join(', ')}) {
  ${similar ? `similar: complaints(where: $similar, orderBy: [{ receivedAt: DESC }], limit: 6) { items { ${selection} } }` : ''}
  ${customer ? `own: complaints(where: $own, orderBy: [{ receivedAt: DESC }], limit: 6) { items { ${selection} } }` : ''}
}`
      : null;
  const { data } = useAsk<Record<'similar' | 'own', { items: readonly Row[] } | undefined>>(text, {
    ...(similar
      ? {
          similar: {
            product: { id: { eq: product } },
            category: { eq: file.category },
            receivedAt: { between: { from, to: new Date(Date.parse(until) + 1).toISOString() } },
            id: { ne: file.id },
          },
        }
      : {}),
    ...(customer ? { own: { customer: { id: { eq: customer } }, id: { ne: file.id } } } : {}),
  });
  const linked = (file.links ?? []).flatMap((row) => {
    const other = row.other as Row | null | undefined;
    return other ? [{ ...other, aside: textOf(caseLink.fields.basis, row.basis, language), link: row }] : [];
  });
  // A case is named once, by its closest tie.
  const told = new Set(linked.map((row) => row.id));
  const once = (rows: readonly Row[] = []) =>
    rows.filter((row) => {
      const first = !told.has(row.id);
      told.add(row.id);
      return first;
    });
  const unlinks = formOf('unlinkCase');
  const groups: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
    { title: t('linked'), rows: linked },
    { title: t('similar'), rows: once(data?.similar?.items) },
    { title: t('sameCustomer'), rows: once(data?.own?.items) },
  ].filter((group) => group.rows.length > 0);
  return (
    <Section title={t('related')}>
      {groups.length === 0 && <Quiet>{t('noRelated')}</Quiet>}
      {groups.map((group) => (
        <Box key={group.title} sx={{ mb: 2 }}>
          <Typography variant="body2" color="text.secondary">
            {group.title}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {group.rows.map((row) => (
              <CaseLine key={row.id} row={row}>
                {unlinks && row.link !== undefined && isOpen(row.link as Row, unlinks.act) && (
                  <Button
                    size="small"
                    onClick={() => {
                      const link = row.link as Row;
                      onAct({ form: unlinks, record: { id: link.id, version: Number(link.version) } });
                    }}
                  >
                    {say(unlinks.label)}
                  </Button>
                )}
              </CaseLine>
            ))}
          </Box>
        </Box>
      ))}
    </Section>
  );
}

/** A case in two lines: its subject leads to it, number, day and standing below. */
export function CaseLine({ row, children }: { row: Row; children?: ReactNode }) {
  const language = useLanguage();
  return (
    <Box component="li" sx={{ py: 1 }}>
      <Link component={LinkBase} to={`/complaints/${row.id}/show`} color="text.primary">
        {String(row.subject ?? row.no)}
      </Link>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: 13, color: 'text.secondary' }}>
        <span>{String(row.no)}</span>
        <span>{day(row.receivedAt)}</span>
        <StateMark standing={standingOf(row)} words={textOf(complaint.fields.state, row.state, language)} />
        {typeof row.aside === 'string' && <span>{row.aside}</span>}
        {children}
      </Box>
    </Box>
  );
}
