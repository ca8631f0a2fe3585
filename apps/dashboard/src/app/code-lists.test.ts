import { afterEach, describe, expect, it } from 'vitest';
import { keepCodeLists, listChoices, listedInWords } from './code-lists';

const entry = (code: string, active = true, labelHant: string | null = null) => ({
  list: 'segment',
  code,
  labelHans: code,
  labelHant,
  labelEn: `${code} in English`,
  active,
});

describe('a list that the organisation keeps itself', () => {
  afterEach(() => keepCodeLists([]));

  it('is offered in its order and in the reader’s language, without what is no longer used', () => {
    keepCodeLists([entry('家庭', true, '家庭用戶'), entry('旧', false), entry('企业')]);
    expect(listChoices('segment', 'zh-Hant').map((each) => each.label)).toEqual(['家庭用戶', '企业']);
    expect(listChoices('segment', 'en')[1]).toEqual({ value: '企业', label: '企业 in English' });
  });

  it('keeps a value that came by an import, or is no longer used, as a choice', () => {
    keepCodeLists([entry('家庭'), entry('旧', false)]);
    expect(listChoices('segment', 'zh-Hans', '公司').map((each) => each.value)).toEqual(['家庭', '公司']);
    expect(listChoices('segment', 'en', '旧').at(-1)).toEqual({ value: '旧', label: '旧 in English' });
    expect(listedInWords('segment', '公司', 'en')).toBe('公司');
  });

  it('is no list while it has no entries', () => {
    expect(listChoices('nowhere', 'en')).toEqual([]);
    expect(listedInWords('nowhere', 'x', 'en')).toBe('x');
  });
});
