import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { formatNumber } from '../format';
import './interval-bars.css';

export interface SpreadRow {
  id: string;
  name: ReactNode;
  /** nulls: there are none. */
  p25: number | null;
  median: number | null;
  p75: number | null;
  /** A second median, as a ring; null where it is not reached. */
  other: number | null;
  /** "12 days" */
  value: string;
  /** "5 to 31 days" */
  range: string;
}

export interface SpreadProps {
  rows: SpreadRow[];
  axisName: string;
}

const HEIGHT = 22;
const TICKS = 5;

/** From the first to the third quarter as a bar, the median as a dot; the words beside each are its table twin. */
export function Spread({ rows, axisName }: SpreadProps) {
  const most = max(rows, ({ p75, other }) => Math.max(p75 ?? 0, other ?? 0)) ?? 1;
  const x = scaleLinear([0, Math.max(1, most)], [0, 98]).nice(TICKS);
  const ticks = x.ticks(TICKS);
  const anchor = (tick: number) => (tick === 0 ? 'start' : tick === ticks.at(-1) ? 'end' : 'middle');
  const at = (days: number) => `${x(days)}%`;
  return (
    <ol className="interval-bars spread">
      {rows.map(({ id, name, p25, median, p75, other, value, range }) => (
        <li key={id}>
          <span className="bar-name">{name}</span>
          <svg className="interval-bar" height={HEIGHT} width="100%" aria-hidden="true">
            <line className="base" x2="100%" y1="11" y2="11" />
            {p25 !== null && p75 !== null && (
              <rect
                className="quartiles"
                x={at(p25)}
                width={`${Math.max(0.6, x(p75) - x(p25))}%`}
                y="6"
                height="10"
                rx="3"
              />
            )}
            {other !== null && <circle className="other" cx={at(other)} cy="11" r="4.5" />}
            {median !== null && <circle className="median" cx={at(median)} cy="11" r="4.5" />}
          </svg>
          <span className="bar-value">
            <b>{value}</b>
            <small>{range}</small>
          </span>
        </li>
      ))}
      <li className="spread-axis" aria-hidden="true">
        <span className="bar-name" />
        <svg className="interval-bar" height="16" width="100%" aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} x={at(tick)} y="12" textAnchor={anchor(tick)}>
              {formatNumber(tick)}
            </text>
          ))}
        </svg>
        <span className="bar-value">
          <small>{axisName}</small>
        </span>
      </li>
    </ol>
  );
}
