import Close from '@mui/icons-material/Close';
import { Box, Button, Dialog, IconButton, Link, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useRefresh } from 'react-admin';
import { useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { actText } from '../../../data/query';
import { dateTime } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Quiet } from '../../../ui/record/Lines';
import { recordTexts } from '../../../ui/record/texts';
import { type CaseFile, nameOf, type Row } from './file';
import { fileAddress, inBytes, type SentFile } from './files';
import { caseTexts } from './texts';
import { Uploads } from './Uploads';

/** Files of the case, looked at in place; new ones by paste, drop or choice. */
export function Attachments({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const [shown, setShown] = useState<Row | null>(null);
  const rows = file.attachments ?? [];
  const mayAdd = file.allowedActions?.some((each) => each.action === 'attachFiles' && each.enabled) ?? false;
  return (
    <Section
      title={t('attachments')}
      count={rows.length > 0 ? String(rows.length) : undefined}
      id="attachments"
    >
      {rows.length === 0 && <Quiet>{t('noAttachments')}</Quiet>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Box component="li" key={row.id} sx={{ py: 1.5, display: 'flex', gap: 3, alignItems: 'center' }}>
            <Thumb row={row} />
            <Box sx={{ minWidth: 0, flex: 1 }}>
              <Link
                component="button"
                type="button"
                onClick={() => setShown(row)}
                sx={{ textAlign: 'left', overflowWrap: 'anywhere', verticalAlign: 'baseline' }}
                color="text.primary"
              >
                {String(row.fileName)}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {[
                  row.original ? t('original') : '',
                  inBytes(row.size),
                  nameOf(row.uploadedBy),
                  dateTime(row.uploadedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
          </Box>
        ))}
      </Box>
      {mayAdd && <AddFiles file={file} />}
      {shown && <Preview row={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}

function AddFiles({ file }: { file: CaseFile }) {
  const say = useProblem();
  const queries = useQueryClient();
  const refresh = useRefresh();
  const [problem, setProblem] = useState('');
  const { id } = file;
  const take = useCallback(
    (next: (before: readonly SentFile[]) => readonly SentFile[]) => {
      const files = next([]);
      if (files.length === 0) return;
      setProblem('');
      // Of no version: of several files sent at once each is added as it ends, and none replaces another.
      act(actText('attachFiles', '__typename'), { input: { id, fileIds: files.map((each) => each.id) } })
        .then(async () => {
          await queries.invalidateQueries({ queryKey: ['ask'] });
          refresh();
        })
        .catch((error: unknown) => setProblem(say(error)));
    },
    [id, queries, refresh, say],
  );
  return (
    <Box sx={{ mt: 2 }}>
      <Uploads files={[]} onFiles={take} wholePage />
      {problem && (
        <Typography role="alert" color="error">
          {problem}
        </Typography>
      )}
    </Box>
  );
}

const is = (row: Row, start: string) => String(row.mime ?? '').startsWith(start);

/** A small picture of what can be seen small; else the end of the name. */
function Thumb({ row }: { row: Row }) {
  const box = {
    width: 40,
    height: 40,
    flexShrink: 0,
    border: 1,
    borderColor: 'divider',
    display: 'grid',
    placeItems: 'center',
    fontSize: 11,
    color: 'text.secondary',
    objectFit: 'cover',
  } as const;
  if (is(row, 'image/'))
    return <Box component="img" src={fileAddress(row.id)} alt="" loading="lazy" sx={box} />;
  const end = /\.(\w{1,5})$/.exec(String(row.fileName))?.[1] ?? '';
  return (
    <Box aria-hidden sx={box}>
      {end.toUpperCase()}
    </Box>
  );
}

/** Images and PDF shown, audio and video played, all else downloaded. */
function Preview({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useTexts(caseTexts);
  const words = useTexts(recordTexts);
  const address = fileAddress(row.id);
  const name = String(row.fileName);
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-label={`${t('preview')} ${name}`}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 2, pl: 4 }}>
        <Typography sx={{ flex: 1, overflowWrap: 'anywhere', fontWeight: 600 }}>{name}</Typography>
        <Button component="a" href={address} download={name}>
          {t('download')}
        </Button>
        <IconButton size="small" aria-label={words('close')} onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ px: 4, pb: 4, display: 'grid', justifyItems: 'center' }}>
        {is(row, 'image/') ? (
          <Box component="img" src={address} alt={name} sx={{ maxWidth: '100%', maxHeight: '75vh' }} />
        ) : is(row, 'application/pdf') ? (
          <Box
            component="iframe"
            src={address}
            title={name}
            sx={{ width: '100%', height: '75vh', border: 0 }}
          />
        ) : is(row, 'audio/') ? (
          // biome-ignore lint/a11y/useMediaCaption: a customer's recording has no captions
          <audio controls src={address} style={{ width: '100%' }} />
        ) : is(row, 'video/') ? (
          // biome-ignore lint/a11y/useMediaCaption: a customer's film has no captions
          <video controls src={address} style={{ maxWidth: '100%', maxHeight: '75vh' }} />
        ) : (
          <Typography color="text.secondary">{t('noPreview')}</Typography>
        )}
      </Box>
    </Dialog>
  );
}
