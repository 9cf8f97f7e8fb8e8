// biome-ignore-all lint/a11y/useSemanticElements: marks of a drawing have no HTML element
import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { formatNumber } from '../format';
import { cut } from './cut';
import { useBars } from './use-bars';
import { useWidth } from './use-width';
import './waterfall.css';

export interface WaterfallBar {
  id: string;
  name: string;
  /** In full, read out. */
  words: string;
  /** Beside the bar. */
  value: string;
  from: number;
  to: number;
  look: 'plus' | 'minus' | 'sum';
}

export interface WaterfallProps {
  label: string;
  bars: WaterfallBar[];
  onOpen: (index: number) => void;
}

const ROW = 28;
const BAR = 14;
const AXIS = 22;
const DIGIT = 8; // pixels, of a number

/** Bars from top to bottom, each from where the last one ended. One tab stop: arrows go from bar to bar, Enter opens. */
export function Waterfall({ label, bars, onOpen }: WaterfallProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { current, setCurrent, onKeyDown } = useBars(bars.length, ['ArrowUp', 'ArrowDown'], onOpen);
  const height = bars.length * ROW + AXIS;
  const left = Math.min(220, width * 0.38);
  const valueWidth = DIGIT * (max(bars, ({ value }) => value.length) ?? 0) + 12;
  const low = Math.min(0, min(bars, ({ from, to }) => Math.min(from, to)) ?? 0);
  const high = Math.max(1, max(bars, ({ from, to }) => Math.max(from, to)) ?? 1);
  const x = scaleLinear([low, high], [left + (low < 0 ? 8 : 0), Math.max(left + 20, width - valueWidth)]);

  return (
    <div className="waterfall" ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {x.ticks(Math.max(2, (width - left) / 70)).map((tick) => (
          <g key={tick} className="grid-line" transform={`translate(${x(tick)} 0)`}>
            <line y2={height - AXIS} className={tick === 0 ? 'zero' : undefined} />
            <text y={height - 6} textAnchor="middle">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => {
          const start = Math.min(x(bar.from), x(bar.to));
          const size = Math.max(2, Math.abs(x(bar.to) - x(bar.from)));
          const next = bars[index + 1];
          return (
            <g
              key={bar.id}
              className={`fall ${bar.look}`}
              transform={`translate(0 ${index * ROW})`}
              role="button"
              aria-label={bar.words}
              tabIndex={index === current ? 0 : -1}
              onKeyDown={onKeyDown}
              onClick={() => onOpen(index)}
              onFocus={() => setCurrent(index)}
            >
              <title>{bar.words}</title>
              <rect className="hit" width={width} height={ROW} rx="4" />
              {next && <line className="link-line" x1={x(bar.to)} x2={x(bar.to)} y1={ROW / 2} y2={ROW + BAR / 2} />}
              <rect className="amount" x={start} width={size} y={(ROW - BAR) / 2} height={BAR} rx="2" />
            </g>
          );
        })}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g className="words" aria-hidden="true">
          {bars.map((bar, index) => (
            <g key={bar.id} className={bar.look} transform={`translate(0 ${index * ROW + ROW / 2})`}>
              <text className="name" x={4} dy="0.35em">
                {cut(bar.name, left - 8)}
              </text>
              <text className="value" x={Math.max(x(bar.from), x(bar.to)) + 8} dy="0.35em">
                {bar.value}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}
