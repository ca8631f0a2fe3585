import type { Kind } from '@kehu/domain/catalogue/kind';
import {
  Alert,
  Box,
  Button,
  Chip,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { fieldLabel } from '../../app/own-labels';
import { useRights } from '../../app/person';
import { useSay, useTexts } from '../../app/texts';
import { act } from '../../data/client';
import { isMasked } from '../../data/input';
import { actText } from '../../data/query';
import { useProblem } from '../problem';
import { recordTexts } from './texts';

/** Why somebody needs the number, and what the reason is taken from (`Order:12`). */
export interface RevealReason {
  readonly words: string;
  readonly basis?: string;
}

interface RevealAnswer {
  readonly act: { readonly values: readonly { readonly field: string; readonly value: string | null }[] };
}

/**
 * A masked number with a button that shows it in full for a reason that the context already knows (the order, visit or
 * contact at hand), in two clicks. Each look is logged by the server and listed on the customer's file.
 */
export function Reveal(props: {
  kind: Kind;
  id: string;
  name: string;
  value: unknown;
  /** Reasons that the page knows, the likeliest first. */
  reasons: readonly RevealReason[];
  /** The masked value as it stands; the full one takes its place. */
  children: ReactNode;
}) {
  const t = useTexts(recordTexts);
  const rights = useRights();
  const [open, setOpen] = useState(false);
  const [full, setFull] = useState<string | null>(null);
  const field = props.kind.fields[props.name];
  if (field?.protection !== 'identifier' || !isMasked(field, props.value)) return <>{props.children}</>;
  if (full !== null)
    return (
      <Box component="span" sx={{ fontWeight: 600 }} title={t('hidesAgain')}>
        {full}
      </Box>
    );
  if (!rights.may('REVEAL', props.kind.subject)) return <>{props.children}</>;
  return (
    <>
      {props.children}
      <Button
        size="small"
        onClick={() => setOpen(true)}
        sx={{ ml: 1, minHeight: 24, py: 0, color: 'primary.main' }}
      >
        {t('reveal')}
      </Button>
      {open && (
        <RevealDialog
          {...props}
          onClose={(value) => {
            setOpen(false);
            if (value !== null) setFull(value);
          }}
        />
      )}
    </>
  );
}

function RevealDialog(props: {
  kind: Kind;
  id: string;
  name: string;
  reasons: readonly RevealReason[];
  onClose: (value: string | null) => void;
}) {
  const t = useTexts(recordTexts);
  const say = useSay();
  const problemOf = useProblem();
  const queries = useQueryClient();
  const [reason, setReason] = useState(props.reasons[0]?.words ?? '');
  const [problem, setProblem] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const basis = props.reasons.find((each) => each.words === reason)?.basis ?? null;
    try {
      const answer = await act<RevealAnswer>(actText('revealPersonalData', 'values { field value }'), {
        input: { entity: props.kind.name, id: props.id, fields: [props.name], reason: reason.trim(), basis },
      });
      // The file lists its reveals; this one is new among them.
      void queries.invalidateQueries({ queryKey: ['ask'] });
      props.onClose(answer.act.values[0]?.value ?? '');
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  return (
    <Dialog open onClose={() => props.onClose(null)} maxWidth="xs" fullWidth aria-labelledby="reveal-title">
      <form onSubmit={submit}>
        <DialogTitle id="reveal-title">
          {t('revealTitle')} · {say(fieldLabel(props.kind, props.name))}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <Typography color="text.secondary">{t('revealHint')}</Typography>
          <TextField
            label={t('reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            autoFocus
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ mt: 1 }}
          />
          {props.reasons.length > 1 && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {props.reasons.map((each) => (
                <Chip
                  key={each.words}
                  label={each.words}
                  size="small"
                  variant="outlined"
                  onClick={() => setReason(each.words)}
                />
              ))}
            </Box>
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => props.onClose(null)}>{t('cancel')}</Button>
          <Button type="submit" variant="contained" disabled={reason.trim() === ''}>
            {t('show')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
