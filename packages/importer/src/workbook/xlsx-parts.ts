import { posix } from 'node:path';
import { importError } from '../problem.js';
import { isDateFormat } from './serial-date.js';
import { attribute, readWholeXml } from './xml.js';
import type { Archive } from './zip.js';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly dates1904: boolean;
  readonly stylesPath: string | null;
  readonly stringsPath: string | null;
}

/** The directory of a workbook: its sheets and where its styles and texts lie. Throws `import.notAWorkbook`. */
export async function readWorkbook(archive: Archive, file: string): Promise<Workbook> {
  const root = await relationships(archive, '', file);
  const workbookPath = [...root.values()].find((r) => r.type.endsWith('/officeDocument'))?.target;
  const stream = workbookPath ? await archive.open(workbookPath) : null;
  if (!workbookPath || !stream) throw importError('import.notAWorkbook', { file });
  const relations = await relationships(archive, workbookPath, file);
  const sheets: { name: string; path: string }[] = [];
  let dates1904 = false;
  await readWholeXml(stream, file, {
    open(name, attributes) {
      if (name === 'workbookPr') dates1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation?.type.endsWith('/worksheet'))
        sheets.push({ name: attributes.name ?? '', path: relation.target });
    },
  });
  const pathOf = (type: string) => [...relations.values()].find((r) => r.type.endsWith(type))?.target ?? null;
  return { sheets, dates1904, stylesPath: pathOf('/styles'), stringsPath: pathOf('/sharedStrings') };
}

async function relationships(
  archive: Archive,
  part: string,
  file: string,
): Promise<Map<string, { type: string; target: string }>> {
  const found = new Map<string, { type: string; target: string }>();
  const folder = posix.dirname(part);
  const stream = await archive.open(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  if (!stream) return found;
  await readWholeXml(stream, file, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type, target });
    },
  });
  return found;
}

/** Which cell styles show a number as a date, by their index. */
export async function readDateStyles(
  archive: Archive,
  path: string | null,
  file: string,
): Promise<boolean[]> {
  const stream = path ? await archive.open(path) : null;
  if (!stream) return [];
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await readWholeXml(stream, file, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDateFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** The workbook's texts by index; readings (phonetic guides) are left out. */
export async function readSharedStrings(
  archive: Archive,
  path: string | null,
  file: string,
): Promise<string[]> {
  const stream = path ? await archive.open(path) : null;
  if (!stream) return [];
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inReading = false;
  await readWholeXml(stream, file, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
      if (name === 'si') strings.push(unescapeText(current));
    },
  });
  return strings;
}

/** Workbooks write characters that XML does not allow as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
