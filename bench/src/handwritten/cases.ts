import { complaintState, endedStates, slaStatus } from '@kehu/domain/complaints/vocabularies';
import type { Pool } from 'mysql2';
import { type Row, rows, time } from './rows.js';

type Variables = Readonly<Record<string, unknown>>;

/** The general manager sees every case but one about himself that has not been answered. */
const seen =
  "NOT (c.complained_staff_id <=> (SELECT id FROM staff WHERE login = 'gm') AND c.shielded = 1 AND c.replied_at IS NULL)";
const listed = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
const open = `(${listed(complaintState.codes.filter((code) => !endedStates.includes(code)))})`;

type Cell = Row[number] | undefined;

const at = (value: Cell): string | null => (value == null ? null : time(value));
const named = (id: Cell, name: Cell, field: string) =>
  id == null ? null : { id: String(id), [field]: name };

/** The quickest SQL that was found for what the pages of complaints ask. */
export const handwrittenCases = {
  async B1(pool: Pool, { where }: Variables): Promise<unknown> {
    const { category } = where as { category: { eq: string } };
    const found = await rows(
      pool,
      `SELECT c.state, c.sla_status, COUNT(*) FROM complaint c WHERE c.category = ? AND ${seen}
        GROUP BY c.state, c.sla_status ORDER BY FIELD(c.state, ${listed(complaintState.codes)}), FIELD(c.sla_status, ${listed(slaStatus.codes)})`,
      [category.eq],
    );
    return {
      states: found.map(([state, slaStatus, count]) => ({ key: { state, slaStatus }, count: Number(count) })),
    };
  },

  async B2(pool: Pool, { where, limit }: Variables): Promise<unknown> {
    const { state } = where as { state: { eq: string } };
    const found = await rows(
      pool,
      `SELECT c.id, c.no, c.version, c.subject, c.state, c.severity, c.store_id, d.name, c.desk_id, s.display_name,
              c.due_at, c.sla_status, c.breached, c.key_account
         FROM complaint c LEFT JOIN department d ON d.id = c.store_id LEFT JOIN staff s ON s.id = c.desk_id
        WHERE c.state = ? AND ${seen} ORDER BY c.due_at, c.id LIMIT ?`,
      [state.eq, limit],
    );
    const items = found.map(
      ([
        id,
        no,
        version,
        subject,
        own,
        severity,
        storeId,
        store,
        deskId,
        desk,
        dueAt,
        slaStatus,
        breached,
        key,
      ]) => ({
        id: String(id),
        no,
        version: Number(version),
        subject,
        state: own,
        severity,
        store: named(storeId, store, 'name'),
        desk: named(deskId, desk, 'displayName'),
        dueAt: at(dueAt),
        slaStatus,
        breached: Number(breached) === 1,
        keyAccount: Number(key) === 1,
      }),
    );
    return { list: { items } };
  },

  async B3(pool: Pool, { offset }: Variables): Promise<unknown> {
    const found = await rows(
      pool,
      `SELECT c.id, c.no, c.subject, c.state, c.severity, c.category, c.store_id, d.name, c.desk_id, s.display_name,
              c.received_at, c.due_at, c.sla_status, c.breached, (SELECT COUNT(*) FROM complaint c WHERE ${seen})
         FROM complaint c LEFT JOIN department d ON d.id = c.store_id LEFT JOIN staff s ON s.id = c.desk_id
        WHERE ${seen} ORDER BY c.received_at DESC, c.id DESC LIMIT 25 OFFSET ?`,
      [offset],
    );
    const items = found.map(
      ([
        id,
        no,
        subject,
        state,
        severity,
        category,
        storeId,
        store,
        deskId,
        desk,
        receivedAt,
        dueAt,
        sla,
        breached,
      ]) => ({
        id: String(id),
        no,
        subject,
        state,
        severity,
        category,
        store: named(storeId, store, 'name'),
        desk: named(deskId, desk, 'displayName'),
        receivedAt: at(receivedAt),
        dueAt: at(dueAt),
        slaStatus: sla,
        breached: Number(breached) === 1,
      }),
    );
    return { complaints: { totalCount: Number(found[0]?.[14] ?? 0), items } };
  },

  async B4(pool: Pool, { limit }: Variables): Promise<unknown> {
    const found = await rows(
      pool,
      `SELECT c.id, c.no, c.subject, c.state, c.due_at, c.state_since, c.desk_id, s.display_name,
              (SELECT COUNT(*) FROM complaint c WHERE c.state IN ${open} AND ${seen})
         FROM complaint c LEFT JOIN staff s ON s.id = c.desk_id
        WHERE c.state IN ${open} AND ${seen} ORDER BY c.due_at, c.id LIMIT ?`,
      [limit],
    );
    const ids = found.map(([id]) => id);
    const [urges, remedies] = await Promise.all([
      rows(
        pool,
        `SELECT complaint_id, id, kind, acknowledged_at FROM tracking_entry
          WHERE complaint_id IN (?) AND kind IN ('URGE', 'SUPERVISE') ORDER BY at, id`,
        [ids],
      ),
      rows(
        pool,
        'SELECT complaint_id, id, state FROM compensation_request WHERE complaint_id IN (?) AND executed_at IS NULL ORDER BY id',
        [ids],
      ),
    ]);
    const of = (parts: readonly Row[], id: Cell) => parts.filter(([each]) => each === id);
    const items = found.map(([id, no, subject, state, dueAt, stateSince, deskId, desk]) => ({
      id: String(id),
      no,
      subject,
      state,
      dueAt: at(dueAt),
      stateSince: at(stateSince),
      desk: named(deskId, desk, 'displayName'),
      urges: of(urges, id).map(([, own, kind, acknowledged]) => ({
        id: String(own),
        kind,
        acknowledgedAt: at(acknowledged ?? null),
      })),
      remedies: of(remedies, id).map(([, own, each]) => ({ id: String(own), state: each })),
    }));
    return { list: { totalCount: Number(found[0]?.[8] ?? 0), items } };
  },
};
