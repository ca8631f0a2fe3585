/** What libraries use and Chrome 87 lacks; syntax is the build target's business, this is the rest. */

function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const i = Math.trunc(index) || 0;
  return this[i < 0 ? this.length + i : i];
}
add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);

add(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.hasOwn(target, key));

function findLast(this: readonly unknown[], test: (item: unknown, index: number) => boolean): unknown {
  for (let i = this.length - 1; i >= 0; i -= 1) if (test(this[i], i)) return this[i];
  return undefined;
}
add(Array.prototype, 'findLast', findLast);

function toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
  return [...this].sort(compare);
}
add(Array.prototype, 'toSorted', toSorted);

// Only plain data is cloned here: forms and cached answers.
add(globalThis, 'structuredClone', (value: unknown) =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown),
);
