import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import './interval-bars.css';

export interface IntervalBar {
  id: string;
  name: ReactNode;
  /** null of nothing: there is no bar then. */
  share: number | null;
  low: number | null;
  high: number | null;
  /** "13 %" */
  value: string;
  /** "412 of 3,110" */
  counts: string;
  /** What its counts open. */
  words: string;
  /** Shares to compare with, as lines, and what they are. */
  references?: number[];
  referenceWords?: string;
}

export interface IntervalBarsProps {
  bars: IntervalBar[];
  /** What all references are. */
  note?: string;
  onOpen?: (index: number) => void;
}

const HEIGHT = 22;

function Drawing({ bar, most }: { bar: IntervalBar; most: number }) {
  const x = scaleLinear([0, most], [0, 100]);
  const at = (share: number) => `${x(share)}%`;
  return (
    <svg className="interval-bar" height={HEIGHT} width="100%" aria-hidden="true">
      <rect className="track" y="5" width="100%" height="12" rx="2" />
      {bar.share !== null && <rect className="share" y="5" width={at(bar.share)} height="12" rx="2" />}
      {(bar.references ?? []).map((share) => (
        <line key={share} className="reference" x1={at(share)} x2={at(share)} y2={HEIGHT} />
      ))}
      {bar.low !== null && bar.high !== null && (
        <g className="whisker">
          <line x1={at(bar.low)} x2={at(bar.high)} y1="11" y2="11" />
          <line x1={at(bar.low)} x2={at(bar.low)} y1="6" y2="16" />
          <line x1={at(bar.high)} x2={at(bar.high)} y1="6" y2="16" />
        </g>
      )}
    </svg>
  );
}

/** Shares as bars with their intervals; the words beside each are its table twin. */
export function IntervalBars({ bars, note, onOpen }: IntervalBarsProps) {
  const ends = bars.flatMap(({ high, share, references = [] }) => [high ?? share ?? 0, ...references]);
  const most = Math.min(1, Math.max(0.01, ...ends) * 1.04);
  return (
    <>
      <ol className="interval-bars">
        {bars.map((bar, index) => (
          <li key={bar.id}>
            <span className="bar-name">{bar.name}</span>
            <Drawing bar={bar} most={most} />
            <span className="bar-value">
              <b>{bar.value}</b>
              {onOpen && bar.share !== null ? (
                <button type="button" className="link" aria-description={bar.words} onClick={() => onOpen(index)}>
                  {bar.counts}
                </button>
              ) : (
                <small>{bar.counts}</small>
              )}
            </span>
            {bar.referenceWords && <small className="bar-references">{bar.referenceWords}</small>}
          </li>
        ))}
      </ol>
      {note && (
        <p className="legend reference-note">
          <span>
            <svg width="12" height="14" aria-hidden="true">
              <line className="reference" x1="6" x2="6" y2="14" />
            </svg>
            {note}
          </span>
        </p>
      )}
    </>
  );
}
