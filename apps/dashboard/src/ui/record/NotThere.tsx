import { Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { shellTexts } from '../../app/shell/texts';
import { useTexts } from '../../app/texts';
import { Refusal } from '../../data/refusal';
import { Page } from '../Page';
import { useProblem } from '../problem';

/** A record that does not exist or may not be seen (the two look the same), or a page that is refused. */
export function NotThere({ error }: { error: unknown }) {
  const t = useTexts(shellTexts);
  const say = useProblem();
  return (
    <Page title={t('cannotOpen')}>
      <Typography role="alert" sx={{ mb: 4 }}>
        {say(error ?? new Refusal('', 'NOT_FOUND'))}
      </Typography>
      <LinkBase to="/">{t('toWork')}</LinkBase>
    </Page>
  );
}
