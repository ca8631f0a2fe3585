import { complaint } from '@kehu/domain/complaints/complaint';
import { type ComplaintState, complaintState, endedStates } from '@kehu/domain/complaints/vocabularies';
import { Box, Button, MenuItem, TextField, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useRights } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { whereOf } from '../../../data/where';
import { whole } from '../../../ui/figures';
import { listAddress } from '../../../ui/list/address';
import { FilterInput } from '../../../ui/list/FilterInput';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAddressFilter } from '../../../ui/useAddressFilter';
import { useAsk } from '../../../ui/useAsk';
import { labelOf, textOf } from '../../../ui/Value';
import { filterRow } from './address';
import { Column, type StateCount } from './Column';
import { boardTexts } from './texts';

interface Counts {
  readonly states: readonly {
    readonly key: { readonly state: ComplaintState; readonly slaStatus: string };
    readonly count: number;
  }[];
}

const countsText = `query BoardCounts($where: ComplaintWhere) {
  states: complaintsAggregate(where: $where, groupBy: [{ state: VALUE }, { slaStatus: VALUE }]) { key { state slaStatus } count }
}`;
const filters = ['store', 'category', 'severity', 'handlingDepartment', 'keyAccount'] as const;
const openStates = complaintState.codes.filter((code) => !endedStates.includes(code));

/** 案件看板: the cases by state, with counts from the whole of each state; what has ended is folded to a line. */
export function Board() {
  const t = useTexts(boardTexts);
  const say = useSay();
  const problem = useProblem();
  const language = useLanguage();
  const rights = useRights();
  const { filter, set } = useAddressFilter();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('sm'), { noSsr: true });
  const where = whereOf(complaint, filter);
  const { data, error } = useAsk<Counts>(countsText, where ? { where } : {}, [complaint.name]);
  const counts = countsBy(data);
  const open = openStates.reduce((sum, state) => sum + at(counts, state).total, 0);
  const [chosen, setChosen] = useState<ComplaintState | null>(null);
  const first = openStates.find((state) => at(counts, state).total > 0) ?? 'REGISTERED';
  const shown = wide ? openStates : [chosen ?? first];
  const stateWords = (state: ComplaintState) => textOf(complaint.fields.state, state, language);
  return (
    <Page
      title={t('board')}
      beside={data && <Typography color="text.secondary">{t('open', { n: whole(open) })}</Typography>}
      acts={
        <Button component={LinkBase} to={listAddress('complaints', { ...filter, state: openStates })}>
          {t('asTable')}
        </Button>
      }
    >
      <Box component="search" sx={filterRow}>
        {filters
          .filter((name) => rights.filtersField(complaint, name))
          .map((name) => (
            <FilterInput
              key={name}
              kind={complaint}
              name={name}
              label={say(labelOf(complaint, name))}
              value={filter[name]}
              choices={name === 'store' ? { kind: 'STORE' } : undefined}
              onChange={(value) => set(name, value)}
            />
          ))}
      </Box>
      {error && (
        <Typography role="alert" color="error">
          {problem(error)}
        </Typography>
      )}
      {!wide && (
        <TextField
          select
          fullWidth
          label={t('state')}
          value={shown[0]}
          onChange={(event) => setChosen(event.target.value as ComplaintState)}
          sx={{ mb: 3 }}
        >
          {openStates.map((state) => (
            <MenuItem key={state} value={state}>
              {`${stateWords(state)}（${at(counts, state).total}）`}
            </MenuItem>
          ))}
        </TextField>
      )}
      {data && open === 0 && <Typography color="text.secondary">{t('emptyBoard')}</Typography>}
      {data && open > 0 && (
        <Box
          role="group"
          aria-label={t('board')}
          // Scrolls sideways: whoever has no mouse gets there with the arrow keys.
          tabIndex={wide ? 0 : undefined}
          sx={{ display: 'flex', gap: 3, overflowX: wide ? 'auto' : undefined, pb: 3, alignItems: 'stretch' }}
        >
          {shown.map((state) => (
            <Column key={state} state={state} count={at(counts, state)} filter={filter} wide={wide} />
          ))}
        </Box>
      )}
      {data && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 4,
            borderTop: 1,
            borderColor: 'divider',
            pt: 2,
          }}
        >
          <Typography color="text.secondary">{t('ended')}</Typography>
          {endedStates.map((state) => (
            <Box
              key={state}
              component={LinkBase}
              to={listAddress('complaints', { ...filter, state: [state] })}
              sx={{ color: 'text.primary' }}
            >
              {stateWords(state)} {whole(at(counts, state).total)}
            </Box>
          ))}
        </Box>
      )}
    </Page>
  );
}

const none: StateCount = { total: 0, atRisk: 0, breached: 0 };
const at = (counts: ReadonlyMap<ComplaintState, StateCount>, state: ComplaintState) =>
  counts.get(state) ?? none;

function countsBy(data: Counts | undefined): ReadonlyMap<ComplaintState, StateCount> {
  const counts = new Map<ComplaintState, StateCount>();
  for (const { key, count } of data?.states ?? []) {
    const before = at(counts, key.state);
    counts.set(key.state, {
      total: before.total + count,
      atRisk: before.atRisk + (key.slaStatus === 'AT_RISK' ? count : 0),
      breached: before.breached + (key.slaStatus === 'BREACHED' ? count : 0),
    });
  }
  return counts;
}
