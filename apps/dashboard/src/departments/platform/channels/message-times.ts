import { messageSettings } from '@kehu/domain/complaints/settings-messages';

/** A value that the organisation set for a time of messages. */
export interface SetTime {
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: string;
}

export interface MessageTimes {
  /** Each time once, in the order of the day. */
  readonly digests: readonly string[];
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** When messages go out by what the organisation set until now, else by the product's own times. */
export function messageTimes(set: readonly SetTime[], now: Date): MessageTimes {
  const value = (key: keyof typeof messageSettings): string => {
    const [latest] = set
      .filter((each) => each.key === key && Date.parse(each.effectiveFrom) <= now.getTime())
      .sort((a, b) => Date.parse(b.effectiveFrom) - Date.parse(a.effectiveFrom));
    return latest?.value ?? messageSettings[key].value;
  };
  const digests = [
    value('messages.digestMorning'),
    value('messages.digestNoon'),
    value('messages.digestEvening'),
  ];
  return {
    digests: [...new Set(digests)].sort(),
    quietFrom: value('messages.quietFrom'),
    quietUntil: value('messages.quietUntil'),
  };
}

/** The keys that `messageTimes` looks at. */
export const messageTimeKeys = [
  'messages.digestMorning',
  'messages.digestNoon',
  'messages.digestEvening',
  'messages.quietFrom',
  'messages.quietUntil',
] as const satisfies readonly (keyof typeof messageSettings)[];
