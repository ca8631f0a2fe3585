import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { MessageKey, MessageValues } from '@kehu/domain/messages/message';
import { type ContentType, contentTypeOf, lookedAt } from './content-type.js';

/** Bytes of one file at most. */
export const mostBytes = 50 * 1024 * 1024;

/** Why a file is not taken. */
export class FileRefused extends Error {
  constructor(
    readonly status: number,
    readonly key: MessageKey,
    readonly values: MessageValues = {},
  ) {
    super(key);
    this.name = 'FileRefused';
  }
}

/** A file that lies in the store. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly type: ContentType;
}

/** Where files of records lie, by the hash of their content: among the product's data, outside every folder that is served. */
export function storedPath(home: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A stored file has a hash of 64 hexadecimal digits.');
  return join(home, 'files', 'attachments', sha256.slice(0, 2), sha256.slice(2));
}

const waitingFolder = (home: string): string => join(home, 'files', 'incoming');

/**
 * Takes a file as it streams in: hashed and looked at on its way to the disk, never held in memory. Throws
 * `FileRefused` for one that is empty, too large or a program; then nothing of it stays.
 */
export async function storeFile(home: string, part: MultipartFile): Promise<StoredFile> {
  const folder = waitingFolder(home);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      if (head.length < lookedAt) head = Buffer.concat([head, chunk.subarray(0, lookedAt - head.length)]);
      done(null, chunk);
    },
  });
  try {
    await pipeline(part.file, measure, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (part.file.truncated || size > mostBytes)
      throw new FileRefused(413, 'file.tooLarge', { megabytes: mostBytes / (1024 * 1024) });
    if (size === 0) throw new FileRefused(422, 'file.empty');
    const type = contentTypeOf(head);
    if (type === 'program') throw new FileRefused(415, 'file.program');
    const sha256 = hash.digest('hex');
    const place = storedPath(home, sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    // The same content again replaces itself, and is young again for the sweeper.
    await rename(path, place);
    return { sha256, size, type };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Puts bytes that the product made itself into the store. */
export function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Takes away a file that nothing refers to, unless it came in again a moment ago. */
export async function dropFile(home: string, sha256: string, olderThan: Date): Promise<void> {
  const path = storedPath(home, sha256);
  const found = await stat(path).catch(() => null);
  if (found && found.mtimeMs < olderThan.getTime()) await rm(path, { force: true });
}

/** Takes away what a broken connection or a crash left on its way in. */
export async function sweepIncoming(home: string, olderThan: Date): Promise<void> {
  const folder = waitingFolder(home);
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < olderThan.getTime()) await rm(path, { force: true });
  }
}
