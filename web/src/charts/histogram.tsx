// biome-ignore-all lint/a11y/useSemanticElements: marks of a drawing have no HTML element
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { formatNumber } from '../format';
import { t } from '../i18n';
import { LineHint } from './line-hint';
import { type Threshold, ThresholdLine } from './threshold';
import { useBars } from './use-bars';
import { useWidth } from './use-width';

export interface Bar {
  from: number;
  to: number;
  /** From the bottom up. */
  parts: number[];
  words: string;
}

/** A value with a name of its own: a line across the chart, the name right of it. */
export interface Mark {
  at: number;
  name: string;
}

export interface HistogramProps {
  /** For screen readers. */
  name: string;
  small?: boolean;
  bars: Bar[];
  /** A part's name, and the class that colours it. */
  parts: { name: string; look: string }[];
  axisName: string;
  threshold?: Threshold | null;
  /** Beside the grip of the threshold. */
  hint?: string | null;
  onHintEnd?: () => void;
  marks?: Mark[];
  onOpen: (index: number) => void;
}

const EDGE = { top: 34, right: 16, bottom: 26, left: 52 };
const SMALL_EDGE = { ...EDGE, top: 22, right: 10, left: 44 };
const sum = (parts: number[]) => parts.reduce((total, part) => total + part, 0);

/** Stacked bars. One tab stop: arrows go from bar to bar, Enter opens. */
export function Histogram(props: HistogramProps) {
  const {
    name,
    small = false,
    bars,
    parts,
    axisName,
    threshold = null,
    hint = null,
    onHintEnd,
    marks = [],
    onOpen,
  } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  const { current, setCurrent, onKeyDown } = useBars(bars.length, ['ArrowLeft', 'ArrowRight'], onOpen);
  const [pointed, setPointed] = useState<number | null>(null);
  const height = small ? 250 : width > 400 ? 420 : 280;
  const edge = small ? SMALL_EDGE : EDGE;
  // The line is in sight even where no lead comes near it.
  const line = threshold?.value ?? bars[0]?.from ?? 0;
  const x = scaleLinear(
    [Math.min(bars[0]?.from ?? 0, line), Math.max(bars.at(-1)?.to ?? 1, line)],
    [edge.left, Math.max(edge.left, width - edge.right)],
  );
  const y = scaleLinear([0, max(bars, (bar) => sum(bar.parts)) ?? 1], [height - edge.bottom, edge.top]).nice(4);

  return (
    <div className="histogram" ref={ref}>
      <div className="legend">
        {parts.length > 1 &&
          parts.map((part) => (
            <span key={part.name}>
              <i className={`swatch ${part.look}`} />
              {part.name}
            </span>
          ))}
        <span className="readout" data-page-only>
          {bars[pointed ?? -1]?.words ?? (small ? '' : t('chart.open_hint'))}
        </span>
      </div>
      <div className="plot">
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={name}>
          {y.ticks(small ? 3 : 4).map((tick) => (
            <g key={tick} className="grid-line" transform={`translate(0 ${y(tick)})`}>
              <line x1={edge.left} x2={width - edge.right} />
              <text x={edge.left - 8} dy="0.32em" textAnchor="end">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
          {x.ticks(Math.max(3, width / 80)).map((tick) => (
            <text key={tick} className="tick" x={x(tick)} y={height - 8} textAnchor="middle">
              {formatNumber(tick)}
            </text>
          ))}
          {marks.map((mark) => (
            <g key={mark.name} className="mark" transform={`translate(${x(mark.at)} 0)`}>
              <line y1={edge.top - 14} y2={height - edge.bottom} />
              <text x={4} y={edge.top - 5}>
                {mark.name}
              </text>
            </g>
          ))}
          {bars.map((bar, index) => {
            const left = x(bar.from) + 1;
            const size = Math.max(1, x(bar.to) - x(bar.from) - 2);
            let low = 0;
            return (
              <g
                key={bar.from}
                className="bar"
                role="button"
                aria-label={bar.words}
                tabIndex={index === current ? 0 : -1}
                onKeyDown={onKeyDown}
                onClick={() => onOpen(index)}
                onFocus={() => {
                  setCurrent(index);
                  setPointed(index);
                }}
                onBlur={() => setPointed(null)}
                onPointerEnter={() => setPointed(index)}
                onPointerLeave={() => setPointed(null)}
              >
                <rect className="hit" x={left} width={size} y={edge.top} height={height - edge.top - edge.bottom} />
                {bar.parts.map((part, order) => {
                  const top = y(low + part);
                  const tall = y(low) - top;
                  low += part;
                  return (
                    <rect
                      key={parts[order]?.look}
                      className={parts[order]?.look}
                      x={left}
                      width={size}
                      y={top}
                      height={tall}
                    />
                  );
                })}
              </g>
            );
          })}
          {threshold && width > 0 && (
            <ThresholdLine threshold={threshold} x={x} top={edge.top - 6} bottom={height - edge.bottom} />
          )}
        </svg>
        {threshold && !threshold.locked && hint && width > 0 && (
          <LineHint text={hint} at={x(line)} width={width} onEnd={() => onHintEnd?.()} />
        )}
      </div>
      <p className="axis-name">{axisName}</p>
    </div>
  );
}
