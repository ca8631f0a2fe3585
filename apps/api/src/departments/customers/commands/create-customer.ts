import { permits } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { keepHistory } from '../history.js';
import { referenceProblems, requireGradeRight } from '../rules.js';

/** What people write into a customer file; the owner has an act of his own. */
export const customerFields = [
  'type',
  'partyType',
  'name',
  'shortName',
  'phone',
  'memberNo',
  'relation',
  'lifecycle',
  'segment',
  'grade',
  'country',
  'province',
  'city',
  'region',
  'store',
  'department',
  'acquiredVia',
  'lastContactAt',
  'nextContactDue',
  'lastVerifiedAt',
  'remark',
] as const;

export const customerReferences = {
  regionId: 'Region',
  storeId: 'Department',
  departmentId: 'Department',
} as const;

/** Ends of a file that only merging and erasing bring about. */
const ends: ReadonlySet<unknown> = new Set(['MERGED', 'ERASED']);

export function lifecycleProblems(row: Readonly<Record<string, unknown>>) {
  if (!ends.has(row.lifecycle)) return [];
  const codes = 'PROSPECT, ACTIVE, DORMANT, LOST, BLACKLISTED';
  return [{ path: 'lifecycle', message: 'input.notOneOf' as const, values: { codes } }];
}

/** How a customer number is written; the importer writes its numbers the same way. */
const customerNumber = (number: number) => `KH-${String(number).padStart(6, '0')}`;

export type CreateCustomerInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * A new customer file (R1.3, R2.8, R3.1). Store, department and region are the person's own unless said
 * otherwise, and whoever works with customers of his own becomes the owner. The new file must lie
 * within what the person may create.
 */
export const createCustomer: Command<CreateCustomerInput, { readonly id: string }> = {
  name: 'createCustomer',
  permission: { subject: 'customerFile', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const given = { lifecycle: 'PROSPECT', ...input };
    const { row, problems } = checkFields(kindNamed('Customer'), given, {
      fields: customerFields,
      partial: false,
    });
    problems.push(...lifecycleProblems(row), ...(await referenceProblems(work, row, customerReferences)));
    if (problems.length > 0) throw badInput(...problems);
    await placeCustomer(work, row);
    const right = { subject: 'customerFile', action: 'CREATE' } as const;
    if (!(await work.reaches(right, 'Customer', row))) throw ruleViolation('rule.outsideOwnScope', null);
    if (row.grade != null) await requireGradeRight(work, row);
    const id = await work.insert('Customer', { ...row, customerNo: await freeNumber(work) });
    await keepHistory(work, id, null, row, null);
    return { id };
  },
};

/**
 * The next customer number. Files that came in with numbers of their own may be ahead of the sequence;
 * then it goes on behind the highest of them.
 */
export async function freeNumber(work: Work): Promise<string> {
  const number = customerNumber(await work.nextNumber('customer'));
  if ((await work.count('Customer', { customerNo: number })) === 0) return number;
  await work.sql(
    `UPDATE number_sequence SET last_number = GREATEST(last_number, (SELECT COALESCE(MAX(CAST(SUBSTRING(customer_no, 4) AS UNSIGNED)), 0)
       FROM customer WHERE customer_no LIKE 'KH-______')) WHERE name = 'customer'`,
    [],
  );
  return customerNumber(await work.nextNumber('customer'));
}

async function placeCustomer(work: Work, row: Record<string, unknown>): Promise<void> {
  const { actor } = work;
  if (row.storeId === undefined) row.storeId = actor.storeId;
  if (row.departmentId === undefined) row.departmentId = row.storeId ?? actor.departmentId;
  if (row.regionId === undefined) {
    const place = row.storeId ?? row.departmentId;
    const department = place == null ? null : await work.peek('Department', String(place));
    const person = actor.via === 'operator' ? null : await work.peek('Staff', actor.staffId);
    row.regionId = department?.regionId ?? person?.regionId ?? null;
  }
  // Whoever creates for the whole company enters files for others to take.
  const narrow = permits(actor.roles, 'customerFile', 'CREATE').every((right) => right.scope !== 'ALL');
  row.ownerId = narrow ? actor.staffId : null;
}
