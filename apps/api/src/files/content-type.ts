import { isUtf8 } from 'node:buffer';

/** What a file is, by its content. */
export interface ContentType {
  readonly mime: string;
  /** Ends that a name may have for this type; the first one is added where it has another. */
  readonly ends: readonly string[];
  /** Shown in the page: pictures, PDF, sound, film. Everything else is only handed out as a download. */
  readonly inline: boolean;
}

const type = (mime: string, ends: readonly string[], inline = false): ContentType => ({ mime, ends, inline });

const jpeg = type('image/jpeg', ['jpg', 'jpeg'], true);
const png = type('image/png', ['png'], true);
const gif = type('image/gif', ['gif'], true);
const webp = type('image/webp', ['webp'], true);
const bmp = type('image/bmp', ['bmp'], true);
const heic = type('image/heic', ['heic', 'heif']);
const pdf = type('application/pdf', ['pdf'], true);
const mp3 = type('audio/mpeg', ['mp3'], true);
const m4a = type('audio/mp4', ['m4a', 'mp4'], true);
const wav = type('audio/wav', ['wav'], true);
const ogg = type('audio/ogg', ['ogg', 'oga', 'opus'], true);
const flac = type('audio/flac', ['flac'], true);
const amr = type('audio/amr', ['amr'], true);
const mp4 = type('video/mp4', ['mp4', 'm4v'], true);
const mov = type('video/quicktime', ['mov'], true);
const webm = type('video/webm', ['webm', 'mkv'], true);
const avi = type('video/x-msvideo', ['avi']);
const zip = type('application/zip', ['zip']);
const docx = type('application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']);
const xlsx = type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']);
const pptx = type('application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']);
const office = type('application/x-ole-storage', ['doc', 'xls', 'ppt', 'wps', 'et', 'msg']);
const archive = type('application/x-compressed', ['7z', 'rar', 'gz']);
const html = type('text/html', ['html', 'htm', 'mht', 'xhtml']);
const svg = type('image/svg+xml', ['svg']);
const xml = type('application/xml', ['xml']);
const plain = type('text/plain', ['txt', 'csv', 'tsv', 'log', 'md', 'json', 'eml', 'ofd']);
const other = type('application/octet-stream', []);

/** Every type by its name. */
export const contentTypes: ReadonlyMap<string, ContentType> = new Map(
  [
    jpeg,
    png,
    gif,
    webp,
    bmp,
    heic,
    pdf,
    mp3,
    m4a,
    wav,
    ogg,
    flac,
    amr,
    mp4,
    mov,
    webm,
    avi,
    zip,
    docx,
    xlsx,
    pptx,
    office,
    archive,
    html,
    svg,
    xml,
    plain,
    other,
  ].map((each) => [each.mime, each]),
);

/** How much of a file is looked at. */
export const lookedAt = 64 * 1024;

const hasText = (head: Buffer, text: string, at = 0): boolean =>
  head.subarray(at, at + text.length).toString('latin1') === text;
const begins = (head: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

/** What a file is, from its beginning; `program` for what would run. The name and what the sender says count for nothing. */
export function contentTypeOf(head: Buffer): ContentType | 'program' {
  if (isProgram(head)) return 'program';
  return pictureOrPaper(head) ?? soundOrFilm(head) ?? archiveOf(head) ?? textOf(head) ?? other;
}

function isProgram(head: Buffer): boolean {
  return (
    (hasText(head, 'MZ') && head.includes('PE\0\0')) ||
    begins(head, 0x7f, 0x45, 0x4c, 0x46) ||
    begins(head, 0xca, 0xfe, 0xba, 0xbe) ||
    begins(head, 0xcf, 0xfa, 0xed, 0xfe) ||
    hasText(head, '#!/') ||
    /^\s*(@echo off|<\?php|wscript\.|powershell)/i.test(head.subarray(0, 64).toString('latin1'))
  );
}

function pictureOrPaper(head: Buffer): ContentType | null {
  if (begins(head, 0xff, 0xd8, 0xff)) return jpeg;
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return png;
  if (hasText(head, 'GIF87a') || hasText(head, 'GIF89a')) return gif;
  if (hasText(head, 'RIFF') && hasText(head, 'WEBP', 8)) return webp;
  if (hasText(head, 'BM') && head.length > 26 && head.readUInt32LE(6) === 0) return bmp;
  if (hasText(head, '%PDF-')) return pdf;
  return null;
}

function soundOrFilm(head: Buffer): ContentType | null {
  if (hasText(head, 'ftyp', 4)) {
    const brand = head.subarray(8, 12).toString('latin1');
    if (/^(heic|heix|hevc|mif1|msf1|heim)$/.test(brand)) return heic;
    if (brand.startsWith('M4A') || brand.startsWith('M4B')) return m4a;
    return brand === 'qt  ' ? mov : mp4;
  }
  if (hasText(head, 'ID3') || (head[0] === 0xff && [0xfb, 0xf3, 0xf2, 0xfa].includes(head[1] ?? 0)))
    return mp3;
  if (hasText(head, 'RIFF') && hasText(head, 'WAVE', 8)) return wav;
  if (hasText(head, 'RIFF') && hasText(head, 'AVI ', 8)) return avi;
  if (hasText(head, 'OggS')) return ogg;
  if (hasText(head, 'fLaC')) return flac;
  if (hasText(head, '#!AMR')) return amr;
  if (begins(head, 0x1a, 0x45, 0xdf, 0xa3)) return webm;
  return null;
}

function archiveOf(head: Buffer): ContentType | null {
  if (begins(head, 0x50, 0x4b, 0x03, 0x04) || begins(head, 0x50, 0x4b, 0x05, 0x06)) {
    if (head.includes('word/')) return docx;
    if (head.includes('xl/')) return xlsx;
    return head.includes('ppt/') ? pptx : zip;
  }
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) return office;
  const packed = begins(head, 0x37, 0x7a, 0xbc, 0xaf) || hasText(head, 'Rar!') || begins(head, 0x1f, 0x8b);
  return packed ? archive : null;
}

function textOf(head: Buffer): ContentType | null {
  const start = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .toLowerCase();
  if (/<svg[\s>]/.test(start)) return svg;
  if (/<(!doctype html|html|head|body|script|iframe|img|a\s|style|meta|link)/.test(start)) return html;
  if (/^\s*<(\?xml|!doctype)/.test(start)) return xml;
  return head.length > 0 && !head.includes(0) && looksLikeText(head) ? plain : null;
}

/** UTF-8 (the end may cut a character), or GB18030 by the share of control characters. */
function looksLikeText(head: Buffer): boolean {
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return true;
  const controls = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls === 0;
}

/** The name with an end that says what the content is: `photo.png` that is a page becomes `photo.png.html`. */
export function nameFor(name: string, { ends }: ContentType): string {
  const [first] = ends;
  const end = /\.([a-z0-9]{1,6})$/i.exec(name)?.[1]?.toLowerCase();
  if (!first || (end && ends.includes(end))) return name;
  return `${name}.${first}`;
}
