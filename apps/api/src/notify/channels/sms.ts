import { type Channel, ChannelError } from './channel.js';
import { ask } from './http.js';
import type { SmsSettings } from './settings.js';

/** A value as it stands inside a JSON string. */
const inside = (value: string): string => JSON.stringify(value).slice(1, -1);

/** 短信: one short line through whatever HTTP gateway the house has; the body is its template. */
export function sms({ url, authorization, template, accepted }: SmsSettings): Channel {
  return {
    name: 'SMS',
    async send({ id, to, short, count, link }) {
      const values: Readonly<Record<string, string>> = {
        to: to ?? '',
        text: short,
        id,
        count: String(count),
        link,
      };
      const body = template.replace(/\{(\w+)\}/g, (whole, name: string) =>
        Object.hasOwn(values, name) ? inside(values[name] ?? '') : whole,
      );
      const { status, text } = await ask(url, {
        body,
        id,
        ...(authorization ? { headers: { authorization } } : {}),
      });
      if (status < 200 || status > 299) throw new ChannelError(`HTTP ${status}`);
      // What a gateway answers may repeat the number; it is not shown.
      if (accepted !== null && !text.includes(accepted)) throw new ChannelError('the gateway refused it');
    },
  };
}
