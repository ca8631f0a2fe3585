import { complaint } from '@kehu/domain/complaints/complaint';
import { type ComplaintState, complaintState } from '@kehu/domain/complaints/vocabularies';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useRights } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import type { Filter } from '../../../data/where';
import { whole } from '../../../ui/figures';
import { listAddress } from '../../../ui/list/address';
import { useProblem } from '../../../ui/problem';
import { type Standing, StateMark } from '../../../ui/StateMark';
import { useAct } from '../../../ui/useAct';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import type { Row } from '../case/file';
import { casesWhere } from './address';
import { CaseCard, cardFields } from './CaseCard';
import { quickSteps } from './quick';
import { boardTexts } from './texts';

/** How many cases of a state there are, by their clock. */
export interface StateCount {
  readonly total: number;
  readonly atRisk: number;
  readonly breached: number;
}

const page = 10;
const text = (selection: string) =>
  `query BoardColumn($where: ComplaintWhere, $limit: Int) { list: complaints(where: $where, orderBy: [{ dueAt: ASC }], limit: $limit) { items { ${selection} } } }`;

/** One state of the board: its cases by deadline, a page at a time; the counts come from the whole state. */
export function Column(props: { state: ComplaintState; count: StateCount; filter: Filter; wide: boolean }) {
  const { state, count, filter, wide } = props;
  const t = useTexts(boardTexts);
  const say = useProblem();
  const language = useLanguage();
  const rights = useRights();
  const { run } = useAct();
  const [limit, setLimit] = useState(page);
  const [over, setOver] = useState(false);
  const { data, error } = useAsk<{ list: { items: readonly Row[] } }>(
    count.total > 0 ? text(selectionOf(complaint, [...cardFields], rights)) : null,
    { where: casesWhere(filter, { state: { eq: state } }), limit },
    [complaint.name],
  );
  const words = textOf(complaint.fields.state, state, language) || complaintState.labels[state][language];
  const items = data?.list.items ?? [];
  const left = count.total - items.length;
  const takes = quickSteps.filter(({ to }) => to === state);

  const drop = (event: React.DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dragged = event.dataTransfer.getData('application/x-kehu-case');
    if (!dragged) return;
    const {
      id,
      version,
      state: from,
    } = JSON.parse(dragged) as { id: string; version: number; state: string };
    const step = takes.find((each) => each.from === from);
    if (step) void run(step.act, { id, expectedVersion: version }, t('moved'));
  };

  if (wide && count.total === 0)
    return (
      <Box
        component="section"
        aria-label={`${words} ${t('empty')}`}
        onDragOver={(event) => takes.length > 0 && event.preventDefault()}
        onDrop={drop}
        sx={{
          width: 36,
          flexShrink: 0,
          borderTop: 2,
          borderColor: 'divider',
          pt: 2,
          color: 'text.secondary',
          writingMode: 'vertical-rl',
          fontSize: 13,
        }}
      >
        {words} · 0
      </Box>
    );
  return (
    <Box
      component="section"
      aria-label={words}
      onDragOver={(event) => {
        if (takes.length === 0) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        width: wide ? 232 : '100%',
        flexShrink: 0,
        borderTop: 2,
        borderColor: over ? 'primary.main' : 'text.secondary',
        bgcolor: over ? 'action.hover' : undefined,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, py: 1.5 }}>
        <Typography variant="h2" component="h2" sx={{ fontSize: 14 }}>
          <Box
            component={LinkBase}
            to={listAddress('complaints', { ...filter, state: [state] })}
            sx={{ color: 'text.primary', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
          >
            {words}
          </Box>
        </Typography>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {whole(count.total)}
        </Typography>
        {/* A line of its own, also when it says nothing: so the cards of all columns begin at one height. */}
        <Box sx={{ display: 'flex', gap: 2, width: '100%', minHeight: wide ? 22 : undefined }}>
          {(['breached', 'atRisk'] as const satisfies readonly Standing[]).map(
            (standing) =>
              count[standing] > 0 && (
                <Box key={standing} sx={{ fontSize: 13 }}>
                  <StateMark
                    standing={standing}
                    words={<Counted standing={standing} n={count[standing]} />}
                  />
                </Box>
              ),
          )}
        </Box>
      </Box>
      {error && (
        <Typography role="alert" color="error">
          {say(error)}
        </Typography>
      )}
      {count.total === 0 && <Typography color="text.secondary">{t('emptyColumn')}</Typography>}
      <Box
        component="ul"
        aria-busy={count.total > 0 && !data && !error}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0,1fr)' }}
      >
        {items.map((row) => (
          <CaseCard key={row.id} row={row} />
        ))}
      </Box>
      {left > 0 && data && (
        <Button size="small" onClick={() => setLimit(limit + 2 * page)} sx={{ mt: 1 }}>
          {t('more', { n: Math.min(left, 2 * page) })}
        </Button>
      )}
    </Box>
  );
}

function Counted({ standing, n }: { standing: 'breached' | 'atRisk'; n: number }) {
  const language = useLanguage();
  return (
    <>
      {textOf(complaint.fields.slaStatus, standing === 'breached' ? 'BREACHED' : 'AT_RISK', language)}{' '}
      {whole(n)}
    </>
  );
}
