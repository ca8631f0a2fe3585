import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  LinearProgress,
  Link,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { LinkBase, useNavigate } from 'react-admin';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { decimal, percent } from '../../../ui/figures';
import { Page, Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { NotThere } from '../../../ui/record/NotThere';
import { importTexts } from './texts';
import { type ImportProfile, importProfiles, sendUpload } from './upload';

/** Data files come in by upload: which profile, which files, tried first or written at once. */
export function ImportUpload() {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['ask', 'importProfiles', language],
    queryFn: importProfiles,
    retry: false,
  });
  if (error) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  return (
    <Page
      title={t('title')}
      acts={
        <Button component={LinkBase} to="/importRuns">
          {t('runs')}
        </Button>
      }
    >
      {data.length === 0 ? (
        <Typography color="text.secondary">{t('noProfiles')}</Typography>
      ) : (
        <UploadForm profiles={data} />
      )}
    </Page>
  );
}

/** Megabytes and files that the server takes; it decides, this only spares the way. */
const mostMegabytes = 10;
const mostFiles = 10;

function UploadForm({ profiles }: { profiles: readonly ImportProfile[] }) {
  const t = useTexts(importTexts);
  const say = useProblem();
  const navigate = useNavigate();
  const [name, setName] = useState(profiles[0]?.name ?? '');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [options, setOptions] = useState<ReadonlySet<string>>(new Set());
  const [dryRun, setDryRun] = useState(true);
  const [acceptGoodRows, setAcceptGoodRows] = useState(false);
  const [problem, setProblem] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const profile = profiles.find((each) => each.name === name);
  if (!profile) return null;
  const tooLarge = files.find((file) => file.size > mostMegabytes * 1024 * 1024);
  const wrong = tooLarge
    ? t('tooLarge', { file: tooLarge.name, mb: mostMegabytes })
    : files.length > mostFiles
      ? t('tooMany', { n: mostFiles })
      : '';

  async function submit(event: FormEvent) {
    event.preventDefault();
    setProblem('');
    if (files.length === 0) {
      setProblem(t('chooseFirst'));
      return;
    }
    setSent(0);
    try {
      const run = await sendUpload(
        { profile: name, files, options: [...options], dryRun, acceptGoodRows },
        setSent,
      );
      navigate(`/importRuns/${run}/show`);
    } catch (error) {
      setProblem(say(error));
      setSent(null);
    }
  }

  const toggle = (option: string, on: boolean) => {
    const chosen = new Set(options);
    if (on) chosen.add(option);
    else chosen.delete(option);
    setOptions(chosen);
  };

  return (
    <Box component="form" onSubmit={submit} sx={{ maxWidth: 720 }}>
      <Section title={t('what')}>
        <TextField
          select
          fullWidth
          label={t('profile')}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setOptions(new Set());
          }}
          helperText={profile.note || undefined}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          sx={{ mt: 2 }}
        >
          {profiles.map((each) => (
            <option key={each.name} value={each.name}>
              {each.label}
            </option>
          ))}
        </TextField>
        <Box
          component="ul"
          aria-label={t('tables')}
          sx={{ my: 3, pl: 5, color: 'text.secondary', fontSize: 13 }}
        >
          {profile.tables.map((table) => (
            <li key={table.name}>
              {t(table.optional ? 'optionalTable' : 'table', {
                name: table.name,
                columns: table.columns.join('、'),
              })}
            </li>
          ))}
        </Box>
        <Link href={`/imports/profiles/${profile.name}/template`} download>
          {t('template')}
        </Link>
      </Section>
      <Section title={t('files')}>
        <Button variant="outlined" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          name="files"
          multiple
          aria-label={t('choose')}
          accept=".csv,.tsv,.txt,.xlsx,.xls"
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            setFiles([...(event.target.files ?? [])]);
            setProblem('');
          }}
        />
        {files.length > 0 && (
          <Box component="ul" aria-label={t('chosen')} sx={{ my: 2, pl: 5, overflowWrap: 'anywhere' }}>
            {files.map((file) => (
              <li key={file.name}>
                {file.name} · {decimal(file.size / 1024 / 1024, 2)} MB
              </li>
            ))}
          </Box>
        )}
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {t('limits', { mb: mostMegabytes })}
        </Typography>
        {wrong && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {wrong}
          </Alert>
        )}
      </Section>
      <Section title={t('how')}>
        <Box sx={{ display: 'grid', justifyItems: 'start' }}>
          {profile.options.map((option) => (
            <Tick
              key={option.name}
              label={option.label}
              checked={options.has(option.name)}
              onChange={(on) => toggle(option.name, on)}
            />
          ))}
          <Tick label={t('dryRun')} checked={dryRun} onChange={setDryRun} />
          <Tick label={t('acceptGoodRows')} checked={acceptGoodRows} onChange={setAcceptGoodRows} />
        </Box>
      </Section>
      {problem && (
        <Alert severity="error" sx={{ mb: 3, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {problem}
        </Alert>
      )}
      {sent !== null && (
        <Box sx={{ mb: 3 }}>
          <LinearProgress
            variant={sent < 1 ? 'determinate' : 'indeterminate'}
            value={Math.round(sent * 100)}
            aria-label={t('sending')}
          />
          <Typography role="status" variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {sent < 1 ? `${t('sending')} ${percent(sent)}` : t('opening')}
          </Typography>
        </Box>
      )}
      <Button type="submit" variant="contained" disabled={sent !== null || wrong !== ''}>
        {t(dryRun ? 'try' : 'import')}
      </Button>
    </Box>
  );
}

function Tick(props: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <FormControlLabel
      label={props.label}
      control={
        <Checkbox
          size="small"
          checked={props.checked}
          onChange={(event) => props.onChange(event.target.checked)}
        />
      }
    />
  );
}
