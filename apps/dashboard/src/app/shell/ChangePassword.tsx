import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { act } from '../../data/client';
import { actText } from '../../data/query';
import { useProblem } from '../../ui/problem';
import { useTexts } from '../texts';
import { shellTexts } from './texts';

/** A new password for oneself; the rules are the server's and come back as its words. */
export default function ChangePassword({ onClose, forced }: { onClose: () => void; forced?: boolean }) {
  const t = useTexts(shellTexts);
  const say = useProblem();
  const notify = useNotify();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [current, next, again] = ['current', 'next', 'again'].map((name) => String(form.get(name) ?? ''));
    if (next !== again) {
      setProblem(t('passwordsDiffer'));
      return;
    }
    setBusy(true);
    try {
      await act(actText('changePassword', '__typename'), {
        input: { currentPassword: current, newPassword: next },
      });
      notify(t('passwordChanged'), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(say(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onClose={forced ? undefined : onClose}
      maxWidth="xs"
      fullWidth
      aria-labelledby="password-title"
    >
      <form onSubmit={submit}>
        <DialogTitle id="password-title">{t('changePassword')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Secret name="current" label={t('oldPassword')} autoComplete="current-password" first />
          <Secret name="next" label={t('newPassword')} autoComplete="new-password" />
          <Secret name="again" label={t('repeatPassword')} autoComplete="new-password" />
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          {!forced && <Button onClick={onClose}>{t('cancel')}</Button>}
          <Button type="submit" variant="contained" disabled={busy}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Secret(props: { name: string; label: string; autoComplete: string; first?: boolean }) {
  return (
    <TextField
      type="password"
      name={props.name}
      label={props.label}
      autoComplete={props.autoComplete}
      autoFocus={props.first === true}
      required
      fullWidth
      sx={{ mt: 2 }}
    />
  );
}
