import { complaintSettings } from '@kehu/domain/complaints/settings-defaults';
import { kpiTargets } from '@kehu/domain/complaints/settings-targets';
import { describe, expect, it } from 'vitest';
import {
  comingValues,
  type SetValue,
  settingGroups,
  severityWords,
  unitWords,
  valueBefore,
  valueWords,
} from './words';

const set = (value: string, effectiveFrom: string, severity: SetValue['severity'] = null): SetValue => ({
  id: effectiveFrom,
  key: 'tracking.hours',
  severity,
  value,
  effectiveFrom,
});

describe('the page of settings', () => {
  it('shows every setting once', () => {
    const shown = Object.values(settingGroups).flatMap((groups) => groups.flatMap(({ keys }) => keys));
    expect(new Set(shown).size).toBe(shown.length);
    expect([...shown].sort()).toEqual(Object.keys({ ...complaintSettings, ...kpiTargets }).sort());
  });

  it('says values in words, never in codes', () => {
    expect(valueWords('limit.REPORT', 'D+3', 'zh-Hans')).toBe('收到后第 3 天 24:00 前');
    expect(valueWords('limit.ASSESS', '4h', 'zh-Hant')).toBe('4 小時');
    expect(valueWords('firstResponse.target', '30m', 'en')).toBe('30 minutes');
    expect(valueWords('procedure.SIMPLE', 'on', 'zh-Hans')).toBe('开启');
    expect(valueWords('ruling.by', 'AREA_MANAGER', 'zh-Hans')).toBe('区域督导');
    expect(valueWords('weekly.weekday', '1', 'en')).toBe('Monday');
    expect(valueWords('tracking.hours', '0', 'zh-Hans')).toBe('不要求');
    expect(valueWords('kpi.E1.2', '95', 'zh-Hans')).toBe('95%');
    expect(valueWords('kpi.E1.5', '1', 'zh-Hans')).toBe('是');
    expect(valueWords('kpi.E1.1', '-', 'zh-Hans')).toBe('不设目标');
    expect(unitWords('kpi.E1.1', 'zh-Hans')).toBe('件');
  });

  it('puts severities of one value together', () => {
    const value = (severity: string) => (severity === 'SEVERE' ? '2h' : '24h');
    expect(severityWords('firstResponse.limit', value, 'zh-Hans')).toBe('一般、较大：24 小时；严重：2 小时');
    expect(severityWords('firstResponse.limit', () => '24h', 'zh-Hans')).toBe('24 小时');
  });

  it('says what held before: the default, the value of all, or that of the severity', () => {
    const rows = [
      set('12', '2026-01-01T00:00:00Z'),
      set('6', '2026-02-01T00:00:00Z', 'MAJOR'),
      set('8', '2026-03-01T00:00:00Z'),
      set('4', '2026-04-01T00:00:00Z', 'MAJOR'),
    ] as const;
    expect(rows.map((row) => valueBefore(rows, row))).toEqual(['0', '12', '12', '6']);
    expect(comingValues(rows, 'tracking.hours', new Date('2026-02-15T00:00:00Z'))).toEqual(rows.slice(2));
  });
});
