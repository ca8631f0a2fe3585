import { Button, Dialog, DialogActions, DialogContent, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useTexts } from '../app/texts';
import { adminTexts } from '../departments/administration/texts';

/** A secret that the server tells exactly once: a new token, a new initial password. */
export function ShownOnce(props: { words: string; secret: string; hint?: string; onClose: () => void }) {
  const t = useTexts(adminTexts);
  const notify = useNotify();
  const copy = async () => {
    await navigator.clipboard.writeText(props.secret);
    notify(t('copied'), { type: 'success' });
  };
  return (
    <Dialog open maxWidth="sm" fullWidth aria-label={props.words}>
      <DialogContent sx={{ pt: 5 }}>
        <Typography>{props.words}</Typography>
        <Typography
          component="code"
          sx={{
            display: 'block',
            my: 3,
            p: 3,
            bgcolor: 'action.hover',
            overflowWrap: 'anywhere',
            fontFamily: 'monospace',
            fontSize: 15,
          }}
        >
          {props.secret}
        </Typography>
        {props.hint && (
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {props.hint}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button variant="contained" onClick={props.onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
