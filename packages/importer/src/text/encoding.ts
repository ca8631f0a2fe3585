import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import { importError } from '../problem.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

interface Bom {
  readonly encoding: TextEncoding;
  readonly bytes: readonly number[];
}
const boms: readonly Bom[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

const sampleBytes = 65_536;
/** Share of NULs on one side of the byte pairs from which text counts as UTF-16 (Chinese text has few). */
const utf16Share = 0.02;

/**
 * The encoding of a text file, found from its content: a byte order mark decides; else NULs on one
 * side of the byte pairs mean UTF-16; else the **whole** file is read: it is UTF-8 when all of it is,
 * otherwise GB18030 when all of it is. Throws `import.notText` for anything else.
 */
export async function detectEncoding(path: string): Promise<{ encoding: TextEncoding; bomBytes: number }> {
  const file = basename(path);
  const sample = await firstBytes(path, sampleBytes);
  const bom = boms.find(({ bytes }) => bytes.every((byte, index) => sample[index] === byte));
  const guess = bom?.encoding ?? utf16Guess(sample);
  if (guess) {
    if (!(await isAll(path, guess))) throw importError('import.notText', { file });
    return { encoding: guess, bomBytes: bom?.bytes.length ?? 0 };
  }
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await isAll(path, encoding)) return { encoding, bomBytes: 0 };
  }
  throw importError('import.notText', { file });
}

/** The text of a file, chunk by chunk, without the byte order mark. */
export async function* readText(
  path: string,
  encoding: TextEncoding,
  bomBytes: number,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  for await (const chunk of createReadStream(path, { start: bomBytes, highWaterMark: 262_144 })) {
    const text = decoder.write(chunk as Buffer);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

function decoderOf(encoding: TextEncoding): Decoder {
  if (encoding === 'utf-8') {
    // Fatal: a file that changes while it is read must not be taken with replacement characters.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding);
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}

/** NUL means no text in these encodings, except as half of a UTF-16 character. */
async function isAll(path: string, encoding: TextEncoding): Promise<boolean> {
  const decoder = decoderOf(encoding);
  const fine = (text: string): boolean => !text.includes('\0') && !text.includes('\ufffd');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
      if (!fine(decoder.write(chunk as Buffer))) return false;
    }
    return fine(decoder.end());
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function utf16Guess(sample: Buffer): TextEncoding | null {
  const pairs = Math.floor(sample.length / 2);
  if (pairs === 0) return null;
  const nuls = [0, 0];
  for (let index = 0; index < pairs * 2; index++) {
    if (sample[index] === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  // ASCII letters, commas and line ends have their NUL second in little endian, first in big endian.
  if (odd / pairs > utf16Share && even === 0) return 'utf-16le';
  if (even / pairs > utf16Share && odd === 0) return 'utf-16be';
  return null;
}

/** The first bytes of a file. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: count - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
