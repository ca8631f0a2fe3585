import {
  type AnySettingKey,
  defaultOf,
  isSettingValue,
  settingAt,
} from '@kehu/domain/complaints/settings-defaults';
import { noTarget } from '@kehu/domain/complaints/settings-targets';
import { type Severity, severity } from '@kehu/domain/complaints/vocabularies';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { codeInWords } from '../../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { useAct } from '../../../ui/useAct';
import { ChangeLine } from './Changes';
import { settingTexts } from './texts';
import { ValueInput } from './ValueInput';
import { type SetValue, settingOf, severityWords, valueWords } from './words';

/** Changes one setting: for all cases or one severity, from now or a moment on, with the reason. */
export function SettingDialog(props: { of: AnySettingKey; rows: readonly SetValue[]; onClose: () => void }) {
  const { of: key, rows } = props;
  const t = useTexts(settingTexts);
  const say = useSay();
  const language = useLanguage();
  const { run, busy } = useAct();
  const setting = settingOf(key);
  const name = say(setting.label);
  const inForce = (code: Severity | null) => {
    if (code) return settingAt(rows, key, code, new Date()).value;
    const all = rows.filter((row) => row.severity === null);
    return settingAt(all, key, 'GENERAL', new Date()).value;
  };
  const [applies, setApplies] = useState<Severity | null>(null);
  const [value, setValue] = useState(() => inForce(null));
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const sent = setting.unit === 'TARGET' && value.trim() === '' ? noTarget : value.trim();
  const standard = defaultOf(key, applies);

  const afterwards = (code: Severity) => {
    const at = new Date();
    const wanted = { key, severity: applies, value: sent, effectiveFrom: at.toISOString() };
    return settingAt([...rows, wanted], key, code, at).value;
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isSettingValue(key, sent)) return setProblem(t('notValue'));
    if (sent === inForce(applies) && from === '') return setProblem(t('same'));
    if (reason.trim() === '') return setProblem(t('needReason'));
    setProblem('');
    const input = {
      key,
      value: sent,
      reason: reason.trim(),
      ...(applies ? { severity: applies } : {}),
      ...(from ? { effectiveFrom: from } : {}),
    };
    if (await run('setComplaintSetting', input, t('saved', { name }))) props.onClose();
  }

  const history = rows.filter((row) => row.key === key).reverse();
  return (
    <Dialog open onClose={props.onClose} maxWidth="sm" fullWidth aria-labelledby="setting-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="setting-title">{name}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Box sx={{ color: 'text.secondary' }}>
            <Typography>{say(setting.about)}</Typography>
            {setting.unit !== 'TARGET' && <Typography variant="body2">{t('hint')}</Typography>}
          </Box>
          {!setting.oneForAll && (
            <TextField
              select
              label={t('appliesTo')}
              value={applies ?? ''}
              onChange={(event) => {
                const code = (event.target.value || null) as Severity | null;
                setApplies(code);
                setValue(inForce(code));
              }}
              slotProps={{ inputLabel: { shrink: true }, select: { native: true } }}
            >
              <option value="">{t('all')}</option>
              {severity.codes.map((code) => (
                <option key={code} value={code}>
                  {codeInWords(severity, code, language)}
                </option>
              ))}
            </TextField>
          )}
          <Box>
            <ValueInput of={key} value={value} onChange={setValue} />
            {!setting.oneForAll && isSettingValue(key, sent) && (
              <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }} aria-live="polite">
                {t('before', { value: severityWords(key, (code) => inForce(code), language) })}
                <br />
                {t('result', { value: severityWords(key, afterwards, language) })}
              </Typography>
            )}
          </Box>
          <Box>
            <Button
              variant="outlined"
              disabled={inForce(applies) === standard && value === standard}
              onClick={() => {
                setValue(standard);
                setReason((before) => before || t('backReason'));
              }}
            >
              {t('takeDefault', { value: valueWords(key, standard, language) })}
            </Button>
          </Box>
          <TextField
            type="datetime-local"
            label={t('from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            helperText={t('fromHint')}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <TextField
            label={t('reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            multiline
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 500 } }}
          />
          {problem && <Alert severity="error">{problem}</Alert>}
          <Box component="section" aria-label={t('history')}>
            <Typography variant="h3">{t('history')}</Typography>
            {history.length === 0 && (
              <Typography variant="body2" color="text.secondary">
                {t('noChange')}
              </Typography>
            )}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {history.map((row) => (
                <ChangeLine key={row.id} row={row} rows={rows} />
              ))}
            </Box>
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
