import { complaint } from '@kehu/domain/complaints/complaint';
import { Box, Button } from '@mui/material';
import { useCallback, useEffect, useState } from 'react';
import { LinkBase, useLocation, useNavigate, useParams } from 'react-admin';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { Page, Section } from '../../../ui/Page';
import { AuditTrail } from '../../../ui/record/AuditTrail';
import { Facts } from '../../../ui/record/Facts';
import { NotThere } from '../../../ui/record/NotThere';
import { WhoSees } from '../../../ui/record/WhoSees';
import { isEnded } from '../standing';
import { useNextCase } from '../work/useNextCase';
import { ActDialog } from './ActDialog';
import { Attachments } from './Attachments';
import type { ActForm } from './act-form';
import { formOf, movesCase } from './act-forms';
import { Brief, restsOnDocuments } from './Brief';
import { CaseHead } from './CaseHead';
import { CustomerCard } from './CustomerCard';
import { Documents } from './Documents';
import { ExpectedAct } from './ExpectedAct';
import { Measures } from './Measures';
import { type ActDone, Outcome } from './Outcome';
import { People } from './People';
import { Related } from './Related';
import { useCase } from './read-case';
import { Tasks } from './Tasks';
import { Timeline } from './Timeline';
import { caseTexts } from './texts';
import { useSeen } from './useSeen';

/** What an act on a part of the case needs: its form and the part. */
export interface Acting {
  readonly form: ActForm;
  readonly record?: { readonly id: string; readonly version: number } | undefined;
}

const matterNames = [
  'description',
  'category',
  'subcategory',
  'situation',
  'procedure',
  'channel',
  'requestedAmount',
  'product',
  'batchNo',
  'order',
  'receiptNo',
  'store',
  'complainedDepartment',
  'complainedStaff',
  'receivedBy',
  'receivedAt',
  'severityReason',
  'acceptNo',
  'conclusion',
  'closeReason',
  'sampledAt',
  'sampleResult',
  'breachReason',
  'noPreventionReason',
  'policyVersion',
] as const;

/** A case as one page: record card, what is expected now, then everything about it. */
export function CaseShow() {
  const { id = '' } = useParams();
  const t = useTexts(caseTexts);
  const navigate = useNavigate();
  const { search } = useLocation();
  const { data, error } = useCase(id);
  const [acting, setActing] = useState<Acting | null>(null);
  const [done, setDone] = useState<(ActDone & { readonly act: string }) | null>(null);
  const next = useNextCase(done && movesCase(done.act) ? done.act : null, id);
  const file = data?.one ?? null;
  useSeen(file);

  // `?act=ruleOnComplaint` in the address opens the form: links of messages lead straight to the act.
  const wanted = new URLSearchParams(search).get('act');
  useEffect(() => {
    const form = wanted && file ? formOf(wanted) : undefined;
    if (!form || !file?.allowedActions?.some((each) => each.action === wanted && each.enabled)) return;
    setActing({ form });
    navigate(`/complaints/${id}/show`, { replace: true });
  }, [wanted, file, id, navigate]);

  const begin = useCallback((next: Acting) => {
    setDone(null);
    setActing(next);
  }, []);

  // What is shown and typed stays when reading it again fails for a moment.
  if ((error && !data) || data?.one === null) return <NotThere error={error} />;
  if (!file) return <Waiting />;
  const parts = { file, onAct: begin };
  return (
    <Page
      title={String(file.subject ?? file.no)}
      acts={
        <>
          <WhoSees kind={complaint} id={id} />
          <Button component={LinkBase} to={`/complaints/${id}/print/card`}>
            {t('print')}
          </Button>
          {isEnded(file) && (
            <Button component={LinkBase} to={`/complaints/${id}/print/dossier`}>
              {t('printDossier')}
            </Button>
          )}
        </>
      }
    >
      {done && (
        <Outcome
          done={done}
          onClose={() => setDone(null)}
          {...(next
            ? {
                further: {
                  words: t('nextCase', { n: next.count }),
                  go: () => {
                    setDone(null);
                    navigate(next.address);
                  },
                },
              }
            : {})}
        />
      )}
      <CaseHead file={file} />
      <ExpectedAct {...parts} />
      <Box
        sx={{
          display: 'grid',
          columnGap: 8,
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) 336px' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Section title={t('matter')}>
            <Facts kind={complaint} names={matterNames} record={file} skipEmpty narrow />
          </Section>
          <Timeline {...parts} />
          <Documents file={file} />
          <Measures {...parts} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <CustomerCard file={file} />
          <Attachments file={file} />
          <People {...parts} />
          <Tasks {...parts} />
          <Related {...parts} />
        </Box>
      </Box>
      <AuditTrail kind={complaint} id={id} />
      {acting && (
        <ActDialog
          key={`${acting.form.act}.${acting.record?.id ?? ''}`}
          form={acting.form}
          record={acting.record}
          file={file}
          brief={
            restsOnDocuments(acting.form.act) ? (
              <Brief file={file} asked={undefined} act={acting.form.act} />
            ) : undefined
          }
          onClose={() => setActing(null)}
          onDone={(answer) => {
            setActing(null);
            setDone({ ...answer, act: acting.form.act });
          }}
        />
      )}
    </Page>
  );
}
