import { scaleLinear } from 'd3-scale';
import { termOfStage } from '../terms';
import { TermOr } from '../ui/term';

export interface FunnelStep {
  id: string;
  name: string;
  reached: number;
  now: number;
  reachedWords: string;
  shareWords: string;
  nowWords: string;
}

export interface FunnelProps {
  whole: number;
  steps: FunnelStep[];
  onOpen: (index: number) => void;
}

/** A list whose every step carries its bar: the words are its table twin. */
export function Funnel({ whole, steps, onOpen }: FunnelProps) {
  const x = scaleLinear([0, Math.max(1, whole)], [0, 100]);
  return (
    <ol className="funnel">
      {steps.map((step, index) => (
        <li key={step.id}>
          <p className="funnel-head">
            <span className="funnel-name">
              <TermOr id={termOfStage(step.name)}>{step.name}</TermOr>
            </span>
            <span className="funnel-reached">
              <b>{step.reachedWords}</b> <small>{step.shareWords}</small>
            </span>
          </p>
          <svg className="funnel-bar" height="14" width="100%" aria-hidden="true">
            <rect className="track" width="100%" height="14" rx="3" />
            <rect className="reached" width={`${x(step.reached)}%`} height="14" rx="3" />
            <rect className="now" width={`${x(step.now)}%`} height="14" rx="3" />
          </svg>
          {step.nowWords !== '' && (
            <button
              type="button"
              className="link"
              onClick={() => onOpen(index)}
              aria-label={`${step.name}: ${step.nowWords}`}
            >
              {step.nowWords}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
