import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { columnName } from '@kehu/domain/catalogue/kind';
import type { Loader } from '../access/row-filter.js';
import { type DriverRow, decodeRow } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import type { Services } from '../services.js';

/** What is asked for by id: everything asked for in one turn of the event loop is read at once, each id once. */
class Gathering<Value> {
  private readonly known = new Map<string, Promise<Value>>();
  private turn: { readonly ids: string[]; readonly found: Promise<ReadonlyMap<string, Value>> } | null = null;

  constructor(
    private readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
    private readonly missing: Value,
  ) {}

  get(id: string): Promise<Value> {
    const known = this.known.get(id);
    if (known) return known;
    const turn = this.turn ?? this.begin();
    turn.ids.push(id);
    const value = turn.found.then((found) => found.get(id) ?? this.missing);
    this.known.set(id, value);
    return value;
  }

  private begin() {
    const ids: string[] = [];
    const found = new Promise<void>((turn) => setImmediate(turn)).then(() => {
      this.turn = null;
      return this.read(ids);
    });
    this.turn = { ids, found };
    return this.turn;
  }
}

/**
 * Records that rules look into, for many records at once: fifty cases whose rules ask for their
 * participants cost one statement, as one case does.
 */
export function gatheringLoader({ database, codec }: Pick<Services, 'database' | 'codec'>): Loader {
  const rows = new Map<string, Gathering<RecordRow | null>>();
  const parts = new Map<string, Gathering<readonly RecordRow[]>>();
  const read = async (kindName: string, column: string, ids: readonly string[]) => {
    const kind = kindNamed(kindName);
    const found = await database.query<DriverRow>(
      `SELECT * FROM ${kind.table} WHERE ${column} IN (?) ORDER BY id`,
      [[...ids]],
    );
    return found.map((row) => ({
      key: String(row[column as keyof DriverRow]),
      row: decodeRow(kind, row, codec),
    }));
  };
  const one = (kindName: string) =>
    new Gathering<RecordRow | null>(
      async (ids) => new Map((await read(kindName, 'id', ids)).map(({ key, row }) => [key, row])),
      null,
    );
  const many = (kindName: string, column: string) =>
    new Gathering<readonly RecordRow[]>(async (ids) => {
      const found = new Map<string, RecordRow[]>();
      for (const { key, row } of await read(kindName, column, ids))
        found.set(key, [...(found.get(key) ?? []), row]);
      return found;
    }, []);
  const kept = <Value>(all: Map<string, Value>, key: string, make: () => Value): Value => {
    const known = all.get(key) ?? make();
    all.set(key, known);
    return known;
  };
  const load = (kindName: string, id: string) => kept(rows, kindName, () => one(kindName)).get(id);
  const children = async (kindName: string, relation: string, id: string) => {
    const field = kindNamed(kindName).fields[relation];
    if (field?.is !== 'toOne') return [];
    const column = columnName(relation, field);
    return kept(parts, `${kindName} ${column}`, () => many(kindName, column)).get(id);
  };
  return Object.assign(load, { children });
}
