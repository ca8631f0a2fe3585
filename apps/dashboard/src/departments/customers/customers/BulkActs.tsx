import { customerTag } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { staff } from '@kehu/domain/organisation/organisation';
import { Button, TextField } from '@mui/material';
import { useMemo, useState } from 'react';
import { useGetOne } from 'react-admin';
import { useRights } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { act } from '../../../data/client';
import { actText, someText } from '../../../data/query';
import type { Rights } from '../../../data/rights';
import { selectionOf } from '../../../data/selection';
import { BulkDialog } from '../../../ui/bulk/BulkDialog';
import type { BulkChange } from '../../../ui/bulk/run';
import { RelationChoice } from '../../../ui/RelationChoice';
import { recordTexts } from '../../../ui/record/texts';
import { useAsk } from '../../../ui/useAsk';
import { customerTexts } from './texts';

interface Chosen {
  readonly id: string;
  readonly version: number;
  readonly customerNo?: string;
  readonly name?: string;
  readonly owner?: { readonly id: string; readonly displayName?: string } | null;
  readonly tags?: readonly { readonly tag: string }[];
}

interface Acted {
  readonly act: { readonly customer: { readonly id: string; readonly version: number } | null };
}

/** Runs an act on a customer and answers the version that it left; null when the customer is out of sight now. */
async function acted(name: string, input: Readonly<Record<string, unknown>>): Promise<number | null> {
  const answer = await act<Acted>(actText(name, 'customer { id version }'), { input });
  return answer.act.customer?.version ?? null;
}

/** The selected customers as they are at this moment. */
function useChosen(ids: readonly string[], rights: Rights) {
  const tags = rights.reads(customerTag) ? 'tags(limit: 100) { tag }' : '';
  const own = selectionOf(customer, ['version', 'customerNo', 'name', 'owner'], rights);
  const { data } = useAsk<{ list: { items: readonly Chosen[] } }>(someText(customer, `${own} ${tags}`), {
    where: { id: { in: ids } },
    orderBy: customer.defaultOrder.map(({ field, direction }) => ({ [field]: direction })),
    limit: ids.length,
  });
  return data?.list.items ?? null;
}

const titleOf = (each: Chosen) => [each.name, each.customerNo].filter(Boolean).join(' · ') || each.id;

/** What can be done with several customers at once. */
export function CustomerBulkActs({ ids }: { ids: readonly string[] }) {
  const t = useTexts(customerTexts);
  const rights = useRights();
  const [open, setOpen] = useState<'owner' | 'tag' | null>(null);
  return (
    <>
      {rights.may('APPROVE', 'ownerTransfer') && (
        <Button variant="outlined" onClick={() => setOpen('owner')}>
          {t('newOwner')}
        </Button>
      )}
      {rights.may('UPDATE', customer.subject) && (
        <Button variant="outlined" onClick={() => setOpen('tag')}>
          {t('addTag')}
        </Button>
      )}
      {open === 'owner' && <BulkOwner ids={ids} onClose={() => setOpen(null)} />}
      {open === 'tag' && <BulkTag ids={ids} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Whether the person may do anything with several customers. */
export const hasBulkActs = (rights: Rights): boolean =>
  rights.may('APPROVE', 'ownerTransfer') || rights.may('UPDATE', customer.subject);

function BulkOwner({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const t = useTexts(customerTexts);
  const words = useTexts(recordTexts);
  const say = useSay();
  const rights = useRights();
  const [ownerId, setOwnerId] = useState('');
  const [reason, setReason] = useState('');
  const chosen = useChosen(ids, rights);
  const owner = useGetOne(
    staff.plural,
    { id: ownerId, meta: { fields: ['displayName'] } },
    { enabled: ownerId !== '', retry: false },
  );
  const name = ownerId === '' ? '' : String(owner.data?.displayName ?? '…');
  const back = t('takenBack');
  const changes = useMemo(() => {
    if (!chosen || ownerId === '' || reason.trim() === '') return null;
    return chosen.map((each): BulkChange => {
      const former = each.owner?.id;
      return {
        id: each.id,
        title: titleOf(each),
        before: each.owner?.displayName ?? '',
        after: name,
        same: former === ownerId,
        async run(idempotencyKey) {
          const input = {
            customerId: each.id,
            expectedVersion: each.version,
            ownerId,
            reason: reason.trim(),
          };
          const version = await acted('assignCustomerOwner', { ...input, idempotencyKey });
          // Nobody before, or out of sight now: there is no way back by the same act.
          if (!former || version === null) return null;
          return async (key) => {
            await acted('assignCustomerOwner', {
              customerId: each.id,
              expectedVersion: version,
              ownerId: former,
              reason: back,
              idempotencyKey: key,
            });
          };
        },
      };
    });
  }, [chosen, ownerId, reason, name, back]);
  return (
    <BulkDialog
      title={t('bulkOwner', { n: ids.length })}
      act={t('newOwner')}
      changes={changes}
      gone={chosen ? ids.length - chosen.length : 0}
      onClose={onClose}
      form={
        <>
          <RelationChoice
            kind={staff}
            label={say(customer.fields.owner.label)}
            value={ownerId}
            filter={{ status: 'ACTIVE' }}
            onChange={setOwnerId}
            required
          />
          <TextField
            label={words('reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </>
      }
    />
  );
}

function BulkTag({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const t = useTexts(customerTexts);
  const rights = useRights();
  const [word, setWord] = useState('');
  const chosen = useChosen(ids, rights);
  const tag = word.trim();
  const changes = useMemo(() => {
    if (!chosen || tag === '') return null;
    return chosen.map((each): BulkChange => {
      const tags = (each.tags ?? []).map((one) => one.tag);
      return {
        id: each.id,
        title: titleOf(each),
        before: tags.join('、'),
        after: [...tags, tag].join('、'),
        same: tags.includes(tag),
        async run(idempotencyKey) {
          const input = { customerId: each.id, tag };
          const version = await acted('tagCustomer', {
            ...input,
            expectedVersion: each.version,
            idempotencyKey,
          });
          if (version === null) return null;
          return async (key) => {
            await acted('untagCustomer', { ...input, expectedVersion: version, idempotencyKey: key });
          };
        },
      };
    });
  }, [chosen, tag]);
  return (
    <BulkDialog
      title={t('bulkTag', { n: ids.length })}
      act={t('addTag')}
      changes={changes}
      gone={chosen ? ids.length - chosen.length : 0}
      onClose={onClose}
      form={
        <TextField
          label={t('tagName')}
          value={word}
          onChange={(event) => setWord(event.target.value)}
          required
          autoFocus
          slotProps={{ htmlInput: { maxLength: 40 } }}
        />
      }
    />
  );
}
