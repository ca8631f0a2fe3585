import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Multipart } from '@fastify/multipart';
import { uploadLimits } from '@kehu/importer/limits';
import { importError } from '@kehu/importer/problem';

/** Files of one upload; a profile has that many tables at most. */
export const mostFiles = 10;
const longestName = 120;
/** Whatever a crash left behind goes after so long. */
const leftoverMilliseconds = 24 * 3_600_000;

/** What came with a form: its files on disk, its fields by name. */
export interface Upload {
  readonly folder: string;
  readonly files: readonly string[];
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Where uploads lie: among the product's data, which no path of the server leads to. */
export function uploadsFolder(home: string): string {
  return join(home, 'files', 'imports');
}

/**
 * Writes the files of a form to a folder of their own, as they come, and reads its fields. Throws
 * `import.fileTooLarge` as soon as a file is larger than the limit; then nothing is left on disk.
 */
export async function storeUpload(home: string, parts: AsyncIterable<Multipart>): Promise<Upload> {
  const folder = join(uploadsFolder(home), randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  const fields = new Map<string, string[]>();
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)]);
        continue;
      }
      if (!part.filename) {
        part.file.resume();
        continue;
      }
      const name = freeName(safeName(part.filename), files.length);
      const path = join(folder, name);
      await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      if (part.file.truncated) {
        const megabytes = Math.floor(uploadLimits.fileBytes / (1024 * 1024));
        throw importError('import.fileTooLarge', { file: name, megabytes });
      }
      files.push(path);
    }
    return { folder, files, fields };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }

  /** Two files of one name are told apart by a number. */
  function freeName(name: string, count: number): string {
    return files.some((path) => path === join(folder, name)) ? `${count + 1}-${name}` : name;
  }
}

/** The name as people know the file, without a way out of the folder: no path, no control characters. */
export function safeName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '').replace(/^[.\s]+/, '');
  const characters = [...clean];
  const dot = clean.lastIndexOf('.');
  const end = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : '';
  const short = characters.length > longestName ? `${characters.slice(0, 100).join('')}${end}` : clean;
  return short || 'file';
}

/** Deletes what a crashed server left: folders that nobody has written to for a day. */
export async function sweepUploads(home: string, now: Date): Promise<void> {
  const folder = uploadsFolder(home);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const changed = (await stat(path).catch(() => null))?.mtimeMs ?? now.getTime();
    if (now.getTime() - changed > leftoverMilliseconds) await rm(path, { recursive: true, force: true });
  }
}
