import type { MessageChannel } from './settings.js';

/** A message as it goes out by one way. */
export interface Outgoing {
  /** The same for every try, so that the receiver can tell a repetition. */
  readonly id: string;
  /** Address or account; null for robots, which speak to their group. */
  readonly to: string | null;
  readonly title: string;
  /** Title, lines and link in at most so many bytes; lines that find no room are counted. */
  text(mostBytes: number): string;
  /** All of it in one short line. */
  readonly short: string;
  readonly count: number;
  readonly link: string;
}

/** One way out of the house. */
export interface Channel {
  readonly name: MessageChannel;
  /** Resolves when the other side has taken it over; throws `ChannelError` otherwise. */
  send(message: Outgoing): Promise<void>;
}

/** Why the other side did not take a message; its text is shown to administrators and holds no secret. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}
