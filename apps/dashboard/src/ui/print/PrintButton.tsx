import { Button } from '@mui/material';
import { useTexts } from '../../app/texts';
import { printTexts } from './texts';

/** Opens the browser's print dialog; the dialog also saves as PDF. */
export function PrintButton() {
  const t = useTexts(printTexts);
  return (
    <Button variant="contained" onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
