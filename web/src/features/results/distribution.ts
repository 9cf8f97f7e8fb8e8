// Leads by their total or a score: the engine's fine ranges put together into as many as a chart has room for.
import { tickStep } from 'd3-array';
import type { Distribution, Millipoints, StageFigures } from '../../engine/protocol';

export interface Bin {
  from: Millipoints;
  to: Millipoints;
  leads: number;
  /** Leads at the stage `qualifiedFrom` or above; null while the stages are not known. */
  qualified: number | null;
}

/** Ranges from <= total < to of a round width without a gap, about `wanted` of them. */
export function distribution(
  figures: Distribution,
  stages: StageFigures | null,
  qualifiedFrom: number,
  wanted: number,
): Bin[] {
  const { from, width: fine, leads } = figures;
  if (leads.length === 0) return [];
  // Round widths divide each other as long as one is much wider.
  const width = leads.length > 1 ? Math.max(fine, tickStep(from, from + fine * (leads.length - 1), wanted)) : fine;
  const start = Math.floor(from / width);
  const bins: Bin[] = [];
  const add = (counts: Uint32Array, to: (bin: Bin, count: number) => void) => {
    for (const [index, count] of counts.entries()) {
      const at = Math.floor((from + index * fine) / width) - start;
      while (bins.length <= at) {
        const low = (start + bins.length) * width;
        bins.push({ from: low, to: low + width, leads: 0, qualified: stages && 0 });
      }
      to(bins[at] as Bin, count);
    }
  };
  add(leads, (bin, count) => {
    bin.leads += count;
  });
  if (qualifiedFrom < 0) return bins;
  for (const counts of stages?.leads.slice(qualifiedFrom) ?? []) {
    add(counts, (bin, count) => {
      bin.qualified = (bin.qualified ?? 0) + count;
    });
  }
  return bins;
}

/** Leads with so many points or more. Exact where `points` is a bound of the engine's ranges, as every snapped one is. */
export function leadsFrom({ from, width, leads }: Distribution, points: Millipoints): number {
  return leads.subarray(Math.max(0, Math.ceil((points - from) / width))).reduce((sum, count) => sum + count, 0);
}

/** The nearest bound of the engine's ranges. */
export const snapped = ({ width }: Distribution, points: Millipoints): Millipoints =>
  Math.round(points / width) * width;

export interface Near {
  /** So far from the line, at most. */
  distance: Millipoints;
  from: Millipoints;
  to: Millipoints;
  leads: number;
}

const NEAR: Millipoints = 5000;

/** Leads near a line; null where it is no bound of the engine's ranges, so that they cannot be counted exactly. */
export function nearLine(figures: Distribution, line: Millipoints): Near | null {
  if (line % figures.width !== 0) return null;
  const distance = Math.ceil(NEAR / figures.width) * figures.width;
  const [from, to] = [line - distance, line + distance];
  return { distance, from, to, leads: leadsFrom(figures, from) - leadsFrom(figures, to) };
}

/** The bin with the most leads. */
export function fullest(bins: Bin[]): Bin | undefined {
  let best: Bin | undefined;
  for (const bin of bins) if (!best || bin.leads > best.leads) best = bin;
  return best;
}
