import type { Language } from '@kehu/domain/catalogue/labels';
import { decimal, whole } from '../../../ui/figures';
import { casesAddress, type FigureLine, type Kpi, madeOf, outOf } from './ask';
import type { Bar } from './BarList';
import { figureText } from './words';

/** Steps by their median hours: a table of hours and of how many steps were taken. */
export function waitingBars(lines: readonly FigureLine[]): readonly Bar[] {
  return lines.map((line) => {
    const text = line.value === null ? '–' : decimal(line.value, 1);
    return {
      key: line.key,
      label: line.label,
      value: line.value,
      text,
      cells: [text, whole(line.count)],
      to: casesAddress('Complaint', line.where),
    };
  });
}

/** Causes, the most frequent first, with the share that they and those before them make (Pareto). */
export function causeBars(lines: readonly FigureLine[], language: Language): readonly Bar[] {
  const bracketed = (share: string) => (language === 'en' ? ` (${share})` : `（${share}）`);
  const all = lines.reduce((sum, { count }) => sum + count, 0);
  return lines.map((line) => ({
    key: line.key,
    label: line.label,
    value: line.value,
    text: `${whole(line.count)}${bracketed(`${decimal(line.cumulative ?? 0, 0)}%`)}`,
    cells: [
      whole(line.count),
      `${decimal((line.count * 100) / Math.max(all, 1), 1)}%`,
      line.cumulative === null ? '–' : `${decimal(line.cumulative, 1)}%`,
    ],
    to: casesAddress('Complaint', line.where),
  }));
}

/** The worst first: whoever looks wants to know who falls behind. `none` names the cases of nobody. */
export function groupBars(kpi: Kpi, none: string, language: Language): readonly Bar[] {
  const worst = (a: string | null, b: string | null) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return kpi.better === 'MORE' ? Number(a) - Number(b) : Number(b) - Number(a);
  };
  return [...kpi.groups]
    .sort((a, b) => worst(a.value, b.value))
    .map((group) => ({
      key: group.key ?? 'none',
      label: group.key === null ? none : group.label,
      value: group.value,
      text: figureText(group.value, kpi, language),
      cells: [
        figureText(group.value, kpi, language),
        figureText(group.previous, kpi, language),
        figureText(group.lastYear, kpi, language),
        ...(kpi.unit === 'PERCENT' ? [allOf(kpi, group)] : []),
      ],
      to: madeOf(kpi.kind, group),
    }));
}

/** The number below the line, which opens all its cases. */
function allOf(kpi: Kpi, group: Kpi['groups'][number]): Bar['cells'][number] {
  const all = outOf(kpi, group);
  if (!all) return group.denominator === null ? '–' : whole(group.denominator);
  return all.to === null ? whole(all.count) : { text: whole(all.count), to: all.to };
}
