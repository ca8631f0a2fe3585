/** Takes an act back; the key names the attempt, so that a repeated one does it once. */
export type Undo = (key: string) => Promise<void>;

/** What a bulk act will do to one record. */
export interface BulkChange {
  readonly id: string;
  /** The record as people say it. */
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Nothing to do: it is as wanted already. */
  readonly same?: boolean;
  /** Does it; answers how to take it back, null where that is not safe. Throws what the server refused. */
  readonly run: (key: string) => Promise<Undo | null>;
}

/** What came of one record. */
export interface BulkResult {
  readonly change: BulkChange;
  readonly failed: unknown | null;
  readonly undo: Undo | null;
}

/** Whether more is to be done; looked at before each record. */
export interface Going {
  stopped: boolean;
}

/**
 * Does one act after the other, each with a key of its own, so that one refusal stops no other. `told` hears of each
 * result. Stops before the next record when `going` says so.
 */
export async function runBulk(
  changes: readonly BulkChange[],
  batch: string,
  going: Going,
  told: (results: readonly BulkResult[]) => void,
): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = [];
  for (const change of changes.filter((each) => !each.same)) {
    if (going.stopped) break;
    try {
      const undo = await change.run(`${batch}-${change.id}`);
      results.push({ change, failed: null, undo });
    } catch (failed) {
      results.push({ change, failed, undo: null });
    }
    told([...results]);
  }
  return results;
}

/** Takes back what can be, the last first; records that somebody changed since are refused by the server and told. */
export async function undoBulk(
  results: readonly BulkResult[],
  batch: string,
  told: (results: readonly BulkResult[]) => void,
): Promise<readonly BulkResult[]> {
  const undone: BulkResult[] = [];
  for (const { change, undo } of [...results].reverse()) {
    if (!undo) continue;
    try {
      await undo(`${batch}-${change.id}-undo`);
      undone.push({ change, failed: null, undo: null });
    } catch (failed) {
      undone.push({ change, failed, undo: null });
    }
    told([...undone]);
  }
  return undone;
}
