import type { Label } from '@kehu/domain/catalogue/labels';
import type { MessageKey } from '@kehu/domain/messages/message';
import type { notificationWeight } from '@kehu/domain/platform/notification';
import type { Work } from '../commands/command.js';
import { type Haste, putIntoOutbox, type Written } from './outbox.js';

export type NotificationWeight = (typeof notificationWeight.codes)[number];

/** What people are told: which act or moment, of which record, until when. Never personal data. */
export interface NotifyRequest {
  /** Staff ids; whoever stands here twice is told once, whoever has left is not told. */
  readonly to: readonly string[];
  readonly message: MessageKey;
  /** Values of the message's placeholders: numbers, case numbers, labels. */
  readonly content?: Readonly<Record<string, string | number | Label | null>>;
  readonly weight: NotificationWeight;
  readonly kind: string | null;
  readonly recordId: string | null;
  readonly recordNo: string | null;
  /** ISO instant. */
  readonly dueAt?: string | Date | null;
  /** How it leaves the house: with the digest unless it is urgent; `HOUSE`: it does not. */
  readonly outside?: Exclude<Haste, 'URGENT'> | 'HOUSE';
}

/** Somebody who was told. */
export interface Told {
  readonly staffId: string;
  readonly name: string;
  /** How: `DASHBOARD`; what goes out of the house follows with its digest. */
  readonly via: string;
}

/**
 * Writes a notification to each person, in the act's own transaction, and puts it into the outbox for the
 * ways out of the house that they take; the answer names them.
 */
export async function notify(work: Work, request: NotifyRequest): Promise<Told[]> {
  const { message, content, weight, kind, recordId, recordNo, dueAt, outside } = request;
  const told: Told[] = [];
  const written: Written[] = [];
  for (const staffId of new Set(request.to)) {
    const person = await work.peek('Staff', staffId);
    if (!person || person.status === 'LEFT') continue;
    const notificationId = await work.insert('Notification', {
      toId: staffId,
      message,
      content: content ?? null,
      weight,
      kind,
      recordId,
      recordNo,
      dueAt: dueAt ?? null,
      at: work.now.toISOString(),
    });
    written.push({ notificationId, staffId });
    told.push({ staffId, name: String(person.displayName), via: 'DASHBOARD' });
  }
  if (outside !== 'HOUSE') {
    const haste = weight === 'URGENT' ? 'URGENT' : (outside ?? 'DIGEST');
    await putIntoOutbox(work, written, haste, weight === 'INFO');
  }
  return told;
}
