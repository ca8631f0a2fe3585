import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTexts } from '../../app/texts';
import { whole } from '../figures';
import type { BulkChange } from './run';
import { bulkTexts } from './texts';

/** What a bulk act will change, record by record, before it does. */
export function BulkPreview({ changes, gone }: { changes: readonly BulkChange[] | null; gone: number }) {
  const t = useTexts(bulkTexts);
  if (!changes)
    return (
      <Typography variant="body2" color="text.secondary">
        {t('nothingYet')}
      </Typography>
    );
  const todo = changes.filter((each) => !each.same);
  return (
    <Box>
      <Typography role="status" variant="body2" sx={{ mb: 1 }}>
        {t('willChange', { n: whole(todo.length), same: whole(changes.length - todo.length) })}
        {gone > 0 && ` ${t('gone', { n: whole(gone) })}`}
      </Typography>
      {todo.length > 0 && (
        <Box
          role="region"
          aria-label={t('preview')}
          tabIndex={0}
          sx={{ maxHeight: 280, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
        >
          <Table size="small" stickyHeader aria-label={t('preview')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('record')}</TableCell>
                <TableCell>{t('before')}</TableCell>
                <TableCell>{t('after')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {todo.map((each) => (
                <TableRow key={each.id}>
                  <TableCell>{each.title}</TableCell>
                  <TableCell>{each.before || '–'}</TableCell>
                  <TableCell>{each.after}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}
