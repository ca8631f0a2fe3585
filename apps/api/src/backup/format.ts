import { createHash, type Hash } from 'node:crypto';

/** First line of a backup. */
export interface BackupHeader {
  readonly kehuBackup: 1;
  readonly at: string;
  /** Steps of the migrations that the database had, in their order. */
  readonly schema: readonly string[];
  /** Heads of the audit chain that were kept outside the database. */
  readonly auditHeads: string;
  /** Contents of KEHU_HOME/secrets by file name; only with `--with-secrets`. */
  readonly secrets: Readonly<Record<string, string>> | null;
}

/** Announces the rows of a table that follow. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Last line: what a complete backup holds, and the digest of everything before it. */
export interface BackupEnd {
  readonly end: true;
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** Tables whose rows live for minutes or belong to one database only; they are not backed up. */
export const passingTables: ReadonlySet<string> = new Set([
  'id_block',
  'job_lease',
  'operation',
  'schema_lease',
  'schema_step',
  'session',
  'sign_in_throttle',
]);

type Cell = string | number | null | { readonly b: string } | { readonly j: unknown };

/** A value of a row as JSON: bytes in base64, JSON columns marked, everything else as it is. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return { b: value.toString('base64') };
  if (typeof value === 'object') return { j: value };
  return typeof value === 'number' ? value : String(value);
}

/** The reverse of `cellOf`, as the database takes it. */
export function storedValue(cell: Cell): string | number | Buffer | null {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'b' in cell ? Buffer.from(cell.b, 'base64') : JSON.stringify(cell.j);
}

/** Digest of lines, line ends included. */
export class LineDigest {
  private readonly hash: Hash = createHash('sha256');
  add(line: string): void {
    this.hash.update(line).update('\n');
  }
  end(): string {
    return this.hash.digest('hex');
  }
}
