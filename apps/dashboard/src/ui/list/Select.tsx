import { Checkbox } from '@mui/material';
import { useListContext } from 'react-admin';
import { useTexts } from '../../app/texts';
import { bulkTexts } from '../bulk/texts';

/** Selects one row of a list; the selection stays over pages and filters. */
export function SelectRow({ id, name }: { id: string; name: string }) {
  const t = useTexts(bulkTexts);
  const { selectedIds, onToggleItem } = useListContext();
  return (
    <Checkbox
      size="small"
      checked={(selectedIds ?? []).some((each) => String(each) === id)}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { 'aria-label': t('selectRow', { name }) } }}
      sx={{ p: 1 }}
    />
  );
}

/** Selects every row of the page, or unselects them. */
export function SelectPage({ rows }: { rows: readonly { readonly id: string }[] }) {
  const t = useTexts(bulkTexts);
  const { selectedIds, onSelect } = useListContext();
  const chosen = new Set((selectedIds ?? []).map(String));
  const here = rows.filter((row) => chosen.has(row.id)).length;
  const all = rows.length > 0 && here === rows.length;
  return (
    <Checkbox
      size="small"
      checked={all}
      indeterminate={here > 0 && !all}
      disabled={rows.length === 0}
      onChange={() => {
        const others = [...chosen].filter((id) => !rows.some((row) => row.id === id));
        onSelect(all ? others : [...others, ...rows.map((row) => row.id)]);
      }}
      slotProps={{ input: { 'aria-label': t('selectPage') } }}
      sx={{ p: 1 }}
    />
  );
}
