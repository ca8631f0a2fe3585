import type { SelectedField } from '../arguments.js';
import { createEngine, type ExplainingEngine } from '../create-engine.js';
import type { ReadContext } from '../engine.js';
import type { KindPolicy, ReadGrant, ReadPolicy } from '../policy.js';
import type { Runner } from '../runner.js';
import { loadCompany, testCodec, testFold } from './company-data.js';
import { companyModel } from './company-model.js';
import { type NotingDatabase, openTestDatabase } from './test-database.js';

export interface Company {
  readonly database: NotingDatabase;
  readonly engine: ExplainingEngine;
}

/** The small company in a database of its own. */
export async function openCompany(): Promise<Company> {
  const database = await openTestDatabase();
  await loadCompany(database.pool);
  return { database, engine: engineOver(database.runner) };
}

/** An engine over the small company. */
export function engineOver(runner: Runner): ExplainingEngine {
  return createEngine({
    model: companyModel,
    runner,
    codec: testCodec,
    fold: testFold,
    cursorKey: Buffer.alloc(32, 7),
  });
}

export const limits: ReadPolicy['limits'] = {
  pageSize: 200,
  inList: 500,
  conditions: 20,
  cost: 5000,
  statements: 25,
  statementSeconds: 5,
  children: 500,
};

/** A grant of everything. */
export function granted(rest: Partial<ReadGrant> = {}): KindPolicy {
  return { grants: [{ id: 'all', where: { and: [] }, disclosure: 'PLAIN', ...rest }], restrictions: [] };
}

/** Everything plainly, but for the kinds given. */
export function policy(kinds: Readonly<Record<string, KindPolicy | null>> = {}, key = 'test'): ReadPolicy {
  const all = new Map([...companyModel.kinds.keys()].map((name) => [name, granted()]));
  for (const [name, kind] of Object.entries(kinds)) {
    if (kind) all.set(name, kind);
    else all.delete(name);
  }
  return { key: `${key} ${Object.keys(kinds).join(' ')}`, kinds: all, limits };
}

export function context(of: ReadPolicy = policy(), rest: Partial<ReadContext> = {}): ReadContext {
  return { policy: of, now: new Date('2026-03-15T04:00:00Z'), zone: 'Asia/Shanghai', actor: 'a', ...rest };
}

/**
 * A selection written shortly: `'id name customer { id } big: orders { id }'`. Arguments are given
 * by answer key.
 */
export function select(text: string, args: Readonly<Record<string, object>> = {}): SelectedField[] {
  const tokens = text.match(/[\w]+:?|[{}]/g) ?? [];
  let at = 0;
  const read = (): SelectedField[] => {
    const fields: SelectedField[] = [];
    while (at < tokens.length && tokens[at] !== '}') {
      const first = tokens[at++] ?? '';
      const key = first.replace(':', '');
      const name = first.endsWith(':') ? (tokens[at++] ?? '') : first;
      let selection: SelectedField[] = [];
      if (tokens[at] === '{') {
        at++;
        selection = read();
        at++;
      }
      fields.push({ name, key, arguments: (args[key] ?? {}) as Record<string, unknown>, selection });
    }
    return fields;
  };
  return read();
}

/** The ids of a page. */
export async function ids(
  { engine }: Company,
  kind: string,
  args: object,
  of: ReadContext = context(),
): Promise<string[]> {
  const page = await engine.page(kind, args, select('items { id }'), of);
  return page.items.map((item) => String(item.id));
}
