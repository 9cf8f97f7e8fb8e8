// A curve that rises in steps, as paths of a drawing.
import { bisectRight } from 'd3-array';

export interface CurveStep {
  day: number;
  share: number;
  low: number;
  high: number;
}

type Scale = (value: number) => number;

/** The step that holds on a day; null before the first, when nobody has come yet. */
export function stepAt<S extends CurveStep>(steps: S[], day: number): S | null {
  return (
    steps[
      bisectRight(
        steps.map((step) => step.day),
        day,
      ) - 1
    ] ?? null
  );
}

// Across to the day at the height before, then up.
function stairs(steps: CurveStep[], value: (step: CurveStep) => number, until: number, x: Scale, y: Scale): string[] {
  const points = [`${x(0)} ${y(0)}`];
  let before = 0;
  for (const step of steps) {
    points.push(`${x(step.day)} ${y(before)}`, `${x(step.day)} ${y(value(step))}`);
    before = value(step);
  }
  points.push(`${x(until)} ${y(before)}`);
  return points;
}

export function linePath(steps: CurveStep[], until: number, x: Scale, y: Scale): string {
  return `M${stairs(steps, ({ share }) => share, until, x, y).join('L')}`;
}

/** Around the interval of each step. */
export function bandPath(steps: CurveStep[], until: number, x: Scale, y: Scale): string {
  const low = stairs(steps, (step) => step.low, until, x, y);
  const high = stairs(steps, (step) => step.high, until, x, y);
  return `M${low.join('L')}L${high.reverse().join('L')}Z`;
}
