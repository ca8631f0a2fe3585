import { useEffect, useRef } from 'react';

/** Calls again every second while something runs. */
export function usePoll(running: boolean, then: () => void): void {
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => latest.current(), 1000);
    return () => clearInterval(timer);
  }, [running]);
}
