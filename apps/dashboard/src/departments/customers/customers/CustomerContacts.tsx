import { contact } from '@kehu/domain/customers/contact';
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

const names = ['name', 'position', 'decisionRole', 'phone', 'email', 'isPrimary', 'validTo'];
const form = [
  { names: ['name', 'position', 'decisionRole', 'phone', 'email', 'birthday', 'validTo', 'isPrimary'] },
];

/** The people one speaks with, the primary one first. */
export function CustomerContacts({
  file,
  reasons,
}: {
  file: CustomerFile;
  reasons: readonly RevealReason[];
}) {
  const t = useTexts(customerTexts);
  const rights = useRights();
  const [open, setOpen] = useState<{ id?: string } | null>(null);
  if (!rights.reads(contact)) return null;
  const changes = rights.may('UPDATE', customer.subject);
  const rows = file.contacts ?? [];
  const edited = rows.find((row) => row.id === open?.id);
  return (
    <Section
      title={t('contacts')}
      count={rows.length || undefined}
      acts={changes && <Button onClick={() => setOpen({})}>{t('addContact')}</Button>}
    >
      <Lines
        kind={contact}
        names={names}
        rows={rows}
        label={t('contacts')}
        cell={(name, row) =>
          name === 'phone' || name === 'email' ? (
            <Reveal kind={contact} id={row.id} name={name} value={row[name]} reasons={reasons}>
              <Value kind={contact} name={name} record={row} />
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
                  <RemovePart act="removeContact" record={row} title={String(row.name ?? '')} />
                </>
              ),
            }
          : {})}
      />
      {open && (
        <DialogForm
          kind={contact}
          title={t(edited ? 'editContact' : 'addContact')}
          act={edited ? 'updateContact' : 'addContact'}
          record={edited}
          groups={form}
          {...(edited ? {} : { extra: { customerId: file.id } })}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
