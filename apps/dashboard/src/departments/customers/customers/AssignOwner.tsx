import { customer } from '@kehu/domain/customers/customer';
import { staff } from '@kehu/domain/organisation/organisation';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useRights } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { RelationChoice } from '../../../ui/RelationChoice';
import { Sure } from '../../../ui/Sure';
import { useAct } from '../../../ui/useAct';
import type { CustomerFile } from './file';
import { customerTexts } from './texts';

/** Gives the customer to somebody else, with the reason that the history keeps. */
export function AssignOwner({ file }: { file: CustomerFile }) {
  const t = useTexts(customerTexts);
  const say = useSay();
  const rights = useRights();
  const { run, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [ownerId, setOwnerId] = useState('');
  if (!rights.may('APPROVE', 'ownerTransfer')) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('newOwner')}
      </Button>
      {open && (
        <Sure
          title={t('newOwner')}
          act={t('newOwner')}
          asksReason
          busy={busy || ownerId === ''}
          onClose={() => setOpen(false)}
          onSure={async (reason) => {
            const input = { customerId: file.id, expectedVersion: file.version, ownerId, reason };
            if (await run('assignCustomerOwner', input, t('ownerAssigned'))) setOpen(false);
          }}
        >
          <RelationChoice
            kind={staff}
            label={say(customer.fields.owner.label)}
            value={ownerId}
            filter={{ status: 'ACTIVE' }}
            onChange={setOwnerId}
            required
            sx={{ mt: 2 }}
          />
        </Sure>
      )}
    </>
  );
}
