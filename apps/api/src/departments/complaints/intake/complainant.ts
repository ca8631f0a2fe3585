import { cleanLine } from '@kehu/domain/text/clean';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';
import { freeNumber } from '../../customers/commands/create-customer.js';
import { keepHistory } from '../../customers/history.js';
import { wasLookedUp } from './lookup-log.js';

/** Who complains, as the case holds it. */
export interface Complainant {
  readonly customer: RecordRow | null;
  readonly row: RecordRow;
}

/**
 * Who complains: a customer whom the person may see or has just looked up for this case, a new customer
 * with name and phone in the same act, or nobody known (anonymous, F13). A new customer whose phone the
 * company has already is that customer.
 */
export async function complainantOf(work: Work, input: RecordRow): Promise<Complainant> {
  if (input.anonymous === true) {
    if (input.customerId != null || input.complainantName != null)
      throw badInput({ path: 'anonymous', message: 'input.whoComplains' });
    return {
      customer: null,
      row: { anonymous: true, customerId: null, complainantName: '匿名', complainantPhone: null },
    };
  }
  const customer =
    input.customerId == null ? await newCustomer(work, input) : await chosen(work, String(input.customerId));
  const row = {
    anonymous: false,
    customerId: String(customer.id),
    complainantName: input.complainantName ?? customer.name,
    complainantPhone: input.complainantPhone ?? customer.phone ?? null,
  };
  return { customer, row };
}

async function chosen(work: Work, id: string): Promise<RecordRow> {
  const customer = /^[1-9]\d{0,15}$/.test(id) ? await work.peek('Customer', id) : null;
  const known = customer && ((await work.sees('Customer', id)) || (await wasLookedUp(work, id)));
  if (!known) throw badInput({ path: 'customerId', message: 'input.noSuchRecord' });
  return customer;
}

async function newCustomer(work: Work, input: RecordRow): Promise<RecordRow> {
  const name = cleanLine(String(input.complainantName ?? '')).text;
  if (name === '') throw badInput({ path: 'customerId', message: 'input.whoComplains' });
  const phone = input.complainantPhone == null ? null : String(input.complainantPhone);
  const [same, another] = phone === null ? [] : await work.find('Customer', { phone });
  if (same && !another) return same;
  const storeId = input.storeId ?? work.actor.storeId ?? null;
  const store = storeId === null ? null : await work.peek('Department', String(storeId));
  const row: RecordRow = {
    type: 'CONSUMER',
    partyType: 'PERSON',
    name,
    phone,
    lifecycle: 'ACTIVE',
    storeId,
    departmentId: storeId ?? work.actor.departmentId,
    regionId: store?.regionId ?? null,
    ownerId: null,
    customerNo: await freeNumber(work),
  };
  const id = await work.insert('Customer', row);
  await keepHistory(work, id, null, row, null);
  return { ...row, id };
}
