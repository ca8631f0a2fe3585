import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { notification, notificationWeight } from '@kehu/domain/platform/notification';
import type { Filter, Where } from '../../../data/where';
import type { Standing } from '../../../ui/StateMark';
import { kindsWithPage } from '../../pages';

/** A message as the bell and its page read it. */
export interface Message {
  readonly id: string;
  /** In the reader's language, said by the server. */
  readonly messageText: string | null;
  readonly weight: (typeof notificationWeight.codes)[number];
  readonly kind: string | null;
  readonly recordId: string | null;
  readonly recordNo: string | null;
  readonly dueAt: string | null;
  readonly at: string;
  readonly readAt: string | null;
  readonly doneAt: string | null;
}

export interface Messages {
  readonly unread: { readonly totalCount: number };
  readonly list: {
    readonly items: readonly Message[];
    readonly pageInfo?: { readonly hasNextPage: boolean };
  };
}

const fields = 'id messageText weight kind recordId recordNo dueAt at readAt doneAt';

/** How many are unread, counted to a hundred. */
export const unreadText = `query Unread { unread: notifications(where: { readAt: { isNull: true } }, limit: 1) { totalCount(limit: 100) } }`;

/** The messages of a filter, newest first, with the number of all that are unread. */
export const messagesText = `query Messages($where: NotificationWhere, $limit: Int) {
  unread: notifications(where: { readAt: { isNull: true } }, limit: 1) { totalCount(limit: 100) }
  list: notifications(where: $where, orderBy: [{ at: DESC }, { id: DESC }], limit: $limit) { items { ${fields} } pageInfo { hasNextPage } }
}`;

/** A message after whose change bell and page ask again. */
export const messagesLive = [notification.name];

/** What the page of messages can be narrowed to; codes as they stand in its address. */
export const readings = ['unread', 'todo', 'all'] as const;
export type Reading = (typeof readings)[number];

/** The reading of an address; unread unless said otherwise. */
export function readingOf(filter: Filter): Reading {
  return readings.find((each) => each === filter.reading) ?? 'unread';
}

/** The filter of the page's address as a condition; values that are no codes are left out. */
export function messagesWhere(filter: Filter): Where {
  const reading = readingOf(filter);
  const weight = notificationWeight.codes.find((code) => code === filter.weight);
  const kind = messageKinds.find((name) => name === filter.kind);
  return {
    ...(reading === 'unread' ? { readAt: { isNull: true } } : {}),
    // Something to do that nobody has done: what is only to be known is never done.
    ...(reading === 'todo' ? { doneAt: { isNull: true } } : {}),
    ...(weight
      ? { weight: { eq: weight } }
      : reading === 'todo'
        ? { weight: { in: notificationWeight.codes.filter((code) => code !== 'INFO') } }
        : {}),
    ...(kind ? { kind: { eq: kind } } : {}),
  };
}

/** Kinds of records that messages speak of. */
export const messageKinds = [
  'Complaint',
  'AssignedTask',
  'Delegation',
  'PolicyInterpretation',
  'ComplaintMonthlyReport',
] as const;

const places: Readonly<Record<string, (id: string) => string>> = {
  Delegation: () => '/delegations',
  PolicyInterpretation: (id) => `/regulations?question=${id}`,
  ComplaintMonthlyReport: (id) => `/complaint-monthly?report=${id}`,
};

/** Where the record of a message is opened; null where it has no page. */
export function addressOf({ kind, recordId }: Pick<Message, 'kind' | 'recordId'>): string | null {
  if (!kind || !recordId) return null;
  const own = places[kind];
  if (own) return own(recordId);
  const plural = catalogue.find(({ name }) => name === kind)?.plural;
  return plural && kindsWithPage.has(plural) ? `/${plural}/${recordId}/show` : null;
}

/** How the weight of a message is drawn; null: in words alone. What is done is done. */
export function standingOf({ weight, doneAt }: Pick<Message, 'weight' | 'doneAt'>): Standing | null {
  if (weight === 'INFO') return null;
  if (doneAt) return 'done';
  if (weight === 'URGENT') return 'breached';
  return weight === 'WARNING' ? 'atRisk' : 'onTrack';
}

/** The count on the bell: `99+` above it; empty for none. */
export function badgeOf(count: number): string {
  if (count <= 0) return '';
  return count > 99 ? '99+' : String(count);
}
