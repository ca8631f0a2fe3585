import { createHash } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import type { ReadField, ReadKind } from '../model.js';
import { testMask } from './random-model.js';
import type { Row, World } from './world.js';

/** Stands for encryption: unreadable enough to notice a cipher that was sent as it is stored. */
export function testCipher(value: string): Buffer {
  return Buffer.from(`sealed:${Array.from(value).reverse().join('')}`, 'utf8');
}

export function testDecipher(stored: Buffer): string {
  const text = stored.toString('utf8');
  if (!text.startsWith('sealed:')) throw new Error('not a cipher');
  return Array.from(text.slice('sealed:'.length)).reverse().join('');
}

/** Stands for the keyed hash. */
export function testHash(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

const sqlTypes: Record<ReadField['type'], string> = {
  id: 'BIGINT',
  text: 'VARCHAR(200)',
  enum: 'VARCHAR(40)',
  boolean: 'TINYINT(1)',
  integer: 'INT',
  decimal: 'DECIMAL(18,4)',
  double: 'DOUBLE',
  dateTime: 'DATETIME(3)',
  date: 'DATE',
  month: 'CHAR(7)',
  json: 'LONGTEXT',
};

/** Makes the world's tables anew in the connection's database and fills them. */
export async function fillTables(connection: Connection, world: World): Promise<void> {
  for (const kind of world.model.kinds.values()) {
    const columns = columnsOf(kind);
    await connection.query(`DROP TABLE IF EXISTS ${kind.table}`);
    await connection.query(
      `CREATE TABLE ${kind.table} (${columns.map((c) => `\`${c.name}\` ${c.type}`).join(', ')}, PRIMARY KEY (id))
       ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    );
    const rows = world.rows.get(kind.name) ?? [];
    if (rows.length === 0) continue;
    await connection.query(`INSERT INTO ${kind.table} VALUES ?`, [
      rows.map((row) => columns.map((column) => column.value(row, world))),
    ]);
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly value: (row: Row, world: World) => string | number | Buffer | null;
}

function columnsOf(kind: ReadKind): Column[] {
  const columns: Column[] = [];
  for (const field of kind.fields.values()) columns.push(...columnsOfField(field));
  for (const relation of kind.relations.values()) {
    if (relation.is !== 'one' || relation.column === undefined) continue;
    columns.push({
      name: relation.column,
      type: `BIGINT NULL, KEY (\`${relation.column}\`)`,
      value: (row) => (row[relation.name] as string | null) ?? null,
    });
  }
  return columns;
}

function columnsOfField(field: ReadField): Column[] {
  const text = (row: Row) => (row[field.name] === null ? null : String(row[field.name]));
  const derivedFrom = (make: (value: string) => string | Buffer) => (row: Row) => {
    const value = text(row);
    return value === null ? null : make(value);
  };
  if (field.encrypted) {
    const { cipher, hash, mask } = field.encrypted;
    return [
      { name: cipher, type: 'VARBINARY(320)', value: derivedFrom(testCipher) },
      { name: hash, type: 'VARBINARY(33)', value: derivedFrom(testHash) },
      { name: mask, type: 'VARCHAR(40)', value: derivedFrom(testMask) },
    ];
  }
  if (field.column === undefined) return [];
  const type = field.type === 'decimal' ? `DECIMAL(18,${field.scale ?? 4})` : sqlTypes[field.type];
  const columns: Column[] = [
    {
      name: field.column,
      type: `${type} ${field.nullable ? 'NULL' : 'NOT NULL'}`,
      value: (row) => stored(field, row),
    },
  ];
  if (field.foldedColumn) {
    columns.push({
      name: field.foldedColumn,
      type: 'VARCHAR(200)',
      value: (row, world) => derivedFrom(world.fold)(row),
    });
  }
  if (field.sortColumn) {
    columns.push({
      name: field.sortColumn,
      type: 'VARCHAR(190)',
      value: (row, world) => derivedFrom(world.sortKey)(row),
    });
  }
  return columns;
}

function stored(field: ReadField, row: Row): string | number | null {
  const value = row[field.name];
  if (value === null || value === undefined) return null;
  if (field.type === 'boolean') return value === true ? 1 : 0;
  if (field.type === 'dateTime') return String(value).replace('T', ' ').replace('Z', '');
  return field.type === 'double' || field.type === 'integer' ? Number(value) : String(value);
}
