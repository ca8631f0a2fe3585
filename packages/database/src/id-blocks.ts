import type { Database } from './connection.js';

/** Ids stay below this, so that they fit a JavaScript number everywhere on their way. */
const LARGEST_ID = 2 ** 53;
const SMALLEST_BLOCK = 100;
const LARGEST_BLOCK = 10_000;

/** The one table of the id blocks; `migrate` makes it. */
export const ID_BLOCK_TABLE =
  'CREATE TABLE IF NOT EXISTS id_block (id TINYINT NOT NULL PRIMARY KEY, next BIGINT NOT NULL) ENGINE=InnoDB';
export const ID_BLOCK_ROW = 'INSERT IGNORE INTO id_block (id, next) VALUES (1, 1)';

/**
 * Hands out ids that no other process hands out: each leases a block of numbers in one statement of
 * its own and counts through it. Ids of a process that ended are lost, never given twice.
 */
export interface IdBlocks {
  /** One id, as text like every id that is read. */
  next(): Promise<string>;
  /** So many ids, ascending, not necessarily without gaps. */
  take(count: number): Promise<string[]>;
}

/** `clock` in milliseconds; blocks grow while they are used up within a second. */
export function idBlocks(database: Database, clock: () => number = Date.now): IdBlocks {
  let free = 0;
  let end = 0;
  let size = SMALLEST_BLOCK;
  let leasedAt = Number.NEGATIVE_INFINITY;
  let queue: Promise<unknown> = Promise.resolve();

  async function lease(wanted: number): Promise<void> {
    const passed = clock() - leasedAt;
    if (passed < 1000) size = Math.min(LARGEST_BLOCK, size * 2);
    else if (passed > 60_000) size = Math.max(SMALLEST_BLOCK, Math.floor(size / 2));
    const length = Math.max(size, wanted);
    // LAST_INSERT_ID(x) hands the old value out with the change itself: one statement, no lock held
    const { insertId, affectedRows } = await database.change(
      'UPDATE id_block SET next = LAST_INSERT_ID(next) + ? WHERE id = 1',
      [length],
    );
    if (affectedRows !== 1) throw new Error('the table of id blocks has no row; run the migrations');
    const first = Number(insertId);
    if (!Number.isSafeInteger(first) || first < 1 || first + length >= LARGEST_ID) {
      throw new Error(`ids are used up or the table of id blocks is damaged (next: ${insertId})`);
    }
    leasedAt = clock();
    free = first;
    end = first + length;
  }

  async function takeInTurn(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      if (free === end) await lease(Math.min(count - ids.length, LARGEST_BLOCK));
      const until = Math.min(end, free + count - ids.length);
      while (free < until) {
        ids.push(String(free));
        free += 1;
      }
    }
    return ids;
  }

  const take = (count: number): Promise<string[]> => {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of ids: ${count}`);
    // one lease at a time, however many callers there are
    const result = queue.then(() => takeInTurn(count));
    queue = result.catch(() => {});
    return result;
  };
  return {
    take,
    async next() {
      const [id] = await take(1);
      if (id === undefined) throw new Error('no id was leased');
      return id;
    },
  };
}
