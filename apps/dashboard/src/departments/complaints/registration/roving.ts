import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where the arrow leads in a row of so many, round the ends; null for any other key. */
export function nextPlace(key: string, place: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined || count === 0 ? null : (place + step + count) % count;
}

/** In a row of buttons the arrows go on to the next; one tab stop for all of them. */
export function rove(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const place = nextPlace(event.key, buttons.indexOf(event.target as HTMLElement), buttons.length);
  if (place === null) return;
  event.preventDefault();
  for (const [at, button] of buttons.entries()) button.tabIndex = at === place ? 0 : -1;
  buttons[place]?.focus();
}
