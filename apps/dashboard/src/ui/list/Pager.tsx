import type { Kind } from '@kehu/domain/catalogue/kind';
import Left from '@mui/icons-material/ChevronLeft';
import Right from '@mui/icons-material/ChevronRight';
import { Box, Button, IconButton, NativeSelect, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useTexts } from '../../app/texts';
import type { Counted } from '../../data/answer';
import { ask } from '../../data/client';
import { countText } from '../../data/query';
import { whereOf } from '../../data/where';
import { whole } from '../figures';
import { listTexts } from './texts';
import { useWholeFilter } from './useFilter';

const sizes = [25, 50, 100, 200];

/** Pages of a list, and how many records there are: capped at 10,000, exact on a click. */
export function Pager({ kind }: { kind: Kind }) {
  const t = useTexts(listTexts);
  const { page, perPage, setPage, setPerPage, hasNextPage, hasPreviousPage, data, meta } = useListContext();
  const filter = useWholeFilter();
  const counted = meta as Counted | undefined;
  const [exact, setExact] = useState<{ of: string; n: number } | null>(null);
  const filterKey = JSON.stringify(filter);
  if (!data || data.length === 0 || !counted) return null;

  const known = exact?.of === filterKey ? exact.n : null;
  const total =
    known !== null
      ? whole(known)
      : counted.capped
        ? t('atLeast', { total: whole(counted.count) })
        : whole(counted.count);
  const countExactly = async () => {
    const where = whereOf(kind, filter);
    const answer = await ask<{ list: { totalCount: number } }>(countText(kind), where ? { where } : {});
    setExact({ of: filterKey, n: answer.list.totalCount });
  };
  const start = (page - 1) * perPage;

  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        mt: 2,
        minHeight: 32,
        displayPrint: 'none',
      }}
    >
      <Typography variant="body2" role="status">
        {t('range', { from: whole(start + 1), to: whole(start + data.length), total })}
      </Typography>
      {counted.capped && known === null && (
        <Button size="small" onClick={() => void countExactly()}>
          {t('exact')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <NativeSelect
        value={perPage}
        onChange={(event) => setPerPage(Number(event.target.value))}
        inputProps={{ 'aria-label': t('perPage') }}
        disableUnderline
        sx={{ fontSize: 13 }}
      >
        {sizes.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </NativeSelect>
      <IconButton
        size="small"
        aria-label={t('previous')}
        disabled={!hasPreviousPage}
        onClick={() => setPage(page - 1)}
      >
        <Left fontSize="small" />
      </IconButton>
      <Typography variant="body2" component="span">
        {page}
      </Typography>
      <IconButton
        size="small"
        aria-label={t('next')}
        disabled={!hasNextPage}
        onClick={() => setPage(page + 1)}
      >
        <Right fontSize="small" />
      </IconButton>
    </Box>
  );
}
