import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { isMessageKey, type MessageKey, message } from '@kehu/domain/messages/message';
import { notificationWeight } from '@kehu/domain/platform/notification';
import type { RecordRow } from '../records/encode.js';
import type { Outgoing } from './channels/channel.js';

/** Who reads a message outside, and where and when that is. */
export interface Reader {
  readonly language: Language;
  readonly zone: string;
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: string;
}

/** A message before it is given to a channel. */
export interface Letter {
  readonly id: string;
  readonly to: string | null;
  readonly title: string;
  readonly notifications: readonly RecordRow[];
  readonly reader: Reader;
}

/**
 * What may stand in a message that leaves the house: labels of the product, numbers, and text under these
 * names: numbers of cases and articles, months, names of departments. Anything that somebody wrote
 * (titles of tasks) may hold personal data and is read in the house.
 */
const openValues = new Set(['no', 'list', 'period', 'article', 'names']);

/** A message's own words, with nothing in them that somebody wrote. */
export function outsideText(row: RecordRow, language: Language): string {
  const key = String(row.message);
  if (!isMessageKey(key)) return String(row.recordNo ?? message('notify.hidden', {}, language));
  const content = (row.content ?? {}) as Readonly<Record<string, string | number | Label | null>>;
  const values = Object.entries(content).flatMap(([name, value]): [string, string | number | Label][] => {
    if (value === null || value === undefined) return [];
    if (typeof value !== 'string' || openValues.has(name)) return [[name, value]];
    return [[name, message('notify.hidden', {}, language)]];
  });
  return message(key, Object.fromEntries(values), language);
}

/** `03-09 16:00` in the organisation's zone. */
export function localMinute(at: string | Date, zone: string): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: zone }).slice(5, 16);
}

/** The page where a message leads: its case, or what waits for its reader. */
function linkOf({ kind, recordId }: RecordRow, { publicUrl }: Reader): string {
  return kind === 'Complaint' && recordId != null
    ? `${publicUrl}/#/complaints/${String(recordId)}/show`
    : `${publicUrl}/#/`;
}

function lineOf(row: RecordRow, { language, zone }: Reader): string {
  const weight = notificationWeight.labels[row.weight as keyof typeof notificationWeight.labels];
  const text = message('notify.line', { weight, text: outsideText(row, language) }, language);
  if (row.dueAt == null) return text;
  const dueAt = localMinute(String(row.dueAt), zone);
  return `${text} ${message('notify.due', { dueAt }, language)}`;
}

const ranks: readonly string[] = ['URGENT', 'WARNING', 'TODO', 'INFO'];
/** Later than any due time. */
const never = '9999';

/** What presses most stands first; of messages about the same thing (in a group) one is said. */
export function inOrder(rows: readonly RecordRow[]): RecordRow[] {
  const once = new Map(rows.map((row) => [`${row.message} ${row.kind} ${row.recordId} ${row.dueAt}`, row]));
  const due = (row: RecordRow) => String(row.dueAt ?? never);
  return [...once.values()].sort(
    (a, b) =>
      ranks.indexOf(String(a.weight)) - ranks.indexOf(String(b.weight)) ||
      (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : Number(a.id) - Number(b.id)),
  );
}

const bytes = (text: string): number => Buffer.byteLength(text);

/** Puts title, lines and links together as channels take them. */
export function outgoing({ id, to, title, notifications, reader }: Letter): Outgoing {
  const { language, publicUrl } = reader;
  const rows = inOrder(notifications);
  const say = (key: MessageKey, values = {}) => message(key, values, language);
  const lines =
    rows.length === 0
      ? [say('notify.test')]
      : rows.map((row) => `${lineOf(row, reader)}\n${linkOf(row, reader)}`);
  const [first] = rows;
  const link = rows.length === 1 && first ? linkOf(first, reader) : `${publicUrl}/#/`;
  const text = (most: number) => {
    for (let shown = lines.length; shown > 0; shown -= 1) {
      const left = lines.length - shown;
      const end = left > 0 ? [`${say('notify.more', { count: left })}\n${publicUrl}/#/`] : [];
      const whole = [title, ...lines.slice(0, shown), ...end].join('\n');
      if (bytes(whole) <= most) return whole;
    }
    return [title, link].join('\n');
  };
  return { id, to, title, text, short: shortOf(rows, title, link, reader), count: lines.length, link };
}

function shortOf(rows: readonly RecordRow[], title: string, link: string, reader: Reader): string {
  const [first] = rows;
  if (!first) return `${title} ${message('notify.test', {}, reader.language)} ${link}`;
  if (rows.length === 1) return `${lineOf(first, reader)} ${link}`;
  const [dueAt] = rows.flatMap((row) => (row.dueAt == null ? [] : [String(row.dueAt)])).sort();
  const earliest = dueAt
    ? ` ${message('notify.earliest', { dueAt: localMinute(dueAt, reader.zone) }, reader.language)}`
    : '';
  return `${title}${earliest} ${link}`;
}
