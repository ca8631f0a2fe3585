import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import { useTexts } from '../../app/texts';
import { whole } from '../figures';
import { useProblem } from '../problem';
import { BulkPreview } from './BulkPreview';
import { type BulkChange, type BulkResult, runBulk, undoBulk } from './run';
import { bulkTexts } from './texts';

type Step =
  | { readonly is: 'form' }
  | { readonly is: 'running' | 'undoing'; readonly done: number; readonly all: number }
  | { readonly is: 'done'; readonly results: readonly BulkResult[]; readonly left: number }
  | { readonly is: 'undone'; readonly results: readonly BulkResult[] };

/**
 * One act on many records: its form, what it will change, its progress, what failed and why, and the way
 * back where that is safe. Records that went well are unselected; those that failed stay selected.
 */
export function BulkDialog(props: {
  title: string;
  act: string;
  /** What the act asks for. */
  form: ReactNode;
  /** Null while the form is not filled in, or what is there now is not known yet. */
  changes: readonly BulkChange[] | null;
  /** Selected records that cannot be read any more. */
  gone?: number;
  onClose: () => void;
}) {
  const t = useTexts(bulkTexts);
  const say = useProblem();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const { onSelect, selectedIds } = useListContext();
  const [step, setStep] = useState<Step>({ is: 'form' });
  const batch = useRef(`bulk-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`);
  const going = useRef({ stopped: false });
  const well = useRef<ReadonlySet<string>>(new Set());
  const todo = (props.changes ?? []).filter((each) => !each.same);
  const busy = step.is === 'running' || step.is === 'undoing';

  // The selection keeps this dialog open, so that it changes only with its end.
  function close() {
    if (well.current.size > 0) onSelect((selectedIds ?? []).filter((id) => !well.current.has(String(id))));
    props.onClose();
  }

  async function read() {
    await queries.invalidateQueries({ queryKey: ['ask'] });
    refresh();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (step.is !== 'form' || todo.length === 0) return;
    going.current.stopped = false;
    const told = (results: readonly BulkResult[]) =>
      setStep({ is: 'running', done: results.length, all: todo.length });
    told([]);
    const results = await runBulk(todo, batch.current, going.current, told);
    well.current = new Set(results.filter((each) => each.failed === null).map((each) => each.change.id));
    setStep({ is: 'done', results, left: todo.length - results.length });
    await read();
  }

  async function takeBack(results: readonly BulkResult[]) {
    const all = results.filter((each) => each.undo).length;
    setStep({ is: 'undoing', done: 0, all });
    const undone = await undoBulk(results, batch.current, (so) =>
      setStep({ is: 'undoing', done: so.length, all }),
    );
    setStep({ is: 'undone', results: undone });
    await read();
  }

  return (
    <Dialog open onClose={() => !busy && close()} maxWidth="sm" fullWidth aria-labelledby="bulk-title">
      <form onSubmit={submit}>
        <DialogTitle id="bulk-title">{props.title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {step.is === 'form' && (
            <>
              <Box sx={{ pt: 2, display: 'grid', gap: 3 }}>{props.form}</Box>
              <BulkPreview changes={props.changes} gone={props.gone ?? 0} />
            </>
          )}
          {busy && (
            <Box>
              <LinearProgress
                variant="determinate"
                value={step.all ? Math.round((step.done / step.all) * 100) : 0}
                aria-label={props.title}
              />
              <Typography role="status" sx={{ mt: 2 }}>
                {t(step.is, { done: step.done, all: step.all })}
              </Typography>
            </Box>
          )}
          {step.is === 'done' && <Report results={step.results} well="done" say={say} left={step.left} />}
          {step.is === 'undone' && <Report results={step.results} well="undone" say={say} left={0} />}
        </DialogContent>
        <DialogActions>
          {step.is === 'form' && (
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button type="submit" variant="contained" disabled={todo.length === 0}>
                {props.act}
              </Button>
            </>
          )}
          {step.is === 'running' && (
            <Button
              onClick={() => {
                going.current.stopped = true;
              }}
            >
              {t('stop')}
            </Button>
          )}
          {step.is === 'done' && step.results.some((each) => each.undo) && (
            <Button onClick={() => void takeBack(step.results)}>
              {t('undo', { n: step.results.filter((each) => each.undo).length })}
            </Button>
          )}
          {(step.is === 'done' || step.is === 'undone') && (
            <Button variant="contained" onClick={close} autoFocus>
              {t('close')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** How many went well, and each that did not with the server's reason. */
function Report(props: {
  results: readonly BulkResult[];
  well: 'done' | 'undone';
  left: number;
  say: (error: unknown) => string;
}) {
  const t = useTexts(bulkTexts);
  const failed = props.results.filter((each) => each.failed !== null);
  const well = props.results.length - failed.length;
  const fixed = props.results.filter((each) => each.failed === null && !each.undo).length;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 3 }}>
      <Typography sx={{ fontWeight: 500 }}>
        {t(props.well, { n: whole(well) })}
        {props.left > 0 && ` ${t('leftOut', { n: whole(props.left) })}`}
        {props.well === 'done' && fixed > 0 && ` ${t('notUndone', { n: whole(fixed) })}`}
      </Typography>
      {failed.length > 0 && (
        <Alert severity="error">
          {t('failedCount', { n: whole(failed.length) })}
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 4, maxHeight: 240, overflow: 'auto' }}>
            {failed.map(({ change, failed: why }) => (
              <li key={change.id}>
                {change.title} · {props.say(why)}
              </li>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
}
