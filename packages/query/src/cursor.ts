import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { badInput } from './problems.js';

export type CursorValues = readonly (string | number | null)[];

/**
 * Opaque marks of where a page ended. The values of the order's keys are encrypted and bound to the
 * question (kind, order, filter) and to who asked it: a cursor shows nothing and serves nobody else.
 */
export class Cursors {
  private readonly key: Buffer;

  constructor(key: Buffer) {
    this.key = key.length === 32 ? key : createHash('sha256').update(key).digest();
  }

  write(values: CursorValues, question: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    cipher.setAAD(Buffer.from(question));
    const body = Buffer.concat([cipher.update(JSON.stringify(values), 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** The values; BAD_USER_INPUT when it was not made by this server for this question. */
  read(cursor: unknown, question: string): CursorValues {
    if (typeof cursor !== 'string') throw badInput('wrongCursor', 'after');
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(question));
      decipher.setAuthTag(bytes.subarray(12, 28));
      const text = decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      return JSON.parse(text) as CursorValues;
    } catch {
      throw badInput('wrongCursor', 'after');
    }
  }
}
