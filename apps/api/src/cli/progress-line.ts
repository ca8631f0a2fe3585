/** Where lines go; a terminal can overwrite its last line. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Shows how far something is: on a terminal one line that is written over, elsewhere a line every two
 * seconds, so that logs stay short.
 */
export class ProgressLine {
  private last = Date.now();
  private shown = 0;

  constructor(private readonly output: Output) {}

  show(text: string): void {
    const now = Date.now();
    if (now - this.last < (this.output.isTTY ? 100 : 2000)) return;
    this.last = now;
    if (!this.output.isTTY) {
      this.output.write(`${text}\n`);
      return;
    }
    this.output.write(`\r${text}${' '.repeat(Math.max(0, this.shown - text.length))}`);
    this.shown = text.length;
  }

  /** Clears the line. */
  end(): void {
    if (this.output.isTTY && this.shown > 0) this.output.write(`\r${' '.repeat(this.shown * 2)}\r`);
    this.shown = 0;
  }
}
