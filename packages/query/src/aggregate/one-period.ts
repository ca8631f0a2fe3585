import type { Measure } from '../arguments.js';

/** Measures that need no other period: those that the period before may be asked for. */
export function ofOnePeriod(measures: readonly Measure[]): readonly Measure[] {
  const compared = (name: string, seen: readonly string[]): boolean => {
    const measure = measures.find((each) => each.name === name);
    if (!measure || seen.includes(name)) return false;
    if (measure.previous !== null && measure.previous !== undefined) return true;
    const { ratio, difference } = measure;
    const others = [ratio?.of, ratio?.to, difference?.of, difference?.minus];
    return others.some((other) => typeof other === 'string' && compared(other, [...seen, name]));
  };
  return measures.filter(({ name }) => !compared(name, []));
}
