import { delegation } from '@kehu/domain/platform/delegation';
import { Box, Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { AskedAct } from '../../../ui/AskedAct';
import { momentIn } from '../../../ui/figures';
import { OpenForm } from '../../../ui/OpenForm';
import { Page, Section } from '../../../ui/Page';
import { Lines, Quiet } from '../../../ui/record/Lines';
import { NotThere } from '../../../ui/record/NotThere';
import { StateMark } from '../../../ui/StateMark';
import { useAsk } from '../../../ui/useAsk';
import { nameOf, type Row } from '../../complaints/case/file';
import { delegationStanding, delegationState } from './delegation-state';
import { delegationTexts } from './texts';

const names = ['from', 'to', 'startsAt', 'endsAt', 'reason', 'endedAt', 'version'];
type Answer = Readonly<Record<'given' | 'held' | 'others', { readonly items: readonly Row[] } | undefined>>;

/** 委托代理 (B7.7): whom the reader has stand in for him, for whom he stands in; for HR and the general manager all. */
export function Delegations() {
  const t = useTexts(delegationTexts);
  const { person, rights, zone } = useHere();
  const seesAll = rights.mayForAll('READ', delegation.subject);
  const rows = selectionOf(delegation, names, rights);
  const list = (alias: string, where: string) =>
    `${alias}: delegations(where: ${where}, orderBy: [{ endsAt: DESC }], limit: 50) { items { ${rows} allowedActions { action enabled } } }`;
  const text = `query Delegations($me: ID!) {
  ${list('given', '{ from: { id: { eq: $me } } }')}
  ${list('held', '{ to: { id: { eq: $me } } }')}
  ${seesAll ? list('others', '{ from: { id: { ne: $me } }, to: { id: { ne: $me } } }') : ''}
}`;
  const { data, error } = useAsk<Answer>(text, { me: person.id }, [delegation.name]);
  if (error && !data) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  return (
    <Page
      title={t('title')}
      acts={
        rights.may('CREATE', delegation.subject) && (
          <OpenForm
            button={t('create')}
            variant="contained"
            title={t('create')}
            kind={delegation}
            groups={[{ names: ['to', 'startsAt', 'endsAt', 'reason'] }]}
            required={['to', 'startsAt', 'endsAt', 'reason']}
            initial={{ startsAt: momentIn(new Date(), zone).replace(' ', 'T') }}
            choices={{ to: { where: { status: { eq: 'ACTIVE' }, id: { ne: person.id } } } }}
            act="delegate"
            said={t('created')}
            submitLabel={t('create')}
          />
        )
      }
    >
      <Typography color="text.secondary" sx={{ mb: 6, maxWidth: 720 }}>
        {t('hint')}
      </Typography>
      <Part title={t('given')} rows={data.given?.items ?? []} empty={t('noneGiven')} not="from" />
      <Part title={t('held')} rows={data.held?.items ?? []} empty={t('noneHeld')} not="to" />
      {data.others && <Part title={t('others')} rows={data.others.items} empty={t('noneOthers')} />}
    </Page>
  );
}

function Part(props: { title: string; rows: readonly Row[]; empty: string; not?: 'from' | 'to' }) {
  const now = Date.now();
  const columns = ['from', 'to', 'startsAt', 'endsAt', 'endedAt', 'reason'].filter(
    (name) => name !== props.not,
  );
  return (
    <Section title={props.title} count={props.rows.length > 0 ? String(props.rows.length) : undefined}>
      {props.rows.length === 0 ? (
        <Quiet>{props.empty}</Quiet>
      ) : (
        <Lines
          kind={delegation}
          label={props.title}
          names={columns}
          rows={props.rows}
          acts={(row) => <RowEnd row={row} now={now} laysDown={props.not === 'to'} />}
        />
      )}
    </Section>
  );
}

/** Where a delegation stands, and its end for whoever may end it. */
function RowEnd({ row, now, laysDown }: { row: Row; now: number; laysDown: boolean }) {
  const t = useTexts(delegationTexts);
  const state = delegationState(row, now);
  const actions = (row.allowedActions ?? []) as readonly { action: string; enabled: boolean }[];
  const ends = state !== 'over' && actions.some((each) => each.action === 'endDelegation' && each.enabled);
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      <StateMark standing={delegationStanding[state]} words={t(state)} />
      {ends && (
        <AskedAct
          button={t('end')}
          question={t(laysDown ? 'laySure' : 'endSure', { from: nameOf(row.from), to: nameOf(row.to) })}
          act="endDelegation"
          input={{ id: row.id, expectedVersion: row.version }}
          said={t('ended')}
        >
          {t('endHint')}
        </AskedAct>
      )}
    </Box>
  );
}
