/** Keeps the most recently used values, at most so many. */
export class RecentlyUsed<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.values.set(key, value);
    if (this.values.size <= this.most) return;
    for (const oldest of this.values.keys()) {
      this.values.delete(oldest);
      return;
    }
  }
}

/** Short numbers for long texts, so that cache keys stay short. */
export class Interned {
  private readonly numbers = new Map<string, number>();
  private next = 0;

  constructor(private readonly most: number) {}

  of(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      // Numbers are never given out twice: forgetting texts only costs a second plan.
      if (this.numbers.size >= this.most) this.numbers.clear();
      number = this.next++;
      this.numbers.set(text, number);
    }
    return number;
  }
}
