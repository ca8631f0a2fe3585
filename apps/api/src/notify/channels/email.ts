import { type Channel, ChannelError } from './channel.js';
import type { MailSettings } from './settings.js';

const timeoutMs = 8000;
const mostBytes = 100_000;

/** 邮件: plain text with a constant Message-ID, by which the receiving side can tell a repetition. */
export function email({ url, from }: MailSettings): Channel {
  // Loaded with the first mail: most starts send none, and should not wait for it.
  const open = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  let opened: ReturnType<typeof open> | null = null;
  const domain = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    name: 'EMAIL',
    async send({ id, to, title, text }) {
      try {
        opened ??= open();
        await (await opened).sendMail({
          from,
          to: { name: '', address: to ?? '' },
          subject: title,
          text: text(mostBytes),
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Kehu-Message-Id': id },
        });
      } catch (error) {
        throw new ChannelError(reasonOf(error));
      }
    },
  };
}

/** What the server answered without its words, which may repeat the address. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const parts = [typeof code === 'string' ? code : 'failed'];
  if (typeof responseCode === 'number') parts.push(`SMTP ${responseCode}`);
  return parts.join(', ');
}
