import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../../app/texts';
import { useProblem } from '../../../ui/problem';
import type { MonthlyTable } from './table';
import { monthlyTexts } from './texts';
import { savePlaces, saveWorkbook, sendTemplate } from './workbook';

/** The table as an Excel file; whoever fills the table in also keeps the company's own template for it. */
export function TableFile({ table, mayChange }: { table: MonthlyTable; mayChange: boolean }) {
  const t = useTexts(monthlyTexts);
  const say = useProblem();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [kept, setKept] = useState('');
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  };
  const take = (file: File | undefined) =>
    file &&
    run(async () => {
      await sendTemplate(file);
      setKept(file.name);
    });
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('excel')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        maxWidth="sm"
        fullWidth
        aria-labelledby="table-file-title"
      >
        <DialogTitle id="table-file-title">{t('excelTitle', { period: table.period })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Typography>{t('excelHint')}</Typography>
          {mayChange && (
            <>
              <Typography variant="body2" color="text.secondary">
                {t('templateHint')}
              </Typography>
              <Link
                component="button"
                type="button"
                disabled={busy}
                onClick={() => run(() => savePlaces(table.period))}
                sx={{ justifySelf: 'start' }}
              >
                {t('places')}
              </Link>
              <Link component="label" sx={{ cursor: 'pointer', justifySelf: 'start' }}>
                {t('chooseTemplate')}
                <input
                  type="file"
                  accept=".xlsx"
                  hidden
                  disabled={busy}
                  aria-label={t('chooseTemplate')}
                  onChange={(event) => {
                    void take(event.target.files?.[0]);
                    event.target.value = '';
                  }}
                />
              </Link>
              {kept && <Alert severity="success">{t('templateKept', { name: kept })}</Alert>}
            </>
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('close')}</Button>
          <Button variant="contained" disabled={busy} onClick={() => run(() => saveWorkbook(table.period))}>
            {t('download')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
