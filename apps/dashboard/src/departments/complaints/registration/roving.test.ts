import { describe, expect, it } from 'vitest';
import { nextPlace } from './roving';

describe('the arrows in a row of buttons', () => {
  it('go to the next and the one before, round the ends', () => {
    expect(nextPlace('ArrowRight', 0, 3)).toBe(1);
    expect(nextPlace('ArrowRight', 2, 3)).toBe(0);
    expect(nextPlace('ArrowLeft', 0, 3)).toBe(2);
    expect(nextPlace('End', 0, 3)).toBe(2);
  });

  it('are told from other keys', () => {
    expect(nextPlace('Enter', 0, 3)).toBeNull();
    expect(nextPlace('Tab', 0, 3)).toBeNull();
  });
});
