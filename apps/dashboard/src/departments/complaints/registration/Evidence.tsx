import { Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useCallback } from 'react';
import { useTexts } from '../../../app/texts';
import type { SentFile } from '../case/files';
import { Uploads } from '../case/Uploads';
import { Part } from './inputs';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';

/** Files that come with the complaint: chosen, dropped, or pasted anywhere on the page; the original is marked. */
export function Evidence() {
  const t = useTexts(registrationTexts);
  const { values, put } = useForm();
  const onFiles = useCallback(
    (change: (before: readonly SentFile[]) => readonly SentFile[]) =>
      put((before) => ({ files: change(before.files) })),
    [put],
  );
  return (
    <Part title={t('files')}>
      <Uploads
        files={values.files}
        onFiles={onFiles}
        wholePage
        beside={(file) => (
          <FormControlLabel
            label={t('original')}
            slotProps={{ typography: { variant: 'body2' } }}
            sx={{ ml: 1, mr: 0 }}
            control={
              <Checkbox
                size="small"
                checked={values.originals.includes(file.id)}
                onChange={(event) =>
                  put({
                    originals: event.target.checked
                      ? [...values.originals, file.id]
                      : values.originals.filter((id) => id !== file.id),
                  })
                }
              />
            }
          />
        )}
      />
      <Typography variant="body2" color="text.secondary">
        {t('originalHint')}
      </Typography>
    </Part>
  );
}
