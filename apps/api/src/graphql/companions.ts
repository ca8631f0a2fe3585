import type { SelectedField } from '@kehu/query/arguments';
import type { SchemaKind } from './schema/kinds.js';

/**
 * Fields that a department adds to kinds of records (`FieldResolver`), by the field of the record that
 * their resolver starts from.
 */
const computed: ReadonlyMap<string, string> = new Map([
  ['allowedActions', 'id'],
  ['expected', 'id'],
  ['messageText', 'id'],
]);

/**
 * Companions are labels of coded fields: `stateLabel` is made of `state`. The read engine knows only
 * the fields themselves; selections are rewritten before they reach it.
 */
export class Companions {
  private readonly originals = new Map<string, string>(computed);
  private readonly rewritten = new WeakMap<readonly SelectedField[], readonly SelectedField[]>();

  constructor(kinds: readonly SchemaKind[]) {
    for (const { fields } of kinds) {
      for (const { read, enumName } of fields) {
        if (enumName) this.originals.set(`${read.name}Label`, read.name);
      }
    }
    for (const { name, fields } of kinds) {
      const taken = fields.find(({ read }) => this.originals.has(read.name));
      if (taken) throw new Error(`${name}.${taken.read.name} has the name of a companion.`);
    }
  }

  /** The selection with each companion replaced by its field; the same array for the same array. */
  without(selection: readonly SelectedField[]): readonly SelectedField[] {
    let result = this.rewritten.get(selection);
    if (!result) {
      result = this.has(selection) ? this.rewrite(selection) : selection;
      this.rewritten.set(selection, result);
    }
    return result;
  }

  private has(selection: readonly SelectedField[]): boolean {
    return selection.some((field) => this.originals.has(field.name) || this.has(field.selection));
  }

  private rewrite(selection: readonly SelectedField[]): readonly SelectedField[] {
    const byKey = new Map<string, SelectedField>();
    for (const field of selection) {
      const original = this.originals.get(field.name);
      if (original === undefined) {
        byKey.set(field.key, { ...field, selection: this.rewrite(field.selection) });
      } else if (![...byKey.values()].some(({ name }) => name === original)) {
        // The value itself may be selected as well, under whatever alias: it is read once.
        byKey.set(`${original} `, { name: original, key: original, arguments: {}, selection: [] });
      }
    }
    return [...byKey.values()];
  }
}
