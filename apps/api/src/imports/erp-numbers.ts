import type { Queryable } from '@kehu/database/connection';
import { joinKey } from '@kehu/importer/map/keys';
import type { Profile } from '@kehu/importer/profile/profile';

/** A record that carries the ERP's number although no file brought it. */
export interface KnownByErp {
  readonly id: string;
  readonly key: string;
}

const numbered: Readonly<Record<string, string>> = { Order: 'sales_order', Payment: 'payment' };

/**
 * Whether a profile's records of a kind go by the ERP's number, so that one that was entered here under the
 * same number is the same: an order or a payment whose key alone is its number; lines of such an order, whose
 * key is its number and the line's.
 */
function goesByErp(profile: Profile, kind: string): boolean {
  const specs = profile.records.filter((spec) => spec.kind === kind);
  if (kind === 'OrderLine')
    return (
      goesByErp(profile, 'Order') &&
      specs.every(({ key, fields }) => key.length === 2 && fields.has('lineNo'))
    );
  return (
    kind in numbered &&
    specs.length > 0 &&
    specs.every(({ key, fields }) => key.length === 1 && fields.has('erpNo'))
  );
}

/** A part of a key as the file says it. */
const unescaped = (part: string): string => part.replace(/\\([\\|])/g, '$1');

/** Which of these keys are carried by records that were entered here; the oldest where several carry one. */
export async function knownByErp(
  database: Queryable,
  profile: Profile,
  kind: string,
  keys: readonly string[],
): Promise<readonly KnownByErp[]> {
  if (keys.length === 0 || !goesByErp(profile, kind)) return [];
  if (kind !== 'OrderLine') {
    const rows = await database.query<{ id: string; erp_no: string }>(
      `SELECT id, erp_no FROM ${numbered[kind]} WHERE erp_no IN (?) ORDER BY id DESC`,
      [keys.map(unescaped)],
    );
    return rows.map(({ id, erp_no: no }) => ({ id: String(id), key: joinKey([no]) }));
  }
  const wanted = new Set(keys);
  const numbers = [...new Set(keys.map((key) => unescaped(key.slice(0, key.lastIndexOf('|')))))];
  const rows = await database.query<{ id: string; erp_no: string; line_no: number | string }>(
    `SELECT l.id, o.erp_no, l.line_no FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE o.erp_no IN (?) ORDER BY l.id DESC`,
    [numbers],
  );
  return rows
    .map(({ id, erp_no: no, line_no: line }) => ({ id: String(id), key: joinKey([no, String(line)]) }))
    .filter(({ key }) => wanted.has(key));
}
