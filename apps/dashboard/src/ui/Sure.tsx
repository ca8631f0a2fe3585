import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../app/texts';
import { recordTexts } from './record/texts';

/** Asks before an act that is hard to take back, and for its reason where one is needed. */
export function Sure(props: {
  title: string;
  children?: ReactNode;
  act: string;
  busy?: boolean;
  asksReason?: boolean;
  onClose: () => void;
  onSure: (reason: string) => void;
}) {
  const t = useTexts(recordTexts);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSure(reason.trim());
  };
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby="sure-title">
      <form onSubmit={submit}>
        <DialogTitle id="sure-title">{props.title}</DialogTitle>
        {(props.children || props.asksReason) && (
          <DialogContent>
            {props.children}
            {props.asksReason && (
              <TextField
                label={t('reason')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                required
                autoFocus
                fullWidth
                slotProps={{ htmlInput: { maxLength: 500 } }}
                sx={{ mt: 2 }}
              />
            )}
          </DialogContent>
        )}
        <DialogActions>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={props.busy || (props.asksReason && reason.trim() === '')}
          >
            {props.act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
