import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { MaskName } from '@kehu/domain/catalogue/fields';

/** Keys by number; the highest encrypts and hashes, all decrypt. Each 32 bytes. */
export interface FieldKeys {
  readonly encryption: ReadonlyMap<number, Buffer>;
  readonly hashing: ReadonlyMap<number, Buffer>;
}

/**
 * Keeps identifiers (phone, ID number) unreadable in the database: AES-256-GCM for the value and a
 * keyed hash for exact search. Both begin with the number of their key, so that keys can be changed.
 */
export interface FieldCodec {
  encrypt(value: string): Buffer;
  decrypt(stored: Buffer): string;
  /** The same value has the same hash in every kind, so that a phone is found wherever it stands. */
  hash(mask: MaskName, value: string): Buffer;
}

const ivBytes = 12;
const tagBytes = 16;

/** What two spellings of one number have in common: `+86 138-0013 8000` and `13800138000` are the same. */
export function normaliseIdentifier(mask: MaskName, value: string): string {
  const bare = value.normalize('NFKC').replace(/[\s\-().·]/g, '');
  return mask === 'mobile' ? bare.replace(/^(\+|00)86(?=1\d{10}$)/, '') : bare.toUpperCase();
}

export function createCodec(keys: FieldKeys): FieldCodec {
  const [encryptionNo, encryptionKey] = newest(keys.encryption);
  const [hashingNo, hashingKey] = newest(keys.hashing);
  return {
    encrypt(value) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv);
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([encryptionNo]), iv, body, cipher.getAuthTag()]);
    },
    decrypt(stored) {
      const key = keys.encryption.get(stored[0] ?? -1);
      if (!key) throw new Error(`The field key number ${stored[0]} is missing from the secrets.`);
      const iv = stored.subarray(1, 1 + ivBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, iv);
      decipher.setAuthTag(stored.subarray(stored.length - tagBytes));
      const body = stored.subarray(1 + ivBytes, stored.length - tagBytes);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    },
    hash(mask, value) {
      const digest = createHmac('sha256', hashingKey)
        .update(`${mask}\0${normaliseIdentifier(mask, value)}`)
        .digest();
      return Buffer.concat([Buffer.from([hashingNo]), digest]);
    },
  };
}

function newest(keys: ReadonlyMap<number, Buffer>): [number, Buffer] {
  const found = [...keys].sort(([a], [b]) => b - a)[0];
  if (!found) throw new Error('There is no field key in the secrets.');
  return found;
}
