import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { formatNumber, formatShare } from '../format';
import { bandPath, type CurveStep, linePath, stepAt } from './curve-steps';
import { LineLegend } from './line-legend';
import { ReadByKey } from './read-by-key';
import { signs } from './signs';
import { useWidth } from './use-width';
import './curve.css';

export interface CurveGroup {
  id: string;
  name: string;
  steps: CurveStep[];
  /** As far as it is known. */
  until: number;
}

export interface CurveProps {
  label: string;
  /** As many as can be told apart: see MOST_CURVES. */
  groups: CurveGroup[];
  axisName: string;
  /** All there is to say of a day. */
  words: (day: number) => string;
}

export const MOST_CURVES = 6;
const MOST_BANDS = 3; // more would hide each other; the words have them all
const HEIGHT = 260;
const EDGE = { top: 12, right: 16, bottom: 26, left: 48 };
const ANCHORS = 8; // signs along a line

/** Shares that grow with the days, in steps, with their intervals. It is read by key as a slider: arrows go by a day. */
export function Curve({ label, groups, axisName, words }: CurveProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number | null>(null);
  const last = Math.max(1, ...groups.map(({ until }) => until));
  const current = Math.min(chosen ?? last, last);
  const bottom = HEIGHT - EDGE.bottom;
  const x = scaleLinear([0, last], [EDGE.left, Math.max(EDGE.left + 1, width - EDGE.right)]);
  const highest = max(groups, ({ steps }) => max(steps, ({ high }) => high)) ?? 0;
  const y = scaleLinear([0, Math.max(0.01, Math.min(1, highest))], [bottom, EDGE.top]).nice(4);

  const signsOf = ({ steps, until }: CurveGroup) =>
    Array.from({ length: ANCHORS }, (_, n) => ((n + 0.5) * last) / ANCHORS)
      .filter((day) => day <= until)
      .map((day) => ({ day, share: stepAt(steps, day)?.share ?? 0 }));

  return (
    <div className="curve" ref={ref}>
      <LineLegend lines={groups.map(({ id, name }, order) => ({ id, name, look: `line line-${order}` }))} />
      <ReadByKey
        label={label}
        last={last}
        current={current}
        words={words}
        pageUp={current + 30}
        pageDown={current - 30}
        placeAt={(pixels) => Math.round(x.invert(pixels))}
        onChoose={setChosen}
      >
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
          {y.ticks(4).map((tick) => (
            <g key={tick} className="grid-line" transform={`translate(0 ${y(tick)})`}>
              <line x1={EDGE.left} x2={width - EDGE.right} />
              <text x={EDGE.left - 8} dy="0.32em" textAnchor="end">
                {formatShare(tick, 1)}
              </text>
            </g>
          ))}
          {x.ticks(Math.max(2, Math.min(last, (width - EDGE.left) / 70))).map((tick) => (
            <text key={tick} className="tick" x={x(tick)} y={HEIGHT - 8} textAnchor="middle">
              {formatNumber(tick)}
            </text>
          ))}
          {(groups.length > MOST_BANDS ? [] : groups).map(({ id, steps, until }, order) => (
            <path key={id} className={`band line-${order}`} d={bandPath(steps, until, x, y)} />
          ))}
          {groups.map((group, order) => (
            <g key={group.id} className={`line line-${order}`}>
              <path d={linePath(group.steps, group.until, x, y)} />
              {groups.length > 1 &&
                signsOf(group).map(({ day, share }) => (
                  <path
                    key={day}
                    className="sign"
                    d={signs[order % signs.length]}
                    transform={`translate(${x(day)} ${y(share)})`}
                  />
                ))}
            </g>
          ))}
          {chosen !== null && <line className="cursor" x1={x(current)} x2={x(current)} y1={EDGE.top} y2={bottom} />}
        </svg>
      </ReadByKey>
      <p className="axis-name">{axisName}</p>
      <p className="readout">{words(current)}</p>
    </div>
  );
}
