import { describe, expect, it } from 'vitest';
import { filesOf } from './files';

const pasted = (...files: readonly File[]) => ({ files }) as unknown as DataTransfer;
const at = new Date('2026-11-23T23:00:05Z');

describe('files that are pasted or dropped', () => {
  it('have a name that says when, for pictures from the clipboard, by the clock of the organisation', () => {
    const [picture] = filesOf(
      pasted(new File(['x'], 'image.png', { type: 'image/png' })),
      at,
      'Asia/Shanghai',
    );
    expect(picture?.name).toBe('20261124070005.png');
  });

  it('keep a name of their own, and may be several', () => {
    const files = [new File(['x'], '照片.jpg'), new File(['y'], '录音.mp3')];
    expect(filesOf(pasted(...files), at, 'Asia/Shanghai').map(({ name }) => name)).toEqual([
      '照片.jpg',
      '录音.mp3',
    ]);
    expect(filesOf(null, at, 'Asia/Shanghai')).toEqual([]);
  });
});
