import { type PointerEvent, useRef } from 'react';

export interface ResizeEdgeProps {
  label: string;
  /** While it is dragged; null ends that without a change. */
  onTry: (width: number | null) => void;
  /** null: as proposed. */
  onResize: (width: number | null) => void;
}

// What a click without a drag adds.
const STEP = 48;

/** The edge of a heading: dragged, clicked for wider, double-clicked for the width as proposed. Keys are the heading's. */
export function ResizeEdge({ label, onTry, onResize }: ResizeEdgeProps) {
  const held = useRef<{ x: number; width: number; moved: boolean } | null>(null);
  const widthNow = (event: PointerEvent<HTMLElement>, from: { x: number; width: number }) =>
    from.width + (event.clientX - from.x) * (getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1);
  return (
    <span
      className="resize-edge"
      title={label}
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const width = event.currentTarget.parentElement?.offsetWidth ?? 0;
        held.current = { x: event.clientX, width, moved: false };
      }}
      onPointerMove={(event) => {
        const from = held.current;
        if (!from || (!from.moved && Math.abs(event.clientX - from.x) < 3)) return;
        from.moved = true;
        onTry(widthNow(event, from));
      }}
      onPointerUp={(event) => {
        const from = held.current;
        held.current = null;
        if (!from) return;
        onTry(null);
        onResize(from.moved ? widthNow(event, from) : from.width + STEP);
      }}
      onPointerCancel={() => {
        held.current = null;
        onTry(null);
      }}
      onDoubleClick={() => onResize(null)}
    />
  );
}
