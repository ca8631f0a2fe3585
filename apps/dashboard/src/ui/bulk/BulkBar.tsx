import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { useTexts } from '../../app/texts';
import { whole } from '../figures';
import { bulkTexts } from './texts';

/** Records that one bulk act may take. */
export const mostSelected = 200;

/** What can be done with the selected rows of a list; nothing while none is selected. */
export function BulkBar({ acts }: { acts: (ids: readonly string[]) => ReactNode }) {
  const t = useTexts(bulkTexts);
  const { selectedIds, onUnselectItems } = useListContext();
  const ids = (selectedIds ?? []).map(String);
  if (ids.length === 0) return null;
  return (
    <Box
      role="region"
      aria-label={t('selected', { n: whole(ids.length) })}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        mb: 2,
        px: 3,
        py: 1,
        bgcolor: 'action.selected',
        borderRadius: 1,
        displayPrint: 'none',
      }}
    >
      <Typography sx={{ fontWeight: 600 }}>{t('selected', { n: whole(ids.length) })}</Typography>
      {ids.length > mostSelected ? (
        <Typography color="error">{t('tooMany', { n: mostSelected })}</Typography>
      ) : (
        acts(ids)
      )}
      <Button onClick={() => onUnselectItems()}>{t('clear')}</Button>
    </Box>
  );
}
