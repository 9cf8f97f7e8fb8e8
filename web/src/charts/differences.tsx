import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import './interval-bars.css';
import './differences.css';

export interface Difference {
  id: string;
  name: ReactNode;
  value: number;
  low: number;
  high: number;
  /** "+5.5" */
  valueWords: string;
  /** Its interval. */
  range: string;
}

export interface DifferencesProps {
  rows: Difference[];
  /** What the sides of the line mean. */
  less: string;
  more: string;
}

const HEIGHT = 22;

/** Differences with their intervals on both sides of nothing; the words beside each are its table twin. */
export function Differences({ rows, less, more }: DifferencesProps) {
  const from = Math.min(0, ...rows.map(({ low }) => low));
  const to = Math.max(0.001, ...rows.map(({ high }) => high));
  const x = scaleLinear([from, to], [1, 99]);
  const at = (value: number) => `${x(value)}%`;
  return (
    <ol className="interval-bars differences">
      {rows.map(({ id, name, value, low, high, valueWords, range }) => (
        <li key={id}>
          <span className="bar-name">{name}</span>
          <svg className="interval-bar" height={HEIGHT} width="100%" aria-hidden="true">
            <rect className="track" y="5" width="100%" height="12" rx="2" />
            <rect
              className={value < 0 ? 'less' : 'share'}
              x={at(Math.min(0, value))}
              y="5"
              width={`${Math.abs(x(value) - x(0))}%`}
              height="12"
            />
            <line className="nothing" x1={at(0)} x2={at(0)} y2={HEIGHT} />
            <g className="whisker">
              <line x1={at(low)} x2={at(high)} y1="11" y2="11" />
              <line x1={at(low)} x2={at(low)} y1="6" y2="16" />
              <line x1={at(high)} x2={at(high)} y1="6" y2="16" />
            </g>
          </svg>
          <span className="bar-value">
            <b>{valueWords}</b>
            <small>{range}</small>
          </span>
        </li>
      ))}
      <li className="difference-sides" aria-hidden="true">
        <span className="bar-name" />
        <svg className="interval-bar" height="16" width="100%" aria-hidden="true">
          <text y="12">{from < 0 ? `← ${less}` : ''}</text>
          <text x="100%" y="12" textAnchor="end">
            {more} →
          </text>
        </svg>
        <span className="bar-value" />
      </li>
    </ol>
  );
}
