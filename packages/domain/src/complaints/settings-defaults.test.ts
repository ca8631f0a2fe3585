import { describe, expect, it } from 'vitest';
import { articles } from '../regulations/regulations.js';
import {
  complaintSettings,
  defaultOf,
  isSettingKey,
  isSettingValue,
  settingNamed,
} from './settings-defaults.js';
import { kpiTargets, noTarget } from './settings-targets.js';

describe('the settings of the complaint department', () => {
  it('each say in words what they do, and name an article that exists', () => {
    const known = new Set(articles.map(({ code }) => code));
    for (const [key, setting] of Object.entries({ ...complaintSettings, ...kpiTargets })) {
      expect(setting.about['zh-Hans'], key).not.toBe(setting.label['zh-Hans']);
      const { article } = settingNamed(key) ?? {};
      if (article) expect(known.has(article), `${key} ${article}`).toBe(true);
    }
  });

  it('hold the target of every figure that can be worked out, or that there is none', () => {
    expect(defaultOf('kpi.E1.2', null)).toBe('100');
    expect(defaultOf('kpi.E1.1', null)).toBe(noTarget);
    expect(isSettingValue('kpi.E1.2', '97.5')).toBe(true);
    expect(isSettingValue('kpi.E1.2', noTarget)).toBe(true);
    expect(isSettingValue('kpi.E1.2', '-1')).toBe(false);
    expect(isSettingKey('kpi.E1.17')).toBe(false);
  });

  it('begin with another value for a severity where the regulation asks for one', () => {
    expect(defaultOf('firstResponse.limit', 'SEVERE')).toBe('2h');
    expect(defaultOf('firstResponse.limit', 'MAJOR')).toBe('24h');
    expect(defaultOf('firstResponse.limit', null)).toBe('24h');
  });
});
