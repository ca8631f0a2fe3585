import { shellTexts } from '../../app/shell/texts';
import { useTexts } from '../../app/texts';
import { Page } from '../../ui/Page';

export function Home() {
  const t = useTexts(shellTexts);
  return <Page title={t('work')}>{null}</Page>;
}
