import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A small real file of the demo. */
export interface DemoFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer;
  readonly sha256: string;
}

const file = (name: string, mime: string, content: Buffer): DemoFile => ({
  name,
  mime,
  content,
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** Photographs of damage (drawn, not taken) and letters, always the same bytes. */
export function demoFiles(): { readonly photos: readonly DemoFile[]; readonly letters: readonly DemoFile[] } {
  const colours = [
    [168, 124, 82],
    [120, 98, 76],
    [196, 178, 150],
    [92, 108, 120],
  ] as const;
  return {
    photos: colours.map((colour, at) =>
      file(`现场照片${at + 1}.png`, 'image/png', png(160, 120, colour, at)),
    ),
    letters: [1, 2, 3].map((no) => file(`投诉原件${no}.pdf`, 'application/pdf', pdf(no))),
  };
}

/** A board with a crack in it. */
function png(
  width: number,
  height: number,
  [r, g, b]: readonly [number, number, number],
  turn: number,
): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const crack = Math.abs(x - width / 2 - Math.sin((y + turn * 17) / 9) * 14) < 2;
      const grain = ((x * 7 + y * (3 + turn)) % 23) - 11;
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows[at] = crack ? 30 : r + grain;
      rows[at + 1] = crack ? 24 : g + grain;
      rows[at + 2] = crack ? 20 : b + grain;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(data: Buffer): number {
  let value = 0xffffffff;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** One page with a heading and ruled lines, as a letter was scanned. */
function pdf(no: number): Buffer {
  const lines = Array.from({ length: 14 }, (_, at) => `70 ${660 - at * 34} m 525 ${660 - at * 34} l S`).join(
    '\n',
  );
  const drawing = `BT /F1 18 Tf 70 740 Td (Complaint letter ${no}) Tj ET\n0.6 w 0.75 G\n${lines}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
