import type { Label } from '@kehu/domain/catalogue/labels';
import type { MessageKey } from '@kehu/domain/messages/message';
import type { notificationWeight } from '@kehu/domain/platform/notification';
import type { Work } from '../commands/command.js';

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
}

/** Somebody who was told. */
export interface Told {
  readonly staffId: string;
  readonly name: string;
  /** How: `DASHBOARD`, and by the channels of the person's choice later. */
  readonly via: string;
}

/** Writes a notification to each person, in the act's own transaction; the answer names them. */
export async function notify(work: Work, request: NotifyRequest): Promise<Told[]> {
  const { message, content, weight, kind, recordId, recordNo, dueAt } = request;
  const told: Told[] = [];
  for (const staffId of new Set(request.to)) {
    const person = await work.peek('Staff', staffId);
    if (!person || person.status === 'LEFT') continue;
    await work.insert('Notification', {
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
    told.push({ staffId, name: String(person.displayName), via: 'DASHBOARD' });
  }
  return told;
}
