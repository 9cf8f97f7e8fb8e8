import { formatShare } from '../format';

/** How much of something is done, from 0 to 1. */
export function ProgressBar({ label, done }: { label: string; done: number }) {
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(done * 100)}
      aria-valuetext={formatShare(Math.floor(done * 100), 100)}
    >
      <i style={{ transform: `scaleX(${done})` }} />
    </div>
  );
}
