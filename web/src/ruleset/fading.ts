// How much of an event's points is left as days pass, for the drawing of a decay; the engine has the exact figures.
import type { Decay } from './ruleset';

type Fading = Exclude<Decay, 'none'>;

const stepOf = (decay: Fading): number => (decay.kind === 'half_life' ? decay.days : decay.every_days);

/** The share that is left at an age in days, from 0 to 1. */
export function shareLeft(decay: Fading, age: number): number {
  const days = Math.max(0, age - (decay.after_days ?? 0));
  if (decay.kind === 'half_life') return 2 ** (-days / decay.days);
  const steps = Math.floor(days / decay.every_days);
  if (decay.kind === 'expire') return steps === 0 ? 1 : 0;
  const lost = decay.lose_percent / 100;
  return decay.kind === 'linear' ? Math.max(0, 1 - lost * steps) : (1 - lost) ** steps;
}

/** The days at which something is left to tell: those of the first steps. */
export const marksOf = (decay: Fading): number[] =>
  (decay.kind === 'expire' ? [1] : [1, 2, 3]).map((step) => (decay.after_days ?? 0) + step * stepOf(decay));

/** A span of days that shows the course of a decay. */
export function spanOf(decay: Fading): number {
  const steps =
    decay.kind === 'expire'
      ? 1.5
      : decay.kind === 'linear'
        ? Math.min(10, 100 / Math.max(decay.lose_percent, 10) + 0.5)
        : 4;
  return Math.ceil((decay.after_days ?? 0) + stepOf(decay) * steps);
}

/** Points of a line through the span, at whole days. */
export function courseOf(decay: Fading, points: number): { day: number; share: number }[] {
  const span = spanOf(decay);
  return Array.from({ length: points + 1 }, (_, i) => {
    const day = Math.round((span * i) / points);
    return { day, share: shareLeft(decay, day) };
  });
}
