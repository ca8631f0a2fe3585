/** What came of cleaning a text on entry. */
export interface CleanText {
  readonly text: string;
  /** True when characters that nobody can see had to be taken out: worth a word to whoever typed or imported it. */
  readonly removed: boolean;
}

/**
 * Characters that have no place in a field of a file: control characters except tab and line ends,
 * marks that turn the writing direction (a name with one can show as another name), zero-width
 * marks (two names that look alike would differ), the byte order mark, and halves of surrogate pairs.
 * The zero-width joiner stays where it joins pictures (emoji).
 */
const invisible =
  /(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const lineBreaks = /\r\n?|\u2028|\u2029|\u0085/g;

/**
 * Text as it may be stored: NFC, trimmed, without invisible control characters; all line ends as
 * `\n`. Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): CleanText {
  const lines = text.replace(lineBreaks, '\n');
  const visible = stripInvisible(lines);
  return { text: visible.normalize('NFC').trim(), removed: visible !== lines };
}

/** One line of text: as `cleanText`, with tabs and line ends as single spaces. */
export function cleanLine(text: string): CleanText {
  const { text: clean, removed } = cleanText(text);
  return { text: clean.replace(/[\t\n]+/g, ' '), removed };
}

/** The text without characters that nobody can see. */
export function stripInvisible(text: string): string {
  // Taking a mark away can bring another one into a place where it does not belong.
  let before = text;
  let after = before.replace(invisible, '');
  while (after !== before) {
    before = after;
    after = before.replace(invisible, '');
  }
  return after;
}
