import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type EventStream, isTouched, LiveFeed, type LiveWorld } from '../data/live-feed';

/** So long after the last touch nobody sits there: nothing is read, since reading keeps a session alive. */
const awayAfter = 10 * 60_000;
/** A browser opens six connections to a host; a tab that nobody sees gives its own back. */
const hiddenAfter = 5000;
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

const browser: LiveWorld = {
  open: () => ('EventSource' in window ? (new EventSource('/events') as unknown as EventStream) : null),
  later: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/**
 * Keeps what is shown current: questions with `meta.live` are asked again when a hint touches them. Forms
 * keep what is typed, since they hold their own values. One connection while the tab is seen; it closes
 * with the sign-out.
 */
export function LiveUpdates() {
  const queries = useQueryClient();
  useEffect(() => {
    let lastTouch = Date.now();
    let owed = false;
    const readAnew = () => {
      owed = false;
      void queries.invalidateQueries({ predicate: ({ meta }) => Array.isArray(meta?.live) });
    };
    const isAway = () => {
      const away = Date.now() - lastTouch > awayAfter;
      if (away) owed = true;
      return away;
    };
    const feed = new LiveFeed(browser, {
      changed: (changes) => {
        if (!isAway())
          void queries.invalidateQueries({ predicate: ({ meta }) => isTouched(meta?.live, changes) });
      },
      missed: () => {
        if (!isAway()) readAnew();
      },
    });
    const touched = () => {
      lastTouch = Date.now();
      if (owed) readAnew();
    };
    let hiding: ReturnType<typeof setTimeout> | undefined;
    const seen = () => {
      clearTimeout(hiding);
      if (document.visibilityState === 'hidden') hiding = setTimeout(() => feed.stop(), hiddenAfter);
      else feed.start();
    };
    for (const touch of touches) window.addEventListener(touch, touched, { passive: true, capture: true });
    document.addEventListener('visibilitychange', seen);
    seen();
    return () => {
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(hiding);
      feed.stop();
    };
  }, [queries]);
  return null;
}
