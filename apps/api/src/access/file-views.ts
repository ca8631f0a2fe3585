import { permits } from '@kehu/domain/access/permissions';
import { dayIn } from '@kehu/domain/text/dates';
import type { RequestContext } from '../context.js';
import { storedInstant } from '../records/decode.js';

/** Files that this process has written down today; the table's key holds for all processes. */
const noted = new Set<string>();
const mostNoted = 20_000;

/**
 * An owner who opens the file of an own organisation sees its business contacts plainly, logged all the
 * same (practice, settings 8): one row per person, customer and day, written the first time that day. Lists
 * are not logged row by row, exports by their own log. Anything but a customer's file does nothing.
 */
export async function noteFileView(context: RequestContext, kind: string, id: string): Promise<void> {
  const { actor, services } = context;
  if (kind !== 'Customer' || !actor || permits(actor.roles, 'businessContact', 'READ').length === 0) return;
  const now = services.clock.now();
  const day = dayIn(context.organisation.zone, now);
  const key = `${day} ${actor.staffId} ${id}`;
  if (noted.has(key)) return;
  const at = storedInstant(now);
  await services.database.change(
    `INSERT IGNORE INTO personal_data_view (id, staff_id, customer_id, \`day\`, \`at\`, created_at, updated_at, version)
     SELECT ?, ?, c.id, ?, ?, ?, ?, 1 FROM customer c WHERE c.id = ? AND c.owner_id = ? AND c.party_type = 'ORGANISATION'`,
    [await services.ids.next(), actor.staffId, day, at, at, at, id, actor.staffId],
  );
  if (noted.size >= mostNoted) noted.clear();
  noted.add(key);
}
