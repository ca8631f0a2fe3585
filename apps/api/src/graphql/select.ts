import type { SelectedField } from '@kehu/query/arguments';

/** A selection as the read engine takes it, written as an object: `{ key: { store: { id: true } }, count: true }`. */
export interface Chosen {
  readonly [name: string]: true | Chosen | WithArguments;
}
export interface WithArguments {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly selection?: Chosen;
}

export function chosen(fields: Chosen): SelectedField[] {
  return Object.entries(fields).map(([key, inner]) => {
    if (inner === true) return { name: key, key, arguments: {}, selection: [] };
    if (isWithArguments(inner)) {
      const { name, arguments: given, selection } = inner;
      return { name, key, arguments: given, selection: selection ? chosen(selection) : [] };
    }
    return { name: key, key, arguments: {}, selection: chosen(inner) };
  });
}

function isWithArguments(value: Chosen | WithArguments): value is WithArguments {
  return typeof value.name === 'string';
}

/** `{ a: { b: leaf } }` from the path `['a', 'b']`. */
export function nested(path: readonly string[], leaf: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path;
  return { [name]: rest.length === 0 ? leaf : nested(rest, leaf) };
}
