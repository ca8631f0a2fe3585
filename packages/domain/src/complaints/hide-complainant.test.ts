import { describe, expect, it } from 'vitest';
import { hideComplainant } from './hide-complainant.js';

const hide = (text: string, ...names: (string | null)[]) => hideComplainant(text, { names }, '投诉人');

describe('a text without who complained', () => {
  it('has neither the name nor the family name with a title', () => {
    expect(hide('王小明来店，王先生说店员态度差', '王小明')).toBe('投诉人来店，投诉人说店员态度差');
    expect(hide('欧阳女士很生气，欧阳静要求道歉', '欧阳静')).toBe('投诉人很生气，投诉人要求道歉');
  });

  it('has the given name of two characters hidden, and the nickname', () => {
    expect(hide('小明说，老王也在场', '王小明')).toBe('投诉人说，投诉人也在场');
  });

  it('has no telephone, number or address that one could look up', () => {
    expect(hide('请回电 139-1234-0000 或 a.b@example.com', null)).toBe('请回电 *** 或 ***');
    expect(hide('3 月 7 日买了 2 把', '王小明')).toBe('3 月 7 日买了 2 把');
  });

  it('hides names that are not Chinese as they stand', () => {
    expect(hide('Smith came in', 'Smith')).toBe('投诉人 came in');
  });
});
