import type { Answer } from './engine.js';
import type { ReadField, ReadFieldType } from './model.js';
import type { SqlRow } from './runner.js';
import type { RunInput } from './sql.js';
import { localText } from './zone.js';

/** Reads one value of an answer from a row. */
export type Read = (row: SqlRow, run: RunInput) => unknown;

export interface Leaf {
  readonly key: string;
  readonly read: Read;
}

/** How a row becomes a record of the answer. */
export interface NodePlan {
  readonly leaves: Leaf[];
  /** Records inside the record, of the same row; absent when the column `presence` is null (never, without one). */
  readonly ones: { readonly key: string; readonly presence: number | null; readonly node: NodePlan }[];
  /** Lists and their aggregates, read by statements of their own. */
  readonly branches: Branch[];
  /** Column of the record's id; only read where there are branches. */
  idColumn: number;
}

/** Key under which `read` answers for every parent without rows. */
export const absentParent = 'absent';

/** What hangs on the records of a level: one statement however many they are. */
export interface Branch {
  /** Key in the answer: `@` + answer key. */
  readonly key: string;
  /** For messages: `customer.orders`. */
  readonly path: string;
  /** Place in the plan's list of statements. */
  readonly statement: number;
  /** What follows the statement's text, for so many parents. */
  readonly tail: (parents: number, run: RunInput) => string;
  /** The rows as answers by the parent's id. */
  readonly read: (rows: readonly SqlRow[], run: RunInput, pending: Pending) => Map<string, Answer[]>;
  /** The answer for a parent without rows. */
  readonly absent: () => Answer[];
  /** Statements that add to what `read` answered: earlier periods. */
  readonly additions: readonly {
    readonly statement: number;
    readonly add: (rows: readonly SqlRow[], lists: ReadonlyMap<string, Answer[]>, run: RunInput) => void;
  }[];
  /** Children per parent, for the cost. */
  readonly each: number;
  readonly node: NodePlan | null;
}

/** Records that wait for a branch: the record and its id. */
export type Pending = Map<Branch, { readonly record: Answer; readonly id: string }[]>;

/** The plan of a record inside the record that is always there; made when it is first asked for. */
export function inside(node: NodePlan, key: string): NodePlan {
  const known = node.ones.find((one) => one.key === key);
  if (known) return known.node;
  const made = emptyNode();
  node.ones.push({ key, presence: null, node: made });
  return made;
}

export function emptyNode(): NodePlan {
  return { leaves: [], ones: [], branches: [], idColumn: -1 };
}

/** A row as a record; what hangs on it is noted in `pending`. */
export function recordOf(node: NodePlan, row: SqlRow, run: RunInput, pending: Pending): Answer {
  const record: Answer = {};
  for (const leaf of node.leaves) record[leaf.key] = leaf.read(row, run);
  for (const one of node.ones) {
    const absent = one.presence !== null && row[one.presence] === null;
    record[one.key] = absent ? null : recordOf(one.node, row, run, pending);
  }
  for (const branch of node.branches) {
    const waiting = pending.get(branch);
    const entry = { record, id: String(row[node.idColumn]) };
    if (waiting) waiting.push(entry);
    else pending.set(branch, [entry]);
  }
  return record;
}

/** How the driver's value of a type is sent; null stays null. */
export function reader(type: ReadFieldType, index: number): Read {
  const convert = converter(type);
  if (!convert) return (row) => row[index];
  return (row) => {
    const value = row[index];
    return value === null ? null : convert(value);
  };
}

export function converter(type: ReadFieldType): ((value: unknown) => unknown) | null {
  switch (type) {
    case 'id':
    case 'decimal':
      return String;
    case 'integer':
    case 'double':
      return Number;
    case 'boolean':
      return (value) => Number(value) === 1;
    case 'dateTime':
      return isoTime;
    case 'json':
      return (value) => (typeof value === 'string' ? JSON.parse(value) : value);
    default:
      return null;
  }
}

/** `2016-01-01 00:00:00.000` as `2016-01-01T00:00:00.000Z`. */
export function isoTime(value: unknown): string {
  const text = String(value);
  return text.length === 23
    ? `${text.slice(0, 10)}T${text.slice(11)}Z`
    : `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(3, '0').slice(0, 3)}Z`;
}

/** A time on the organisation's wall clock. */
export function zonedReader(read: Read): Read {
  return (row, run) => {
    const value = read(row, run);
    return value === null ? null : localText(Date.parse(String(value)), run.context.zone);
  };
}

/** Masks a value that is not encrypted; without a mask nothing is shown. */
export function maskValue(field: ReadField, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return field.mask ? field.mask(String(value)) : null;
}
