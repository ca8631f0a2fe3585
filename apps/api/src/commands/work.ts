import type { Queryable } from '@kehu/database/connection';
import type { SqlValue } from '@kehu/database/pool';
import type { Actor } from '@kehu/domain/access/actor';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { columnName, isStored, type Kind } from '@kehu/domain/catalogue/kind';
import type { EntityManager } from 'typeorm';
import { actGrants, type Grant, readGrants } from '../access/grants.js';
import { type Loader, matches } from '../access/row-filter.js';
import { restrictionsOf } from '../access/rules-register.js';
import type { RequestContext } from '../context.js';
import { type DriverRow, decodeRow, storedInstant } from '../records/decode.js';
import { encodeRow, type RecordRow } from '../records/encode.js';
import { difference, forAudit, writeAudit } from './audit.js';
import type { Right, Work } from './command.js';
import { staleVersion } from './errors.js';

/** Most rows that a rule may ask for at once. */
const mostRows = 1000;

type Equality = Readonly<Record<string, string | number | boolean | null>>;

interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly before: RecordRow | null;
  readonly after: RecordRow | null;
}

/**
 * One run of a command in one transaction. Business rows are written through TypeORM's manager, audit
 * and change feed at the end, all on the same connection.
 */
export class TransactionWork implements Work {
  readonly now: Date;
  private readonly locked = new Map<string, RecordRow>();
  private readonly peeked = new Map<string, Promise<RecordRow | null>>();
  private readonly entries: Entry[] = [];
  private readonly changed = new Map<string, { kind: Kind; id: string; version: number }>();
  private why: string | null = null;
  private principalId: string | null = null;

  constructor(
    readonly context: RequestContext,
    readonly actor: Actor,
    private readonly act: string,
    private readonly database: Queryable,
    private readonly manager: EntityManager,
    private readonly ids: () => Promise<string>,
  ) {
    this.now = context.services.clock.now();
  }

  async load(kindName: string, id: string): Promise<RecordRow | null> {
    const known = this.locked.get(`${kindName} ${id}`);
    if (known) return known;
    const row = await this.read(kindNamed(kindName), id, ' FOR UPDATE');
    if (row) this.locked.set(`${kindName} ${id}`, row);
    return row;
  }

  peek(kindName: string, id: string): Promise<RecordRow | null> {
    const key = `${kindName} ${id}`;
    const locked = this.locked.get(key);
    if (locked) return Promise.resolve(locked);
    const known = this.peeked.get(key) ?? this.read(kindNamed(kindName), id, '');
    this.peeked.set(key, known);
    return known;
  }

  async find(kindName: string, where: Equality): Promise<RecordRow[]> {
    const kind = kindNamed(kindName);
    const { sql, values } = this.equality(kind, where);
    const rows = await this.database.query<DriverRow>(
      `SELECT * FROM ${kind.table} WHERE ${sql} ORDER BY id LIMIT ${mostRows}`,
      values,
    );
    return rows.map((row) => decodeRow(kind, row, this.context.services.codec));
  }

