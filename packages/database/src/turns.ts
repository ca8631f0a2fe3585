/**
 * Lets so many pieces of work run at once and has the others wait in the order they came. Transactions
 * take turns so that some connections stay free for what a transaction may itself have to ask outside
 * of it (a block of ids, a count): if transactions held them all, each would wait for the others.
 */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = Math.max(1, atOnce);
  }

  /** Resolves when it is the caller's turn; rejects with `late()` after so many milliseconds. */
  take(patience: number, late: () => Error): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        const at = this.#waiting.indexOf(begin);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(late());
      }, patience);
      this.#waiting.push(begin);
    });
  }

  /** Ends a turn that was taken. */
  end(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
