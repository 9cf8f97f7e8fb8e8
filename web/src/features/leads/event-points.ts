// The points that each event of a lead still carries, added up over the rules that count it.
import type { Explanation } from '../../engine/explanation';
import type { Millipoints } from '../../engine/protocol';

export function eventPoints({ rules, events }: Explanation): Millipoints[] {
  const points = new Array<Millipoints>(events.length).fill(0);
  for (const { shares } of rules) {
    for (const share of shares) points[share.event] = (points[share.event] ?? 0) + share.points;
  }
  return points;
}
