// Which rows of a long list are in sight. Browsers cap the height of an element near 33 million pixels, so beyond
// MAX_HEIGHT the scroll bar stands for the list in proportion, while small steps still move it pixel by pixel.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

export const MAX_HEIGHT = 8_000_000;
const OVERSCAN = 6;

export interface ScrollState {
  scrollTop: number;
  /** Where the window begins in the full height of the list. */
  top: number;
}

/** The window after a scroll. */
export function scrolled(before: ScrollState, scrollTop: number, full: number, viewport: number): ScrollState {
  const spacer = Math.min(full, MAX_HEIGHT);
  if (spacer === full) return { scrollTop, top: scrollTop };
  const end = spacer - viewport;
  if (scrollTop <= 0) return { scrollTop, top: 0 };
  if (scrollTop >= end - 1) return { scrollTop, top: full - viewport };
  const step = scrollTop - before.scrollTop;
  const small = Math.abs(step) < viewport * 2;
  const top = small ? before.top + step : (scrollTop / end) * (full - viewport);
  return { scrollTop, top: Math.max(0, Math.min(full - viewport, top)) };
}

export interface RowWindow {
  ref: RefObject<HTMLDivElement | null>;
  first: number;
  last: number;
  height: number;
  /** Pixels from the top of the scrolled content to a row. */
  offset: (row: number) => number;
  onScroll: () => void;
  show: (row: number) => void;
  rowsInView: number;
}

export function useRowWindow(rowCount: number, rowHeight: number, headHeight: number): RowWindow {
  const ref = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState(600);
  const [state, setState] = useState<ScrollState>({ scrollTop: 0, top: 0 });
  const full = rowCount * rowHeight;

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setViewport(Math.max(rowHeight, element.clientHeight - headHeight));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [rowHeight, headHeight]);

  const onScroll = useCallback(() => {
    const scrollTop = ref.current?.scrollTop ?? 0;
    setState((before) => (scrollTop === before.scrollTop ? before : scrolled(before, scrollTop, full, viewport)));
  }, [full, viewport]);

  const show = useCallback(
    (row: number) => {
      const element = ref.current;
      if (!element) return;
      const from = row * rowHeight;
      const top = Math.min(from, Math.max(state.top, from + rowHeight - viewport));
      if (top === state.top) return;
      const spacer = Math.min(full, MAX_HEIGHT);
      const scrollTop = spacer === full ? top : (top / Math.max(1, full - viewport)) * (spacer - viewport);
      setState({ scrollTop: Math.round(scrollTop), top });
      element.scrollTop = Math.round(scrollTop);
    },
    [state.top, rowHeight, viewport, full],
  );

  const top = Math.min(state.top, Math.max(0, full - viewport));
  return {
    ref,
    first: Math.max(0, Math.floor(top / rowHeight) - OVERSCAN),
    last: Math.min(rowCount, Math.ceil((top + viewport) / rowHeight) + OVERSCAN),
    height: Math.min(full, MAX_HEIGHT),
    offset: (row) =>
      row * rowHeight - top + Math.min(state.scrollTop, Math.max(0, Math.min(full, MAX_HEIGHT) - viewport)),
    onScroll,
    show,
    rowsInView: Math.max(1, Math.floor(viewport / rowHeight)),
  };
}
