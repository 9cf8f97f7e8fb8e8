// Leads by their total, in ranges of a round width.
import { tickStep } from 'd3-array';
import type { Millipoints } from '../../engine/protocol';

export interface Bin {
  from: Millipoints;
  to: Millipoints;
  qualified: number;
  others: number;
}

/** Ranges from <= total < to without a gap, about `wanted` of them; a lead is qualified from stage `qualifiedFrom` on. */
export function distribution(totals: Float64Array, stages: Int32Array, qualifiedFrom: number, wanted: number): Bin[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const total of totals) {
    if (total < low) low = total;
    if (total > high) high = total;
  }
  if (low > high) return [];
  // A width below one point shows more than the rules say.
  const width = high > low ? Math.max(1000, tickStep(low, high, wanted)) : 1000;
  const start = Math.floor(low / width);
  const bins: Bin[] = [];
  for (let n = start; n * width <= high; n++) {
    bins.push({ from: n * width, to: (n + 1) * width, qualified: 0, others: 0 });
  }
  for (let lead = 0; lead < totals.length; lead++) {
    const bin = bins[Math.floor((totals[lead] ?? 0) / width) - start];
    if (!bin) continue;
    if (qualifiedFrom >= 0 && (stages[lead] ?? -1) >= qualifiedFrom) bin.qualified++;
    else bin.others++;
  }
  return bins;
}

/** The bin with the most leads. */
export function fullest(bins: Bin[]): Bin | undefined {
  let best: Bin | undefined;
  for (const bin of bins) if (!best || bin.qualified + bin.others > best.qualified + best.others) best = bin;
  return best;
}
