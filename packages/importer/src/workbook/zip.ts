import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ImportLimits } from '../limits.js';
import { type ImportError, importError } from '../problem.js';

/** Below this many bytes a high ratio is no danger (a sheet of equal cells packs well). */
const harmlessBytes = 1024 * 1024;

/** A zip archive whose directory was read and found harmless before anything was unpacked. */
export interface Archive {
  readonly names: readonly string[];
  /** Bytes of one file as they are unpacked; null when there is none. Throws when it is damaged. */
  open(name: string): Promise<Readable | null>;
  close(): void;
}

/**
 * Opens an archive and reads its directory. Refused before unpacking: too many files, too many bytes
 * in all, a file that grows beyond the ratio, files that overlap (one piece of data counted many
 * times), encrypted files (`import.zipBomb`, `import.encrypted`); a cut or damaged archive is
 * `import.truncated`. yauzl holds each file to the size that its directory says.
 */
export async function openArchive(path: string, limits: ImportLimits): Promise<Archive> {
  const file = basename(path);
  const zip = await openZip(path, file);
  try {
    const entries = await readDirectory(zip, file, limits);
    checkEntries([...entries.values()], zip.fileSize, file, limits);
    return {
      names: [...entries.keys()],
      open: async (name) => {
        const entry = entries.get(name);
        return entry ? openEntry(zip, entry, file) : null;
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Unpacked bytes of a file in the archive, as text pieces; damage becomes `import.truncated`. */
export async function* textOf(stream: Readable, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw damaged(file, error);
  }
}

function openZip(path: string, file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(damaged(file, error)) : resolve(zip),
    );
  });
}

function readDirectory(zip: ZipFile, file: string, limits: ImportLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw importError('import.zipBomb', { file });
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) reject(importError('import.zipBomb', { file }));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(damaged(file, error)));
    zip.readEntry();
  });
}

function checkEntries(entries: readonly Entry[], fileSize: number, file: string, limits: ImportLimits): void {
  let packed = 0;
  let inflated = 0;
  for (const entry of entries) {
    packed += entry.compressedSize;
    inflated += entry.uncompressedSize;
    if (entry.generalPurposeBitFlag & 1) throw importError('import.encrypted', { file });
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > harmlessBytes && ratio > limits.inflationRatio) {
      throw importError('import.zipBomb', { file });
    }
  }
  if (packed > fileSize) throw importError('import.zipBomb', { file });
  if (inflated > limits.inflatedBytes) {
    throw importError('import.inflatedTooLarge', {
      file,
      megabytes: Math.floor(limits.inflatedBytes / (1024 * 1024)),
    });
  }
}

function openEntry(zip: ZipFile, entry: Entry, file: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(file, error)) : resolve(stream)));
  });
}

function damaged(file: string, error: unknown): ImportError {
  const reason = error instanceof Error ? error.message.slice(0, 120) : '';
  return importError('import.truncated', { file, reason });
}
