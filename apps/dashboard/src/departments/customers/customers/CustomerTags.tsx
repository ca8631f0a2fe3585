import { customer } from '@kehu/domain/customers/customer';
import { Box, Button, Chip, TextField } from '@mui/material';
import { useState } from 'react';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { useAct } from '../../../ui/useAct';
import type { CustomerFile } from './file';
import { customerTexts } from './texts';

/** The tags of a customer, added and taken away in place. */
export function CustomerTags({ file }: { file: CustomerFile }) {
  const t = useTexts(customerTexts);
  const rights = useRights();
  const { run, busy } = useAct();
  const [adding, setAdding] = useState(false);
  const [word, setWord] = useState('');
  if (!file.tags) return null;
  const changes = rights.may('UPDATE', customer.subject);
  if (!changes && file.tags.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 4 }}>
      {file.tags.map((each) => (
        <Chip
          key={each.id}
          size="small"
          variant="outlined"
          label={each.tag}
          {...(changes
            ? {
                onDelete: () =>
                  void run('untagCustomer', {
                    customerId: file.id,
                    expectedVersion: file.version,
                    tag: each.tag,
                  }),
                'aria-label': t('removeTag', { tag: each.tag }),
              }
            : {})}
        />
      ))}
      {changes && !adding && (
        <Button size="small" onClick={() => setAdding(true)}>
          {t('addTag')}
        </Button>
      )}
      {adding && (
        <form
          onSubmit={async (event) => {
            event.preventDefault();
            if (word.trim() === '') return;
            const input = { customerId: file.id, expectedVersion: file.version, tag: word.trim() };
            if (await run('tagCustomer', input)) setAdding(false);
            setWord('');
          }}
        >
          <TextField
            autoFocus
            value={word}
            onChange={(event) => setWord(event.target.value)}
            onBlur={() => word === '' && setAdding(false)}
            onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
            disabled={busy}
            slotProps={{ htmlInput: { 'aria-label': t('tagName'), maxLength: 40 } }}
            sx={{ width: 140 }}
          />
        </form>
      )}
    </Box>
  );
}
