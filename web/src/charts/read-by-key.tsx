// biome-ignore-all lint/a11y/useSemanticElements: a drawing that is read by key has no HTML element
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

interface ReadByKeyProps {
  label: string;
  /** The places run from 0. */
  last: number;
  current: number;
  words: (place: number) => string;
  pageUp: number;
  pageDown: number;
  /** The place under so many pixels from the left. */
  placeAt: (pixels: number) => number;
  onChoose: (place: number) => void;
  children: ReactNode;
}

/** A drawing whose places are read as a slider: arrows go by one, Page keys where they are told, the pointer anywhere. */
export function ReadByKey(props: ReadByKeyProps) {
  const { label, last, current, words, pageUp, pageDown, placeAt, onChoose, children } = props;
  const choose = (place: number) => onChoose(Math.max(0, Math.min(last, place)));
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Record<string, number | undefined> = {
      ArrowRight: current + 1,
      ArrowUp: current + 1,
      ArrowLeft: current - 1,
      ArrowDown: current - 1,
      PageUp: pageUp,
      PageDown: pageDown,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    choose(placeAt(event.clientX - left));
  };
  return (
    <div
      className="drawing"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={current}
      aria-valuetext={words(current)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
    >
      {children}
    </div>
  );
}
