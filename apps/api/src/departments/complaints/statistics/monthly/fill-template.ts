import { uploadLimits } from '@kehu/importer/limits';
import { openArchive } from '@kehu/importer/workbook/zip';
import { ZipFile } from 'yazl';

/** What stands for `{{place}}` in a template; null is shown as "–". */
export type Fill = (name: string) => string | null;

/** Places may name a cause in the company's own words: `part7.cause.QUALITY_DEFECT/异味.cases`. */
const placeholder = /\{\{\s*([^\s{}]+)\s*\}\}/g;
const fixed = { mtime: new Date(Date.UTC(2000, 0, 1)) };

/**
 * Fills the company's own workbook: `{{part1.received}}` becomes that cell's figure. A cell that holds
 * nothing else becomes a number, so that the workbook's own formulas count with it; everything else of
 * the file stays byte for byte. Throws the importer's problem for a file that is no sound workbook.
 */
export async function fillTemplate(path: string, fill: Fill): Promise<Buffer> {
  const archive = await openArchive(path, uploadLimits);
  try {
    const files = new Map<string, Buffer>();
    for (const name of archive.names) {
      const stream = name.endsWith('/') ? null : await archive.open(name);
      if (stream) files.set(name, Buffer.concat(await stream.toArray()));
    }
    const numbers = fillSharedStrings(files, fill);
    for (const [name, content] of files) {
      if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
      files.set(name, Buffer.from(fillSheet(content.toString('utf8'), numbers, fill)));
    }
    recalculate(files);
    return await zipped(files);
  } finally {
    archive.close();
  }
}

const strings = 'xl/sharedStrings.xml';
const item = /<(\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const run = /<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g;
const phonetic = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

/** Fills the texts that cells share; those that are one figure alone are told by their number. */
function fillSharedStrings(files: Map<string, Buffer>, fill: Fill): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>();
  const content = files.get(strings)?.toString('utf8');
  if (content === undefined) return numbers;
  let index = -1;
  const filled = content.replace(item, (whole, prefix: string | undefined, inner: string | undefined) => {
    index += 1;
    const text = textOf(inner ?? '');
    if (!text.includes('{{')) return whole;
    const number = aloneNumber(text, fill);
    if (number !== null) numbers.set(index, number);
    const p = prefix ?? '';
    return `<${p}si><${p}t xml:space="preserve">${escaped(replaced(text, fill))}</${p}t></${p}si>`;
  });
  files.set(strings, Buffer.from(filled));
  return numbers;
}

const cell = /<((?:\w+:)?)c\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?c>/g;

/** Stands for the end of an empty cell while the others are read; no XML holds it. */
const emptyEnd = '\u{e000}/\u{e000}';

function fillSheet(content: string, numbers: ReadonlyMap<number, string>, fill: Fill): string {
  // A cell without content closes itself and has nothing to fill.
  return content
    .replace(/<(?:\w+:)?c\b[^>]*\/>/g, (empty) => empty.replace('/>', emptyEnd))
    .replace(cell, (whole, p: string, attributes: string, inner: string) => {
      const type = /\bt="(\w+)"/.exec(attributes)?.[1];
      const plain = attributes.replace(/\s*\bt="\w+"/, '');
      if (type === 's') {
        const number = numbers.get(Number(/<(?:\w+:)?v>(\d+)</.exec(inner)?.[1] ?? -1));
        return number === undefined ? whole : `<${p}c${plain}><${p}v>${number}</${p}v></${p}c>`;
      }
      if (type !== 'inlineStr' || !inner.includes('{{')) return whole;
      const text = textOf(inner);
      const number = aloneNumber(text, fill);
      if (number !== null) return `<${p}c${plain}><${p}v>${number}</${p}v></${p}c>`;
      return `<${p}c${attributes}><${p}is><${p}t xml:space="preserve">${escaped(replaced(text, fill))}</${p}t></${p}is></${p}c>`;
    })
    .replaceAll(emptyEnd, '/>');
}

function textOf(inner: string): string {
  return [...inner.replace(phonetic, '').matchAll(run)].map(([, text]) => unescaped(text ?? '')).join('');
}

function aloneNumber(text: string, fill: Fill): string | null {
  const [, name] = /^\s*\{\{\s*([^\s{}]+)\s*\}\}\s*$/.exec(text) ?? [];
  const value = name ? fill(name) : null;
  return value !== null && /^-?\d{1,15}(\.\d{1,10})?$/.test(value) ? value : null;
}

function replaced(text: string, fill: Fill): string {
  return text.replace(placeholder, (_, name: string) => fill(name) ?? '–');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Formulas kept the results of the empty template: whoever opens the workbook has them worked out anew. */
function recalculate(files: Map<string, Buffer>): void {
  const name = 'xl/workbook.xml';
  const content = files.get(name)?.toString('utf8');
  if (content === undefined || /fullCalcOnLoad=/.test(content)) return;
  files.set(name, Buffer.from(content.replace(/<((?:\w+:)?)calcPr\b/, '<$1calcPr fullCalcOnLoad="1"')));
}

async function zipped(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name, fixed);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
