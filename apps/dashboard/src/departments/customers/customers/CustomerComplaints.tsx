import { complaint } from '@kehu/domain/complaints/complaint';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { Box, Button, Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { whole } from '../../../ui/figures';
import { listAddress } from '../../../ui/list/address';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Lines, Quiet } from '../../../ui/record/Lines';
import { StateMark } from '../../../ui/StateMark';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { standingOf } from '../../complaints/standing';
import { customerTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Answer {
  readonly latest: { readonly items: readonly Row[] };
  readonly all: readonly {
    readonly count: number;
    readonly open: string | null;
    readonly breached: string | null;
    readonly severe: string | null;
  }[];
}

const shown = ['no', 'subject', 'state', 'category', 'severity', 'receivedAt', 'dueAt'];
const standing = ['slaStatus', 'breached', 'waitingSince'];

function text(selection: string): string {
  return `query CustomerComplaints($where: ComplaintWhere, $open: ComplaintWhere, $breached: ComplaintWhere, $severe: ComplaintWhere) {
  latest: complaints(where: $where, orderBy: [{ receivedAt: DESC }], limit: 8) { items { ${selection} } }
  all: complaintsAggregate(where: $where, measures: [
    { name: "open", count: $open }, { name: "breached", count: $breached }, { name: "severe", count: $severe }
  ]) { count open: measure(name: "open") breached: measure(name: "breached") severe: measure(name: "severe") }
}`;
}

/** 投诉: the customer's cases with their standing, how many there are, and the way to register one for him. */
export function CustomerComplaints({ id }: { id: string }) {
  const t = useTexts(customerTexts);
  const say = useProblem();
  const language = useLanguage();
  const rights = useRights();
  const reads = rights.reads(complaint) && rights.usesField(complaint, 'customer');
  const registers = rights.may('CREATE', complaint.subject);
  const { data, error } = useAsk<Answer>(
    reads ? text(selectionOf(complaint, [...shown, ...standing], rights)) : null,
    {
      where: { customer: { id: { eq: id } } },
      open: { state: { notIn: endedStates } },
      breached: { breached: { eq: true } },
      severe: { severity: { eq: 'SEVERE' } },
    },
  );
  if (!reads && !registers) return null;
  const all = data?.all[0];
  return (
    <Section
      title={t('complaints')}
      count={
        all && all.count > 0
          ? t('complaintCount', {
              n: whole(all.count),
              open: whole(all.open ?? 0),
              breached: whole(all.breached ?? 0),
              severe: whole(all.severe ?? 0),
            })
          : undefined
      }
      acts={
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 4 }}>
          {all && all.count > 0 && (
            <Link component={LinkBase} to={listAddress('complaints', { customer: id })}>
              {t('allComplaints')}
            </Link>
          )}
          {registers && (
            <Button component={LinkBase} to={`/complaints/create?customer=${id}`}>
              {t('registerComplaint')}
            </Button>
          )}
        </Box>
      }
    >
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : !reads ? null : data && data.latest.items.length === 0 ? (
        <Quiet>{t('noComplaints')}</Quiet>
      ) : (
        <Lines
          kind={complaint}
          names={shown}
          rows={data?.latest.items}
          label={t('complaints')}
          rowTo={(row) => `/complaints/${row.id}/show`}
          cell={(name, row) =>
            name === 'state' ? (
              <StateMark
                standing={standingOf(row)}
                words={textOf(complaint.fields.state, row.state, language)}
              />
            ) : undefined
          }
        />
      )}
    </Section>
  );
}
