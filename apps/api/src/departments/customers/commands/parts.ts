import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { futureProblems } from '../rules.js';

/** A kind of part of a customer file that is added, changed and removed line by line. */
interface Part {
  readonly kind: 'Contact' | 'CustomerAddress';
  readonly fields: readonly string[];
  readonly defaults: RecordRow;
  /** Days that must not lie in the future. */
  readonly past: readonly string[];
}

export const contactPart: Part = {
  kind: 'Contact',
  fields: ['name', 'position', 'decisionRole', 'phone', 'email', 'birthday', 'isPrimary', 'validTo'],
  defaults: { isPrimary: false },
  past: ['birthday'],
};

export const addressPart: Part = {
  kind: 'CustomerAddress',
  fields: ['purpose', 'country', 'province', 'city', 'district', 'street', 'postcode'],
  defaults: {},
  past: [],
};

export type AddPartInput = ActInput & Readonly<Record<string, unknown>> & { readonly customerId: string };
export type ChangePartInput = ActInput &
  Readonly<Record<string, unknown>> & { readonly id: string; readonly expectedVersion: number };
export interface PartOutcome {
  readonly id: string;
  readonly customerId: string;
}

const permission = { subject: 'customerFile', action: 'UPDATE' } as const;

/** Adds a part to a customer's file; the file must be one that the person may work on. */
export function addPart(name: string, part: Part): Command<AddPartInput, PartOutcome> {
  return {
    name,
    permission,
    targets: ({ customerId }) => [{ kind: 'Customer', id: String(customerId), expectedVersion: null }],
    async run(work, { customerId, idempotencyKey: _, ...input }) {
      const row = checked(work, part, { ...part.defaults, ...input }, false);
      const id = await work.insert(part.kind, { ...row, customerId });
      await onlyOnePrimary(work, part, customerId, id, row);
      return { id, customerId: String(customerId) };
    },
  };
}

/** Changes a part; only what is given changes. */
export function updatePart(name: string, part: Part): Command<ChangePartInput, PartOutcome> {
  return {
    name,
    permission,
    targets: ({ id, expectedVersion }) => [{ kind: part.kind, id: String(id), expectedVersion }],
    async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
      const row = checked(work, part, input, true);
      const customerId = String((await work.load(part.kind, id))?.customerId);
      await work.update(part.kind, id, row);
      await onlyOnePrimary(work, part, customerId, id, row);
      return { id, customerId };
    },
  };
}

/** Takes a part off the file; the audit trail keeps what it was. */
export function removePart(name: string, part: Part): Command<ChangePartInput, PartOutcome> {
  return {
    name,
    permission,
    targets: ({ id, expectedVersion }) => [{ kind: part.kind, id: String(id), expectedVersion }],
    async run(work, { id }) {
      const customerId = String((await work.load(part.kind, id))?.customerId);
      await work.remove(part.kind, id);
      return { id, customerId };
    },
  };
}

function checked(
  work: Work,
  part: Part,
  input: Readonly<Record<string, unknown>>,
  partial: boolean,
): RecordRow {
  const { row, problems } = checkFields(kindNamed(part.kind), input, { fields: part.fields, partial });
  problems.push(...futureProblems(work, row, part.past));
  if (problems.length > 0) throw badInput(...problems);
  return row;
}

/** One primary contact per customer (dossier C2): the new one takes the place of the old one. */
async function onlyOnePrimary(
  work: Work,
  part: Part,
  customerId: string,
  id: string,
  row: RecordRow,
): Promise<void> {
  if (part.kind !== 'Contact' || row.isPrimary !== true) return;
  await work.load('Customer', customerId);
  for (const other of await work.find('Contact', { customerId, isPrimary: true })) {
    if (other.id !== id) await work.update('Contact', String(other.id), { isPrimary: false });
  }
}
