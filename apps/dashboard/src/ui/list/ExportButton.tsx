import { exportRun } from '@kehu/domain/administration/data-runs';
import type { Kind } from '@kehu/domain/catalogue/kind';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Link,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useListContext } from 'react-admin';
import { useRights } from '../../app/person';
import { useTexts } from '../../app/texts';
import { act } from '../../data/client';
import { actText, exportText, oneText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { orderByOf } from '../../data/variables';
import { whereOf } from '../../data/where';
import { whole } from '../figures';
import { useProblem } from '../problem';
import { useAsk } from '../useAsk';
import { usePoll } from '../usePoll';
import { listTexts } from './texts';
import { useWholeFilter } from './useFilter';

/** Takes the filtered list out as CSV or XLSX; the server makes the file, masks it as read and logs it. */
export function ExportButton(props: { kind: Kind; title: string; fields: readonly string[] }) {
  const t = useTexts(listTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      {open && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({
  kind,
  title,
  fields,
  onClose,
}: {
  kind: Kind;
  title: string;
  fields: readonly string[];
  onClose: () => void;
}) {
  const t = useTexts(listTexts);
  const problemOf = useProblem();
  const rights = useRights();
  const { sort } = useListContext();
  const filter = useWholeFilter();
  const [problem, setProblem] = useState('');
  const [run, setRun] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const where = whereOf(kind, filter);
    setProblem('');
    try {
      const answer = await act<{ act: { exportRun: { id: string } | null } }>(
        actText('startExport', 'exportRun { id }'),
        {
          input: {
            query: exportText(kind, selectionOf(kind, fields, rights)),
            variables: { ...(where ? { where } : {}), orderBy: orderByOf(kind, sort) },
            format: String(form.get('format')),
            reason: String(form.get('reason') ?? '').trim() || null,
          },
        },
      );
      setRun(answer.act.exportRun?.id ?? null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="export-title">
      <form onSubmit={submit}>
        <DialogTitle id="export-title">{t('exportTitle', { name: title })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          {run === null ? (
            <>
              <Typography>{t('exportHint')}</Typography>
              <TextField
                select
                name="format"
                label={t('format')}
                defaultValue="XLSX"
                slotProps={{ select: { native: true } }}
              >
                <option value="XLSX">Excel (.xlsx)</option>
                <option value="CSV">CSV (.csv)</option>
              </TextField>
              <TextField
                name="reason"
                label={t('exportReason')}
                helperText={t('exportReasonHint')}
                autoFocus
                slotProps={{ htmlInput: { maxLength: 500 } }}
              />
              {problem && <Alert severity="error">{problem}</Alert>}
            </>
          ) : (
            <Progress id={run} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t(run === null ? 'cancel' : 'close')}</Button>
          {run === null && (
            <Button type="submit" variant="contained">
              {t('startExport')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface Run {
  readonly state: string;
  readonly rowCount: number;
  readonly message: string | null;
}

/** Follows a running export until its file can be fetched. */
function Progress({ id }: { id: string }) {
  const t = useTexts(listTexts);
  const { data, refetch } = useAsk<{ one: Run | null }>(oneText(exportRun, 'id state rowCount message'), {
    id,
  });
  const run = data?.one;
  const running = !run || run.state === 'RUNNING';
  usePoll(running, () => void refetch());
  if (running)
    return (
      <>
        <LinearProgress aria-label={t('export')} />
        <Typography role="status">{t('exporting')}</Typography>
      </>
    );
  if (run.state !== 'DONE')
    return <Alert severity="error">{t('exportFailed', { message: run.message ?? '' })}</Alert>;
  return (
    <>
      <Typography role="status">{t('exportDone', { n: whole(run.rowCount) })}</Typography>
      <Link href={`/files/${id}`} download>
        {t('download')}
      </Link>
    </>
  );
}
