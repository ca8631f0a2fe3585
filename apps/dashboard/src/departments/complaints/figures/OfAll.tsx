import { complaint } from '@kehu/domain/complaints/complaint';
import { Box } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useTexts } from '../../../app/texts';
import { whole } from '../../../ui/figures';
import type { outOf } from './ask';
import { figuresTexts } from './texts';

/** Of how many a share is; opens all of them, while the share itself opens those that count. */
export function OfAll(props: {
  all: NonNullable<ReturnType<typeof outOf>>;
  kind: string | null;
  /** The figure's name, for whoever hears the page. */
  name: string;
}) {
  const t = useTexts(figuresTexts);
  const { all, kind, name } = props;
  const words = t(kind === complaint.name ? 'ofCases' : 'ofItems', { n: whole(all.count) });
  if (all.to === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {words}
      </Box>
    );
  return (
    <Box component={LinkBase} to={all.to} aria-label={`${name} ${words}`} sx={{ color: 'text.secondary' }}>
      {words}
    </Box>
  );
}
