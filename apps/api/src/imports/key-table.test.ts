import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentTable, hashOf, KeyTable, keyFlag } from './key-table.js';

describe('the table of keys', () => {
  it('gives each key one slot, however many there are, and forgets none', () => {
    const keys = new KeyTable();
    const slots = new Map<string, number>();
    for (let n = 0; n < 50_000; n++) {
      const key = `订单-${n * 7919}|客户 ${n % 13}`;
      slots.set(key, keys.slot(key));
      keys.setId(keys.slot(key), String(n + 1));
    }
    expect(keys.size).toBe(50_000);
    expect(new Set(slots.values()).size).toBe(50_000);
    let n = 0;
    for (const [key, slot] of slots) {
      n += 1;
      expect(keys.slot(key)).toBe(slot);
      expect(keys.id(slot)).toBe(String(n));
    }
  });

  it('behaves as a map does, whatever the keys', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 200 }), (texts) => {
        const keys = new KeyTable();
        const model = new Map<string, number>();
        for (const text of texts) {
          const slot = keys.slot(text);
          expect(slot).toBe(model.get(text) ?? model.size);
          model.set(text, slot);
          keys.addGood(slot, 1);
        }
        for (const [text, slot] of model)
          expect(keys.good(slot)).toBe(texts.filter((t) => t === text).length);
      }),
    );
  });

  it('takes back what a transaction wrote, but not what the check found', () => {
    const keys = new KeyTable();
    const [made, found] = [keys.slot('made'), keys.slot('found')];
    keys.setId(made, '7');
    keys.mark(made, keyFlag.created);
    keys.setId(found, '8');
    keys.mark(found, keyFlag.existing);
    keys.mark(found, keyFlag.changed);
    keys.resetWrites();
    expect([keys.id(made), keys.id(found)]).toEqual([null, '8']);
    expect([keys.has(made, keyFlag.created), keys.has(found, keyFlag.changed)]).toEqual([false, false]);
    expect(keys.has(found, keyFlag.existing)).toBe(true);
  });

  it('tells rows that contradict each other from those that repeat', () => {
    const content = new ContentTable();
    expect(content.agrees(5000, '{"name":"张三"}')).toBe(true);
    expect(content.agrees(5000, '{"name":"张三"}')).toBe(true);
    expect(content.agrees(5000, '{"name":"李四"}')).toBe(false);
  });

  it('hashes keys that differ in one place to different values', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 200_000; n++) seen.add(hashOf(`K${n}`).join());
    expect(seen.size).toBe(200_000);
    expect(new Set([...seen].map((pair) => pair.split(',')[0])).size).toBe(200_000);
  });
});