  async count(kindName: string, where: Equality): Promise<number> {
    const kind = kindNamed(kindName);
    const { sql, values } = this.equality(kind, where);
    const [row] = await this.database.query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM ${kind.table} WHERE ${sql}`,
      values,
    );
    return Number(row?.n ?? 0);
  }

  async insert(kindName: string, row: RecordRow): Promise<string> {
    const kind = kindNamed(kindName);
    const id = await this.ids();
    const full = { ...row, id, createdAt: this.now, updatedAt: this.now, version: 1 };
    await this.manager.insert(kind.name, encodeRow(kind, full, this.context.services.codec));
    this.entries.push({ kind, id, before: null, after: forAudit(kind, given(row)) });
    this.changed.set(`${kind.name} ${id}`, { kind, id, version: 1 });
    this.locked.set(`${kind.name} ${id}`, {
      ...full,
      createdAt: this.now.toISOString(),
      updatedAt: this.now.toISOString(),
    });
    return id;
  }

  async update(kindName: string, id: string, changes: RecordRow): Promise<boolean> {
    const kind = kindNamed(kindName);
    const before = await this.existing(kind, id);
    const changed = difference(before, changes);
    if (!changed) return false;
    await this.write(kind, id, before, changed.after);
    this.entries.push({
      kind,
      id,
      before: forAudit(kind, changed.before),
      after: forAudit(kind, changed.after),
    });
    return true;
  }

  async touch(kindName: string, id: string): Promise<void> {
    const kind = kindNamed(kindName);
    await this.write(kind, id, await this.existing(kind, id), {});
  }

  async remove(kindName: string, id: string): Promise<void> {
    const kind = kindNamed(kindName);
    const before = await this.existing(kind, id);
    await this.manager.delete(kind.name, { id });
    this.entries.push({ kind, id, before: forAudit(kind, given(before)), after: null });
    this.changed.set(`${kind.name} ${id}`, { kind, id, version: Number(before.version) + 1 });
    this.locked.delete(`${kind.name} ${id}`);
  }

  async nextNumber(sequence: string): Promise<number> {
    await this.database.change(
      'INSERT INTO number_sequence (name, last_number) VALUES (?, 1) ON DUPLICATE KEY UPDATE last_number = last_number + 1',
      [sequence],
    );
    const [row] = await this.database.query<{ last_number: string }>(
      'SELECT last_number FROM number_sequence WHERE name = ? FOR UPDATE',
      [sequence],
    );
    return Number(row?.last_number);
  }

  onBehalfOf(staffId: string | null): void {
    this.principalId = staffId;
  }

  reason(text: string | null): void {
    this.why = text;
  }

  note(kindName: string, id: string, after: RecordRow = {}): void {
    this.entries.push({ kind: kindNamed(kindName), id, before: null, after });
  }

  async reaches(right: Right, kindName: string, row: RecordRow, by = this.actor): Promise<boolean> {
    const kind = kindNamed(kindName);
    return this.anyMatches(actGrants(kind, right.subject, right.action, by), kind, row);
  }

  async sees(kindName: string, id: string): Promise<boolean> {
    const row = await this.peek(kindName, id);
    return row !== null && this.seesRow(kindNamed(kindName), row);
  }

  async seesRow(kind: Kind, row: RecordRow): Promise<boolean> {
    for (const where of restrictionsOf(kind, this.actor)) {
      if (!(await matches(where, kind, row, this.loader))) return false;
    }
    return this.anyMatches(readGrants(kind, this.actor), kind, row);
  }

  async sql(statement: string, values: readonly SqlValue[]): Promise<number> {
    return (await this.database.change(statement, values)).affectedRows;
  }

  rows<Row>(statement: string, values: readonly SqlValue[]): Promise<Row[]> {
    return this.database.query<Row>(statement, values);
  }

  /** Writes audit entries and change feed; the last thing before the commit. */
  async finish(): Promise<void> {
    const { context, actor, now } = this;
    for (const { kind, id, before, after } of this.entries) {
      await writeAudit(this.database, context.services.secrets.auditChain, await this.ids(), {
        at: now,
        actorId: actor.via === 'operator' || actor.via === 'system' ? null : actor.staffId,
        via: actor.via,
        onBehalfOfId: this.principalId,
        action: this.act,
        entity: kind.name,
        entityId: id,
        whole: await this.wholeOf(kind, id),
        before,
        after,
        ip: context.ip,
        reason: this.why,
        requestId: context.requestId,
      });
    }
    for (const { kind, id, version } of this.changed.values()) {
      await this.database.change(
        'INSERT INTO change_feed (id, kind, record_id, version, at) VALUES (?, ?, ?, ?, ?)',
        [await this.ids(), kind.name, id, version, storedInstant(now)],
      );
    }
  }

  /** Records and their parts as row rules look into them. */
  readonly loader: Loader = Object.assign((kind: string, id: string) => this.peek(kind, id), {
    children: (kind: string, relation: string, id: string) => this.find(kind, { [`${relation}Id`]: id }),
  });

  private readonly wholes = new Map<string, { entity: string; entityId: string }>();

  private async wholeOf(kind: Kind, id: string): Promise<{ entity: string; entityId: string }> {
    const relation = kind.partOf ? kind.fields[kind.partOf] : undefined;
    if (!kind.partOf || relation?.is !== 'toOne') return { entity: kind.name, entityId: id };
    const key = `${kind.name} ${id}`;
    const known = this.wholes.get(key);
    if (known) return known;
    const row = this.locked.get(key) ?? (await this.peek(kind.name, id));
    return { entity: relation.target, entityId: String(row?.[`${kind.partOf}Id`] ?? id) };
  }

  private async anyMatches(grants: readonly Grant[], kind: Kind, row: RecordRow): Promise<boolean> {
    for (const grant of grants) {
      if (await matches(grant.where, kind, row, this.loader)) return true;
    }
    return false;
  }

  private async existing(kind: Kind, id: string): Promise<RecordRow> {
    const row = await this.load(kind.name, id);
    if (!row) throw new Error(`${kind.name} ${id} is not there; a command must look before it changes.`);
    if (kind.partOf) this.wholes.set(`${kind.name} ${id}`, await this.wholeOf(kind, id));
    return row;
  }

  /** Every change names the version that it changes; a version that moved on is a conflict. */
  private async write(kind: Kind, id: string, before: RecordRow, changes: RecordRow): Promise<void> {
    const version = Number(before.version);
    const fresh = { ...changes, updatedAt: this.now, version: version + 1 };
    const stored = encodeRow(kind, fresh, this.context.services.codec);
    const result = await this.manager.update(kind.name, { id, version }, stored);
    if (result.affected !== 1) throw staleVersion(version);
    this.locked.set(`${kind.name} ${id}`, { ...before, ...fresh, updatedAt: this.now.toISOString() });
    this.changed.set(`${kind.name} ${id}`, { kind, id, version: version + 1 });
  }

  private async read(kind: Kind, id: string, lock: string): Promise<RecordRow | null> {
    const [row] = await this.database.query<DriverRow>(`SELECT * FROM ${kind.table} WHERE id = ?${lock}`, [
      id,
    ]);
    return row ? decodeRow(kind, row, this.context.services.codec) : null;
  }

  private equality(kind: Kind, where: Equality): { sql: string; values: SqlValue[] } {
    const values: SqlValue[] = [];
    const parts = Object.entries(where).map(([property, value]) => {
      const relation = property.endsWith('Id') ? kind.fields[property.slice(0, -2)] : undefined;
      const name = relation?.is === 'toOne' ? property.slice(0, -2) : property;
      const field = kind.fields[name];
      if (name !== 'id' && (!field || !isStored(field)))
        throw new Error(`${kind.name} has no stored field ${property}.`);
      const column = field && isStored(field) ? columnName(name, field) : 'id';
      if (value === null) return `\`${column}\` IS NULL`;
      if (field?.is === 'column' && field.encrypted) {
        values.push(this.context.services.codec.hash(field.mask ?? 'handle', String(value)));
        return `\`${column}_hash\` = ?`;
      }
      values.push(typeof value === 'boolean' ? Number(value) : value);
      return `\`${column}\` = ?`;
    });
    return { sql: parts.length > 0 ? parts.join(' AND ') : 'TRUE', values };
  }
}

/** What of a row says something: values that were left empty do not. */
function given(row: RecordRow): RecordRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
