import { articles, regulationNames } from '@kehu/domain/regulations/regulations';
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
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { useAct } from '../../../ui/useAct';
import { settingTexts } from './texts';

interface OwnText {
  readonly key: number;
  readonly article: string;
  readonly text: string;
}

/** Publishes a version of a regulation, with the company's own text of as many articles as it has. */
export function PublishVersion({ day, onClose }: { day: string; onClose: () => void }) {
  const t = useTexts(settingTexts);
  const say = useSay();
  const language = useLanguage();
  const { run, busy } = useAct();
  const [regulation, setRegulation] = useState('4');
  const [code, setCode] = useState('');
  const [effectiveFrom, setEffectiveFrom] = useState(day);
  const [note, setNote] = useState('');
  const [own, setOwn] = useState<readonly OwnText[]>([]);
  const [problem, setProblem] = useState('');
  const known = articles.filter((each) => each.code.startsWith(`R${regulation}.`));
  const put = (key: number, change: Partial<OwnText>) =>
    setOwn((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const incomplete = own.some((each) => each.article === '' || each.text.trim() === '');
    if (code.trim() === '' || effectiveFrom === '' || incomplete) return setProblem(t('required'));
    setProblem('');
    const input = {
      regulation: `R${regulation}`,
      code: code.trim(),
      effectiveFrom,
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(own.length > 0
        ? { articles: own.map((each) => ({ article: each.article, text: each.text.trim() })) }
        : {}),
    };
    if (await run('publishPolicyVersion', input, t('published', { code: code.trim() }))) onClose();
  }

  const shrink = { inputLabel: { shrink: true } } as const;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="version-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="version-title">{t('newVersion')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '8px !important' }}>
          <TextField
            select
            label={t('regulation')}
            value={regulation}
            onChange={(event) => {
              setRegulation(event.target.value);
              setOwn([]);
            }}
            slotProps={{ ...shrink, select: { native: true } }}
          >
            {Object.entries(regulationNames).map(([no, name]) => (
              <option key={no} value={no}>
                {name[language]}
              </option>
            ))}
          </TextField>
          <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <TextField
              label={t('versionCode')}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              placeholder={`R${regulation}-${day.slice(0, 4)}`}
              required
              autoFocus
              error={problem !== '' && code.trim() === ''}
              slotProps={{ ...shrink, htmlInput: { maxLength: 40 } }}
            />
            <TextField
              type="date"
              label={t('effectiveFrom')}
              value={effectiveFrom}
              onChange={(event) => setEffectiveFrom(event.target.value)}
              required
              slotProps={{ ...shrink, htmlInput: { min: day } }}
            />
          </Box>
          <TextField
            label={t('note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            multiline
            slotProps={{ ...shrink, htmlInput: { maxLength: 2000 } }}
          />
          {own.map((each) => (
            <Box key={each.key} sx={{ display: 'grid', gap: 2 }}>
              <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <TextField
                  select
                  label={t('article')}
                  value={each.article}
                  onChange={(event) => put(each.key, { article: event.target.value })}
                  required
                  slotProps={{ ...shrink, select: { native: true } }}
                  sx={{ flex: 1 }}
                >
                  <option value="" />
                  {known.map((one) => (
                    <option key={one.code} value={one.code}>
                      {one.code} {say(one.title)}
                    </option>
                  ))}
                </TextField>
                <Button onClick={() => setOwn((all) => all.filter((one) => one.key !== each.key))}>
                  {t('removeArticle')}
                </Button>
              </Box>
              <TextField
                label={t('text')}
                value={each.text}
                onChange={(event) => put(each.key, { text: event.target.value })}
                required
                multiline
                minRows={3}
                slotProps={{ ...shrink, htmlInput: { maxLength: 8000 } }}
              />
            </Box>
          ))}
          <Box>
            <Button
              variant="outlined"
              onClick={() =>
                setOwn((all) => [...all, { key: (all.at(-1)?.key ?? 0) + 1, article: '', text: '' }])
              }
            >
              {t('addArticle')}
            </Button>
          </Box>
          {problem && <Alert severity="error">{problem}</Alert>}
          <Typography variant="body2" color="text.secondary">
            {t('policyHint')}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {t('publish')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
