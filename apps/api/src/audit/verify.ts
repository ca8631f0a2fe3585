import type { Database } from '@kehu/database/connection';
import { type CoveredColumn, coveredColumns, macOf } from '../commands/audit.js';
import { genesis, type Head, linkHash } from './chain.js';

/** What is wrong at one place of the trail. */
export interface AuditProblem {
  readonly problem:
    | 'linkMissing'
    | 'entryMissing'
    | 'entryChanged'
    | 'linkChanged'
    | 'sequenceGap'
    | 'unsealedForged'
    | 'unsealedOld'
    | 'headMissing'
    | 'headDiffers';
  readonly chainNo: number | null;
  readonly entryId: string | null;
  readonly record?: string;
}

export interface AuditReport {
  readonly links: number;
  readonly unsealed: number;
  readonly head: Head;
  readonly problems: readonly AuditProblem[];
}

export interface VerifyOptions {
  /** Heads that were written outside the database. */
  readonly heads: readonly Head[];
  /** Entries without a link from before this instant are a problem: the sealer takes two seconds. */
  readonly unsealedBefore: string;
  readonly onProgress?: (links: number) => void;
  /** Problems told at most; the rest is counted by nobody, since one is enough to act. */
  readonly most?: number;
}

const batchSize = 5000;
type Row = Readonly<Record<CoveredColumn | 'mac' | 'chain_no' | 'chain_hash' | 'entry_id', unknown>> & {
  readonly sequence: number | null;
};

/**
 * Checks the whole audit trail: every link against the one before, every entry against its check
 * value, the numbers of links and of each record's entries for gaps, the entries that wait for a link, and the
 * heads kept outside. Reads in batches, so that a million entries need no memory.
 */
export async function verifyAudit(
  database: Database,
  secret: Buffer,
  options: VerifyOptions,
): Promise<AuditReport> {
  const problems: AuditProblem[] = [];
  const most = options.most ?? 1000;
  const tell = (problem: AuditProblem) => {
    if (problems.length < most) problems.push(problem);
  };
  const heads = new Map(options.heads.map((head) => [head.chainNo, head.hash]));
  let head = genesis;
  let links = 0;
  for (;;) {
    const rows = await database.query<Row>(
      `SELECT s.chain_no, s.chain_hash, s.entry_id, e.mac, e.sequence, ${coveredColumns.map((c) => `e.\`${c}\``).join(', ')}
       FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
       WHERE s.chain_no > ? ORDER BY s.chain_no LIMIT ${batchSize}`,
      [head.chainNo],
    );
    for (const row of rows) {
      head = checkLink(secret, head, row, tell);
      links += 1;
      const kept = heads.get(head.chainNo);
      if (kept !== undefined && kept !== head.hash) {
        tell({ problem: 'headDiffers', chainNo: head.chainNo, entryId: null });
      }
    }
    options.onProgress?.(links);
    if (rows.length < batchSize) break;
  }
  const highest = Math.max(0, ...heads.keys());
  if (highest > head.chainNo) tell({ problem: 'headMissing', chainNo: highest, entryId: null });
  const unsealed = await checkTail(database, secret, options.unsealedBefore, tell);
  await checkSequences(database, tell);
  return { links, unsealed, head, problems };
}

/** Goes on from what the link says of itself, so that one broken link is one problem, not all that follow. */
function checkLink(secret: Buffer, before: Head, row: Row, tell: (problem: AuditProblem) => void): Head {
  const chainNo = Number(row.chain_no);
  const entryId = String(row.entry_id);
  const hash = String(row.chain_hash);
  if (chainNo !== before.chainNo + 1)
    tell({ problem: 'linkMissing', chainNo: before.chainNo + 1, entryId: null });
  if (row.mac === null || row.mac === undefined) {
    tell({ problem: 'entryMissing', chainNo, entryId });
    return { chainNo, hash };
  }
  const mac = String(row.mac);
  if (macOf(secret, row) !== mac) tell({ problem: 'entryChanged', chainNo, entryId });
  const link = { chainNo, entryId, mac, sequence: Number(row.sequence) };
  const expected = linkHash(secret, before.hash, link);
  if (expected !== hash && chainNo === before.chainNo + 1) tell({ problem: 'linkChanged', chainNo, entryId });
  return { chainNo, hash };
}

async function checkTail(
  database: Database,
  secret: Buffer,
  before: string,
  tell: (problem: AuditProblem) => void,
): Promise<number> {
  let unsealed = 0;
  let after = '0';
  for (;;) {
    const rows = await database.query<Row & { at: string; id: string }>(
      `SELECT e.mac, e.sequence, ${coveredColumns.map((c) => `e.\`${c}\``).join(', ')}
       FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id
       WHERE s.entry_id IS NULL AND e.id > ? ORDER BY e.id LIMIT ${batchSize}`,
      [after],
    );
    for (const row of rows) {
      unsealed += 1;
      const entryId = String(row.id);
      if (macOf(secret, row) !== row.mac) tell({ problem: 'unsealedForged', chainNo: null, entryId });
      else if (String(row.at) < before) tell({ problem: 'unsealedOld', chainNo: null, entryId });
    }
    after = String(rows.at(-1)?.id ?? after);
    if (rows.length < batchSize) return unsealed;
  }
}

/** Each record's entries are numbered from one without gaps; a missing number is an entry taken away before it was sealed. */
async function checkSequences(database: Database, tell: (problem: AuditProblem) => void): Promise<void> {
  const rows = await database.query<{ entity: string; entity_id: string }>(
    `SELECT entity, entity_id FROM audit_entry GROUP BY entity, entity_id
     HAVING MAX(sequence) <> COUNT(*) OR MIN(sequence) <> 1 LIMIT 1000`,
  );
  for (const row of rows) {
    tell({ problem: 'sequenceGap', chainNo: null, entryId: null, record: `${row.entity} ${row.entity_id}` });
  }
}
