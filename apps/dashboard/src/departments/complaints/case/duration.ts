import type { useTexts } from '../../../app/texts';
import type { caseTexts } from './texts';

type Say = ReturnType<typeof useTexts<typeof caseTexts>>;

/** A span of time as people say it: the two largest of days, hours and minutes. */
export function spanInWords(milliseconds: number, t: Say): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    ...(days > 0 ? [t('day', { n: days })] : []),
    ...(hours > 0 && days < 10 ? [t('hour', { n: hours })] : []),
    ...(days === 0 && hours < 10 ? [t('minute', { n: minutes % 60 })] : []),
  ];
  return parts.slice(0, 2).join(' ') || t('minute', { n: 0 });
}
