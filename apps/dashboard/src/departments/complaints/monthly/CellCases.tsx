import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { useProblem } from '../../../ui/problem';
import { useAct } from '../../../ui/useAct';
import { useAsk } from '../../../ui/useAsk';
import { type CountedCase, casesText, cellWords, type MonthlyTable } from './table';
import { monthlyTexts } from './texts';

/** The cases that a cell counts, as they were then; and, once approved, the correction of that cell. */
export function CellCases(props: {
  table: MonthlyTable;
  place: string;
  mayCorrect: boolean;
  onClose: () => void;
}) {
  const { table, place } = props;
  const t = useTexts(monthlyTexts);
  const say = useProblem();
  const { zone } = useHere();
  const { run, busy } = useAct();
  const [after, setAfter] = useState('');
  const [reason, setReason] = useState('');
  const { data, error } = useAsk<{ cases: readonly CountedCase[] }>(casesText, {
    period: table.period,
    place,
  });
  const at = (instant: string | null) => (instant ? momentIn(new Date(instant), zone) : '–');
  const correct = async () => {
    const done = await run(
      'correctMonthlyReport',
      { id: table.report?.id, expectedVersion: table.report?.version, cell: place, after, reason },
      t('done'),
    );
    if (done) props.onClose();
  };
  return (
    <Dialog open onClose={props.onClose} maxWidth="md" fullWidth aria-labelledby="cell-title">
      <DialogTitle id="cell-title">
        {t('casesOf', { cell: cellWords(table, place), n: data?.cases.length ?? '…' })}
      </DialogTitle>
      <DialogContent>
        {error && (
          <Typography role="alert" color="error">
            {say(error)}
          </Typography>
        )}
        <Box
          component="table"
          sx={{
            width: '100%',
            borderCollapse: 'collapse',
            fontSize: 13,
            '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary' },
            '& th, & td': { py: 1, pr: 3, borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <thead>
            <tr>
              {(['no', 'state', 'category', 'store', 'received', 'closed', 'breached'] as const).map(
                (head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {data?.cases.map((each) => (
              <tr key={each.complaintId}>
                <td>
                  <LinkBase to={`/complaints/${each.complaintId}/show`}>{each.no}</LinkBase>
                </td>
                <td>{each.stateLabel}</td>
                <td>{each.categoryLabel}</td>
                <td>{each.store ?? '–'}</td>
                <td>{at(each.receivedAt)}</td>
                <td>{at(each.closedAt)}</td>
                <td>{each.breached ? t('breached') : '–'}</td>
              </tr>
            ))}
          </tbody>
        </Box>
        {props.mayCorrect && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
            <TextField label={t('after')} value={after} onChange={(event) => setAfter(event.target.value)} />
            <TextField
              label={t('reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              sx={{ flex: 1 }}
            />
            <Button disabled={busy || !after.trim() || !reason.trim()} onClick={correct}>
              {t('correct')}
            </Button>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
