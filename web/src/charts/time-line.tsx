import { bisectRight, extent } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { useState } from 'react';
import { formatDate, formatNumber } from '../format';
import { LineLegend } from './line-legend';
import { ReadByKey } from './read-by-key';
import { signs } from './signs';
import { useWidth } from './use-width';
import './time-line.css';

export interface TimeLineProps {
  label: string;
  /** Ascending instants; each value holds until the next one. */
  at: number[];
  series: { name: string; look: string; values: number[] }[];
  /** What is known ends here; the rest is dashed. */
  now: { index: number; name: string };
  threshold: { value: number; name: string } | null;
  marks: { at: number; name: string; down: boolean }[];
  /** All there is to say of an instant. */
  words: (index: number) => string;
}

const EDGE = { top: 30, right: 14, bottom: 24, left: 40 };
const HEIGHT = 230;
const TICK = 96;

type Point = [number, number];

// Leaves out dates that would run into each other, or over the edge.
function apart(x: (date: Date) => number, right: number): (date: Date) => boolean {
  let free = Number.NEGATIVE_INFINITY;
  return (date) => {
    const at = x(date);
    if (at < free || at > right - TICK / 3) return false;
    free = at + TICK;
    return true;
  };
}

const path = (points: Point[]): string => points.map(([x, y], n) => `${n ? 'L' : 'M'}${x} ${y}`).join('');

/** Steps over time. It is read by key as a slider: arrows go from change to change, Page keys from mark to mark. */
export function TimeLine({ label, at, series, now, threshold, marks, words }: TimeLineProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number | null>(null);
  const last = at.length - 1;
  const current = Math.min(chosen ?? now.index, last);
  const [first = 0, end = 1] = [at[0], at[last]];
  const x = scaleUtc([first, Math.max(end, first + 1)], [EDGE.left, Math.max(EDGE.left + 1, width - EDGE.right)]);
  const [low = 0, high = 0] = extent([0, threshold?.value ?? 0, ...series.flatMap(({ values }) => values)]);
  const y = scaleLinear([low, Math.max(high, low + 1)], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4);

  const steps = (values: number[], from: number, until: number): Point[] => {
    const points: Point[] = [];
    for (let n = from; n <= until; n++) {
      const before = values[n - 1];
      if (n > from && before !== undefined) points.push([x(at[n] ?? 0), y(before)]);
      points.push([x(at[n] ?? 0), y(values[n] ?? 0)]);
    }
    return points;
  };
  const ticks = x.ticks(Math.max(1, Math.floor((width - EDGE.left) / 130))).filter(apart(x, width - EDGE.right));
  const placeAt = (instant: number) => Math.max(0, bisectRight(at, instant) - 1);

  const places = marks.map((mark) => placeAt(mark.at));

  const bottom = HEIGHT - EDGE.bottom;
  const nowX = x(at[now.index] ?? 0);
  return (
    <div className="time-line" ref={ref}>
      <LineLegend lines={series.map(({ name, look }) => ({ id: name, name, look: `series ${look}` }))} />
      <ReadByKey
        label={label}
        last={last}
        current={current}
        words={words}
        pageUp={places.findLast((place) => place < current) ?? 0}
        pageDown={places.find((place) => place > current) ?? last}
        placeAt={(pixels) => placeAt(x.invert(pixels).getTime())}
        onChoose={setChosen}
      >
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
          <rect
            className="future"
            x={nowX}
            width={Math.max(0, width - EDGE.right - nowX)}
            y={EDGE.top}
            height={bottom - EDGE.top}
          />
          {y.ticks(4).map((tick) => (
            <g key={tick} className="grid-line" transform={`translate(0 ${y(tick)})`}>
              <line x1={EDGE.left} x2={width - EDGE.right} />
              <text x={EDGE.left - 8} dy="0.32em" textAnchor="end">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
          {ticks.map((tick) => (
            <text key={tick.getTime()} className="tick" x={x(tick)} y={HEIGHT - 6} textAnchor="middle">
              {formatDate(tick.getTime())}
            </text>
          ))}
          {threshold && (
            <g className="level" transform={`translate(0 ${y(threshold.value)})`}>
              <line x1={EDGE.left} x2={width - EDGE.right} />
            </g>
          )}
          {series.map(({ name, look, values }, order) => (
            <g key={name} className={`series ${look}`}>
              <path d={path(steps(values, 0, now.index))} />
              <path className="dashed" d={path(steps(values, now.index, last))} />
              {series.length > 1 && (
                <path
                  className="sign"
                  d={signs[order % signs.length]}
                  transform={`translate(${nowX} ${y(values[now.index] ?? 0)})`}
                />
              )}
            </g>
          ))}
          {threshold && (
            <text className="level-name" x={EDGE.left + 6} y={y(threshold.value)} dy="-0.5em">
              {threshold.name}
            </text>
          )}
          <g className="now" transform={`translate(${nowX} 0)`}>
            <line y1={EDGE.top - 4} y2={bottom} />
            <text y={12} textAnchor={nowX > width / 2 ? 'end' : 'start'}>
              {now.name}
            </text>
          </g>
          {marks.map(({ at: instant, name, down }) => (
            <g key={`${instant} ${name}`} className="turn" transform={`translate(${x(instant)} ${EDGE.top - 6})`}>
              <title>{name}</title>
              <path d={down ? 'M-5 -4h10l-5 8z' : 'M-5 4h10l-5 -8z'} />
              <line y1={6} y2={bottom - EDGE.top + 6} />
            </g>
          ))}
          {chosen !== null && (
            <g className="cursor" transform={`translate(${x(at[current] ?? 0)} 0)`}>
              <line y1={EDGE.top} y2={bottom} />
              {series.map(({ name, values }) => (
                <circle key={name} cy={y(values[current] ?? 0)} r="3.5" />
              ))}
            </g>
          )}
        </svg>
      </ReadByKey>
      <p className="readout">{words(current)}</p>
    </div>
  );
}
