import fc, { type GeneratorValue } from 'fast-check';

const unbiased = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));

/** Random choices, all taken from one seeded fast-check generator: the seed repeats everything. */
export class Draw {
  constructor(private readonly generate: GeneratorValue) {}

  integer(min: number, max: number): number {
    return this.generate(unbiased, min, max);
  }

  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean {
    return this.integer(1, 100) <= percent;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('nothing to pick from');
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** Between `least` and `most` different items, in random order. */
  some<T>(items: readonly T[], least: number, most: number): T[] {
    const left = [...items];
    const taken: T[] = [];
    const count = Math.min(left.length, this.integer(least, most));
    while (taken.length < count) taken.push(...left.splice(this.integer(0, left.length - 1), 1));
    return taken;
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}
