import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { shellTexts } from '../app/shell/texts';
import { useTexts } from '../app/texts';

/** Head of a page: what it is, what stands beside it, what can be done; sets the browser's title. */
export function Page(props: {
  title: string;
  beside?: ReactNode;
  acts?: ReactNode;
  /** The head stays off paper: what is printed has a head of its own. */
  headOnScreenOnly?: boolean;
  children: ReactNode;
}) {
  const t = useTexts(shellTexts);
  const product = t('product');
  useEffect(() => {
    document.title = `${props.title} · ${product}`;
  }, [props.title, product]);
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 4,
          rowGap: 2,
          mb: 3,
          minHeight: 32,
          ...(props.headOnScreenOnly ? { displayPrint: 'none' } : {}),
        }}
      >
        <Typography variant="h1">{props.title}</Typography>
        {props.beside}
        <Box sx={{ flex: 1 }} />
        {props.acts && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, displayPrint: 'none' }}>{props.acts}</Box>
        )}
      </Box>
      {props.children}
    </>
  );
}

/** A part of a page with its heading, ruled off from the one above. */
export function Section(props: {
  title: string;
  count?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <Box component="section" id={props.id} aria-label={props.title} sx={{ mb: 8 }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'baseline',
          flexWrap: 'wrap',
          gap: 2,
          borderBottom: 1,
          borderColor: 'divider',
          pb: 1,
          mb: 2,
          minHeight: 33,
        }}
      >
        <Typography variant="h2">{props.title}</Typography>
        {props.count !== undefined && (
          <Typography variant="body2" color="text.secondary">
            {props.count}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {props.acts}
      </Box>
      {props.children}
    </Box>
  );
}
