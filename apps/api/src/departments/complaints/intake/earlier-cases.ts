import type { Work } from '../../../commands/command.js';
import { storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { type FactSource, sourceOf } from '../../../records/source.js';
import { readSettings } from '../case/settings.js';

const mostLinks = 5;

interface EarlierCase {
  readonly id: string;
  readonly basis: 'SAME_CUSTOMER' | 'SAME_PRODUCT' | 'SAME_BATCH';
  readonly same_matter: number;
}

export interface EarlierCases {
  readonly links: readonly { readonly otherId: string; readonly basis: EarlierCase['basis'] }[];
  /** The same product and category came in before. */
  readonly recurrence: boolean;
  /** The customer's own latest case of the same matter. */
  readonly repeatOfId: string | null;
}

const text = (value: unknown): string | null => (value == null ? null : String(value));

/** How many days back the same matter counts as the same (R4.1, E1.6): 90 unless the organisation says otherwise. */
export async function similarDays(source: FactSource): Promise<number> {
  return Number((await readSettings(source))('recurrence.days', 'GENERAL'));
}

/** Cases of the last days that a new one belongs with: same customer, product and category, batch. */
export async function earlierCases(work: Work, row: RecordRow): Promise<EarlierCases> {
  const days = await similarDays(sourceOf(work));
  const since = storedInstant(new Date(Date.parse(String(row.receivedAt)) - days * 86_400_000));
  const { customerId, productId, orderId, batchNo, category } = row;
  const found: EarlierCase[] = [];
  const ask = async (basis: EarlierCase['basis'], where: string, values: readonly (string | null)[]) => {
    const rows = await work.rows<Omit<EarlierCase, 'basis'>>(
      `SELECT id, (category = ? AND (product_id <=> ? OR order_id <=> ?)) AS same_matter FROM complaint
       WHERE received_at >= ? AND ${where} ORDER BY received_at DESC, id DESC LIMIT ${mostLinks}`,
      [String(category), text(productId), text(orderId), since, ...values],
    );
    found.push(...rows.map((each) => ({ ...each, id: String(each.id), basis })));
  };
  if (customerId != null) await ask('SAME_CUSTOMER', 'customer_id = ?', [String(customerId)]);
  if (productId != null)
    await ask('SAME_PRODUCT', 'product_id = ? AND category = ?', [String(productId), String(category)]);
  if (batchNo != null) await ask('SAME_BATCH', 'batch_no = ?', [String(batchNo)]);
  const links = new Map<string, EarlierCase['basis']>();
  for (const { id, basis } of found) if (!links.has(id)) links.set(id, basis);
  const repeat = found.find(
    ({ basis, same_matter: same }) => basis === 'SAME_CUSTOMER' && Number(same) === 1,
  );
  return {
    links: [...links].map(([otherId, basis]) => ({ otherId, basis })),
    recurrence: found.some(({ basis }) => basis === 'SAME_PRODUCT'),
    repeatOfId: repeat?.id ?? null,
  };
}

/** Links a new case with the earlier ones. */
export async function linkCases(work: Work, complaintId: string, { links }: EarlierCases): Promise<void> {
  for (const { otherId, basis } of links)
    await work.insert('CaseLink', { complaintId, otherId, basis, byId: null, at: work.now.toISOString() });
}
