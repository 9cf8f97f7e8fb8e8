// The day of a mark, as a field for days has it.
import type { Instant } from '../../../engine/protocol';

const DAY = 86_400_000;

/** "2026-11-21" */
export const dayText = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** On the day of the result its instant, so that the mark counts at once; else the last of the day. No day: that of the result. */
export function markInstant(day: string, asOf: Instant): Instant {
  const start = Date.parse(day);
  return Number.isNaN(start) || day === dayText(asOf) ? asOf : start + DAY - 1;
}
