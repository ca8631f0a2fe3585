/** A request that runs longer than this counts as long. */
const longMilliseconds = 2000;

/**
 * Keeps one person from holding the database with several long questions at once: while so many are
 * long already, a further one is refused (RATE_LIMITED).
 */
export class LongRequests {
  private readonly running = new Map<string, Set<{ readonly since: number }>>();

  /** Begins a request; null when too many long ones run. The answer must be called at its end. */
  begin(person: string, most: number): (() => void) | null {
    const own = this.running.get(person) ?? new Set();
    const now = performance.now();
    let long = 0;
    for (const { since } of own) if (now - since >= longMilliseconds) long += 1;
    if (long >= most) return null;
    const entry = { since: now };
    own.add(entry);
    this.running.set(person, own);
    return () => {
      own.delete(entry);
      if (own.size === 0) this.running.delete(person);
    };
  }
}
