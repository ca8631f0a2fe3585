import { customerAddress } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { DialogForm } from '../../../ui/form/DialogForm';
import { Section } from '../../../ui/Page';
import { Lines } from '../../../ui/record/Lines';
import { Reveal, type RevealReason } from '../../../ui/record/Reveal';
import { Value } from '../../../ui/Value';
import type { CustomerFile } from './file';
import { RemovePart } from './RemovePart';
import { customerTexts } from './texts';

const names = ['purpose', 'province', 'city', 'district', 'street', 'postcode'];
const form = [{ names: ['purpose', 'country', 'province', 'city', 'district', 'postcode', 'street'] }];

export function CustomerAddresses({
  file,
  reasons,
}: {
  file: CustomerFile;
  reasons: readonly RevealReason[];
}) {
  const t = useTexts(customerTexts);
  const rights = useRights();
  const [open, setOpen] = useState<{ id?: string } | null>(null);
  if (!rights.reads(customerAddress)) return null;
  const changes = rights.may('UPDATE', customer.subject);
  const rows = file.addresses ?? [];
  const edited = rows.find((row) => row.id === open?.id);
  return (
    <Section
      title={t('addresses')}
      count={rows.length || undefined}
      acts={changes && <Button onClick={() => setOpen({})}>{t('addAddress')}</Button>}
    >
      <Lines
        kind={customerAddress}
        names={names}
        rows={rows}
        label={t('addresses')}
        cell={(name, row) =>
          name === 'street' ? (
            <Reveal kind={customerAddress} id={row.id} name={name} value={row[name]} reasons={reasons}>
              <Value kind={customerAddress} name={name} record={row} />
            </Reveal>
          ) : null
        }
        {...(changes
          ? {
              acts: (row) => (
                <>
                  <Button size="small" onClick={() => setOpen({ id: row.id })}>
                    {t('edit')}
                  </Button>
                  <RemovePart act="removeCustomerAddress" record={row} title={String(row.city ?? '')} />
                </>
              ),
            }
          : {})}
      />
      {open && (
        <DialogForm
          kind={customerAddress}
          title={t(edited ? 'editAddress' : 'addAddress')}
          act={edited ? 'updateCustomerAddress' : 'addCustomerAddress'}
          record={edited}
          groups={form}
          {...(edited ? {} : { extra: { customerId: file.id } })}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
