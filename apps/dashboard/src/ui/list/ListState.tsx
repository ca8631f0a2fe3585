import { Button, TableCell, TableRow, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useTexts } from '../../app/texts';
import { useProblem } from '../problem';
import { listTexts } from './texts';

/** What stands in a list that has no rows: loading, refused, nothing found, nothing there yet. */
export function useListState(): { text: string; failed: boolean } | null {
  const t = useTexts(listTexts);
  const say = useProblem();
  const { data, isPending, error, filterValues } = useListContext();
  if (error) return { text: say(error), failed: true };
  if (isPending) return { text: t('loading'), failed: false };
  if (data && data.length > 0) return null;
  return { text: t(Object.keys(filterValues ?? {}).length ? 'nothing' : 'empty'), failed: false };
}

export function ListState({ columns }: { columns: number }) {
  const t = useTexts(listTexts);
  const state = useListState();
  const { refetch } = useListContext();
  if (!state) return null;
  return (
    <TableRow>
      <TableCell colSpan={columns} sx={{ py: 6 }}>
        <Typography
          role={state.failed ? 'alert' : 'status'}
          color={state.failed ? 'error' : 'text.secondary'}
        >
          {state.text}
        </Typography>
        {state.failed && (
          <Button variant="outlined" sx={{ mt: 2 }} onClick={() => refetch()}>
            {t('retry')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
