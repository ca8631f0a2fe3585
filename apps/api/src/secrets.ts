import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys that the product makes itself on the first start and keeps under `KEHU_HOME/secrets`, each in
 * a file `<purpose>.<number>`. Losing `field-encryption` means losing every stored phone and ID number.
 */
export interface Secrets {
  readonly fieldEncryption: ReadonlyMap<number, Buffer>;
  readonly fieldHashing: ReadonlyMap<number, Buffer>;
  readonly auditChain: Buffer;
  readonly cursor: Buffer;
}

const keyBytes = 32;

/** Reads the secrets of a home folder and makes those that are missing. */
export function openSecrets(home: string): Secrets {
  const folder = join(home, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return {
    fieldEncryption: new Map([[1, key(folder, 'field-encryption.1')]]),
    fieldHashing: new Map([[1, key(folder, 'field-hashing.1')]]),
    auditChain: key(folder, 'audit-chain.1'),
    cursor: key(folder, 'cursor.1'),
  };
}

function key(folder: string, name: string): Buffer {
  const file = join(folder, name);
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(keyBytes).toString('hex'), { mode: 0o600 });
    renameSync(draft, file);
  }
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (bytes.length !== keyBytes) {
    throw new Error(`The secret ${file} is damaged: it must be ${keyBytes * 2} hexadecimal characters.`);
  }
  return bytes;
}
