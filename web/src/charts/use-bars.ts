// The keys of bars in a row.
import { type KeyboardEvent, useState } from 'react';

interface Bars {
  /** The one that Tab comes to. */
  current: number;
  setCurrent: (index: number) => void;
  onKeyDown: (event: KeyboardEvent<SVGGElement>) => void;
}

/** One tab stop: two arrows go from bar to bar, Home and End to the ends, Enter and Space open. The bars are siblings. */
export function useBars(count: number, arrows: [back: string, on: string], onOpen: (index: number) => void): Bars {
  const [active, setCurrent] = useState(0);
  const current = Math.min(active, count - 1);
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = { [arrows[0]]: -1, [arrows[1]]: 1, Home: -count, End: count }[event.key];
    if (event.key === 'Enter' || event.key === ' ') onOpen(current);
    else if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, current + (step ?? 0)));
    setCurrent(next);
    event.currentTarget.parentElement?.querySelectorAll<SVGGElement>(':scope > [role=button]')[next]?.focus();
  };
  return { current, setCurrent, onKeyDown };
}
