import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../../app/texts';
import { useAct } from '../../../ui/useAct';
import type { Report } from './table';
import { monthlyTexts } from './texts';

export type ReportAct = 'fill' | 'submit' | 'review';

/** Filling, submitting and reviewing the table: what HR writes, what the general manager answers. */
export function ReportDialog(props: { act: ReportAct; report: Report; onClose: () => void }) {
  const { act, report } = props;
  const t = useTexts(monthlyTexts);
  const { run, busy } = useAct();
  const [causes, setCauses] = useState(report.causes ?? '');
  const [comment, setComment] = useState(act === 'review' ? '' : (report.comment ?? ''));
  const versioned = { id: report.id, expectedVersion: report.version };
  const go = async (name: string, input: Readonly<Record<string, unknown>>) => {
    if (await run(name, { ...versioned, ...input }, t('done'))) props.onClose();
  };
  const long = { multiline: true, minRows: 4, fullWidth: true, margin: 'normal' as const };
  return (
    <Dialog open onClose={props.onClose} maxWidth="sm" fullWidth aria-labelledby="report-title">
      <DialogTitle id="report-title">{t(act)}</DialogTitle>
      <DialogContent>
        {act === 'submit' && <Typography>{t('sureSubmit')}</Typography>}
        {act === 'fill' && (
          <TextField
            {...long}
            label={t('causes')}
            value={causes}
            onChange={(e) => setCauses(e.target.value)}
          />
        )}
        {act !== 'submit' && (
          <TextField
            {...long}
            label={t(act === 'fill' ? 'comment' : 'opinion')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('close')}</Button>
        {act === 'fill' && (
          <Button
            variant="contained"
            disabled={busy}
            onClick={() => go('fillMonthlyReport', { causes: causes || null, comment: comment || null })}
          >
            {t('save')}
          </Button>
        )}
        {act === 'submit' && (
          <Button variant="contained" disabled={busy} onClick={() => go('submitMonthlyReport', {})}>
            {t('submit')}
          </Button>
        )}
        {act === 'review' && (
          <>
            <Button
              disabled={busy || !comment.trim()}
              onClick={() => go('reviewMonthlyReport', { result: 'RETURN', comment })}
            >
              {t('giveBack')}
            </Button>
            <Button
              variant="contained"
              disabled={busy}
              onClick={() => go('reviewMonthlyReport', { result: 'AGREE', comment: comment || null })}
            >
              {t('agree')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
