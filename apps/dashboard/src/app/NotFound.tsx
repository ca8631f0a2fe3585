import { Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { Page } from '../ui/Page';
import { shellTexts } from './shell/texts';
import { useTexts } from './texts';

export function NotFound() {
  const t = useTexts(shellTexts);
  return (
    <Page title={t('notFound')}>
      <Typography sx={{ mb: 4 }}>{t('notFoundHint')}</Typography>
      <LinkBase to="/">{t('toWork')}</LinkBase>
    </Page>
  );
}
