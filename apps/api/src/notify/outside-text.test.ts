import { languages } from '@kehu/domain/catalogue/labels';
import { messages } from '@kehu/domain/messages/message';
import { describe, expect, it } from 'vitest';
import type { RecordRow } from '../records/encode.js';
import { outgoing, outsideText, type Reader } from './outside-text.js';

const reader: Reader = { language: 'zh-Hans', zone: 'Asia/Shanghai', publicUrl: 'https://kehu.example.com' };
const row = (more: RecordRow = {}): RecordRow => ({
  id: '1',
  message: 'clock.atRisk',
  content: { no: 'TS-1' },
  weight: 'TODO',
  kind: 'Complaint',
  recordId: '77',
  recordNo: 'TS-1',
  dueAt: '2026-03-11T08:00:00.000Z',
  ...more,
});
const letter = (notifications: readonly RecordRow[], more: Partial<Reader> = {}) =>
  outgoing({ id: 'm-1', to: 'wang', title: '标题', notifications, reader: { ...reader, ...more } });

/** What must never stand in a message outside. */
const personal = ['王小明', '13912345678', 'wang@example.com', '110105194912310021', '中山路 8 号'];
/** What may: numbers of cases and articles, months, names of departments. */
const open = new Set(['no', 'list', 'period', 'article', 'names']);

describe('what leaves the house', () => {
  it('says nothing that somebody wrote, whatever message it is and whatever stands in its values', () => {
    const keys = Object.keys(messages);
    expect(keys.length).toBeGreaterThan(200);
    for (const key of keys) {
      const names = [...messages[key as keyof typeof messages].en.matchAll(/\{(\w+)/g)].map(
        ([, name]) => name,
      );
      const content = Object.fromEntries(
        names.map((name) => [name, open.has(name ?? '') ? 'TS-1' : personal.join(' ')]),
      );
      for (const language of languages) {
        const sent = letter([row({ message: key, content })], { language });
        const all = `${sent.title} ${sent.text(100_000)} ${sent.short} ${outsideText(row({ message: key, content }), language)}`;
        for (const word of personal) expect(all).not.toContain(word);
      }
    }
  });

  it('is a number, an act, a deadline and a link', () => {
    expect(letter([row()]).text(2048)).toBe(
      '标题\n【待办】TS-1 临近结案期限，请抓紧办理。 期限 03-11 16:00\nhttps://kehu.example.com/#/complaints/77/show',
    );
    const task = row({ message: 'clock.taskDue', content: { title: '给王小明退款' }, kind: 'AssignedTask' });
    expect(letter([task]).text(2048)).toBe(
      '标题\n【待办】交办事项“（打开查看）”已到期未完成。 期限 03-11 16:00\nhttps://kehu.example.com/#/',
    );
  });

  it('puts what presses most first, and counts what finds no room', () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      row({ id: String(n), recordId: String(n), content: { no: `TS-${n}` } }),
    );
    const text = letter([...many, row({ id: '99', weight: 'WARNING', content: { no: 'TS-99' } })]).text(2048);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    expect(text).toMatch(/^标题\n【提醒】TS-99 /);
    const shown = text.match(/TS-\d+/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(text).toContain(`另有 ${41 - shown} 项`);
    expect(letter(many).text(10)).toContain('https://kehu.example.com/#/');
  });

  it('is one line by SMS', () => {
    expect(letter([row()]).short).toBe(
      '【待办】TS-1 临近结案期限，请抓紧办理。 期限 03-11 16:00 https://kehu.example.com/#/complaints/77/show',
    );
    expect(letter([row(), row({ id: '2', recordId: '78', dueAt: '2026-03-10T08:00:00.000Z' })]).short).toBe(
      '标题 最早期限 03-10 16:00 https://kehu.example.com/#/',
    );
  });

  it('shows the number alone of a message that this version does not know', () => {
    expect(outsideText(row({ message: 'later.version', content: { no: '王小明' } }), 'en')).toBe('TS-1');
  });
});
