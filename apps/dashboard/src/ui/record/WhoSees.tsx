import type { Kind } from '@kehu/domain/catalogue/kind';
import Close from '@mui/icons-material/Close';
import { Box, Button, Drawer, IconButton, Typography } from '@mui/material';
import { useState } from 'react';
import { useRights } from '../../app/person';
import { useTexts } from '../../app/texts';
import { useProblem } from '../problem';
import { useAsk } from '../useAsk';
import { recordTexts } from './texts';

/** A drawer that says who can see this record, and by which grant. For whoever reviews access. */
export function WhoSees({ kind, id }: { kind: Kind; id: string }) {
  const t = useTexts(recordTexts);
  const rights = useRights();
  const [open, setOpen] = useState(false);
  if (!rights.may('READ', 'accessReview')) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('whoSees')}
      </Button>
      <Drawer
        anchor="right"
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('whoSees'), sx: { width: 400, maxWidth: '100%', p: 4 } },
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            {t('whoSees')}
          </Typography>
          <IconButton size="small" aria-label={t('close')} onClick={() => setOpen(false)}>
            <Close fontSize="small" />
          </IconButton>
        </Box>
        {open && <Viewers kind={kind} id={id} />}
      </Drawer>
    </>
  );
}

interface Viewer {
  readonly staff: { readonly id: string; readonly displayName: string };
  readonly because: readonly string[];
}

const whoText = `query WhoCanSee($entity: String!, $id: ID!) {
  who: whoCanSee(entity: $entity, id: $id) { staff { id displayName } because }
}`;

function Viewers({ kind, id }: { kind: Kind; id: string }) {
  const t = useTexts(recordTexts);
  const say = useProblem();
  const { data, error } = useAsk<{ who: readonly Viewer[] }>(whoText, { entity: kind.name, id });
  if (error) return <Typography color="error">{say(error)}</Typography>;
  if (!data) return <Typography color="text.secondary">{t('loading')}</Typography>;
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {t('whoSeesHint')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.who.map((viewer) => (
          <Box component="li" key={viewer.staff.id} sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
            <Typography sx={{ fontWeight: 500 }}>{viewer.staff.displayName}</Typography>
            {viewer.because.map((each) => (
              <Typography key={each} variant="body2" color="text.secondary">
                {each}
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
    </>
  );
}
