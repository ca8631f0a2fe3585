import { describe, expect, it } from 'vitest';
import { dutyGuards } from '../access/separation-of-duties.js';
import { label, languages } from '../catalogue/labels.js';
import { fill, isMessageKey, message, messages, messageText } from './message.js';
import { words } from './words.js';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{[^}]*\}/g)].map(([found]) => found).sort();

describe('messages', () => {
  it.each(Object.entries(messages))('%s has three texts with the same placeholders', (key, texts) => {
    for (const language of languages) {
      expect(texts[language].trim(), `${key} ${language}`).not.toBe('');
      expect(placeholders(texts[language]), `${key} ${language}`).toEqual(placeholders(texts['zh-Hans']));
      for (const placeholder of placeholders(texts[language]))
        expect(placeholder).toMatch(/^\{\w+(:word)?\}$/);
    }
    expect(texts.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('name the right cell: Taiwan counts 列 across and 欄 down', () => {
    expect(message('import.place', { row: 3, column: 2 }, 'zh-Hans')).toBe('第3行第2列');
    expect(message('import.place', { row: 3, column: 2 }, 'zh-Hant')).toBe('第3列第2欄');
    expect(message('import.place', { row: 3, column: 2 }, 'en')).toBe('row 3, column 2');
  });

  it('put in values, words and labels in the language of the reader', () => {
    expect(message('read.wrongValue', { type: 'integer' }, 'zh-Hant')).toBe('值的類型不對，應為整數。');
    expect(fill(label('{a}', '{a}', '{a}'), { a: label('一', '壹', 'one') }, 'zh-Hant')).toBe('壹');
    expect(message('read.limitTooLarge', {}, 'en')).toBe('At most –, not –.');
  });

  it('take values as text, not as placeholders or patterns', () => {
    expect(message('read.fieldUnknown', { name: '$& {name}' }, 'en')).toBe('There is no field $& {name}.');
    expect(message('read.fieldUnknown', { name: 'constructor' }, 'en')).toContain('constructor');
    expect(message('read.wrongValue', { type: 'toString' }, 'en')).toContain('toString');
  });

  it('answer something for a key that nobody wrote', () => {
    expect(isMessageKey('toString')).toBe(false);
    expect(messageText('no.such', {}, 'en')).toBe('The request is not right.');
  });

  it('exist for every guard of separation of duties', () => {
    for (const guard of Object.values(dutyGuards)) expect(isMessageKey(guard.message)).toBe(true);
  });

  it('have words in three languages', () => {
    for (const word of Object.values(words))
      for (const language of languages) expect(word[language]).not.toBe('');
  });
});
