import { describe, expect, it } from 'vitest';
import { runMessage } from './run-message';

describe('what a run says of itself', () => {
  it('is told in the reader’s language, kinds by their label', () => {
    const stored = 'import.writing {"file":"订单.csv","rows":1200}';
    expect(runMessage(stored, 'zh-Hans')).toBe('写入 订单.csv：1200 行');
    expect(runMessage(stored, 'zh-Hant')).toBe('寫入 订单.csv：1200 列');
    expect(runMessage('import.totals {"file":"Customer","rows":3}', 'en')).toBe(
      'Computing totals of Customer',
    );
    expect(runMessage('import.taken {"kind":"Region","value":"x; y"}', 'zh-Hans')).toContain('x; y');
  });

  it('tells several problems, and keeps inner words of the server to itself', () => {
    const two = runMessage('import.emptyFile {"file":"a"}; import.busy {"profile":"p"}', 'en');
    expect(two).toBe(
      'The file a is empty. Another import with the profile p is running; wait until it ends.',
    );
    expect(runMessage('Deadlock found when trying to get lock', 'en')).toBe(
      'The import was broken off; import once more.',
    );
    expect(runMessage('interrupted', 'zh-Hans')).toContain('中断');
    expect(runMessage(null, 'en')).toBe('');
  });
});
