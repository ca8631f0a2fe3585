import type { Kind } from '@kehu/domain/catalogue/kind';
import { contact, customerAddress } from '@kehu/domain/customers/contact';
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

type Words = keyof typeof customerTexts;

/** A list that a customer file has: what it shows, what can be done with it. */
interface PartOfFile {
  readonly kind: Kind;
  /** Where the file has them. */
  readonly of: 'contacts' | 'addresses';
  readonly title: Words;
  readonly columns: readonly string[];
  readonly form: readonly string[];
  /** The field by which one of them is told in a question. */
  readonly saidBy: string;
  readonly add: { readonly act: string; readonly words: Words };
  readonly edit: { readonly act: string; readonly words: Words };
  readonly remove: string;
}

/** The people one speaks with, the primary one first; and where the customer is. */
const parts: readonly PartOfFile[] = [
  {
    kind: contact,
    of: 'contacts',
    title: 'contacts',
    columns: ['name', 'position', 'decisionRole', 'phone', 'email', 'isPrimary', 'validTo'],
    form: ['name', 'position', 'decisionRole', 'phone', 'email', 'birthday', 'validTo', 'isPrimary'],
    saidBy: 'name',
    add: { act: 'addContact', words: 'addContact' },
    edit: { act: 'updateContact', words: 'editContact' },
    remove: 'removeContact',
  },
  {
    kind: customerAddress,
    of: 'addresses',
    title: 'addresses',
    columns: ['purpose', 'province', 'city', 'district', 'street', 'postcode'],
    form: ['purpose', 'country', 'province', 'city', 'district', 'postcode', 'street'],
    saidBy: 'city',
    add: { act: 'addCustomerAddress', words: 'addAddress' },
    edit: { act: 'updateCustomerAddress', words: 'editAddress' },
    remove: 'removeCustomerAddress',
  },
];

/** Contacts and addresses of a customer, corrected in place; masked numbers can be shown one at a time. */
export function CustomerParts(props: { file: CustomerFile; reasons: readonly RevealReason[] }) {
  const rights = useRights();
  return parts
    .filter((part) => rights.reads(part.kind))
    .map((part) => <Part key={part.of} part={part} {...props} />);
}

function Part(props: { part: PartOfFile; file: CustomerFile; reasons: readonly RevealReason[] }) {
  const { kind, of, title, columns, form, saidBy, add, edit, remove } = props.part;
  const t = useTexts(customerTexts);
  const rights = useRights();
  const [open, setOpen] = useState<{ id?: string } | null>(null);
  const changes = rights.may('UPDATE', customer.subject);
  const rows = props.file[of] ?? [];
  const edited = rows.find((row) => row.id === open?.id);
  return (
    <Section
      title={t(title)}
      count={rows.length || undefined}
      acts={changes && <Button onClick={() => setOpen({})}>{t(add.words)}</Button>}
    >
      <Lines
        kind={kind}
        names={columns}
        rows={rows}
        label={t(title)}
        // Masked values get their button; Reveal leaves all others as they are.
        cell={(name, row) => (
          <Reveal kind={kind} id={row.id} name={name} value={row[name]} reasons={props.reasons}>
            <Value kind={kind} name={name} record={row} />
          </Reveal>
        )}
        {...(changes
          ? {
              acts: (row) => (
                <>
                  <Button size="small" onClick={() => setOpen({ id: row.id })}>
                    {t('edit')}
                  </Button>
                  <RemovePart act={remove} record={row} title={String(row[saidBy] ?? '')} />
                </>
              ),
            }
          : {})}
      />
      {open && (
        <DialogForm
          kind={kind}
          title={t((edited ? edit : add).words)}
          act={(edited ? edit : add).act}
          record={edited}
          groups={[{ names: form }]}
          {...(edited ? {} : { extra: { customerId: props.file.id } })}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
