// biome-ignore-all lint/a11y/useSemanticElements: marks of a drawing have no HTML element
import type { ScaleLinear } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

export interface Threshold {
  value: number;
  /** Where it may go, in steps of `step`. */
  min: number;
  max: number;
  step: number;
  name: string;
  /** Short, beside the line. */
  label: (value: number) => string;
  /** In full, read out and shown while it is moved. */
  words: (value: number) => string;
  /** While it is moved; null when that is taken back. */
  onTry: (value: number | null) => void;
  onMove: (value: number) => void;
  /** It only shows. */
  locked: boolean;
}

export interface ThresholdLineProps {
  threshold: Threshold;
  x: ScaleLinear<number, number>;
  top: number;
  bottom: number;
}

// Pixels of one, on average.
const CHARACTER = 6.9;
const GRIP = { width: 22, height: 30 };

/** A line across a chart that is dragged, or moved by arrow keys; Escape takes the move back. */
export function ThresholdLine({ threshold, x, top, bottom }: ThresholdLineProps) {
  const { value, min, max, step, name, label, words, onTry, onMove } = threshold;
  const [moved, setMoved] = useState<number | null>(null);
  // How far from the line it was taken up.
  const held = useRef<number | null>(null);
  const shown = moved ?? value;
  const at = x(Math.max(min, Math.min(max, shown)));
  const right = x.range()[1] ?? 0;

  const tryOut = (wanted: number) => {
    const next = Math.max(min, Math.min(max, Math.round(wanted / step) * step));
    if (next === shown) return;
    setMoved(next);
    onTry(next);
  };
  const finish = () => {
    held.current = null;
    if (moved === null) return;
    setMoved(null);
    if (moved === value) onTry(null);
    else onMove(moved);
  };
  const takeBack = () => {
    held.current = null;
    if (moved !== null) onTry(null);
    setMoved(null);
  };

  const pointerX = (event: PointerEvent<SVGGElement>) =>
    event.clientX - (event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0);
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = pointerX(event) - at;
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (held.current !== null) tryOut(x.invert(pointerX(event) - held.current));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
      PageUp: 10 * step,
      PageDown: -10 * step,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const by = steps[event.key];
    if (event.key === 'Escape') takeBack();
    else if (by === undefined) return;
    else tryOut(Number.isFinite(by) ? shown + by : by < 0 ? min : max);
    event.preventDefault();
  };

  // Beside the line, but never over the edge of the chart.
  const said = moved === null ? label(shown) : words(shown);
  const half = (said.length * CHARACTER) / 2;
  const text = (
    <text x={Math.max(half, Math.min(right - half, at)) - at} y={top - 8} textAnchor="middle">
      {said}
    </text>
  );
  if (threshold.locked) {
    return (
      <g className="threshold" transform={`translate(${at} 0)`}>
        <line y1={top} y2={bottom} />
        {text}
      </g>
    );
  }
  return (
    <g
      className={moved === null ? 'threshold' : 'threshold moving'}
      transform={`translate(${at} 0)`}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={shown}
      aria-valuetext={words(shown)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={finish}
      onPointerCancel={takeBack}
      onKeyDown={onKeyDown}
      onKeyUp={finish}
      onBlur={finish}
    >
      <rect className="reach" x={-GRIP.width} width={2 * GRIP.width} y={top} height={bottom - top} />
      <line y1={top} y2={bottom} />
      <rect className="grip" x={-GRIP.width / 2} width={GRIP.width} y={top} height={GRIP.height} rx={GRIP.width / 2} />
      <path d={`M-3 ${top + 10}v10M3 ${top + 10}v10`} />
      {text}
    </g>
  );
}
