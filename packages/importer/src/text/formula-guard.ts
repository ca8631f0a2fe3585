/** Signs that make a spreadsheet take a cell for a formula; the wide ones count in East Asian editions. */
const signs = '=+\\-@＝＋－＠';
/** What a spreadsheet skips before it looks, and the guard itself. */
const skipped = '[\\s\'"\\u00a0\\u200b\\ufeff]*';
const dangerous = new RegExp(`^${skipped}[${signs}]`, 'u');
const separators = /([\t\r\n,;|])/;
/** A number as a person writes it is no formula. */
const plainNumber = /^[-+]?\d[\d.,]*%?$/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before what begins like one, also after
 * a separator inside the text, since a program that splits at another sign than ours would begin a cell
 * there. Numbers stay numbers. `unguarded` takes exactly these apostrophes away again.
 */
export function guarded(text: string): string {
  if (plainNumber.test(text)) return text;
  const parts = text.split(separators);
  return parts.map((part, at) => (isSeparator(at) || !isDangerous(parts, at) ? part : `'${part}`)).join('');
}

/** The text that `guarded` was given. */
export function unguarded(text: string): string {
  const parts = text.split(separators);
  const plain = parts.map((part, at) => {
    if (isSeparator(at) || !part.startsWith("'")) return part;
    const without = part.slice(1);
    const before = [...parts.slice(0, at), without, ...parts.slice(at + 1)];
    return isDangerous(before, at) ? without : part;
  });
  return plain.join('');
}

/** `split` with a group puts separators at the odd places. */
function isSeparator(at: number): boolean {
  return at % 2 === 1;
}

function isDangerous(parts: readonly string[], at: number): boolean {
  const part = parts[at] ?? '';
  if (dangerous.test(part)) return true;
  // A tab or carriage return at the very beginning is one itself.
  return at === 0 && /^'*$/.test(part) && (parts[1] === '\t' || parts[1] === '\r');
}
