import { Button } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../../app/texts';
import { Sure } from '../../../ui/Sure';
import { useAct } from '../../../ui/useAct';
import { customerTexts } from './texts';

/** Takes a contact or an address off the file, after asking. */
export function RemovePart(props: {
  act: string;
  record: Readonly<Record<string, unknown>> & { readonly id: string };
  title: string;
}) {
  const t = useTexts(customerTexts);
  const { run, busy } = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {asking && (
        <Sure
          title={t('removeSure', { name: props.title })}
          act={t('remove')}
          busy={busy}
          onClose={() => setAsking(false)}
          onSure={async () => {
            await run(
              props.act,
              { id: props.record.id, expectedVersion: props.record.version },
              t('removed'),
            );
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
