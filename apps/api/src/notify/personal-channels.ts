import type { SqlValue } from '@kehu/database/pool';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { channelLevel } from '@kehu/domain/platform/notification';
import { type DriverRow, decodeRow } from '../records/decode.js';
import { marks } from '../records/marks.js';
import type { Services } from '../services.js';
import type { MessageChannel } from './channels/settings.js';

export type ChannelLevel = CodeOf<typeof channelLevel>;

/** How one person takes one channel. */
export interface PersonalChannel {
  readonly staffId: string;
  readonly channel: MessageChannel;
  readonly level: ChannelLevel;
  /** Null: the number or mail address of the staff file, where the channel has one. */
  readonly address: string | null;
  readonly language: string | null;
}

/** What people chose, and what of the staff file serves as an address. */
export interface PersonalChannels {
  readonly own: ReadonlyMap<string, PersonalChannel>;
  readonly staff: ReadonlyMap<string, { readonly phone: string | null; readonly email: string | null }>;
}

/** Whatever can ask the database: an act, or the sender. */
interface Asking {
  rows<Row>(statement: string, values: readonly SqlValue[]): Promise<Row[]>;
  readonly context: { readonly services: Pick<Services, 'codec'> };
}

const key = (staffId: string, channel: string) => `${staffId} ${channel}`;
const textOf = (value: unknown): string | null => (value == null || value === '' ? null : String(value));

/** How these people take messages; whoever has left takes none and is not among them. */
export async function personalChannels(
  asking: Asking,
  staffIds: readonly string[],
): Promise<PersonalChannels> {
  const ids = [...new Set(staffIds)];
  const { codec } = asking.context.services;
  const people = await asking.rows<DriverRow>(
    `SELECT * FROM staff WHERE status <> 'LEFT' AND id IN (${marks(ids)})`,
    ids,
  );
  const chosen = await asking.rows<DriverRow>(
    `SELECT * FROM personal_channel WHERE staff_id IN (${marks(ids)})`,
    ids,
  );
  return {
    own: new Map(
      chosen.map((row) => {
        const one = decodeRow(kindNamed('PersonalChannel'), row, codec) as unknown as PersonalChannel;
        return [key(one.staffId, one.channel), one];
      }),
    ),
    staff: new Map(
      people.map((row) => {
        const { id, phone, email } = decodeRow(kindNamed('Staff'), row, codec);
        return [String(id), { phone: textOf(phone), email: textOf(email) }];
      }),
    ),
  };
}

/** What a channel takes of whoever did not choose: an SMS costs money and disturbs, so only what is urgent. */
export function standardLevel(channel: MessageChannel): ChannelLevel {
  return channel === 'SMS' ? 'URGENT' : 'ALL';
}

/** The person's choice for a channel, the standard where he made none. */
export function choiceOf(
  { own }: PersonalChannels,
  staffId: string,
  channel: MessageChannel,
): Pick<PersonalChannel, 'level' | 'address' | 'language'> {
  return own.get(key(staffId, channel)) ?? { level: standardLevel(channel), address: null, language: null };
}

/** Where a person is reached by a channel; null when nobody knows. */
export function addressOf(people: PersonalChannels, staffId: string, channel: MessageChannel): string | null {
  const own = choiceOf(people, staffId, channel).address;
  if (own) return own;
  const file = people.staff.get(staffId);
  if (channel === 'SMS') return file?.phone ?? null;
  return channel === 'EMAIL' ? (file?.email ?? null) : null;
}

/** Whether a channel takes a message to a person. */
export function takes(
  people: PersonalChannels,
  staffId: string,
  channel: MessageChannel,
  urgent: boolean,
): boolean {
  if (!people.staff.has(staffId) || addressOf(people, staffId, channel) === null) return false;
  const { level } = choiceOf(people, staffId, channel);
  return level === 'ALL' || (level === 'URGENT' && urgent);
}
