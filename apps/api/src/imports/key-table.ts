/**
 * Which keys an import has met, by kind: a hash table in typed arrays, so that a million keys take some
 * sixty megabytes. Keys themselves are not kept, only 105 bits of hash: that two of a million differ and
 * meet has a chance of one in 10^19.
 */
export class KeyTable {
  private capacity = 1024;
  private used = 0;
  private index = new Int32Array(this.capacity * 2).fill(-1);
  private hashA = new Float64Array(this.capacity);
  private hashB = new Float64Array(this.capacity);
  private idOf = new Float64Array(this.capacity);
  private goodOf = new Int32Array(this.capacity);
  private flagOf = new Uint8Array(this.capacity);

  /** Count of keys. */
  get size(): number {
    return this.used;
  }

  /** The slot of a key; a new one when it is met for the first time. */
  slot(key: string): number {
    const [a, b] = hashOf(key);
    const place = this.place(a, b);
    const known = this.index[place] ?? -1;
    if (known >= 0) return known;
    if (this.used === this.capacity) {
      this.grow();
      return this.slot(key);
    }
    const slot = this.used;
    this.used += 1;
    this.index[place] = slot;
    this.hashA[slot] = a;
    this.hashB[slot] = b;
    return slot;
  }

  /** The record's id; null while it is not known. */
  id(slot: number): string | null {
    const id = this.idOf[slot] ?? 0;
    return id === 0 ? null : String(id);
  }
  setId(slot: number, id: string): void {
    this.idOf[slot] = Number(id);
  }

  /** How many good rows carry the key. */
  good(slot: number): number {
    return this.goodOf[slot] ?? 0;
  }
  addGood(slot: number, count: number): void {
    this.goodOf[slot] = this.good(slot) + count;
  }

  has(slot: number, flag: KeyFlag): boolean {
    return ((this.flagOf[slot] ?? 0) & flag) !== 0;
  }
  mark(slot: number, flag: KeyFlag): void {
    this.flagOf[slot] = (this.flagOf[slot] ?? 0) | flag;
  }

  /** Forgets what was written: for a transaction that is run again. */
  resetWrites(): void {
    for (let slot = 0; slot < this.used; slot++) {
      const flags = this.flagOf[slot] ?? 0;
      if (flags & keyFlag.created) this.idOf[slot] = 0;
      this.flagOf[slot] = flags & (keyFlag.bad | keyFlag.existing);
    }
  }

  private place(a: number, b: number): number {
    const mask = this.index.length - 1;
    let at = a % this.index.length;
    for (;;) {
      const slot = this.index[at] ?? -1;
      if (slot < 0 || (this.hashA[slot] === a && this.hashB[slot] === b)) return at;
      at = (at + 1) & mask;
    }
  }

  private grow(): void {
    this.capacity *= 2;
    this.hashA = grown(this.hashA, new Float64Array(this.capacity));
    this.hashB = grown(this.hashB, new Float64Array(this.capacity));
    this.idOf = grown(this.idOf, new Float64Array(this.capacity));
    this.goodOf = grown(this.goodOf, new Int32Array(this.capacity));
    this.flagOf = grown(this.flagOf, new Uint8Array(this.capacity));
    this.index = new Int32Array(this.capacity * 2).fill(-1);
    for (let slot = 0; slot < this.used; slot++) {
      this.index[this.place(this.hashA[slot] ?? 0, this.hashB[slot] ?? 0)] = slot;
    }
  }
}

export const keyFlag = { existing: 1, created: 2, changed: 4, bad: 8 } as const;
export type KeyFlag = (typeof keyFlag)[keyof typeof keyFlag];

/** What the rows of one record spec said under each key, as hashes: to find rows that contradict each other. */
export class ContentTable {
  private a = new Float64Array(1024);
  private b = new Float64Array(1024);
  private done = new Uint8Array(1024);

  /** False when another row said something else under this key. */
  agrees(slot: number, content: string): boolean {
    this.reach(slot);
    const [a, b] = hashOf(content);
    if (this.a[slot] === 0 && this.b[slot] === 0) {
      this.a[slot] = a;
      this.b[slot] = b;
      return true;
    }
    return this.a[slot] === a && this.b[slot] === b;
  }

  isDone(slot: number): boolean {
    return this.done[slot] === 1;
  }
  setDone(slot: number): void {
    this.reach(slot);
    this.done[slot] = 1;
  }
  resetDone(): void {
    this.done.fill(0);
  }

  private reach(slot: number): void {
    if (slot < this.a.length) return;
    let length = this.a.length;
    while (length <= slot) length *= 2;
    this.a = grown(this.a, new Float64Array(length));
    this.b = grown(this.b, new Float64Array(length));
    this.done = grown(this.done, new Uint8Array(length));
  }
}

function grown<A extends Float64Array | Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Two independent 52-bit hashes (multiply-xor over UTF-16 units); never both zero. */
export function hashOf(text: string): readonly [number, number] {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  let h3 = 0x9e3779b9;
  let h4 = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
    h3 = Math.imul(h3 ^ code, 2246822507);
    h4 = Math.imul(h4 ^ code, 3266489909);
  }
  h1 = mixed(h1, h2);
  h2 = mixed(h2, h1);
  h3 = mixed(h3, h4);
  h4 = mixed(h4, h3);
  return [
    (h1 >>> 0) * 0x100000 + ((h2 >>> 0) & 0xfffff) + 1,
    (h3 >>> 0) * 0x100000 + ((h4 >>> 0) & 0xfffff) + 1,
  ];
}

function mixed(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
}
