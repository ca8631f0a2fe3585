import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { useProblem } from '../../../ui/problem';
import { visuallyHidden } from '../../../ui/visually-hidden';
import { filesOf, inBytes, type SentFile, sendFile } from './files';
import { caseTexts } from './texts';

interface Going {
  readonly key: number;
  readonly name: string;
  readonly share: number;
  readonly problem: string;
}

/**
 * Takes files by paste (anywhere on the page while `wholePage`), drop or choice, several at once, and shows
 * how far each has gone. Answers the files that the server has.
 */
export function Uploads(props: {
  files: readonly SentFile[];
  onFiles: (change: (before: readonly SentFile[]) => readonly SentFile[]) => void;
  wholePage?: boolean;
  /** What stands beside a file that was sent. */
  beside?: (file: SentFile) => ReactNode;
}) {
  const t = useTexts(caseTexts);
  const say = useProblem();
  const { zone } = useHere();
  const [going, setGoing] = useState<readonly Going[]>([]);
  const [over, setOver] = useState(false);
  const count = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  const { onFiles, wholePage } = props;

  const send = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        count.current += 1;
        const key = count.current;
        setGoing((all) => [...all, { key, name: file.name, share: 0, problem: '' }]);
        const tell = (change: Partial<Going>) =>
          setGoing((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
        sendFile(file, (share) => tell({ share }))
          .then((sent) => {
            setGoing((all) => all.filter((each) => each.key !== key));
            onFiles((before) => [...before, sent]);
          })
          .catch((error: unknown) => tell({ problem: say(error) }));
      }
    },
    [onFiles, say],
  );
  const latest = useRef(send);
  latest.current = send;

  useEffect(() => {
    if (!wholePage) return;
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData, new Date(), zone);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [wholePage, zone]);

  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        send(filesOf(event.dataTransfer, new Date(), zone));
      }}
      onPaste={(event) => {
        if (wholePage) return;
        const files = filesOf(event.clipboardData, new Date(), zone);
        if (files.length === 0) return;
        event.preventDefault();
        send(files);
      }}
    >
      <Box
        sx={{
          border: '1px dashed',
          borderColor: over ? 'primary.main' : 'text.secondary',
          bgcolor: over ? 'action.selected' : undefined,
          borderRadius: 1,
          px: 3,
          py: 2,
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 2,
        }}
      >
        <Typography variant="body2" color="text.secondary">
          {t('dropHere')}
        </Typography>
        <Button variant="outlined" onClick={() => input.current?.click()}>
          {t('chooseFiles')}
        </Button>
        <Box
          component="input"
          ref={input}
          type="file"
          multiple
          aria-label={t('chooseFiles')}
          tabIndex={-1}
          sx={visuallyHidden}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            send([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </Box>
      {going.map((each) =>
        each.problem ? (
          <Alert
            key={each.key}
            severity="error"
            sx={{ mt: 1 }}
            onClose={() => setGoing((all) => all.filter((one) => one.key !== each.key))}
          >
            {each.name}：{each.problem}
          </Alert>
        ) : (
          <Box key={each.key} sx={{ mt: 2 }} role="status">
            <Typography variant="body2">
              {each.name} · {t('uploading', { n: Math.round(each.share * 100) })}
            </Typography>
            <LinearProgress
              variant="determinate"
              value={each.share * 100}
              aria-label={each.name}
              sx={{ mt: 1, height: 2 }}
            />
          </Box>
        ),
      )}
      {props.files.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'grid', gap: 1 }}>
          {props.files.map((file) => (
            <Box component="li" key={file.id} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
              <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                {file.fileName}
              </Box>
              <Typography variant="body2" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
                {inBytes(file.size)}
              </Typography>
              {props.beside?.(file)}
              <Button
                onClick={() => onFiles((before) => before.filter((each) => each.id !== file.id))}
                aria-label={t('removeFile', { name: file.fileName })}
              >
                {t('removeRow')}
              </Button>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
